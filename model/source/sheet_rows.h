#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/source/record.h"
#include "model/source/zip_file.h"

namespace leadlight {

// Excel has so many columns, LibreOffice no more.
inline constexpr std::size_t kMaxSheetColumns = 16384;

struct SheetCell {
  std::size_t column = 0;
  Cell::Kind kind = Cell::Kind::Text;  // Text or Number
  std::string text;                    // never empty
};

// A row that holds something. `cells` are those with a value, by ascending column.
struct SheetRow {
  std::uint64_t number = 0;  // from 1, as the spreadsheet program shows it
  std::uint64_t byte = 0;    // where it starts in the sheet's XML
  std::uint64_t repeat = 1;  // stands for so many equal rows
  std::vector<SheetCell> cells;
};

// The rows of one sheet of a workbook, streamed. Blank rows are left out, hidden ones are not; of merged cells the
// first holds the value. Dates are ISO 8601 text, times HH:MM:SS, truth values TRUE and FALSE, faults of formulas their
// texts
// ("#N/A"), formulas their last results.
class SheetRows {
 public:
  virtual ~SheetRows() = default;
  // False at the end of the sheet. Errors: Damaged and Io.
  virtual Result<bool> next(SheetRow& row) = 0;
  virtual const std::string& sheet() const = 0;
  // Every sheet of the workbook, in its order; complete once next() gave false.
  virtual const std::vector<std::string>& sheets() const = 0;
  virtual double shareRead() const = 0;  // 0..1
  // Cells so far with a formula that no program has calculated yet: they have no value.
  virtual std::uint64_t uncalculated() const = 0;
};

// `wanted`: the sheet's name, or its number from 1; absent: the first that holds anything, hidden ones last.
// Errors: Damaged, Io, EmptyFile (no sheet holds anything), Usage (there is no such sheet).
Result<std::unique_ptr<SheetRows>> openXlsx(ZipFile archive, const std::string& name,
                                            const std::optional<std::string>& wanted);
Result<std::unique_ptr<SheetRows>> openOds(ZipFile archive, const std::string& name,
                                           const std::optional<std::string>& wanted);

// Is `sheet`, the `number`-th from 1, the one that `wanted` means? A name goes before a number.
bool isSheetNumber(const std::string& wanted, std::size_t number);
Error noSuchSheet(const std::string& wanted, const std::vector<std::string>& sheets, const std::string& name);
Error emptyWorkbook(const std::string& name);

}  // namespace leadlight
