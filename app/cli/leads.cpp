#include <algorithm>

#include "app/cli/command.h"
#include "app/cli/lead_query.h"
#include "app/cli/lead_rows.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/base/output_file.h"
#include "model/base/text.h"
#include "model/frame/row_order.h"

namespace leadlight {

namespace {

// What the command line asks for.
struct Request {
  Filter where;
  std::vector<SortKey> sort;
  std::vector<std::string> columns;  // empty: all and score and band
  std::uint64_t offset = 0;
  std::optional<std::uint64_t> limit;
  RowFormat format = RowFormat::Csv;
  CsvMode csv = CsvMode::Safe;
  std::optional<std::string> out;
};

std::vector<std::string> namesIn(const Arguments& args, std::string_view option) {
  std::vector<std::string> names;
  for (const std::string& part : split(args.valueOr(option, ""), ','))
    if (const std::string_view name = trimmed(part); !name.empty()) names.emplace_back(name);
  return names;
}

Status readFormat(const Call& call, Request& request) {
  request.out = call.args.value("out");
  const auto name = call.args.value("format");
  if (name) {
    const auto format = rowFormatFromName(*name);
    if (!format) return usageError("--format is csv, json, ndjson or xlsx, not '" + *name + "'.");
    request.format = *format;
  } else if (request.out) {
    const std::string ending = lowered(std::filesystem::path(*request.out).extension().string());
    request.format = rowFormatFromName(ending.empty() ? ending : ending.substr(1)).value_or(RowFormat::Csv);
  }
  if (call.args.has("raw")) request.csv = CsvMode::Raw;
  if (request.out) return {};
  if (request.format == RowFormat::Xlsx) return usageError("A workbook needs a file: --format xlsx --out FILE.xlsx.");
  if (call.json && name && request.format != RowFormat::Json)
    return usageError("--json prints one JSON document; leave out --json, or write --format " + *name +
                      " with --out FILE.");
  return {};
}

Result<Request> requestOf(const Call& call) {
  Request request;
  auto where = whereOf(call.args);
  if (!where) return where.error();
  request.where = std::move(*where);
  request.columns = namesIn(call.args, "columns");
  if (call.args.has("columns") && request.columns.empty()) return usageError("--columns needs names: --columns a,b.");
  for (const std::string& name : namesIn(call.args, "sort")) {
    const bool descending = name.starts_with('-');
    request.sort.push_back({descending || name.starts_with('+') ? name.substr(1) : name, descending});
  }
  const auto limit = call.args.number("limit");
  if (!limit) return limit.error();
  const auto offset = call.args.number("offset");
  if (!offset) return offset.error();
  request.limit = *limit;
  request.offset = offset->value_or(0);
  if (const Status read = readFormat(call, request); !read) return read.error();
  return request;
}

Result<std::vector<NamedColumn>> outputColumns(const Dataset& dataset, const Request& request) {
  std::vector<std::string> names = request.columns;
  if (names.empty()) {
    for (const DatasetColumn& column : dataset.columns)
      if (column.name != scoreColumn && column.name != bandColumn) names.push_back(column.name);
    names.insert(names.end(), {std::string(scoreColumn), std::string(bandColumn)});
  }
  std::vector<NamedColumn> columns;
  for (const std::string& name : names) {
    const auto column = resolveColumn(dataset, name);
    if (!column) return column.error();
    if (std::find(columns.begin(), columns.end(), *column) != columns.end())
      return usageError("--columns names " + column->name + " twice.");
    columns.push_back(*column);
  }
  return columns;
}

// The frame rows to print, in order.
Result<std::vector<std::uint32_t>> chosenRows(const Call& call, const LeadPicture& picture, const Request& request) {
  ProgressLine line(call.io, call.quiet || call.json);
  const auto first = static_cast<std::size_t>(std::min<std::uint64_t>(request.offset, picture.rows.rows()));
  std::vector<std::uint32_t> rows;
  if (request.sort.empty()) {
    rows.reserve(picture.rows.count());
    picture.rows.forEach([&](std::size_t row) { rows.push_back(static_cast<std::uint32_t>(row)); });
  } else {
    auto ordered = rowOrder(picture.frame, picture.rows, request.sort, line.progress());
    if (!ordered) return ordered.error();
    rows = std::move(*ordered);
  }
  if (call.io.interrupted()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(first, rows.size())));
  if (request.limit && *request.limit < rows.size()) rows.resize(*request.limit);
  return rows;
}

std::unique_ptr<RowWriter> writerFor(const Request& request, std::ostream& out) {
  return request.format == RowFormat::Csv ? csvWriter(out, request.csv) : jsonWriter(out, request.format);
}

// Passes rows on and counts those without a value, which a sheet shows as blank rows and no program reads as rows.
class BlankRows final : public RowWriter {
 public:
  explicit BlankRows(RowWriter& writer) : writer_(writer) {}
  Status begin(const std::vector<ExportColumn>& columns) override { return writer_.begin(columns); }
  Status row(std::span<const StoredValue> values) override {
    const bool blank = std::all_of(values.begin(), values.end(),
                                   [](const StoredValue& value) { return value.kind == StoredValue::Kind::Null; });
    count_ += blank ? 1U : 0U;
    return writer_.row(values);
  }
  Status end() override { return writer_.end(); }
  std::uint64_t count() const { return count_; }

 private:
  RowWriter& writer_;
  std::uint64_t count_ = 0;
};

// One answer on its way out.
struct Answer {
  Dataset dataset;
  LeadPicture picture;
  std::vector<NamedColumn> columns;
  std::vector<std::uint32_t> rows;

  Status write(const Call& call, Store& store, RowWriter& writer) const {
    std::vector<ExportColumn> header;
    for (const NamedColumn& column : columns) header.push_back({column.name, column.type});
    if (const Status begun = writer.begin(header); !begun) return begun;
    if (const Status written = writeLeadRows(call, store, dataset, picture, rows, columns, writer); !written)
      return written;
    return writer.end();
  }
};

Status writeFile(const Call& call, Store& store, const Request& request, const Answer& answer) {
  auto file = OutputFile::create(*request.out);
  if (!file) return file.error();
  const bool workbook = request.format == RowFormat::Xlsx;
  XlsxOptions options;
  if (workbook) {
    options.facts = {{"Dataset", answer.dataset.name},
                     {"Leads", std::to_string(answer.rows.size())},
                     {"Sorted by", call.args.valueOr("sort", "as loaded")}};
    for (ExportFact& fact : stampOf(call, store, answer.dataset.name)) options.facts.push_back(std::move(fact));
  }
  const auto writer = workbook ? xlsxWriter(file->path(), std::move(options)) : writerFor(request, file->stream());
  BlankRows counting(*writer);
  if (const Status written = answer.write(call, store, counting); !written) return file->because(written.error());
  if (const Status done = file->commit(); !done) return done;
  const std::uint64_t blank = workbook ? counting.count() : 0;
  if (!call.json) {
    call.say("Wrote " + counted(answer.rows.size(), "lead", "leads") + " to " + *request.out + ".");
    if (blank > 0)
      call.say(counted(blank, "lead has", "leads have") +
               " no value at all: loading the workbook leaves out blank rows. CSV and JSON keep them.");
    return {};
  }
  JsonWriter json(call.io.out);
  json.beginObject().field("out", *request.out).field("format", rowFormatName(request.format));
  json.field("written", answer.rows.size()).field("total", answer.picture.rows.count());
  if (blank > 0) json.field("blank", blank);
  json.endObject().endLine();
  return {};
}

// Sorts by the names that the frame has in place of the ones that were given.
Status resolveSort(const Dataset& dataset, Request& request) {
  for (SortKey& key : request.sort) {
    const auto column = resolveColumn(dataset, key.column);
    if (!column) return column.error();
    key.column = column->name;
  }
  return {};
}

Result<int> runLeads(const Call& call) {
  auto request = requestOf(call);
  if (!request) return request.error();
  auto store = call.openAsAsked();
  if (!store) return store.error();
  auto dataset = store->dataset(call.dataset());
  if (!dataset) return dataset.error();
  if (const Status sorted = resolveSort(*dataset, *request); !sorted) return sorted.error();
  auto columns = outputColumns(*dataset, *request);
  if (!columns) return columns.error();
  std::vector<std::string> needed;
  for (const SortKey& key : request->sort) needed.push_back(key.column);
  for (const NamedColumn& column : *columns)
    if (column.source != NamedColumn::Source::Stored) needed.push_back(column.name);
  auto picture = readLeads(call, *store, *dataset, request->where, needed);
  if (!picture) return picture.error();
  for (const SortKey& key : request->sort)
    if (picture->frame.find(key.column) == nullptr) return lacksScores(*picture, key.column);
  auto rows = chosenRows(call, *picture, *request);
  if (!rows) return rows.error();
  const Answer answer{std::move(*dataset), std::move(*picture), std::move(*columns), std::move(*rows)};
  Status written;
  if (request->out) {
    written = writeFile(call, *store, *request, answer);
  } else {
    const auto writer =
        call.json ? jsonDocumentWriter(call.io.out, answer.picture.rows.count()) : writerFor(*request, call.io.out);
    written = answer.write(call, *store, *writer);
  }
  if (written) return exitDone;
  if (request->out || !call.json) return written.error();
  // A document was begun on standard output; it cannot hold the error any more.
  printError(written.error(), call.io, false);
  return exitCodeOf(written.error().code);
}

}  // namespace

Command leadsCommand() {
  Command command;
  command.name = "leads";
  command.summary = "print leads with score and band: filtered, sorted, as CSV, JSON or a workbook";
  command.synopsis = "leads [--where FILTER] [--sort COL,...] [--columns COL,...] [OPTION]...";
  command.details =
      "Prints CSV unless told otherwise. Besides the dataset's columns there are score, probability and band (of the\n"
      "champion) and lead_id, the store's own number of a lead. With --json: {\"rows\":[{…}],\"total\":N}, where total "
      "counts\n"
      "all leads that pass the filter. With --as-of the champion scores them as they were. Missing values are empty in "
      "CSV and null in JSON.\n"
      "In CSV a text that a spreadsheet would run as a formula begins with an apostrophe and a no-break space, which\n"
      "loading the file here takes off again; --raw leaves it as it is.\n";
  command.options = {
      whereOption(),
      {"columns", "A,B", "columns to print, in this order; default: all of the dataset, then score and band"},
      {"sort", "COL,...",
       "sort by these columns, '-COL' from high to low; missing values come last; default: as loaded"},
      {"limit", "N", "at most so many leads; default: all"},
      {"offset", "N", "leave out the first so many; default: 0"},
      {"format", "F", "csv, json (an array), ndjson or xlsx; default: by the ending of --out, else csv"},
      {"raw", "",
       "CSV with texts that start like a formula as they are; default: marked, so that no spreadsheet runs them"},
      {"out", "FILE", "write to a file, which appears whole or not at all; default: standard output"},
      asOfOption(),
      datasetOption(),
  };
  command.examples = {
      {"leads --sort -score --limit 20 --columns Lead_Number,score,band", "the twenty best leads"},
      {"leads --where \"band = 'A' and not (Phone is null)\" --out call.xlsx", "a workbook of the leads to call"},
      {"leads --format ndjson | wc -l", "every lead, one JSON object a line"},
  };
  command.run = runLeads;
  return command;
}

}  // namespace leadlight
