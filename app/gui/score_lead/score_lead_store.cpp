#include "app/gui/score_lead/score_lead_store.h"

#include <QBoxLayout>
#include <QLineEdit>

#include "model/base/json_writer.h"
#include "model/base/output_file.h"
#include "model/base/text.h"
#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

namespace leadlight {

StoreLeadDialog::StoreLeadDialog(const QString& keyLabel, const Theme& theme, QWidget* parent)
    : QDialog(parent), key_(new QLineEdit) {
  setWindowTitle(tr("Store as a new lead"));
  setMinimumWidth(420);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 14, 16, 14);
  layout->setSpacing(8);
  auto* words =
      makeLabel(tr("The values of the form become a lead of their own. It is a load like any other and can be "
                   "undone on the Files page."),
                TextRole::Body);
  words->setWordWrap(true);
  layout->addWidget(words);
  auto* caption = makeLabel(keyLabel, TextRole::Strong);
  caption->setBuddy(key_);
  key_->setAccessibleName(keyLabel);
  key_->setMaxLength(1000);
  caption->setVisible(!keyLabel.isEmpty());
  key_->setVisible(!keyLabel.isEmpty());
  layout->addWidget(caption);
  layout->addWidget(key_);
  problem_ = makeLabel({}, TextRole::Caption);
  setTone(*problem_, Tone::Negative);
  problem_->setWordWrap(true);
  problem_->hide();
  layout->addWidget(problem_);
  auto* cancel = new Button(tr("Cancel"), ButtonKind::Plain);
  store_ = new Button(Icon::Save, tr("Store"), ButtonKind::Primary);
  store_->setDefault(true);
  cancel->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(store_);
  layout->addLayout(buttons);
  applyThemeTo(*this, theme);
  const bool needsKey = !keyLabel.isEmpty();
  store_->setEnabled(!needsKey);
  connect(key_, &QLineEdit::textChanged, this, [this, needsKey] {
    problem_->hide();
    store_->setEnabled(!needsKey || !key().isEmpty());
  });
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(store_, &QPushButton::clicked, this, [this] { emit keyChosen(key()); });
}

QString StoreLeadDialog::key() const { return key_->text().trimmed(); }

void StoreLeadDialog::refuse(const QString& sentence) {
  problem_->setText(sentence);
  problem_->show();
  key_->setFocus();
  key_->selectAll();
}

Status writeTypedLead(const std::string& file, const ScoreLeadForm::Values& values, const std::string& keyColumn,
                      const std::string& key) {
  auto out = OutputFile::create(file);
  if (!out) return out.error();
  {
    JsonWriter json(out->stream());
    json.beginArray().beginObject();
    if (!key.empty()) json.field(keyColumn, key);
    for (const auto& [column, value] : values)
      if (!value.empty() && !equalsIgnoringCase(column, keyColumn)) json.field(column, value);
    json.endObject().endArray().endLine();
  }
  return out->commit();
}

}  // namespace leadlight
