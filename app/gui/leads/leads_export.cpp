#include "app/gui/leads/leads_export.h"

#include <algorithm>
#include <fstream>
#include <span>
#include <system_error>

#include "model/base/csv_field.h"
#include "model/base/formula_guard.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

constexpr std::size_t rowsAtOnce = 1000;

// Reads leads cell by cell, a block of rows at a time; the store is asked only for what the frame lacks.
class RowTexts {
 public:
  RowTexts(Store& store, const LeadsToWrite& leads) : store_(store), leads_(leads) {
    for (const std::string& name : leads.columns) {
      columns_.push_back(leads.frame.find(name));
      if (!columns_.back()) stored_.push_back(name);
    }
  }

  // Calls visit(cells) for every row. visit returns a Status.
  template <class Visit>
  Status each(Visit&& visit) {
    const std::span<const std::uint32_t> rows(leads_.rows);
    for (std::size_t first = 0; first < rows.size(); first += rowsAtOnce) {
      const auto block = rows.subspan(first, std::min(rowsAtOnce, rows.size() - first));
      if (const Status fetched = fetch(block); !fetched) return fetched;
      for (const std::uint32_t row : block)
        if (const Status written = visit(cellsOf(row)); !written) return written;
    }
    return {};
  }

 private:
  Status fetch(std::span<const std::uint32_t> block) {
    values_.clear();
    if (stored_.empty()) return {};
    std::vector<std::int64_t> ids;
    for (const std::uint32_t row : block) ids.push_back(leads_.frame.leadIds()[row]);
    return store_.fetch(leads_.dataset, stored_, ids, [&](std::int64_t id, std::span<const StoredValue> values) {
      std::vector<std::string> texts;
      for (const StoredValue& value : values) texts.push_back(textOf(value));
      values_.emplace_back(id, std::move(texts));
      return true;
    });
  }

  const std::vector<std::string>& cellsOf(std::uint32_t row) {
    cells_.clear();
    const std::int64_t id = leads_.frame.leadIds()[row];
    const auto found = std::find_if(values_.begin(), values_.end(), [&](const auto& one) { return one.first == id; });
    std::size_t nextStored = 0;
    for (const Column* column : columns_) {
      if (column) {
        cells_.push_back(column->textAt(row));
      } else {
        cells_.push_back(found == values_.end() ? std::string() : found->second[nextStored]);
        ++nextStored;
      }
    }
    return cells_;
  }

  Store& store_;
  const LeadsToWrite& leads_;
  std::vector<const Column*> columns_;
  std::vector<std::string> stored_;
  std::vector<std::pair<std::int64_t, std::vector<std::string>>> values_;
  std::vector<std::string> cells_;
};

std::string csvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) line += ',';
    appendCsvField(line, cells[i]);
  }
  // A line with one empty field would read back as no line at all.
  if (line.empty()) line = "\"\"";
  return line + "\r\n";
}

std::string tabLine(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) line += '\t';
    // Pasted into a spreadsheet, a cell must not turn into a formula.
    const std::string text = needsGuard(cells[i]) ? guarded(cells[i]) : cells[i];
    for (const char c : text) line += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }
  return line + "\n";
}

Error notWritten(const std::filesystem::path& file) {
  return Error{Errc::Io, "The file could not be written.", file.string(), {}};
}

}  // namespace

Status exportCsv(Store& store, const LeadsToWrite& leads, const std::filesystem::path& file) {
  std::filesystem::path beside = file;
  beside += ".part";
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  if (!out) return notWritten(file);
  const auto write = [&](const std::string& line) -> Status {
    out.write(line.data(), static_cast<std::streamsize>(line.size()));
    if (!out) return notWritten(file);
    return {};
  };
  Status done = write(csvLine(leads.labels));
  if (done) done = RowTexts(store, leads).each([&](const auto& cells) { return write(csvLine(cells)); });
  out.close();
  if (done && !out) done = notWritten(file);
  std::error_code failed;
  if (done) std::filesystem::rename(beside, file, failed);
  if (failed) done = notWritten(file);
  if (!done) std::filesystem::remove(beside, failed);
  return done;
}

Result<std::string> tabSeparated(Store& store, const LeadsToWrite& leads) {
  std::string text = tabLine(leads.labels);
  const Status done = RowTexts(store, leads).each([&](const auto& cells) -> Status {
    text += tabLine(cells);
    return {};
  });
  if (!done) return done.error();
  return text;
}

}  // namespace leadlight
