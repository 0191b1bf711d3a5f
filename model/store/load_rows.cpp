#include "model/store/load_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/base/text.h"
#include "model/schema/schema.h"

namespace leadlight {

namespace {

using Json = nlohmann::json;

constexpr LoadReport::Status allStatuses[] = {LoadReport::Status::Loaded, LoadReport::Status::Skipped,
                                              LoadReport::Status::Failed, LoadReport::Status::Validated,
                                              LoadReport::Status::Undone};

Json jsonOf(const LoadReport::ColumnFacts::Reading& reading) {
  Json read = {{"dates", dateOrderName(reading.dates)},
               {"decimal", std::string(1, reading.decimals.mark)},
               {"grouped", reading.decimals.grouped},
               {"by", orderedByName(reading.by)}};
  if (reading.escapes) read["escapes"] = true;
  return read;
}

std::string columnsJson(const std::vector<LoadReport::ColumnFacts>& columns) {
  Json list = Json::array();
  for (const LoadReport::ColumnFacts& column : columns) {
    list.push_back({{"name", column.name},
                    {"label", column.label},
                    {"type", typeName(column.type)},
                    {"nulls", column.nulls},
                    {"placeholders", column.placeholders},
                    {"distinct", column.distinct},
                    {"ambiguous", column.ambiguous}});
    if (column.reading) list.back()["read"] = jsonOf(*column.reading);
    if (column.first) list.back()["first"] = true;
    if (column.key) list.back()["key"] = true;
    if (column.changedFrom)
      list.back()["changed_from"] = {{"type", typeName(column.changedFrom->type)}, {"line", column.changedFrom->line}};
  }
  return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

using Reading = LoadReport::ColumnFacts::Reading;

// Reports of older versions do not say who told the order of dates; values did where none was ambiguous.
Reading::By orderedBy(const Json& read, const LoadReport::ColumnFacts& column) {
  const std::string name = read.value("by", "");
  for (const Reading::By by : {Reading::By::Values, Reading::By::Asked, Reading::By::Dataset})
    if (name == orderedByName(by)) return by;
  return name.empty() && column.distinct > 0 && !column.ambiguous ? Reading::By::Values : Reading::By::Default;
}

Reading readingOf(const Json& read, const LoadReport::ColumnFacts& column) {
  const std::string mark = read.value("decimal", ".");
  return {dateOrderNamed(read.value("dates", "")).value_or(DateOrder::DayMonthYear),
          {mark == "," ? ',' : '.', read.value("grouped", false)},
          orderedBy(read, column),
          read.value("escapes", false)};
}

std::vector<LoadReport::ColumnFacts> columnsOf(std::string_view json) {
  std::vector<LoadReport::ColumnFacts> columns;
  const Json list = Json::parse(json, nullptr, false);
  if (!list.is_array()) return columns;
  for (const Json& item : list) {
    columns.push_back({item.value("name", ""), item.value("label", ""),
                       typeFromName(item.value("type", "text")).value_or(ColumnType::Text), item.value("nulls", 0ULL),
                       item.value("placeholders", 0ULL), item.value("distinct", 0ULL), item.value("ambiguous", false)});
    if (const auto read = item.find("read"); read != item.end() && read->is_object())
      columns.back().reading = readingOf(*read, columns.back());
    columns.back().first = item.value("first", false);
    columns.back().key = item.value("key", false);
    if (const auto from = item.find("changed_from"); from != item.end() && from->is_object())
      columns.back().changedFrom = {typeFromName(from->value("type", "")).value_or(ColumnType::Text),
                                    from->value("line", 0ULL)};
  }
  return columns;
}

std::optional<std::string> errorJson(const std::optional<LoadReport::FirstError>& error) {
  if (!error) return std::nullopt;
  return Json{{"line", error->line},
              {"byte", error->byte},
              {"column", error->column},
              {"code", error->code},
              {"message", error->message}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<LoadReport::FirstError> errorOf(std::string_view json) {
  const Json item = Json::parse(json, nullptr, false);
  if (!item.is_object()) return std::nullopt;
  return LoadReport::FirstError{item.value("line", 0ULL), item.value("byte", 0ULL), item.value("column", ""),
                                item.value("code", ""), item.value("message", "")};
}

LoadReport reportOf(const Statement& row) {
  const auto count = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
  LoadReport report;
  report.id = row.integer(0);
  report.dataset = row.text(1);
  report.file = row.text(2);
  report.sha256 = row.text(3);
  report.bytes = count(4);
  for (const LoadReport::Status status : allStatuses)
    if (row.text(5) == statusName(status)) report.status = status;
  report.format = row.text(6);
  report.encoding = row.text(7);
  report.delimiter = row.text(8);
  report.parsed = count(9);
  report.fresh = count(10);
  report.changed = count(11);
  report.same = count(12);
  report.superseded = count(13);
  report.quarantined = count(14);
  report.columns = columnsOf(row.text(15));
  if (!row.isNull(16)) report.firstError = errorOf(row.text(16));
  report.seconds = row.decimal(17);
  report.startedAt = row.text(18);
  if (!row.isNull(19)) report.sameAs = row.integer(19);
  if (!row.isNull(20)) report.undoneBy = row.integer(20);
  if (!row.isNull(21)) report.retryOf = row.integer(21);
  return report;
}

}  // namespace

const char* orderedByName(Reading::By by) {
  switch (by) {
    case Reading::By::Default:
      return "default";
    case Reading::By::Values:
      return "values";
    case Reading::By::Asked:
      return "asked";
    case Reading::By::Dataset:
      return "dataset";
  }
  return "default";
}

const char* statusName(LoadReport::Status status) {
  switch (status) {
    case LoadReport::Status::Loaded:
      return "loaded";
    case LoadReport::Status::Skipped:
      return "skipped";
    case LoadReport::Status::Failed:
      return "failed";
    case LoadReport::Status::Validated:
      return "validated";
    case LoadReport::Status::Undone:
      return "undone";
  }
  return "failed";
}

Error unknownLoad(std::int64_t loadId) {
  return {Errc::UnknownLoad,
          fmt::format("There is no load {}; leadctl loads lists those there are.", loadId),
          "",
          {std::to_string(loadId)}};
}

Result<std::vector<LoadReport>> readLoads(Database& database) {
  Result<Statement> query =
      database.prepare("SELECT * FROM load WHERE status NOT IN ('undo', 'restore') ORDER BY load_id DESC");
  if (!query) return query.error();
  std::vector<LoadReport> reports;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return reports;
    reports.push_back(reportOf(*query));
  }
}

Result<std::int64_t> nextLoadId(Database& database) {
  return database.number("SELECT coalesce(max(load_id), 0) + 1 FROM load");
}

Result<std::vector<LoadReport::ColumnFacts>> columnsAsOf(Database& database, std::string_view dataset,
                                                         std::int64_t event) {
  Result<Statement> query = database.prepare(
      "SELECT columns FROM load WHERE dataset = ? AND load_id <= ? AND status IN ('loaded', 'undone', 'undo') ORDER BY "
      "load_id");
  if (!query) return query.error();
  query->bind(1, dataset);
  query->bind(2, event);
  std::vector<LoadReport::ColumnFacts> latest;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return latest;
    const std::vector<LoadReport::ColumnFacts> columns = columnsOf(query->text(0));
    const auto isKey = [](const LoadReport::ColumnFacts& facts) { return facts.key; };
    if (std::any_of(columns.begin(), columns.end(), isKey))
      for (LoadReport::ColumnFacts& facts : latest) facts.key = false;
    for (const LoadReport::ColumnFacts& facts : columns) {
      const auto known = std::find_if(latest.begin(), latest.end(), [&](const LoadReport::ColumnFacts& other) {
        return equalsIgnoringCase(other.name, facts.name);
      });
      if (known == latest.end())
        latest.push_back(facts);
      else
        *known = facts;
    }
  }
}

Status insertLoad(Database& database, const LoadReport& report) {
  Result<Statement> insert =
      database.prepare("INSERT INTO load VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  if (!insert) return insert.error();
  const std::string columns = columnsJson(report.columns);
  const std::optional<std::string> firstError = errorJson(report.firstError);
  int next = 0;
  const auto text = [&](std::string_view value) { insert->bind(++next, value); };
  const auto number = [&](std::uint64_t value) { insert->bind(++next, static_cast<std::int64_t>(value)); };
  insert->bind(++next, report.id);
  text(report.dataset);
  text(report.file);
  text(report.sha256);
  number(report.bytes);
  text(statusName(report.status));
  text(report.format);
  text(report.encoding);
  text(report.delimiter);
  for (const std::uint64_t count :
       {report.parsed, report.fresh, report.changed, report.same, report.superseded, report.quarantined})
    number(count);
  text(columns);
  insert->bind(++next, firstError);
  insert->bind(++next, report.seconds);
  text(report.startedAt);
  insert->bind(++next, report.sameAs);
  insert->bind(++next, report.undoneBy);
  insert->bind(++next, report.retryOf);
  return insert->run();
}

Status addAudit(Database& database, std::string_view action, std::string_view detail, std::string at) {
  Result<Statement> insert = database.prepare("INSERT INTO audit(at, action, detail) VALUES(?, ?, ?)");
  if (!insert) return insert.error();
  insert->bind(1, std::string_view(at));
  insert->bind(2, action);
  insert->bind(3, detail);
  return insert->run();
}

Result<std::optional<std::int64_t>> loadOfContent(Database& database, std::string_view dataset,
                                                  std::string_view sha256) {
  Result<Statement> query =
      database.prepare("SELECT max(load_id) FROM load WHERE dataset = ? AND sha256 = ? AND status = 'loaded'");
  if (!query) return query.error();
  query->bind(1, dataset);
  query->bind(2, sha256);
  const Result<bool> row = query->step();
  if (!row) return row.error();
  if (!*row || query->isNull(0)) return std::optional<std::int64_t>{};
  return std::optional(query->integer(0));
}

}  // namespace leadlight
