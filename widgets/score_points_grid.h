#pragma once

#include <QWidget>
#include <cstdint>
#include <limits>
#include <vector>

#include "widgets/theme.h"

class QDoubleSpinBox;

namespace leadlight {

// The points of two columns together: a cell for each pair of what leads have.
struct PointsTable {
  struct Cell {
    double points = 0;
    std::uint64_t leads = 0;
    std::uint64_t known = 0;                                  // with a known outcome
    std::uint64_t converted = 0;                              // of those
    double error = std::numeric_limits<double>::quiet_NaN();  // standard error of the points; NaN: not known
    bool changed = false;                                     // edited and not yet saved
    std::size_t group = 0;                                    // what the presenter knows it by
  };
  QString rowsName, columnsName;
  std::vector<QString> rows, columns;
  std::vector<Cell> cells;  // rows.size() x columns.size(), row by row
  bool rates = false;       // is the outcome known?
};

// A heat table of points: each cell prints its points, darker with more of them; pale print where no lead is. Arrow
// keys walk the cells, + and - change their points, Return or a double click opens a box to type them. Passive.
class PointsGrid final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit PointsGrid(QWidget* parent = nullptr);
  // step: what one press of a key changes.
  void display(PointsTable table, double step = 1);
  const PointsTable& table() const { return table_; }
  void applyTheme(const Theme& theme) override;
  QRect cellRect(int row, int column) const;
  void openBox(int row, int column);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void edited(int row, int column, double points);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  int rows() const { return static_cast<int>(table_.rows.size()); }
  int columns() const { return static_cast<int>(table_.columns.size()); }
  const PointsTable::Cell& cell(int row, int column) const;
  int namesWidth() const;
  int headHeight() const;
  QString cellText(int row, int column) const;
  bool hit(const QPoint& position, int& row, int& column) const;
  void walk(int down, int right);
  void change(double points);
  void closeBox(bool take);
  void paintHead(QPainter& painter) const;
  void paintCell(QPainter& painter, int row, int column, double low, double high) const;

  Theme theme_ = lightTheme();
  PointsTable table_;
  double step_ = 1;
  int row_ = -1, column_ = -1;     // under the keyboard
  QDoubleSpinBox* box_ = nullptr;  // while points are typed
};

}  // namespace leadlight
