#include "app/cli/load_output.h"

#include <filesystem>

#include "app/cli/text_table.h"

namespace leadlight {

namespace {

void writeColumns(JsonWriter& json, const LoadReport& report) {
  json.key("columns").beginArray();
  for (const LoadReport::ColumnFacts& column : report.columns) {
    json.beginObject().field("name", column.name).field("label", column.label).field("type", typeName(column.type));
    json.field("nulls", column.nulls).field("placeholders", column.placeholders).field("distinct", column.distinct);
    if (column.ambiguous) json.field("ambiguous", true);
    json.endObject();
  }
  json.endArray();
}

void writeFirstError(JsonWriter& json, const LoadReport& report) {
  json.key("first_error");
  if (!report.firstError) {
    json.null();
    return;
  }
  const LoadReport::FirstError& error = *report.firstError;
  json.beginObject().field("line", error.line).field("byte", error.byte).field("column", error.column);
  json.field("code", error.code).field("message", error.message).endObject();
}

std::string delimiterName(const std::string& delimiter) { return delimiter == "\t" ? "tab" : "\"" + delimiter + "\""; }

std::string howItWasRead(const LoadReport& report) {
  std::string text = " (" + report.format + ", " + report.encoding;
  if (!report.delimiter.empty()) text += ", " + delimiterName(report.delimiter);
  return text + ", " + fixedNumber(report.seconds, 2) + " s)";
}

}  // namespace

void writeLoad(JsonWriter& json, const LoadReport& report) {
  json.beginObject();
  json.field("load_id", report.id == 0 ? std::optional<std::int64_t>() : report.id);
  json.field("dataset", report.dataset).field("file", report.file).field("sha256", report.sha256);
  json.field("bytes", report.bytes).field("status", statusName(report.status));
  json.field("format", report.format).field("encoding", report.encoding);
  json.field("delimiter", report.delimiter.empty() ? std::optional<std::string>() : report.delimiter);
  json.field("parsed", report.parsed).field("new", report.fresh).field("changed", report.changed);
  json.field("same", report.same).field("superseded", report.superseded).field("quarantined", report.quarantined);
  writeColumns(json, report);
  writeFirstError(json, report);
  json.field("seconds", report.seconds).field("started_at", report.startedAt);
  json.field("same_as", report.sameAs).field("undone_by", report.undoneBy).endObject();
}

std::string loadLine(const LoadReport& report) {
  const std::string file = std::filesystem::path(report.file).filename().string() + ": ";
  if (report.status == LoadReport::Status::Skipped) {
    const std::string earlier = report.sameAs ? "load " + std::to_string(*report.sameAs) : "an earlier load";
    return file + "skipped, the same content came with " + earlier + "; --force loads it again";
  }
  if (report.status == LoadReport::Status::Failed)
    return file + "failed" + (report.firstError ? ": " + report.firstError->message : std::string());
  std::string text = file + counted(report.parsed, "row", "rows") + " = " + grouped(report.fresh) + " new + " +
                     grouped(report.changed) + " changed + " + grouped(report.same) + " unchanged + " +
                     grouped(report.superseded) + " superseded + " + grouped(report.quarantined) + " in quarantine";
  text += howItWasRead(report);
  if (report.status == LoadReport::Status::Validated) text += "; checked only, nothing written";
  if (report.status == LoadReport::Status::Undone) text += "; undone";
  return text;
}

}  // namespace leadlight
