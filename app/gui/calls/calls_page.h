#pragma once

#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "app/gui/calls/calls_table.h"
#include "app/gui/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace leadlight {

class Button;
class Card;
class CellDelegate;
class ChipBar;
class ElidedLabel;
class EmptyState;

// Who should call whom today, and why: the best leads under the filter, dealt out to the people who call.
class CallsPage final : public Page {
  Q_OBJECT

 public:
  explicit CallsPage(Session& session, QWidget* parent = nullptr);

  bool settled() const override;
  QString keys() const override;
  void applyTheme(const Theme& theme) override;

  // What the page shows, for whoever drives it.
  const DealtCalls& list() const { return list_; }
  const std::vector<CallRow>& rows() const { return rows_; }
  CallWish wish() const;
  QTableView* callers() { return callers_; }
  QTableView* calls() { return calls_; }
  void writeBook(const QString& file);
  void writePdfs(const QString& file);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showSnapshot(const SnapshotPtr& snapshot) override;
  void showLinked(const LinkedPtr& linked) override;

 private:
  // What the reader brings back.
  struct Dealt {
    DealtCalls list;
    std::vector<CallRow> rows;
    std::optional<Error> error;
  };
  enum Shown { Lists, NoLeads, NoScores };

  void makeHead();
  QWidget* makeSettings();
  QWidget* makeLists();
  void makeEmptyStates();
  void readSettings();
  void writeSettings() const;
  void deal();
  void take(Dealt dealt);
  void showCallers();
  void fitColumns();
  int whoWidth(int left) const;
  void showCalls(int person);
  void refreshChips();
  QString personName(std::size_t person) const;
  void ask(const QString& title, const QString& ending, void (CallsPage::*write)(const QString&));
  void told(const Result<std::vector<std::filesystem::path>>& files);
  CallPaper paper();

  SnapshotPtr snapshot_;
  LinkedPtr linked_;
  std::vector<std::string> columns_;  // of the rows' values
  DealtCalls list_;
  std::vector<CallRow> rows_;
  std::vector<std::string> people_;  // of list_
  quint64 asked_ = 0;                // counts the deals that were asked for
  quint64 done_ = 0;

  QStackedWidget* stack_;
  EmptyState* noLeads_;
  EmptyState* noScores_;
  ChipBar* chips_;
  QSpinBox* perDay_;
  QSpinBox* team_;
  QLineEdit* names_;
  QSpinBox* days_;
  QComboBox* channel_;
  QLabel* result_;
  QLabel* leftOut_;
  Card* callsCard_;
  CallerModel* callerModel_;
  CallModel* callModel_;
  BandCellDelegate* bandCells_;
  CellDelegate* cells_;
  QTableView* callers_;
  QTableView* calls_;
  Button* export_;
  QTimer dealTimer_;
};

}  // namespace leadlight
