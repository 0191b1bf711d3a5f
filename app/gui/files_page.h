#pragma once

#include <QList>
#include <QUrl>

#include "app/gui/page.h"

class QStackedWidget;

namespace leadlight {

class DropZone;
class EmptyState;
class LoadDetails;
class LoadHistory;
class ProgressStrip;

// Bringing lead files in, and what became of each: drop zone, progress, one load in full, and every attempt.
class FilesPage : public Page {
  Q_OBJECT

 public:
  explicit FilesPage(Session& session, QWidget* parent = nullptr);

  // The window passes on what is dragged over it.
  void dragOver(const QList<QUrl>& urls);
  void dragLeft();
  void drop(const QList<QUrl>& urls);
  void chooseFiles();
  QString keys() const override;

 protected:
  void showSnapshot(const SnapshotPtr& snapshot) override;

 private:
  void makeProgress();
  void makeLoads();
  void showProgress(const TaskProgress& progress);
  void showBusy(bool busy);
  void readQuarantine(qint64 loadId);
  void exportQuarantine();

  DropZone* zone_;
  ProgressStrip* strip_;
  QStackedWidget* stack_;
  EmptyState* empty_;
  LoadDetails* details_;
  LoadHistory* history_;
  bool stopping_ = false;
};

// The files among `urls` that can be lead files, by name; `refused` gets the first that cannot.
QStringList leadFilesOf(const QList<QUrl>& urls, QString* refused);

}  // namespace leadlight
