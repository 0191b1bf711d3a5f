#pragma once

#include <QWidget>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "widgets/theme.h"

class QDoubleSpinBox;

namespace leadlight {

// One line of a term: what leads have, the points it earns, and how those leads fared.
struct PointsRow {
  QString label;  // "Working Professional", "500 to 1,000"
  double points = 0;
  std::uint64_t leads = 0;
  std::uint64_t known = 0;                                  // with a known outcome
  std::uint64_t converted = 0;                              // of those
  bool rest = false;                                        // any other value, or unknown: set apart
  double error = std::numeric_limits<double>::quiet_NaN();  // standard error of the points; NaN: not known
  bool changed = false;                                     // edited and not yet saved
  std::size_t group = 0;                                    // what the presenter knows it by
};

// The 95 % interval of a row's points; nullopt where their error is not known.
std::optional<std::pair<double, double>> doubtOf(const PointsRow& row);

// A term as a table and a plot in one: label, a bar to either side of zero with its doubt (points -+ 1.96 standard
// errors), the points, the leads and their conversion. Editable, the end of a bar is dragged, and Up and Down choose a
// row, Left and Right change its points, Return or a double click opens a box to type them. Passive.
class PointsView final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit PointsView(QWidget* parent = nullptr);

  // extent: the largest points of any term beside it, so that bars compare across terms. rates: is the outcome known?
  // step: what one press of a key changes.
  void show(std::vector<PointsRow> rows, double extent, bool rates, double step = 1);
  const std::vector<PointsRow>& rows() const { return rows_; }
  void setEditable(bool editable);
  int current() const { return current_; }  // the row under the keyboard, -1: none
  void applyTheme(const Theme& theme) override;

  double xOf(double points) const;  // in pixels of the widget
  QRect rowRect(int row) const;
  void openBox(int row);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  // done: false while a bar is being dragged; more will follow.
  void edited(int row, double points, bool done);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  struct Columns {
    int words = 0;  // width of the labels
    int right = 0;  // where the numbers begin
    int leads = 0;  // width of the counts
    int rate = 0;   // and of the rates
    double zero = 0, half = 0;
  };
  Columns columns() const;
  void paintHead(QPainter& painter, const Columns& at) const;
  void paintRow(QPainter& painter, std::size_t index, const Columns& at) const;
  void paintDoubt(QPainter& painter, const PointsRow& row, double y, const Columns& at) const;
  int lineAt(double y) const;                // the row there; -1: none
  int rowAt(const QPointF& position) const;  // the row whose plot is there; -1: none
  void change(int row, double points, bool done);
  void closeBox(bool take);

  Theme theme_ = lightTheme();
  std::vector<PointsRow> rows_;
  double extent_ = 1, step_ = 1;
  bool rates_ = false, editable_ = false;
  int current_ = -1, dragged_ = -1;
  QDoubleSpinBox* box_ = nullptr;  // while points are typed
};

}  // namespace leadlight
