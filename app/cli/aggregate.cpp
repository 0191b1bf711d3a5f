#include "model/frame/aggregate.h"

#include <cmath>

#include "app/cli/command.h"
#include "app/cli/lead_query.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/frame/frame_reader.h"

namespace leadlight {

namespace {

// The answer: the groups of a column over the leads that pass.
struct Chart {
  std::string column;
  ColumnType type = ColumnType::Text;
  Binning binning;
  std::vector<Group> groups;
  bool hasTarget = false;
  std::uint64_t total = 0;

  // A category without leads says nothing; an empty bin belongs to the shape of a distribution.
  bool shows(std::size_t group) const {
    const bool isBin = binning.kind != Binning::Kind::Category && group != binning.missingGroup();
    return isBin || groups[group].leads != 0;
  }
};

Result<Chart> chartOf(const Call& call, Store& store, const std::string& by, const Filter& where, std::size_t bins) {
  const auto dataset = store.dataset(call.dataset());
  if (!dataset) return dataset.error();
  const auto column = resolveColumn(*dataset, by);
  if (!column) return column.error();
  std::vector<std::string> needed = {column->name, std::string(scoreColumn)};
  auto target = targetOf(*dataset);
  if (target && dataset->find(target->column) == nullptr) target.reset();
  if (target) needed.push_back(target->column);
  const auto picture = readLeads(call, store, *dataset, where, needed);
  if (!picture) return picture.error();
  const Frame& frame = picture->frame;
  const Column* values = frame.find(column->name);
  if (values == nullptr) return lacksScores(*picture, column->name);
  Chart chart{column->name, column->type, binningOf(*values, bins), {}, target.has_value(), picture->rows.count()};
  chart.groups = aggregate(groupOfRows(*values, chart.binning), chart.binning.groups(), picture->rows,
                           target ? frame.converted(*target) : std::vector<std::uint64_t>(), frame.find(scoreColumn));
  return chart;
}

// A bound of a group: a number, or a moment as ISO text.
void writeBound(JsonWriter& json, const Chart& chart, const char* key, double edge) {
  if (chart.type == ColumnType::Date)
    json.field(key, isoDateTime(static_cast<std::int64_t>(std::llround(edge))));
  else
    json.field(key, edge);
}

void writeGroup(JsonWriter& json, const Chart& chart, std::size_t i) {
  const Group& group = chart.groups[i];
  const Rate rate = group.rate();
  const bool missing = i == chart.binning.missingGroup();
  json.beginObject().field("value", missing ? std::optional<std::string>() : groupName(chart.binning, i));
  if (chart.binning.kind != Binning::Kind::Category && !missing) {
    writeBound(json, chart, "from", chart.binning.edges[i]);
    writeBound(json, chart, "to", chart.binning.edges[i + 1]);
  }
  json.field("leads", group.leads);
  json.field("converted", chart.hasTarget ? std::optional<std::uint64_t>(group.converted) : std::nullopt);
  const auto known = [&](double value) { return chart.hasTarget ? std::optional<double>(value) : std::nullopt; };
  json.field("rate", known(rate.rate)).field("low", known(rate.low)).field("high", known(rate.high));
  json.field("mean_score", group.meanScore()).endObject();
}

void writeJson(const Chart& chart, std::ostream& out) {
  JsonWriter json(out);
  json.beginObject().field("column", chart.column).field("total", chart.total).key("groups").beginArray();
  for (std::size_t i = 0; i < chart.groups.size(); ++i)
    if (chart.shows(i)) writeGroup(json, chart, i);
  json.endArray().endObject().endLine();
}

std::string percent(double share) { return std::isfinite(share) ? fixedNumber(share * 100, 1) + " %" : std::string(); }

void printTable(const Chart& chart, std::ostream& out) {
  using Align = TextTable::Align;
  TextTable table({{chart.column},
                   {"leads", Align::Right},
                   {"converted", Align::Right},
                   {"rate", Align::Right},
                   {"95 % low", Align::Right},
                   {"high", Align::Right},
                   {"mean score", Align::Right}});
  for (std::size_t i = 0; i < chart.groups.size(); ++i) {
    if (!chart.shows(i)) continue;
    const Group& group = chart.groups[i];
    const Rate rate = group.rate();
    const auto known = [&](std::string text) { return chart.hasTarget ? text : std::string(); };
    const std::string name = i == chart.binning.missingGroup() ? "(unknown)" : groupName(chart.binning, i);
    table.add({shortened(name, 50), grouped(group.leads), known(grouped(group.converted)), known(percent(rate.rate)),
               known(percent(rate.low)), known(percent(rate.high)), fixedNumber(group.meanScore(), 1)});
  }
  table.print(out);
}

Result<int> runAggregate(const Call& call) {
  const auto by = call.args.value("by");
  if (!by) return usageError("aggregate needs a column: leadctl aggregate --by COL.");
  const auto bins = call.args.number("bins", 1);
  if (!bins) return bins.error();
  if (bins->value_or(20) > 10000) return usageError("--bins is at most 10000.");
  const auto where = whereOf(call.args);
  if (!where) return where.error();
  auto store = call.openAsAsked();
  if (!store) return store.error();
  const auto chart = chartOf(call, *store, *by, *where, bins->value_or(20));
  if (!chart) return chart.error();
  if (call.json)
    writeJson(*chart, call.io.out);
  else
    printTable(*chart, call.io.out);
  return exitDone;
}

}  // namespace

Command aggregateCommand() {
  Command command;
  command.name = "aggregate";
  command.summary = "leads, conversion and mean score by the values of a column: what a chart shows";
  command.synopsis = "aggregate --by COL [--bins N] [--where FILTER] [--dataset D]";
  command.details =
      "Text columns have one group per value, most frequent first; numbers and dates are put into ranges. Missing "
      "values\n"
      "(blank, or a placeholder such as Select) are one group. The rate has its 95 % Wilson interval; without an "
      "outcome\n"
      "column in the dataset it is null.\n";
  command.options = {{"by", "COL", "the column; also score or band"},
                     {"bins", "N", "about so many ranges for numbers and dates; default: 20"},
                     whereOption(),
                     asOfOption(),
                     datasetOption()};
  command.examples = {{"aggregate --by Lead_Source", "source performance"},
                      {"aggregate --by score --bins 10", "the distribution of scores"},
                      {"aggregate --by Created_On --where \"band = 'A'\" --json", "the best leads over time"}};
  command.run = runAggregate;
  return command;
}

}  // namespace leadlight
