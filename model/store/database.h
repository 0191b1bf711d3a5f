#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/store/stored_value.h"

struct sqlite3;
struct sqlite3_stmt;

namespace leadlight {

// A prepared statement. Parameters are numbered from 1, columns from 0, as in SQLite. Bound texts must stay alive until
// the next step(), run() or bind of the same parameter.
class Statement {
 public:
  Statement() = default;
  Statement(sqlite3_stmt* statement, std::string file) : statement_(statement), file_(std::move(file)) {}
  Statement(Statement&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)), file_(std::move(other.file_)) {}
  Statement& operator=(Statement&& other) noexcept {
    std::swap(statement_, other.statement_);
    std::swap(file_, other.file_);
    return *this;
  }
  ~Statement();

  void bind(int parameter, std::int64_t value);
  void bind(int parameter, double value);
  void bind(int parameter, std::string_view text);
  void bindBlob(int parameter, std::string_view bytes);
  void bindNull(int parameter);
  void bind(int parameter, const std::optional<std::int64_t>& value);
  void bind(int parameter, const std::optional<std::string>& text);

  // True when there is a row to read; false at the end, and the statement is reset for its next use.
  Result<bool> step();
  // Runs a statement that gives no rows.
  Status run();
  void reset();

  bool isNull(int column) const;
  std::int64_t integer(int column) const;
  double decimal(int column) const;
  std::string_view text(int column) const;  // valid until the next step
  StoredValue value(int column) const;      // its text is valid until the next step
  int columns() const;
  std::string columnName(int column) const;

 private:
  sqlite3_stmt* statement_ = nullptr;
  std::string file_;
};

// One SQLite connection. Statements of it must die before it.
class Database {
 public:
  enum class Mode { ReadOnly, ReadWrite };
  // Errors: NotFound (reading: there is none), IsDirectory, NoPermission, DiskFull, StoreDamaged, StoreBusy, Io.
  // While another program holds the file, `patience` says whether to go on waiting; an empty one waits ten minutes.
  using Patience = std::function<bool(std::chrono::milliseconds waited)>;
  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Mode mode, Patience patience = {});
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::filesystem::path& file() const { return file_; }
  Status run(const std::string& sql);  // one or more statements without parameters
  // The same for a statement that SQLite refuses at once while the file is busy: tried until patience ends.
  Status runPatiently(const std::string& sql);
  // Off: a busy file is an error at once.
  void waitForOthers(bool on);
  Result<Statement> prepare(const std::string& sql);
  Result<std::int64_t> number(const std::string& sql);  // the first column of the first row; 0 when there is none
  // Replaces this database by a copy of another's present state, in one transaction. Errors: Interrupted and SQLite's.
  Status copyFrom(Database& source, std::string_view stage, const Progress& progress);
  Status checkIntegrity();  // StoreDamaged
  std::int64_t lastRowId() const;
  std::int64_t changes() const;
  // Is a transaction open?
  bool inTransaction() const;
  Error lastError() const;
  sqlite3* handle() const { return handle_; }  // for store/ only

 private:
  Database(sqlite3* handle, std::filesystem::path file) : handle_(handle), file_(std::move(file)) {}
  static int onBusy(void* database, int calls);

  sqlite3* handle_;
  std::filesystem::path file_;
  Patience patience_;
  std::chrono::steady_clock::time_point waitingSince_;
};

// BEGIN IMMEDIATE; rolls back when destroyed before commit().
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  // One that only reads: a steady picture that keeps nobody from writing.
  static Result<Transaction> beginReading(Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  ~Transaction();
  Status commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

// A name quoted for SQL.
std::string sqlName(std::string_view name);

}  // namespace leadlight
