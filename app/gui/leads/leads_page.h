#pragma once

#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "app/gui/job.h"
#include "app/gui/lead_insight.h"
#include "app/gui/leads/leads_columns.h"
#include "app/gui/leads/leads_detail.h"
#include "app/gui/leads/leads_export.h"
#include "app/gui/leads/leads_layout.h"
#include "app/gui/leads/leads_rows.h"
#include "app/gui/page.h"
#include "app/gui/scoring/scoring_evidence.h"
#include "model/frame/frequency.h"
#include "widgets/table/lead_table.h"

class QAction;
class QLineEdit;
class QMenu;
class QStackedWidget;

namespace leadlight {

class ChipBar;
class ElidedLabel;
class EmptyState;
class FrequencyDialog;

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
  QJsonObject viewState() const override;  // columns, order of the rows
  void restoreViewState(const QJsonObject& state) override;
  void applyTheme(const Theme& theme) override;

  // What the page shows, for whoever drives it.
  LeadTable* table() { return table_; }
  LeadTableModel* model() { return model_; }
  LeadDetail* detail() { return detail_; }
  void exportTo(const QString& file);  // writes what is shown, by the file's ending: .csv, .xlsx, .json, .ndjson
  FrequencyDialog* frequency() { return frequency_; }  // nullptr while none is open
  const ColumnArrangement& arrangement() const { return arrangement_; }
  void arrange(const ColumnArrangement& arrangement);

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
  void takeViewWanted();
  void layOutTable();
  void refreshRows();
  void takeRows(RowsFound found);
  void refreshHeads();
  void refreshChips();
  void refreshWords();
  void refreshColumnsMenu();
  void connectTable();
  void sortBy(int column, bool adds);
  QString orderWords() const;
  void goToColumn(const QString& label);
  void takeUserArrangement();
  void setPinned(int column, bool pinned);
  void setHidden(int column, bool hidden);
  void showHeadMenu(int column, const QPoint& place);
  void showRowMenu(const QPoint& place);
  void filterByBars(int column, int first, int last);
  void openFrequency(int column);
  void countFrequency(int column);
  void choose(std::int64_t leadId);
  void showCurrent(int row);
  void showFields(std::uint32_t frameRow);
  void findInsight(std::uint32_t frameRow);
  void showHistory(std::uint32_t frameRow);
  void refreshExportMenu();
  void askExport(const QString& ending);
  QString exportName(const QString& ending) const;
  ExportStamp stamp();
  void copySelection(CopyFormat format);
  void copyRows(std::vector<std::uint32_t> rows, CopyFormat format, bool hiddenToo);
  void fetchStored(const std::vector<std::int64_t>& leadIds);
  LeadsToWrite leadsToWrite(std::vector<std::uint32_t> rows, bool hiddenToo) const;
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
  ColumnArrangement arrangement_;
  bool exportHidden_ = false;
  std::vector<SortKey> sort_;
  bool sortChosen_ = false;                // by the user
  std::optional<QJsonObject> viewWanted_;  // until the leads it is for are prepared
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
  QMenu* exportMenu_;
  FrequencyDialog* frequency_ = nullptr;
  ElidedLabel* beyond_;
  ElidedLabel* where_;
  QTimer findTimer_;

  // The pool goes after the jobs: its destructor waits for them.
  QThreadPool pool_;
  Job<Prepared> prepareJob_;
  Job<RowsFound> rowsJob_;
  Job<std::vector<std::vector<std::uint64_t>>> headsJob_;
  Job<LeadInsight> insightJob_;
  Job<Frequencies> frequencyJob_;
};

}  // namespace leadlight
