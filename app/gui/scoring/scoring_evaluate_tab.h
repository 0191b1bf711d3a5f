#pragma once

#include <QThreadPool>
#include <vector>

#include "app/gui/job.h"
#include "app/gui/scoring/scoring_tab.h"

class QComboBox;
class QHBoxLayout;

namespace leadlight {

class Button;
class Card;
class CurveChart;
class KpiTile;
class ProgressStrip;
class Session;

// How well the chosen scorecard foretells, on leads it has not seen: figures with intervals, and curves.
class ScoringEvaluateTab final : public ScoringTab {
  Q_OBJECT

 public:
  explicit ScoringEvaluateTab(Session& session, QWidget* parent = nullptr);
  ~ScoringEvaluateTab() override;

  void show(const ScoringScene& scene) override;
  bool settled() const override { return !job_.running() && !reading_; }
  void evaluate();

  Button* evaluateButton() { return evaluate_; }
  ProgressStrip* progress() { return progress_; }
  QComboBox* wayBox() { return way_; }
  QLabel* result() { return result_; }
  const std::vector<KpiTile*>& tiles() const { return tiles_; }
  const std::vector<CurveChart*>& charts() const { return charts_; }

 signals:
  void studied(qint64 scorecardId, const leadlight::StudyPtr& study);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  enum Way { FiveFolds, Newest };
  QWidget* makeHead();
  QWidget* makeBody();
  void layTiles();
  void run(const std::optional<Partition>& partition);  // without one the newest fifth is judged
  void take(qint64 scorecardId, const Result<StudyPtr>& study);
  void showStudy();
  void showTiles(const ScoringStudy& study);
  void showWords(const ScoringStudy& study);
  void refresh();

  Session& session_;
  ScoringScene scene_;
  bool reading_ = false;
  QString fault_;
  QLabel* result_;
  QLabel* basis_;
  QLabel* warning_;
  QComboBox* way_;
  Button* evaluate_;
  ProgressStrip* progress_;
  QWidget* body_;  // shown while an outcome is known
  QWidget* instead_;
  std::vector<KpiTile*> tiles_;
  QHBoxLayout* tileRows_[2];
  int tilesAcross_ = 0;
  std::vector<CurveChart*> charts_;  // gain, ROC, precision and recall, lift, calibration
  Card* calibrationCard_;

  // The pool goes after the job: its destructor waits for it.
  QThreadPool pool_;
  Job<Result<StudyPtr>> job_;
};

}  // namespace leadlight
