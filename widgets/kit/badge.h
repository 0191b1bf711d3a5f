#pragma once

#include <QWidget>

#include "widgets/theme.h"

class QPainter;

namespace leadlight {

// A band's letter (or word) on its colour, 22 x 18 or wider. Used by delegates and by the Badge widget.
QSize badgeSize(const QString& band, const QFont& font);
void paintBadge(QPainter& painter, const QRect& rect, const QString& band, const BandColors& colors);

class Badge : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit Badge(QWidget* parent = nullptr);
  // The band's place among its scorecard's bands, highest first.
  void display(const QString& band, std::size_t index, std::size_t count);
  // 28 px high with a 12 pt letter, for a score's headline.
  void setLarge();
  void applyTheme(const Theme& theme) override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QFont badgeFont() const;
  Theme theme_ = lightTheme();
  QString band_;
  std::size_t index_ = 0, count_ = 1;
  bool large_ = false;
};

}  // namespace leadlight
