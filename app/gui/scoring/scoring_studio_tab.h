#pragma once

#include "app/gui/scoring/scoring_tab.h"
#include "scoring/evaluate/threshold.h"

class QDoubleSpinBox;

namespace leadlight {

class Button;
class Card;
class CurveChart;
class MirrorHistogram;
class ScoreMatrixView;

// One threshold that moves everything: who is called, who converts, what it brings.
class ScoringStudioTab final : public ScoringTab {
  Q_OBJECT

 public:
  explicit ScoringStudioTab(QWidget* parent = nullptr);

  void show(const ScoringScene& scene) override;
  double threshold() const { return threshold_; }
  void setThreshold(double threshold);
  // The scorecard with its highest band starting at the threshold; nullopt when that changes nothing or it has none.
  std::optional<NewVersion> topBandAtThreshold() const;
  QString topBandWords() const;  // "Start band A at 60"; empty when topBandAtThreshold() is

  MirrorHistogram* histogram() { return histogram_; }
  QDoubleSpinBox* box() { return box_; }
  QDoubleSpinBox* winBox() { return win_; }
  QDoubleSpinBox* callBox() { return call_; }
  ScoreMatrixView* matrix() { return matrix_; }
  CurveChart* gain() { return gain_; }
  CurveChart* money() { return money_; }
  QLabel* result() { return result_; }

 signals:
  void thresholdMoved(double threshold);

 private:
  QWidget* makeHead();
  QWidget* makeUpper();
  QWidget* makeLower();
  void showStudy();
  void showThreshold();
  void showWords(const CallList& list);
  void showMoney();
  void showGainMark(const CallList& list);
  Economics economics() const;

  ScoringScene scene_;
  std::optional<qint64> shownId_;
  double threshold_ = 50, low_ = 0, high_ = 100, step_ = 1;
  QLabel* result_;
  QLabel* basis_;
  QDoubleSpinBox* box_;
  QDoubleSpinBox* win_;
  QDoubleSpinBox* call_;
  MirrorHistogram* histogram_;
  Card* histogramCard_;
  Card* matrixCard_;
  QWidget* lower_;  // shown while an outcome is known
  ScoreMatrixView* matrix_;
  Card* calibrationCard_;
  CurveChart* gain_;
  CurveChart* calibration_;
  CurveChart* money_;
};

}  // namespace leadlight
