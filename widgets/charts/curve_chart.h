#pragma once

#include <QPointF>
#include <QValueAxis>
#include <optional>
#include <vector>

#include "widgets/charts/chart_view.h"

class QLineSeries;

namespace leadlight {

struct CurveAxis {
  enum class Unit { Share, Number } unit = Unit::Share;
  double low = 0, high = 1;
  QString title;  // under or, for the upright axis, not shown but read aloud
};

struct CurveLine {
  QString name;           // at its end; empty: none
  QList<QPointF> points;  // ascending in x
  bool main = true;       // else muted: what it is compared with
  bool operator==(const CurveLine&) const = default;
};

// A point with its doubt; low and high are NaN without one.
struct CurveDot {
  double x = 0, y = 0;
  double low = 0, high = 0;
  bool few = false;  // too few leads to trust: hollow and grey
  QString tip;
};

// Where one stands: an upright line with a dot on the curve and two short lines of words.
struct CurveMark {
  double x = 0;
  double y = 0;    // NaN: no dot
  QString first;   // bold, in the accent
  QString second;  // muted
};

struct CurveModel {
  QString title;  // accessible name
  CurveAxis x, y;
  std::vector<CurveLine> lines;
  std::vector<CurveDot> dots;
  QString diagonal;  // the words on the dashed diagonal; "-" without words; empty: no diagonal
  std::optional<CurveMark> mark;
};

// Lines and dots over two number axes: gain, ROC, precision and recall, lift, calibration, money. The arrow keys walk
// the dots, or twenty places of the first line; the tip says what is there. Passive.
class CurveChart final : public ChartView {
  Q_OBJECT

 public:
  explicit CurveChart(QWidget* parent = nullptr);

  void display(const CurveModel& model);
  // Moves the mark alone, for a threshold that is dragged.
  void setMark(const CurveMark& mark);
  const CurveModel& model() const { return model_; }

  int itemCount() const override { return static_cast<int>(items_.size()); }
  QRectF itemRect(int item) const override;
  QPointF placeOf(double x, double y) const;  // in pixels
  QSize sizeHint() const override { return {300, 230}; }
  QSize minimumSizeHint() const override { return {200, 150}; }

 private:
  QString tipOf(int item) const override { return items_[static_cast<std::size_t>(item)].tip; }
  void arrange() override;
  void paintUnder(QPainter& painter) const override;
  void paintOver(QPainter& painter) const override;
  void restyle() override;

  void makeItems();
  void describeCurve();
  void paintDiagonal(QPainter& painter) const;
  void paintDot(QPainter& painter, const CurveDot& dot) const;
  void paintMark(QPainter& painter) const;
  QRectF markWords(double x, double wide) const;
  void paintNames(QPainter& painter) const;

  CurveModel model_;
  std::vector<CurveDot> items_;  // what the keyboard walks
  std::vector<double> xTicks_, yTicks_;
  QRectF plot_;
  std::vector<QLineSeries*> series_;
  QValueAxis* xAxis_;
  QValueAxis* yAxis_;
};

}  // namespace leadlight
