#pragma once

#include <QHeaderView>
#include <optional>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// What one table column shows in its head, under its name.
struct HeaderContent {
  std::vector<double> all;   // leads per bar; each row of bars is drawn to its own height
  std::vector<double> kept;  // the same for the leads in the list; empty, or as long as `all`
  std::vector<int> bands;    // position of the band that colours a kept bar; empty: one colour
  QString caption;
  bool warning = false;  // the caption is a warning, such as "after contact"
  bool pinned = false;
  bool filtered = false;
};

// One column of the table's order; the first decides, the next among equals.
struct HeaderSort {
  int section = -1;
  bool descending = false;
};

// A table head 80 px high: name, sort arrow and funnel, a small histogram and a caption. Dragging over the bars chooses
// them; a click anywhere is a click on the section.
class HistogramHeader final : public QHeaderView {
  Q_OBJECT

 public:
  explicit HistogramHeader(QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  void setContent(std::vector<HeaderContent> content, std::size_t bandCount);
  void setSort(std::vector<HeaderSort> sort);  // several are numbered
  void setCurrent(int section);                // the one that keys act on; -1: none

  QSize sizeHint() const override;

 signals:
  void barsChosen(int section, int first, int last);

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;

 private:
  // Bars under the mouse while they are chosen.
  struct Brush {
    int section = -1;
    int pressedAt = 0;  // x
    int from = 0, to = 0;
    bool moved = false;
  };
  int paintSort(QPainter* painter, int x, int top, int section) const;
  void paintBars(QPainter* painter, const QRect& rect, const HeaderContent& content) const;
  void paintBrush(QPainter* painter, const QRect& rect, std::size_t bars) const;
  int barAt(int section, int x) const;

  Theme theme_ = lightTheme();
  std::vector<HeaderContent> content_;
  std::size_t bandCount_ = 0;
  std::vector<HeaderSort> sort_;
  int current_ = -1;
  std::optional<Brush> brush_;
};

}  // namespace leadlight
