#include "app/cli/profile_output.h"

#include <algorithm>

#include "app/cli/load_output.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

// A number as it is read, with a point as mark, or text.
std::optional<std::string> bound(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

void writeTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).beginArray();
  for (const std::string& text : texts) json.value(text);
  json.endArray();
}

void writeAnswers(JsonWriter& json, const ColumnProfile& column) {
  json.key("placeholders").beginArray();
  for (const ColumnProfile::Placeholder& found : column.placeholders)
    json.beginObject().field("value", found.value).field("count", found.count).field("known", found.known).endObject();
  json.endArray();
  writeTexts(json, "examples", column.examples);
  json.key("frequent").beginArray();
  for (const ColumnProfile::Counted& found : column.frequent)
    json.beginObject().field("value", found.value).field("count", found.count).endObject();
  json.endArray().field("frequent_exact", column.frequentAreExact);
}

void writeColumn(JsonWriter& json, const ColumnProfile& column) {
  json.beginObject().field("name", column.name).field("label", column.label);
  json.field("type", typeName(column.type)).field("why", column.why);
  json.field("values", column.values).field("empty", column.empty);
  json.field("integers", column.integers).field("decimals", column.decimals).field("booleans", column.booleans);
  json.field("leading_zeros", column.leadingZeros).field("long_numbers", column.longNumbers);
  json.key("dates").beginObject().field("year_first", column.yearFirst);
  json.field("day_first", column.dayFirst).field("month_first", column.monthFirst).endObject();
  if (column.type == ColumnType::Date)
    json.field("date_order", dateOrderName(column.dates)).field("ambiguous", column.ambiguousDates);
  if (column.type == ColumnType::Decimal)
    json.field("decimal_mark", std::string(1, column.decimalMark)).field("decimal_mark_proven", column.provenMark);
  json.field("distinct", column.distinct).field("distinct_exact", column.distinctIsExact);
  json.field("min", bound(column.least)).field("max", bound(column.greatest)).field("longest", column.longest);
  json.field("key_candidate", column.keyCandidate);
  writeAnswers(json, column);
  json.endObject();
}

void writeFacts(JsonWriter& json, const FileProfile& profile) {
  const FileFacts& facts = profile.facts;
  const bool csv = facts.format == FileFormat::Csv;
  json.field("file", profile.file).field("sha256", profile.sha256).field("bytes", profile.bytes);
  json.field("format", formatName(facts.format)).field("compressed", facts.compressed);
  json.field("encoding", facts.encoding);
  json.field("encoding_or_else", facts.encodingOrElse.empty() ? std::nullopt : std::optional(facts.encodingOrElse));
  json.field("delimiter", facts.delimiter ? std::optional(std::string(1, *facts.delimiter)) : std::nullopt);
  json.field("quote", csv ? std::optional<std::string>("\"") : std::nullopt);
  json.field("header", facts.headerLine > 0 || isJson(facts.format)).field("header_line", facts.headerLine);
  json.field("preamble_lines", facts.headerLine > 0 ? facts.headerLine - 1 : 0);
  json.field("sheet", facts.sheet.empty() ? std::nullopt : std::optional(facts.sheet));
  writeTexts(json, "sheets", facts.sheets);
  json.field("rows", profile.rows).field("rejected", profile.rejects);
}

void writeCandidates(JsonWriter& json, const FileProfile& profile) {
  writeTexts(json, "key_candidates", profile.keys);
  json.key("target_candidates").beginArray();
  for (const TargetCandidate& target : profile.targets) {
    json.beginObject().field("column", target.column);
    writeTexts(json, "positive", target.positives);
    json.field("share", target.share).field("named", target.named).endObject();
  }
  json.endArray();
}

std::string typeText(const ColumnProfile& column) {
  std::string text = typeName(column.type);
  if (column.type == ColumnType::Date) text += std::string(" (") + dateOrderName(column.dates) + ")";
  if (column.type == ColumnType::Decimal && column.decimalMark == ',') text += " (comma)";
  return text;
}

std::string examplesOf(const ColumnProfile& column) {
  std::string text;
  for (const std::string& example : column.examples) text += (text.empty() ? "" : " | ") + shortened(example, 16);
  return shortened(text, 44);
}

std::string factsLine(const FileProfile& profile) {
  const FileFacts& facts = profile.facts;
  std::string text = profile.file + ": " + counted(profile.rows, "row", "rows") + ", " +
                     counted(profile.columns.size(), "column", "columns") + ", " + formatName(facts.format);
  if (facts.compressed) text += " in gzip";
  if (!facts.sheet.empty()) text += ", sheet \"" + facts.sheet + "\"";
  if (facts.sheet.empty()) text += ", " + facts.encoding;
  if (facts.delimiter) text += *facts.delimiter == '\t' ? ", tab" : std::string(", \"") + *facts.delimiter + "\"";
  if (facts.headerLine > 1) text += ", header on line " + std::to_string(facts.headerLine);
  return text + "\n";
}

}  // namespace

void writeProfile(const FileProfile& profile, const Schema& proposed, const std::vector<LoadReport::Warning>& warnings,
                  std::ostream& out) {
  JsonWriter json(out);
  json.beginObject();
  writeFacts(json, profile);
  writeWarnings(json, warnings);
  json.key("columns").beginArray();
  for (const ColumnProfile& column : profile.columns) writeColumn(json, column);
  json.endArray();
  writeCandidates(json, profile);
  json.key("first_rows").beginArray();
  for (const std::vector<std::string>& row : profile.preview) {
    json.beginArray();
    for (const std::string& cell : row) json.value(cell);
    json.endArray();
  }
  json.endArray();
  std::string schema = schemaJson(proposed);
  schema.erase(schema.find_last_not_of('\n') + 1);
  json.field("known_schema", profile.schema.name.empty() ? std::nullopt : std::optional(profile.schema.name));
  json.key("schema").raw(schema);
  json.endObject().endLine();
}

void printProfile(const FileProfile& profile, std::ostream& out) {
  using Align = TextTable::Align;
  out << factsLine(profile);
  if (profile.rejects > 0) out << counted(profile.rejects, "row", "rows") << " cannot be read.\n";
  TextTable table({{"column"}, {"type"}, {"empty", Align::Right}, {"different", Align::Right}, {"why"}, {"examples"}});
  for (const ColumnProfile& column : profile.columns)
    table.add({shortened(column.name, 32), typeText(column), grouped(column.empty),
               (column.distinctIsExact ? "" : "about ") + grouped(column.distinct), shortened(column.why, 60),
               examplesOf(column)});
  table.print(out);
  if (!profile.keys.empty()) out << "Keys could be: " << joined(profile.keys, ", ") << ".\n";
  for (const TargetCandidate& target : profile.targets)
    if (target.named)
      out << "The outcome could be: " << target.column << " = " << joined(target.positives, " or ") << " ("
          << fixedNumber(target.share * 100, 1) << " %).\n";
  for (const ColumnProfile& column : profile.columns)
    for (const ColumnProfile::Placeholder& found : column.placeholders)
      if (!found.known)
        out << column.name << ": \"" << shortened(found.value, 24) << "\" in " << counted(found.count, "row", "rows")
            << " may mean no answer (--placeholders).\n";
  for (const ColumnProfile& column : profile.columns) {
    if (!column.eitherMark.empty())
      out << column.name << ": nothing proves whether the mark in " << column.eitherMark
          << " parts decimals or thousands; --decimal tells.\n";
    if (column.ambiguousDates)
      out << column.name << ": no day is above 12, so day and month may be the other way round; --dates tells.\n";
  }
}

}  // namespace leadlight
