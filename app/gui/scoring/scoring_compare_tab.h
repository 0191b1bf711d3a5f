#pragma once

#include <QThreadPool>

#include "app/gui/job.h"
#include "app/gui/scoring/scoring_comparison.h"
#include "app/gui/scoring/scoring_tab.h"

class QComboBox;

namespace leadlight {

class BandMovesView;
class Button;
class Card;
class PlainTable;

// The champion against another scorecard on the same leads: figures, who moves band, and whom they see differently.
class ScoringCompareTab final : public ScoringTab {
  Q_OBJECT

 public:
  explicit ScoringCompareTab(QWidget* parent = nullptr);
  ~ScoringCompareTab() override;

  void show(const ScoringScene& scene) override;
  bool settled() const override { return !job_.running(); }
  void setBusy(bool busy) override;

  QComboBox* challengerBox() { return challenger_; }
  QLabel* result() { return result_; }
  BandMovesView* moves() { return moves_; }
  PlainTable* movers() { return movers_; }
  PlainTable* ledgers() { return ledgers_; }
  PlainTable* figures() { return figures_; }
  Button* promoteButton() { return promote_; }

 signals:
  void leadWanted(qint64 leadId);

 private:
  QWidget* makeHead();
  QWidget* makeBody();
  QWidget* makeFigures();
  QWidget* makeMoves();
  QWidget* makeMovers();
  const RegisteredScorecard* champion() const;
  const RegisteredScorecard* chosenChallenger() const;
  void showChoices();
  void compare();
  void take(Result<StudyComparison> comparison);
  void showFigures();
  void showMovers();
  void showLedgers();
  QString verdict() const;
  QString basisWords() const;  // %1: the leads

  ScoringScene scene_;
  std::vector<int> choices_;  // into scene_.scorecards, by place in the box
  StudyComparison comparison_;
  bool busy_ = false;
  QLabel* result_;
  QLabel* basis_;
  QWidget* choice_;  // shown while there is a challenger
  QWidget* body_;    // shown while there is something to compare
  QWidget* instead_;
  QComboBox* challenger_;
  Button* promote_;
  PlainTable* figures_;
  Card* figuresCard_;
  Card* movesCard_;
  BandMovesView* moves_;
  PlainTable* movers_;
  PlainTable* ledgers_;
  Card* ledgersCard_;

  // The pool goes after the job: its destructor waits for it.
  QThreadPool pool_;
  Job<Result<StudyComparison>> job_;
};

}  // namespace leadlight
