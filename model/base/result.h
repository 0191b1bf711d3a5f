#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace leadlight {

// What went wrong, as a fixed code. The window and the command line turn codes into sentences; see errorName() for the
// names that appear in JSON.
enum class Errc {
  Usage,             // the request itself makes no sense
  Interrupted,       // cancelled by the user; nothing changed. Not a failure
  NotFound,          // no such file
  IsDirectory,       // a directory where a file is needed
  IsDatabase,        // a database where a file is to be written
  NoPermission,      // the file may not be read or written
  Io,                // reading or writing failed
  DiskFull,          // no space left; nothing was changed
  EmptyFile,         // a lead file without a single record or header
  NotALeadFile,      // binary or otherwise no format we read
  Damaged,           // a compressed file that fails its checks
  Malformed,         // the file's structure cannot be read as a whole
  FileChanged,       // the file changed between the two passes
  TooManyErrors,     // more rejected rows than --max-errors or --on-error allow
  NoSharedColumn,    // the file shares no column with the dataset
  UnknownSchema,     // no schema of that name, or a schema file that cannot be read
  UnknownColumn,     // a column name that the dataset does not have
  UnknownDataset,    // no dataset of that name
  UnknownLoad,       // no load of that number
  UnknownLead,       // no lead with that key
  UnknownScorecard,  // no scorecard of that name
  BadFilter,         // a filter text that cannot be parsed
  BadScorecard,      // a scorecard file that cannot be accepted
  CannotUndo,        // later loads build on this one
  NotTrainable,      // no scorecard can be learned from these leads
  BadSnapshot,       // no such snapshot, or one that fails its checks
  StoreNewer,        // the store was written by a newer version
  StoreDamaged,      // the store is no SQLite file or fails its checks
  StoreBusy,         // another program holds the store
  Conservation,      // parsed != new + changed + same + superseded + quarantined
  Internal,          // a broken promise inside the program
};

// The code's name as JSON and tests see it, e.g. "not_found".
const char* errorName(Errc code);

struct Error {
  Errc code = Errc::Internal;
  std::string what;               // one English sentence: what happened and what to do
  std::string where;              // "Leads.csv:17", a store's path, a position in a filter; may be empty
  std::vector<std::string> args;  // the values inside `what`, in order, for translations
};

// Either a value or an Error. `return value;` and `return Error{...};` both work.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  // REQUIRES: *this
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  // REQUIRES: !*this
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  explicit operator bool() const { return !error_; }
  // REQUIRES: !*this
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

using Status = Result<void>;

}  // namespace leadlight
