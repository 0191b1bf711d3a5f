#pragma once

#include <QFrame>

#include "app/gui/files/load_sum.h"
#include "app/gui/files/preview.h"
#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"
#include "widgets/theme.h"

class QCheckBox;
class QHBoxLayout;
class QStackedWidget;

namespace leadlight {

class DifferencesTable;
class EmptyState;
class Notice;
class OptionsRow;
class PreviewTable;
class QuestionList;
class TextGrid;

// A file before it is loaded: what its columns are and why, its first rows, what loading it would do, what it leaves
// open; with the ways to read it otherwise, to load it, and to let it be.
class PreviewCard : public QFrame, public Themed {
  Q_OBJECT

 public:
  explicit PreviewCard(QWidget* parent = nullptr);

  // The file is being read; `others` more wait behind it.
  void displayReading(const QString& file, int others);
  void display(const PreviewPtr& preview, int others);
  void displayCheck(const LoadReport& check);
  // Names, e-mail addresses and phone numbers are not shown.
  void setMasked(bool masked);
  // Nothing is in hand any more.
  void forget();
  // It cannot be read, or not be loaded so.
  void displayRefusal(const QString& sentence);
  const PreviewPtr& preview() const { return preview_; }  // null while the first one is read
  bool canLoad() const;
  bool remembers() const;
  bool counting() const;  // a preview is shown whose check is not
  void applyTheme(const Theme& theme) override;

 signals:
  void chosen(const leadlight::FileChoices& choices);
  void loadAsked();
  void loadAllAsked();
  void discardAsked();

 private:
  enum class View { Columns, Rows, Changes };
  QWidget* makeHead();
  QWidget* makeOptions();
  QWidget* makeSide();
  void showView(View view, int tab);
  void showTabs();
  void showHead(int others);

  PreviewPtr preview_;
  bool masked_ = false;
  int waiting_ = 0;         // files behind this one
  bool checkable_ = false;  // nothing speaks against loading it
  std::uint64_t changed_ = 0;
  QLabel* icon_;
  ElidedLabel* file_;
  ElidedLabel* facts_;
  Tag* others_;
  Button* discard_;
  Button* loadAll_;
  Button* load_;
  OptionsRow* options_;
  QWidget* optionsHost_;
  Button* tabs_[5];
  QStackedWidget* stack_;
  PreviewTable* columns_;
  TextGrid* rows_;
  DifferencesTable* changes_;
  EmptyState* nothing_;
  QFrame* separator_;
  QWidget* side_;
  QLabel* counting_;
  LoadSum* sum_;
  Notice* notice_;
  QuestionList* questions_;
  QCheckBox* remember_;
};

}  // namespace leadlight
