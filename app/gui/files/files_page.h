#pragma once

#include <QList>
#include <QUrl>

#include "app/gui/page.h"

class QStackedWidget;

namespace leadlight {

class DropZone;
class Button;
class Card;
class EmptyState;
class ImportFlow;
class LoadDetails;
class LoadHistory;
class PreviewCard;
class ProgressStrip;
class SnapshotDialog;
class WatchStrip;

// Bringing lead files in, and what became of each: drop zone, the preview of a file before it is loaded, progress, one
// load in full, and every attempt.
class FilesPage : public Page {
  Q_OBJECT

 public:
  explicit FilesPage(Session& session, QWidget* parent = nullptr);

  // The window passes on what is dragged over it.
  void dragOver(const QList<QUrl>& urls);
  void dragLeft();
  void drop(const QList<QUrl>& urls);
  void chooseFiles();
  // Shows what the files are before anything of them is stored.
  void preview(const QStringList& files);
  QString keys() const override;
  bool settled() const override;

 protected:
  void showSnapshot(const SnapshotPtr& snapshot) override;

 private:
  void makeProgress();
  void makeLoads();
  void makePreview();
  void makeWatch();
  void showParts();
  void showProgress(const TaskProgress& progress);
  void showBusy(bool busy);
  void readQuarantine(qint64 loadId);
  void exportQuarantine();
  void chooseWatchedFolder();
  void showWatch();
  void openSnapshots();
  void listSnapshots(SnapshotDialog* dialog);

  DropZone* zone_;
  Button* watchButton_;
  WatchStrip* watch_;
  ProgressStrip* strip_;
  QStackedWidget* stack_;
  EmptyState* empty_;
  QStackedWidget* upper_;
  PreviewCard* preview_;
  ImportFlow* import_;
  LoadDetails* details_;
  Card* historyCard_;
  LoadHistory* history_;
  bool stopping_ = false;
};

// The files among `urls` that can be lead files, by name; `refused` gets the first that cannot.
QStringList leadFilesOf(const QList<QUrl>& urls, QString* refused);

}  // namespace leadlight
