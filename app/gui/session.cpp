#include "app/gui/session.h"

#include "app/gui/sentences.h"
#include "app/gui/session_state.h"
#include "app/gui/shipped_words.h"
#include "model/store/snapshot.h"
#include "scoring/train/train.h"

namespace leadlight {

namespace {

// What was learned says of which data.
Scorecard withDigest(Store& store, Scorecard scorecard) {
  if (isLearned(scorecard) && scorecard.provenance.dataDigest.empty())
    if (const auto digest = store.digest(scorecard.dataset)) scorecard.provenance.dataDigest = *digest;
  return scorecard;
}

}  // namespace

bool TaskProgress::stoppable() const {
  static const QStringList stages{"profile", "load", "index", "undo"};
  return stages.contains(stage);
}

Session::Session(std::filesystem::path store, QObject* parent, const SessionStart& start)
    : QObject(parent), state_(std::make_unique<State>(*this)) {
  state_->masked = start.masked;
  open(std::move(store), start.dataset);
}

Session::~Session() = default;

const SnapshotPtr& Session::snapshot() const { return state_->snapshot; }
const std::filesystem::path& Session::storeFile() const { return state_->reader->file; }
const LinkedPtr& Session::linked() const { return state_->linked; }
bool Session::busy() const { return state_->tasks.busy(); }
bool Session::settled() const { return !busy() && !state_->linkJob.running(); }

const std::vector<Filter>& Session::conditions() const { return state_->filters; }
std::optional<Filter> Session::condition(const std::string& column) const { return state_->history.condition(column); }
bool Session::canUndoFilter() const { return state_->history.canUndo(); }
bool Session::canRedoFilter() const { return state_->history.canRedo(); }

void Session::setCondition(const std::string& column, std::optional<Filter> condition) {
  if (state_->history.set(column, std::move(condition))) state_->filterMoved();
}

void Session::setConditions(std::vector<std::pair<std::string, std::optional<Filter>>> changes) {
  if (state_->history.setAll(std::move(changes))) state_->filterMoved();
}

void Session::clearConditions() {
  if (state_->history.clear()) state_->filterMoved();
}

void Session::setConditions(FilterHistory::Conditions conditions) {
  if (state_->history.replace(std::move(conditions))) state_->filterMoved();
}

const FilterHistory::Conditions& Session::namedConditions() const { return state_->history.now(); }

Session::Histories Session::filterHistories() const {
  Histories all = state_->others;
  all[state_->snapshot->datasetName] = state_->history;
  return all;
}

void Session::restoreFilters(Histories histories) {
  state_->others = std::move(histories);
  if (state_->history.steps().size() > 1) return;
  state_->history = state_->others[state_->snapshot->datasetName];
  state_->filterMoved();
}

void Session::undoFilter() {
  if (state_->history.undo()) state_->filterMoved();
}

void Session::redoFilter() {
  if (state_->history.redo()) state_->filterMoved();
}

void Session::setViews(std::vector<ViewSpec> views) {
  if (views == state_->views) return;
  state_->views = std::move(views);
  state_->relink();
}

void Session::open(std::filesystem::path store, const std::string& dataset) {
  state_->history = {};
  state_->others.clear();
  state_->filters.clear();
  state_->setStore(std::move(store), dataset);
  emit conditionsChanged();
  emit storeOpened();
  refresh();
}

void Session::refresh() {
  state_->tasks.add(
      {tr("Reading the leads"), [](Writer& writer, const Progress& progress) { return writer.snapshot(progress); }});
}

void Session::setMasked(bool masked) {
  if (masked == state_->masked) return;
  state_->masked = masked;
  state_->tasks.add({tr("Reading the leads"), [masked](Writer& writer, const Progress& progress) {
                       writer.mask(masked);
                       return writer.snapshot(progress);
                     }});
}

bool Session::masked() const { return state_->masked; }

void Session::showDataset(const std::string& name) {
  state_->tasks.add({tr("Reading the leads"), [name](Writer& writer, const Progress& progress) {
                       writer.show(name);
                       return writer.snapshot(progress);
                     }});
}

void Session::load(const QStringList& files) {
  LoadOptions options;
  options.dataset.clear();
  for (const QString& file : files) load(file, options);
}

void Session::load(const QString& file, const LoadOptions& options, bool remember) {
  state_->addLoad(file, std::filesystem::path(file.toStdU16String()), options, remember);
}

void Session::retry(qint64 loadId, const std::vector<CorrectedRow>& rows) {
  state_->tasks.add(
      {tr("Sending corrected rows of load %1 again").arg(loadId),
       [loadId, rows](Writer& writer, const Progress& progress) { return writer.retry(loadId, rows, progress); }});
}

void Session::showAsOf(std::optional<qint64> loadId) {
  if (!loadId) return refresh();
  state_->tasks.add(
      {tr("Reading the leads as of load %1").arg(*loadId),
       [loadId](Writer& writer, const Progress& progress) { return writer.snapshotAsOf(*loadId, progress); }});
}

void Session::createSnapshot() {
  state_->tasks.add({tr("Making a snapshot"), [](Writer& writer, const Progress& progress) -> TaskResult {
                       auto store = writer.store();
                       if (!store) return TaskResult::failure(store.error());
                       const auto made = leadlight::createSnapshot(**store, {}, progress);
                       if (!made) return TaskResult::failure(made.error());
                       TaskResult result;
                       result.sentence = tr("The snapshot %1 is made.").arg(QString::fromStdString(made->name));
                       return result;
                     }});
}

void Session::restoreSnapshot(const QString& name) {
  state_->tasks.add({tr("Going back to a snapshot"), [name](Writer& writer, const Progress& progress) -> TaskResult {
                       auto store = writer.store();
                       if (!store) return TaskResult::failure(store.error());
                       const std::filesystem::path file = (*store)->file();
                       if (const Status done = leadlight::restoreSnapshot(file, name.toStdString(), progress); !done)
                         return TaskResult::failure(done.error());
                       TaskResult result = writer.scoredSnapshot();
                       if (!result.error) result.sentence = tr("The store is as it was in snapshot %1.").arg(name);
                       return result;
                     }});
}

Previewer& Session::previewer() { return state_->previewer; }

void Session::watch(const QString& folder) {
  emit watchChosen(folder);
  if (folder.isEmpty())
    state_->folderWatch.stop();
  else
    state_->folderWatch.start(state_->reader->file, folder, state_->snapshot->datasetName);
}

const FolderWatch& Session::folderWatch() const { return state_->folderWatch; }

void Session::loadSample() { state_->addSample(); }

void Session::cancelTask() { state_->tasks.cancel(); }

void Session::undoLoad(qint64 loadId) {
  state_->tasks.add(
      {tr("Undoing load %1").arg(loadId), [loadId](Writer& writer, const Progress& progress) -> TaskResult {
         auto store = writer.store();
         if (!store) return TaskResult::failure(store.error());
         auto undone = (*store)->undo(loadId, progress);
         if (!undone) return TaskResult::failure(undone.error());
         TaskResult result = writer.scoredSnapshot();
         result.sentence = undoneToast(*undone);
         return result;
       }});
}

void Session::setChampion(qint64 scorecardId) {
  state_->tasks.add({tr("Scoring all leads"), [scorecardId](Writer& writer, const Progress& progress) -> TaskResult {
                       auto store = writer.store();
                       if (!store) return TaskResult::failure(store.error());
                       const auto scorecard = findScorecard(**store, std::int64_t{scorecardId});
                       if (!scorecard) return TaskResult::failure(scorecard.error());
                       if (const auto scored = promote(**store, *scorecard, progress); !scored)
                         return TaskResult::failure(scored.error());
                       TaskResult result = writer.snapshot(progress);
                       if (result.snapshot && result.snapshot->champion)
                         result.sentence = tr("%1 is the champion now; all leads are scored with it.")
                                               .arg(scorecardTitle(result.snapshot->champion->stored.name));
                       return result;
                     }});
}

void Session::rescore() {
  state_->tasks.add({tr("Scoring all leads"), [](Writer& writer, const Progress&) {
                       TaskResult result = writer.scoredSnapshot();
                       if (!result.error) result.sentence = tr("All leads are scored.");
                       return result;
                     }});
}

void Session::importScorecard(const QString& file) {
  const std::filesystem::path path(file.toStdU16String());
  state_->tasks.add({tr("Importing a scorecard"), [path](Writer& writer, const Progress& progress) -> TaskResult {
                       auto store = writer.store();
                       if (!store) return TaskResult::failure(store.error());
                       auto scorecard = importScorecardFile(**store, path);
                       if (!scorecard) return TaskResult::failure(scorecard.error());
                       TaskResult result = writer.snapshot(progress);
                       result.sentence = tr("%1 is imported.").arg(scorecardTitle(scorecard->stored.name));
                       return result;
                     }});
}

void Session::saveScorecard(const Scorecard& scorecard, bool promoted) {
  state_->tasks.add({tr("Saving %1").arg(scorecardTitle(scorecard.name)),
                     [scorecard, promoted](Writer& writer, const Progress& progress) -> TaskResult {
                       auto store = writer.store();
                       if (!store) return TaskResult::failure(store.error());
                       const auto saved = leadlight::saveScorecard(**store, withDigest(**store, scorecard));
                       if (!saved) return TaskResult::failure(saved.error());
                       const auto scored = promoted ? promote(**store, *saved, progress) : ScoreSummary{};
                       TaskResult result = writer.snapshot(progress);
                       if (!scored) {  // the version stays, and is shown
                         if (!result.error) result.error = scored.error();
                         return result;
                       }
                       const StoredScorecard& stored = saved->stored;
                       result.sentence =
                           tr("%1, version %2, is saved.").arg(scorecardTitle(stored.name)).arg(stored.version);
                       return result;
                     }});
}

void Session::readInWorker(QObject* context, std::function<std::function<void()>(Store&)> work) {
  state_->read(context, std::move(work));
}

}  // namespace leadlight
