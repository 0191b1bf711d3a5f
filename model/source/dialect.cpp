#include "model/source/dialect.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_set>

#include "model/base/formula_guard.h"
#include "model/base/text.h"
#include "model/source/csv_scan.h"
#include "model/source/encoding.h"

namespace leadlight {
namespace {

constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};
constexpr char kNoDelimiter = '\0';  // of a file with one column: a row that holds this byte is refused anyway
constexpr std::size_t kSampledRows = 2000;
constexpr std::size_t kPreambleRows = 20;

struct SampledRow {
  std::size_t begin = 0;
  std::size_t next = 0;
  std::uint64_t line = 0;
  std::uint64_t nextLine = 0;
  std::size_t fields = 0;  // of the line within, if the row is one quoted line
  bool endsEmpty = false;  // its last field is empty and not quoted
  bool onlyFirst = false;  // all fields but the first are empty
  bool whole = false;      // it is one quoted line
};

// Does the row consist of its first field and then only of delimiters?
bool onlyFirstFilled(std::string_view text, const CsvRow& row, char delimiter) {
  if (row.fields < 2 || row.end - row.begin < row.fields) return false;
  const std::string_view tail = text.substr(row.end - (row.fields - 1), row.fields - 1);
  return tail.find_first_not_of(delimiter) == std::string_view::npos;
}

// How fields are parted and quoted.
struct Marks {
  char delimiter = ',';
  bool escapes = false;
};

// The records from `at` on; blank lines are left out. `faults`: records whose quotes cannot be right.
std::vector<SampledRow> sampleRows(std::string_view sample, bool last, Marks marks, std::size_t at, std::uint64_t line,
                                   std::size_t& faults) {
  const char delimiter = marks.delimiter;
  std::vector<SampledRow> rows;
  CsvScanner scanner(delimiter, marks.escapes);
  scanner.reset(sample, last);
  scanner.seek(at);
  std::vector<std::unique_ptr<char[]>> pieces;
  Cell first;
  while (!scanner.atEnd() && rows.size() < kSampledRows) {
    pieces.clear();
    Arena arena(pieces);
    CsvRow row;
    const CsvOutcome outcome = scanner.next({&first, 1}, arena, row);
    if (outcome == CsvOutcome::Incomplete) break;
    if (outcome != CsvOutcome::Row) {
      std::size_t end = 0;
      std::size_t next = 0;
      ++faults;
      if (!scanner.lineAfter(row.quoteAt, end, next)) break;
      line += row.lineEnds + 1;
      scanner.seek(next);
      continue;
    }
    const std::uint64_t start = line;
    line += row.lineEnds;
    if (row.fields == 1 && row.begin == row.end) continue;
    const std::size_t fields = row.fields == 1 && row.quoted ? fieldsWithin(first.text(), delimiter) : row.fields;
    const bool whole = fields != row.fields;
    const bool endsEmpty = row.fields > 1 && !row.quoted && sample[row.end - 1] == delimiter;
    rows.push_back(
        {row.begin, row.next, start, line, fields, endsEmpty, onlyFirstFilled(sample, row, delimiter), whole});
  }
  return rows;
}

std::vector<std::string> cellsOf(std::string_view sample, const SampledRow& row, Marks marks) {
  std::vector<std::unique_ptr<char[]>> pieces;
  Arena arena(pieces);
  std::vector<Cell> cells(row.fields);
  CsvScanner scanner(marks.delimiter, marks.escapes);
  scanner.reset(sample.substr(0, row.next), true);
  scanner.seek(row.begin);
  CsvRow found;
  if (scanner.next(cells, arena, found) != CsvOutcome::Row) return {};
  if (found.fields == 1 && row.fields > 1) {
    const std::string_view whole = cells.front().text();
    scanner.reset(whole, true);
    if (scanner.next(cells, arena, found) != CsvOutcome::Row) return {};
  }
  std::vector<std::string> texts;
  texts.reserve(cells.size());
  for (const Cell& cell : cells) texts.emplace_back(cell.text());
  return texts;
}

// The number of fields that most of the rows have.
std::size_t commonFields(const std::vector<SampledRow>& rows, std::size_t from) {
  std::map<std::size_t, std::size_t> counts;
  for (std::size_t i = from; i < rows.size(); ++i) ++counts[rows[i].fields];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : most->first;
}

// `faults`: rows that could not even be parted.
double shareWith(const std::vector<SampledRow>& rows, std::size_t from, std::size_t fields, std::size_t faults = 0) {
  if (from >= rows.size()) return faults == 0 ? 1 : 0;
  const auto same = std::count_if(
      rows.begin() + static_cast<std::ptrdiff_t>(from), rows.end(),
      [&](const SampledRow& row) { return row.fields == fields || (row.fields == fields + 1 && row.endsEmpty); });
  return static_cast<double>(same) / static_cast<double>(rows.size() - from + faults);
}

// A header that is one quoted text is one name, and no quoted line, where most rows have one field.
bool isOneName(const std::vector<SampledRow>& rows, std::size_t header) {
  const auto with = [&](std::size_t fields) {
    return std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(header) + 1, rows.end(),
                         [&](const SampledRow& row) { return row.fields == fields; });
  };
  return rows[header].whole && with(1) > with(rows[header].fields);
}

// The index of the header: 0 unless titles or notes stand above it. Those fill at most their first field, while the
// header fills all of at least three and nine of ten rows below have as many.
std::size_t headerIndex(std::string_view sample, const std::vector<SampledRow>& rows, Marks marks) {
  std::size_t index = 0;
  while (index < rows.size() && index < kPreambleRows && (rows[index].fields == 1 || rows[index].onlyFirst)) ++index;
  if (index == 0 || index + 1 >= rows.size()) return 0;
  const SampledRow& header = rows[index];
  if (header.fields < 3 || shareWith(rows, index + 1, header.fields) < 0.9) return 0;
  return looksLikeHeader(cellsOf(sample, header, marks)) ? index : 0;
}

struct Candidate {
  Marks marks;
  std::size_t faults = 0;
  std::vector<SampledRow> rows;
  std::size_t header = 0;
  double share = -1;  // of the rows that have as many fields as the header; negative: this delimiter is none
  std::size_t fields = 1;

  // Of all rows, those with faulty quotes too, which fit nothing.
  double fitting() const {
    const auto read = static_cast<double>(rows.size());
    return share > 0 ? share * read / (read + static_cast<double>(faults)) : share;
  }
  // Among delimiters that fit well, one that asks for no lines above the header goes first.
  std::tuple<bool, double, std::size_t> rank() const { return {header == 0 && fitting() >= 0.8, fitting(), fields}; }
};

Candidate assessWith(std::string_view sample, bool last, Marks marks, std::size_t at, std::uint64_t line,
                     bool hasHeader) {
  Candidate result;
  result.marks = marks;
  result.rows = sampleRows(sample, last, marks, at, line, result.faults);
  if (result.rows.empty()) return result;
  if (!hasHeader) {
    result.fields = commonFields(result.rows, 0);
    if (result.fields > 1) result.share = shareWith(result.rows, 0, result.fields, result.faults);
    return result;
  }
  result.header = headerIndex(sample, result.rows, marks);
  if (isOneName(result.rows, result.header)) result.rows[result.header].fields = 1;
  result.fields = result.rows[result.header].fields;
  const std::size_t below = result.header + 1;
  const double share = shareWith(result.rows, below, result.fields, result.faults);
  if (result.fields > 1 && (share > 0 || commonFields(result.rows, below) > 1)) result.share = share;
  return result;
}

Candidate assess(std::string_view sample, bool last, char delimiter, std::size_t at, std::uint64_t line,
                 bool hasHeader) {
  Candidate plain = assessWith(sample, last, {delimiter, false}, at, line, hasHeader);
  if (plain.faults == 0) return plain;
  // Quotes that cannot be right may be escaped ones, unless that makes others wrong.
  Candidate escaped = assessWith(sample, last, {delimiter, true}, at, line, hasHeader);
  return escaped.faults == 0 && escaped.rank() >= plain.rank() ? escaped : plain;
}

// Excel's first line "sep=;".
std::optional<char> separatorLine(std::string_view sample, std::size_t& after) {
  if (sample.size() < 5 || !equalsIgnoringCase(sample.substr(0, 4), "sep=")) return std::nullopt;
  const char delimiter = sample[4];
  std::size_t at = 5;
  if (at < sample.size() && sample[at] == '\r') ++at;
  if (at < sample.size() && sample[at] == '\n') ++at;
  if (at == 5 || delimiter == '"' || delimiter == '\n' || delimiter == '\r') return std::nullopt;
  after = at;
  return delimiter;
}

bool hasTrailingDelimiter(const Candidate& found, const std::vector<std::string>& header) {
  const bool named = header.size() > 1 && trimmed(header.back()).empty();
  const std::size_t fields = named ? header.size() : header.size() + 1;
  std::size_t seen = 0;
  for (std::size_t i = found.header + 1; i < found.rows.size(); ++i) {
    const SampledRow& row = found.rows[i];
    if (!named && row.fields == header.size()) return false;
    if (row.fields != fields) continue;
    if (!row.endsEmpty) return false;
    ++seen;
  }
  return named || seen > 0;
}

}  // namespace

bool looksLikeHeader(std::vector<std::string> texts) {
  for (const std::string& text : texts)
    if (trimmed(text).empty() || parseDecimal(trimmed(text))) return false;
  std::sort(texts.begin(), texts.end());
  return std::adjacent_find(texts.begin(), texts.end()) == texts.end();
}

std::size_t fieldsWithin(std::string_view field, char delimiter) {
  if (field.find(delimiter) == std::string_view::npos) return 1;
  std::vector<std::unique_ptr<char[]>> pieces;
  Arena arena(pieces);
  CsvScanner scanner(delimiter);
  scanner.reset(field, true);
  CsvRow row;
  const bool whole = scanner.next({}, arena, row) == CsvOutcome::Row && row.next == field.size();
  return whole ? row.fields : 1;
}

std::vector<std::string> columnLabels(const std::vector<std::string>& header) {
  std::vector<std::string> labels;
  std::unordered_set<std::string> taken;
  for (const std::string& text : header) taken.insert(std::string(trimmed(text)));
  std::unordered_set<std::string> used;
  for (const std::string& text : header) {
    std::string name(trimmed(unguarded(text)));
    if (name.empty()) name = "column_" + std::to_string(labels.size() + 1);
    std::string label = name;
    // A number is added that neither another label nor a name still to come bears.
    for (int number = 2; used.contains(label) || (label != text && number > 2 && taken.contains(label)); ++number)
      label = name + "_" + std::to_string(number);
    used.insert(label);
    labels.push_back(std::move(label));
  }
  return labels;
}

std::optional<CsvLayout> findLayout(std::string_view sample, bool last, const ReadOptions& options) {
  std::size_t start = 0;
  const std::optional<char> declared = separatorLine(sample, start);
  const std::uint64_t line = start == 0 ? 1 : 2;
  Candidate best;
  const std::optional<char> fixed = options.delimiter ? options.delimiter : declared;
  if (fixed) {
    best = assess(sample, last, *fixed, start, line, options.header);
  } else {
    best = assess(sample, last, kNoDelimiter, start, line, options.header);
    for (const char delimiter : kDelimiters) {
      Candidate other = assess(sample, last, delimiter, start, line, options.header);
      if (other.share >= 0 && other.rank() > best.rank()) best = std::move(other);
    }
  }
  if (best.rows.empty()) return std::nullopt;
  CsvLayout layout;
  layout.delimiter = best.marks.delimiter;
  layout.delimited = layout.delimiter != kNoDelimiter;
  layout.escapes = best.marks.escapes;
  if (!options.header) {
    layout.labels = columnLabels(std::vector<std::string>(best.fields));
    layout.dataAt = start;
    layout.dataLine = line;
    return layout;
  }
  const SampledRow& row = best.rows[best.header];
  std::vector<std::string> header = cellsOf(sample, row, best.marks);
  const bool named = header.size() > 1 && trimmed(header.back()).empty();
  layout.trailingDelimiter = hasTrailingDelimiter(best, header);
  if (layout.trailingDelimiter && named) header.pop_back();
  for (std::string& text : header) {
    layout.headerHoldsHighBytes |= std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    if (firstInvalidUtf8(text) == std::string_view::npos) continue;
    layout.headerIsUtf8 = false;
    text = fromLatin1(text);
  }
  layout.labels = columnLabels(header);
  layout.headerLine = row.line;
  layout.dataAt = row.next;
  layout.dataLine = row.nextLine;
  return layout;
}

}  // namespace leadlight
