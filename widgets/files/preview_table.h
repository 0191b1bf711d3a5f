#pragma once

#include <QString>
#include <QStringList>
#include <QTableView>
#include <cstdint>
#include <optional>
#include <vector>

#include "widgets/kit/cell_delegate.h"
#include "widgets/kit/table_model.h"

namespace leadlight {

// One column of a file that is looked at before it is loaded, in words.
struct PreviewColumn {
  QString name;   // what the signals carry
  QString label;  // as in the file
  bool key = false, target = false, afterContact = false;
  bool markable = false;  // may be marked as written after contact
  bool constant = false;  // one value, or none, in every row
  QString kind;           // "Category"
  QStringList types;      // those it may be read as
  int type = 0;           // of `types`
  QString evidence;       // one line
  QString details;        // everything that was counted, for the tool tip
  bool question = false;  // the evidence is a warning
  std::uint64_t missing = 0, distinct = 0;
  double missingShare = 0;  // 0 to 1
  bool operator==(const PreviewColumn&) const = default;
};

// What a file's columns are and why: one line per column. Its type, and whether it was written after
// contact, is chosen from a menu (click, or Space on the line).
class PreviewTable : public QTableView, public Themed {
  Q_OBJECT

 public:
  enum class Shown { All, ToCheck, Constant };

  explicit PreviewTable(QWidget* parent = nullptr);
  // Keeps the current column and the place where the table was scrolled to.
  void display(std::vector<PreviewColumn> columns);
  void setShown(Shown shown);
  // How many columns setShown(shown) would show.
  int count(Shown shown) const;
  void applyTheme(const Theme& theme) override;

 signals:
  void typeChosen(const QString& column, int type);
  void afterContactMarked(const QString& column, bool after);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  static std::vector<TableModel<PreviewColumn>::Column> columns();
  static bool shows(const PreviewColumn& column, Shown shown);
  void fill();
  void openMenu(const QModelIndex& index);

  std::vector<PreviewColumn> all_;
  Shown shown_ = Shown::All;
  TableModel<PreviewColumn> model_;
  CellDelegate delegate_;
};

}  // namespace leadlight
