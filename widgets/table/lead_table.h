#pragma once

#include <QWidget>
#include <vector>

#include "widgets/table/histogram_header.h"
#include "widgets/theme.h"

class QTableView;

namespace leadlight {

class LeadDelegate;
class LeadTableModel;

// How the columns of the model lie: everything is by column of the model.
struct TableLayout {
  std::vector<int> widths;
  std::vector<bool> hidden, pinned;
  std::vector<int> order{};  // all columns from left to right; empty: as in the model
};

// A table of leads with some columns pinned at its left: two views on one model that scroll, select and hover as one.
// Passive: a click on a head is told, not acted on; columns that the user moves or widens are told, too.
class LeadTable final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit LeadTable(LeadTableModel* model, QWidget* parent = nullptr);

  void applyTheme(const Theme& theme) override;
  // REQUIRES: as many as the model has columns
  void layOut(const TableLayout& layout);
  std::vector<int> order() const;  // pinned ones first
  int widthOf(int column) const;   // 0 when hidden
  void setHeads(const std::vector<HeaderContent>& heads);
  void setScoreRange(double low, double high);
  void setSort(const std::vector<HeaderSort>& sort);

  int currentRow() const;     // -1: none
  int currentColumn() const;  // -1: none
  void setCurrentColumn(int column);
  void setCurrentRow(int row);  // -1: none
  void scrollToTop();
  void scrollToColumn(int column);
  // Model rows that are selected, ascending, as [first, last].
  std::vector<std::pair<int, int>> selectedRows() const;
  std::pair<int, int> visibleRows() const;  // first and last wholly on screen; last < first for no rows
  int columnsBeyond() const;                // columns past the right edge

 signals:
  void headClicked(int column, bool adds = false);  // adds: with Shift
  void barsChosen(int column, int first, int last);
  void headMenuWanted(int column, const QPoint& place);
  void rowMenuWanted(const QPoint& place);
  void frequencyWanted(int column);  // the key F
  void arranged();                   // the user moved or widened a column
  void currentRowChanged(int row);
  void scrolled();
  void copyRequested();
  void opened(int row);  // Return or double click

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void prepare(QTableView* view);
  void connectHeads();
  void arrange(QTableView* view, const TableLayout& layout, bool left);
  void fitPinned();
  void hover(int row);

  LeadTableModel* model_;
  QTableView* pinned_;
  QTableView* main_;
  HistogramHeader* pinnedHead_;
  HistogramHeader* mainHead_;
  QWidget* line_;     // between the pinned and the other columns
  QWidget* footing_;  // as high as the horizontal scroll bar
  LeadDelegate* delegate_;
  std::vector<bool> pinnedColumns_;
  bool arranging_ = false;  // by layOut, not by the user
};

}  // namespace leadlight
