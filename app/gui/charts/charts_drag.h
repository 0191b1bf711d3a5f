#pragma once

#include <QObject>
#include <QPoint>
#include <QPointer>
#include <QTimer>
#include <vector>

class QKeyEvent;
class QLabel;
class QScrollArea;

namespace leadlight {

class ChartCard;

// Moves cards by their title rows: a picture of the card follows the pointer, a mark shows between which cards it would
// stand, near the upper and lower edge the page scrolls, Esc leaves all as it was. Runs no event loop of its own.
class ChartsDrag final : public QObject {
  Q_OBJECT

 public:
  // `cards` in their order, each in the widget of its row. REQUIRES: both outlive this.
  ChartsDrag(QScrollArea& area, const std::vector<ChartCard*>& cards);

  void watch(ChartCard& card);
  void cancel();

 signals:
  void dropped(leadlight::ChartCard* card, std::size_t before);  // the place among all cards as they stand

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  // Before which card, and where the mark for it stands in the scrolled widget.
  struct Place {
    std::size_t before = 0;
    QRect mark;
  };

  bool escape(QKeyEvent* event);
  void press(const QObject* handle, const QPoint& at);
  void move(const QPoint& at);
  void begin();
  void follow();
  void scroll();
  void drop();
  bool inside() const;
  QRect rectOf(const ChartCard& card) const;
  Place placeAt(const QPoint& at) const;

  QScrollArea& area_;
  const std::vector<ChartCard*>& cards_;
  QPointer<ChartCard> card_;  // under the button
  QPoint pressed_, pointer_;  // on the screen
  QLabel* picture_;
  QWidget* mark_;
  QTimer scrolling_;
  bool dragging_ = false;
};

}  // namespace leadlight
