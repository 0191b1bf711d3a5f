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

// Which of the new scores the store lacks or holds otherwise, and which leads it holds for nothing. Both lists ascend
// by lead.
class ScoreChanges {
 public:
  explicit ScoreChanges(const LeadScores& scores) : scores_(scores) {}

  // REQUIRES: leads ascend
  void compare(const StoredScore& stored) {
    while (next_ < scores_.leadIds.size() && scores_.leadIds[next_] < stored.leadId) written_.push_back(next_++);
    if (next_ == scores_.leadIds.size() || scores_.leadIds[next_] != stored.leadId)
      gone_.push_back(stored.leadId);
    else if (!(scores_.at(next_++) == stored))
      written_.push_back(next_ - 1);
  }
  void finish() {
    while (next_ < scores_.leadIds.size()) written_.push_back(next_++);
  }
  bool none() const { return gone_.empty() && written_.empty(); }
  const std::vector<std::size_t>& written() const { return written_; }
  const std::vector<std::int64_t>& gone() const { return gone_; }

 private:
  const LeadScores& scores_;
  std::size_t next_ = 0;
  std::vector<std::size_t> written_;
  std::vector<std::int64_t> gone_;
};

Status removeScores(Database& database, std::string_view dataset, std::int64_t scorecardId,
                    const std::vector<std::int64_t>& leadIds) {
  Result<Statement> remove = database.prepare(
      fmt::format("DELETE FROM {} WHERE scorecard_id = {} AND lead_id = ?", tableName(dataset, "score"), scorecardId));
  if (!remove) return remove.error();
  for (const std::int64_t leadId : leadIds) {
    remove->bind(1, leadId);
    if (const Status done = remove->run(); !done) return done;
  }
  return {};
}

// An insert of so many rows, four parameters each.
Result<Statement> scoreInsert(Database& database, std::string_view dataset, std::int64_t scorecardId,
                              std::size_t rows) {
  std::string sql = fmt::format("INSERT OR REPLACE INTO {} VALUES", tableName(dataset, "score"));
  for (std::size_t i = 0; i < rows; ++i) sql += fmt::format("{}({}, ?, ?, ?, ?)", i == 0 ? "" : ",", scorecardId);
  return database.prepare(sql);
}

void bindScore(Statement& insert, std::size_t row, const LeadScores& scores, std::size_t place) {
  const int first = static_cast<int>(row) * 4;
  insert.bind(first + 1, scores.leadIds[place]);
  insert.bind(first + 2, scores.score[place]);
  if (scores.probability.empty())
    insert.bindNull(first + 3);
  else
    insert.bind(first + 3, scores.probability[place]);
  insert.bind(first + 4,
              scores.band.empty() ? std::string_view() : std::string_view(scores.bandNames[scores.band[place]]));
}

Status insertScores(Database& database, std::string_view dataset, std::int64_t scorecardId, const LeadScores& scores,
                    const std::vector<std::size_t>& places, const Progress& progress) {
  constexpr std::size_t together = 64;  // a third of the time of single rows
  Result<Statement> many = scoreInsert(database, dataset, scorecardId, together);
  if (!many) return many.error();
  Result<Statement> one = scoreInsert(database, dataset, scorecardId, 1);
  if (!one) return one.error();
  for (std::size_t i = 0; i < places.size();) {
    const std::size_t rows = places.size() - i >= together ? together : 1;
    Statement& insert = rows == 1 ? *one : *many;
    for (std::size_t row = 0; row < rows; ++row) bindScore(insert, row, scores, places[i + row]);
    if (const Status done = insert.run(); !done) return done;
    i += rows;
    if (i % 4096 != 0) continue;
    progress.report("score", i, places.size());
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  }
  return {};
}

}  // namespace

Result<std::string> Store::writeScores(std::string_view dataset, std::int64_t scorecardId, const LeadScores& scores,
                                       const Progress& progress, const std::optional<CopiedScores>& copy) {
  Result<Transaction> transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  Result<std::string> before = revision(dataset, scorecardId);
  if (!before) return before.error();
  ScoreChanges changes(scores);
  if (copy && !before->empty() && copy->revision == *before) {
    for (std::size_t i = 0; i < copy->scores.leadIds.size(); ++i) changes.compare(copy->scores.at(i));
  } else {
    const auto compare = [&](const StoredScore& stored) { changes.compare(stored); };
    if (const Status read = readScores(dataset, scorecardId, compare); !read) return read.error();
  }
  changes.finish();
  if (changes.none()) return before;
  if (const Status renewed = renewScoresRevision(*database_, dataset, scorecardId); !renewed) return renewed.error();
  if (const Status done = removeScores(*database_, dataset, scorecardId, changes.gone()); !done) return done.error();
  if (const Status done = insertScores(*database_, dataset, scorecardId, scores, changes.written(), progress); !done)
    return done.error();
  Result<std::string> after = revision(dataset, scorecardId);
  if (!after) return after;
  if (const Status committed = transaction->commit(); !committed) return committed.error();
  return after;
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
