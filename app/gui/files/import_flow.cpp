#include "app/gui/files/import_flow.h"

#include <QFileInfo>

#include "app/gui/files/preview_card.h"
#include "app/gui/files/previewer.h"
#include "app/gui/sentences.h"
#include "widgets/format.h"
#include "widgets/kit/progress_strip.h"

namespace leadlight {

ImportFlow::ImportFlow(Session& session, PreviewCard& card, ProgressStrip& strip, QObject* parent)
    : QObject(parent), session_(session), card_(card), strip_(strip) {
  Previewer& previewer = session.previewer();
  connect(&previewer, &Previewer::previewed, this, &ImportFlow::showPreview);
  connect(&previewer, &Previewer::checked, this, [this](const PreviewPtr& preview, const LoadReport& check) {
    if (card_.preview() == preview) card_.displayCheck(check);
    emit settledChanged();
  });
  connect(&previewer, &Previewer::refused, this, [this](const Error& error) {
    strip_.hide();
    // The failed attempt belongs to the history; the others go on.
    if (active() && all_) {
      session_.load({file_});
      next();
    } else if (active())
      card_.displayRefusal(sentenceOf(error));
    emit settledChanged();
  });
  connect(&previewer, &Previewer::ticked, this, &ImportFlow::showTick);
  // What a load would do depends on what is in the store.
  connect(&session, &Session::snapshotChanged, this, [this] {
    card_.setMasked(session_.masked());
    if (active() && card_.preview()) open(card_.preview()->choices);
  });
  connect(&session, &Session::busyChanged, this, [this](bool busy) {
    if (!busy && card_.counting()) compare();
  });
  connect(&card, &PreviewCard::chosen, this, &ImportFlow::open);
  connect(&card, &PreviewCard::loadAsked, this, &ImportFlow::load);
  connect(&card, &PreviewCard::loadAllAsked, this, &ImportFlow::loadAll);
  connect(&card, &PreviewCard::discardAsked, this, &ImportFlow::discard);
  connect(&strip, &ProgressStrip::actionClicked, this, &ImportFlow::discard);
}

void ImportFlow::add(const QStringList& files) {
  waiting_ << files;
  if (!active())
    next();
  else if (card_.preview())
    card_.display(card_.preview(), static_cast<int>(waiting_.size()));
}

void ImportFlow::next() {
  session_.previewer().cancel();
  strip_.hide();
  const bool before = active();
  file_ = waiting_.isEmpty() ? QString() : waiting_.takeFirst();
  if (active()) {
    card_.displayReading(QFileInfo(file_).fileName(), static_cast<int>(waiting_.size()));
    open({});
  }
  if (!active()) {
    all_ = false;
    card_.forget();
  }
  if (active() != before) emit activeChanged(active());
  emit settledChanged();
}

void ImportFlow::open(const FileChoices& choices) {
  session_.previewer().open(std::filesystem::path(file_.toStdU16String()), choices, session_.snapshot()->datasetName);
}

void ImportFlow::showPreview(const PreviewPtr& preview) {
  strip_.hide();
  if (!active()) return;
  card_.setMasked(session_.masked());
  card_.display(preview, static_cast<int>(waiting_.size()));
  if (all_) {
    load();
    return;
  }
  compare();
  emit settledChanged();
}

// While something is written, the comparison waits for the end of that.
void ImportFlow::compare() {
  if (active() && card_.preview() && !session_.busy() && !session_.previewer().busy())
    session_.previewer().check(card_.preview());
}

void ImportFlow::showTick(const Tick& tick) {
  const double share = tick.total == 0 ? -1 : static_cast<double>(tick.done) / static_cast<double>(tick.total);
  QStringList figures;
  if (share >= 0) figures << formatPercent(share, 0);
  figures << stageWord(tick.stage);
  strip_.display({Strip::State::Running, tr("Reading %1").arg(QFileInfo(file_).fileName()),
                  figures.join(QStringLiteral(", ")), share, tr("Cancel")});
  strip_.setVisible(active());
}

void ImportFlow::load() {
  if (!card_.canLoad()) return;
  session_.load(file_, card_.preview()->loadOptions(), card_.remembers());
  next();
}

void ImportFlow::loadAll() {
  if (!card_.canLoad()) return;
  all_ = true;
  load();
}

void ImportFlow::discard() {
  all_ = false;
  next();
}

bool ImportFlow::settled() const { return !session_.previewer().busy(); }

}  // namespace leadlight
