#include "model/frame/frame_update.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "model/frame/column_grower.h"
#include "model/frame/parallel.h"

namespace leadlight {

namespace {

// The leads that changed, as they are now; those that are gone are missing here.
struct ChangedLeads {
  std::vector<std::int64_t> leadIds;
  std::vector<Column> columns;
};

// Where the rows of the new frame come from: below `kept` a row of the earlier frame, else of the changed leads.
struct RowSources {
  std::vector<std::int64_t> leadIds;
  std::vector<std::uint32_t> rows;
  std::uint32_t kept = 0;
};

Result<ChangedLeads> readChanged(Store& store, const Dataset& dataset, const Frame& earlier,
                                 std::span<const std::int64_t> touched, const Progress& progress) {
  ChangedLeads changed;
  std::vector<std::string> names;
  std::vector<ColumnGrower> growers;
  for (const Frame::ColumnPtr& column : earlier.columns()) {
    names.push_back(column->name());
    growers.emplace_back(*dataset.find(column->name()), touched.size());
  }
  bool cancelled = false;
  const auto take = [&](std::int64_t leadId, std::span<const StoredValue> values) {
    changed.leadIds.push_back(leadId);
    for (std::size_t i = 0; i < values.size(); ++i) growers[i].append(values[i]);
    if (changed.leadIds.size() % 4096 != 0) return true;
    progress.report("frame", changed.leadIds.size(), touched.size());
    cancelled = progress.cancelled();
    return !cancelled;
  };
  if (const Status read = store.fetch(dataset.name, names, touched, take); !read) return read.error();
  if (cancelled) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  for (ColumnGrower& grower : growers) changed.columns.push_back(std::move(grower).finish(dataset.placeholders));
  return changed;
}

// All lists ascend.
RowSources sourcesOf(const std::vector<std::int64_t>& earlier, std::span<const std::int64_t> touched,
                     const std::vector<std::int64_t>& changed) {
  RowSources sources;
  sources.kept = static_cast<std::uint32_t>(earlier.size());
  sources.leadIds.reserve(earlier.size() + changed.size());
  sources.rows.reserve(earlier.size() + changed.size());
  const auto add = [&](std::int64_t leadId, std::size_t row) {
    sources.leadIds.push_back(leadId);
    sources.rows.push_back(static_cast<std::uint32_t>(row));
  };
  std::size_t next = 0, t = 0;
  const auto addChangedUpTo = [&](std::int64_t leadId) {
    for (; next < changed.size() && changed[next] <= leadId; ++next) add(changed[next], sources.kept + next);
  };
  for (std::size_t row = 0; row < earlier.size(); ++row) {
    addChangedUpTo(earlier[row]);
    while (t < touched.size() && touched[t] < earlier[row]) ++t;
    if (t == touched.size() || touched[t] != earlier[row]) add(earlier[row], row);
  }
  if (!changed.empty()) addChangedUpTo(changed.back());
  return sources;
}

template <class T>
std::vector<T> gathered(const std::vector<T>& earlier, const std::vector<T>& changed, const RowSources& sources) {
  std::vector<T> values(sources.rows.size());
  std::transform(sources.rows.begin(), sources.rows.end(), values.begin(),
                 [&](std::uint32_t row) { return row < sources.kept ? earlier[row] : changed[row - sources.kept]; });
  return values;
}

// By code of `changed`: the code of the same text in `earlier`, or one that follows all of these.
std::vector<std::uint32_t> commonCodes(const Column& earlier, const Column& changed) {
  std::unordered_map<std::string_view, std::uint32_t> places;
  std::vector<std::uint32_t> codes(changed.dictionary().size());
  const auto known = static_cast<std::uint32_t>(earlier.dictionary().size());
  for (std::uint32_t code = 0; code < codes.size(); ++code) {
    places.emplace(changed.dictionary()[code], code);
    codes[code] = known + code;
  }
  for (std::uint32_t code = 0; code < known; ++code)
    if (const auto place = places.find(earlier.dictionary()[code]); place != places.end()) codes[place->second] = code;
  return codes;
}

// Codes in order of first appearance, in the narrowest width that fits: as if the rows had been read one by one.
struct Renumbering {
  std::vector<std::uint32_t> codeOf;     // by common code
  std::vector<std::uint32_t> appearing;  // common codes
};

Renumbering renumbered(const std::vector<std::uint32_t>& common, std::size_t codes) {
  constexpr std::uint32_t unseen = ~0U;
  Renumbering numbers{.codeOf = std::vector<std::uint32_t>(codes, unseen), .appearing = {0}};
  numbers.codeOf[0] = 0;  // missing
  for (const std::uint32_t code : common) {
    if (numbers.codeOf[code] != unseen) continue;
    numbers.codeOf[code] = static_cast<std::uint32_t>(numbers.appearing.size());
    numbers.appearing.push_back(code);
  }
  return numbers;
}

template <class Code>
Codes narrowed(const std::vector<std::uint32_t>& common, const Renumbering& numbers) {
  std::vector<Code> codes(common.size());
  std::transform(common.begin(), common.end(), codes.begin(),
                 [&](std::uint32_t code) { return static_cast<Code>(numbers.codeOf[code]); });
  return codes;
}

Column updatedText(const Column& earlier, const Column& changed, const RowSources& sources,
                   const std::vector<std::string>& placeholders) {
  const std::vector<std::uint32_t> changedCodes = commonCodes(earlier, changed);
  std::vector<std::uint32_t> common(sources.rows.size());
  std::visit(
      [&](const auto& codes) {
        std::transform(sources.rows.begin(), sources.rows.end(), common.begin(), [&](std::uint32_t row) {
          return row < sources.kept ? codes[row] : changedCodes[changed.code(row - sources.kept)];
        });
      },
      earlier.codes());
  const std::size_t known = earlier.dictionary().size();
  const Renumbering numbers = renumbered(common, known + changed.dictionary().size());
  std::vector<std::string> dictionary;
  dictionary.reserve(numbers.appearing.size());
  for (const std::uint32_t code : numbers.appearing)
    dictionary.push_back(code < known ? earlier.dictionary()[code] : changed.dictionary()[code - known]);
  Codes codes = dictionary.size() <= 0x100     ? narrowed<std::uint8_t>(common, numbers)
                : dictionary.size() <= 0x10000 ? narrowed<std::uint16_t>(common, numbers)
                                               : narrowed<std::uint32_t>(common, numbers);
  return Column::text(earlier.name(), earlier.label(), std::move(dictionary), std::move(codes), placeholders);
}

Column updatedColumn(const Column& earlier, const Column& changed, const RowSources& sources,
                     const std::vector<std::string>& placeholders) {
  switch (earlier.type()) {
    case ColumnType::Integer:
      return Column::integers(earlier.name(), earlier.label(),
                              gathered(earlier.integers(), changed.integers(), sources));
    case ColumnType::Date:
      return Column::dates(earlier.name(), earlier.label(), gathered(earlier.integers(), changed.integers(), sources));
    case ColumnType::Decimal:
      return Column::decimals(earlier.name(), earlier.label(),
                              gathered(earlier.decimals(), changed.decimals(), sources));
    case ColumnType::Text:
      break;
  }
  return updatedText(earlier, changed, sources, placeholders);
}

// Would a frame read anew ask for just the columns that this one has or has left out?
bool holdsTheSameColumns(const TableFrame& earlier, const std::vector<DatasetColumn>& worthReading) {
  const auto known = [&](const DatasetColumn& column) {
    return std::any_of(earlier.frame.columns().begin(), earlier.frame.columns().end(),
                       [&](const Frame::ColumnPtr& held) { return held->name() == column.name; }) ||
           std::any_of(earlier.leftOut.begin(), earlier.leftOut.end(),
                       [&](const LeftOutColumn& left) { return left.name == column.name; });
  };
  return earlier.frame.columns().size() + earlier.leftOut.size() == worthReading.size() &&
         std::all_of(worthReading.begin(), worthReading.end(), known);
}

}  // namespace

Result<std::optional<TableFrame>> updatedFrame(Store& store, const Dataset& dataset, const TableFrame& earlier,
                                               std::int64_t event, std::size_t maxDistinct, const Progress& progress) {
  const std::vector<std::int64_t>& leads = earlier.frame.leadIds();
  const auto touched = store.leadsChangedSince(dataset.name, event, leads.empty() ? 0 : leads.back());
  if (!touched) return touched.error();
  return updatedFrame(store, dataset, earlier, *touched, maxDistinct, progress);
}

Result<std::optional<TableFrame>> updatedFrame(Store& store, const Dataset& dataset, const TableFrame& earlier,
                                               std::span<const std::int64_t> touched, std::size_t maxDistinct,
                                               const Progress& progress) {
  const std::vector<std::int64_t>& leads = earlier.frame.leadIds();
  if (touched.size() > leads.size() / 4) return std::optional<TableFrame>{};
  const Result<ChangedLeads> changed = readChanged(store, dataset, earlier.frame, touched, progress);
  if (!changed) return changed.error();
  RowSources sources = sourcesOf(leads, touched, changed->leadIds);
  if (!holdsTheSameColumns(earlier, columnsWorthReading(dataset, sources.leadIds.size(), maxDistinct)))
    return std::optional<TableFrame>{};
  std::vector<std::optional<Column>> updated(changed->columns.size());
  onTwoThreads(updated.size(), [&](std::size_t i) {
    updated[i] = updatedColumn(*earlier.frame.columns()[i], changed->columns[i], sources, dataset.placeholders);
  });
  std::vector<Column> columns;
  for (std::optional<Column>& column : updated) columns.push_back(*std::move(column));
  TableFrame now = tableFrame(std::move(sources.leadIds), std::move(columns), maxDistinct);
  const std::size_t limit = std::max(maxDistinct, now.frame.rows() / 2);
  for (const LeftOutColumn& left : earlier.leftOut) {
    const std::uint64_t least = left.distinct - std::min<std::uint64_t>(left.distinct, touched.size());
    if (least <= limit) return std::optional<TableFrame>{};
    now.leftOut.push_back({left.name, least});
  }
  return std::optional(std::move(now));
}

}  // namespace leadlight
