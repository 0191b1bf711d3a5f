#pragma once

#include <QPointer>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>
#include <optional>
#include <vector>

#include "app/gui/job.h"
#include "app/gui/lead_insight.h"
#include "app/gui/page.h"
#include "app/gui/score_lead/score_lead_chance.h"
#include "app/gui/score_lead/score_lead_form.h"
#include "app/gui/score_lead/score_lead_stand.h"
#include "app/gui/score_lead/score_lead_store.h"
#include "app/gui/scoring/scoring_evidence.h"

class QScrollArea;
class QStackedWidget;
class QTableWidget;

namespace leadlight {

class BandScale;
class Button;
class Card;
class ChangesView;
class ElidedLabel;
class EmptyState;
class LedgerFoot;
class LedgerView;
class PlainTable;
class ScoreHeader;
class WhatIfView;
struct ScoreChange;

// A form for one lead that is not stored, with its score, its ledger and what would change it, as one types.
class ScoreLeadPage final : public Page {
  Q_OBJECT

 public:
  explicit ScoreLeadPage(Session& session, QWidget* parent = nullptr);
  ~ScoreLeadPage() override;

  void receive(const QVariant& what) override;  // a lead's id: its values fill the form
  bool settled() const override { return !prepareJob_.running() && !insightJob_.running(); }
  QString keys() const override;

  ScoreLeadForm* form() { return form_; }  // nullptr while there is no champion
  const Ledger& ledger() const { return ledger_; }
  ScoreHeader* headline() { return headline_; }
  LedgerView* ledgerView() { return ledgerView_; }
  QLabel* similar() { return similar_; }
  PlainTable* similarTable() { return similarTable_; }
  QLabel* nextBand() { return nextBand_; }
  QLabel* against() { return against_; }
  QTableWidget* tried() { return tried_; }
  QLabel* chance() { return chance_; }
  StoreLeadDialog* storeDialog() { return storeDialog_; }  // nullptr while none is open
  void askToStore();
  void paste(const QString& text);

 protected:
  void showSnapshot(const SnapshotPtr& snapshot) override;

 private:
  // The stored lead that fills the form.
  struct Original {
    qint64 leadId = 0;
    QString title;
    ScoreLeadForm::Values values;
    double score = 0;
    QString band;
  };
  // Values that the form stayed at for a moment.
  struct Try {
    ScoreLeadForm::Values values;
    double score = 0;
    QString band;
    QString changes;
  };
  struct Insight {
    LeadInsight lead;
    std::optional<ScoreNeighbours> neighbours;
    std::vector<std::uint32_t> nearest;  // by score, where no outcome is known
  };
  struct Prepared {
    std::vector<FieldPlan> plans;
    EvidencePtr evidence;
    ScoreSpread spread;
  };

  void makeActions();
  QWidget* makeFormCard();
  QWidget* makeScoreCard();
  QWidget* makeChangeCard();
  QWidget* makeSimilarCard();
  QWidget* makeTriedCard();
  QWidget* makeStandCard();
  void showRoom();
  void showLine(int row, std::uint32_t frameRow, const QString& outcome);
  void keepOriginal(qint64 leadId, std::size_t row);
  void forgetOriginal();
  void startOver();
  void showAgainst();
  void rememberTry();
  void showTries();
  void storeLead(const QString& key);
  void takePrepared(Prepared prepared);
  void fillFromLead(qint64 leadId);
  std::optional<Frame> frameFor(const ScoreLeadForm::Values& values) const;
  std::optional<Ledger> ledgerFor(const ScoreLeadForm::Values& values) const;
  void recompute();
  void showWhatIf();
  void showChanges();
  void findInsight();
  void showInsight(const Insight& insight);
  void applyChange(std::size_t field, const QString& value);
  void copyResult();
  const Scorecard& scorecard() const { return snapshot_->champion->scorecard; }

  SnapshotPtr snapshot_;
  std::vector<FieldPlan> plans_;
  EvidencePtr evidence_;
  Frame like_;
  Ledger ledger_;
  std::optional<qint64> wantedLead_;
  std::optional<Original> original_;
  std::vector<Try> tries_;  // newest first
  std::size_t focused_ = 0;
  std::vector<QString> whatIfValues_;
  std::vector<ScoreChange> changes_;

  QStackedWidget* stack_;
  EmptyState* empty_;
  Card* formCard_;
  QScrollArea* formScroll_;
  ScoreLeadForm* form_ = nullptr;
  ScoreHeader* headline_;
  BandScale* scale_;
  QLabel* problem_;
  LedgerView* ledgerView_;
  LedgerFoot* ledgerFoot_;
  QScrollArea* ledgerScroll_;
  WhatIfView* whatIf_;
  ElidedLabel* whatIfField_;
  Card* changeCard_;
  QLabel* nextBand_;
  ChangesView* changesView_;
  Card* similarCard_;
  QLabel* similar_;
  PlainTable* similarTable_;
  QLabel* against_;
  QLabel* chance_;
  Card* standCard_;
  StandView* stand_;
  Card* triedCard_;
  QTableWidget* tried_;
  QTimer triedTimer_;
  QPointer<StoreLeadDialog> storeDialog_;
  QTemporaryDir typedFolder_;
  Button* startOver_;
  Button* leave_;
  Button* storeButton_;
  Button* pasteButton_;
  Button* copy_;

  // The pool goes after the job: its destructor waits for it.
  QThreadPool pool_;
  Job<Prepared> prepareJob_;
  Job<Insight> insightJob_;
  bool insightAgain_ = false;  // edited while it was worked out
};

}  // namespace leadlight
