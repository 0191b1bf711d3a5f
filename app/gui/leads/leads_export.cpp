#include "app/gui/leads/leads_export.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <sstream>

#include "model/base/formula_guard.h"
#include "model/base/output_file.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

constexpr std::size_t rowsAtOnce = 1000;

// A value that owns its text.
struct OwnedValue {
  StoredValue value;
  std::string text;
};

OwnedValue owned(const StoredValue& value) { return {value, std::string(value.text)}; }

OwnedValue frameValue(const Column& column, std::uint32_t row) {
  OwnedValue cell;
  switch (column.type()) {
    case ColumnType::Integer:
      if (column.isMissing(row)) return cell;
      cell.value.kind = StoredValue::Kind::Integer;
      cell.value.integer = column.integers()[row];
      return cell;
    case ColumnType::Decimal:
      if (column.isMissing(row)) return cell;
      cell.value.kind = StoredValue::Kind::Decimal;
      cell.value.decimal = column.decimals()[row];
      return cell;
    case ColumnType::Text:
    case ColumnType::Date:
      break;
  }
  cell.text = column.textAt(row);
  if (!cell.text.empty()) cell.value.kind = StoredValue::Kind::Text;
  return cell;
}

// Reads leads row by row, a block at a time; the store is asked only for what the frame lacks.
class LeadValues {
 public:
  LeadValues(Store& store, const LeadsToWrite& leads) : store_(store), leads_(leads) {
    for (const std::string& name : leads.columns) {
      columns_.push_back(leads.frame.find(name));
      if (!columns_.back()) stored_.push_back(name);
    }
  }

  // Calls visit(values) for every row. visit returns a Status.
  template <class Visit>
  Status each(Visit&& visit) {
    const std::span<const std::uint32_t> rows(leads_.rows);
    for (std::size_t first = 0; first < rows.size(); first += rowsAtOnce) {
      const auto block = rows.subspan(first, std::min(rowsAtOnce, rows.size() - first));
      if (const Status fetched = fetch(block); !fetched) return fetched;
      for (const std::uint32_t row : block)
        if (const Status written = visit(valuesOf(row)); !written) return written;
    }
    return {};
  }

 private:
  Status fetch(std::span<const std::uint32_t> block) {
    fetched_.clear();
    next_ = 0;
    if (stored_.empty()) return {};
    std::vector<std::int64_t> ids;
    for (const std::uint32_t row : block) ids.push_back(leads_.frame.leadIds()[row]);
    return store_.fetch(leads_.dataset, stored_, ids, [&](std::int64_t id, std::span<const StoredValue> values) {
      std::vector<OwnedValue> cells;
      for (const StoredValue& value : values) cells.push_back(owned(value));
      fetched_.emplace_back(id, std::move(cells));
      return true;
    });
  }

  std::span<const StoredValue> valuesOf(std::uint32_t row) {
    cells_.clear();
    // Leads come in the order that was asked for; one that is gone by now is left out.
    const std::int64_t id = leads_.frame.leadIds()[row];
    const bool found = next_ < fetched_.size() && fetched_[next_].first == id;
    std::size_t nextStored = 0;
    for (const Column* column : columns_) {
      if (column)
        cells_.push_back(frameValue(*column, row));
      else
        cells_.push_back(found ? fetched_[next_].second[nextStored++] : OwnedValue());
    }
    if (found) ++next_;
    values_.clear();
    for (const OwnedValue& cell : cells_) {
      values_.push_back(cell.value);
      values_.back().text = cell.text;
    }
    return values_;
  }

  Store& store_;
  const LeadsToWrite& leads_;
  std::vector<const Column*> columns_;
  std::vector<std::string> stored_;
  std::vector<std::pair<std::int64_t, std::vector<OwnedValue>>> fetched_;
  std::size_t next_ = 0;  // in fetched_
  std::vector<OwnedValue> cells_;
  std::vector<StoredValue> values_;
};

// Records have the columns' names, tables the words that people read.
std::vector<ExportColumn> headerOf(const LeadsToWrite& leads, RowFormat format) {
  const bool records = format == RowFormat::Json || format == RowFormat::Ndjson;
  std::vector<ExportColumn> header;
  for (std::size_t i = 0; i < leads.columns.size(); ++i) {
    const Column* column = leads.frame.find(leads.columns[i]);
    header.push_back({records ? leads.columns[i] : leads.labels[i], column ? column->type() : ColumnType::Text});
  }
  return header;
}

Status writeAll(Store& store, const LeadsToWrite& leads, RowFormat format, RowWriter& writer) {
  if (const Status begun = writer.begin(headerOf(leads, format)); !begun) return begun;
  const Status written = LeadValues(store, leads).each([&](std::span<const StoredValue> v) { return writer.row(v); });
  return written ? writer.end() : written;
}

std::unique_ptr<RowWriter> writerOf(RowFormat format, std::ostream& out) {
  return format == RowFormat::Csv ? csvWriter(out) : jsonWriter(out, format);
}

Status writeStamp(const std::filesystem::path& file, const ExportStamp& stamp) {
  auto out = OutputFile::create(stampFile(file));
  if (!out) return out.error();
  for (const auto& [name, value] : stamp.facts) out->stream() << name << ": " << value << '\n';
  return out->commit();
}

RowFormat formatOf(const std::filesystem::path& file) {
  const std::string ending = lowered(file.extension().string());
  return rowFormatFromName(ending.empty() ? ending : ending.substr(1)).value_or(RowFormat::Csv);
}

// Pasted into a spreadsheet, a cell must not turn into a formula.
void appendTabCell(std::string& line, const std::string& cell) {
  const std::string text = needsGuard(cell) ? guarded(cell) : cell;
  for (const char c : text) line += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

Result<std::string> tabSeparated(Store& store, const LeadsToWrite& leads) {
  std::string text;
  for (std::size_t i = 0; i < leads.labels.size(); ++i) {
    if (i != 0) text += '\t';
    appendTabCell(text, leads.labels[i]);
  }
  text += '\n';
  const Status done = LeadValues(store, leads).each([&](std::span<const StoredValue> values) -> Status {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i != 0) text += '\t';
      appendTabCell(text, textOf(values[i]));
    }
    text += '\n';
    return {};
  });
  if (!done) return done.error();
  return text;
}

}  // namespace

std::filesystem::path stampFile(const std::filesystem::path& file) {
  std::filesystem::path stamp = file;
  return stamp.replace_extension(".about.txt");
}

Status exportLeads(Store& store, const LeadsToWrite& leads, const std::filesystem::path& file,
                   const ExportStamp& stamp) {
  const RowFormat format = formatOf(file);
  auto out = OutputFile::create(file);
  if (!out) return out.error();
  const bool workbook = format == RowFormat::Xlsx;
  XlsxOptions options;
  options.factsSheet = stamp.title;
  options.facts = stamp.facts;
  const auto writer = workbook ? xlsxWriter(out->path(), std::move(options)) : writerOf(format, out->stream());
  if (const Status written = writeAll(store, leads, format, *writer); !written) return out->because(written.error());
  if (const Status done = out->commit(); !done) return done;
  return workbook || stamp.facts.empty() ? Status() : writeStamp(file, stamp);
}

Result<std::string> leadsAsText(Store& store, const LeadsToWrite& leads, CopyFormat format) {
  if (format == CopyFormat::Tabs) return tabSeparated(store, leads);
  const RowFormat rows = format == CopyFormat::Csv ? RowFormat::Csv : RowFormat::Json;
  std::ostringstream out;
  const auto writer = writerOf(rows, out);
  if (const Status done = writeAll(store, leads, rows, *writer); !done) return done.error();
  return std::move(out).str();
}

}  // namespace leadlight
