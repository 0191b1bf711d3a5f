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

// A table head 80 px high: name, sort arrow and funnel, a small histogram and a caption.
class HistogramHeader final : public QHeaderView {
  Q_OBJECT

 public:
  explicit HistogramHeader(QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  void setContent(std::vector<HeaderContent> content, std::size_t bandCount);
  void setSort(int section, bool descending);  // -1: in no order

  QSize sizeHint() const override;

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;

 private:
  void paintBars(QPainter* painter, const QRect& rect, const HeaderContent& content) const;

  Theme theme_ = lightTheme();
  std::vector<HeaderContent> content_;
  std::size_t bandCount_ = 0;
  int sortedSection_ = -1;
  bool descending_ = false;
};

}  // namespace leadlight
