#pragma once

#include <QWidget>
#include <cstdint>
#include <vector>

#include "model/frame/frame.h"
#include "scoring/scorecard.h"
#include "widgets/theme.h"

namespace leadlight {

// How the scores of all leads lie: leads per bin, of which none belongs to two bands.
struct ScoreSpread {
  double low = 0, high = 0;           // of all scores
  std::vector<double> edges;          // one more than counts, ascending
  std::vector<std::uint64_t> counts;  // empty: no scores
  std::vector<int> bands;             // of each bin; -1: none
  std::size_t bandCount = 0;
};
// For a worker.
ScoreSpread spreadOf(const Frame& frame, const Scorecard& scorecard);

// The scores of all leads as bars in their bands' colours, with a mark where the lead in the form stands. Passive.
class StandView final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit StandView(QWidget* parent = nullptr);
  void show(ScoreSpread spread);
  void setScore(double score);
  void applyTheme(const Theme& theme) override;
  QSize sizeHint() const override { return {300, 96}; }
  QSize minimumSizeHint() const override { return {160, 60}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  double xOf(double score) const;  // all bins are as wide; within one, in proportion

  Theme theme_ = lightTheme();
  ScoreSpread spread_;
  double score_ = 0;
};

}  // namespace leadlight
