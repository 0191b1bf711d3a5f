#include "widgets/form_number.h"

#include <QBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "model/base/text.h"
#include "widgets/kit/labels.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

constexpr double farthest = 1e12;
constexpr int boxWidth = 88;

}  // namespace

NumberBox::NumberBox(QWidget* parent) : QDoubleSpinBox(parent) {
  setSpecialValueText(unknownText());
  setGroupSeparatorShown(true);
  setAlignment(Qt::AlignLeft);
  setKeyboardTracking(true);
  setButtonSymbols(QAbstractSpinBox::NoButtons);
}

void NumberBox::setNumbers(double low, double high, double step, int decimals) {
  setDecimals(decimals);
  setSingleStep(step);
  setRange(low - step, high);
}

QValidator::State NumberBox::validate(QString& text, int& position) const {
  if (text.trimmed().isEmpty()) return QValidator::Acceptable;
  return QDoubleSpinBox::validate(text, position);
}

double NumberBox::valueFromText(const QString& text) const {
  return text.trimmed().isEmpty() ? minimum() : QDoubleSpinBox::valueFromText(text);
}

QString NumberBox::textFromValue(double value) const { return shortestNumber(value); }

NumberField::NumberField(std::string column, const QString& label, const SliderScale& scale, bool whole,
                         QWidget* parent)
    : FormField(std::move(column), label, parent), slider_(new PointsSlider(this)), box_(new NumberBox(this)) {
  const double low = std::min(0.0, scale.stops.front());
  slider_->setScale(scale);
  slider_->setAccessibleName(label);
  box_->setNumbers(low < 0 ? -farthest : 0, farthest, scale.step, whole ? 0 : 4);
  box_->setAccessibleName(label);
  box_->setFixedWidth(boxWidth);
  watch(slider_);
  watch(box_);
  setTabOrder(box_, slider_);

  auto* head = new QHBoxLayout;
  head->addWidget(new ElidedLabel(label, TextRole::Body, this), 1);
  head->addWidget(originalLabel());
  head->addWidget(pointsLabel());
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  row->addWidget(slider_, 1);
  row->addWidget(box_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 6, 0, 4);
  layout->setSpacing(0);
  layout->addLayout(head);
  layout->addLayout(row);
  setValue({});

  connect(slider_, &PointsSlider::moved, this, [this](double value) {
    const QSignalBlocker quiet(box_);
    box_->setValue(value);
    emit edited();
  });
  connect(box_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    slider_->setValue(box_->isUnknown() ? std::nullopt : std::optional(value));
    emit edited();
  });
}

QString NumberField::value() const {
  return box_->isUnknown() ? QString() : QString::fromStdString(formatNumber(box_->value()));
}

bool NumberField::setValue(const QString& value) {
  const std::optional<double> number = parseDecimal(value.trimmed().toStdString());
  const QSignalBlocker quiet(box_);
  if (number) {
    box_->setValue(*number);
  } else {
    box_->setUnknown();
  }
  slider_->setValue(number);
  return number || value.trimmed().isEmpty();
}

}  // namespace leadlight
