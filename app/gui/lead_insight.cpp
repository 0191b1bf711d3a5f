#include "app/gui/lead_insight.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/gui/scoring/scoring_words.h"
#include "widgets/charts/chart_text.h"
#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(LeadInsight)
};

}  // namespace

LeadInsight insightOf(const Snapshot& snapshot, const Frame& lead, std::size_t row, const Progress& progress) {
  if (!snapshot.champion) return {};
  Result<LeadInsight> insight = insightOf(snapshot.champion->scorecard, snapshot.frame, snapshot.target,
                                          snapshot.dataset.value_or(Dataset()), lead, row, progress);
  return insight ? *std::move(insight) : LeadInsight{{}, {}, true};  // of a lead that cannot be scored nothing is said
}

QString similarSentence(const LeadInsight& insight) {
  if (!insight.similar) return {};
  if (insight.similar->nearest.empty()) return Words::tr("No past lead has a known outcome.");
  const std::vector<PastLead>& nearest = insight.similar->nearest;
  const auto won = static_cast<std::uint64_t>(
      std::count_if(nearest.begin(), nearest.end(), [](const PastLead& past) { return past.won; }));
  return Words::tr("Of the %1 past leads most like it, %2 converted (%3).")
      .arg(formatCount(nearest.size()), formatCount(won), intervalText(wilson(won, nearest.size())));
}

QString stepSentence(const LeadInsight& insight, const Frame& frame) {
  if (insight.best) return {};
  if (!insight.step) return Words::tr("No three changes would reach the next band.");
  QStringList changes;
  for (const BandStep::Change& change : insight.step->changes) {
    const Column* column = frame.find(change.column);
    const ColumnType type = column ? column->type() : ColumnType::Text;
    changes << Words::tr("%1 to %2")
                   .arg(columnLabel(change.column, frame),
                        change.to.empty() ? unknownText() : canonicalText(change.to, type, false));
  }
  return Words::tr("Band %1 takes %n changes: %2.", nullptr, static_cast<int>(changes.size()))
      .arg(QString::fromStdString(insight.step->band), changes.join(QStringLiteral(", ")));
}

}  // namespace leadlight
