#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leadlight {

// The number that a spreadsheet stores, as people write it: whole numbers keep their digits; of others the shortest
// text that means the same double (Excel stores 1.1 as 1.1000000000000001). nullopt: no number.
std::optional<std::string> sheetNumber(std::string_view stored);

// What a number format of Excel makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum class SheetFormat { Number, Date, DateTime, Time, Elapsed };
SheetFormat builtinSheetFormat(unsigned id);
SheetFormat sheetFormatOf(std::string_view code);

// A serial day number as ISO 8601 date, date with time, or HH:MM:SS; `since1904` names the workbook's first day.
// nullopt: no day of the years 1900 to 9999 (such as Excel's 29 February 1900).
std::optional<std::string> sheetDate(double serial, SheetFormat format, bool since1904);

// "PT17H11M00S" as 17:11:00; nullopt for anything else.
std::optional<std::string> sheetDuration(std::string_view iso);

// Excel's _x000D_ for characters that XML cannot hold.
std::string withoutSheetEscapes(std::string text);

}  // namespace leadlight
