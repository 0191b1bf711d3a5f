#pragma once

#include <QThreadPool>
#include <vector>

#include "app/gui/job.h"
#include "app/gui/scoring/scoring_draft.h"
#include "app/gui/scoring/scoring_rules.h"
#include "app/gui/scoring/scoring_tab.h"

class QScrollArea;

namespace leadlight {

class PointsGrid;
class PointsOutline;
class PointsView;
class ScoringEffectCard;

// Every term with its points beside how leads with each value fared. Points are edited by dragging or typing; what that
// does to bands, scores and metrics shows at once, and a new version is saved only when one asks for it.
class ScoringPointsTab final : public ScoringTab {
  Q_OBJECT

 public:
  explicit ScoringPointsTab(QWidget* parent = nullptr);
  ~ScoringPointsTab() override;

  void show(const ScoringScene& scene) override;
  bool settled() const override { return !job_.running() && !again_; }
  void setBusy(bool busy) override;

  // One per term; nullptr where the other one shows it.
  const std::vector<PointsView*>& terms() const { return terms_; }
  const std::vector<PointsGrid*>& grids() const { return grids_; }
  // Of terms that are too long to be listed at once; nullptr for all others.
  const std::vector<PointsOutline*>& outlines() const { return outlines_; }
  const ScoringDraft& draft() const { return draft_; }
  bool effectShown() const;
  ScoringEffectCard* effect() { return effect_; }
  QLabel* result() { return result_; }
  QLabel* warnings() { return warnings_; }

 private:
  struct Worked {
    EvidencePtr evidence;
    StudyPtr study;
    std::vector<TermWarning> warnings;
  };

  QWidget* makeHead();
  QWidget* makeEffect();
  void rebuildTerms();
  void showTerms();
  void showTerm(std::size_t term);
  void showResult();
  void showWarnings(const std::vector<TermWarning>& warnings);
  QWidget* makeTerm(std::size_t term);
  PointsOutline* fold(PointsView& list, QVBoxLayout& body);
  void edit(std::size_t term, std::size_t group, double points, bool done);
  void refreshButtons();
  void work();
  void takeWorked(Result<Worked> worked, const Scorecard& scorecard);
  double stepOf() const;

  ScoringScene scene_;
  std::optional<qint64> shownId_;
  ScoringDraft draft_;
  EvidencePtr evidence_;  // of the draft
  bool again_ = false;    // edited while the job ran
  bool busy_ = false;

  QLabel* result_;
  QLabel* provenance_;
  QLabel* base_;
  QLabel* warnings_;
  ScoringEffectCard* effect_;
  QScrollArea* scroll_;
  std::vector<PointsView*> terms_;
  std::vector<PointsGrid*> grids_;
  std::vector<PointsOutline*> outlines_;

  // The pool goes after the job: its destructor waits for it.
  QThreadPool pool_;
  Job<Result<Worked>> job_;
};

}  // namespace leadlight
