#pragma once

#include <QThreadPool>
#include <map>
#include <vector>

#include "app/gui/job.h"
#include "app/gui/page.h"
#include "app/gui/scoring/scoring_tab.h"

class QStackedWidget;
class QTabBar;

namespace leadlight {

class Button;
class Card;
class EmptyState;
class ScorecardList;
class ScoringBandsCard;
class ScoringCompareTab;
class ScoringEvaluateTab;
class ScoringPointsTab;
class ScoringStudioTab;
class ScoringTrainTab;
struct ExportFormat;

// The scorecards, and five views of the chosen one: its points, learning another, how good it is, whom to call, and how
// it compares. Keeps what was found out about each version until the leads change.
class ScoringPage final : public Page {
  Q_OBJECT

 public:
  explicit ScoringPage(Session& session, QWidget* parent = nullptr);
  ~ScoringPage() override;

  bool settled() const override;
  QString keys() const override;
  QStringList views() const override;
  void showView(const QString& name) override;

  enum Tab { Points, Train, Evaluate, Studio, Compare };
  void showTab(Tab tab);
  Tab tab() const;

  ScorecardList* list() { return list_; }
  ScoringBandsCard* bandsCard() { return bandsCard_; }
  ScoringPointsTab* points() { return points_; }
  ScoringTrainTab* train() { return train_; }
  ScoringEvaluateTab* evaluate() { return evaluate_; }
  ScoringStudioTab* studio() { return studio_; }
  ScoringCompareTab* compare() { return compare_; }
  Button* championButton() { return champion_; }
  Button* bandButton() { return band_; }
  Button* exportButton() { return export_; }
  const ScoringScene& scene() const { return scene_; }

 protected:
  void showSnapshot(const SnapshotPtr& snapshot) override;

 private:
  struct Known {
    ScoringFindings findings;
    StudyPtr unseen;  // null until it was asked for
    // What it does on leads it had not seen; null: not known.
    const ScoringStudy* honest() const {
      if (unseen) return unseen.get();
      return findings.study && findings.study->hasOutcome && findings.study->honest() ? findings.study.get() : nullptr;
    }
  };

  void makeActions();
  void makeMenu();
  QWidget* makeLeft();
  QWidget* makeRight();
  void connectTabs();
  void choose();
  void findOut();
  void takeFindings(qint64 scorecardId, Result<ScoringFindings> found);
  void setKnown(qint64 scorecardId);
  void tell();
  void tellTab();
  void showList();
  void refreshActions();
  void save(const NewVersion& version, const QString& suggestedReason);
  void rememberLearned(const NewVersion& version, const StudyPtr& study, qint64 event);
  void askImport();
  void askExport(const ExportFormat& format);
  void exportTo(const Scorecard& scorecard, const ExportFormat& format, const QString& file);
  void showAuc(qint64 scorecardId);
  void showVersions();

  ScoringScene scene_;
  std::map<qint64, Known> known_;
  struct Pending {
    std::string name;
    StudyPtr study;
    std::int64_t event = 0;  // of the leads it was judged on
  };
  std::optional<Pending> pending_;  // a learned scorecard on its way into the store
  std::string wanted_;              // the name of the scorecard to choose when it comes

  QStackedWidget* stack_;
  EmptyState* empty_;
  QTabBar* tabs_;
  QStackedWidget* pages_;
  Card* listCard_;
  ScorecardList* list_;
  ScoringBandsCard* bandsCard_;
  ScoringPointsTab* points_;
  ScoringTrainTab* train_;
  ScoringEvaluateTab* evaluate_;
  ScoringStudioTab* studio_;
  ScoringCompareTab* compare_;
  std::vector<ScoringTab*> views_;
  Button* export_;
  Button* learn_;
  Button* champion_;
  Button* band_;

  // The pool goes after the job: its destructor waits for it.
  QThreadPool pool_;
  Job<Result<ScoringFindings>> findJob_;
};

}  // namespace leadlight
