#include "app/gui/scoring/scoring_draft.h"

namespace leadlight {

void ScoringDraft::start(const Scorecard& scorecard) {
  original_ = now_ = scorecard;
  steps_.clear();
  beforeDrag_.reset();
}

void ScoringDraft::setPoints(std::size_t term, std::size_t group, double points, bool settled) {
  if (!beforeDrag_) beforeDrag_ = now_;
  setPointsOfSlot(now_.terms[term], group, points);
  if (!settled) return;
  if (!(*beforeDrag_ == now_)) steps_.push_back(*std::move(beforeDrag_));
  beforeDrag_.reset();
}

bool ScoringDraft::isChanged(std::size_t term, std::size_t group) const {
  return pointsOfSlot(now_.terms[term], group) != pointsOfSlot(original_.terms[term], group);
}

void ScoringDraft::undo() {
  if (steps_.empty()) return;
  now_ = std::move(steps_.back());
  steps_.pop_back();
}

DraftEffect effectOf(const StudyPtr& before, const StudyPtr& after, const Scorecard& scorecard) {
  DraftEffect effect;
  effect.before = before;
  effect.after = after;
  effect.hasOutcome = before->hasOutcome && after->hasOutcome;
  const std::vector<double>&was = before->evaluation.score, &is = after->evaluation.score;
  effect.leads = is.size();
  for (std::size_t i = 0; i < scorecard.bands.size(); ++i)
    effect.bands.push_back({QString::fromStdString(scorecard.bands[i].name), before->bands[i].leads,
                            after->bands[i].leads, before->bands[i].rate(), after->bands[i].rate()});
  if (!scorecard.bands.empty())
    for (std::size_t i = 0; i < is.size(); ++i)
      effect.moved += scorecard.bandIndex(was[i]) != scorecard.bandIndex(is[i]) ? 1U : 0U;
  if (!effect.hasOutcome) return effect;
  effect.aucBefore = before->evaluation.metrics.auc;
  effect.aucAfter = after->evaluation.metrics.auc;
  effect.aucChange = aucDifference(is, was, after->evaluation.won);
  return effect;
}

}  // namespace leadlight
