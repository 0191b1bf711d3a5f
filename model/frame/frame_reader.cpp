#include "model/frame/frame_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "model/base/calendar.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

// Grows one column row by row, whatever its type.
class ColumnGrower {
 public:
  ColumnGrower(const DatasetColumn& column, std::size_t rows) : column_(column) {
    if (column.type == ColumnType::Integer || column.type == ColumnType::Date) integers_.reserve(rows);
    if (column.type == ColumnType::Decimal) decimals_.reserve(rows);
  }

  void append(const StoredValue& value) {
    switch (column_.type) {
      case ColumnType::Text:
        text_.append(value.text);
        break;
      case ColumnType::Integer:
        integers_.push_back(value.kind == StoredValue::Kind::Integer ? value.integer : Column::missingInteger);
        break;
      case ColumnType::Decimal:
        decimals_.push_back(decimalOf(value));
        break;
      case ColumnType::Date:
        integers_.push_back(secondsOf(value));
        break;
    }
  }

  std::size_t distinct() const { return column_.type == ColumnType::Text ? text_.distinct() : 0; }
  const std::string& name() const { return column_.name; }

  Column finish(const std::vector<std::string>& placeholders) && {
    switch (column_.type) {
      case ColumnType::Integer:
        return Column::integers(column_.name, column_.label, std::move(integers_));
      case ColumnType::Decimal:
        return Column::decimals(column_.name, column_.label, std::move(decimals_));
      case ColumnType::Date:
        return Column::dates(column_.name, column_.label, std::move(integers_));
      case ColumnType::Text:
        break;
    }
    return std::move(text_).finish(column_.name, column_.label, placeholders);
  }

 private:
  static double decimalOf(const StoredValue& value) {
    if (value.kind == StoredValue::Kind::Decimal) return value.decimal;
    if (value.kind == StoredValue::Kind::Integer) return static_cast<double>(value.integer);
    return std::numeric_limits<double>::quiet_NaN();
  }
  static std::int64_t secondsOf(const StoredValue& value) {
    if (value.kind != StoredValue::Kind::Text) return Column::missingInteger;
    const auto date = parseDate(value.text, DateOrder::YearMonthDay);
    return date ? date->seconds : Column::missingInteger;
  }

  DatasetColumn column_;
  TextColumnBuilder text_;
  std::vector<std::int64_t> integers_;
  std::vector<double> decimals_;
};

Result<std::vector<DatasetColumn>> chosenColumns(const Dataset& dataset, const std::vector<std::string>& names) {
  if (names.empty()) return dataset.columns;
  std::vector<DatasetColumn> chosen;
  for (const std::string& name : names) {
    const DatasetColumn* column = dataset.find(name);
    if (column == nullptr)
      return Error{
          Errc::UnknownColumn, fmt::format("{} has no column {}.", dataset.name, name), "", {dataset.name, name}};
    chosen.push_back(*column);
  }
  return chosen;
}

}  // namespace

Result<Frame> readFrame(Store& store, std::string_view name, const FrameOptions& options, const Progress& progress) {
  const Result<Dataset> dataset = store.dataset(name);
  if (!dataset) return dataset.error();
  const Result<std::uint64_t> rows = store.leadCount(name);
  if (!rows) return rows.error();
  const Result<std::vector<DatasetColumn>> chosen = chosenColumns(*dataset, options.columns);
  if (!chosen) return chosen.error();

  std::vector<ColumnGrower> growers;
  std::vector<std::string> names;
  for (const DatasetColumn& column : *chosen) {
    growers.emplace_back(column, *rows);
    names.push_back(column.name);
  }
  std::vector<std::int64_t> leadIds;
  leadIds.reserve(*rows);
  bool cancelled = false;
  const Status scanned = store.scan(name, names, [&](std::int64_t leadId, std::span<const StoredValue> values) {
    leadIds.push_back(leadId);
    for (std::size_t i = 0; i < values.size(); ++i) growers[i].append(values[i]);
    if (leadIds.size() % 4096 != 0) return true;
    progress.report("frame", leadIds.size(), *rows);
    cancelled = progress.cancelled();
    return !cancelled;
  });
  if (!scanned) return scanned.error();
  if (cancelled) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};

  std::vector<Frame::ColumnPtr> columns;
  const std::size_t limit = std::max(options.maxDistinct, leadIds.size() / 2);
  for (ColumnGrower& grower : growers)
    if (!options.columns.empty() || grower.distinct() <= limit)
      columns.push_back(std::make_shared<const Column>(std::move(grower).finish(dataset->placeholders)));
  return Frame(std::move(leadIds), std::move(columns));
}

std::optional<Target> targetOf(const Dataset& dataset) {
  if (!dataset.target || dataset.find(*dataset.target) == nullptr) return std::nullopt;
  return Target{*dataset.target, dataset.positives};
}

}  // namespace leadlight
