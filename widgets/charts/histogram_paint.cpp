#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "widgets/charts/chart_text.h"
#include "widgets/charts/histogram.h"
#include "widgets/kit/badge.h"

namespace leadlight {
namespace {

constexpr double badgeGap = 6;

void drawCentred(QPainter& painter, double x, double baseline, const QString& text) {
  painter.drawText(QPointF(x - textWidth(painter.font(), text) / 2, baseline), text);
}

QPen dashed(const QColor& color) {
  QPen pen(color, 1);
  pen.setDashPattern({2, 3});
  return pen;
}

}  // namespace

void Histogram::paintUnder(QPainter& painter) const {
  if (model_.items.empty()) return;
  painter.setPen(QPen(theme().grid, 1));
  for (double at = step_; at <= end_; at += step_)
    painter.drawLine(QLineF(plot_.left(), crisp(yOf(at)), plot_.right(), crisp(yOf(at))));
}

void Histogram::paintOver(QPainter& painter) const {
  if (model_.items.empty()) return;
  paintValueAxis(painter);
  const double baseline = plot_.bottom() + 16;
  painter.setPen(theme().muted);
  if (!model_.bands.empty())
    paintBandEdges(painter, baseline);
  else if (model_.scale == HistogramModel::Scale::Number)
    paintNumbers(painter, baseline);
  else
    paintEachBin(painter, baseline);
  paintCut(painter);
  paintBands(painter);
  paintBrush(painter);
  paintFoot(painter);
}

void Histogram::paintValueAxis(QPainter& painter) const {
  painter.setPen(QPen(theme().axis, 1));
  painter.drawLine(QLineF(plot_.left(), crisp(plot_.bottom()), plot_.right(), crisp(plot_.bottom())));
  painter.setPen(theme().muted);
  for (double at = 0; at <= end_; at += step_) {
    const QString label = formatCount(static_cast<std::uint64_t>(at));
    painter.drawText(QPointF(plot_.left() - 7 - textWidth(painter.font(), label), yOf(at) + 4), label);
  }
}

// The scores at which bands meet, and where there is room beside them the ends of the axis and round scores.
void Histogram::paintBandEdges(QPainter& painter, double baseline) const {
  std::vector<double> values;
  for (const BandMark& band : model_.bands)
    if (std::isfinite(band.from) && band.from > model_.edges.front() && band.from < model_.edges.back())
      values.push_back(band.from);
  values.push_back(model_.edges.front());
  const double low = model_.edges.front(), high = model_.edges.back(), step = roundStep(high - low, 10, 0);
  for (double k = std::ceil(low / step); k * step < high; ++k) values.push_back(k * step);
  values.push_back(high);
  std::vector<std::pair<double, double>> taken;
  for (const double value : values) {
    const double half = textWidth(painter.font(), numberText(value)) / 2;
    const double x = std::clamp(xOf(value), half, viewport()->width() - 2 - half);
    const bool free = std::none_of(taken.begin(), taken.end(), [&](const auto& label) {
      return x - half - 6 < label.second && x + half + 6 > label.first;
    });
    if (!free) continue;
    taken.emplace_back(x - half, x + half);
    drawCentred(painter, x, baseline, numberText(value));
  }
}

// Round numbers under the edges they stand for, as many as have room. A first or last bin that holds a long tail is
// wider than the others: only its outer end is named.
void Histogram::paintNumbers(QPainter& painter, double baseline) const {
  const auto& edges = model_.edges;
  const std::size_t last = edges.size() - 1;
  const double usual = edges[(last + 1) / 2] - edges[(last + 1) / 2 - 1];
  const bool headTail = last > 2 && edges[1] - edges[0] > 1.01 * usual;
  const bool endTail = last > 2 && edges[last] - edges[last - 1] > 1.01 * usual;
  const double low = edges[headTail ? 1 : 0], high = edges[endTail ? last - 1 : last];
  const auto width = [&](double value) { return textWidth(painter.font(), numberText(value)); };
  const double widest = std::max({width(low), width(high), 28.0});
  const int parts = std::clamp(static_cast<int>(plot_.width() / (widest + 18)), 1, 6);
  const double step = roundStep(high - low, parts, 0);
  const double end = viewport()->width() - 2.0;
  double taken = plot_.left() - 40;
  for (double k = std::ceil(low / step - 1e-9); k * step <= high + step * 1e-9; ++k) {
    const double half = width(k * step) / 2;
    const double x = std::min(xOf(k * step), end - half);
    drawCentred(painter, x, baseline, numberText(k * step));
    taken = x + half;
  }
  const double most = edges[last] < 100 ? edges[last] : std::round(edges[last]);
  const double half = width(most) / 2;
  const double outer = std::min(edgeX(itemCount()), end - half);
  if (endTail && outer - half > taken + 6) drawCentred(painter, outer, baseline, numberText(most));
}

// The value or period of each bin under its middle; every second, third and so on where there is no room for all.
void Histogram::paintEachBin(QPainter& painter, double baseline) const {
  const bool values = model_.scale == HistogramModel::Scale::EachValue;
  const auto label = [&](int bin) {
    const double start = model_.edges[static_cast<std::size_t>(bin)];
    if (!values) return periodText(start, model_.scale);
    const bool tail = bin + 1 == itemCount() && model_.edges.back() - start > 1.5;
    return tail ? numberText(start) + QLatin1Char('+') : numberText(start);
  };
  double widest = 0;
  for (int bin = 0; bin < itemCount(); ++bin) widest = std::max(widest, textWidth(painter.font(), label(bin)));
  const double room = plot_.width() / itemCount();
  const int stride = std::max(1, static_cast<int>(std::ceil((widest + 10) / room)));
  for (int bin = 0; bin < itemCount(); bin += stride) {
    const double x =
        std::clamp((edgeX(bin) + edgeX(bin + 1)) / 2, 2 + widest / 2, viewport()->width() - 2 - widest / 2);
    drawCentred(painter, x, baseline, label(bin));
  }
}

void Histogram::paintCut(QPainter& painter) const {
  if (cut_ < 0) return;
  const ChartItem& bin = model_.items[static_cast<std::size_t>(cut_)];
  const double left = edgeX(cut_), right = edgeX(cut_ + 1), y = plot_.top() + 18;
  QPainterPath slit;
  slit.moveTo(left, y + 4);
  slit.lineTo(right, y - 3);
  slit.lineTo(right, y + 1);
  slit.lineTo(left, y + 8);
  slit.closeSubpath();
  painter.fillPath(slit, theme().surface);
  QString label = tr("%1: %2").arg(bin.name, formatLeads(bin.passing.leads));
  if (model_.context.outcome && bin.passing.leads > 0) label += tr(", %1 convert").arg(shareText(bin.passing));
  const double width = textWidth(painter.font(), label);
  painter.setPen(theme().muted);
  painter.drawText(QPointF(std::clamp(left, 4.0, std::max(4.0, viewport()->width() - width - 4)), 12), label);
}

QString Histogram::shortCaption(const Group& kept) const {
  return kept.leads == 0 ? tr("no leads") : tr("%1 conv.", "short for: convert").arg(shareText(kept));
}

// The count beside the badge and the rate below; where long counts would touch the next badge, the other way round;
// where rates would, too, without them.
void Histogram::paintBands(QPainter& painter) const {
  const std::vector<double> lefts = bandLefts();
  bool wordsFit = true, shortFits = true, countsFit = true, ratesFit = true;
  for (std::size_t i = 0; i < lefts.size(); ++i) {
    const BandMark& band = model_.bands[i];
    const double room = bandRoom(i) - 6, beside = room - badgeSize(band.name, smallFont(true)).width() - badgeGap;
    wordsFit = wordsFit && textWidth(smallFont(), bandCaption(i)) <= room;
    shortFits = shortFits && textWidth(smallFont(), shortCaption(band.kept)) <= room;
    countsFit = countsFit && textWidth(smallFont(true), formatCount(band.kept.leads)) <= beside;
    ratesFit = ratesFit && textWidth(smallFont(), shareText(band.kept)) <= beside;
  }
  for (std::size_t i = 0; i < model_.bands.size(); ++i) {
    const BandMark& band = model_.bands[i];
    if (i + 1 < model_.bands.size()) {
      painter.setPen(dashed(theme().axis));
      const double x = crisp(xOf(band.from));
      painter.drawLine(QLineF(x, plot_.top() - (cut_ < 0 ? 6 : 0), x, plot_.bottom() + 4));
    }
    const double top = plot_.bottom() + 32;
    const QSize badge = badgeSize(band.name, smallFont(true));
    const QRect place(static_cast<int>(lefts[i]), static_cast<int>(top), badge.width(), badge.height());
    painter.setFont(smallFont(true));
    paintBadge(painter, place, band.name, theme().band(i, model_.bands.size()));
    const QPointF beside(place.right() + 1 + badgeGap, top + 13), below(lefts[i], top + 31);
    painter.setFont(smallFont(true));
    painter.setPen(theme().text);
    painter.drawText(countsFit ? beside : below, formatCount(band.kept.leads));
    if (!model_.context.outcome || (!countsFit && !ratesFit)) continue;
    painter.setFont(smallFont());
    painter.setPen(theme().muted);
    const QString rate = shortFits ? shortCaption(band.kept) : shareText(band.kept);
    painter.drawText(countsFit ? below : beside, !countsFit ? shareText(band.kept) : wordsFit ? bandCaption(i) : rate);
  }
}

void Histogram::paintBrush(QPainter& painter) const {
  const auto bins = brush();
  if (!bins) return;
  const double from = edgeX(bins->first), below = edgeX(bins->second);
  QColor tint = theme().accent;
  tint.setAlphaF(0.10F);
  painter.fillRect(QRectF(QPointF(from, plot_.top()), QPointF(below, plot_.bottom())), tint);
  for (const double x : {from, below}) {
    painter.setPen(QPen(theme().accent, 1.5));
    painter.drawLine(QLineF(x, plot_.top(), x, plot_.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().accent);
    const double middle = plot_.center().y();
    painter.drawRoundedRect(QRectF(x - 3.5, middle - 13, 7, 26), 3, 3);
    painter.setPen(QPen(theme().onAccent, 1));
    painter.drawLine(QLineF(x, middle - 5, x, middle + 5));
  }
}

// The chosen range under its brush; else how many leads have no value.
void Histogram::paintFoot(QPainter& painter) const {
  const auto bins = brush();
  const double baseline = model_.bands.empty() ? viewport()->height() - 7.0 : 10.0;
  if (bins) {
    const QString text = rangeText(rangeOf(*bins), model_.scale);
    painter.setFont(smallFont(true));
    painter.setPen(theme().accent);
    const double half = textWidth(painter.font(), text) / 2;
    const double middle = (edgeX(bins->first) + edgeX(bins->second)) / 2;
    drawCentred(painter, std::clamp(middle, 4 + half, std::max(4 + half, viewport()->width() - 4 - half)), baseline,
                text);
    painter.setFont(smallFont());
  } else if (model_.missing.leads > 0 && model_.bands.empty()) {
    const QString text = tr("%1 unknown").arg(formatCount(model_.missing.leads));
    painter.setPen(theme().muted);
    painter.drawText(QPointF(plot_.right() - textWidth(painter.font(), text), baseline), text);
  }
}

}  // namespace leadlight
