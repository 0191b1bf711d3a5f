#include "model/base/text.h"
#include "model/export/row_writer.h"

namespace leadlight {

namespace {

class CsvWriter final : public RowWriter {
 public:
  CsvWriter(std::ostream& out, CsvMode mode) : out_(out), mode_(mode) {}

  Status begin(const std::vector<ExportColumn>& columns) override {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i != 0) line_ += ',';
      appendCsvField(line_, columns[i].name, mode_);
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
          appendCsvField(line_, values[i].text, mode_);
          break;
      }
    }
    return endLine();
  }

  Status end() override { return {}; }

 private:
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
  CsvMode mode_;
  std::string line_;
};

}  // namespace

std::unique_ptr<RowWriter> csvWriter(std::ostream& out, CsvMode mode) { return std::make_unique<CsvWriter>(out, mode); }

}  // namespace leadlight
