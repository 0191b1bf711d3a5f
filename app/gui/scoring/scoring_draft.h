#pragma once

#include <QString>
#include <vector>

#include "app/gui/scoring/scoring_study.h"

namespace leadlight {

// A scorecard whose points are being edited, with what was done so far.
class ScoringDraft {
 public:
  void start(const Scorecard& scorecard);
  const Scorecard& original() const { return original_; }
  const Scorecard& now() const { return now_; }
  bool changed() const { return !(now_ == original_); }
  bool canUndo() const { return !steps_.empty(); }
  // settled: false while a bar is dragged; the whole drag is one step to undo. REQUIRES: the group has points of its
  // own
  void setPoints(std::size_t term, std::size_t group, double points, bool settled);
  bool isChanged(std::size_t term, std::size_t group) const;
  void undo();
  void discard() { start(original_); }

 private:
  Scorecard original_, now_;
  std::vector<Scorecard> steps_;  // as it was before each step
  std::optional<Scorecard> beforeDrag_;
};

// What the edits change, on the same leads.
struct DraftEffect {
  struct BandChange {
    QString name;
    std::uint64_t before = 0, after = 0;
    Rate rateBefore, rateAfter;
  };
  std::vector<BandChange> bands;
  std::uint64_t moved = 0;  // leads that change band
  std::uint64_t leads = 0;
  bool hasOutcome = false;
  double aucBefore = 0, aucAfter = 0;
  Estimate aucChange;  // after less before, with its interval; NaN with too few leads
  StudyPtr before, after;
};
DraftEffect effectOf(const StudyPtr& before, const StudyPtr& after, const Scorecard& scorecard);

}  // namespace leadlight
