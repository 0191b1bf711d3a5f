#include "model/store/bulk_insert.h"

#include <sqlite3.h>

namespace leadlight {

namespace {

struct TableColumns {
  std::vector<std::string> names;
  std::vector<TableImage::Storage> storage;
};

Result<TableColumns> columnsOf(Database& database, const std::string& table) {
  Result<Statement> query = database.prepare("SELECT name, type, pk FROM pragma_table_info(?, 'main') ORDER BY cid");
  if (!query) return query.error();
  query->bind(1, std::string_view(table));
  TableColumns columns;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return columns;
    columns.names.emplace_back(query->text(0));
    const std::string_view type = query->text(1);
    columns.storage.push_back(query->integer(2) != 0 ? TableImage::Storage::RowId
                              : type == "INTEGER"    ? TableImage::Storage::Integer
                              : type == "REAL"       ? TableImage::Storage::Real
                                                     : TableImage::Storage::Text);
  }
}

Result<std::string> definitionOf(Database& database, const std::string& table) {
  Result<Statement> query =
      database.prepare("SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE");
  if (!query) return query.error();
  query->bind(1, std::string_view(table));
  const Result<bool> row = query->step();
  if (!row) return row.error();
  return *row ? std::string(query->text(0)) : std::string();
}

}  // namespace

Result<std::unique_ptr<BulkInsert>> BulkInsert::into(Database& database, const std::string& table, std::string schema) {
  const Result<std::string> definition = definitionOf(database, table);
  if (!definition) return definition.error();
  if (definition->empty() || !TableImage::fits(*definition)) return std::unique_ptr<BulkInsert>();
  Result<TableColumns> columns = columnsOf(database, table);
  if (!columns) return columns.error();
  // Where this SQLite does not want such a database, ordinary inserts do the work.
  if (!database.run("ATTACH ':memory:' AS " + sqlName(schema))) return std::unique_ptr<BulkInsert>();
  TableImage image(table, *definition, std::move(columns->storage));
  std::unique_ptr<BulkInsert> rows(
      new BulkInsert(database, table, std::move(schema), std::move(columns->names), std::move(image)));
  const bool transaction = database.inTransaction();
  const Status accepted = rows->copy();
  if (!accepted && database.inTransaction() != transaction) return accepted.error();
  return accepted ? std::move(rows) : nullptr;
}

BulkInsert::BulkInsert(Database& database, const std::string& table, std::string schema, std::vector<std::string> names,
                       TableImage image)
    : database_(database),
      schema_(std::move(schema)),
      // Between tables of one definition SQLite copies records as they are.
      copy_("INSERT INTO main." + sqlName(table) + " SELECT * FROM " + sqlName(schema_) + "." + sqlName(table)),
      names_(std::move(names)),
      image_(std::move(image)) {}

BulkInsert::~BulkInsert() { static_cast<void>(database_.run("DETACH " + sqlName(schema_))); }

Result<bool> BulkInsert::add(std::int64_t rowId, std::span<const TypedCell> values) {
  if (image_.empty()) firstKept_ = rowId;
  TableImage::Added added = image_.add(rowId, values);
  if (added == TableImage::Added::Done) return true;
  if (const Status written = flush(); !written) return written.error();
  if (added == TableImage::Added::Full) {
    firstKept_ = rowId;
    added = image_.add(rowId, values);
  }
  return added == TableImage::Added::Done;
}

Status BulkInsert::flush() { return image_.empty() ? Status{} : copy(); }

Status BulkInsert::copy() {
  // The bytes stay the image's; they are read until the next ones take their place, or the database is detached.
  const std::span<unsigned char> bytes = image_.finish();
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  const int code =
      sqlite3_deserialize(database_.handle(), schema_.c_str(), bytes.data(), size, size, SQLITE_DESERIALIZE_READONLY);
  if (code != SQLITE_OK) return database_.lastError();
  const Status copied = database_.run(copy_);
  image_.clear();
  return copied;
}

}  // namespace leadlight
