#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// One band on the scale; highest first, as in a scorecard.
struct ScaleBand {
  QString name;
  double from = 0;  // -infinity for the lowest
  bool operator==(const ScaleBand&) const = default;
};

// A score on its bands, low to high: a strip in the bands' colours with a marker, and the bounds beneath if asked.
class BandScale final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit BandScale(QWidget* parent = nullptr);

  // low < high: the scores at the ends.
  void setBands(std::vector<ScaleBand> bands, double low, double high);
  void setScore(std::optional<double> score);
  void setNumbers(bool shown);
  void applyTheme(const Theme& theme) override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  double xOf(double score) const;

  Theme theme_ = lightTheme();
  std::vector<ScaleBand> bands_;
  double low_ = 0;
  double high_ = 100;
  std::optional<double> score_;
  bool numbers_ = false;
};

}  // namespace leadlight
