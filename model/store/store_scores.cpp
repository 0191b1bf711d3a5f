#include <fmt/format.h>

#include "model/base/calendar.h"
#include "model/store/dataset_tables.h"
#include "model/store/revision.h"
#include "model/store/store.h"

namespace leadlight {

namespace {

const std::string scorecardColumns =
    "SELECT scorecard_id, name, version, dataset, json, champion, created_at FROM scorecard ";

StoredScorecard scorecardOf(const Statement& row) {
  return {row.integer(0),           std::string(row.text(1)), row.integer(2),          std::string(row.text(3)),
          std::string(row.text(4)), row.integer(5) != 0,      std::string(row.text(6))};
}

Result<std::optional<StoredScorecard>> firstScorecard(Statement& query) {
  const Result<bool> row = query.step();
  if (!row) return row.error();
  if (!*row) return std::optional<StoredScorecard>{};
  StoredScorecard found = scorecardOf(query);
  query.reset();
  return std::optional(std::move(found));
}

// The version wanted by "name@2", or 0 for the latest; strips it from `name`.
std::int64_t takeVersion(std::string_view& name) {
  const std::size_t at = name.rfind('@');
  if (at == std::string_view::npos || at + 1 == name.size()) return 0;
  std::int64_t version = 0;
  for (const char c : name.substr(at + 1)) {
    if (c < '0' || c > '9' || version > 1'000'000) return 0;
    version = version * 10 + (c - '0');
  }
  name = name.substr(0, at);
  return version;
}

}  // namespace

Result<StoredScorecard> Store::putScorecard(std::string_view name, std::string_view dataset, std::string_view json) {
  Result<Transaction> transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  Result<Statement> latest = database_->prepare(scorecardColumns + "WHERE name = ? ORDER BY version DESC LIMIT 1");
  if (!latest) return latest.error();
  latest->bind(1, name);
  Result<std::optional<StoredScorecard>> known = firstScorecard(*latest);
  if (!known) return known.error();
  if (*known && (*known)->json == json && (*known)->dataset == dataset) return **std::move(known);
  StoredScorecard added{.id = 0,
                        .name = std::string(name),
                        .version = *known ? (*known)->version + 1 : 1,
                        .dataset = std::string(dataset),
                        .json = std::string(json),
                        .champion = false,
                        .createdAt = isoNow()};
  Result<Statement> insert = database_->prepare(
      "INSERT INTO scorecard(name, version, dataset, json, champion, created_at) VALUES(?, ?, ?, ?, 0, ?)");
  if (!insert) return insert.error();
  insert->bind(1, name);
  insert->bind(2, added.version);
  insert->bind(3, dataset);
  insert->bind(4, json);
  insert->bind(5, std::string_view(added.createdAt));
  if (const Status done = insert->run(); !done) return done.error();
  added.id = database_->lastRowId();
  if (const Status done = transaction->commit(); !done) return done.error();
  return added;
}

Result<std::vector<StoredScorecard>> Store::scorecards() {
  Result<Statement> query = database_->prepare(scorecardColumns + "ORDER BY name, version DESC");
  if (!query) return query.error();
  std::vector<StoredScorecard> all;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return all;
    all.push_back(scorecardOf(*query));
  }
}

Result<StoredScorecard> Store::scorecard(std::string_view name) {
  // A scorecard may itself be called "name@2": the whole name comes first.
  std::string_view base = name;
  const std::int64_t version = takeVersion(base);
  Result<Statement> query = database_->prepare(
      scorecardColumns +
      "WHERE name = ?1 OR (name = ?2 AND version = ?3) ORDER BY name = ?1 DESC, version DESC LIMIT 1");
  if (!query) return query.error();
  query->bind(1, name);
  query->bind(2, base);
  query->bind(3, version);
  Result<std::optional<StoredScorecard>> found = firstScorecard(*query);
  if (!found) return found.error();
  if (!*found)
    return Error{Errc::UnknownScorecard,
                 fmt::format("There is no scorecard {}. `scorecard list` shows those there are.", name),
                 "",
                 {std::string(name)}};
  return **std::move(found);
}

Result<std::optional<StoredScorecard>> Store::champion(std::string_view dataset) {
  Result<Statement> query = database_->prepare(scorecardColumns + "WHERE dataset = ? AND champion = 1");
  if (!query) return query.error();
  query->bind(1, dataset);
  return firstScorecard(*query);
}

Status Store::setChampion(std::int64_t scorecardId) {
  Result<Transaction> transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  const Status done = database_->run(fmt::format(
      "UPDATE scorecard SET champion = (scorecard_id = {0}) WHERE dataset = (SELECT dataset FROM scorecard WHERE "
      "scorecard_id = {0}); INSERT INTO audit(at, action, detail) VALUES('{1}', 'champion', 'scorecard {0}')",
      scorecardId, isoNow()));
  if (!done) return done;
  return transaction->commit();
}

namespace {

// What writeScores is given, row by row.
struct NewScores {
  std::span<const std::int64_t> leadIds;
  std::span<const double> score, probability;
  std::span<const std::uint8_t> band;
  const std::vector<std::string>& bandNames;

  StoredScore at(std::size_t i) const {
    return {leadIds[i], score[i], probability.empty() ? std::nullopt : std::optional(probability[i]),
            band.empty() ? std::string() : bandNames[band[i]]};
  }
};

// Which of the new scores the table lacks or holds otherwise, and which leads it holds for nothing. Both lists ascend
// by lead, as the table does.
struct ScoreChanges {
  std::vector<std::size_t> written;
  std::vector<std::int64_t> gone;
};

Result<ScoreChanges> changesOf(Store& store, std::string_view dataset, std::int64_t scorecardId,
                               const NewScores& scores) {
  ScoreChanges changes;
  std::size_t next = 0;
  const Status read = store.readScores(dataset, scorecardId, [&](const StoredScore& stored) {
    while (next < scores.leadIds.size() && scores.leadIds[next] < stored.leadId) changes.written.push_back(next++);
    if (next == scores.leadIds.size() || scores.leadIds[next] != stored.leadId)
      changes.gone.push_back(stored.leadId);
    else if (!(scores.at(next++) == stored))
      changes.written.push_back(next - 1);
  });
  if (!read) return read.error();
  while (next < scores.leadIds.size()) changes.written.push_back(next++);
  return changes;
}

}  // namespace

Status Store::writeScores(std::string_view dataset, std::int64_t scorecardId, std::span<const std::int64_t> leadIds,
                          std::span<const double> score, std::span<const double> probability,
                          std::span<const std::uint8_t> band, const std::vector<std::string>& bandNames,
                          const Progress& progress) {
  Result<Transaction> transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  const NewScores scores{leadIds, score, probability, band, bandNames};
  const Result<ScoreChanges> changes = changesOf(*this, dataset, scorecardId, scores);
  if (!changes) return changes.error();
  if (changes->gone.empty() && changes->written.empty()) return {};
  if (const Status renewed = renewRevision(*database_, dataset, scorecardId); !renewed) return renewed;
  const std::string table = tableName(dataset, "score");
  Result<Statement> remove =
      database_->prepare(fmt::format("DELETE FROM {} WHERE scorecard_id = {} AND lead_id = ?", table, scorecardId));
  if (!remove) return remove.error();
  for (const std::int64_t leadId : changes->gone) {
    remove->bind(1, leadId);
    if (const Status done = remove->run(); !done) return done;
  }
  Result<Statement> insert =
      database_->prepare(fmt::format("INSERT OR REPLACE INTO {} VALUES({}, ?, ?, ?, ?)", table, scorecardId));
  if (!insert) return insert.error();
  for (std::size_t i = 0; i < changes->written.size(); ++i) {
    const StoredScore row = scores.at(changes->written[i]);
    insert->bind(1, row.leadId);
    insert->bind(2, row.score);
    if (row.probability)
      insert->bind(3, *row.probability);
    else
      insert->bindNull(3);
    insert->bind(4, std::string_view(row.band));
    if (const Status done = insert->run(); !done) return done;
    if (i % 4096 != 0) continue;
    progress.report("score", i, changes->written.size());
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  }
  return transaction->commit();
}

Status Store::readScores(std::string_view dataset, std::int64_t scorecardId,
                         const std::function<void(const StoredScore&)>& visit) {
  Result<Statement> query = database_->prepare(
      fmt::format("SELECT lead_id, score, probability, band FROM {} WHERE scorecard_id = {} ORDER BY lead_id",
                  tableName(dataset, "score"), scorecardId));
  if (!query) return query.error();
  StoredScore score;
  while (true) {
    const Result<bool> row = query->step();
    if (!row) return row.error();
    if (!*row) return {};
    score.leadId = query->integer(0);
    score.score = query->decimal(1);
    score.probability = query->isNull(2) ? std::nullopt : std::optional(query->decimal(2));
    score.band.assign(query->text(3));
    visit(score);
  }
}

}  // namespace leadlight
