#pragma once

#include <QFrame>
#include <QString>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/leads/leads_history.h"
#include "app/gui/scoring/scoring_evidence.h"
#include "app/gui/snapshot.h"
#include "widgets/theme.h"

class QLabel;
class QScrollArea;
class QStackedWidget;
class QTableWidget;
class QVBoxLayout;

namespace leadlight {

class BandScale;
class Button;
class ElidedLabel;
class EmptyState;
class LedgerView;
class PlainTable;
class ScoreHeader;

// One value of a lead, for the list of all its fields.
struct LeadField {
  QString label;
  QString value;
  bool missing = false;
};

// The pane of one lead at the right of the table: its score, and why it has it, all its fields, what loads made of it,
// or which past leads are like it. 344 px wide. Passive.
class LeadDetail final : public QFrame, public Themed {
  Q_OBJECT

 public:
  explicit LeadDetail(QWidget* parent = nullptr);

  void showNothing(const QString& sentence);
  // REQUIRES: frameRow < snapshot.frame.rows(). Without a champion the pane goes straight to the fields.
  void showLead(const Snapshot& snapshot, const QString& title, std::uint32_t frameRow,
                const ScoringEvidence* evidence);
  void showFields(const std::vector<LeadField>& fields);
  void showOrigin(const QString& sentence);
  // What past leads say and what would lift it; empty: nothing yet.
  void showInsight(const QString& sentences);
  QString insight() const;
  void showHistory(const std::vector<HistoryEntry>& entries);
  void showAlike(const std::vector<AlikeLead>& alike);
  bool fieldsShown() const;
  bool historyShown() const;
  QLabel* history() { return history_; }
  PlainTable* alike() { return alike_; }
  void applyTheme(const Theme& theme) override;

 signals:
  void closed();
  void copyWanted();
  void whatIfWanted();
  void fieldsToggled(bool shown);
  void historyWanted();
  void leadChosen(std::int64_t leadId);  // one of those that are like it

 private:
  QWidget* makeHead();
  QWidget* makeLedgerPage();
  QWidget* makeFieldsPage();
  QWidget* makeHistoryPage();
  QWidget* makeAlikePage();
  QWidget* makeViews();
  enum View { Why, Fields, History, Alike, viewCount };
  void showView(View view);

  Theme theme_ = lightTheme();
  QStackedWidget* all_;
  EmptyState* empty_;
  ElidedLabel* title_;
  QWidget* scorePart_;
  ScoreHeader* headline_;
  BandScale* scale_;
  QStackedWidget* pages_;
  ElidedLabel* ledgerCaption_;
  LedgerView* ledger_;
  QLabel* insight_;
  QScrollArea* scroll_;
  QTableWidget* fields_;
  ElidedLabel* origin_;
  Button* whatIf_;
  Button* views_[viewCount];
  QLabel* history_;
  PlainTable* alike_;
  bool hasLedger_ = false;
};

}  // namespace leadlight
