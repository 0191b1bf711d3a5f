#pragma once

#include <QWidget>
#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// Scores by outcome in equal bins from `low` to `high`. `rest` is parallel to `converted`, or empty without an outcome.
struct MirrorModel {
  QString title;  // accessible name
  double low = 0, high = 100;
  double step = 1;  // what one press of Left or Right moves
  std::vector<std::uint64_t> converted;
  std::vector<std::uint64_t> rest;
  double binWidth() const { return (high - low) / static_cast<double>(std::max<std::size_t>(1, converted.size())); }
};

// How many leads a threshold calls.
struct MirrorCalls {
  std::uint64_t converted = 0;
  std::uint64_t rest = 0;
};

// Who converted above the zero line, the rest below it, and one upright line between those who are called and those
// who are not. The line is dragged, or moved with Left and Right (ten steps with Page Up and Page Down), Home and End.
// A bin that the line cuts is drawn as two bars: who is called, who is not. Passive.
class MirrorHistogram final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit MirrorHistogram(QWidget* parent = nullptr);

  void display(MirrorModel model);
  double threshold() const { return threshold_; }
  // Does not emit thresholdMoved(). Without `calls` the leads of a bin that the line cuts count as evenly spread.
  void setThreshold(double threshold, std::optional<MirrorCalls> calls = {});
  void applyTheme(const Theme& theme) override;
  double xOf(double score) const;

  QSize sizeHint() const override { return {520, 280}; }
  QSize minimumSizeHint() const override { return {300, 190}; }

 signals:
  void thresholdMoved(double threshold);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QRectF plot() const;
  double yOf(double leads) const;  // negative: below the zero line
  void move(double threshold);
  void moveTo(double x);
  void describe();
  void paintGrid(QPainter& painter) const;
  // A bar, or the part of one at one side of the line.
  struct Piece {
    double left = 0, right = 0;  // px
    double converted = 0, rest = 0;
    bool called = false;
  };
  std::vector<Piece> pieces() const;
  Piece calledPart(std::size_t bin) const;
  void paintBar(QPainter& painter, const Piece& piece) const;
  void paintWords(QPainter& painter) const;
  QRectF grip() const;  // of the line, with the threshold in it
  void paintLine(QPainter& painter) const;

  Theme theme_ = lightTheme();
  MirrorModel model_;
  double threshold_ = 0;
  std::optional<MirrorCalls> calls_;
  double up_ = 1, down_ = 0, gridStep_ = 1;  // leads above and below the zero line, and between grid lines
  double leftMargin_ = 0;                    // px, for the widest number beside the grid
  bool byKeyboard_ = false;
};

}  // namespace leadlight
