#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "app/gui/score_lead/score_lead_form.h"
#include "scoring/scorecard.h"

namespace leadlight {

// What one other value in one field would do to a score.
struct ScoreChange {
  std::size_t field = 0;
  QString from, to;
  double score = 0;
  double gain = 0;  // against the present score
};

using ScoreOf = std::function<std::optional<double>(const ScoreLeadForm::Values&)>;

// For each field the sample value with the highest score, best first; fields that no sample moves are left out.
std::vector<ScoreChange> bestChanges(const std::vector<FieldPlan>& plans, const ScoreLeadForm::Values& values,
                                     double score, const ScoreOf& scoreOf);
// Of all single changes to a sample value, the one that reaches `target` with the least gain; nullopt when none does.
std::optional<ScoreChange> smallestChangeTo(double target, const std::vector<FieldPlan>& plans,
                                            const ScoreLeadForm::Values& values, double score, const ScoreOf& scoreOf);

}  // namespace leadlight
