#pragma once

#include <vector>

#include "widgets/score_points.h"

namespace leadlight {

// All steps of a long term at once: a column for each, from zero up or down to its points, its doubt (points -+ 1.96
// standard errors) as a pale ground behind. Tells the step under the mouse or the arrow keys; a click or Return picks
// it. Passive.
class PointsOutline final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit PointsOutline(QWidget* parent = nullptr);
  void display(std::vector<PointsRow> rows);
  const std::vector<PointsRow>& rows() const { return rows_; }
  int current() const { return current_; }  // the step that is told, -1: none
  QRectF columnRect(int row) const;         // the whole height
  void applyTheme(const Theme& theme) override;
  QSize sizeHint() const override { return {300, 132}; }

 signals:
  void picked(int row);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QRectF plot() const;
  double yOf(double points) const;
  QString tellingOf(const PointsRow& row) const;
  void setCurrent(int row);
  void paintWords(QPainter& painter) const;
  void paintColumn(QPainter& painter, std::size_t row) const;

  Theme theme_ = lightTheme();
  std::vector<PointsRow> rows_;
  double extent_ = 1;
  int current_ = -1;
};

}  // namespace leadlight
