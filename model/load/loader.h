#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/base/progress.h"
#include "model/source/reader.h"
#include "model/store/store.h"

namespace leadlight {

class LeadWatcher;

// Rows of a quarantine on their way back, see retryRows().
struct RetriedRows {
  std::int64_t of = 0;  // the load that refused them
  // By row of the file, ascending: the byte where it starts and its number in the quarantine.
  std::vector<std::pair<std::uint64_t, std::int64_t>> rows;
  // What that load found its columns to be, in the order of the file's: they are named and read as they were then.
  std::vector<LoadReport::ColumnFacts> columns;
  bool ofJson = false;  // an empty cell may stand for a name that the record lacked
};

struct LoadOptions {
  std::string dataset = "leads";
  // The name of a saved or built-in schema, a schema file's path, or "auto": the known schema whose columns the file
  // shares, else one inferred from the file.
  std::string schema = "auto";
  std::optional<Schema> given;     // this one instead, e.g. as a person chose it
  std::filesystem::path schemas;   // folder of the saved ones; empty: schemaFolder() of the store
  std::optional<std::string> key;  // a column, or "none"; absent: the schema's, or the dataset's
  enum class OnError { Continue, SkipFile, Abort } onError = OnError::Continue;
  std::optional<std::uint64_t> maxErrors;  // more rejected rows than this: nothing is committed
  std::optional<double> maxErrorShare;     // the same as a share of the parsed rows, 0..1
  bool validateOnly = false;               // report what would happen; write nothing
  bool force = false;                      // load content that was loaded before
  ReadOptions read;
  std::optional<DateOrder> dates;   // of dates that fit several; absent: the schema's
  std::optional<char> decimalMark;  // absent: the schema's, else proven by the values
  std::optional<RetriedRows> retried;
};

// Loads one file in one transaction: raw rows, final rows, history, quarantine and report together or not at all.
// Stages reported: "profile", "load", "index", "commit". A failed load leaves a report with status Failed, and nothing
// else (unless validating); the Error says why. An interrupted one leaves nothing. Errors: everything of openRecords,
// UnknownSchema, UnknownColumn (--key), NoSharedColumn, TooManyErrors, FileChanged, Conservation, DiskFull, Io,
// StoreBusy, Interrupted. `watcher` sees leads that come into a dataset without any.
Result<LoadReport> loadFile(Store& store, const std::filesystem::path& file, const LoadOptions& options,
                            const Progress& progress, LeadWatcher* watcher = nullptr);

}  // namespace leadlight
