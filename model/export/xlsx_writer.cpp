#include <algorithm>

#include "model/export/row_writer.h"
#include "model/export/workbook.h"

namespace leadlight {

namespace {

class XlsxWriter final : public RowWriter {
 public:
  XlsxWriter(const std::filesystem::path& file, XlsxOptions options) : book_(file), options_(std::move(options)) {}

  Status begin(const std::vector<ExportColumn>& columns) override {
    SheetPlan plan{options_.sheet, columns};
    const auto bar =
        std::find_if(columns.begin(), columns.end(), [&](const ExportColumn& c) { return c.name == options_.bar; });
    if (bar != columns.end()) plan.bar = static_cast<std::size_t>(bar - columns.begin());
    return book_.beginSheet(std::move(plan));
  }

  Status row(std::span<const StoredValue> values) override { return book_.row(values); }

  Status end() override {
    if (!options_.facts.empty())
      if (const Status written = book_.addFacts(options_.factsSheet, options_.facts); !written) return written;
    return book_.close();
  }

 private:
  Workbook book_;
  XlsxOptions options_;
};

}  // namespace

std::unique_ptr<RowWriter> xlsxWriter(const std::filesystem::path& file, XlsxOptions options) {
  return std::make_unique<XlsxWriter>(file, std::move(options));
}

}  // namespace leadlight
