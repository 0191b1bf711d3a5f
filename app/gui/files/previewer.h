#pragma once

#include <QObject>
#include <QThreadPool>
#include <filesystem>
#include <memory>

#include "app/gui/files/preview.h"
#include "app/gui/job.h"

namespace leadlight {

// Looks into files in a thread of its own, with a store of its own that is never written. A new wish replaces the one
// before. Lives on the window's thread.
class Previewer : public QObject {
  Q_OBJECT

 public:
  explicit Previewer(QObject* parent = nullptr);
  ~Previewer() override;

  void setStore(std::filesystem::path store);
  // previewed() or refused() follows, unless something else is asked for before.
  void open(std::filesystem::path file, FileChoices choices, std::string shownDataset);
  // What loading it would do to the store: checked() or refused() follows.
  void check(PreviewPtr preview);
  void cancel();
  bool busy() const { return reading_.running() || checking_.running(); }

 signals:
  void previewed(const leadlight::PreviewPtr& preview);
  void checked(const leadlight::PreviewPtr& preview, const leadlight::LoadReport& check);
  void refused(const leadlight::Error& error);
  void ticked(const leadlight::Tick& tick);

 private:
  QThreadPool pool_;
  std::shared_ptr<PreviewWork> work_;
  Job<Result<PreviewPtr>> reading_;
  Job<Result<LoadReport>> checking_;
};

}  // namespace leadlight
