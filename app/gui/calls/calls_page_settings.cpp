// What the call list is asked for, kept between runs, and how it leaves the page.

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>

#include "app/gui/calls/calls_page.h"
#include "app/gui/calls/calls_words.h"
#include "app/gui/sentences.h"
#include "widgets/format.h"
#include "widgets/kit/card.h"
#include "widgets/kit/labels.h"

namespace leadlight {

namespace {

QSpinBox* makeNumber(int most, const QString& name) {
  auto* box = new QSpinBox;
  box->setRange(1, most);
  box->setAccessibleName(name);
  box->setFixedWidth(76);
  return box;
}

// A caption over its field.
QVBoxLayout* captioned(const QString& caption, QWidget* field) {
  auto* column = new QVBoxLayout;
  column->setSpacing(2);
  QLabel* label = makeLabel(caption, TextRole::Caption);
  label->setBuddy(field);
  column->addWidget(label);
  column->addWidget(field);
  return column;
}

}  // namespace

void CallsPage::makeHead() {
  export_ = new Button(Icon::Export, tr("Hand out"), ButtonKind::Primary);
  auto* menu = new QMenu(export_);
  export_->setMenu(menu);
  connect(menu->addAction(tr("A PDF for each person…")), &QAction::triggered, this,
          [this] { ask(tr("A PDF for each person"), QStringLiteral("pdf"), &CallsPage::writePdfs); });
  connect(menu->addAction(tr("A workbook with a sheet for each person…")), &QAction::triggered, this, [this] {
    ask(tr("A workbook with a sheet for each person"), QStringLiteral("xlsx"), &CallsPage::writeBook);
  });
  actions()->addWidget(export_);
}

QWidget* CallsPage::makeSettings() {
  auto* card = new QFrame;
  card->setProperty("role", "card");
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(16, 10, 16, 12);
  layout->setSpacing(8);
  perDay_ = makeNumber(static_cast<int>(mostPerDay), tr("Calls a day, each person"));
  team_ = makeNumber(static_cast<int>(mostCallers), tr("People"));
  days_ = makeNumber(static_cast<int>(mostCallDays), tr("Days"));
  names_ = new QLineEdit;
  names_->setAccessibleName(tr("Their names"));
  names_->setPlaceholderText(tr("Names with commas between, such as Ana, Ben"));
  channel_ = new QComboBox;
  channel_->setAccessibleName(tr("Leave out who refuses"));
  channel_->addItem(tr("calls or e-mails"), static_cast<int>(CallChannel::Any));
  channel_->addItem(tr("calls"), static_cast<int>(CallChannel::Call));
  channel_->addItem(tr("e-mails"), static_cast<int>(CallChannel::Email));
  auto* fields = new QHBoxLayout;
  fields->setSpacing(12);
  fields->addLayout(captioned(tr("Calls a day, each"), perDay_));
  fields->addLayout(captioned(tr("People"), team_));
  fields->addLayout(captioned(tr("Their names"), names_), 1);
  fields->addLayout(captioned(tr("Days"), days_));
  fields->addLayout(captioned(tr("Leave out who refuses"), channel_));
  result_ = makeLabel({}, TextRole::Result);
  leftOut_ = makeLabel({}, TextRole::Muted);
  leftOut_->setWordWrap(true);
  layout->addLayout(fields);
  layout->addWidget(result_);
  layout->addWidget(leftOut_);
  return card;
}

void CallsPage::readSettings() {
  const QSettings settings;
  perDay_->setValue(settings.value(QStringLiteral("calls/perDay"), 40).toInt());
  team_->setValue(settings.value(QStringLiteral("calls/people"), 3).toInt());
  days_->setValue(settings.value(QStringLiteral("calls/days"), 1).toInt());
  names_->setText(settings.value(QStringLiteral("calls/names")).toString());
  channel_->setCurrentIndex(std::max(0, channel_->findData(settings.value(QStringLiteral("calls/channel"), 0))));
}

void CallsPage::writeSettings() const {
  QSettings settings;
  settings.setValue(QStringLiteral("calls/perDay"), perDay_->value());
  settings.setValue(QStringLiteral("calls/people"), team_->value());
  settings.setValue(QStringLiteral("calls/days"), days_->value());
  settings.setValue(QStringLiteral("calls/names"), names_->text());
  settings.setValue(QStringLiteral("calls/channel"), channel_->currentData());
}

// Names first; who has none is called by a number. More names than people make more people.
CallWish CallsPage::wish() const {
  CallWish wish;
  for (const QString& name : names_->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
    if (!name.trimmed().isEmpty()) wish.people.push_back(name.trimmed().toStdString());
  while (wish.people.size() < static_cast<std::size_t>(team_->value()))
    wish.people.push_back(tr("Person %1").arg(wish.people.size() + 1).toStdString());
  wish.perDay = static_cast<std::size_t>(perDay_->value());
  wish.days = static_cast<std::size_t>(days_->value());
  wish.channel = static_cast<CallChannel>(channel_->currentData().toInt());
  return wish;
}

CallPaper CallsPage::paper() {
  CallPaper paper{people_, {}, rows_, callFacts(*snapshot_, session().conditions(), list_, people_.size())};
  for (const std::string& name : columns_) {
    const DatasetColumn* column = snapshot_->dataset->find(name);
    paper.labels.push_back(column && !column->label.empty() ? column->label : name);
  }
  return paper;
}

void CallsPage::ask(const QString& title, const QString& ending, void (CallsPage::*write)(const QString&)) {
  auto* dialog = new QFileDialog(this, title, tr("calls") + QLatin1Char('.') + ending,
                                 tr("%1 file (*.%2)").arg(ending.toUpper(), ending));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(ending);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, write);
  dialog->open();
}

void CallsPage::told(const Result<std::vector<std::filesystem::path>>& files) {
  if (!files) {
    emit notified(sentenceOf(files.error()));
    return;
  }
  const QString sentence = files->size() == 1 ? tr("Written: %1").arg(fileNameOf(files->front().string()))
                                              : tr("%n files written", nullptr, static_cast<int>(files->size()));
  emit notified(maskedToast(sentence, snapshot_->masked));
}

void CallsPage::writeBook(const QString& file) {
  const std::filesystem::path path = file.toStdString();
  session().read<Result<std::vector<std::filesystem::path>>>(
      this,
      [path, paper = paper(),
       words = callWords(snapshot_->champion->scorecard.name)](Store&) -> Result<std::vector<std::filesystem::path>> {
        const Status done = writeCallBook(path, paper, words);
        if (!done) return done.error();
        return std::vector{path};
      },
      [this](const Result<std::vector<std::filesystem::path>>& files) { told(files); });
}

void CallsPage::writePdfs(const QString& file) {
  const std::filesystem::path path = file.toStdString();
  session().read<Result<std::vector<std::filesystem::path>>>(
      this,
      [path, paper = paper(), words = callWords(snapshot_->champion->scorecard.name)](Store&) {
        return writeCallPdfs(path, paper, words);
      },
      [this](const Result<std::vector<std::filesystem::path>>& files) { told(files); });
}

}  // namespace leadlight
