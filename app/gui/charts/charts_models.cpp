#include "app/gui/charts/charts_models.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChartsModels)
};

ChartItem itemOf(const QString& name, const LinkedView& view, const std::vector<std::size_t>& groups) {
  return {name, sumOf(view.all, groups), sumOf(view.groups, groups), sumOf(view.kept, groups), false};
}

bool keeps(const Choice& choice, const Binning& binning, const std::vector<std::size_t>& groups) {
  if (choice.excluded) {
    Choice left = choice;
    left.excluded = false;
    return !groups.empty() && !keeps(left, binning, groups);
  }
  return !groups.empty() && std::all_of(groups.begin(), groups.end(), [&](std::size_t group) {
    return group == binning.missingGroup() ? choice.missing : choice.values.contains(binning.values[group]);
  });
}

// Whole numbers in steps of one, but for a tail at the end.
bool eachWhole(const Binning& binning, const Column* column) {
  const auto& edges = binning.edges;
  return column && column->type() == ColumnType::Integer && edges.size() > 2 && edges[2] - edges[1] == 1 &&
         edges[1] - edges[0] == 1;
}

HistogramModel::Scale scaleOf(const Binning& binning, const Column* column) {
  if (binning.kind == Binning::Kind::Number)
    return binning.singleValues || eachWhole(binning, column) ? HistogramModel::Scale::EachValue
                                                              : HistogramModel::Scale::Number;
  switch (binning.period) {
    case Binning::Period::Day:
      return HistogramModel::Scale::Day;
    case Binning::Period::Week:
      return HistogramModel::Scale::Week;
    case Binning::Period::Month:
      return HistogramModel::Scale::Month;
    case Binning::Period::Year:
      break;
  }
  return HistogramModel::Scale::Year;
}

// Whole numbers that no lead has between those that some have: on an axis of numbers all steps are alike, unless that
// would take too many.
std::vector<double> withGaps(const std::vector<double>& edges) {
  constexpr double mostPlaces = 48;
  if (edges.back() - edges.front() > mostPlaces) return edges;
  std::vector<double> every;
  for (double edge = edges.front(); edge <= edges.back(); ++edge) every.push_back(edge);
  return every;
}

// Rows with enough leads by what `worth` says of all leads, then the others; ties and small ones keep their order, and
// "other values" stay last.
template <class Worth>
void orderRows(CategoryRows& rows, const Worth& worth) {
  std::vector<std::size_t> order(rows.groups.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto& items = rows.model.items;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const bool enoughA = items[a].all.leads >= fewLeads, enoughB = items[b].all.leads >= fewLeads;
    if (enoughA != enoughB) return enoughA;
    return enoughA && worth(items[a].all) > worth(items[b].all);
  });
  CategoryRows sorted{rows.model, {}};
  for (std::size_t i = 0; i < order.size(); ++i) {
    sorted.model.items[i] = items[order[i]];
    sorted.groups.push_back(rows.groups[order[i]]);
  }
  rows = std::move(sorted);
}

double shareOf(const Group& group) { return group.leads == 0 ? -1 : group.rate().rate; }
double scoreOf(const Group& group) { return group.scored == 0 ? -1e300 : group.meanScore(); }

// From the best band down, whatever their size.
void orderByBand(CategoryRows& rows, const Snapshot& snapshot) {
  CategoryRows sorted{rows.model, {}};
  sorted.model.items.clear();
  const auto take = [&](const QString& name, bool band) {
    for (std::size_t i = 0; i < rows.groups.size(); ++i) {
      const QString& own = rows.model.items[i].name;
      const auto& bands = snapshot.champion->scorecard.bands;
      const bool isBand =
          std::any_of(bands.begin(), bands.end(), [&](const Band& b) { return QString::fromStdString(b.name) == own; });
      if (band ? own != name : isBand) continue;
      sorted.model.items.push_back(rows.model.items[i]);
      sorted.groups.push_back(rows.groups[i]);
    }
  };
  for (const Band& band : snapshot.champion->scorecard.bands) take(QString::fromStdString(band.name), true);
  take({}, false);
  rows = std::move(sorted);
}

}  // namespace

Group sumOf(const std::vector<Group>& groups, const std::vector<std::size_t>& which) {
  Group sum;
  for (const std::size_t i : which) {
    if (i >= groups.size()) continue;
    sum.leads += groups[i].leads;
    sum.converted += groups[i].converted;
    sum.scoreSum += groups[i].scoreSum;
    sum.scored += groups[i].scored;
    sum.measureSum += groups[i].measureSum;
    sum.measured += groups[i].measured;
  }
  return sum;
}

ChartContext contextOf(const ChartPlan& plan, const Linked& linked, const std::optional<Choice>& choice) {
  return {plan.title, linked.snapshot->target.has_value(), !linked.conditions.empty(), choice.has_value(), linked.kept};
}

CategoryRows categoryRows(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                          const std::optional<Choice>& choice) {
  CategoryRows rows;
  rows.model.context = contextOf(plan, linked, choice);
  const Binning& binning = view.binning;
  if (view.all.empty()) return rows;
  const auto add = [&](const QString& name, std::vector<std::size_t> groups) {
    rows.model.items.push_back(itemOf(name, view, groups));
    rows.model.items.back().chosen = choice && keeps(*choice, binning, groups);
    rows.groups.push_back(std::move(groups));
  };
  // One value more takes no more room than the row that would stand for it.
  const std::size_t values = binning.values.size();
  const std::size_t top = values <= plan.top + 1 ? values : plan.top;
  for (std::size_t i = 0; i < top; ++i) add(QString::fromStdString(binning.values[i]), {i});
  if (view.all[binning.missingGroup()].leads > 0) add(Words::tr("Unknown"), {binning.missingGroup()});
  if (values > top) {
    std::vector<std::size_t> others(values - top);
    std::iota(others.begin(), others.end(), top);
    const QString name = Words::tr("%1 other values").arg(formatCount(others.size()));
    add(name, std::move(others));
  }
  rows.model.order = plan.order;
  rows.model.scores = linked.all.scored > 0;
  if (plan.kind == ChartPlan::Kind::Bands && linked.snapshot->champion)
    orderByBand(rows, *linked.snapshot);
  else if (plan.kind == ChartPlan::Kind::Shares || plan.order == BarOrder::Conversion)
    orderRows(rows, shareOf);
  else if (plan.order == BarOrder::Score)
    orderRows(rows, scoreOf);
  return rows;
}

std::vector<BandMark> bandMarks(const Snapshot& snapshot, const LinkedView* bands) {
  std::vector<BandMark> marks;
  if (!snapshot.champion) return marks;
  for (const Band& band : snapshot.champion->scorecard.bands) {
    BandMark mark{QString::fromStdString(band.name), band.from, {}};
    if (bands) {
      const auto& values = bands->binning.values;
      const auto found = std::find(values.begin(), values.end(), band.name);
      if (found != values.end()) mark.kept = sumOf(bands->kept, {static_cast<std::size_t>(found - values.begin())});
    }
    marks.push_back(std::move(mark));
  }
  return marks;
}

HistogramModel histogramModel(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                              const std::optional<Choice>& choice) {
  HistogramModel model;
  model.context = contextOf(plan, linked, choice);
  const Binning& binning = view.binning;
  if (view.all.empty() || binning.edges.size() < 2) return model;
  model.edges = binning.singleValues ? withGaps(binning.edges) : binning.edges;
  model.scale = scaleOf(binning, linked.snapshot->frame.find(plan.view.column));
  if (choice) model.range = choice->range;
  for (std::size_t i = 0, group = 0; i + 1 < model.edges.size(); ++i) {
    const bool held = model.edges[i] == binning.edges[group];
    model.items.push_back(itemOf(rangeText({model.edges[i], model.edges[i + 1]}, model.scale), view,
                                 held ? std::vector{group} : std::vector<std::size_t>{}));
    if (held) ++group;
  }
  // The last bin holds its upper edge, too.
  const double last = model.edges[model.items.size() - 1];
  if (model.scale == HistogramModel::Scale::EachValue && !binning.singleValues)
    model.items.back().name = rangeText({last, binning.edges.back() + 1}, model.scale);
  model.missing = sumOf(view.groups, {binning.missingGroup()});
  return model;
}

}  // namespace leadlight
