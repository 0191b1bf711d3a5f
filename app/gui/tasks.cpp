#include "app/gui/tasks.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "model/frame/frame_reader.h"
#include "scoring/registry.h"
#include "scoring/scorecard_json.h"

namespace leadlight {

namespace {

constexpr std::streamoff largestScorecard = 16 << 20;

bool hasUnscoredLeads(const Frame& frame) {
  const Column* score = frame.find(scoreColumn);
  if (!score) return frame.rows() > 0;
  for (std::size_t row = 0; row < frame.rows(); ++row)
    if (score->isMissing(row)) return true;
  return false;
}

// The frame with the champion's scores, scoring leads that have none.
Result<Frame> scoredFrame(Store& store, const RegisteredScorecard& champion, const Frame& frame,
                          const Progress& progress) {
  Result<Frame> scored = withStoredScores(store, champion, frame);
  if (!scored || !hasUnscoredLeads(*scored)) return scored;
  if (const auto summary = scoreLeads(store, champion, progress); !summary) return summary.error();
  return withStoredScores(store, champion, frame);
}

}  // namespace

std::string shownDataset(Store& store, const std::string& wanted) {
  const std::vector<std::string> names = store.datasets();
  const std::string usual = "leads";
  const auto has = [&](const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  if (has(wanted)) return wanted;
  return names.empty() || has(usual) ? usual : names.front();
}

Result<SnapshotPtr> readSnapshot(Store& store, const std::string& shown, const Progress& progress) {
  auto snapshot = std::make_shared<Snapshot>();
  auto loads = store.loads();
  if (!loads) return loads.error();
  snapshot->loads = *std::move(loads);
  const auto event = store.lastEvent();
  if (!event) return event.error();
  snapshot->event = *event;
  snapshot->datasetName = shown;
  snapshot->datasets = store.datasets();
  if (snapshot->datasets.empty()) return SnapshotPtr(snapshot);

  auto dataset = store.dataset(snapshot->datasetName);
  if (!dataset) return dataset.error();
  snapshot->target = targetOf(*dataset);
  snapshot->dataset = *std::move(dataset);

  auto frame = readFrame(store, snapshot->datasetName, {}, progress);
  if (!frame) return frame.error();
  snapshot->frame = *std::move(frame);

  auto champion = championOf(store, snapshot->datasetName);
  if (!champion) return champion.error();
  snapshot->champion = *std::move(champion);
  auto scorecards = registeredScorecards(store, snapshot->datasetName);
  if (!scorecards) return scorecards.error();
  snapshot->scorecards = *std::move(scorecards);
  if (snapshot->champion) {
    auto scored = scoredFrame(store, *snapshot->champion, snapshot->frame, progress);
    if (!scored) return scored.error();
    snapshot->frame = *std::move(scored);
  }
  return SnapshotPtr(snapshot);
}

Result<RegisteredScorecard> importScorecardFile(Store& store, const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  std::ifstream stream(file, std::ios::binary | std::ios::ate);
  if (!stream) return Error{Errc::NotFound, "There is no file " + name + ".", name, {name}};
  if (stream.tellg() > largestScorecard)
    return Error{Errc::BadScorecard, name + " is larger than 16 MB: not a scorecard.", name, {}};
  stream.seekg(0);
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  auto scorecard = parseScorecard(text, name);
  if (!scorecard) return scorecard.error();
  return saveScorecard(store, *scorecard);
}

}  // namespace leadlight
