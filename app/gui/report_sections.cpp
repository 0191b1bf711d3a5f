#include "app/gui/report_sections.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/gui/charts/charts_card.h"
#include "app/gui/shipped_words.h"
#include "widgets/charts/chart_picture.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr std::size_t mostGaps = 25;
constexpr std::size_t mostTerms = 40;
constexpr int chartWidth = 560, chartHeight = 300;

QString utf8(const std::string& text) { return QString::fromStdString(text); }

// The window's own chart, drawn without a window.
void paintOne(ReportPages& pages, const ChartPlan& plan, const LinkedPtr& linked, const LinkedView& view,
              const LinkedView* bands) {
  ChartCard card(plan);
  ChartView& chart = *card.chart();
  chart.setParent(nullptr);
  const bool whole = plan.width == ChartPlan::Width::Full;
  chart.resize(whole ? 2 * chartWidth : chartWidth, chartHeight);
  chart.applyTheme(lightTheme());
  chart.grab();  // takes the size in
  card.display(linked, view, bands);
  ChartCaption caption = card.caption();
  caption.stamp.clear();  // it is at the foot of the page
  pages.picture(chartPictureSize(chart, caption), whole,
                [&](QPainter& painter) { paintChart(painter, chart, caption, lightTheme()); });
  delete &chart;
}

QString rangeOf(const Term& term) {
  const auto [low, high] = term.pointsRange();
  if (!std::isfinite(low) || !std::isfinite(high)) return Words::tr("any");
  const auto text = [](double value) { return formatSigned(value, 1); };
  return low == high ? text(low) : Words::tr("%1 to %2").arg(text(low), text(high));
}

}  // namespace

void paintCharts(ReportPages& pages, const LinkedPtr& linked) {
  const LinkedView* bands = nullptr;
  for (const LinkedView& view : linked->views)
    if (view.spec == ViewSpec{std::string(bandColumn), 20} && !view.all.empty()) bands = &view;
  pages.heading(Words::tr("Charts"), Words::tr("Dark: converted. Faded: filtered out."));
  for (const ChartPlan& plan : planCharts(*linked->snapshot))
    for (const LinkedView& view : linked->views)
      if (view.spec == plan.view) {
        paintOne(pages, plan, linked, view, bands);
        break;
      }
  pages.endPictures();
}

void paintQuality(ReportPages& pages, const Snapshot& snapshot, const std::vector<ColumnGaps>& gaps) {
  std::uint64_t quarantined = 0, loads = 0;
  for (const LoadReport& load : snapshot.loads)
    if (load.status == LoadReport::Status::Loaded) {
      quarantined += load.quarantined;
      ++loads;
    }
  std::vector<ColumnGaps> worst;
  std::size_t columns = 0;
  for (const ColumnGaps& one : gaps) {
    if (one.column == scoreColumn || one.column == bandColumn || one.column == probabilityColumn) continue;
    ++columns;
    if (one.missing() > 0) worst.push_back(one);
  }
  std::stable_sort(worst.begin(), worst.end(),
                   [](const ColumnGaps& a, const ColumnGaps& b) { return a.missing() > b.missing(); });
  pages.heading(Words::tr("Data quality"),
                Words::tr("%1 of %2 columns have gaps, of all %3 leads; rows in quarantine: %4, of %5 loads")
                    .arg(formatCount(worst.size()), formatCount(columns), formatCount(snapshot.frame.rows()),
                         formatCount(quarantined), formatCount(loads)));
  const double rows = static_cast<double>(std::max<std::size_t>(1, snapshot.frame.rows()));
  std::vector<QStringList> lines;
  for (std::size_t i = 0; i < std::min(mostGaps, worst.size()); ++i) {
    const Column* column = snapshot.frame.find(worst[i].column);
    QStringList placeholders;
    for (const auto& [text, count] : worst[i].placeholders) placeholders << utf8(text) + ' ' + formatCount(count);
    lines.push_back({utf8(column ? column->label() : worst[i].column), formatCount(worst[i].absent),
                     placeholders.isEmpty() ? QStringLiteral("–") : placeholders.join(QStringLiteral(", ")),
                     formatPercent(static_cast<double>(worst[i].missing()) / rows)});
  }
  pages.table({{Words::tr("Column"), 3},
               {Words::tr("Blank"), 1, true},
               {Words::tr("Placeholders"), 2.4, true},
               {Words::tr("Unknown"), 1, true}},
              lines);
  if (worst.size() > mostGaps)
    pages.heading({}, Words::tr("and %1 more columns").arg(formatCount(worst.size() - mostGaps)));
}

void paintScorecard(ReportPages& pages, const RegisteredScorecard& card) {
  const Scorecard& scorecard = card.scorecard;
  const Provenance& from = scorecard.provenance;
  QStringList about{versionTitle(card)};
  about << (scorecard.link == Link::Logistic ? Words::tr("the score is a probability in percent")
                                             : Words::tr("the score is the sum of points"));
  if (from.rows > 0) about << Words::tr("learned from %1").arg(formatLeads(from.rows));
  const auto metric = [&](const char* key, const QString& name) {
    if (const auto found = from.metrics.find(key); found != from.metrics.end())
      about << Words::tr("%1 %2").arg(name, formatDecimal(found->second, 3));
  };
  metric("auc", QStringLiteral("AUC"));
  metric("log_loss", Words::tr("log-loss"));
  pages.heading(Words::tr("Scorecard"), about.join(QStringLiteral(" · ")));
  std::vector<QStringList> rows{{Words::tr("Every lead"), {}, formatSigned(scorecard.base, 1)}};
  for (std::size_t i = 0; i < std::min(mostTerms, scorecard.terms.size()); ++i)
    rows.push_back({termTitle(scorecard.name, scorecard.terms[i].name), utf8(scorecard.terms[i].column()),
                    rangeOf(scorecard.terms[i])});
  pages.table({{Words::tr("Term"), 2.4}, {Words::tr("Columns"), 3}, {Words::tr("Points"), 1.4, true}}, rows);
  if (scorecard.terms.size() > mostTerms)
    pages.heading({}, Words::tr("and %1 more terms").arg(formatCount(scorecard.terms.size() - mostTerms)));
}

}  // namespace leadlight
