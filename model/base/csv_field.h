#pragma once

#include <string>
#include <string_view>

namespace leadlight {

// Safe: what a spreadsheet would take for a formula is marked as in formula_guard.h; our own reader takes the marks off
// again, so that no value changes on the way out and in. Raw: values as they are.
enum class CsvMode { Safe, Raw };

// Appends one field of RFC 4180, quoted where any usual delimiter or a quote stands in it.
void appendCsvField(std::string& line, std::string_view text, CsvMode mode = CsvMode::Safe);

}  // namespace leadlight
