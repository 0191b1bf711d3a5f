#include "widgets/charts/histogram.h"

#include <algorithm>
#include <cmath>

#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

constexpr double widest = 56;  // px of a bar
constexpr double lone = 2.5;   // times the next highest bin: a spike that would flatten all others

// Halfway from a band's colour to the card's: its leads that did not convert.
QColor paler(const QColor& color, const QColor& surface) {
  return QColor((color.red() + surface.red()) / 2, (color.green() + surface.green()) / 2,
                (color.blue() + surface.blue()) / 2);
}

}  // namespace

Histogram::Histogram(QWidget* parent)
    : ChartView(parent), series_(new QStackedBarSeries), axes_(addSeries(*chart(), series_, Qt::AlignBottom)) {}

void Histogram::display(const HistogramModel& model) {
  const bool sameBins = model.items.size() == model_.items.size();
  const bool sameSets = !sets_.empty() && model.bands.size() == model_.bands.size();
  model_ = model;
  if (!sameBins) axes_.places->setCategories(placeNames(model_.items.size()));
  if (!sameSets) replaceSets();
  chooseScale();
  updateSets();
  describe(model_.context, model_.items);
  arrange();
  viewport()->update();
}

// Without bands the four layers; with bands two sets per band, converted and not, then not chosen and filtered out.
void Histogram::replaceSets() {
  series_->clear();
  sets_.clear();
  const std::size_t count = model_.bands.empty() ? 4 : 2 * model_.bands.size() + 2;
  for (std::size_t i = 0; i < count; ++i) {
    sets_.push_back(new QBarSet(QString()));
    series_->append(sets_.back());
  }
  restyle();
}

void Histogram::restyle() {
  if (sets_.empty()) return;
  const std::size_t bands = model_.bands.size();
  if (bands == 0) return paintLayers({sets_[0], sets_[1], sets_[2], sets_[3]}, theme());
  for (std::size_t i = 0; i < bands; ++i) {
    const BandColors& colors = theme().band(i, bands);
    sets_[2 * i]->setBrush(colors.fill);
    sets_[2 * i + 1]->setBrush(paler(colors.fill, theme().surface));
    for (const std::size_t set : {2 * i, 2 * i + 1}) sets_[set]->setPen(QPen(colors.edge, 1));
  }
  paintSet(*sets_[2 * bands], theme().unchosen);
  paintSet(*sets_[2 * bands + 1], theme().rest);
}

void Histogram::updateSets() {
  const std::size_t bands = model_.bands.size();
  if (bands == 0) {
    setLayers({sets_[0], sets_[1], sets_[2], sets_[3]}, model_.items, model_.context.outcome);
    return fitCut();
  }
  std::vector<QList<qreal>> values(sets_.size(), QList<qreal>(static_cast<qsizetype>(model_.items.size()), 0));
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const ChartItem& item = model_.items[i];
    const auto at = static_cast<qsizetype>(i);
    const std::size_t band = bandOf((model_.edges[i] + model_.edges[i + 1]) / 2);
    const std::uint64_t solid = model_.context.outcome ? item.kept.converted : item.kept.leads;
    values[2 * band][at] = static_cast<qreal>(solid);
    values[2 * band + 1][at] = static_cast<qreal>(item.kept.leads - solid);
    values[2 * bands][at] = static_cast<qreal>(item.passing.leads - item.kept.leads);
    values[2 * bands + 1][at] = static_cast<qreal>(item.all.leads - item.passing.leads);
  }
  for (std::size_t i = 0; i < sets_.size(); ++i) replaceValues(*sets_[i], values[i]);
}

// Where the leads that pass go beyond the axis, they share the bar that is cut: it would else show the lowest layer
// alone.
void Histogram::fitCut() {
  if (cut_ < 0) return;
  const auto passing = static_cast<double>(model_.items[static_cast<std::size_t>(cut_)].passing.leads);
  if (passing <= end_) return;
  for (QBarSet* set : sets_) set->replace(cut_, set->at(cut_) * end_ / passing);
}

std::size_t Histogram::bandOf(double value) const {
  for (std::size_t i = 0; i < model_.bands.size(); ++i)
    if (value >= model_.bands[i].from) return i;
  return model_.bands.size() - 1;
}

// The axis ends above the highest bin of all leads, so that filters never rescale it; a bin far above the others is
// cut.
void Histogram::chooseScale() {
  double first = 0, second = 0;
  cut_ = -1;
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const auto leads = static_cast<double>(model_.items[i].all.leads);
    if (leads > first) {
      second = first;
      first = leads;
      cut_ = static_cast<int>(i);
    } else {
      second = std::max(second, leads);
    }
  }
  if (model_.items.size() < 4 || first < lone * second || second == 0) cut_ = -1;
  const double high = cut_ >= 0 ? second : first;
  step_ = roundStep(high, 5, 1);
  end_ = std::max(step_, std::ceil(high / step_) * step_);
  if (cut_ >= 0 || end_ - high < step_ / 20) end_ += step_ / 8;
}

void Histogram::arrange() {
  const QSizeF size = viewport()->size();
  const double labels = textWidth(smallFont(), formatCount(static_cast<std::uint64_t>(end_)));
  const double foot = model_.bands.empty() ? 40 : 70;
  plot_ = QRectF(QPointF(12 + labels + 7, 18), QPointF(size.width() - 18, size.height() - foot));
  if (chart()->plotArea() != plot_) chart()->setPlotArea(plot_);
  if (axes_.values->max() != end_) axes_.values->setRange(0, end_);
  const double wide = std::min(0.85, widest / std::max(1.0, edgeX(1) - edgeX(0)));
  if (series_->barWidth() != wide) series_->setBarWidth(wide);
}

double Histogram::yOf(double leads) const { return plot_.bottom() - leads / end_ * plot_.height(); }

double Histogram::edgeX(int edge) const { return plot_.left() + edge * plot_.width() / std::max(1, itemCount()); }

double Histogram::xOf(double value) const {
  const auto& edges = model_.edges;
  if (edges.size() < 2 || value <= edges.front()) return plot_.left();
  if (value >= edges.back()) return plot_.right();
  const auto above = std::upper_bound(edges.begin(), edges.end(), value);
  const auto bin = above - edges.begin() - 1;
  const double low = *(above - 1);
  return edgeX(static_cast<int>(bin)) + (value - low) / (*above - low) * plot_.width() / itemCount();
}

QRectF Histogram::itemRect(int item) const {
  return {edgeX(item), plot_.top(), edgeX(item + 1) - edgeX(item), plot_.height()};
}

QString Histogram::tipOf(int item) const {
  const ChartItem& bin = model_.items[static_cast<std::size_t>(item)];
  return tipText(bin, model_.context, tr("Click keeps, drag keeps a range"));
}

QString Histogram::bandCaption(std::size_t band) const {
  if (!model_.context.outcome) return {};
  const Group& kept = model_.bands[band].kept;
  return kept.leads == 0 ? tr("no leads") : tr("%1 convert").arg(shareText(kept));
}

double Histogram::bandCaptionWidth(std::size_t band) const {
  const double head = 60 + textWidth(smallFont(true), formatCount(model_.bands[band].kept.leads));
  return std::max(head, textWidth(smallFont(), bandCaption(band))) + 8;
}

// Where each band's caption begins: under the band, or side by side when bands are too narrow for that.
std::vector<double> Histogram::bandLefts() const {
  const std::size_t count = model_.bands.size();
  std::vector<double> lefts(count);
  for (std::size_t i = 0; i < count; ++i) lefts[i] = xOf(model_.bands[i].from) + 3;
  bool fits = true;
  for (std::size_t i = 0; i < count; ++i)
    fits = fits && lefts[i] + bandCaptionWidth(i) <= (i == 0 ? viewport()->width() : lefts[i - 1]);
  if (!fits)
    for (std::size_t i = 0; i < count; ++i)
      lefts[i] = plot_.left() + static_cast<double>(count - 1 - i) * plot_.width() / static_cast<double>(count);
  return lefts;
}

// From the caption's left to the next one's, or to the edge.
double Histogram::bandRoom(std::size_t band) const {
  const std::vector<double> lefts = bandLefts();
  return (band == 0 ? viewport()->width() - 4.0 : lefts[band - 1]) - lefts[band];
}

QRectF Histogram::bandRect(std::size_t band) const {
  const double width = std::min(bandCaptionWidth(band), bandRoom(band));
  return {bandLefts()[band] - 3, plot_.bottom() + 29, width, 38};
}

}  // namespace leadlight
