#include "model/store/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>

#include "model/base/durable_file.h"
#include "model/store/sql_functions.h"

namespace leadlight {

namespace {

// How long one waits for its turn, unless told otherwise: longer than the longest load.
constexpr std::chrono::minutes usualPatience{10};

// SQLite's name for a database that is never written anywhere.
constexpr const char* inMemory = ":memory:";

Error diskFull(const std::string& file) {
  return {Errc::DiskFull, "The disk is full. Nothing was changed. Make room there and try again.", file, {}};
}

bool isDiskFull(int reason) { return reason == ENOSPC || reason == EDQUOT; }

// `reason`: the system's, which SQLite does not tell.
Error cannotOpen(int reason, const std::string& file) {
  if (isDiskFull(reason)) return diskFull(file);
  const std::string why = std::generic_category().message(reason);
  if (reason == EACCES || reason == EPERM)
    return {Errc::NoPermission,
            "The store may not be read by this user (" + why + "). Ask its owner, or name another store.",
            file,
            {why}};
  return {Errc::Io, "The store cannot be opened (" + why + "). Name another store.", file, {why}};
}

Error errorOf(int code, sqlite3* handle, const std::string& file) {
  const std::string message = sqlite3_errmsg(handle);
  const int reason = sqlite3_system_errno(handle);
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return diskFull(file);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Errc::StoreBusy, "Another program is writing to the store. Try again in a moment.", file, {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Errc::StoreDamaged, "This is not a Leadlight store, or it is damaged.", file, {}};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {Errc::NoPermission, "The store may not be written.", file, {}};
    case SQLITE_CANTOPEN:
      return cannotOpen(reason, file);
    case SQLITE_INTERRUPT:
      return {Errc::Interrupted, "Stopped. Everything is as it was.", file, {}};
    case SQLITE_IOERR:
      if (isDiskFull(reason)) return diskFull(file);
      return {Errc::Io, "Reading or writing the store failed (" + message + "). Nothing was changed.", file, {message}};
    default:
      return {Errc::Internal, "The store refused a request (" + message + ").", file, {message}};
  }
}

// The owner's alone, from its first byte: SQLite would create it by the process's mask. Journals inherit the mode.
Status createPrivately(const std::filesystem::path& file) {
  std::error_code ignored;
  if (const auto folder = file.parent_path(); !folder.empty() && !std::filesystem::exists(folder, ignored))
    if (const Status made = createPrivateFolder(folder); !made) return made;
  return createPrivateFile(file);
}

// Readers of a write-ahead log put files beside it. Where they may not, a store without a log is read as it stands.
bool cannotChange(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  std::error_code ignored;
  return ::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) != 0 &&
         !std::filesystem::exists(file.string() + "-wal", ignored);
}

std::string immutableUri(const std::filesystem::path& file) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : file.string()) {
    if (c != '%' && c != '?' && c != '#') {
      uri += c;
      continue;
    }
    uri += '%';
    uri += digits[static_cast<unsigned char>(c) >> 4];
    uri += digits[static_cast<unsigned char>(c) & 15];
  }
  return uri + "?immutable=1";
}

}  // namespace

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::bind(int parameter, std::int64_t value) { sqlite3_bind_int64(statement_, parameter, value); }
void Statement::bind(int parameter, double value) { sqlite3_bind_double(statement_, parameter, value); }
void Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL; an empty text is a text.
  sqlite3_bind_text64(statement_, parameter, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
}
void Statement::bindBlob(int parameter, std::string_view bytes) {
  sqlite3_bind_blob64(statement_, parameter, bytes.data() == nullptr ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
}
void Statement::bindNull(int parameter) { sqlite3_bind_null(statement_, parameter); }
void Statement::bind(int parameter, const std::optional<std::int64_t>& value) {
  value ? bind(parameter, *value) : bindNull(parameter);
}
void Statement::bind(int parameter, const std::optional<std::string>& text) {
  text ? bind(parameter, std::string_view(*text)) : bindNull(parameter);
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  const Error error = code == SQLITE_DONE ? Error{} : errorOf(code, sqlite3_db_handle(statement_), file_);
  sqlite3_reset(statement_);
  if (code == SQLITE_DONE) return false;
  return error;
}

Status Statement::run() {
  while (true) {
    const Result<bool> row = step();
    if (!row) return row.error();
    if (!*row) return {};
  }
}

void Statement::reset() { sqlite3_reset(statement_); }
bool Statement::isNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::decimal(int column) const { return sqlite3_column_double(statement_, column); }
std::string_view Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}
StoredValue Statement::value(int column) const {
  // One look-up of the column instead of three.
  sqlite3_value* found = sqlite3_column_value(statement_, column);
  StoredValue value;
  switch (sqlite3_value_type(found)) {
    case SQLITE_INTEGER:
      value.kind = StoredValue::Kind::Integer;
      value.integer = sqlite3_value_int64(found);
      break;
    case SQLITE_FLOAT:
      value.kind = StoredValue::Kind::Decimal;
      value.decimal = sqlite3_value_double(found);
      break;
    case SQLITE_NULL:
      break;
    default:
      value.kind = StoredValue::Kind::Text;
      value.text = {static_cast<const char*>(sqlite3_value_blob(found)),
                    static_cast<std::size_t>(sqlite3_value_bytes(found))};
  }
  return value;
}
int Statement::columns() const { return sqlite3_column_count(statement_); }
std::string Statement::columnName(int column) const { return sqlite3_column_name(statement_, column); }

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Mode mode, Patience patience) {
  std::error_code unknown;
  const std::filesystem::file_type type = std::filesystem::status(file, unknown).type();
  const bool missing = type == std::filesystem::file_type::not_found;
  if (type == std::filesystem::file_type::none) return cannotOpen(unknown.value(), file.string());
  if (missing && mode == Mode::ReadOnly)
    return Error{Errc::NotFound, "There is no store here yet. Load a file first.", file.string(), {}};
  if (type == std::filesystem::file_type::directory)
    return Error{Errc::IsDirectory, "The store must be a file; this is a folder.", file.string(), {}};
  if (!missing && type != std::filesystem::file_type::regular)
    return Error{Errc::StoreDamaged, "The store must be a file; this is a pipe or a device.", file.string(), {}};
  if (missing && mode == Mode::ReadWrite && file != inMemory)
    if (const Status created = createPrivately(file); !created) return created.error();
  // By default SQLite takes a lock at every allocation, to count what nobody asks for.
  [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3* handle = nullptr;
  const int flags = (mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                    SQLITE_OPEN_NOMUTEX;
  const bool still = mode == Mode::ReadOnly && cannotChange(file);
  const int code = still ? sqlite3_open_v2(immutableUri(file).c_str(), &handle, flags | SQLITE_OPEN_URI, nullptr)
                         : sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
  std::unique_ptr<Database> database(new Database(handle, file));
  if (code != SQLITE_OK) return errorOf(code, handle, file.string());
  database->patience_ = std::move(patience);
  database->waitForOthers(true);
  sqlite3_extended_result_codes(handle, 1);
  addSqlFunctions(handle);
  return database;
}

Database::~Database() { sqlite3_close_v2(handle_); }

int Database::onBusy(void* database, int calls) {
  auto& self = *static_cast<Database*>(database);
  const auto now = std::chrono::steady_clock::now();
  if (calls == 0) self.waitingSince_ = now;
  const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(now - self.waitingSince_);
  if (self.patience_ ? !self.patience_(waited) : waited > usualPatience) return 0;
  std::this_thread::sleep_for(std::chrono::milliseconds(std::min(1 + calls, 25)));
  return 1;
}

void Database::waitForOthers(bool on) { sqlite3_busy_handler(handle_, on ? onBusy : nullptr, this); }

Status Database::runPatiently(const std::string& sql) {
  for (int calls = 0;; ++calls) {
    Status done = run(sql);
    if (done || done.error().code != Errc::StoreBusy || onBusy(this, calls) == 0) return done;
  }
}

Status Database::copyFrom(Database& source, std::string_view stage, const Progress& progress) {
  // A picture that stays as it is, so that copying need not start again when somebody writes.
  const Result<Transaction> picture = Transaction::beginReading(source);
  if (!picture) return picture.error();
  if (const auto read = source.number("SELECT count(*) FROM sqlite_schema"); !read) return read.error();
  sqlite3_backup* backup = sqlite3_backup_init(handle_, "main", source.handle_, "main");
  if (backup == nullptr) return lastError();
  int code = SQLITE_OK;
  for (int calls = 0; code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED;) {
    code = sqlite3_backup_step(backup, 1024);
    if (code != SQLITE_OK && code != SQLITE_DONE && onBusy(this, calls++) == 0) break;
    const auto total = static_cast<std::uint64_t>(sqlite3_backup_pagecount(backup));
    progress.report(stage, total - static_cast<std::uint64_t>(sqlite3_backup_remaining(backup)), total);
    if (code != SQLITE_DONE && progress.cancelled()) code = SQLITE_INTERRUPT;
  }
  const int finished = sqlite3_backup_finish(backup);
  if (code == SQLITE_DONE && finished == SQLITE_OK) return {};
  return errorOf(code == SQLITE_DONE ? finished : code, handle_, file_.string());
}

Status Database::checkIntegrity() {
  Result<Statement> check = prepare("PRAGMA integrity_check(1)");
  if (!check) return check.error();
  const Result<bool> row = check->step();
  if (!row) return row.error();
  if (*row && check->text(0) == "ok") return {};
  return Error{Errc::StoreDamaged, "This is not a Leadlight store, or it is damaged.", file_.string(), {}};
}

Status Database::run(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return lastError();
  return {};
}

Result<Statement> Database::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql.c_str(), static_cast<int>(sql.size()), 0, &statement, nullptr);
  if (code != SQLITE_OK) return lastError();
  return Statement(statement, file_.string());
}

Result<std::int64_t> Database::number(const std::string& sql) {
  Result<Statement> statement = prepare(sql);
  if (!statement) return statement.error();
  const Result<bool> row = statement->step();
  if (!row) return row.error();
  return *row ? statement->integer(0) : 0;
}

std::int64_t Database::lastRowId() const { return sqlite3_last_insert_rowid(handle_); }
std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }
bool Database::inTransaction() const { return sqlite3_get_autocommit(handle_) == 0; }
Error Database::lastError() const { return errorOf(sqlite3_extended_errcode(handle_), handle_, file_.string()); }

Result<Transaction> Transaction::begin(Database& database) {
  if (const Status begun = database.run("BEGIN IMMEDIATE"); !begun) return begun.error();
  return Transaction(database);
}

Result<Transaction> Transaction::beginReading(Database& database) {
  if (const Status begun = database.run("BEGIN"); !begun) return begun.error();
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr && database_->inTransaction()) static_cast<void>(database_->run("ROLLBACK"));
}

Status Transaction::commit() {
  const Status done = database_->run("COMMIT");
  if (done) database_ = nullptr;
  return done;
}

std::string sqlName(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace leadlight
