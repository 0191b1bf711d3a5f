#include "app/gui/score_lead/score_lead_stand.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/gui/score_bins.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

constexpr std::size_t bins = 30;
constexpr int labelHeight = 18;
constexpr int markHeight = 8;

}  // namespace

ScoreSpread spreadOf(const Frame& frame, const Scorecard& scorecard) {
  ScoreSpread spread;
  const Column* column = frame.find(scoreColumn);
  if (column == nullptr || column->type() != ColumnType::Decimal) return spread;
  const Binning binning = scoreBins(*column, bins, scorecard);
  if (binning.edges.size() < 2) return spread;
  spread.edges = binning.edges;
  spread.low = std::numeric_limits<double>::infinity();
  spread.high = -spread.low;
  for (const double score : column->decimals()) {
    if (std::isnan(score)) continue;
    spread.low = std::min(spread.low, score);
    spread.high = std::max(spread.high, score);
  }
  spread.counts.assign(binning.groups(), 0);
  for (const std::uint16_t group : groupOfRows(*column, binning)) ++spread.counts[group];
  spread.counts.pop_back();  // leads without a score
  spread.bandCount = scorecard.bands.size();
  for (std::size_t bin = 0; bin < spread.counts.size(); ++bin) {
    const double middle = (spread.edges[bin] + spread.edges[bin + 1]) / 2;
    spread.bands.push_back(scorecard.bands.empty() ? -1 : static_cast<int>(scorecard.bandIndex(middle)));
  }
  return spread;
}

StandView::StandView(QWidget* parent) : QWidget(parent) { setAccessibleName(tr("Scores of all leads")); }

void StandView::show(ScoreSpread spread) {
  spread_ = std::move(spread);
  update();
}

void StandView::setScore(double score) {
  score_ = score;
  setAccessibleDescription(formatDecimal(score));
  update();
}

void StandView::applyTheme(const Theme& theme) {
  theme_ = theme;
  update();
}

double StandView::xOf(double score) const {
  const std::vector<double>& edges = spread_.edges;
  const auto last = static_cast<std::ptrdiff_t>(edges.size()) - 1;
  const auto above = std::upper_bound(edges.begin(), edges.end(), score) - edges.begin();
  const auto bin = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(above - 1, 0, last - 1));
  const double within = std::clamp((score - edges[bin]) / (edges[bin + 1] - edges[bin]), 0.0, 1.0);
  return (static_cast<double>(bin) + within) * width() / static_cast<double>(last);
}

void StandView::paintEvent(QPaintEvent*) {
  if (spread_.counts.empty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto tallest = static_cast<double>(*std::max_element(spread_.counts.begin(), spread_.counts.end()));
  const double step = static_cast<double>(width()) / static_cast<double>(spread_.counts.size());
  const double base = height() - labelHeight, room = base - markHeight - 4;
  for (std::size_t bin = 0; bin < spread_.counts.size(); ++bin) {
    const auto count = static_cast<double>(spread_.counts[bin]);
    const double tall = count > 0 ? std::max(1.0, count / tallest * room) : 0;
    const QRectF bar(step * static_cast<double>(bin) + 0.5, base - tall, step - 1.5, tall);
    const int band = spread_.bands[bin];
    const BandColors colors =
        theme_.band(static_cast<std::size_t>(std::max(0, band)), std::max<std::size_t>(1, spread_.bandCount));
    painter.fillRect(bar, band < 0 ? theme_.lead : colors.fill);
  }
  painter.fillRect(QRectF(0, base, width(), 1), theme_.axis);
  QFont caption = font();
  caption.setPointSizeF(8.5);
  painter.setFont(caption);
  painter.setPen(theme_.muted);
  const QRectF labels(0, base + 2, width(), labelHeight - 2);
  painter.drawText(labels, Qt::AlignLeft | Qt::AlignVCenter, formatDecimal(spread_.low, 0));
  painter.drawText(labels, Qt::AlignRight | Qt::AlignVCenter, formatDecimal(spread_.high, 0));
  const double x = std::clamp(xOf(score_), 5.0, width() - 5.0);
  painter.fillRect(QRectF(x - 0.75, markHeight, 1.5, base - markHeight), theme_.text);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.text);
  painter.drawPolygon(QPolygonF{{x - 5, 0}, {x + 5, 0}, {x, markHeight}});
}

}  // namespace leadlight
