#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "app/gui/charts/charts_models.h"
#include "app/gui/shipped_words.h"
#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChartsKpis)
};

Kpi kpiOf(const QString& caption, const QString& number) {
  Kpi kpi;
  kpi.caption = caption;
  kpi.number = number;
  return kpi;
}

QString ofText(std::uint64_t all) { return Words::tr("of %1").arg(formatCount(all)); }

// "+30.9 pts" and what it is compared with.
void compare(Kpi& kpi, const QString& difference, double value) {
  kpi.noteLead = difference;
  kpi.noteTone = value > 0 ? Tone::Positive : value < 0 ? Tone::Negative : Tone::None;
  kpi.note = Words::tr("against all leads");
}

Kpi leadsKpi(const Linked& linked, bool filtered) {
  Kpi kpi = kpiOf(Words::tr("Leads"), formatCount(linked.kept.leads));
  const auto& dataset = linked.snapshot->dataset;
  if (filtered) {
    kpi.suffix = ofText(linked.all.leads);
    const double share =
        static_cast<double>(linked.kept.leads) / static_cast<double>(std::max<std::uint64_t>(1, linked.all.leads));
    kpi.note = Words::tr("%1 of all leads").arg(formatPercent(share));
  } else if (dataset && dataset->key) {
    const DatasetColumn* key = dataset->find(*dataset->key);
    kpi.note = Words::tr("one row per %1").arg(QString::fromStdString(key ? key->label : *dataset->key));
  } else {
    kpi.note = Words::tr("every row is a lead");
  }
  return kpi;
}

Kpi convertedKpi(const Linked& linked, bool filtered) {
  const Target& target = *linked.snapshot->target;
  Kpi kpi = kpiOf(Words::tr("Converted"), formatCount(linked.kept.converted));
  if (filtered) kpi.suffix = ofText(linked.all.converted);
  QString value = target.positives.empty() ? QString() : QString::fromStdString(target.positives.front());
  if (const Column* column = linked.snapshot->frame.find(target.column); column && column->type() == ColumnType::Text) {
    for (const std::string& positive : target.positives)
      if (column->codeOf(positive)) {
        value = QString::fromStdString(positive);
        break;
      }
  }
  kpi.note = Words::tr("target: %1 = %2").arg(QString::fromStdString(target.column), value);
  return kpi;
}

Kpi conversionKpi(const Linked& linked, bool filtered) {
  const Group& kept = linked.kept;
  Kpi kpi = kpiOf(Words::tr("Conversion"), shareText(kept));
  if (kept.leads < fewLeads) {
    kpi.few = true;
    kpi.number = Words::tr("%1 of %2").arg(formatCount(kept.converted), formatCount(kept.leads));
    kpi.note = Words::tr("too few for a rate");
    return kpi;
  }
  const double difference = kept.rate().rate - linked.all.rate().rate;
  if (filtered)
    compare(kpi, formatPoints(difference), difference);
  else
    kpi.note = Words::tr("95%: %1").arg(intervalText(kept.rate()));
  return kpi;
}

Kpi scoreKpi(const Linked& linked, bool filtered) {
  const Snapshot& snapshot = *linked.snapshot;
  Kpi kpi = kpiOf(Words::tr("Mean score"), formatDecimal(linked.kept.meanScore()));
  const bool difference = filtered && linked.kept.scored > 0;
  if (difference) {
    const double change = linked.kept.meanScore() - linked.all.meanScore();
    compare(kpi, formatSigned(change, 1), change);
  } else {
    kpi.note = Words::tr("by %1 v%2")
                   .arg(scorecardTitle(snapshot.champion->scorecard.name))
                   .arg(snapshot.champion->stored.version);
    kpi.noteShort = Words::tr("by the champion");
  }
  return kpi;
}

}  // namespace

std::vector<KpiModel> kpiModels(const Linked& linked, const LinkedView* bands) {
  std::vector<KpiModel> result;
  const Snapshot& snapshot = *linked.snapshot;
  const bool filtered = !linked.conditions.empty(), target = snapshot.target.has_value();
  result.push_back({KpiKind::Leads, leadsKpi(linked, filtered)});
  if (target) {
    result.push_back({KpiKind::Converted, convertedKpi(linked, filtered)});
    result.push_back({KpiKind::Conversion, conversionKpi(linked, filtered)});
  }
  if (!snapshot.champion || linked.all.scored == 0) return result;
  result.push_back({KpiKind::MeanScore, scoreKpi(linked, filtered)});
  const std::vector<BandMark> marks = bandMarks(snapshot, bands);
  if (marks.empty()) return result;
  const BandMark& best = marks.front();
  const auto share =
      static_cast<double>(best.kept.leads) / static_cast<double>(std::max<std::uint64_t>(1, linked.kept.leads));
  Kpi hot = kpiOf(Words::tr("Band %1").arg(best.name), formatCount(best.kept.leads));
  hot.note = best.kept.leads == 0 ? Words::tr("no leads")
             : target             ? Words::tr("%1 convert").arg(shareText(best.kept))
                                  : Words::tr("%1 of these leads").arg(formatPercent(share));
  hot.band = best.name;
  hot.bandCount = marks.size();
  result.push_back({KpiKind::BestBand, hot});
  if (target) {
    Kpi win =
        kpiOf(Words::tr("Still to win in band %1").arg(best.name), formatCount(best.kept.leads - best.kept.converted));
    win.note = Words::tr("Open in Leads");
    win.link = true;
    result.push_back({KpiKind::ToWin, win});
  }
  return result;
}

}  // namespace leadlight
