#pragma once

#include "app/gui/scoring/scoring_draft.h"
#include "widgets/kit/card.h"

namespace leadlight {

class Button;
class CurveChart;
class PlainTable;

// What edited points change: who moves band, how the bands convert, how scores lie; and the buttons to keep or leave
// it.
class ScoringEffectCard final : public Card {
  Q_OBJECT

 public:
  explicit ScoringEffectCard(QWidget* parent = nullptr);

  // The scores lie from `low` to `high`.
  void display(const DraftEffect& effect, double low, double high);
  void say(const QString& words) { words_->setText(words); }
  QString words() const { return words_->text(); }
  Button* saveButton() { return save_; }
  Button* discardButton() { return discard_; }
  Button* undoButton() { return undo_; }

 private:
  Button* save_;
  Button* discard_;
  Button* undo_;
  QLabel* words_;
  PlainTable* bands_;
  CurveChart* scores_;
};

}  // namespace leadlight
