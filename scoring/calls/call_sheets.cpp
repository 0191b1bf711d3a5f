#include "scoring/calls/call_sheets.h"

#include <algorithm>
#include <cmath>

#include "model/base/output_file.h"
#include "model/base/text.h"
#include "model/export/pdf_table.h"
#include "model/export/workbook.h"

namespace leadlight {

namespace {

constexpr std::size_t rowsAtOnce = 1000;

StoredValue whole(std::size_t number) { return {StoredValue::Kind::Integer, static_cast<std::int64_t>(number), 0, {}}; }

StoredValue text(std::string_view value) {
  return value.empty() ? StoredValue{} : StoredValue{StoredValue::Kind::Text, 0, 0, value};
}

// Reads the values of a run of calls, whose order the store keeps. What the frame has is taken from there: it may hide
// what the store tells.
Status readValues(Store& store, const std::string& dataset, const Frame& frame, const std::vector<std::string>& columns,
                  std::span<CallRow> rows) {
  std::vector<std::string> stored;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column* column = frame.find(columns[i]);
    if (column == nullptr) {
      stored.push_back(columns[i]);
      places.push_back(i);
      continue;
    }
    for (CallRow& row : rows) row.values[i] = column->textAt(row.call.row);
  }
  if (stored.empty()) return {};
  std::vector<std::int64_t> ids;
  for (const CallRow& row : rows) ids.push_back(row.leadId);
  std::size_t at = 0;  // a lead that is gone by now is passed over
  return store.fetch(dataset, stored, ids, [&](std::int64_t id, std::span<const StoredValue> values) {
    while (rows[at].leadId != id) ++at;
    for (std::size_t i = 0; i < values.size(); ++i) rows[at].values[places[i]] = textOf(values[i]);
    return true;
  });
}

// A name as a file can have it.
std::string fileWord(const std::string& name) {
  std::string word;
  for (const char c : name) word += std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos ? '-' : c;
  return word.empty() ? "-" : word;
}

PdfTable pdfOf(const CallPaper& paper, std::size_t person, const CallWords& words) {
  PdfTable table{words.title(paper.people[person]), paper.facts, {}, {}};
  table.columns = {{words.day, 0.06},   {words.place, 0.09}, {words.lead, 0.21},
                   {words.score, 0.12}, {words.band, 0.08},  {words.why, 0.44}};
  for (const CallRow& row : paper.rows) {
    if (row.call.person != person) continue;
    // The values that say who it is, one under the other.
    std::vector<std::string> who;
    std::copy_if(row.values.begin(), row.values.end(), std::back_inserter(who),
                 [](const std::string& value) { return !value.empty(); });
    table.rows.push_back({std::to_string(row.call.day + 1), std::to_string(row.call.place + 1), joined(who, "\n"),
                          words.number(row.score), row.band, joinedReasons(row, words)});
  }
  return table;
}

}  // namespace

std::vector<std::string> callColumns(const Dataset& dataset) {
  std::vector<std::string> columns;
  const auto add = [&](const std::string& name) {
    if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(name);
  };
  const DatasetColumn* number = dataset.find("Lead_Number");
  if (number != nullptr) add(number->name);
  // A key for machines says nothing to a caller who has a number.
  if (dataset.key && number == nullptr) add(*dataset.key);
  std::vector<std::string> names;
  for (const DatasetColumn& column : dataset.columns) names.push_back(column.name);
  for (const std::string& name : contactColumns(names)) add(name);
  return columns;
}

Result<std::vector<CallRow>> callRows(Store& store, const std::string& dataset, const Frame& frame,
                                      const Scorecard& scorecard, const DealtCalls& list,
                                      const std::vector<std::string>& columns, const Progress& progress) {
  std::vector<CallRow> rows;
  rows.reserve(list.calls.size());
  const Column* score = frame.find(scoreColumn);
  const Column* band = frame.find(bandColumn);
  for (const PlannedCall& call : list.calls) {
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
    const Result<Ledger> ledger = ledgerOf(scorecard, frame, call.row);
    if (!ledger) return ledger.error();
    CallRow row{call, frame.leadIds()[call.row], std::vector<std::string>(columns.size()), std::nan(""),
                {},   callReasons(*ledger)};
    if (score != nullptr) row.score = score->number(call.row);
    if (band != nullptr) row.band = band->textAt(call.row);
    rows.push_back(std::move(row));
    progress.report("calls", rows.size(), list.calls.size());
  }
  for (std::size_t first = 0; first < rows.size(); first += rowsAtOnce) {
    const auto run = std::span(rows).subspan(first, std::min(rowsAtOnce, rows.size() - first));
    if (const Status read = readValues(store, dataset, frame, columns, run); !read) return read.error();
  }
  return rows;
}

std::string joinedReasons(const CallRow& row, const CallWords& words) {
  std::string joined;
  for (const CallReason& reason : row.reasons) joined += (joined.empty() ? "" : ", ") + words.reason(reason);
  return joined;
}

Status writeCallBook(const std::filesystem::path& file, const CallPaper& paper, const CallWords& words) {
  auto out = OutputFile::create(file);
  if (!out) return out.error();
  Workbook book(out->path());
  SheetPlan plan{"", {{words.day, ColumnType::Integer}, {words.place, ColumnType::Integer}}, {8, 8}};
  for (const std::string& label : paper.labels) {
    plan.columns.push_back({label});
    plan.widths.push_back(20);
  }
  plan.bar = plan.columns.size();
  plan.columns.push_back({words.score, ColumnType::Decimal});
  plan.columns.push_back({words.band});
  plan.columns.push_back({words.why});
  plan.widths.insert(plan.widths.end(), {10, 8, 90});
  for (std::size_t person = 0; person < paper.people.size(); ++person) {
    plan.name = paper.people[person];
    if (const Status begun = book.beginSheet(plan); !begun) return begun;
    for (const CallRow& row : paper.rows) {
      if (row.call.person != person) continue;
      const std::string why = joinedReasons(row, words);
      std::vector<StoredValue> values{whole(row.call.day + 1), whole(row.call.place + 1)};
      for (const std::string& value : row.values) values.push_back(text(value));
      values.push_back({StoredValue::Kind::Decimal, 0, row.score, {}});
      values.push_back(text(row.band));
      values.push_back(text(why));
      if (const Status written = book.row(values); !written) return written;
    }
  }
  if (const Status written = book.addFacts(words.about, paper.facts); !written) return written;
  if (const Status closed = book.close(); !closed) return out->because(closed.error());
  return out->commit();
}

std::vector<std::filesystem::path> callPdfNames(const std::filesystem::path& file,
                                                const std::vector<std::string>& people) {
  std::vector<std::filesystem::path> names;
  for (const std::string& person : people) {
    std::filesystem::path name = file;
    if (people.size() > 1) name.replace_filename(file.stem().string() + "-" + fileWord(person) + ".pdf");
    for (int number = 2; std::find(names.begin(), names.end(), name) != names.end(); ++number)
      name.replace_filename(file.stem().string() + "-" + fileWord(person) + "-" + std::to_string(number) + ".pdf");
    names.push_back(std::move(name));
  }
  return names;
}

Result<std::vector<std::filesystem::path>> writeCallPdfs(const std::filesystem::path& file, const CallPaper& paper,
                                                         const CallWords& words) {
  std::vector<std::filesystem::path> names = callPdfNames(file, paper.people);
  for (std::size_t person = 0; person < names.size(); ++person) {
    auto out = OutputFile::create(names[person]);
    if (!out) return out.error();
    if (const Status written = writePdf(out->stream(), pdfOf(paper, person, words)); !written)
      return out->because(written.error());
    if (const Status done = out->commit(); !done) return done.error();
  }
  return names;
}

}  // namespace leadlight
