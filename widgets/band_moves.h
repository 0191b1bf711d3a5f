#pragma once

#include <QWidget>
#include <cstdint>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// Who stands in which band of one scorecard and in which of another; bands from the highest.
struct BandMoves {
  QString fromName, toName;  // the scorecards
  std::vector<QString> from, to;
  struct Cell {
    std::uint64_t leads = 0, converted = 0;
    bool operator==(const Cell&) const = default;
  };
  std::vector<Cell> cells;  // from.size() x to.size(), row by row
  bool outcome = true;      // is `converted` known?
  bool operator==(const BandMoves&) const = default;
};

// A table of bands against bands: each cell tells its leads and their conversion, darker with more leads; those who
// stay are on the diagonal. Arrow keys walk the cells, a click or Space picks one. Passive.
class BandMovesView final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit BandMovesView(QWidget* parent = nullptr);
  void display(BandMoves moves);
  const BandMoves& moves() const { return moves_; }
  void applyTheme(const Theme& theme) override;
  QRect cellRect(int from, int to) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {260, sizeHint().height()}; }

 signals:
  void picked(int from, int to);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  int rows() const { return static_cast<int>(moves_.from.size()); }
  int columns() const { return static_cast<int>(moves_.to.size()); }
  const BandMoves::Cell& cell(int from, int to) const;
  QString cellText(int from, int to) const;
  void walk(int down, int right);

  Theme theme_ = lightTheme();
  BandMoves moves_;
  int row_ = -1, column_ = -1;  // under the keyboard
};

}  // namespace leadlight
