#pragma once

#include <QWidget>
#include <cstdint>
#include <vector>

#include "widgets/theme.h"

namespace leadlight {

// How the leads of one band fared; highest band first.
struct BandRow {
  QString name;
  QString from;  // "75 or more"
  std::uint64_t leads = 0;
  double rate = 0, low = 0, high = 0;  // shares with their 95 % interval
  bool operator==(const BandRow&) const = default;
};

// The bands with their leads and their conversion on one scale from 0 to 100 %, each with its interval. Passive.
class BandsView final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit BandsView(QWidget* parent = nullptr);

  // rates: is the outcome known? average: the share of all leads.
  void show(std::vector<BandRow> rows, bool rates, double average);
  const std::vector<BandRow>& rows() const { return rows_; }
  void applyTheme(const Theme& theme) override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintRate(QPainter& painter, const QRect& rect, const BandRow& row) const;

  Theme theme_ = lightTheme();
  std::vector<BandRow> rows_;
  bool rates_ = false;
  double average_ = 0;
};

}  // namespace leadlight
