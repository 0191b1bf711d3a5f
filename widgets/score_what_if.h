#pragma once

#include <QWidget>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// What the score would be with another value of one field.
struct WhatIfBar {
  QString label;  // "600", "Google"
  double score = 0;
  int band = -1;  // 0 the highest; -1: none
  bool current = false;
  bool operator==(const WhatIfBar&) const = default;
};

// One bar per value in its band's colour, the present one underlined. A click, or Left, Right and Return, picks a
// value.
class WhatIfView final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit WhatIfView(QWidget* parent = nullptr);

  // low < high: the scores of an empty and a full bar.
  void show(std::vector<WhatIfBar> bars, std::size_t bandCount, double low, double high);
  const std::vector<WhatIfBar>& bars() const { return bars_; }
  void applyTheme(const Theme& theme) override;

  QSize sizeHint() const override { return {410, 112}; }
  QSize minimumSizeHint() const override { return {200, 96}; }

 signals:
  void picked(int bar);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  int barAt(double x) const;
  int currentBar() const;

  Theme theme_ = lightTheme();
  std::vector<WhatIfBar> bars_;
  std::size_t bandCount_ = 0;
  double low_ = 0;
  double high_ = 100;
  int digits_ = 1;
};

}  // namespace leadlight
