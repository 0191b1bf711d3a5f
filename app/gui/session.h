#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/filter_history.h"
#include "app/gui/snapshot.h"
#include "model/base/result.h"
#include "model/load/loader.h"
#include "model/load/retry.h"

namespace leadlight {

class FolderWatch;
class Previewer;

// How far a long task is, at most 30 times a second.
struct TaskProgress {
  QString task;              // a translated name, e.g. "Loading Leads.csv"
  QString stage;             // Progress's stage word
  quint64 done = 0;          // rows in stage "load", bytes in stage "profile"
  quint64 total = 0;         // 0: unknown
  double share = -1;         // of the whole task, 0 to 1; < 0: unknown
  double rowsPerSecond = 0;  // while rows are loaded
  double secondsLeft = -1;   // < 0: unknown
  // Once committed, what remains is scoring and reading: nothing is left to take back.
  bool stoppable() const;
};

// What a session begins with.
struct SessionStart {
  std::string dataset;  // to show first, if the store has it
  bool masked = false;
};

// The window's one door to the core: holds the current snapshot and filter, runs every task in its worker, and tells
// pages what changed by signals on the window's thread. No call blocks.
class Session : public QObject {
  Q_OBJECT

 public:
  explicit Session(std::filesystem::path store, QObject* parent = nullptr, const SessionStart& start = {});
  ~Session() override;

  const SnapshotPtr& snapshot() const;  // never null
  const std::filesystem::path& storeFile() const;
  const LinkedPtr& linked() const;  // never null; may lag behind conditions() by one step
  bool busy() const;                // a load, undo or scoring runs
  bool settled() const;             // not busy, and linked() shows the current snapshot, views and conditions

  // The filter: conditions that all must hold, one per chip, in the order in which they were set.
  const std::vector<Filter>& conditions() const;
  // Sets, replaces or (nullopt) removes the condition on one column; other conditions stay. A condition on several
  // columns (a filter text) goes under the name "".
  void setCondition(const std::string& column, std::optional<Filter> condition);
  // Several at once, as one step of undo.
  void setConditions(std::vector<std::pair<std::string, std::optional<Filter>>> changes);
  std::optional<Filter> condition(const std::string& column) const;
  void clearConditions();
  // All of them in one step, e.g. those of a saved view.
  void setConditions(FilterHistory::Conditions conditions);
  const FilterHistory::Conditions& namedConditions() const;  // each with the column it is set on
  bool canUndoFilter() const;
  bool canRedoFilter() const;
  void undoFilter();
  void redoFilter();
  // Undo and redo of each dataset, so that they can be kept between runs.
  using Histories = std::map<std::string, FilterHistory>;
  Histories filterHistories() const;
  void restoreFilters(Histories histories);

  // What the charts page wants computed at each step.
  void setViews(std::vector<ViewSpec> views);

  void open(std::filesystem::path store, const std::string& dataset = {});
  // For demonstrations: names, e-mail addresses and phone numbers are hidden in everything that the session hands out,
  // and conditions on such columns are forgotten.
  void setMasked(bool masked);
  bool masked() const;
  void refresh();  // reads the store again
  void showDataset(const std::string& name);
  // Into the dataset that is shown.
  void load(const QStringList& files);
  // With all choices made, e.g. in a preview; its dataset is shown then.
  // `remember` keeps the schema that the options give, for files like this one.
  void load(const QString& file, const LoadOptions& options, bool remember = false);
  // Sends corrected rows of a load's quarantine again, as a load of their own.
  void retry(qint64 loadId, const std::vector<CorrectedRow>& rows);
  // Shows the leads as they were right after a load, until the next change; without one, as they are now.
  void showAsOf(std::optional<qint64> loadId);
  void createSnapshot();
  void restoreSnapshot(const QString& name);
  // Looks into files before they are loaded.
  Previewer& previewer();
  // Loads what is put into a folder; an empty name ends that.
  void watch(const QString& folder);
  const FolderWatch& folderWatch() const;
  void loadSample();  // the shipped sample's files
  void cancelTask();
  void undoLoad(qint64 loadId);
  void setChampion(qint64 scorecardId);  // also scores all leads with it
  void rescore();
  void importScorecard(const QString& file);
  // A new version of its name. promote: it becomes the champion and all leads are scored with it.
  void saveScorecard(const Scorecard& scorecard, bool promoted);

  // Runs `work` with a read-only store in a worker and hands its result to `done` on the window's thread, unless
  // `context` is gone by then.
  template <class T>
  void read(QObject* context, std::function<T(Store&)> work, std::function<void(T)> done);

 signals:
  void snapshotChanged(const leadlight::SnapshotPtr& snapshot);
  void linkedChanged(const leadlight::LinkedPtr& linked);  // after each filter step and each snapshot
  void conditionsChanged();
  void busyChanged(bool busy);
  void progressed(const leadlight::TaskProgress& progress);
  void loaded(const leadlight::LoadReport& report);  // one file is done, whatever its status
  void failed(const leadlight::Error& error);        // a task failed; nothing changed
  void storeOpened();                                // another store than before
  void watchChosen(const QString& folder);           // by watch()
  void watchChanged();                               // the watched folder, or what it is doing
  void notified(const QString& sentence);            // a task is done: one translated sentence for a toast

 private:
  struct State;
  void readInWorker(QObject* context, std::function<std::function<void()>(Store&)> work);
  std::unique_ptr<State> state_;
};

template <class T>
void Session::read(QObject* context, std::function<T(Store&)> work, std::function<void(T)> done) {
  readInWorker(context, [work = std::move(work), done = std::move(done)](Store& store) -> std::function<void()> {
    auto value = std::make_shared<T>(work(store));
    return [value, done] { done(std::move(*value)); };
  });
}

}  // namespace leadlight

Q_DECLARE_METATYPE(leadlight::TaskProgress)
Q_DECLARE_METATYPE(leadlight::LoadReport)
Q_DECLARE_METATYPE(leadlight::Error)
