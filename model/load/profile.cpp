#include "model/load/profile.h"

#include "model/load/prefetch.h"

namespace leadlight {

namespace {

void vote(Profile& profile, const RecordBatch& batch, const std::vector<std::string>& placeholders) {
  for (const Record& record : batch.records) {
    const Cell* cells = batch.cellsOf(record);
    while (profile.votes.size() < record.cellCount) {
      profile.votes.emplace_back(placeholders);
      profile.votes.back().seeAbsent(profile.records);
    }
    for (std::size_t i = 0; i < record.cellCount; ++i)
      profile.votes[i].see(cells[i].kind == Cell::Kind::Null ? std::string_view() : cells[i].text(),
                           cells[i].kind == Cell::Kind::Number);
    for (std::size_t i = record.cellCount; i < profile.votes.size(); ++i) profile.votes[i].seeAbsent();
    ++profile.records;
  }
  profile.rejects += batch.rejects.size();
}

Result<Profile> profileOnce(const std::filesystem::path& file, const ReadOptions& options,
                            const std::vector<std::string>& placeholders, const Progress& progress,
                            FileEvidence* evidence, bool& wrongEncoding) {
  Result<std::unique_ptr<RecordReader>> reader = openRecords(file, options);
  if (!reader) return reader.error();
  Profile profile;
  {
    Prefetch<RecordBatch> batches(batchesOf(**reader));
    std::uint64_t bytes = 0;
    while (true) {
      Result<std::optional<RecordBatch>> batch = batches.next();
      if (!batch) return batch.error();
      if (!*batch) break;
      vote(profile, **batch, placeholders);
      if (evidence != nullptr) evidence->see(**batch);
      for (const Record& record : (*batch)->records) bytes += record.raw.size() + 1;
      progress.report("profile", std::min(bytes, (*reader)->bytesTotal()), (*reader)->bytesTotal());
      if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
    }
  }
  const RecordReader::EncodingEvidence rows = (*reader)->encodingEvidence();
  wrongEncoding = !options.encoding && rows.invalidRows > rows.validRows;
  profile.facts = (*reader)->facts();
  profile.labels = (*reader)->labels();
  while (profile.votes.size() < profile.labels.size()) {
    profile.votes.emplace_back(placeholders);
    profile.votes.back().seeAbsent(profile.records);
  }
  profile.read = options;
  profile.read.delimiter = profile.facts.delimiter;
  if (!profile.facts.sheet.empty()) profile.read.sheet = profile.facts.sheet;
  profile.sha256 = (*reader)->sha256();
  profile.fingerprint = (*reader)->fingerprint();
  profile.bytes = (*reader)->bytesTotal();
  return profile;
}

}  // namespace

ReadingHints readingHints(const Profile& profile, const Schema& schema) {
  ReadingHints hints{schema.dates, schema.decimalMark};
  if (hints.decimalMark || profile.facts.format != FileFormat::Csv) return hints;
  bool comma = false;
  for (const ColumnVote& vote : profile.votes) {
    const bool numbers = vote.verdict(hints) == ColumnType::Decimal;
    if (numbers && vote.provesPoint() > 0) return hints;
    comma |= numbers && vote.provesComma() > 0;
  }
  if (comma) hints.decimalMark = ',';
  return hints;
}

ReadOptions readOptions(const ReadOptions& asked, const Schema& schema) {
  ReadOptions options = asked;
  if (!options.encoding) options.encoding = schema.read.encoding;
  if (!options.delimiter) options.delimiter = schema.read.delimiter;
  if (!options.sheet) options.sheet = schema.read.sheet;
  options.header = options.header && schema.read.header.value_or(true);
  return options;
}

Result<Profile> voteOnFile(const std::filesystem::path& file, const ReadOptions& options,
                           const std::vector<std::string>& placeholders, const Progress& progress,
                           FileEvidence* evidence) {
  bool wrongEncoding = false;
  Result<Profile> profile = profileOnce(file, options, placeholders, progress, evidence, wrongEncoding);
  if (!profile || !wrongEncoding) return profile;
  const Result<DetectedEncoding> encoding = detectEncoding(file);
  if (!encoding) return encoding.error();
  ReadOptions again = options;
  again.encoding = encoding->name;
  if (evidence != nullptr) *evidence = FileEvidence(placeholders);
  profile = profileOnce(file, again, placeholders, progress, evidence, wrongEncoding);
  if (profile) profile->facts.encodingOrElse = encoding->orElse;
  return profile;
}

}  // namespace leadlight
