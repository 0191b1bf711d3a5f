#include "app/cli/row_writer.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

class CsvWriter final : public RowWriter {
 public:
  explicit CsvWriter(std::ostream& out) : out_(out) {}

  Status begin(const std::vector<NamedColumn>& columns) override {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i != 0) line_ += ',';
      appendField(columns[i].name);
    }
    return endLine();
  }

  Status row(std::span<const StoredValue> values) override {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i != 0) line_ += ',';
      switch (values[i].kind) {
        case StoredValue::Kind::Null:
          break;
        case StoredValue::Kind::Integer:
          appendNumber(line_, values[i].integer);
          break;
        case StoredValue::Kind::Decimal:
          appendNumber(line_, values[i].decimal);
          break;
        case StoredValue::Kind::Text:
          appendField(values[i].text);
          break;
      }
    }
    return endLine();
  }

  Status end() override { return {}; }

 private:
  void appendField(std::string_view text) {
    const bool spaced = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!spaced && text.find_first_of(",\"\r\n") == std::string_view::npos) {
      line_ += text;
      return;
    }
    line_ += '"';
    for (const char c : text) {
      if (c == '"') line_ += '"';
      line_ += c;
    }
    line_ += '"';
  }

  Status endLine() {
    // A line with one empty field would read back as no line at all.
    if (line_.empty()) line_ = "\"\"";
    line_ += "\r\n";
    out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
    line_.clear();
    if (!out_) return Error{Errc::Io, "The rows could not be written.", "", {}};
    return {};
  }

  std::ostream& out_;
  std::string line_;
};

}  // namespace

std::unique_ptr<RowWriter> csvWriter(std::ostream& out) { return std::make_unique<CsvWriter>(out); }

}  // namespace leadlight
