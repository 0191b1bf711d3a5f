#pragma once

#include <QString>
#include <cstdint>
#include <string>

#include "model/frame/column.h"

namespace leadlight {

// How one value of a lead is written for people. Data values are never translated.

QString unknownText();                   // "Unknown": absent, or a placeholder such as "Select"
QString shortestNumber(double number);   // shortest: "2.5", "1,107"; true minus sign
QString pointsText(double points);       // "+2.54", "−0.57"; whole numbers without decimals: "+20"
int pointsSign(double points);           // of what pointsText() says: 0 where it says "0" or "0.00"
QString dateText(std::int64_t seconds);  // short date, with time unless at midnight
// A row's value; identifiers are written without group separators. REQUIRES: not missing
QString valueText(const Column& column, std::size_t row, bool identifier);
// The same for a canonical text, as a ledger or the store has it, of a column of this type.
QString canonicalText(const std::string& text, ColumnType type, bool identifier);

}  // namespace leadlight
