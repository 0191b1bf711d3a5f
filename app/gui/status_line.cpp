#include "app/gui/status_line.h"

#include <QHBoxLayout>

#include "widgets/kit/labels.h"

namespace leadlight {

StatusLine::StatusLine(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("statusLine"));
  setFixedHeight(26);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(20, 0, 20, 0);
  row->setSpacing(16);
  row->addWidget(leads_ = makeLabel({}, TextRole::Caption));
  row->addWidget(load_ = makeLabel({}, TextRole::Caption));
  row->addStretch(1);
  row->addWidget(makeLabel(tr("Alt+1 to 6 pages"), TextRole::Caption));
  row->addWidget(keys_ = makeLabel({}, TextRole::Caption));
}

void StatusLine::setLeads(const QString& text) { leads_->setText(text); }
void StatusLine::setLoad(const QString& text) { load_->setText(text); }
void StatusLine::setKeys(const QString& text) { keys_->setText(text); }

}  // namespace leadlight
