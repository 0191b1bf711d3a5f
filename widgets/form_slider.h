#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// A range of numbers cut at the edges of a scorecard's bins, each bin as wide as the others, so that a long tail takes
// no more room than it has bins. points: of each bin; empty when the points do not go in steps.
struct SliderScale {
  std::vector<double> stops{0, 1};  // low, edges, high: ascending, at least two
  std::vector<double> points;       // stops.size() - 1, or empty
  double step = 1;                  // of one key press
};

// A slider with the points of each bin as small bars above it.
class PointsSlider final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit PointsSlider(QWidget* parent = nullptr);

  void setScale(SliderScale scale);
  // nullopt: unknown, no knob. Does not emit moved().
  void setValue(std::optional<double> value);
  std::optional<double> value() const { return value_; }
  void applyTheme(const Theme& theme) override;

  QSize sizeHint() const override { return {224, 38}; }
  QSize minimumSizeHint() const override { return {120, 38}; }

 signals:
  void moved(double value);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  double xOf(double value) const;
  double valueAt(double x) const;
  void move(double value);

  Theme theme_ = lightTheme();
  SliderScale scale_;
  std::optional<double> value_;
};

}  // namespace leadlight
