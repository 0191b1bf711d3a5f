#include "charts_leads.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "app/gui/linker.h"
#include "model/base/text.h"
#include "scoring/apply.h"
#include "scoring/scorecard_json.h"

namespace leadlight::testing {
namespace {

std::string contentOf(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::vector<std::string>> recordsOf(const std::string& text, char separator) {
  std::vector<std::vector<std::string>> records;
  std::vector<std::string> record(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"')
        record.back() += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        record.back() += text[++i];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == separator) {
      record.emplace_back();
    } else if (c == '\n') {
      records.push_back(std::move(record));
      record.assign(1, {});
    } else if (c != '\r') {
      record.back() += c;
    }
  }
  return records;
}

Frame::ColumnPtr columnOf(const std::vector<std::vector<std::string>>& records, std::size_t at) {
  const std::string& label = records[0][at];
  const std::string name = canonicalName(label);
  std::vector<std::int64_t> integers;
  bool whole = true;
  for (std::size_t row = 1; row < records.size() && whole; ++row) {
    const std::string& value = records[row][at];
    const auto integer = parseInteger(value);
    whole = value.empty() || integer.has_value();
    integers.push_back(integer.value_or(Column::missingInteger));
  }
  if (whole) return std::make_shared<const Column>(Column::integers(name, label, std::move(integers)));
  TextColumnBuilder builder;
  for (std::size_t row = 1; row < records.size(); ++row) builder.append(records[row][at]);
  return std::make_shared<const Column>(std::move(builder).finish(name, label, {"Select"}));
}

// The cell of each row of a table: names, then "others", then "missing", in both directions.
std::size_t joinedGroups(const Frame& frame, LinkedView& view, std::vector<std::uint16_t>& groups) {
  const Column& over = *frame.find(view.spec.across);
  view.across = binningOf(over, view.spec.bins);
  const auto columns = groupOfRows(over, view.across);
  const auto lineOf = [&](const Binning& binning, std::size_t group) {
    const std::size_t shown = std::min(view.spec.bins, binning.values.size());
    return group == binning.missingGroup() ? shown + 1 : std::min(group, shown);
  };
  const std::size_t wide = std::min(view.spec.bins, view.across.values.size()) + 2;
  for (std::size_t row = 0; row < groups.size(); ++row)
    groups[row] =
        static_cast<std::uint16_t>(lineOf(view.binning, groups[row]) * wide + lineOf(view.across, columns[row]));
  return (std::min(view.spec.bins, view.binning.values.size()) + 2) * wide;
}

}  // namespace

Snapshot snapshotOfFile(const std::string& file, char separator, const Target& target, const std::string& scorecard) {
  Snapshot snapshot;
  const auto records = recordsOf(contentOf(file), separator);
  if (records.size() < 2) return snapshot;
  std::vector<Frame::ColumnPtr> columns;
  Dataset dataset;
  dataset.name = "leads";
  for (std::size_t at = 0; at < records[0].size(); ++at) {
    columns.push_back(columnOf(records, at));
    dataset.columns.push_back({columns.back()->name(), columns.back()->label(), columns.back()->type(), false});
  }
  std::vector<std::int64_t> ids(records.size() - 1);
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = static_cast<std::int64_t>(i + 1);
  snapshot.dataset = dataset;
  snapshot.frame = Frame(std::move(ids), std::move(columns));
  if (!target.column.empty()) snapshot.target = target;
  if (scorecard.empty()) return snapshot;
  const auto parsed = parseScorecard(contentOf(scorecard), scorecard);
  if (!parsed) return snapshot;
  if (const auto scores = applyScorecard(*parsed, snapshot.frame, {}))
    snapshot.frame = withScores(snapshot.frame, *parsed, *scores);
  snapshot.champion = RegisteredScorecard{{}, *parsed};
  return snapshot;
}

Linked linkedPlainly(const SnapshotPtr& snapshot, const std::vector<ViewSpec>& views,
                     const std::vector<Filter>& conditions) {
  const Frame frame = chartFrame(*snapshot);
  const auto passing = [&](const ViewSpec& without) {
    Filter all;
    for (const Filter& condition : conditions) {
      const std::vector<std::string> columns = condition.columns();
      const bool own = columns.size() == 1 && (columns[0] == without.column || columns[0] == without.across);
      if (!own) all = Filter::both(all, condition);
    }
    const auto rows = apply(all, frame);
    return rows ? *rows : RowSet(frame.rows());
  };
  const RowSet every(frame.rows(), true), kept = passing(ViewSpec{});
  const std::vector<std::uint64_t> converted =
      snapshot->target ? frame.converted(*snapshot->target) : std::vector<std::uint64_t>();
  const Column* score = frame.find(scoreColumn);
  Linked linked;
  linked.snapshot = snapshot;
  linked.conditions = conditions;
  for (const ViewSpec& spec : views) {
    LinkedView& view = linked.views.emplace_back();
    view.spec = spec;
    const Column* column = frame.find(spec.column);
    if (!column) continue;
    view.binning = binningOf(*column, spec.bins, spec.period);
    auto groups = groupOfRows(*column, view.binning);
    std::size_t count = view.binning.groups();
    if (!spec.across.empty()) count = joinedGroups(frame, view, groups);
    view.all = aggregate(groups, count, every, converted, score);
    view.groups = aggregate(groups, count, passing(spec), converted, score);
    view.kept = aggregate(groups, count, kept, converted, score);
  }
  const std::vector<std::uint16_t> one(frame.rows(), 0);
  linked.kept = aggregate(one, 1, kept, converted, score).front();
  linked.all = aggregate(one, 1, every, converted, score).front();
  linked.rows = kept;
  return linked;
}

}  // namespace leadlight::testing
