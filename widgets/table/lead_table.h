#pragma once

#include <QWidget>
#include <vector>

#include "widgets/table/histogram_header.h"
#include "widgets/theme.h"

class QTableView;

namespace leadlight {

class LeadDelegate;
class LeadTableModel;

// A table of leads with its first columns pinned: two views on one model that scroll, select and hover as one. Passive:
// a click on a head is told, not acted on.
class LeadTable final : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit LeadTable(LeadTableModel* model, QWidget* parent = nullptr);

  void applyTheme(const Theme& theme) override;
  // For each column of the model: its width, whether it is hidden, what its head shows; the first `pinned` stay in
  // place.
  void layOut(const std::vector<int>& widths, const std::vector<bool>& hidden, int pinned);
  void setHeads(const std::vector<HeaderContent>& heads);
  void setScoreRange(double low, double high);
  void setSort(int column, bool descending);  // -1: in no order

  int currentRow() const;       // -1: none
  void setCurrentRow(int row);  // -1: none
  void scrollToTop();
  void scrollToColumn(int column);
  // Model rows that are selected, ascending, as [first, last].
  std::vector<std::pair<int, int>> selectedRows() const;
  std::pair<int, int> visibleRows() const;  // first and last on screen; last < first when there are none
  int columnsBeyond() const;                // columns past the right edge

 signals:
  void headClicked(int column);
  void currentRowChanged(int row);
  void scrolled();
  void copyRequested();
  void opened(int row);  // Return or double click

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void prepare(QTableView* view);
  void hover(int row);

  LeadTableModel* model_;
  QTableView* pinned_;
  QTableView* main_;
  HistogramHeader* pinnedHead_;
  HistogramHeader* mainHead_;
  QWidget* line_;     // between the pinned and the other columns
  QWidget* footing_;  // as high as the horizontal scroll bar
  LeadDelegate* delegate_;
};

}  // namespace leadlight
