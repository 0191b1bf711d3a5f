#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "model/simulate/simulate.h"

namespace leadlight {

// A folder of its own, removed at the end.
struct BenchFolder {
  std::filesystem::path path;
  BenchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "leadlight-bench-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~BenchFolder() { std::filesystem::remove_all(path); }
  BenchFolder(const BenchFolder&) = delete;
  BenchFolder& operator=(const BenchFolder&) = delete;

  std::filesystem::path store() const { return path / "leads.db"; }
};

// The file that an environment variable names; else a made-up one, written once. Empty when it cannot be written.
inline std::string benchFile(const char* variable, const SimulateOptions& made) {
  if (const char* given = std::getenv(variable)) return given;
  static const BenchFolder folder;
  const std::filesystem::path file = folder.path / (std::string(variable) + ".csv");
  if (!std::filesystem::exists(file) && !simulateLeadFile(made, file)) return {};
  return file.string();
}

// LEADLIGHT_BENCH_FILE, or a million made-up leads.
inline std::string firstFile() { return benchFile("LEADLIGHT_BENCH_FILE", {.rows = 1'000'000}); }
// LEADLIGHT_BENCH_UPDATE, or one per cent of them again.
inline std::string secondFile() {
  return benchFile("LEADLIGHT_BENCH_UPDATE", {.rows = 0, .updatesOf = 1'000'000, .lateUpdates = 0.01});
}

}  // namespace leadlight
