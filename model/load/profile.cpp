#include "model/load/profile.h"

#include "model/load/prefetch.h"

namespace leadlight {

namespace {

void vote(Profile& profile, const RecordBatch& batch, const std::vector<std::string>& placeholders) {
  for (const Record& record : batch.records) {
    const Cell* cells = batch.cellsOf(record);
    while (profile.votes.size() < record.cellCount) {
      profile.votes.emplace_back(placeholders, '.');
      profile.votes.back().seeAbsent(profile.records);
    }
    for (std::size_t i = 0; i < record.cellCount; ++i)
      profile.votes[i].see(cells[i].kind == Cell::Kind::Null ? std::string_view() : cells[i].text());
    for (std::size_t i = record.cellCount; i < profile.votes.size(); ++i) profile.votes[i].seeAbsent();
    ++profile.records;
  }
  profile.rejects += batch.rejects.size();
}

Result<Profile> profileOnce(const std::filesystem::path& file, const ReadOptions& options,
                            const std::vector<std::string>& placeholders, const Progress& progress, bool& useLatin1) {
  Result<std::unique_ptr<RecordReader>> reader = openRecords(file, options);
  if (!reader) return reader.error();
  Profile profile;
  {
    Prefetch<RecordBatch> batches([&reader]() -> Result<std::optional<RecordBatch>> {
      RecordBatch batch;
      const Result<bool> more = (*reader)->next(batch);
      if (!more) return more.error();
      if (!*more) return std::optional<RecordBatch>{};
      return std::optional(std::move(batch));
    });
    std::uint64_t bytes = 0;
    while (true) {
      Result<std::optional<RecordBatch>> batch = batches.next();
      if (!batch) return batch.error();
      if (!*batch) break;
      vote(profile, **batch, placeholders);
      for (const Record& record : (*batch)->records) bytes += record.raw.size() + 1;
      progress.report("profile", std::min(bytes, (*reader)->bytesTotal()), (*reader)->bytesTotal());
      if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
    }
  }
  const RecordReader::EncodingEvidence evidence = (*reader)->encodingEvidence();
  useLatin1 = !options.encoding && evidence.invalidRows > evidence.validRows;
  profile.facts = (*reader)->facts();
  profile.labels = (*reader)->labels();
  while (profile.votes.size() < profile.labels.size()) {
    profile.votes.emplace_back(placeholders, '.');
    profile.votes.back().seeAbsent(profile.records);
  }
  profile.read = options;
  profile.read.delimiter = profile.facts.delimiter;
  profile.sha256 = (*reader)->sha256();
  profile.bytes = (*reader)->bytesTotal();
  return profile;
}

}  // namespace

Result<Profile> profileFile(const std::filesystem::path& file, const ReadOptions& options,
                            const std::vector<std::string>& placeholders, const Progress& progress) {
  bool useLatin1 = false;
  Result<Profile> profile = profileOnce(file, options, placeholders, progress, useLatin1);
  if (!profile || !useLatin1) return profile;
  ReadOptions latin1 = options;
  latin1.encoding = "latin-1";
  return profileOnce(file, latin1, placeholders, progress, useLatin1);
}

}  // namespace leadlight
