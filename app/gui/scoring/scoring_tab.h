#pragma once

#include <QBoxLayout>
#include <map>
#include <optional>

#include "app/gui/scoring/scoring_study.h"
#include "app/gui/snapshot.h"
#include "widgets/kit/card.h"
#include "widgets/kit/labels.h"

class QLabel;

namespace leadlight {

enum class TextRole;
enum class Tone;

// What the scoring page shows: which scorecard, on which leads, and what is known of it so far.
struct ScoringScene {
  SnapshotPtr snapshot;
  std::vector<RegisteredScorecard> scorecards;  // as listed: the latest versions, and the champion if it is older
  int chosen = -1;                              // into scorecards
  EvidencePtr evidence;                         // null while it is worked out, like both studies
  StudyPtr asItStands;
  StudyPtr study;                     // of leads it had not seen when that is known, else asItStands
  std::map<qint64, StudyPtr> unseen;  // by scorecard's id: what was judged on leads it had not seen

  const RegisteredScorecard* scorecard() const {
    return chosen < 0 ? nullptr : &scorecards[static_cast<std::size_t>(chosen)];
  }
};

// A new version of a scorecard, as a tab asks for it.
struct NewVersion {
  Scorecard scorecard;
  bool promote = false;  // make it the champion
};

// One tab of the scoring page. The page tells it what to show; what it wants goes out as signals.
class ScoringTab : public QWidget, public Themed {
  Q_OBJECT

 public:
  using QWidget::QWidget;
  bool hasHeightForWidth() const override { return false; }  // fills its page, see Page
  virtual void show(const ScoringScene& scene) = 0;
  virtual bool settled() const { return true; }
  virtual void setBusy(bool) {}  // the store is being written
  void applyTheme(const Theme& theme) override { theme_ = theme; }

 signals:
  void saveWanted(const leadlight::NewVersion& version, const QString& suggestedReason);
  void promoteWanted(qint64 scorecardId);
  void notified(const QString& sentence);
  void settledChanged();

 protected:
  Theme theme_ = lightTheme();  // for widgets that are made later
};

// Starts the highest band at `from`; bands that would lie above it go, the lowest stays. REQUIRES: two bands or more
void raiseTopBand(Scorecard& scorecard, double from);
// A label that wraps and can be selected.
QLabel* wrappingLabel(TextRole role);
// The head of a tab: a sentence and on what it rests, under one another, with room beside them for what is set.
struct ResultHead {
  Card* card;
  QVBoxLayout* words;
  QHBoxLayout* across;
  QLabel *result, *basis;
};
ResultHead makeResultHead();
// On which leads figures were made: "Judged on leads the scorecard had not seen: 5 folds, n = 9,240".
QString basisSentence(const ScoringStudy& study);
// 0.8746
QString metricText(double value);

}  // namespace leadlight
