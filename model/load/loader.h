#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "model/base/progress.h"
#include "model/source/reader.h"
#include "model/store/store.h"

namespace leadlight {

struct LoadOptions {
  std::string dataset = "leads";
  // The name of a saved or built-in schema, a schema file's path, or "auto": the known schema whose columns the file
  // shares, else one inferred from the file.
  std::string schema = "auto";
  std::filesystem::path schemas;   // folder of the saved ones; empty: schemaFolder() of the store
  std::optional<std::string> key;  // a column, or "none"; absent: the schema's, or the dataset's
  enum class OnError { Continue, SkipFile, Abort } onError = OnError::Continue;
  std::optional<std::uint64_t> maxErrors;  // more rejected rows than this: nothing is committed
  std::optional<double> maxErrorShare;     // the same as a share of the parsed rows, 0..1
  bool validateOnly = false;               // report what would happen; write nothing
  bool force = false;                      // load content that was loaded before
  ReadOptions read;
};

// Loads one file in one transaction: raw rows, final rows, history, quarantine and report together or not at all.
// Stages reported: "profile", "load", "index", "commit". A failed load leaves a report with status Failed, and nothing
// else (unless validating); the Error says why. An interrupted one leaves nothing. Errors: everything of openRecords,
// UnknownSchema, UnknownColumn (--key), NoSharedColumn, TooManyErrors, FileChanged, Conservation, DiskFull, Io,
// StoreBusy, Interrupted.
Result<LoadReport> loadFile(Store& store, const std::filesystem::path& file, const LoadOptions& options,
                            const Progress& progress);

}  // namespace leadlight
