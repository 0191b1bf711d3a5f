#include "app/cli/find_lead.h"

#include "app/cli/lead_query.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

// Does this look like a column that names a lead?
bool namesALead(const DatasetColumn& column) {
  if (column.type != ColumnType::Integer && column.type != ColumnType::Text) return false;
  const std::string name = lowered(column.name);
  return name.ends_with("number") || name.ends_with("id");
}

bool equals(const StoredValue& value, const std::string& text, std::optional<std::int64_t> number) {
  if (value.kind == StoredValue::Kind::Integer) return number && value.integer == *number;
  if (value.kind == StoredValue::Kind::Decimal) return formatNumber(value.decimal) == text;
  return value.kind == StoredValue::Kind::Text && value.text == text;
}

// The leads with this value in any of the columns, with the first column that has it; stops at two.
Result<std::vector<FoundLead>> matches(const Call& call, Store& store, const Dataset& dataset,
                                       const std::vector<std::string>& columns, const std::string& key) {
  std::vector<FoundLead> found;
  const auto number = parseInteger(key);
  std::uint64_t visited = 0;
  const Status scanned =
      store.scan(dataset.name, columns, [&](std::int64_t leadId, std::span<const StoredValue> values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
          if (!equals(values[i], key, number)) continue;
          found.push_back({leadId, columns[i]});
          break;
        }
        return found.size() < 2 && (++visited % 4096 != 0 || !call.io.interrupted());
      });
  if (!scanned) return scanned.error();
  if (call.io.interrupted()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  return found;
}

Error severalLeads(const std::string& column) {
  return {Errc::UnknownLead, "Several leads have this value in " + column + "; explain needs one.", column, {column}};
}

}  // namespace

Result<FoundLead> findLead(const Call& call, Store& store, const Dataset& dataset, const std::string& key,
                           const std::optional<std::string>& by) {
  if (by) {
    const auto column = resolveColumn(dataset, *by);
    if (!column) return column.error();
    if (column->source != NamedColumn::Source::Stored) return usageError("--by needs a column of the dataset.");
    const auto found = matches(call, store, dataset, {column->name}, key);
    if (!found) return found.error();
    if (found->size() > 1) return severalLeads(column->name);
    if (found->empty())
      return Error{Errc::UnknownLead, "No lead has this value in " + column->name + ".", "", {column->name}};
    return found->front();
  }
  const auto id = store.leadId(dataset.name, key);
  if (id) return FoundLead{*id, dataset.key.value_or("lead_id")};
  if (id.error().code != Errc::UnknownLead) return id.error();
  std::vector<std::string> columns;
  for (const DatasetColumn& column : dataset.columns)
    if (namesALead(column)) columns.push_back(column.name);
  if (columns.empty()) return id.error();
  const auto found = matches(call, store, dataset, columns, key);
  if (!found) return found.error();
  if (found->size() != 1) return id.error();
  call.say("No lead has this key; this is the one with that " + found->front().column + ".");
  return found->front();
}

}  // namespace leadlight
