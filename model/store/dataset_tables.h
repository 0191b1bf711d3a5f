#pragma once

#include <string>
#include <vector>

#include "model/schema/schema.h"
#include "model/store/database.h"
#include "model/store/store.h"

namespace leadlight {

// The tables of one dataset and the rows that describe it. All functions expect an open transaction unless they only
// read.
//   <d>_raw_record(raw_id, load_id, line, byte, record)   record: the values as they came, a JSON array or object
//   <d>_raw(load_id, line, filename, data)                a view: data is a JSON object by canonical column names
//   <d>_final(lead_id, load_id, raw_id, row_hash, <columns>)
//   <d>_history(history_id, superseded_by, lead_id, load_id, raw_id, row_hash, <columns>)
//   <d>_quarantine(quarantine_id, load_id, line, byte, column, code, message, raw)
//   <d>_score(scorecard_id, lead_id, score, probability, band)

// SQLite takes 2,000 columns in a table; the tables need a few of their own.
inline constexpr std::size_t maxColumns = 1990;

// Columns of the final table that are not the file's.
bool isReservedColumn(std::string_view name);

Result<std::vector<std::string>> datasetNames(Database& database);
// nullopt when there is none of that name.
Result<std::optional<Dataset>> readDataset(Database& database, std::string_view name);

Result<bool> hasNoLeads(Database& database, std::string_view dataset);
// May a dataset of this name be created? SQLite tells names apart without case and keeps some for itself. Errors:
// Usage.
Status checkNewDataset(Database& database, std::string_view name);
// Creates the tables. REQUIRES: readDataset gives nullopt, checkNewDataset no error
Status createDataset(Database& database, const Dataset& dataset);
// Gives a dataset without leads another key and other columns. Its history keeps those of before, too.
Status reshapeDataset(Database& database, const Dataset& dataset);
// SQLite's type of a column in the history, which may be of an earlier shape; nullopt where there is none.
Result<std::optional<std::string>> historyType(Database& database, std::string_view dataset, std::string_view column);
// Stores of before have a view of raw rows that knows no references.
Status renewRawView(Database& database, std::string_view dataset);
Status addColumn(Database& database, const Dataset& dataset, const DatasetColumn& column);
// Names a dataset's target.
Status setTarget(Database& database, std::string_view dataset, const std::string& column,
                 const std::vector<std::string>& positives);

// SQLite's name of a type.
const char* storageOf(ColumnType type);
// "<dataset>_<suffix>" quoted.
std::string tableName(std::string_view dataset, std::string_view suffix);
// Asks for load, file, line and raw row, as a JSON object by column name, of one lead.
std::string originSql(std::string_view dataset);
// ", "a", "b"" for the columns given; empty for none.
std::string columnList(const std::vector<std::string>& columns);

}  // namespace leadlight
