#include "scoring/registry.h"

#include <algorithm>
#include <cmath>

#include "model/base/resources.h"
#include "model/frame/frame_cache.h"
#include "model/frame/frame_reader.h"
#include "scoring/apply.h"
#include "scoring/scorecard_json.h"

namespace leadlight {

namespace {

// The scorecards compiled in, in order of file name, which is their order of preference.
Result<std::vector<Scorecard>> shippedScorecards() {
  std::vector<Scorecard> all;
  for (const Resource& resource : resources()) {
    if (!resource.name.starts_with("scorecards/")) continue;
    Result<Scorecard> scorecard = parseScorecard(resource.text, resource.name);
    if (!scorecard) return scorecard.error();
    all.push_back(*std::move(scorecard));
  }
  return all;
}

bool fits(const Scorecard& scorecard, const Dataset& dataset) {
  const std::vector<std::string> needed =
      scorecard.requiredColumns.empty() ? scorecard.columns() : scorecard.requiredColumns;
  return std::all_of(needed.begin(), needed.end(),
                     [&](const std::string& column) { return dataset.find(column) != nullptr; });
}

// The shipped scorecards that fit, made out to this dataset. Names are unique over all datasets, so that one made for
// another dataset tells so in its name.
Result<std::vector<Scorecard>> shippedFor(const Dataset& dataset) {
  Result<std::vector<Scorecard>> all = shippedScorecards();
  if (!all) return all;
  std::vector<Scorecard> fitting;
  for (Scorecard& scorecard : *all) {
    if (!fits(scorecard, dataset)) continue;
    if (scorecard.dataset != dataset.name) {
      scorecard.name += " (" + dataset.name + ")";
      scorecard.dataset = dataset.name;
    }
    fitting.push_back(std::move(scorecard));
  }
  return fitting;
}

Result<RegisteredScorecard> parsed(StoredScorecard stored) {
  Result<Scorecard> scorecard = parseScorecard(stored.json, stored.name);
  if (!scorecard) return scorecard.error();
  return RegisteredScorecard{std::move(stored), *std::move(scorecard)};
}

// The registry's latest version of that name; otherwise puts it there. In a read-only store the one put has id 0.
Result<RegisteredScorecard> registered(Store& store, const Scorecard& scorecard) {
  Result<StoredScorecard> known = store.scorecard(scorecard.name);
  if (known && known->dataset == scorecard.dataset) return parsed(*std::move(known));
  if (!known && known.error().code != Errc::UnknownScorecard) return known.error();
  const std::string json = toJson(scorecard);
  Result<StoredScorecard> added = store.putScorecard(scorecard.name, scorecard.dataset, json);
  if (added) return RegisteredScorecard{*std::move(added), scorecard};
  if (added.error().code != Errc::NoPermission) return added.error();
  StoredScorecard unsaved;
  unsaved.name = scorecard.name;
  unsaved.dataset = scorecard.dataset;
  unsaved.json = json;
  return RegisteredScorecard{std::move(unsaved), scorecard};
}

ScoreSummary summaryOf(const Scorecard& scorecard, const Scores& scores) {
  ScoreSummary summary;
  summary.scored = scores.score.size();
  for (const Band& band : scorecard.bands) summary.bands.emplace_back(band.name, 0);
  for (const std::uint8_t band : scores.band) ++summary.bands[band].second;
  if (scores.score.empty()) return summary;
  const auto [min, max] = std::minmax_element(scores.score.begin(), scores.score.end());
  summary.min = *min;
  summary.max = *max;
  for (const double score : scores.score) summary.sum += score;
  summary.mean = summary.sum / static_cast<double>(summary.scored);
  return summary;
}

// What a scorecard reads of its dataset; never nothing, which would ask for all columns.
std::vector<std::string> columnsToRead(const Scorecard& scorecard, const Dataset& dataset) {
  std::vector<std::string> columns;
  for (const std::string& name : scorecard.columns())
    if (const DatasetColumn* column = dataset.find(name)) columns.push_back(column->name);
  if (columns.empty() && !dataset.columns.empty()) columns.push_back(dataset.columns.front().name);
  return columns;
}

// What a copy of the scores must have been made from; empty when that cannot be told.
std::string scoresKey(const StoredScorecard& scorecard, const std::string& revision) {
  return scorecard.id == 0 || revision.empty() ? std::string() : revision + " " + std::to_string(scorecard.id);
}
std::string scoresKey(Store& store, const StoredScorecard& scorecard) {
  const Result<std::string> revision = store.revision(scorecard.dataset, scorecard.id);
  return scoresKey(scorecard, revision ? *revision : std::string());
}

std::filesystem::path scoresCopy(Store& store, const StoredScorecard& scorecard) {
  return frameCacheFile(store.file(), "scores", scorecard.dataset);
}

// What a copy of score columns says that the store holds. nullopt when it lacks a lead's score.
std::optional<LeadScores> scoresIn(const Frame& copy) {
  LeadScores scores{.leadIds = copy.leadIds(), .score = {}, .probability = {}, .band = {}, .bandNames = {}};
  for (const Frame::ColumnPtr& column : copy.columns()) {
    if (column->name() == scoreColumn) scores.score = column->decimals();
    if (column->name() == probabilityColumn) scores.probability = column->decimals();
    if (column->name() != bandColumn) continue;
    const auto* codes = std::get_if<std::vector<std::uint8_t>>(&column->codes());
    if (codes == nullptr) return std::nullopt;
    scores.band = *codes;
    scores.bandNames = column->dictionary();
  }
  const bool whole = scores.score.size() == scores.leadIds.size() &&
                     std::none_of(scores.score.begin(), scores.score.end(), [](double s) { return std::isnan(s); });
  return whole ? std::optional(scores) : std::nullopt;
}

// Writes the scores of every lead and, from the size on where it pays, the champion's copy.
Status keepScores(Store& store, const RegisteredScorecard& scorecard, const Frame& frame, const Scores& scores,
                  const Progress& progress) {
  const StoredScorecard& stored = scorecard.stored;
  const std::filesystem::path file = scoresCopy(store, stored);
  const Result<std::string> before = store.revision(stored.dataset, stored.id);
  if (!before) return before.error();
  std::optional<CopiedScores> copied;
  const std::optional<Frame> earlier =
      file.empty() ? std::nullopt : readCachedFrame(file, scoresKey(stored, *before), {}, {});
  if (earlier)
    if (const std::optional<LeadScores> held = scoresIn(*earlier)) copied = CopiedScores{*before, *held};
  std::vector<std::string> bands;
  for (const Band& band : scorecard.scorecard.bands) bands.push_back(band.name);
  const Result<std::string> revision =
      store.writeScores(stored.dataset, stored.id,
                        {frame.leadIds(), scores.score, scores.probability, scores.band, bands}, progress, copied);
  if (!revision) return revision.error();
  const bool fresh = earlier && *revision == *before;
  if (!fresh && stored.champion && !file.empty() && frame.rows() >= FrameOptions{}.cachedRows)
    writeCachedFrame(file, scoresKey(stored, *revision),
                     withScores(Frame(frame.leadIds(), {}), scorecard.scorecard, scores));
  return {};
}

}  // namespace

Result<std::optional<RegisteredScorecard>> championOf(Store& store, std::string_view dataset) {
  Result<std::optional<StoredScorecard>> champion = store.champion(dataset);
  if (!champion) return champion.error();
  if (*champion) {
    Result<RegisteredScorecard> found = parsed(**std::move(champion));
    if (!found) return found.error();
    return std::optional(*std::move(found));
  }
  const Result<Dataset> facts = store.dataset(dataset);
  if (!facts) return facts.error();
  const Result<std::vector<Scorecard>> fitting = shippedFor(*facts);
  if (!fitting) return fitting.error();
  if (fitting->empty()) return std::optional<RegisteredScorecard>();
  Result<RegisteredScorecard> chosen = registered(store, fitting->front());
  if (!chosen) return chosen.error();
  if (chosen->stored.id != 0) {
    const Status set = store.setChampion(chosen->stored.id);
    if (!set && set.error().code != Errc::NoPermission) return set.error();
  }
  chosen->stored.champion = true;
  return std::optional(*std::move(chosen));
}

Result<RegisteredScorecard> findScorecard(Store& store, std::string_view name) {
  Result<StoredScorecard> known = store.scorecard(name);
  if (known) return parsed(*std::move(known));
  if (known.error().code != Errc::UnknownScorecard) return known.error();
  const Result<std::vector<Scorecard>> shipped = shippedScorecards();
  if (!shipped) return shipped.error();
  for (const Scorecard& scorecard : *shipped)
    if (scorecard.name == name) return registered(store, scorecard);
  return known.error();
}

Result<RegisteredScorecard> findScorecard(Store& store, std::int64_t id) {
  Result<std::vector<StoredScorecard>> all = store.scorecards();
  if (!all) return all.error();
  const auto found = std::find_if(all->begin(), all->end(), [&](const StoredScorecard& one) { return one.id == id; });
  if (found == all->end()) return Error{Errc::UnknownScorecard, "This scorecard is no longer there.", "", {}};
  return parsed(std::move(*found));
}

Result<RegisteredScorecard> saveScorecard(Store& store, const Scorecard& scorecard) {
  const std::string json = toJson(scorecard);
  if (const Result<Scorecard> accepted = parseScorecard(json, scorecard.name); !accepted) return accepted.error();
  Result<StoredScorecard> stored = store.putScorecard(scorecard.name, scorecard.dataset, json);
  if (!stored) return stored.error();
  return RegisteredScorecard{*std::move(stored), scorecard};
}

Result<std::vector<RegisteredScorecard>> registeredScorecards(Store& store, std::string_view dataset) {
  const Result<Dataset> facts = store.dataset(dataset);
  if (!facts) return facts.error();
  const Result<std::vector<Scorecard>> fitting = shippedFor(*facts);
  if (!fitting) return fitting.error();
  std::vector<RegisteredScorecard> all;
  for (const Scorecard& scorecard : *fitting) {
    Result<RegisteredScorecard> one = registered(store, scorecard);
    if (!one) return one.error();
    all.push_back(*std::move(one));
  }
  Result<std::vector<StoredScorecard>> stored = store.scorecards();
  if (!stored) return stored.error();
  for (StoredScorecard& version : *stored) {
    const bool there = std::any_of(all.begin(), all.end(),
                                   [&](const RegisteredScorecard& one) { return one.stored.name == version.name; });
    if (version.dataset != dataset || there) continue;
    // One that cannot be read must not hide the others.
    if (Result<RegisteredScorecard> one = parsed(std::move(version))) all.push_back(*std::move(one));
  }
  return all;
}

Result<ScoreSummary> scoreLeads(Store& store, const RegisteredScorecard& scorecard, const Progress& progress) {
  RegisteredScorecard target = scorecard;
  if (target.stored.id == 0) {
    Result<RegisteredScorecard> saved = registered(store, scorecard.scorecard);
    if (!saved) return saved.error();
    target = *std::move(saved);
  }
  const Result<Dataset> dataset = store.dataset(target.stored.dataset);
  if (!dataset) return dataset.error();
  FrameOptions options;
  options.columns = columnsToRead(target.scorecard, *dataset);
  const Result<Frame> frame = readFrame(store, dataset->name, options, progress);
  if (!frame) return frame.error();
  const Result<Scores> scores = applyScorecard(target.scorecard, *frame, progress);
  if (!scores) return scores.error();
  if (const Status written = keepScores(store, target, *frame, *scores, progress); !written) return written.error();
  return summaryOf(target.scorecard, *scores);
}

Result<ScoreSummary> promote(Store& store, RegisteredScorecard scorecard, const Progress& progress) {
  scorecard.stored.champion = true;
  Result<ScoreSummary> summary = ScoreSummary{};
  if (store.dataset(scorecard.stored.dataset)) summary = scoreLeads(store, scorecard, progress);
  if (!summary) return summary;
  if (const Status set = store.setChampion(scorecard.stored.id); !set) return set.error();
  return summary;
}

Result<std::uint64_t> scoreWithChampion(Store& store, std::string_view dataset, const Progress& progress) {
  const Result<std::optional<RegisteredScorecard>> champion = championOf(store, dataset);
  if (!champion) return champion.error();
  if (!*champion) return std::uint64_t{0};
  const Result<ScoreSummary> summary = scoreLeads(store, **champion, progress);
  if (!summary) return summary.error();
  return summary->scored;
}

Result<Frame> withFreshScores(Store& store, const RegisteredScorecard& scorecard, const Frame& frame,
                              const Progress& progress) {
  const Result<Dataset> dataset = store.dataset(scorecard.stored.dataset);
  if (!dataset) return dataset.error();
  FrameOptions options;
  options.columns = columnsToRead(scorecard.scorecard, *dataset);
  const Result<Frame> read = readFrame(store, dataset->name, options, progress);
  if (!read) return read.error();
  const Result<Scores> scores = applyScorecard(scorecard.scorecard, *read, progress);
  if (!scores) return scores.error();
  return withScores(frame, scorecard.scorecard, *scores);
}

namespace {

// The columns score, probability and band of these leads, out of the store's table.
Result<std::vector<Frame::ColumnPtr>> scoreColumns(Store& store, const RegisteredScorecard& scorecard,
                                                   const std::vector<std::int64_t>& leads) {
  std::vector<std::string> dictionary{""};
  for (const Band& band : scorecard.scorecard.bands) dictionary.push_back(band.name);
  std::vector<double> score(leads.size(), std::nan("")), probability(leads.size(), std::nan(""));
  std::vector<std::uint8_t> band(leads.size(), 0);
  std::size_t row = 0;
  const auto take = [&](const StoredScore& stored) {
    while (row < leads.size() && leads[row] < stored.leadId) ++row;
    if (row == leads.size() || leads[row] != stored.leadId) return;
    score[row] = stored.score;
    if (stored.probability) probability[row] = *stored.probability;
    const auto known = std::find(dictionary.begin(), dictionary.end(), stored.band);
    if (known != dictionary.end()) band[row] = static_cast<std::uint8_t>(known - dictionary.begin());
  };
  if (scorecard.stored.id != 0) {
    const Status read = store.readScores(scorecard.stored.dataset, scorecard.stored.id, take);
    if (!read) return read.error();
  }
  std::vector<Frame::ColumnPtr> columns;
  const auto add = [&](Column column) { columns.push_back(std::make_shared<const Column>(std::move(column))); };
  add(Column::decimals(std::string(scoreColumn), "Score", std::move(score)));
  if (scorecard.scorecard.link == Link::Logistic)
    add(Column::decimals(std::string(probabilityColumn), "Probability", std::move(probability)));
  if (!scorecard.scorecard.bands.empty())
    add(Column::text(std::string(bandColumn), "Band", std::move(dictionary), std::move(band), {}));
  return columns;
}

}  // namespace

Result<Frame> withStoredScores(Store& store, const RegisteredScorecard& scorecard, const Frame& frame,
                               std::size_t cachedRows) {
  const StoredScorecard& stored = scorecard.stored;
  const std::filesystem::path file = scoresCopy(store, stored);
  const std::string key = file.empty() ? std::string() : scoresKey(store, stored);
  if (!key.empty()) {
    const std::optional<Frame> cached = readCachedFrame(file, key, {}, {});
    if (cached && cached->leadIds() == frame.leadIds()) return withoutScores(frame).with(cached->columns());
  }
  Result<std::vector<Frame::ColumnPtr>> columns = scoreColumns(store, scorecard, frame.leadIds());
  if (!columns) return columns.error();
  const bool keep = !key.empty() && frame.rows() >= cachedRows;
  if (keep && scoresKey(store, stored) == key) writeCachedFrame(file, key, Frame(frame.leadIds(), *columns));
  return withoutScores(frame).with(*std::move(columns));
}

}  // namespace leadlight
