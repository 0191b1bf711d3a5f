#include "app/gui/status_line.h"

#include <QHBoxLayout>

#include "widgets/format.h"
#include "widgets/kit/labels.h"

namespace leadlight {

namespace {
constexpr int patience = 500;  // ms
}

StatusLine::StatusLine(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("statusLine"));
  setFixedHeight(26);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(20, 0, 20, 0);
  row->setSpacing(16);
  row->addWidget(leads_ = makeLabel({}, TextRole::Caption));
  row->addWidget(load_ = makeLabel({}, TextRole::Caption));
  row->addWidget(masked_ = makeLabel(tr("Names, e-mail and phone are hidden"), TextRole::Caption));
  masked_->setToolTip(tr("For demonstrations: on every page, in copies and in exports."));
  setTone(*masked_, Tone::Warning);
  masked_->hide();
  row->addWidget(task_ = makeLabel({}, TextRole::Caption));
  row->addWidget(cancel_ = new Button(tr("Cancel"), ButtonKind::Link));
  cancel_->setStyleSheet(QStringLiteral("font-size: 8.5pt"));
  row->addStretch(1);
  row->addWidget(pages_ = makeLabel(tr("Ctrl K search    F1 keys"), TextRole::Caption));
  row->addWidget(keys_ = makeLabel({}, TextRole::Caption));
  soon_.setSingleShot(true);
  soon_.setInterval(patience);
  connect(&soon_, &QTimer::timeout, this, [this] { showTask(true); });
  connect(cancel_, &QPushButton::clicked, this, [this] {
    task_->setText(tr("Stopping"));
    stoppable_ = false;
    cancel_->hide();
    emit cancelAsked();
  });
  showTask(false);
}

void StatusLine::setLeads(const QString& text) { leads_->setText(text); }
void StatusLine::setLoad(const QString& text) { load_->setText(text); }
void StatusLine::setKeys(const QString& text) { keys_->setText(text); }
void StatusLine::setMasked(bool masked) { masked_->setVisible(masked); }

void StatusLine::setBusy(bool busy) {
  if (busy) {
    soon_.start();
    return;
  }
  soon_.stop();
  task_->clear();
  stoppable_ = false;
  showTask(false);
}

void StatusLine::setProgress(const TaskProgress& progress) {
  const bool shown = !soon_.isActive();
  stoppable_ = progress.stoppable();
  task_->setText(progress.share < 0 ? progress.task
                                    : progress.task + QStringLiteral("  ") + formatPercent(progress.share, 0));
  showTask(shown);
}

void StatusLine::showTask(bool shown) {
  task_->setVisible(shown && !task_->text().isEmpty());
  cancel_->setVisible(shown && stoppable_);
  load_->setVisible(!task_->isVisibleTo(this));
}

}  // namespace leadlight
