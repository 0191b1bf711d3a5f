#include "app/gui/score_lead/score_lead_change.h"

#include <algorithm>
#include <cmath>

namespace leadlight {

namespace {

// Calls visit(change) for every sample value of every field that differs from the present one.
template <class Visit>
void eachChange(const std::vector<FieldPlan>& plans, const ScoreLeadForm::Values& values, double score,
                const ScoreOf& scoreOf, Visit&& visit) {
  for (std::size_t field = 0; field < plans.size(); ++field)
    for (const QString& sample : plans[field].samples) {
      ScoreLeadForm::Values other = values;
      if (other[field].second == sample.toStdString()) continue;
      other[field].second = sample.toStdString();
      const std::optional<double> reached = scoreOf(other);
      if (!reached) continue;
      visit(ScoreChange{field, QString::fromStdString(values[field].second), sample, *reached, *reached - score});
    }
}

}  // namespace

std::vector<ScoreChange> bestChanges(const std::vector<FieldPlan>& plans, const ScoreLeadForm::Values& values,
                                     double score, const ScoreOf& scoreOf) {
  std::vector<ScoreChange> best;
  eachChange(plans, values, score, scoreOf, [&](ScoreChange change) {
    if (change.gain <= 1e-9) return;
    if (best.empty() || best.back().field != change.field) {
      best.push_back(std::move(change));
    } else if (change.gain > best.back().gain) {
      best.back() = std::move(change);
    }
  });
  std::stable_sort(best.begin(), best.end(),
                   [](const ScoreChange& a, const ScoreChange& b) { return a.gain > b.gain; });
  return best;
}

std::optional<ScoreChange> smallestChangeTo(double target, const std::vector<FieldPlan>& plans,
                                            const ScoreLeadForm::Values& values, double score, const ScoreOf& scoreOf) {
  std::optional<ScoreChange> smallest;
  eachChange(plans, values, score, scoreOf, [&](ScoreChange change) {
    if (change.score < target) return;
    if (!smallest || change.gain < smallest->gain) smallest = std::move(change);
  });
  return smallest;
}

}  // namespace leadlight
