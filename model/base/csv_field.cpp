#include "model/base/csv_field.h"

#include "model/base/formula_guard.h"

namespace leadlight {

void appendCsvField(std::string& line, std::string_view text, CsvMode mode) {
  std::string safe;
  if (mode == CsvMode::Safe && needsGuard(text)) text = safe = guarded(text);
  const bool spaced = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!spaced && text.find_first_of(",;\t|\"\r\n") == std::string_view::npos) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace leadlight
