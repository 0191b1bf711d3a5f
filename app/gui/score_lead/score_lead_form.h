#pragma once

#include <QWidget>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/score_lead/score_lead_plan.h"
#include "scoring/ledger.h"

namespace leadlight {

class FormField;

// The fields of a lead that is typed in, built from a plan.
class ScoreLeadForm final : public QWidget {
  Q_OBJECT

 public:
  using Values = std::vector<std::pair<std::string, std::string>>;  // canonical column, canonical text

  explicit ScoreLeadForm(const std::vector<FieldPlan>& plans, QWidget* parent = nullptr);

  const std::vector<FormField*>& fields() const { return fields_; }
  FormField* field(const std::string& column) const;  // nullptr when the form has none
  Values values() const;
  void setTypical();
  // Sets the fields that `values` names, by canonical name without case; others keep theirs. Returns how many matched,
  // and how many of those held a value that the field cannot take.
  std::pair<int, int> setValues(const Values& values);
  // The points of each field: those of the ledger's lines that read its column.
  void showPoints(const Ledger& ledger);

 signals:
  void edited();
  void focused(int field);

 private:
  FormField* makeField(const FieldPlan& plan);
  std::vector<FieldPlan> plans_;
  std::vector<FormField*> fields_;
};

}  // namespace leadlight
