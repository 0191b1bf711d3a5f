#include "app/gui/score_lead/score_lead_form.h"

#include <QBoxLayout>

#include "model/base/text.h"
#include "widgets/form_field.h"
#include "widgets/form_number.h"
#include "widgets/kit/labels.h"

namespace leadlight {

ScoreLeadForm::ScoreLeadForm(const std::vector<FieldPlan>& plans, QWidget* parent) : QWidget(parent), plans_(plans) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 6, 0);
  layout->setSpacing(0);
  bool numbers = false;
  for (std::size_t i = 0; i < plans_.size(); ++i) {
    const bool isNumber = plans_[i].kind == FieldPlan::Kind::Number;
    if (numbers && !isNumber) {
      layout->addSpacing(8);
      layout->addWidget(makeLine());
      layout->addSpacing(6);
    }
    numbers = isNumber;
    FormField* field = makeField(plans_[i]);
    fields_.push_back(field);
    layout->addWidget(field);
    connect(field, &FormField::edited, this, &ScoreLeadForm::edited);
    connect(field, &FormField::focused, this, [this, i] { emit focused(static_cast<int>(i)); });
  }
  layout->addStretch(1);
  setTypical();
}

FormField* ScoreLeadForm::makeField(const FieldPlan& plan) {
  switch (plan.kind) {
    case FieldPlan::Kind::Number:
      return new NumberField(plan.column, plan.label, plan.scale, plan.whole);
    case FieldPlan::Kind::Choice:
      return new ChoiceField(plan.column, plan.label, plan.values);
    case FieldPlan::Kind::Switch:
      return new SwitchField(plan.column, plan.label, plan.values[0], plan.values[1]);
    case FieldPlan::Kind::Text:
      break;
  }
  return new TextField(plan.column, plan.label, {});
}

FormField* ScoreLeadForm::field(const std::string& column) const {
  for (FormField* field : fields_)
    if (equalsIgnoringCase(field->column(), column)) return field;
  return nullptr;
}

ScoreLeadForm::Values ScoreLeadForm::values() const {
  Values values;
  for (const FormField* field : fields_) values.emplace_back(field->column(), field->value().toStdString());
  return values;
}

void ScoreLeadForm::setTypical() {
  for (std::size_t i = 0; i < fields_.size(); ++i) fields_[i]->setValue(plans_[i].typical);
}

std::pair<int, int> ScoreLeadForm::setValues(const Values& values) {
  int matched = 0;
  int refused = 0;
  for (const auto& [column, value] : values) {
    FormField* target = field(canonicalName(column));
    if (!target) continue;
    ++matched;
    if (!target->setValue(QString::fromStdString(value)) && !value.empty()) ++refused;
  }
  return {matched, refused};
}

void ScoreLeadForm::showPoints(const Ledger& ledger) {
  for (FormField* field : fields_) {
    double points = 0;
    for (const LedgerLine& line : ledger.lines)
      if (!line.correction && equalsIgnoringCase(line.column, field->column())) points += line.points;
    field->setPoints(points);
  }
}

}  // namespace leadlight
