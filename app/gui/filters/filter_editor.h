#pragma once

#include <QFrame>
#include <QThreadPool>
#include <optional>
#include <string>

#include "app/gui/filters/filter_entry.h"
#include "app/gui/job.h"
#include "app/gui/session.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace leadlight {

class ChipBar;

// The box under a chip bar in which a filter is typed, with what may come next beneath it. Belongs to a bar for good:
// the bar's "Add filter" opens it empty, a click on a chip opens it with that chip's filter. Enter takes the filter,
// Escape closes. What is wrong is said in words under the text.
class FilterEditor final : public QFrame {
  Q_OBJECT

 public:
  // `page` is what the box lies on; it takes the editor over.
  FilterEditor(ChipBar& bar, Session& session, QWidget* page);
  ~FilterEditor() override;

  void openEmpty();
  void openFor(const QString& key);  // a chip's key
  QLineEdit* edit() { return edit_; }
  QListWidget* list() { return list_; }
  QString error() const;

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void open(const QString& text);
  void follow();
  void countValues(const FilterHint& hint);
  void fillList(const FilterHint& hint);
  void takeOffer(int row);
  void applyText();
  void say(const QString& error);
  bool keyPressed(int key);

  ChipBar& bar_;
  Session& session_;
  QLineEdit* edit_;
  QLabel* error_;
  QListWidget* list_;
  Frame empty_;                        // the snapshot's columns
  std::optional<std::string> edited_;  // the condition that is being edited
  std::vector<FilterOffer> offers_;
  std::size_t from_ = 0;  // what an offer replaces, in bytes of the text
  std::string countedColumn_;
  ValueCounts counts_;
  QThreadPool pool_;
  Job<ValueCounts> countJob_;
};

}  // namespace leadlight
