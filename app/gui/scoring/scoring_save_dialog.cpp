#include "app/gui/scoring/scoring_save_dialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDate>
#include <QLabel>
#include <QLineEdit>

#include "scoring/scorecard_json.h"
#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

namespace leadlight {

ScoringSaveDialog::ScoringSaveDialog(NewVersion version, const QString& reason, QWidget* parent)
    : QDialog(parent), version_(std::move(version)) {
  setWindowTitle(tr("Save as a new version"));
  setAttribute(Qt::WA_DeleteOnClose);
  setMinimumWidth(420);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(8);
  name_ = new QLineEdit(QString::fromStdString(version_.scorecard.name));
  reason_ = new QLineEdit(reason);
  promote_ = new QCheckBox(tr("Make it the champion now and score all leads with it"));
  promote_->setChecked(version_.promote);
  const auto add = [layout](const QString& caption, QLineEdit* field) {
    QLabel* label = makeLabel(caption, TextRole::Caption);
    label->setBuddy(field);
    field->setAccessibleName(caption);
    layout->addWidget(label);
    layout->addWidget(field);
  };
  add(tr("Name"), name_);
  add(tr("Why this version"), reason_);
  layout->addWidget(promote_);
  layout->addWidget(makeLabel(tr("Earlier versions are kept; each can be taken back."), TextRole::Caption));
  auto* buttons = new QHBoxLayout;
  auto* cancel = new Button(tr("Cancel"), ButtonKind::Plain);
  auto* save = new Button(tr("Save"), ButtonKind::Primary);
  save->setDefault(true);
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(save);
  layout->addSpacing(6);
  layout->addLayout(buttons);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(save, &QPushButton::clicked, this, &ScoringSaveDialog::accept);
  connect(name_, &QLineEdit::textChanged, save,
          [save](const QString& text) { save->setEnabled(!scorecardNameFault(text.trimmed().toStdString())); });
  reason_->setFocus();
  reason_->selectAll();
}

void ScoringSaveDialog::accept() {
  const QString name = name_->text().trimmed();
  if (name.isEmpty()) return;
  version_.scorecard.name = name.toStdString();
  version_.scorecard.provenance.reason = reason_->text().trimmed().toStdString();
  version_.scorecard.provenance.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
  version_.promote = promote_->isChecked();
  emit saved(version_);
  QDialog::accept();
}

}  // namespace leadlight
