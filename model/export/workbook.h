#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/export/row_writer.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace leadlight {

// One sheet of a workbook: its name as it stands on the tab and its columns.
struct SheetPlan {
  std::string name;  // what Excel cannot take is replaced, and a name that is taken gets a number
  std::vector<ExportColumn> columns;
  std::vector<double> widths{};                   // in characters; empty, or one per column
  std::optional<std::size_t> bar = std::nullopt;  // this column's numbers get a bar in their cells
};

// A workbook with typed cells, never formulas, sheet after sheet and row after row in bounded memory.
// REQUIRES: beginSheet before row; close once, at the end.
class Workbook {
 public:
  explicit Workbook(const std::filesystem::path& file);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // Ends the sheet before. The header is bold and stays in place, and has a filter. Errors: Usage beyond 16,384
  // columns.
  Status beginSheet(SheetPlan plan);
  // A further sheet begins after 1,048,575 rows. Errors: Usage beyond 32,767 characters in a cell; Io.
  Status row(std::span<const StoredValue> values);
  // A sheet of names, bold, and what they say. Ends the sheet before.
  Status addFacts(const std::string& name, const std::vector<ExportFact>& facts);
  Status close();

 private:
  void startSheet();
  void endSheet();
  std::string freeName(const std::string& wanted);
  Status cell(std::uint16_t column, const StoredValue& value);
  Status text(std::uint16_t column, std::string_view value);

  std::string file_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* day_ = nullptr;
  lxw_format* moment_ = nullptr;
  SheetPlan plan_;
  std::vector<std::string> names_;  // of the sheets so far, in lower case
  std::uint32_t next_ = 0;          // row
};

}  // namespace leadlight
