#pragma once

#include <QStackedBarSeries>
#include <utility>

#include "widgets/charts/chart_view.h"
#include "widgets/charts/layers.h"

namespace leadlight {

// Vertical bars over numbers, dates or scores, with a brush: drag to set a range, drag its grips or itself to change
// it, click a bin or a band to keep it, click it again or press Esc to clear. A range always ends at bin edges. A lone
// spike is cut, with its number above. Bins of a score have the colour of their band.
class Histogram final : public ChartView {
  Q_OBJECT

 public:
  explicit Histogram(QWidget* parent = nullptr);

  void display(const HistogramModel& model);

  int itemCount() const override { return static_cast<int>(model_.items.size()); }
  QRectF itemRect(int item) const override;
  QRectF bandRect(std::size_t band) const;  // the caption of a band under the axis, which can be clicked
  double xOf(double value) const;           // values between two edges lie between their positions

 signals:
  // moving: the button is still down, more will follow.
  void rangeChanged(const leadlight::ChartRange& range, bool moving);

 protected:
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  using Bins = std::pair<int, int>;  // edge numbers, the second beyond the first
  enum class Drag { None, New, From, Below, Move };

  QString tipOf(int item) const override;
  void arrange() override;
  void paintUnder(QPainter& painter) const override;
  void paintOver(QPainter& painter) const override;
  void restyle() override;

  void replaceSets();
  void updateSets();
  std::size_t bandOf(double value) const;
  void chooseScale();
  void fitCut();
  double yOf(double leads) const;
  double edgeX(int edge) const;
  std::vector<double> bandLefts() const;
  double bandRoom(std::size_t band) const;
  QString bandCaption(std::size_t band) const;
  QString shortCaption(const Group& kept) const;
  double bandCaptionWidth(std::size_t band) const;

  void paintValueAxis(QPainter& painter) const;
  void paintBandEdges(QPainter& painter, double baseline) const;
  void paintNumbers(QPainter& painter, double baseline) const;
  void paintEachBin(QPainter& painter, double baseline) const;
  void paintCut(QPainter& painter) const;
  void paintBands(QPainter& painter) const;
  void paintBrush(QPainter& painter) const;
  void paintFoot(QPainter& painter) const;

  std::optional<Bins> brush() const;  // what the model says, or the drag that is going on
  ChartRange rangeOf(Bins bins) const;
  int nearestEdge(double x) const;
  Drag gripAt(const QPointF& position) const;
  int bandAt(const QPointF& position) const;
  void setBins(Bins bins, bool moving);
  void pickBin(int bin, bool add);
  void pickBand(std::size_t band);
  void dragTo(double x);

  HistogramModel model_;
  QRectF plot_;
  double step_ = 1, end_ = 1;  // leads between grid lines; leads at the top edge
  int cut_ = -1;               // the bin that is higher than the axis
  QStackedBarSeries* series_;
  HiddenAxes axes_;
  std::vector<QBarSet*> sets_;

  Drag drag_ = Drag::None;
  std::optional<Bins> dragged_;
  Bins dragStart_{};
  double pressX_ = 0;
  int anchor_ = -1;  // where a range by keyboard began
};

}  // namespace leadlight
