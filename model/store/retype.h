#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/store/database.h"
#include "model/store/dataset.h"

// How the values of a stored column become values of another type. What counts is the text that came in the file, which
// the raw rows keep: after a change to text a lead is as if the column had been text from the start, and after a change
// back as if it never had been. Where the load that brought a lead's version had no such column, the value's printed
// form stands for it.
namespace leadlight {

// Makes known, to this connection alone, where raw rows hold these columns and how each load read them. The SQL below
// asks for that.
Status describeColumns(Database& database, const Dataset& dataset, const std::vector<std::string>& columns);

// SQL for rows `f` of the final table or the history: the value after a change, and the row_hash after all of them.
std::string valueAfter(const Dataset& dataset, const TypeChange& change);
std::string hashAfter(const Dataset& dataset, const std::vector<TypeChange>& changes);

// Changes columns of the final table and the history. A version in the history that was undone keeps a value that is
// none of the new type; every other value must be one, which commonType() and restorableTypes() see to.
Status changeTypes(Database& database, const Dataset& dataset, const std::vector<TypeChange>& changes);

// The columns that were changed by `undone` or by loads undone before it, as far as all values of the loads that stand
// are of the earlier type. REQUIRES: what `undone` had brought is in the history
Result<std::vector<TypeChange>> restorableTypes(Database& database, const Dataset& dataset, std::int64_t undone);

}  // namespace leadlight
