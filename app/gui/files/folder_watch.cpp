#include "app/gui/files/folder_watch.h"

#include "model/frame/frame_load.h"
#include "scoring/registry.h"

namespace leadlight {

FolderWatch::FolderWatch(QObject* parent) : QObject(parent), job_(this, pool_) { pool_.setMaxThreadCount(1); }

FolderWatch::~FolderWatch() {
  job_.cancel();
  pool_.waitForDone();
}

void FolderWatch::start(std::filesystem::path store, const QString& folder, std::string dataset) {
  run_ = std::make_shared<const int>(0);
  state_ = {};
  state_.folder = folder;
  DropFolder::Options options;
  options.folder = std::filesystem::path(folder.toStdU16String());
  options.load.dataset = std::move(dataset);
  job_.run(
      [this, run = run_, store = std::move(store), options](const Progress& progress) -> Status {
        auto opened = Store::open(store, Store::Mode::ReadWrite);
        if (!opened) return opened.error();
        return DropFolder(options, callbacks(run, progress)).run(*opened, DropFolder::Until::Cancelled);
      },
      [this](const Status& ended) {
        if (ended || ended.error().code == Errc::Interrupted) return;
        state_.error = ended.error();
        emit changed();
      });
  emit changed();
}

void FolderWatch::stop() {
  job_.cancel();
  run_.reset();
  state_ = {};
  emit changed();
}

void FolderWatch::tell(const Run& run, std::function<void()> change) {
  QMetaObject::invokeMethod(
      this,
      [this, run, change = std::move(change)] {
        if (run != run_) return;
        change();
        emit changed();
      },
      Qt::QueuedConnection);
}

// Called in the worker; what they tell is heard on the window's thread.
DropFolder::Callbacks FolderWatch::callbacks(const Run& run, const Progress& progress) {
  DropFolder::Callbacks calls;
  calls.load = [](Store& store, const std::filesystem::path& file, const LoadOptions& how, const Progress& ticks) {
    return loadWithFrame(store, file, how, {}, ticks);
  };
  calls.score = [](Store& store, const LoadReport& load) { return scoreWithChampion(store, load.dataset, {}); };
  calls.onFile = [this, run](const DropOutcome& outcome) {
    tell(run, [this, outcome] {
      state_.loading.clear();
      state_.last = outcome;
      if (outcome.load) emit loaded();
    });
  };
  calls.onFolder = [this, run](bool present) { tell(run, [this, present] { state_.present = present; }); };
  calls.progress.isCancelled = progress.isCancelled;
  calls.progress.onReport = [this, run, last = std::string()](std::string_view stage, std::uint64_t,
                                                              std::uint64_t) mutable {
    if (stage == last) return;
    last = stage;
    tell(run, [this, word = QString::fromStdString(last)] { state_.loading = word; });
  };
  return calls;
}

}  // namespace leadlight
