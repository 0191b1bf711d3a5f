#include "widgets/table/row_find.h"

#include <vector>

#include "model/base/text.h"

namespace leadlight {

namespace {

// Which codes of a text column hold the text; missing ones never do.
std::vector<std::uint8_t> matchingCodes(const Column& column, std::string_view text, bool& any) {
  const std::vector<std::string>& dictionary = column.dictionary();
  std::vector<std::uint8_t> matches(dictionary.size(), 0);
  any = false;
  for (std::size_t code = 0; code < dictionary.size(); ++code) {
    if (column.isMissingCode(static_cast<std::uint32_t>(code)) || !containsIgnoringCase(dictionary[code], text))
      continue;
    matches[code] = 1;
    any = true;
  }
  return matches;
}

void findInText(const Column& column, const RowSet& open, std::string_view text, RowSet& found) {
  bool any = false;
  const std::vector<std::uint8_t> matches = matchingCodes(column, text, any);
  if (!any) return;
  std::visit(
      [&](const auto& codes) {
        open.forEach([&](std::size_t row) {
          if (matches[codes[row]]) found.insert(row);
        });
      },
      column.codes());
}

bool looksLikeNumber(std::string_view text) {
  return text.find_first_not_of("0123456789.,-:T ") == std::string_view::npos;
}

void findInNumbers(const Column& column, const RowSet& open, std::string_view text, RowSet& found) {
  open.forEach([&](std::size_t row) {
    if (column.isMissing(row)) return;
    if (std::string_view(column.textAt(row)).starts_with(text)) found.insert(row);
  });
}

}  // namespace

RowSet findRows(const Frame& frame, const RowSet& within, std::string_view text, const Progress& progress) {
  const std::string_view needle = trimmed(text);
  if (needle.empty()) return within;
  RowSet found(within.rows());
  const bool number = looksLikeNumber(needle);
  const std::size_t total = frame.columns().size();
  for (std::size_t i = 0; i < total; ++i) {
    if (progress.cancelled()) return RowSet(within.rows());
    const Column& column = *frame.columns()[i];
    if (column.name() == scoreColumn || column.name() == probabilityColumn) continue;
    if (column.type() == ColumnType::Text) {
      findInText(column, within, needle, found);
    } else if (number) {
      findInNumbers(column, within, needle, found);
    }
    progress.report("find", i + 1, total);
  }
  return found;
}

}  // namespace leadlight
