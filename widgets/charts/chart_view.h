#pragma once

#include <QChartView>
#include <QTimer>

#include "widgets/charts/chart_models.h"
#include "widgets/theme.h"

namespace leadlight {

// Background, margins, fonts and colours of the house: no frame, no legend, no animation.
void applyTheme(QChart* chart, const Theme& theme);

// What all charts share: items that can be pointed at, walked with the arrow keys and picked; a tooltip after 300 ms; a
// focus ring. Positions are in pixels of the viewport, which are those of the scene.
class ChartView : public QChartView, public Themed {
  Q_OBJECT

 public:
  explicit ChartView(QWidget* parent = nullptr);

  void applyTheme(const Theme& theme) override;
  int current() const { return current_; }  // the item under the keyboard, -1: none
  virtual int itemCount() const = 0;
  virtual QRectF itemRect(int item) const = 0;  // what a click on the item may hit
  int itemAt(const QPointF& position) const;    // -1: none
  QSize sizeHint() const override { return {387, 246}; }

 signals:
  void picked(int item, bool add);  // a click or Space; add: with Ctrl
  void leftOut(int item);           // a click or Space with Shift
  void cleared();                   // Esc

 protected:
  virtual QString tipOf(int item) const = 0;
  virtual void arrange() = 0;                           // after a change of size or data: sets the plot area
  virtual void paintUnder(QPainter&) const {}           // the grid
  virtual void paintOver(QPainter& painter) const = 0;  // all else but the bars
  virtual void restyle() {}                             // pens and brushes of the series
  // Lines of a tooltip: counts, rate with interval, rate of all.
  QString tipText(const ChartItem& item, const ChartContext& context, const QString& hint) const;

  const Theme& theme() const { return theme_; }
  QFont smallFont(bool bold = false) const;
  void describe(const ChartContext& context, const std::vector<ChartItem>& items);
  void walk(int step);
  void setCurrent(int item) { current_ = item; }
  void pick(int item, Qt::KeyboardModifiers with);
  QString pickHint(bool chosen) const;
  void hideTip();

  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void drawBackground(QPainter* painter, const QRectF& rect) override;
  void drawForeground(QPainter* painter, const QRectF& rect) override;

 private:
  void showTip(int item);

  Theme theme_ = lightTheme();
  QTimer tipTimer_;
  int current_ = -1;
  int hovered_ = -1;
  int pressed_ = -1;
  bool byKeyboard_ = false;  // the focus ring is for those who use it
};

}  // namespace leadlight
