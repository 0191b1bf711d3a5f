#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/schema/vote.h"
#include "model/source/reader.h"

namespace leadlight {

// What one pass over a whole file proved about it.
struct Profile {
  FileFacts facts;
  ReadOptions read;                 // reads the file the same way again
  std::vector<std::string> labels;  // header texts, in file order
  std::vector<ColumnVote> votes;    // one per label, over every row
  std::uint64_t records = 0;        // rows that could be read
  std::uint64_t rejects = 0;        // rows that could not
  std::string sha256;
  std::uint64_t bytes = 0;
};

// `placeholders` must outlive the profile. Errors: everything of openRecords and RecordReader::next, Interrupted.
Result<Profile> profileFile(const std::filesystem::path& file, const ReadOptions& options,
                            const std::vector<std::string>& placeholders, const Progress& progress);

}  // namespace leadlight
