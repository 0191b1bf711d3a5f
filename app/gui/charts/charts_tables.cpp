#include "app/gui/charts/charts_tables.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "model/base/text.h"
#include "model/frame/cross_filter.h"
#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChartsTables)
};

// One line of a table: its name and what it keeps.
struct TableLine {
  QString name;
  Choice choice;
  std::size_t group;
};

// Lines of the groups that hold a lead.
std::vector<TableLine> linesOf(const Binning& binning, std::size_t top, const std::vector<std::uint64_t>& leads) {
  std::vector<TableLine> lines;
  const std::size_t shown = std::min(top, binning.values.size());
  for (std::size_t g = 0; g < leads.size(); ++g) {
    if (leads[g] == 0) continue;
    TableLine line{{}, {}, g};
    if (g < shown) {
      line.name = QString::fromStdString(binning.values[g]);
      line.choice.values.insert(binning.values[g]);
    } else if (g == shown) {
      line.name = Words::tr("%1 other values").arg(formatCount(binning.values.size() - shown));
      line.choice.values.insert(binning.values.begin() + static_cast<std::ptrdiff_t>(shown), binning.values.end());
    } else {
      line.name = Words::tr("Unknown");
      line.choice.missing = true;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

bool keepsLine(const std::optional<Choice>& choice, const TableLine& line) {
  if (!choice) return true;
  const bool named = line.choice.missing ? choice->missing
                                         : std::includes(choice->values.begin(), choice->values.end(),
                                                         line.choice.values.begin(), line.choice.values.end());
  return named != choice->excluded;
}

// Steps that are none: from here on stages outside the way, last a row that is no stage.
constexpr int outside = 1'000'000, noStage = std::numeric_limits<int>::max();

// How far along the way a stage is, by its name; nullopt when that does not tell.
std::optional<int> stepOf(const std::string& stage) {
  struct Step {
    const char* word;
    int step;
  };
  // The first word found decides, so that "unqualified" is not "qualified".
  static constexpr std::array steps = {Step{"junk", outside},
                                       Step{"lost", outside},
                                       Step{"not call", 1},
                                       Step{"not contact", 1},
                                       Step{"not attempt", 1},
                                       Step{"not yet", 1},
                                       Step{"not ", outside},
                                       Step{"unqualified", outside},
                                       Step{"disqualif", outside},
                                       Step{"dead", outside},
                                       Step{"invalid", outside},
                                       Step{"duplicate", outside},
                                       Step{"unreach", 3},
                                       Step{"new", 0},
                                       Step{"raw", 0},
                                       Step{"open", 0},
                                       Step{"prospecting", 1},
                                       Step{"prospect", 1},
                                       Step{"attempt", 2},
                                       Step{"contact", 4},
                                       Step{"engag", 4},
                                       Step{"interested", 5},
                                       Step{"nurtur", 5},
                                       Step{"qualif", 6},
                                       Step{"meeting", 7},
                                       Step{"demo", 7},
                                       Step{"evaluat", 7},
                                       Step{"opportunity", 8},
                                       Step{"proposal", 9},
                                       Step{"quote", 9},
                                       Step{"negotiat", 10},
                                       Step{"contract", 10},
                                       Step{"won", 12},
                                       Step{"convert", 12},
                                       Step{"customer", 12},
                                       Step{"closed", 12}};
  const std::string name = lowered(stage);
  for (const Step& step : steps)
    if (name.find(step.word) != std::string::npos) return step.step;
  return std::nullopt;
}

struct StageSteps {
  StageRows::From from;
  std::vector<int> steps;
};

// A stage that nobody has placed, as it came later, stands behind those that have been.
StageSteps chosenSteps(const StageOrder& order, const std::vector<std::string>& stages) {
  StageSteps chosen{StageRows::From::Person, {}};
  const auto placeIn = [](const std::vector<std::string>& names, const std::string& name) {
    return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  const auto steps = static_cast<int>(order.way.size());
  for (const std::string& stage : stages) {
    const int step = placeIn(order.way, stage), off = placeIn(order.outside, stage);
    const bool none = off < static_cast<int>(order.outside.size()) || (step == steps && stepOf(stage) == outside);
    chosen.steps.push_back(none ? outside + off : step);
  }
  return chosen;
}

// In the middle of the way where only some of the names tell.
StageSteps guessedSteps(const std::vector<std::string>& stages) {
  constexpr int middle = 5;
  StageSteps guessed{StageRows::From::Size, {}};
  for (const std::string& stage : stages) {
    const std::optional<int> step = stepOf(stage);
    if (step && *step != outside) guessed.from = StageRows::From::Names;
    guessed.steps.push_back(step.value_or(middle));
  }
  return guessed;
}

void addTo(Group& sum, const Group& more) {
  sum.leads += more.leads;
  sum.converted += more.converted;
  sum.scoreSum += more.scoreSum;
  sum.scored += more.scored;
}

double valueOf(const Group& group, ChartPlan::Measure measure) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  switch (measure) {
    case ChartPlan::Measure::MeanScore:
      return group.meanScore();
    case ChartPlan::Measure::Mean:
      return group.meanMeasure();
    case ChartPlan::Measure::Sum:
      return group.measured == 0 ? none : group.measureSum;
    case ChartPlan::Measure::Conversion:
      return group.leads == 0 ? none : 100 * group.rate().rate;
    case ChartPlan::Measure::Leads:
      break;
  }
  return static_cast<double>(group.leads);
}

QString measureName(const ChartPlan& plan, const Snapshot& snapshot) {
  if (plan.measure == ChartPlan::Measure::MeanScore) return Words::tr("Mean score");
  const Column* column = snapshot.frame.find(plan.view.measure);
  const QString of = QString::fromStdString(column && !column->label().empty() ? column->label() : plan.view.measure);
  return (plan.measure == ChartPlan::Measure::Sum ? Words::tr("Sum of %1") : Words::tr("Mean of %1")).arg(of);
}

// The bins of a number or date as rows, those without a lead left out.
void addBins(ValueRows& rows, const ChartPlan& plan, const Linked& linked, const LinkedView& view,
             const std::optional<Choice>& choice) {
  const HistogramModel bins = histogramModel(plan, linked, view, choice);
  for (std::size_t i = 0; i < bins.items.size(); ++i) {
    if (bins.items[i].all.leads == 0) continue;
    rows.model.items.push_back(bins.items[i]);
    const auto& range = bins.range;
    rows.model.items.back().chosen = range && (std::isnan(range->from) || range->from <= bins.edges[i]) &&
                                     (std::isnan(range->below) || range->below >= bins.edges[i + 1]);
    const auto& edges = view.binning.edges;
    const auto group = std::lower_bound(edges.begin(), edges.end(), bins.edges[i]) - edges.begin();
    rows.groups.push_back({static_cast<std::size_t>(group)});
  }
}

}  // namespace

TableCells tableCells(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                      const std::optional<Choice>& down, const std::optional<Choice>& over) {
  TableCells cells;
  cells.model.context = contextOf(plan, linked, down ? down : over);
  if (view.all.empty()) return cells;
  const std::size_t top = plan.view.bins, wide = CrossTable::sizeOf(view.across, top);
  std::vector<std::uint64_t> ofRow(view.all.size() / wide), ofColumn(wide);
  for (std::size_t g = 0; g < view.all.size(); ++g) {
    ofRow[g / wide] += view.all[g].leads;
    ofColumn[g % wide] += view.all[g].leads;
  }
  const std::vector<TableLine> rows = linesOf(view.binning, top, ofRow), columns = linesOf(view.across, top, ofColumn);
  for (const TableLine& column : columns) {
    cells.model.columns << column.name;
    cells.columns.push_back(column.choice);
  }
  for (const TableLine& row : rows) {
    cells.model.rows << row.name;
    cells.rows.push_back(row.choice);
    for (const TableLine& column : columns) {
      const std::size_t g = row.group * wide + column.group;
      const bool chosen = (down || over) && keepsLine(down, row) && keepsLine(over, column);
      cells.model.items.push_back(
          {Words::tr("%1, %2").arg(row.name, column.name), view.all[g], view.groups[g], view.kept[g], chosen});
    }
  }
  return cells;
}

StageRows stageRows(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                    const std::optional<Choice>& choice) {
  ChartPlan every = plan;
  every.top = 12;
  const CategoryRows found = categoryRows(every, linked, view, choice);
  // Rows of one value each come first, so that these are the stages.
  std::vector<std::string> stages;
  for (const auto& groups : found.groups)
    if (groups.size() == 1 && groups.front() < view.binning.values.size())
      stages.push_back(view.binning.values[groups.front()]);
  StageSteps told = plan.stages.empty() ? guessedSteps(stages) : chosenSteps(plan.stages, stages);
  told.steps.resize(found.groups.size(), noStage);
  std::vector<std::size_t> order(found.groups.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return told.steps[a] < told.steps[b]; });
  StageRows rows;
  rows.from = told.from;
  rows.model.context = found.model.context;
  for (const std::size_t i : order) {
    rows.model.items.push_back(found.model.items[i]);
    rows.model.outside.push_back(told.steps[i] >= outside);
    rows.groups.push_back(found.groups[i]);
    if (i < stages.size()) (told.steps[i] >= outside ? rows.order.outside : rows.order.way).push_back(stages[i]);
  }
  rows.model.reached = rows.model.items;
  for (std::size_t i = rows.model.reached.size(); i-- > 1;) {
    if (rows.model.outside[i]) continue;
    ChartItem& earlier = rows.model.reached[i - 1];
    addTo(earlier.all, rows.model.reached[i].all);
    addTo(earlier.passing, rows.model.reached[i].passing);
    addTo(earlier.kept, rows.model.reached[i].kept);
  }
  return rows;
}

ValueRows valueRows(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                    const std::optional<Choice>& choice) {
  ValueRows rows;
  if (view.binning.kind == Binning::Kind::Category) {
    const CategoryRows found = categoryRows(plan, linked, view, choice);
    rows.model.items = found.model.items;
    rows.groups = found.groups;
  } else {
    addBins(rows, plan, linked, view, choice);
  }
  rows.model.context = contextOf(plan, linked, choice);
  rows.model.measure = measureName(plan, *linked.snapshot);
  double most = 0;
  for (const ChartItem& item : rows.model.items) {
    rows.model.values.push_back(valueOf(item.passing, plan.measure));
    rows.model.all.push_back(valueOf(item.all, plan.measure));
    if (!std::isnan(rows.model.all.back())) most = std::max(most, std::fabs(rows.model.all.back()));
  }
  rows.model.digits = most >= 1000 ? 0 : most >= 10 ? 1 : 2;
  return rows;
}

}  // namespace leadlight
