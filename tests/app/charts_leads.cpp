#include "charts_leads.h"

#include <algorithm>
#include <fstream>
#include <iterator>

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
  const Frame& frame = snapshot->frame;
  const auto passing = [&](const std::string& without) {
    Filter all;
    for (const Filter& condition : conditions)
      if (condition.columns() != std::vector<std::string>{without}) all = Filter::both(all, condition);
    const auto rows = apply(all, frame);
    return rows ? *rows : RowSet(frame.rows());
  };
  const RowSet every(frame.rows(), true), kept = passing({});
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
    view.binning = binningOf(*column, spec.bins);
    const auto groups = groupOfRows(*column, view.binning);
    view.all = aggregate(groups, view.binning.groups(), every, converted, score);
    view.groups = aggregate(groups, view.binning.groups(), passing(spec.column), converted, score);
    view.kept = aggregate(groups, view.binning.groups(), kept, converted, score);
  }
  const std::vector<std::uint16_t> one(frame.rows(), 0);
  linked.kept = aggregate(one, 1, kept, converted, score).front();
  linked.all = aggregate(one, 1, every, converted, score).front();
  linked.rows = kept;
  return linked;
}

}  // namespace leadlight::testing
