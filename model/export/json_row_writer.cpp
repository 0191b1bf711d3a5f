#include "model/base/json_writer.h"
#include "model/export/row_writer.h"

namespace leadlight {

namespace {

class JsonRowWriter final : public RowWriter {
 public:
  enum class Shape { Array, Lines, Document };
  JsonRowWriter(std::ostream& out, Shape shape, std::uint64_t total)
      : out_(out), json_(out), shape_(shape), total_(total) {}

  Status begin(const std::vector<ExportColumn>& columns) override {
    for (const ExportColumn& column : columns) names_.push_back(column.name);
    if (shape_ == Shape::Document) json_.beginObject().key("rows");
    if (shape_ != Shape::Lines) json_.beginArray();
    return {};
  }

  Status row(std::span<const StoredValue> values) override {
    json_.beginObject();
    for (std::size_t i = 0; i < values.size(); ++i) {
      json_.key(names_[i]);
      switch (values[i].kind) {
        case StoredValue::Kind::Null:
          json_.null();
          break;
        case StoredValue::Kind::Integer:
          json_.value(values[i].integer);
          break;
        case StoredValue::Kind::Decimal:
          json_.value(values[i].decimal);
          break;
        case StoredValue::Kind::Text:
          json_.value(values[i].text);
          break;
      }
    }
    json_.endObject();
    if (shape_ == Shape::Lines) json_.endLine();
    return written();
  }

  Status end() override {
    if (shape_ != Shape::Lines) json_.endArray();
    if (shape_ == Shape::Document) json_.field("total", total_).endObject();
    if (shape_ != Shape::Lines) json_.endLine();
    json_.flush();
    return written();
  }

 private:
  Status written() const {
    if (!out_) return Error{Errc::Io, "The rows could not be written.", "", {}};
    return {};
  }

  std::ostream& out_;
  JsonWriter json_;
  Shape shape_;
  std::uint64_t total_;
  std::vector<std::string> names_;
};

}  // namespace

std::unique_ptr<RowWriter> jsonWriter(std::ostream& out, RowFormat format) {
  using Shape = JsonRowWriter::Shape;
  return std::make_unique<JsonRowWriter>(out, format == RowFormat::Ndjson ? Shape::Lines : Shape::Array, 0);
}

std::unique_ptr<RowWriter> jsonDocumentWriter(std::ostream& out, std::uint64_t total) {
  return std::make_unique<JsonRowWriter>(out, JsonRowWriter::Shape::Document, total);
}

std::optional<RowFormat> rowFormatFromName(std::string_view name) {
  if (name == "csv") return RowFormat::Csv;
  if (name == "json") return RowFormat::Json;
  if (name == "ndjson" || name == "jsonl") return RowFormat::Ndjson;
  if (name == "xlsx") return RowFormat::Xlsx;
  return std::nullopt;
}

const char* rowFormatName(RowFormat format) {
  switch (format) {
    case RowFormat::Csv:
      return "csv";
    case RowFormat::Json:
      return "json";
    case RowFormat::Ndjson:
      return "ndjson";
    case RowFormat::Xlsx:
      return "xlsx";
  }
  return "csv";
}

}  // namespace leadlight
