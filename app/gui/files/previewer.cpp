#include "app/gui/files/previewer.h"

namespace leadlight {

Previewer::Previewer(QObject* parent) : QObject(parent), reading_(this, pool_), checking_(this, pool_) {
  pool_.setMaxThreadCount(1);
  pool_.setExpiryTimeout(-1);
}

Previewer::~Previewer() {
  cancel();
  pool_.waitForDone();
}

void Previewer::setStore(std::filesystem::path store) {
  cancel();
  work_ = std::make_shared<PreviewWork>(std::move(store));
}

void Previewer::open(std::filesystem::path file, FileChoices choices, std::string shownDataset) {
  checking_.cancel();
  reading_.run([work = work_, file = std::move(file), choices = std::move(choices), shown = std::move(shownDataset)](
                   const Progress& progress) { return work->preview(file, choices, shown, progress); },
               [this](const Result<PreviewPtr>& preview) {
                 if (preview)
                   emit previewed(*preview);
                 else if (preview.error().code != Errc::Interrupted)
                   emit refused(preview.error());
               },
               [this](const Tick& tick) { emit ticked(tick); });
}

void Previewer::check(PreviewPtr preview) {
  checking_.run([work = work_, preview](const Progress& progress) { return work->check(*preview, progress); },
                [this, preview](const Result<LoadReport>& check) {
                  if (check)
                    emit checked(preview, *check);
                  else if (check.error().code != Errc::Interrupted)
                    emit refused(check.error());
                });
}

void Previewer::cancel() {
  reading_.cancel();
  checking_.cancel();
}

}  // namespace leadlight
