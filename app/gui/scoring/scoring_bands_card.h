#pragma once

#include "app/gui/scoring/scoring_tab.h"
#include "scoring/evaluate/threshold.h"
#include "widgets/kit/card.h"

class QComboBox;
class QDoubleSpinBox;

namespace leadlight {

class BandsView;

// The bands of the chosen scorecard with their conversion, and what bands the team's capacity asks for.
class ScoringBandsCard final : public Card {
  Q_OBJECT

 public:
  explicit ScoringBandsCard(QWidget* parent = nullptr);
  void show(const ScoringScene& scene);
  void setBusy(bool busy);

  BandsView* bands() { return bands_; }
  QComboBox* kindBox() { return kind_; }
  QDoubleSpinBox* numberBox() { return number_; }
  Button* useButton() { return use_; }
  Button* proposeButton() { return propose_; }
  QLabel* sentence() { return sentence_; }

 signals:
  void saveWanted(const leadlight::NewVersion& version, const QString& suggestedReason);

 private:
  enum Kind { CallsInAll, CallsADay, Share };
  QWidget* makeCapacity();
  void showBands();
  void showCapacity();
  void kindChanged();
  std::uint64_t calls() const;  // of the leads at hand
  QString reasonForFewer(const CallList& list) const;
  std::optional<double> wantedThreshold() const;
  void wantTopBand();
  void wantBands();

  ScoringScene scene_;
  bool busy_ = false;
  BandsView* bands_;
  QLabel* order_;
  QWidget* capacity_;
  QComboBox* kind_;
  QDoubleSpinBox* number_;
  QLabel* sentence_;
  Button* use_;
  Button* propose_;
};

}  // namespace leadlight
