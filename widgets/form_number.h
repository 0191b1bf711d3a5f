#pragma once

#include <QDoubleSpinBox>

#include "widgets/form_field.h"
#include "widgets/form_slider.h"

namespace leadlight {

// A spin box whose empty text is "Unknown", one step below its least number.
class NumberBox final : public QDoubleSpinBox {
 public:
  explicit NumberBox(QWidget* parent = nullptr);
  void setNumbers(double low, double high, double step, int decimals);
  bool isUnknown() const { return value() <= minimum(); }
  void setUnknown() { setValue(minimum()); }

 protected:
  QValidator::State validate(QString& text, int& position) const override;
  double valueFromText(const QString& text) const override;
  QString textFromValue(double value) const override;
};

// A number: a slider over the range that leads have, with the points per bin above it, and a box for the exact value.
class NumberField final : public FormField {
  Q_OBJECT

 public:
  // The box takes numbers beyond the scale, too.
  NumberField(std::string column, const QString& label, const SliderScale& scale, bool whole,
              QWidget* parent = nullptr);
  QString value() const override;
  bool setValue(const QString& value) override;

 private:
  PointsSlider* slider_;
  NumberBox* box_;
};

}  // namespace leadlight
