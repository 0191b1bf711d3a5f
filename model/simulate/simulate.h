#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/progress.h"
#include "model/base/result.h"

namespace leadlight {

// What a made-up lead file is like. The same options give the same bytes on every machine. Shares lie between 0 and 1.
struct SimulateOptions {
  std::uint64_t rows = 1000;  // new leads
  std::uint64_t seed = 1;
  std::string format = "csv";        // "csv", "ndjson" or "json" (one list)
  std::string start = "2026-01-01";  // the day of the first lead, ISO
  std::uint64_t days = 90;           // over which the leads come
  double nulls = 0.02;               // share of optional values left out, besides those that people leave empty anyway
  double placeholders = 0.2;         // share of form fields left at "Select"
  double duplicates = 0;  // further rows, as a share of `rows`: the same key again, half of them with later news
  double broken = 0;      // further rows, as a share of `rows`, that no loader can take; see README.md

  // A later file: how many leads an earlier file with this seed, start and days had, and the share of them that comes
  // again with a later Modified On. `rows` more leads come in the period after it.
  std::uint64_t updatesOf = 0;
  double lateUpdates = 0;
};

struct SimulateReport {
  std::uint64_t leads = 0;       // new leads, each once
  std::uint64_t updates = 0;     // leads of the earlier file
  std::uint64_t duplicates = 0;  // rows whose key came before in this file
  std::uint64_t broken = 0;
  std::uint64_t bytes = 0;
};

// Stage: "simulate". Errors: Usage with the option's name in `where`, Interrupted, Io.
Result<SimulateReport> simulateLeads(const SimulateOptions& options, std::ostream& out, const Progress& progress = {});
// The same into a new file, or over an old one. Errors also: NoPermission, IsDirectory, DiskFull; what was written then
// is removed.
Result<SimulateReport> simulateLeadFile(const SimulateOptions& options, const std::filesystem::path& file,
                                        const Progress& progress = {});

// The files of resources/sample and the options that made them.
struct SampleFile {
  std::string_view name;
  SimulateOptions options;
};
std::vector<SampleFile> sampleFiles();

}  // namespace leadlight
