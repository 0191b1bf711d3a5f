#pragma once

#include <QThreadPool>
#include <vector>

#include "app/gui/job.h"
#include "app/gui/page.h"
#include "app/gui/scoring_evidence.h"

class QScrollArea;
class QStackedWidget;

namespace leadlight {

class BandsView;
class Button;
class Card;
class ElidedLabel;
class EmptyState;
class PointsView;
class ScorecardList;

// The scorecards and what they say: every term with its points beside how leads with each value fared, the bands with
// their conversion, and which scorecard is the champion.
class ScoringPage final : public Page {
  Q_OBJECT

 public:
  explicit ScoringPage(Session& session, QWidget* parent = nullptr);
  ~ScoringPage() override;

  bool settled() const override { return !evidenceJob_.running(); }
  QString keys() const override;

  ScorecardList* list() { return list_; }
  BandsView* bands() { return bands_; }
  const std::vector<PointsView*>& terms() const { return terms_; }
  Button* championButton() { return champion_; }

 protected:
  void showSnapshot(const SnapshotPtr& snapshot) override;

 private:
  void makeActions();
  QWidget* makeLeft();
  QWidget* makeRight();
  const RegisteredScorecard* chosen() const;
  void showChosen();
  void rebuildTerms(const Scorecard& scorecard);
  void showEvidence(const ScoringEvidence* evidence);
  void showResult(const RegisteredScorecard& registered, const ScoringEvidence* evidence);
  void refreshActions();
  void askImport();

  SnapshotPtr snapshot_;
  ScorecardList* list_;
  Card* listCard_;
  Card* bandsCard_;
  BandsView* bands_;
  QLabel* order_;
  QLabel* result_;
  QLabel* provenance_;
  QLabel* base_;
  QStackedWidget* stack_;
  EmptyState* empty_;
  QScrollArea* scroll_;
  QWidget* columnsHost_ = nullptr;
  std::vector<PointsView*> terms_;
  Button* champion_;
  Button* rescore_;
  Button* import_;

  // The pool goes after the job: its destructor waits for it.
  QThreadPool pool_;
  Job<Result<EvidencePtr>> evidenceJob_;
};

}  // namespace leadlight
