#include "widgets/form_field.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

#include "widgets/kit/button.h"
#include "widgets/kit/combo_box.h"
#include "widgets/kit/labels.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr int labelWidth = 92;
constexpr int pointsWidth = 44;
constexpr int fieldHeight = 42, tallFieldHeight = 60;

}  // namespace

FormField::FormField(std::string column, const QString& label, QWidget* parent)
    : QWidget(parent),
      column_(std::move(column)),
      label_(label),
      pointsLabel_(makeLabel({}, TextRole::Caption, this)),
      original_(new ElidedLabel({}, TextRole::Caption, this)) {
  setTone(*original_, Tone::Warning);
  original_->hide();
  pointsLabel_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  pointsLabel_->setFixedWidth(pointsWidth);
  QFont bold = pointsLabel_->font();
  bold.setBold(true);
  pointsLabel_->setFont(bold);
}

void FormField::setPoints(double points) {
  points_ = points;
  pointsLabel_->setText(pointsText(points));
  const int sign = pointsSign(points);
  setTone(*pointsLabel_, sign > 0 ? Tone::Positive : sign < 0 ? Tone::Negative : Tone::None);
  pointsLabel_->setAccessibleName(tr("Points of %1: %2").arg(label_, pointsText(points)));
}

void FormField::setOriginal(const QString& words) {
  original_->setFullText(words);
  original_->setVisible(!words.isEmpty());
}

QString FormField::original() const { return original_->fullText(); }

QWidget* FormField::originalLabel() { return original_; }

QWidget* FormField::makeNames(QWidget* buddy, int width) {
  auto* names = new QWidget(this);
  if (width > 0) names->setFixedWidth(width);
  auto* column = new QVBoxLayout(names);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* name = new ElidedLabel(label_, TextRole::Body);
  if (buddy) name->setBuddy(buddy);
  column->addStretch(1);
  column->addWidget(name);
  column->addWidget(original_);
  column->addStretch(1);
  return names;
}

void FormField::arrange(QWidget* control) {
  const bool tall = ElidedLabel(label_, TextRole::Body).sizeHint().width() > labelWidth;
  setFixedHeight(tall ? tallFieldHeight : fieldHeight);
  if (!tall) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(makeNames(control, labelWidth));
    row->addWidget(control, 1);
    row->addWidget(pointsLabel_);
    return;
  }
  auto* name = new ElidedLabel(label_, TextRole::Body);
  name->setBuddy(control);
  auto* head = new QHBoxLayout;
  head->addWidget(name, 1);
  head->addWidget(original_);
  head->addWidget(pointsLabel_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 4, 0, 4);
  rows->setSpacing(0);
  rows->addLayout(head);
  rows->addWidget(control);
}

void FormField::watch(QWidget* child) { child->installEventFilter(this); }

bool FormField::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn) emit focused();
  return QWidget::eventFilter(watched, event);
}

ChoiceField::ChoiceField(std::string column, const QString& label, const QStringList& values, QWidget* parent)
    : FormField(std::move(column), label, parent), choices_(new ComboBox(this)) {
  choices_->setAccessibleName(label);
  choices_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  choices_->setMinimumContentsLength(10);
  choices_->addItem(unknownText(), QString());
  for (const QString& value : values) choices_->addItem(value.simplified(), value);
  watch(choices_);
  arrange(choices_);
  connect(choices_, &QComboBox::currentIndexChanged, this, &FormField::edited);
}

QString ChoiceField::value() const { return choices_->currentData().toString(); }

bool ChoiceField::setValue(const QString& value) {
  int index = choices_->findData(value, Qt::UserRole, Qt::MatchExactly | Qt::MatchCaseSensitive);
  if (index < 0) index = choices_->findData(value, Qt::UserRole, Qt::MatchFixedString);
  const QSignalBlocker quiet(choices_);
  choices_->setCurrentIndex(std::max(0, index));
  return index >= 0;
}

SwitchField::SwitchField(std::string column, const QString& label, const QString& first, const QString& second,
                         QWidget* parent)
    : FormField(std::move(column), label, parent), values_{first, second} {
  setFixedHeight(fieldHeight);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeNames(nullptr, 0), 1);
  for (int side = 0; side < 2; ++side) {
    auto* button = new QPushButton(values_[side].simplified(), this);
    button->setProperty("kind", "switch");
    button->setProperty("side", side == 0 ? "left" : "right");
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setAccessibleName(QStringLiteral("%1: %2").arg(label, values_[side]));
    button->setToolTip(tr("Press again for unknown"));
    watch(button);
    layout->addWidget(button);
    sides_[side] = button;
    connect(button, &QPushButton::clicked, this, [this, side] {
      choose(chosen_ == side ? -1 : side);
      emit edited();
    });
  }
  layout->addSpacing(4);
  layout->addWidget(pointsLabel());
}

void SwitchField::choose(int chosen) {
  chosen_ = chosen;
  for (int side = 0; side < 2; ++side) sides_[side]->setChecked(side == chosen);
}

QString SwitchField::value() const { return chosen_ < 0 ? QString() : values_[chosen_]; }

bool SwitchField::setValue(const QString& value) {
  for (int side = 0; side < 2; ++side)
    if (values_[side].compare(value, Qt::CaseInsensitive) == 0) {
      choose(side);
      return true;
    }
  choose(-1);
  return value.isEmpty();
}

TextField::TextField(std::string column, const QString& label, const QString& hint, QWidget* parent)
    : FormField(std::move(column), label, parent), line_(new QLineEdit(this)) {
  line_->setAccessibleName(label);
  line_->setPlaceholderText(hint);
  line_->setMaxLength(10000);
  watch(line_);
  arrange(line_);
  connect(line_, &QLineEdit::textEdited, this, &FormField::edited);
}

QString TextField::value() const { return line_->text().trimmed(); }

bool TextField::setValue(const QString& value) {
  line_->setText(value);
  return true;
}

}  // namespace leadlight
