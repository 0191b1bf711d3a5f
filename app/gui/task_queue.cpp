#include "app/gui/task_queue.h"

#include <algorithm>

namespace leadlight {

namespace {

// The share of a load's time that each stage takes, about: for the time left.
struct StageShare {
  const char* stage;
  double from, to;
};
constexpr StageShare stageShares[] = {
    {"profile", 0.0, 0.3}, {"load", 0.3, 0.85}, {"index", 0.85, 0.93}, {"commit", 0.93, 1.0}};

TaskProgress progressOf(const QString& task, const Tick& tick) {
  TaskProgress progress;
  progress.task = task;
  progress.stage = tick.stage;
  progress.done = tick.done;
  progress.total = tick.total;
  if (tick.total == 0) return progress;
  const double inStage = std::min(1.0, static_cast<double>(tick.done) / static_cast<double>(tick.total));
  progress.share = inStage;
  if (tick.stage == QLatin1String("load") && tick.seconds > 0.1)
    progress.rowsPerSecond = static_cast<double>(tick.done) / tick.seconds;
  for (const StageShare& share : stageShares) {
    if (tick.stage != QLatin1String(share.stage)) continue;
    progress.share = share.from + inStage * (share.to - share.from);
    if (inStage <= 0 || tick.seconds < 0.2) continue;
    const double stageTime = tick.seconds / inStage;             // of this stage in all
    const double allTime = stageTime / (share.to - share.from);  // of all stages
    progress.secondsLeft = stageTime - tick.seconds + allTime * (1 - share.to);
  }
  return progress;
}

}  // namespace

TaskQueue::TaskQueue(QObject* parent) : QObject(parent), job_(this, pool_) {
  pool_.setMaxThreadCount(1);
  pool_.setExpiryTimeout(-1);
}

TaskQueue::~TaskQueue() {
  waiting_.clear();
  job_.cancel();
  pool_.waitForDone();
}

void TaskQueue::add(Task task) {
  waiting_.push_back(std::move(task));
  if (!job_.running()) {
    next();
    emit busyChanged(true);
  }
}

void TaskQueue::cancel() {
  waiting_.clear();
  job_.cancel();
}

void TaskQueue::next() {
  Task task = std::move(waiting_.front());
  waiting_.pop_front();
  job_.run(
      [writer = writer_, work = std::move(task.work)](const Progress& progress) { return work(*writer, progress); },
      [this](const TaskResult& result) {
        if (!waiting_.empty()) next();
        emit finished(result);
        if (!job_.running()) emit busyChanged(false);
      },
      [this, name = task.name](const Tick& tick) { emit ticked(progressOf(name, tick)); });
}

}  // namespace leadlight
