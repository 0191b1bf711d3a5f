#include "app/cli/rescore.h"

#include "app/cli/text_table.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

// Does every lead of the dataset have a stored score of this scorecard?
Result<bool> isScored(Store& store, const std::string& dataset, const RegisteredScorecard& scorecard,
                      std::uint64_t leads) {
  std::uint64_t scored = 0;
  const Status read = store.readScores(dataset, scorecard.stored.id, [&](const StoredScore&) { ++scored; });
  if (!read) return read.error();
  return scored == leads;
}

}  // namespace

Result<std::optional<Rescored>> rescore(const Call& call, Store& store, const std::string& dataset, bool changed) {
  const auto leads = store.leadCount(dataset);
  if (!leads) {
    if (leads.error().code == Errc::UnknownDataset) return std::optional<Rescored>();
    return leads.error();
  }
  if (*leads == 0) return std::optional<Rescored>();
  auto champion = championOf(store, dataset);
  if (!champion) return champion.error();
  if (!*champion) return std::optional<Rescored>();
  if (!changed) {
    const auto scored = isScored(store, dataset, **champion, *leads);
    if (!scored) return scored.error();
    if (*scored) return std::optional<Rescored>();
  }
  ProgressLine line(call.io, call.quiet || call.json);
  // Scoring reads its columns from the copy that this leaves.
  std::optional<Frame> frame;
  if (*leads >= copiedFrame.cachedRows && *leads <= copiedFrame.mostCachedRows)
    if (auto read = readFrame(store, dataset, copiedFrame, line.progress(false))) frame = *std::move(read);
  auto summary = scoreLeads(store, **champion, line.progress(false));
  if (!summary) return summary.error();
  if (frame) static_cast<void>(withStoredScores(store, **champion, *frame));
  return std::optional<Rescored>(Rescored{std::move(**champion), std::move(*summary)});
}

Result<ScoreSummary> promoted(const Call& call, Store& store, const RegisteredScorecard& scorecard) {
  ProgressLine line(call.io, call.quiet || call.json);
  return promote(store, scorecard, line.progress());
}

Result<std::optional<Error>> promotedIfItScores(const Call& call, Store& store, const RegisteredScorecard& scorecard) {
  const auto summary = promoted(call, store, scorecard);
  if (summary) return std::optional<Error>();
  const StoredScorecard& stored = scorecard.stored;
  const std::string kept = stored.name + ", version " + std::to_string(stored.version) +
                           ", is kept, but it is not the champion and scores no leads";
  Error error = summary.error();
  if (error.code == Errc::Interrupted) return Error{Errc::Interrupted, "Stopped. " + kept + ".", "", {}};
  call.say(kept + ": " + error.what);
  return std::optional(std::move(error));
}

std::string scoredLine(const Rescored& scored) {
  const ScoreSummary& summary = scored.summary;
  std::string text = "Scored " + counted(summary.scored, "lead", "leads") + " with " + scored.scorecard.stored.name +
                     " (version " + std::to_string(scored.scorecard.stored.version) + "): sum " +
                     formatNumber(summary.sum) + ", min " + formatNumber(summary.min) + ", max " +
                     formatNumber(summary.max) + ", mean " + fixedNumber(summary.mean, 2);
  for (std::size_t i = 0; i < summary.bands.size(); ++i)
    text += (i == 0 ? "; " : ", ") + summary.bands[i].first + ' ' + grouped(summary.bands[i].second);
  return text;
}

void writeScored(JsonWriter& json, const Rescored& scored) {
  const ScoreSummary& summary = scored.summary;
  json.field("scored", summary.scored).field("scorecard", scored.scorecard.stored.name);
  json.field("version", scored.scorecard.stored.version).field("sum", summary.sum);
  json.field("min", summary.min).field("max", summary.max).field("mean", summary.mean);
  json.key("bands").beginArray();
  for (const auto& [band, leads] : summary.bands)
    json.beginObject().field("name", band).field("leads", leads).endObject();
  json.endArray();
}

}  // namespace leadlight
