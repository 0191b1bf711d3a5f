#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/load/evidence.h"
#include "model/schema/schema.h"
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
  std::string sha256;               // of the file, as stored on disk
  Hash128 fingerprint;              // XXH3 of the same bytes
  std::uint64_t bytes = 0;
};

// What is known about the values of a file beforehand: what the schema says, and the decimal mark that other columns of
// a CSV file prove.
ReadingHints readingHints(const Profile& profile, const Schema& schema);

// `asked`, and what the schema says where nothing is asked.
ReadOptions readOptions(const ReadOptions& asked, const Schema& schema);

// Reads the whole file; a file that is no UTF-8 is read again in the encoding that it is most likely in. `evidence`, if
// any, sees every value of the reading that counts. `placeholders` must outlive the profile. Errors: everything of
// openRecords and RecordReader::next, Interrupted.
Result<Profile> voteOnFile(const std::filesystem::path& file, const ReadOptions& options,
                           const std::vector<std::string>& placeholders, const Progress& progress,
                           FileEvidence* evidence = nullptr);

}  // namespace leadlight
