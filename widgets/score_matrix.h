#pragma once

#include <QWidget>
#include <cstdint>

#include "widgets/theme.h"

namespace leadlight {

// What a threshold does to leads whose outcome is known.
struct ScoreMatrix {
  QString threshold;  // "60"
  std::uint64_t won = 0, missed = 0, inVain = 0, leftAlone = 0;
  QString reachWords;              // of the row of those who converted: "27.4% reached"
  QString leftWords, calledWords;  // under their columns: "80.2% convert"
  std::uint64_t leads() const { return won + missed + inVain + leftAlone; }
  bool operator==(const ScoreMatrix&) const = default;
};

// The four quadrants of a threshold as tiles: converted above, called at the right, as the histogram beside it has
// them. Passive.
class ScoreMatrixView final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit ScoreMatrixView(QWidget* parent = nullptr);
  void display(const ScoreMatrix& matrix);
  const ScoreMatrix& matrix() const { return matrix_; }
  // Of the four counts, where a tile has that much room.
  QFont numberFont(int width, int height) const;
  void applyTheme(const Theme& theme) override;

  QSize sizeHint() const override { return {320, 262}; }
  QSize minimumSizeHint() const override { return {270, 200}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  enum class Look { Plain, Filled, Edged };
  void paintTile(QPainter& painter, const QRect& area, std::uint64_t leads, const QString& word, Look look) const;

  Theme theme_ = lightTheme();
  ScoreMatrix matrix_;
};

}  // namespace leadlight
