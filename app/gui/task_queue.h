#pragma once

#include <QObject>
#include <QString>
#include <deque>
#include <functional>
#include <memory>

#include "app/gui/job.h"
#include "app/gui/session.h"
#include "app/gui/writer.h"

namespace leadlight {

struct Task {
  QString name;  // translated, for the progress strip
  std::function<TaskResult(Writer&, const Progress&)> work;
};

// Runs tasks one after the other in the writer's thread. Lives on the window's thread.
class TaskQueue : public QObject {
  Q_OBJECT

 public:
  explicit TaskQueue(QObject* parent = nullptr);
  ~TaskQueue() override;

  void setWriter(std::shared_ptr<Writer> writer) { writer_ = std::move(writer); }
  void add(Task task);
  // Stops the running task and forgets those that wait.
  void cancel();
  bool busy() const { return job_.running(); }

 signals:
  void finished(const leadlight::TaskResult& result);
  void ticked(const leadlight::TaskProgress& progress);
  void busyChanged(bool busy);

 private:
  void next();
  QThreadPool pool_;
  std::shared_ptr<Writer> writer_;
  std::deque<Task> waiting_;
  Job<TaskResult> job_;
};

}  // namespace leadlight
