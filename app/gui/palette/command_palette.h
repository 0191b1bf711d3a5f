#pragma once

#include <QFrame>
#include <QPointer>
#include <QThreadPool>
#include <functional>

#include "app/gui/job.h"
#include "app/gui/palette/action.h"
#include "app/gui/palette/palette_list.h"
#include "app/gui/palette/palette_search.h"
#include "widgets/theme.h"

class QAction;
class QLineEdit;
class QListView;

namespace leadlight {

class Session;

// Ctrl+K: one field over the window that finds every action, column, value and lead. Actions are there at once; what
// is in the leads is searched in a worker and follows. Up, Down, Enter and Esc are all it needs; a click elsewhere
// closes it.
class CommandPalette : public QFrame, public Themed {
  Q_OBJECT

 public:
  CommandPalette(Session& session, QWidget* window);
  ~CommandPalette() override;

  void open(Actions actions);
  bool settled() const { return !indexJob_.running() && !searchJob_.running(); }
  const PaletteModel& model() const { return *model_; }
  QLineEdit* field() { return field_; }
  void applyTheme(const Theme& theme) override;
  void place();

 signals:
  void columnWanted(const QString& label);
  void leadWanted(qint64 leadId, quint32 row);
  void findWanted(const QString& text);
  void settledChanged();

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void prepare();
  void search();
  void findStored(const QString& query);
  void showFound();
  void addHit(const PaletteHit& hit, std::vector<PaletteEntry>& entries);
  void run(int row);
  void close();
  void move(int by);

  Session& session_;
  Theme theme_ = lightTheme();
  QLineEdit* field_;
  QAction* fieldIcon_;
  QListView* list_;
  PaletteModel* model_;
  PaletteDelegate* delegate_;
  Actions actions_;
  PaletteIndexPtr index_;
  std::vector<PaletteHit> hits_;  // for hitsOf_
  QString hitsOf_;
  QPointer<QWidget> before_;  // had the focus

  // The pool goes after the jobs: its destructor waits for them.
  QThreadPool pool_;
  Job<PaletteIndexPtr> indexJob_;
  Job<std::vector<PaletteHit>> searchJob_;
};

}  // namespace leadlight
