#include <QCoreApplication>
#include <cmath>

#include "app/gui/charts/charts_card.h"
#include "app/gui/charts/charts_stamp.h"
#include "app/gui/shipped_words.h"
#include "model/frame/lead_dates.h"
#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChartCard)
};

QString countOf(const Linked& linked, const LinkedView& view) {
  std::uint64_t passing = 0;
  for (const Group& group : view.groups) passing += group.leads;
  const QString all = formatCount(linked.all.leads);
  QString count = passing == linked.all.leads ? Words::tr("n = %1").arg(all)
                                              : Words::tr("n = %1 of %2").arg(formatCount(passing), all);
  return count.replace(QLatin1Char(' '), QChar(QChar::Nbsp));  // stays in one line
}

// "75, 50 and 25"
QString bandEdges(const std::vector<BandMark>& bands) {
  QStringList edges;
  for (const BandMark& band : bands)
    if (std::isfinite(band.from)) edges << numberText(band.from);
  if (edges.size() < 2) return edges.join(QString());
  const QString last = edges.takeLast();
  return Words::tr("%1 and %2").arg(edges.join(QStringLiteral(", ")), last);
}

QString periodWord(Binning::Period period) {
  switch (period) {
    case Binning::Period::Day:
      return Words::tr("Leads per day");
    case Binning::Period::Week:
      return Words::tr("Leads per week");
    case Binning::Period::Month:
      return Words::tr("Leads per month");
    case Binning::Period::Year:
      break;
  }
  return Words::tr("Leads per year");
}

QString labelOf(const Column* column, const std::string& name) {
  return QString::fromStdString(column && !column->label().empty() ? column->label() : name);
}

// From which date to which.
QString daysWords(const Frame& frame) {
  const LeadDates dates = leadDates(frame);
  const Column* to = dates.converted ? dates.converted : dates.modified;
  if (!dates.created || !to) return Words::tr("Days");
  return Words::tr("Days from %1 to %2, converted leads").arg(labelOf(dates.created, {}), labelOf(to, {}));
}

// How stages came by their order, when nobody chose it.
QString orderWords(StageRows::From from) {
  switch (from) {
    case StageRows::From::Names:
      return ChartCard::tr(", order guessed by name");
    case StageRows::From::Size:
      return ChartCard::tr(", largest first");
    case StageRows::From::Person:
      break;
  }
  return {};
}

}  // namespace

void ChartCard::displayWords(const Linked& linked, const LinkedView& view) {
  setSubtitle(subtitleOf(linked, view), plan_.afterContact ? Tone::Warning : Tone::None);
  if (!filtered_) return setMark({});
  if (choice_ && !choice_->range && !heat_) {
    const int count = static_cast<int>(choice_->values.size() + (choice_->missing ? 1 : 0));
    setMark(choice_->excluded ? tr("%n left out", nullptr, count) : tr("%n chosen", nullptr, count));
  } else {
    setMark(choice_ && choice_->range ? tr("range") : tr("filter"));
  }
}

QString ChartCard::subtitleOf(const Linked& linked, const LinkedView& view) const {
  const QString n = countOf(linked, view);
  const auto with = [&](const QString& words) { return words + orderWords(stagesFrom_) + QStringLiteral(", ") + n; };
  if (plan_.afterContact) return with(tr("Written after contact"));
  const Column* column = linked.snapshot->frame.find(plan_.view.column);
  switch (plan_.kind) {
    case ChartPlan::Kind::Source:
      if (!context_.outcome) return with(tr("Leads by %1").arg(labelOf(column, plan_.view.column)));
      return with(tr("Leads, and conversion with its 95% interval, by %1").arg(labelOf(column, plan_.view.column)));
    case ChartPlan::Kind::Shares:
    case ChartPlan::Kind::Bands:
      return with(tr("Hollow: fewer than %1 leads").arg(fewLeads));
    case ChartPlan::Kind::Score: {
      const RegisteredScorecard& card = *linked.snapshot->champion;
      const QString name = versionTitle(card);
      const QString edges = bandEdges(bandMarks(*linked.snapshot, nullptr));
      if (edges.isEmpty()) return with(name);
      return with(context_.outcome ? tr("%1, bands at %2, solid: converted").arg(name, edges)
                                   : tr("%1, bands at %2").arg(name, edges));
    }
    case ChartPlan::Kind::Number: {
      if (plan_.view.column == daysToConvertColumn) return with(daysWords(linked.snapshot->frame));
      const auto& edges = binning_.edges;
      if (edges.size() < 3 || eachValue_) return n;
      return with(tr("Leads in steps of %1").arg(numberText(edges[2] - edges[1])));
    }
    case ChartPlan::Kind::Time:
      return with(periodWord(binning_.period));
    case ChartPlan::Kind::Funnel:
      return with(tr("Leads at this stage or further"));
    case ChartPlan::Kind::Table:
      return with(context_.outcome ? tr("Conversion and leads, grey: fewer than %1").arg(fewLeads) : tr("Leads"));
    case ChartPlan::Kind::Values:
    case ChartPlan::Kind::Bars:
      break;
  }
  return n;
}

ChartCaption ChartCard::caption() const {
  ChartCaption caption{plan_.title, {}, {}};
  if (!shown_) return caption;
  for (const LinkedView& view : shown_->views)
    if (view.spec == plan_.view) caption.subtitle = subtitleOf(*shown_, view);
  caption.stamp = stampOf(*shown_);
  return caption;
}

}  // namespace leadlight
