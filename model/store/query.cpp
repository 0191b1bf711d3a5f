#include "model/store/query.h"

#include <sqlite3.h>

#include <memory>

#include "model/base/text.h"
#include "model/store/database.h"

namespace leadlight {

namespace {

// Virtual machine steps between two looks at whether the user has had enough.
constexpr int stepsPerLook = 10'000;

int allowReading(void*, int action, const char* name, const char* value, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_PRAGMA: {
      // A pragma with a value sets something, but for those that take a table's name or a number of faults.
      const std::string pragma = lowered(name);
      const bool asks = value == nullptr || pragma.starts_with("table_") || pragma.starts_with("index_") ||
                        pragma == "integrity_check" || pragma == "quick_check" || pragma == "foreign_key_list";
      return asks ? SQLITE_OK : SQLITE_DENY;
    }
    default:
      return SQLITE_DENY;
  }
}

int wantsToStop(void* progress) { return static_cast<const Progress*>(progress)->cancelled() ? 1 : 0; }

Error refused(const std::string& why) { return {Errc::Usage, why, "sql", {why}}; }

Error writes() {
  return refused("Only statements that read are allowed, such as SELECT; use load and undo to change leads.");
}

Error refusedBy(sqlite3* handle) {
  if (sqlite3_errcode(handle) == SQLITE_AUTH) return writes();
  return refused("The statement was not understood: " + std::string(sqlite3_errmsg(handle)) + ".");
}

Result<Statement> prepareReading(sqlite3* handle, const std::string& sql, const std::string& file) {
  sqlite3_stmt* prepared = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v2(handle, sql.c_str(), static_cast<int>(sql.size()), &prepared, &rest);
  Statement statement(prepared, file);
  if (code != SQLITE_OK) return refusedBy(handle);
  if (prepared == nullptr) return refused("There is no statement, such as \"SELECT * FROM leads_final LIMIT 5\".");
  if (!trimmed(std::string_view(rest)).empty()) return refused("Give one statement, not several.");
  return statement;
}

Status handRows(Statement& statement, const QueryVisitor& visitor) {
  std::vector<std::string> names;
  for (int i = 0; i < statement.columns(); ++i) names.push_back(statement.columnName(i));
  std::vector<StoredValue> values(names.size());
  for (bool begun = false;; begun = true) {
    const Result<bool> row = statement.step();
    // Some statements, such as VACUUM INTO, are refused only when they run.
    if (!row) return row.error().code == Errc::NoPermission ? writes() : row.error();
    if (!begun)
      if (const Status done = visitor.begin(names); !done) return done;
    if (!*row) return {};
    for (int i = 0; i < statement.columns(); ++i) values[static_cast<std::size_t>(i)] = statement.value(i);
    if (const Status taken = visitor.row(values); !taken) return taken;
  }
}

}  // namespace

Status runQuery(const std::filesystem::path& store, std::string_view sql, const QueryVisitor& visitor,
                const Progress& progress) {
  const Result<std::unique_ptr<Database>> database = Database::open(store, Database::Mode::ReadOnly);
  if (!database) return database.error();
  sqlite3* handle = (*database)->handle();
  sqlite3_set_authorizer(handle, allowReading, nullptr);
  sqlite3_progress_handler(handle, stepsPerLook, wantsToStop, const_cast<Progress*>(&progress));
  Result<Statement> statement = prepareReading(handle, std::string(sql), store.string());
  if (!statement) return statement.error();
  return handRows(*statement, visitor);
}

}  // namespace leadlight
