#include "widgets/charts/bar_chart.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/charts/chart_text.h"
#include "widgets/charts/share_strip.h"

namespace leadlight {
namespace {

constexpr double leftMargin = 12, rightMargin = 14, labelGap = 6, nameGap = 8;
constexpr double thickest = 22;  // px of a bar

}  // namespace

BarChart::BarChart(Style style, QWidget* parent)
    : ChartView(parent),
      style_(style),
      series_(new QHorizontalStackedBarSeries),
      axes_(addSeries(*chart(), series_, Qt::AlignLeft)),
      sets_(addSets<4>(*series_)) {}

QSize BarChart::sizeHint() const { return style_ == Style::Full ? QSize(698, 278) : QSize(387, 246); }

void BarChart::display(const BarModel& model) {
  const bool sameRows = model.items.size() == model_.items.size();
  model_ = model;
  if (!sameRows) axes_.places->setCategories(placeNames(model_.items.size()));
  updateSets();
  describe(model_.context, model_.items);
  arrange();
  viewport()->update();
}

void BarChart::updateSets() {
  // The category axis counts from below, names are read from above.
  std::vector<ChartItem> upwards(model_.items.rbegin(), model_.items.rend());
  setLayers(sets_, upwards, model_.context.outcome);
}

BarChart::Geometry BarChart::geometryOf() const {
  const QSizeF size = viewport()->size();
  const bool full = style_ == Style::Full;
  const QFont bold = smallFont(true);
  Geometry g;
  g.right = size.width() - rightMargin;
  if (hasScores()) {
    g.score = g.right;
    g.right -= std::max(textWidth(bold, headText(BarOrder::Score)), textWidth(smallFont(), formatDecimal(100))) + 14;
  }
  double name = 0, share = 0, unit = 0;
  for (const ChartItem& item : model_.items) name = std::max(name, textWidth(bold, item.name));
  name = std::min(name, size.width() * (full ? 0.22 : 0.36));
  if (model_.context.outcome)
    share = std::max(textWidth(smallFont(), formatPercent(1)), full ? 0.0 : textWidth(smallFont(), tr("converted")));
  const double top = full ? 26 : 22, bottom = size.height() - 20;
  const double whole = g.right + rightMargin;  // without the scores
  double barsRight = g.right;
  if (hasShares()) {
    const double left = std::max(whole * 0.715, g.right - share - 54 - 240);
    g.shares = QRectF(QPointF(left, top), QPointF(g.right - share - 16, bottom));
    barsRight = left - textWidth(smallFont(), formatPercent(0, 0)) / 2 - 6;
  } else if (model_.context.outcome) {
    barsRight = g.right - share - 8;
  }
  const double left = leftMargin + name + nameGap;
  // The scale that leaves room for every bar's own label, whatever the filter.
  double most = 1;
  unit = barsRight - left;
  for (const ChartItem& item : model_.items) {
    if (item.all.leads == 0) continue;
    const double room = barsRight - left - labelGap - textWidth(bold, countOf(item, true));
    unit = std::min(unit, room / static_cast<double>(item.all.leads));
    most = std::max(most, static_cast<double>(item.all.leads));
  }
  unit = std::max(unit, 1e-9);
  const double widest = textWidth(smallFont(), formatCount(static_cast<std::uint64_t>(most))) + 14;
  g.step = roundStep(most, std::clamp(static_cast<int>(most * unit / widest), 1, 4), 1);
  g.end = std::min(std::ceil(most / g.step) * g.step, (barsRight - left) / unit);
  g.bars = QRectF(QPointF(left, top), QPointF(left + g.end * unit, bottom));
  return g;
}

void BarChart::arrange() {
  geometry_ = geometryOf();
  if (chart()->plotArea() != geometry_.bars) chart()->setPlotArea(geometry_.bars);
  if (axes_.values->max() != geometry_.end) axes_.values->setRange(0, geometry_.end);
  const double thick = std::min(0.61, thickest / std::max(1.0, rowHeight()));
  if (series_->barWidth() != thick) series_->setBarWidth(thick);
}

double BarChart::rowHeight() const { return geometry_.bars.height() / std::max(1, itemCount()); }

double BarChart::rowCentre(int item) const { return geometry_.bars.top() + (item + 0.5) * rowHeight(); }

double BarChart::xOf(double leads) const {
  return geometry_.bars.left() + leads / geometry_.end * geometry_.bars.width();
}

QRectF BarChart::itemRect(int item) const {
  return {4, rowCentre(item) - rowHeight() / 2, static_cast<double>(viewport()->width()) - 8, rowHeight()};
}

QString BarChart::countOf(const ChartItem& item, bool longest) const {
  const QString all = formatCount(item.all.leads);
  if (style_ == Style::Compact) return longest ? all : formatCount(item.passing.leads);
  if (longest) return tr("%1 of %2").arg(all, all);
  return model_.context.filtered ? tr("%1 of %2").arg(formatCount(item.passing.leads), all) : all;
}

QString BarChart::tipOf(int item) const {
  const ChartItem& row = model_.items[static_cast<std::size_t>(item)];
  return tipText(row, model_.context, pickHint(row.chosen && model_.context.choosing));
}

void BarChart::paintUnder(QPainter& painter) const {
  if (model_.items.empty()) return;
  painter.setPen(QPen(theme().grid, 1));
  for (double at = geometry_.step; at <= geometry_.end * (1 + 1e-9); at += geometry_.step)
    painter.drawLine(QLineF(crisp(xOf(at)), geometry_.bars.top(), crisp(xOf(at)), geometry_.bars.bottom()));
  if (hasShares()) ShareStrip(theme(), geometry_.shares).paintGrid(painter);
}

void BarChart::paintOver(QPainter& painter) const {
  if (model_.items.empty()) return;
  painter.setPen(QPen(theme().axis, 1));
  const double zero = crisp(geometry_.bars.left());
  painter.drawLine(QLineF(zero, geometry_.bars.top(), zero, geometry_.bars.bottom()));
  paintHeads(painter);
  paintAxis(painter);
  if (hasShares())
    ShareStrip(theme(), geometry_.shares).paintAverage(painter, model_.context.average, geometry_.shares.top() - 3);
  for (int item = 0; item < itemCount(); ++item) paintRow(painter, item);
}

QString BarChart::headText(BarOrder column) const {
  QString text = tr("Leads");
  if (column == BarOrder::Conversion) text = hasShares() ? tr("Conversion") : tr("converted");
  if (column == BarOrder::Score) text = tr("Score");
  return style_ == Style::Full && model_.order == column ? text + QStringLiteral(" ▾") : text;
}

QRectF BarChart::headRect(BarOrder column) const {
  const double width = textWidth(smallFont(true), headText(column));
  switch (column) {
    case BarOrder::Leads:
      return {geometry_.bars.left(), 0, width + 4, 19};
    case BarOrder::Conversion:
      if (!model_.context.outcome) return {};
      return hasShares() ? QRectF(geometry_.shares.left(), 0, width + 4, 19)
                         : QRectF(geometry_.right - width, 0, width, 19);
    case BarOrder::Score:
      break;
  }
  return hasScores() ? QRectF(geometry_.score - width - 4, 0, width + 8, 19) : QRectF();
}

std::optional<BarOrder> BarChart::headAt(const QPointF& position) const {
  if (style_ != Style::Full) return std::nullopt;
  for (const BarOrder column : {BarOrder::Leads, BarOrder::Conversion, BarOrder::Score})
    if (headRect(column).contains(position)) return column;
  return std::nullopt;
}

void BarChart::mousePressEvent(QMouseEvent* event) {
  ChartView::mousePressEvent(event);
  if (event->button() != Qt::LeftButton) return;
  if (const auto column = headAt(event->position())) emit headClicked(*column);
}

void BarChart::mouseMoveEvent(QMouseEvent* event) {
  ChartView::mouseMoveEvent(event);
  if (headAt(event->position()))
    viewport()->setCursor(Qt::PointingHandCursor);
  else if (itemAt(event->position()) < 0)
    viewport()->setCursor(Qt::ArrowCursor);
}

void BarChart::paintHeads(QPainter& painter) const {
  const auto paint = [&](BarOrder column, bool right) {
    const bool ordered = style_ == Style::Full && model_.order == column;
    const QRectF place = headRect(column);
    painter.setFont(smallFont(ordered));
    painter.setPen(ordered ? theme().text : theme().muted);
    const double x = right ? place.right() - textWidth(painter.font(), headText(column)) - 4 : place.left();
    painter.drawText(QPointF(x, 13), headText(column));
  };
  paint(BarOrder::Leads, false);
  if (model_.context.outcome) paint(BarOrder::Conversion, false);
  if (hasScores()) paint(BarOrder::Score, true);
  if (!hasShares()) return;
  painter.setFont(smallFont());
  painter.setPen(theme().muted);
  const double left = headRect(BarOrder::Conversion).right() + 4;
  const QString note = tr("dashed: average");
  if (left + textWidth(painter.font(), note) <= geometry_.right) painter.drawText(QPointF(left, 13), note);
}

void BarChart::paintAxis(QPainter& painter) const {
  const double baseline = viewport()->height() - 5.0;
  painter.setPen(theme().muted);
  for (double at = 0; at <= geometry_.end * (1 + 1e-9); at += geometry_.step) {
    const QString label = formatCount(static_cast<std::uint64_t>(at));
    painter.drawText(QPointF(xOf(at) - textWidth(painter.font(), label) / 2, baseline), label);
  }
  if (hasShares()) ShareStrip(theme(), geometry_.shares).paintAxis(painter, baseline);
}

void BarChart::paintRow(QPainter& painter, int item) const {
  const ChartItem& row = model_.items[static_cast<std::size_t>(item)];
  const bool left = model_.context.choosing && !row.chosen;
  const QFont strong = smallFont(row.chosen);
  const double centre = rowCentre(item), baseline = centre + 4;
  const double nameRoom = geometry_.bars.left() - nameGap - leftMargin + 1;
  const QString name = elided(row.name, strong, nameRoom);
  painter.setFont(strong);
  painter.setPen(left ? theme().muted : theme().text);
  painter.drawText(QPointF(geometry_.bars.left() - nameGap - textWidth(strong, name), baseline), name);

  paintCount(painter, row, QPointF(xOf(static_cast<double>(row.all.leads)) + labelGap, baseline), left);

  if (hasScores()) {
    const QString score = formatDecimal(row.passing.meanScore());
    painter.setFont(smallFont());
    painter.setPen(left ? theme().muted : theme().text);
    painter.drawText(QPointF(geometry_.score - textWidth(painter.font(), score), baseline), score);
  }
  if (!model_.context.outcome) return;
  const bool few = row.passing.leads < fewLeads;
  if (hasShares()) ShareStrip(theme(), geometry_.shares).paintDot(painter, row.passing, centre, 4.5, left);
  const QString share = style_ == Style::Compact ? formatPercent(row.passing.rate().rate, 0) : shareText(row.passing);
  painter.setPen(left || few || style_ == Style::Compact ? theme().muted : theme().text);
  painter.setFont(smallFont());
  painter.drawText(QPointF(geometry_.right - textWidth(painter.font(), share), baseline), share);
}

// "1,272 of 2,868" on a ground of its own, so that no grid line crosses it.
void BarChart::paintCount(QPainter& painter, const ChartItem& row, const QPointF& at, bool left) const {
  const QFont plain = smallFont(), strong = smallFont(row.chosen);
  const bool passing = style_ == Style::Compact || model_.context.filtered;
  const QString count = formatCount(passing ? row.passing.leads : row.all.leads), whole = countOf(row, false);
  const QString rest = whole.startsWith(count) ? whole.mid(count.size()) : QString();
  const double width = textWidth(strong, count), more = textWidth(plain, rest);
  painter.fillRect(QRectF(at.x() - 2, at.y() - 10, width + more + 4, 13), theme().surface);
  painter.setFont(strong);
  painter.setPen(left ? theme().muted : theme().text);
  painter.drawText(at, count);
  painter.setFont(plain);
  painter.setPen(theme().muted);
  painter.drawText(at + QPointF(width, 0), rest);
}

void BarChart::restyle() { paintLayers(sets_, theme()); }

}  // namespace leadlight
