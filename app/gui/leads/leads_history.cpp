#include "app/gui/leads/leads_history.h"

#include <QCoreApplication>
#include <cmath>

#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(LeadHistory)
};

QString whatHappened(const LeadVersion& version) {
  switch (version.kind) {
    case LeadVersion::Kind::Loaded:
      return Words::tr("Came with load %1").arg(version.event);
    case LeadVersion::Kind::Changed:
      return Words::tr("Changed by load %1").arg(version.event);
    case LeadVersion::Kind::Restored:
      return Words::tr("Back to the version before load %1").arg(version.undid.value_or(0));
    case LeadVersion::Kind::Removed:
      break;
  }
  return Words::tr("Removed with load %1").arg(version.undid.value_or(0));
}

QString labelOf(const std::string& column, const LeadColumns& columns) {
  for (const TableColumn& known : columns.columns)
    if (known.name == column) return known.label;
  return QString::fromStdString(column);
}

QString valueWords(const std::string& value) {
  return value.empty() ? unknownText() : QString::fromStdString(value).simplified();
}

}  // namespace

std::vector<HistoryEntry> historyOf(const std::vector<LeadVersion>& versions, const LeadColumns& columns) {
  std::vector<HistoryEntry> entries;
  for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
    HistoryEntry entry{
        whatHappened(*version),
        Words::tr("%1, %2").arg(formatDateTime(QString::fromStdString(version->at)), fileNameOf(version->file)),
        {}};
    if (version->kind == LeadVersion::Kind::Changed || version->kind == LeadVersion::Kind::Restored)
      for (const LeadVersion::Cell& cell : version->cells)
        entry.changes << Words::tr("%1: %2, was %3")
                             .arg(labelOf(cell.column, columns), valueWords(cell.after), valueWords(cell.before));
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::vector<AlikeLead> alikeOf(const LeadInsight& insight, const LeadColumns& columns, const Frame& frame) {
  std::vector<AlikeLead> alike;
  if (!insight.similar) return alike;
  const Column* score = frame.find(scoreColumn);
  for (const PastLead& past : insight.similar->nearest) {
    if (past.row >= frame.rows()) continue;
    alike.push_back({frame.leadIds()[past.row], leadTitle(columns, frame, past.row),
                     formatDecimal(score ? score->number(past.row) : std::nan("")), past.won});
  }
  return alike;
}

}  // namespace leadlight
