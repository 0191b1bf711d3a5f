#pragma once

#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "app/gui/job.h"
#include "app/gui/lead_insight.h"
#include "app/gui/leads/leads_columns.h"
#include "app/gui/leads/leads_detail.h"
#include "app/gui/leads/leads_export.h"
#include "app/gui/leads/leads_rows.h"
#include "app/gui/page.h"
#include "app/gui/scoring/scoring_evidence.h"
#include "widgets/table/lead_table.h"

class QAction;
class QLineEdit;
class QMenu;
class QStackedWidget;

namespace leadlight {

class ChipBar;
class ElidedLabel;
class EmptyState;

// The table of leads under the filter, with the ledger of the chosen one. Sorting, finding and counting run in workers.
class LeadsPage final : public Page {
  Q_OBJECT

 public:
  explicit LeadsPage(Session& session, QWidget* parent = nullptr);
  ~LeadsPage() override;

  void receive(const QVariant& what) override;  // a lead's id: chooses it
  bool settled() const override;
  QString keys() const override;
  void find() override;
  void applyTheme(const Theme& theme) override;

  // What the page shows, for whoever drives it.
  LeadTable* table() { return table_; }
  LeadTableModel* model() { return model_; }
  LeadDetail* detail() { return detail_; }
  void exportTo(const QString& file);  // writes the shown leads as CSV

 protected:
  void showSnapshot(const SnapshotPtr& snapshot) override;
  void showLinked(const LinkedPtr& linked) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  // What a worker finds out about a snapshot.
  struct Prepared {
    SnapshotPtr snapshot;
    std::shared_ptr<const std::vector<ColumnFigure>> figures;
    EvidencePtr evidence;  // null without a champion
  };
  enum Shown { Table, NoLeads, NoneKept };

  void makeHead();
  QWidget* makeTools();
  void makeEmptyStates();
  void prepare();
  void takePrepared(Prepared prepared);
  void layOutTable();
  void refreshRows();
  void takeRows(RowsFound found);
  void refreshHeads();
  void refreshChips();
  void refreshWords();
  void refreshColumnsMenu();
  void sortBy(int column);
  void goToColumn(const QString& label);
  void showCurrent(int row);
  void showFields(std::uint32_t frameRow);
  void findInsight(std::uint32_t frameRow);
  void askExport();
  void copySelection();
  void copyRows(std::vector<std::uint32_t> rows);
  void fetchStored(const std::vector<std::int64_t>& leadIds);
  LeadsToWrite leadsToWrite(std::vector<std::uint32_t> rows) const;
  RowSet keptRows() const;
  void settle();

  SnapshotPtr snapshot_;  // what the table shows
  SnapshotPtr wanted_;    // what it will show
  LinkedPtr linked_;
  std::shared_ptr<const std::vector<ColumnFigure>> figures_;
  EvidencePtr evidence_;
  LeadColumns columns_;
  std::vector<std::vector<std::uint64_t>> kept_;
  RowSet shownSet_;
  bool showAllColumns_ = false;
  std::set<std::string> hiddenByHand_;
  std::optional<SortKey> sort_;
  bool sortChosen_ = false;  // by the user
  std::optional<std::int64_t> chosenLead_;
  bool modelStale_ = true;

  LeadTableModel* model_;
  LeadTable* table_;
  LeadDetail* detail_;
  QStackedWidget* stack_;
  EmptyState* noLeads_;
  EmptyState* noneKept_;
  ChipBar* chips_;
  QAction* findIcon_;
  QAction* goToIcon_;
  QLineEdit* find_;
  QLineEdit* goTo_;
  Button* hideConstant_;
  Button* undo_;
  Button* redo_;
  Button* columnsButton_;
  Button* export_;
  QMenu* columnsMenu_;
  ElidedLabel* beyond_;
  ElidedLabel* where_;
  QTimer findTimer_;

  // The pool goes after the jobs: its destructor waits for them.
  QThreadPool pool_;
  Job<Prepared> prepareJob_;
  Job<RowsFound> rowsJob_;
  Job<std::vector<std::vector<std::uint64_t>>> headsJob_;
  Job<LeadInsight> insightJob_;
};

}  // namespace leadlight
