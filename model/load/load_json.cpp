#include "model/load/load_json.h"

#include "model/schema/schema.h"

namespace leadlight {

namespace {

void writeColumns(JsonWriter& json, const LoadReport& report) {
  json.key("columns").beginArray();
  for (const LoadReport::ColumnFacts& column : report.columns) {
    json.beginObject().field("name", column.name).field("label", column.label).field("type", typeName(column.type));
    json.field("nulls", column.nulls).field("placeholders", column.placeholders).field("distinct", column.distinct);
    if (column.ambiguous) json.field("ambiguous", true);
    if (column.type == ColumnType::Date && column.reading)
      json.field("date_order", dateOrderName(column.reading->dates))
          .field("date_order_by", orderedByName(column.reading->by));
    json.endObject();
  }
  json.endArray();
}

void writeTypeChanges(JsonWriter& json, const LoadReport& report) {
  json.key("type_changes").beginArray();
  for (const LoadReport::ColumnFacts& column : report.columns) {
    if (!column.changedFrom) continue;
    const std::uint64_t line = column.changedFrom->line;
    json.beginObject().field("column", column.name).field("from", typeName(column.changedFrom->type));
    json.field("to", typeName(column.type));
    json.field("line", line == 0 ? std::optional<std::uint64_t>() : line).endObject();
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

void writePreview(JsonWriter& json, const MergePreview& preview) {
  json.key("preview").beginObject().key("new_columns").beginArray();
  for (const std::string& column : preview.newColumns) json.value(column);
  json.endArray().key("columns").beginArray();
  for (const MergePreview::ColumnChanges& column : preview.columns)
    json.beginObject().field("column", column.column).field("changed", column.leads).endObject();
  json.endArray().key("examples").beginArray();
  for (const MergePreview::Change& change : preview.examples)
    json.beginObject()
        .field("key", change.key)
        .field("column", change.column)
        .field("old", change.before)
        .field("new", change.after)
        .endObject();
  json.endArray().endObject();
}

}  // namespace

void writeWarnings(JsonWriter& json, const std::vector<LoadReport::Warning>& warnings) {
  json.key("warnings").beginArray();
  for (const LoadReport::Warning& warning : warnings)
    json.beginObject()
        .field("code", warning.code)
        .field("column", warning.column.empty() ? std::nullopt : std::optional(warning.column))
        .field("message", warning.message)
        .endObject();
  json.endArray();
}

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
  writeTypeChanges(json, report);
  writeFirstError(json, report);
  json.field("seconds", report.seconds).field("started_at", report.startedAt);
  json.field("same_as", report.sameAs).field("undone_by", report.undoneBy);
  json.field("retry_of", report.retryOf);
  if (!report.warnings.empty()) writeWarnings(json, report.warnings);
  if (!report.leftOut.empty()) {
    json.key("left_out").beginArray();
    for (const std::string& column : report.leftOut) json.value(column);
    json.endArray();
  }
  if (report.preview) writePreview(json, *report.preview);
  json.endObject();
}

}  // namespace leadlight
