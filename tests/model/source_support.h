#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "model/source/limits.h"
#include "model/source/reader.h"
#include "tests/support/temp_folder.h"

namespace leadlight {

using Row = std::vector<std::string>;

// A whole file as its reader gave it, copied out of the batches.
struct ReadFile {
  struct Place {
    std::uint64_t line = 0;
    std::uint64_t byte = 0;
    std::string raw;
  };
  std::optional<Error> error;  // of opening or of reading
  FileFacts facts;
  std::vector<std::string> labels;
  std::vector<Row> rows;  // absent and null cells as ""
  std::vector<std::vector<Cell::Kind>> kinds;
  std::vector<Place> places;  // of the rows
  std::vector<Reject> rejects;
  RecordReader::EncodingEvidence evidence;
  std::string sha256;
  std::size_t batches = 0;

  std::vector<std::uint64_t> rejectLines() const {
    std::vector<std::uint64_t> lines;
    for (const Reject& reject : rejects) lines.push_back(reject.line);
    return lines;
  }
  // The cell of a JSON or CSV record by its label.
  std::string cell(std::size_t row, std::string_view label) const {
    for (std::size_t i = 0; i < labels.size() && i < rows[row].size(); ++i)
      if (labels[i] == label) return rows[row][i];
    return {};
  }
};

inline ReadFile readFile(const std::filesystem::path& file, const ReadOptions& options = {},
                         const ReadLimits& limits = {}) {
  ReadFile found;
  Result<std::unique_ptr<RecordReader>> reader = openRecords(file, options, limits);
  if (!reader) {
    found.error = reader.error();
    return found;
  }
  RecordBatch batch;
  for (;;) {
    const Result<bool> more = (*reader)->next(batch);
    if (!more) {
      found.error = more.error();
      return found;
    }
    if (!*more) break;
    ++found.batches;
    for (const Record& record : batch.records) {
      Row& row = found.rows.emplace_back();
      std::vector<Cell::Kind>& kinds = found.kinds.emplace_back();
      const Cell* const cells = batch.cellsOf(record);
      for (std::uint32_t i = 0; i < record.cellCount; ++i) {
        row.emplace_back(cells[i].empty() ? std::string_view() : cells[i].text());
        kinds.push_back(cells[i].kind);
      }
      found.places.push_back({record.line, record.byte, std::string(record.raw)});
    }
    for (Reject& reject : batch.rejects) found.rejects.push_back(std::move(reject));
  }
  found.facts = (*reader)->facts();
  found.labels = (*reader)->labels();
  found.evidence = (*reader)->encodingEvidence();
  found.sha256 = (*reader)->sha256();
  EXPECT_EQ((*reader)->bytesRead(), (*reader)->bytesTotal());
  return found;
}

inline ReadFile readText(std::string_view text, const ReadOptions& options = {}, const ReadLimits& limits = {},
                         std::string_view name = "leads") {
  static const TempFolder folder;
  std::filesystem::remove(folder.path() / name);  // writing over a file waits for the disk on some file systems
  return readFile(folder.write(name, text), options, limits);
}

// The error of reading a file through, whose records are not kept; nullopt when there is none.
inline std::optional<Error> errorOf(const std::filesystem::path& file) {
  Result<std::unique_ptr<RecordReader>> reader = openRecords(file, {});
  if (!reader) return reader.error();
  RecordBatch batch;
  for (;;) {
    const Result<bool> more = (*reader)->next(batch);
    if (!more) return more.error();
    if (!*more) return std::nullopt;
  }
}

inline std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A file or folder beside the checkout; nullopt, with a note, where it is absent.
inline std::optional<std::filesystem::path> sharedPath(const std::string& path) {
  std::filesystem::path found = std::filesystem::path(LEADLIGHT_SHARED) / path;
  if (std::filesystem::exists(found)) return found;
  GTEST_LOG_(INFO) << "not here: " << found;
  return std::nullopt;
}

}  // namespace leadlight
