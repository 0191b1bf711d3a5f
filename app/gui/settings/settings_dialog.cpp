#include "app/gui/settings/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QFileDialog>
#include <QGridLayout>
#include <algorithm>

#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

namespace leadlight {

namespace {
constexpr int hintWidth = 380;  // px, at the dialog's least width
}

SettingsDialog::SettingsDialog(Preferences preferences, const QString& ownStore, QWidget* parent)
    : QDialog(parent), preferences_(std::move(preferences)), ownStore_(ownStore) {
  setWindowTitle(tr("Settings"));
  setAttribute(Qt::WA_DeleteOnClose);
  setMinimumWidth(540);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(20, 16, 20, 16);
  rows->setSpacing(12);
  rows->addLayout(grid_ = new QGridLayout);
  grid_->setHorizontalSpacing(16);
  grid_->setVerticalSpacing(8);
  grid_->setColumnStretch(1, 1);

  addSection(tr("Look and language"));
  addChoice(tr("Language"), {{"en", "English"}, {"es", QString::fromUtf8("Español")}}, &Preferences::language);
  addChoice(tr("Colours"), {{"light", tr("Light")}, {"dark", tr("Dark")}, {"system", tr("As the desktop")}},
            &Preferences::theme);
  addChoice(tr("Numbers and dates"),
            {{"language", tr("As the language")},
             {"system", tr("As the desktop")},
             {"en_US", "English (US)"},
             {"en_GB", "English (UK)"},
             {"es_ES", QString::fromUtf8("Español (España)")},
             {"es_MX", QString::fromUtf8("Español (México)")},
             {"de_DE", "Deutsch"},
             {"fr_FR", QString::fromUtf8("Français")}},
            &Preferences::numbers);
  sample_ = makeLabel({}, TextRole::Caption);
  grid_->addWidget(sample_, grid_->rowCount(), 1);
  addScale();
  addSwitch(tr("Less motion"), tr("Menus come at once, and the text cursor does not blink."),
            &Preferences::reducedMotion);

  addSection(tr("Privacy"));
  addSwitch(tr("Hide names, e-mail and phone"), tr("For demonstrations: every page, copies and exports show m•••@•••."),
            &Preferences::masked);

  addSection(tr("Store"));
  addStore();

  rows->addStretch(1);
  rows->addLayout(closingRow(*this, tr("Close")));
  showSample();
  showStore();
}

void SettingsDialog::addSection(const QString& words) {
  const int row = grid_->rowCount();
  if (row > 1) grid_->setRowMinimumHeight(row, 8);
  grid_->addWidget(makeLabel(words, TextRole::CardTitle), row + 1, 0, 1, 2);
}

QComboBox* SettingsDialog::addChoice(const QString& caption, const Choices& choices, QString Preferences::*member) {
  const int row = grid_->rowCount();
  auto* box = new QComboBox;
  box->setAccessibleName(caption);
  for (const auto& [value, words] : choices) box->addItem(words, value);
  box->setCurrentIndex(std::max(0, box->findData(preferences_.*member)));
  QLabel* label = makeLabel(caption, TextRole::Body);
  label->setBuddy(box);
  grid_->addWidget(label, row, 0);
  grid_->addWidget(box, row, 1);
  connect(box, &QComboBox::activated, this, [this, box, member] {
    preferences_.*member = box->currentData().toString();
    tell();
  });
  return box;
}

QCheckBox* SettingsDialog::addSwitch(const QString& words, const QString& hint, bool Preferences::*member) {
  const int row = grid_->rowCount();
  auto* box = new QCheckBox(words);
  box->setChecked(preferences_.*member);
  box->setAccessibleDescription(hint);
  grid_->addWidget(box, row, 1);
  QLabel* label = makeLabel(hint, TextRole::Caption);
  label->setWordWrap(true);
  label->setContentsMargins(24, 0, 0, 0);
  label->setMinimumHeight(label->heightForWidth(hintWidth));
  grid_->addWidget(label, row + 1, 1);
  connect(box, &QCheckBox::toggled, this, [this, member](bool on) {
    preferences_.*member = on;
    tell();
  });
  return box;
}

void SettingsDialog::addScale() {
  const int row = grid_->rowCount();
  auto* box = new QComboBox;
  box->setAccessibleName(tr("Size of everything"));
  for (const int percent : {100, 125, 150, 175, 200}) box->addItem(formatPercent(percent / 100.0, 0), percent);
  box->setCurrentIndex(std::max(0, box->findData(preferences_.scale)));
  QLabel* label = makeLabel(tr("Size of everything"), TextRole::Body);
  label->setBuddy(box);
  grid_->addWidget(label, row, 0);
  grid_->addWidget(box, row, 1);
  grid_->addWidget(makeLabel(tr("From the next start."), TextRole::Caption), row + 1, 1);
  connect(box, &QComboBox::activated, this, [this, box] {
    preferences_.scale = box->currentData().toInt();
    tell();
  });
}

void SettingsDialog::addStore() {
  const int row = grid_->rowCount();
  grid_->addWidget(makeLabel(tr("Opened at the start"), TextRole::Body), row, 0);
  auto* cells = new QHBoxLayout;
  cells->setSpacing(8);
  store_ = new ElidedLabel({}, TextRole::Muted, nullptr, Qt::ElideMiddle);
  cells->addWidget(store_, 1);
  auto* choose = new Button(tr("Choose…"), ButtonKind::Plain);
  auto* own = new Button(tr("My own"), ButtonKind::Plain);
  cells->addWidget(choose);
  cells->addWidget(own);
  grid_->addLayout(cells, row, 1);
  connect(choose, &QPushButton::clicked, this, &SettingsDialog::chooseStore);
  connect(own, &QPushButton::clicked, this, [this] {
    preferences_.defaultStore.clear();
    tell();
  });
}

void SettingsDialog::chooseStore() {
  auto* dialog = new QFileDialog(this, tr("The store to open at the start"), QString(),
                                 tr("Leadlight stores (*.db);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::AnyFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    preferences_.defaultStore = file;
    tell();
  });
  dialog->open();
}

void SettingsDialog::showStore() {
  const QString shown = preferences_.defaultStore.isEmpty() ? ownStore_ : preferences_.defaultStore;
  static_cast<ElidedLabel*>(store_)->setFullText(shown);
}

void SettingsDialog::showSample() {
  const QLocale locale = localeOf(preferences_);
  sample_->setText(grouped(locale.toString(1234567.5, 'f', 1), locale) + QStringLiteral("    ") +
                   locale.toString(QDate(2016, 8, 31), QLocale::ShortFormat));
}

void SettingsDialog::tell() {
  showSample();
  showStore();
  emit changed(preferences_);
}

}  // namespace leadlight
