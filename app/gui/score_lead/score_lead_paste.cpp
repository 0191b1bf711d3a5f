#include "app/gui/score_lead/score_lead_paste.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <array>

#include "model/base/text.h"

namespace leadlight {

namespace {

// The first two records of a delimited text.
std::vector<std::vector<std::string>> firstRecords(std::string_view text, char separator) {
  std::vector<std::vector<std::string>> records(1);
  std::string field;
  bool quoted = false;
  bool any = false;
  const auto endField = [&] {
    records.back().push_back(std::move(field));
    field.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
        field += text[++i];
      } else if (c == '"') {
        quoted = false;
      } else {
        field += c;
      }
      continue;
    }
    any = true;
    if (c == '"' && field.empty()) {
      quoted = true;
    } else if (c == separator) {
      endField();
    } else if (c == '\n') {
      endField();
      if (records.size() == 2) return records;
      records.emplace_back();
      any = false;
    } else if (c != '\r') {
      field += c;
    }
  }
  if (any || !field.empty()) endField();
  if (records.back().empty()) records.pop_back();
  return records;
}

Error notARow() {
  return Error{Errc::Malformed, "Copy a header line and one row, or a JSON object, and paste again.", "", {}};
}

Result<PastedRow> parseJson(const QString& text) {
  const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
  if (!document.isObject()) return notARow();
  PastedRow row;
  const QJsonObject object = document.object();
  for (auto entry = object.begin(); entry != object.end(); ++entry) {
    if (entry->isObject() || entry->isArray()) continue;
    std::string value;
    if (entry->isString()) value = entry->toString().toStdString();
    if (entry->isDouble()) value = formatNumber(entry->toDouble());
    if (entry->isBool()) value = entry->toBool() ? "true" : "false";
    row.emplace_back(entry.key().toStdString(), std::move(value));
  }
  return row;
}

}  // namespace

Result<PastedRow> parsePastedRow(const QString& text, const std::vector<std::string>& columns) {
  const QString trimmedText = text.trimmed();
  if (trimmedText.startsWith(QLatin1Char('{'))) return parseJson(trimmedText);
  // Tabs at either end are empty cells, so only line ends are cut.
  const std::string bytes = text.toStdString();
  const std::size_t start = bytes.find_first_not_of("\r\n");
  if (start == std::string::npos) return notARow();
  const std::string_view rows = std::string_view(bytes).substr(start);
  const std::string_view head = rows.substr(0, rows.find('\n'));
  char separator = ',';
  for (const char candidate : std::array{'\t', ';', ','})
    if (head.find(candidate) != std::string_view::npos) {
      separator = candidate;
      break;
    }
  std::vector<std::vector<std::string>> records = firstRecords(rows, separator);
  if (records.size() == 1 && columns.size() > 1 && records[0].size() == columns.size())
    records.insert(records.begin(), columns);
  if (records.size() < 2) return notARow();
  PastedRow row;
  for (std::size_t i = 0; i < records[0].size() && i < records[1].size(); ++i)
    row.emplace_back(std::string(trimmed(records[0][i])), std::string(trimmed(records[1][i])));
  return row;
}

}  // namespace leadlight
