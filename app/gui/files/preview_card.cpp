#include "app/gui/files/preview_card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/gui/files/preview_words.h"
#include "app/gui/sentences.h"
#include "widgets/files/differences_table.h"
#include "widgets/files/options_row.h"
#include "widgets/files/preview_table.h"
#include "widgets/files/question_list.h"
#include "widgets/files/text_grid.h"
#include "widgets/format.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/notice.h"

namespace leadlight {

namespace {
constexpr int sideWidth = 330;
enum Tab { AllTab, ToCheckTab, ConstantTab, RowsTab, ChangesTab };
}  // namespace

PreviewCard::PreviewCard(QWidget* parent) : QFrame(parent) {
  setProperty("role", "card");
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(1, 1, 1, 1);
  rows->setSpacing(0);
  rows->addWidget(makeHead());
  columns_ = new PreviewTable;
  rows->addWidget(optionsHost_ = makeOptions());
  rows->addWidget(makeLine());
  auto* parts = new QHBoxLayout;
  parts->setSpacing(0);
  rows->addLayout(parts, 1);
  stack_ = new QStackedWidget;
  stack_->addWidget(columns_);
  stack_->addWidget(rows_ = new TextGrid);
  stack_->addWidget(changes_ = new DifferencesTable);
  stack_->addWidget(nothing_ = new EmptyState(Icon::File, {}));
  parts->addWidget(stack_, 1);
  separator_ = new QFrame;
  separator_->setFixedWidth(1);
  parts->addWidget(separator_);
  parts->addWidget(side_ = makeSide());
}

QWidget* PreviewCard::makeHead() {
  auto* head = new QWidget;
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(16, 9, 16, 9);
  row->setSpacing(12);
  row->addWidget(icon_ = new QLabel);
  auto* words = new QVBoxLayout;
  words->setSpacing(1);
  auto* first = new QHBoxLayout;
  first->setSpacing(8);
  first->addWidget(file_ = new ElidedLabel({}, TextRole::CardTitle));
  first->addWidget(new Tag(tr("preview, nothing stored yet"), TagTone::Accent));
  first->addWidget(others_ = new Tag({}));
  first->addStretch(1);
  words->addLayout(first);
  words->addWidget(facts_ = new ElidedLabel({}, TextRole::Caption));
  row->addLayout(words, 1);
  row->addWidget(discard_ = new Button(tr("Discard"), ButtonKind::Plain));
  row->addWidget(loadAll_ = new Button(tr("Load all as proposed"), ButtonKind::Plain));
  row->addWidget(load_ = new Button(Icon::Files, {}, ButtonKind::Primary));
  connect(discard_, &QPushButton::clicked, this, &PreviewCard::discardAsked);
  connect(loadAll_, &QPushButton::clicked, this, &PreviewCard::loadAllAsked);
  connect(load_, &QPushButton::clicked, this, &PreviewCard::loadAsked);
  return head;
}

QWidget* PreviewCard::makeOptions() {
  auto* host = new QWidget;
  auto* row = new QHBoxLayout(host);
  row->setContentsMargins(16, 0, 12, 11);
  row->setSpacing(10);
  row->addWidget(options_ = new OptionsRow, 1);
  connect(columns_, &PreviewTable::typeChosen, this,
          [this](const QString& column, int type) { emit chosen(chosenType(*preview_, column, type)); });
  connect(columns_, &PreviewTable::afterContactMarked, this,
          [this](const QString& column, bool after) { emit chosen(chosenAfterContact(*preview_, column, after)); });
  connect(options_, &OptionsRow::chosen, this,
          [this](const QString& id, int value) { emit chosen(chosenOption(*preview_, id, value)); });
  auto* tabs = new QHBoxLayout;
  tabs->setSpacing(2);
  const View views[] = {View::Columns, View::Columns, View::Columns, View::Rows, View::Changes};
  for (int tab = AllTab; tab <= ChangesTab; ++tab) {
    tabs_[tab] = new Button(QString(), ButtonKind::Segment);
    tabs_[tab]->setAutoExclusive(true);
    tabs->addWidget(tabs_[tab]);
    connect(tabs_[tab], &QPushButton::clicked, this, [this, tab, view = views[tab]] { showView(view, tab); });
  }
  auto* bottom = new QVBoxLayout;
  bottom->addStretch(1);
  bottom->addLayout(tabs);
  row->addLayout(bottom);
  return host;
}

QWidget* PreviewCard::makeSide() {
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(tr("If you load this file"));
  scroll->setFixedWidth(sideWidth);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* side = new QWidget;
  side->setObjectName(QStringLiteral("scrolled"));
  auto* rows = new QVBoxLayout(side);
  rows->setContentsMargins(16, 11, 16, 12);
  rows->setSpacing(8);
  // What is open goes first: answers change the sum, and a low window shows no more.
  rows->addWidget(questions_ = new QuestionList);
  rows->addWidget(makeLabel(tr("If you load this file"), TextRole::Strong));
  rows->addWidget(counting_ = makeLabel(tr("Comparing it with the leads in the store…"), TextRole::Muted));
  counting_->setWordWrap(true);
  rows->addWidget(sum_ = new LoadSum);
  rows->addWidget(notice_ = new Notice);
  rows->addStretch(1);
  rows->addWidget(remember_ = new QCheckBox(tr("Remember for files like this")));
  scroll->setWidget(side);
  connect(questions_, &QuestionList::answered, this,
          [this](const QString& id, int answer) { emit chosen(answeredQuestion(*preview_, id, answer)); });
  return scroll;
}

void PreviewCard::showHead(int others) {
  others_->display(tr("%n more wait", nullptr, others), TagTone::Plain);
  others_->setVisible(others > 0);
  loadAll_->setVisible(others > 0);
  discard_->setText(others > 0 ? tr("Skip") : tr("Discard"));
  load_->setEnabled(canLoad());
  loadAll_->setEnabled(canLoad());
}

void PreviewCard::displayReading(const QString& file, int others) {
  preview_.reset();
  checkable_ = false;
  file_->setFullText(file);
  facts_->setFullText(tr("reading every row once"));
  optionsHost_->hide();
  side_->hide();
  separator_->hide();
  nothing_->setSentence(tr("Reading %1 to see what its columns are.").arg(file));
  stack_->setCurrentWidget(nothing_);
  load_->setText(tr("Load"));
  showHead(others);
}

void PreviewCard::display(const PreviewPtr& preview, int others) {
  const bool first = !preview_ || preview_->file != preview->file;
  preview_ = preview;
  waiting_ = others;
  const PreviewPtr shown = masked_ ? std::make_shared<FilePreview>(maskedPreview(*preview)) : preview;
  file_->setFullText(fileNameOf(preview->file.string()));
  facts_->setFullText(previewFacts(*preview));
  columns_->display(previewColumns(*shown));
  QStringList labels;
  for (const ColumnProfile& column : shown->profile.columns) labels << QString::fromStdString(column.label);
  std::vector<QStringList> texts;
  for (const auto& row : shown->profile.preview) {
    QStringList& cells = texts.emplace_back();
    for (const std::string& cell : row) cells << QString::fromStdString(cell);
  }
  rows_->display(labels, std::move(texts));
  changed_ = 0;
  changes_->display({});
  options_->display(previewOptions(*preview));
  questions_->display(previewQuestions(*shown));
  for (QWidget* part : {static_cast<QWidget*>(optionsHost_), static_cast<QWidget*>(separator_), side_}) part->show();
  load_->setText(
      tr("Load %1 rows", nullptr, static_cast<int>(preview->profile.rows)).arg(formatCount(preview->profile.rows)));
  sum_->hide();
  counting_->show();
  checkable_ = true;
  notice_->display(Tone::Warning, previewNotice(*preview, nullptr));
  if (first) remember_->setChecked(false);
  showTabs();
  if (first) showView(View::Columns, AllTab);
  showHead(others);
}

void PreviewCard::displayCheck(const LoadReport& check) {
  sum_->display(check);
  sum_->show();
  counting_->hide();
  changed_ = check.changed;
  MergePreview changes = check.preview.value_or(MergePreview{});
  if (masked_) changes = maskedChanges(std::move(changes), *preview_);
  changes_->display(differencesOf(changes));
  notice_->display(Tone::Warning, previewNotice(*preview_, &check));
  showTabs();
}

void PreviewCard::setMasked(bool masked) {
  if (masked == masked_) return;
  masked_ = masked;
  if (preview_) display(preview_, waiting_);
}

void PreviewCard::forget() {
  preview_.reset();
  checkable_ = false;
}

void PreviewCard::displayRefusal(const QString& sentence) {
  counting_->hide();
  if (preview_) {
    notice_->display(Tone::Negative, sentence);
  } else {
    facts_->setFullText(tr("nothing was stored"));
    nothing_->setSentence(sentence);
  }
  checkable_ = false;
  load_->setEnabled(false);
  loadAll_->setEnabled(false);
}

bool PreviewCard::canLoad() const { return preview_ && checkable_; }

bool PreviewCard::counting() const { return preview_ && !counting_->isHidden(); }

bool PreviewCard::remembers() const { return remember_->isChecked(); }

void PreviewCard::showTabs() {
  using Shown = PreviewTable::Shown;
  const auto counted = [this](Shown shown) { return formatCount(static_cast<std::uint64_t>(columns_->count(shown))); };
  tabs_[AllTab]->setText(tr("All %1").arg(counted(Shown::All)));
  tabs_[ToCheckTab]->setText(tr("To check %1").arg(counted(Shown::ToCheck)));
  tabs_[ToCheckTab]->setVisible(columns_->count(Shown::ToCheck) > 0);
  tabs_[ConstantTab]->setText(tr("Constant %1").arg(counted(Shown::Constant)));
  tabs_[ConstantTab]->setVisible(columns_->count(Shown::Constant) > 0);
  tabs_[RowsTab]->setText(tr("First rows"));
  tabs_[ChangesTab]->setText(tr("Changes %1").arg(formatCount(changed_)));
  tabs_[ChangesTab]->setVisible(changed_ > 0);
  if (changed_ == 0 && tabs_[ChangesTab]->isChecked()) showView(View::Columns, AllTab);
}

void PreviewCard::showView(View view, int tab) {
  tabs_[tab]->setChecked(true);
  stack_->setCurrentIndex(static_cast<int>(view));
  if (view != View::Columns) return;
  const PreviewTable::Shown shown[] = {PreviewTable::Shown::All, PreviewTable::Shown::ToCheck,
                                       PreviewTable::Shown::Constant};
  columns_->setShown(shown[tab]);
}

void PreviewCard::applyTheme(const Theme& theme) {
  icon_->setPixmap(iconPixmap(Icon::File, 26, theme.accent, devicePixelRatioF()));
  separator_->setStyleSheet(QStringLiteral("background: %1; border: 0").arg(theme.border.name()));
}

}  // namespace leadlight
