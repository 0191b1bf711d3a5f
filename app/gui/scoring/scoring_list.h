#pragma once

#include <QListWidget>
#include <string>
#include <vector>

#include "app/gui/scoring/scoring_study.h"
#include "scoring/registry.h"
#include "widgets/theme.h"

namespace leadlight {

// One line of the list.
struct ScorecardEntry {
  QString name;     // "Before contact, version 3"
  QString kind;     // "logistic, 10 terms"
  QString quality;  // "AUC 0.8746", "not evaluated"; always on leads that it had not seen
  QString id;       // the name alone, by which the choice is kept
  qint64 version = 0;
  bool champion = false;
};
// `unseen`: what is known of it on leads that it had not seen, which of hand-written rules are all; may be null, then
// its provenance tells.
ScorecardEntry entryOf(const RegisteredScorecard& registered, const ScoringStudy* unseen);

// The scorecards to choose from: name with a crown for the champion, kind and quality beneath.
class ScorecardList final : public QListWidget, public Themed {
  Q_OBJECT

 public:
  explicit ScorecardList(QWidget* parent = nullptr);
  // Chooses the latest of `wanted`; without it keeps the choice; else chooses the champion, else the first.
  void show(const std::vector<ScorecardEntry>& entries, const std::string& wanted);
  void setEntry(int row, const ScorecardEntry& entry);
  int chosen() const { return currentRow(); }
  void applyTheme(const Theme& theme) override;

 private:
  class Delegate;
  Delegate* delegate_;
};

}  // namespace leadlight
