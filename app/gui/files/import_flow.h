#pragma once

#include <QObject>
#include <QStringList>

#include "app/gui/files/preview.h"
#include "app/gui/job.h"
#include "app/gui/session.h"

namespace leadlight {

class PreviewCard;
class ProgressStrip;

// Takes files one after the other from choosing to loading: looks into each, shows it in the card, redoes that when a
// choice changes, and hands it to the session when told so.
class ImportFlow : public QObject {
  Q_OBJECT

 public:
  ImportFlow(Session& session, PreviewCard& card, ProgressStrip& strip, QObject* parent = nullptr);

  void add(const QStringList& files);
  // The file in hand as chosen; the next one follows.
  void load();
  // And all that wait behind it, each as it is proposed.
  void loadAll();
  void discard();
  bool active() const { return !file_.isEmpty(); }
  // Nothing is being read or compared.
  bool settled() const;

 signals:
  void activeChanged(bool active);
  void settledChanged();

 private:
  void next();
  void open(const FileChoices& choices);
  void compare();
  void showPreview(const PreviewPtr& preview);
  void showTick(const Tick& tick);

  Session& session_;
  PreviewCard& card_;
  ProgressStrip& strip_;
  QString file_;  // empty: none in hand
  QStringList waiting_;
  bool all_ = false;  // those that wait are loaded as soon as they were read
};

}  // namespace leadlight
