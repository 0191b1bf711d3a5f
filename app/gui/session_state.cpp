#include "app/gui/session_state.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

#include "app/gui/sentences.h"

namespace leadlight {

Status Reader::openAt(std::optional<std::int64_t> asOf) {
  if (store && store->asOf() == asOf) return {};
  store.reset();
  auto opened = Store::open(file, Store::Mode::ReadOnly);
  if (!opened) return opened.error();
  if (asOf)
    if (const Status shown = opened->showAsOf(*asOf); !shown) return shown;
  store.emplace(*std::move(opened));
  return {};
}

Session::State::State(Session& owner) : session(owner), linkJob(&owner, linkPool) {
  auto none = std::make_shared<Linked>();
  none->snapshot = snapshot;
  linked = none;
  for (QThreadPool* pool : {&readPool, &linkPool}) {
    pool->setMaxThreadCount(1);
    pool->setExpiryTimeout(-1);
  }
  connect(&tasks, &TaskQueue::finished, &session, [this](const TaskResult& result) { taskDone(result); });
  connect(&folderWatch, &FolderWatch::changed, &session, &Session::watchChanged);
  connect(&folderWatch, &FolderWatch::loaded, &session, &Session::refresh);
  connect(&tasks, &TaskQueue::ticked, &session, &Session::progressed);
  connect(&tasks, &TaskQueue::busyChanged, &session, &Session::busyChanged);
}

Session::State::~State() {
  readPool.waitForDone();
  linkPool.waitForDone();
}

void Session::State::setStore(std::filesystem::path file, const std::string& dataset) {
  reader = std::make_shared<Reader>(Reader{file, {}});
  previewer.setStore(file);
  folderWatch.stop();
  auto writer = std::make_shared<Writer>(std::move(file));
  writer->show(dataset);
  writer->mask(masked);
  tasks.setWriter(std::move(writer));
}

void Session::State::addLoad(const QString& shown, std::filesystem::path file, LoadOptions options, bool remember) {
  tasks.add({Session::tr("Loading %1").arg(QFileInfo(shown).fileName()),
             [file = std::move(file), options = std::move(options), remember](
                 Writer& writer, const Progress& progress) { return writer.load(file, options, remember, progress); }});
}

// The core reads files, so the compiled-in sample is laid out in a folder that lives until its loads are done.
void Session::State::addSample() {
  auto folder = std::make_shared<QTemporaryDir>();
  const QDir sample(QStringLiteral(":/leadlight/sample"));
  QStringList names = sample.entryList({QStringLiteral("*.csv")}, QDir::Files);
  // "leads.csv" before "leads-updates.csv".
  std::sort(names.begin(), names.end(), [](const QString& a, const QString& b) {
    return QFileInfo(a).completeBaseName() < QFileInfo(b).completeBaseName();
  });
  for (const QString& name : names) {
    const std::filesystem::path file(folder->filePath(name).toStdU16String());
    tasks.add({Session::tr("Loading %1").arg(name), [folder, name, file](Writer& writer, const Progress& progress) {
                 const QString target = folder->filePath(name);
                 if (!QFile::copy(QStringLiteral(":/leadlight/sample/") + name, target))
                   return TaskResult::failure({Errc::Io, "The sample could not be unpacked.", name.toStdString(), {}});
                 LoadOptions shown;
                 shown.dataset.clear();
                 return writer.load(file, shown, false, progress);
               }});
  }
}

void Session::State::filterMoved() {
  filters = history.filters();
  emit session.conditionsChanged();
  relink();
}

void Session::State::relink() {
  LinkWish wish{snapshot, views, history.now()};
  if (linkJob.running()) {
    relinkAgain = wish != underway;
    return;
  }
  underway = std::move(wish);
  linkJob.run([worker = linker,
               wish = underway](const Progress&) { return worker->link(wish.snapshot, wish.views, wish.conditions); },
              [this](const LinkedPtr& result) {
                linked = result;
                if (relinkAgain) {
                  relinkAgain = false;
                  relink();
                }
                emit session.linkedChanged(linked);
              });
}

void Session::State::read(QObject* context, std::function<std::function<void()>(Store&)> work) {
  readPool.start([owner = &session, held = reader, asOf = snapshot->asOf, guard = QPointer<QObject>(context),
                  work = std::move(work)] {
    std::function<void()> done;
    const Status ready = held->openAt(asOf);
    if (ready)
      done = work(*held->store);
    else
      done = [owner, error = ready.error()] { emit owner->failed(error); };
    QMetaObject::invokeMethod(
        owner,
        [guard, done = std::move(done)] {
          if (guard) done();
        },
        Qt::QueuedConnection);
  });
}

void Session::State::taskDone(const TaskResult& result) {
  if (result.report) emit session.loaded(*result.report);
  if (result.error) {
    if (result.error->code == Errc::Interrupted)
      emit session.notified(sentenceOf(*result.error));
    else
      emit session.failed(*result.error);
  }
  if (!result.sentence.isEmpty()) emit session.notified(result.sentence);
  // One that was read before names were to be hidden shows them: another follows.
  if (!result.snapshot || (masked && !result.snapshot->masked)) return;
  // Conditions name columns of the dataset they were made for.
  if (result.snapshot->datasetName != snapshot->datasetName) {
    others[snapshot->datasetName] = std::move(history);
    history = others[result.snapshot->datasetName];
  }
  if (!result.snapshot->hidden.empty()) history.forget(result.snapshot->hidden);
  const bool moved = history.filters() != filters;
  filters = history.filters();
  snapshot = result.snapshot;
  if (moved) emit session.conditionsChanged();
  emit session.snapshotChanged(snapshot);
  relink();
}

}  // namespace leadlight
