#pragma once

#include <QWidget>
#include <cstdint>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// One line of a term: what leads have, the points it earns, and how those leads fared.
struct PointsRow {
  QString label;  // "Working Professional", "500 to 1,000"
  double points = 0;
  std::uint64_t leads = 0;
  std::uint64_t converted = 0;
  bool rest = false;  // any other value, or unknown: set apart
  bool operator==(const PointsRow&) const = default;
};

// A term as a table and a plot in one: label, a bar to either side of zero, the points, the leads and their conversion.
// Passive.
class PointsView final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit PointsView(QWidget* parent = nullptr);

  // extent: the largest points of any term beside it, so that bars compare across terms. rates: is the outcome known?
  void show(std::vector<PointsRow> rows, double extent, bool rates);
  const std::vector<PointsRow>& rows() const { return rows_; }
  void applyTheme(const Theme& theme) override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Theme theme_ = lightTheme();
  std::vector<PointsRow> rows_;
  double extent_ = 1;
  bool rates_ = false;
};

}  // namespace leadlight
