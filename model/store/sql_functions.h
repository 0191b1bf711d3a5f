#pragma once

#include <string>

#include "model/schema/vote.h"

struct sqlite3;

namespace leadlight {

// SQL functions of every connection:
//   leadlight_number(x): the shortest text that reads back as the same number.
//   leadlight_typed(value, type, form): the value as `type` ("integer", …), read in a form of formText(), or NULL.
//     Form NULL: nobody knows how the value was written, so that it counts only if every form gives the same.
//   leadlight_rehash(row_hash, column, old, new): the hash of a row after a column's value became another.
void addSqlFunctions(sqlite3* handle);

// How a load read a column's dates and decimals.
std::string formText(DateOrder dates, DecimalForm decimals);

}  // namespace leadlight
