#include "widgets/files/question_list.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "widgets/kit/button.h"
#include "widgets/kit/flow_layout.h"
#include "widgets/kit/labels.h"
#include "widgets/kit/tab_order.h"

namespace leadlight {

QuestionList::QuestionList(QWidget* parent) : QWidget(parent) {
  rows_ = new QVBoxLayout(this);
  rows_->setContentsMargins(0, 0, 0, 0);
  rows_->setSpacing(8);
}

void QuestionList::display(const std::vector<Question>& questions) {
  if (questions == questions_) return;
  questions_ = questions;
  // An answer just pressed may be the reason for this call.
  for (QWidget* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    child->hide();
    child->deleteLater();
  }
  while (QLayoutItem* item = rows_->takeAt(0)) delete item;
  if (questions.empty()) return;
  rows_->addWidget(makeLabel(tr("%n questions", nullptr, static_cast<int>(questions.size())), TextRole::Strong));
  for (const Question& question : questions) rows_->addWidget(makeCard(question));
  keepTabOrder(*this);
  applyThemeTo(*this, theme_);
}

QWidget* QuestionList::makeCard(const Question& question) {
  auto* card = new QFrame;
  card->setProperty("role", "card");
  auto* rows = new QVBoxLayout(card);
  rows->setContentsMargins(12, 8, 12, 9);
  rows->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->setSpacing(7);
  auto* sign = new QLabel;
  sign->setPixmap(iconPixmap(Icon::Warning, 16, theme_.warning, devicePixelRatioF()));
  head->addWidget(sign, 0, Qt::AlignTop);
  auto* title = makeLabel(question.title, TextRole::Strong);
  title->setWordWrap(true);
  head->addWidget(title, 1);
  rows->addLayout(head);
  if (!question.note.isEmpty()) {
    auto* note = makeLabel(question.note, TextRole::Caption);
    note->setWordWrap(true);
    rows->addWidget(note);
  }
  auto* answers = new QWidget;
  auto* flow = new FlowLayout(6, answers);
  flow->setContentsMargins(0, 2, 0, 0);
  auto* group = new QButtonGroup(answers);
  for (int i = 0; i < question.answers.size(); ++i) {
    auto* answer = new Button(question.answers[i], ButtonKind::Plain);
    answer->setSmall();
    answer->setCheckable(true);
    answer->setChecked(i == question.chosen);
    answer->setProperty("answer", true);
    answer->setAccessibleDescription(question.title);
    group->addButton(answer, i);
    flow->addWidget(answer);
  }
  rows->addWidget(answers);
  connect(group, &QButtonGroup::idClicked, this, [this, id = question.id](int answer) { emit answered(id, answer); });
  return card;
}

void QuestionList::applyTheme(const Theme& theme) {
  if (theme.name == theme_.name) return;
  theme_ = theme;
  std::vector<Question> again;
  again.swap(questions_);
  display(again);
}

}  // namespace leadlight
