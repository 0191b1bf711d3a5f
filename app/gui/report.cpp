#include "app/gui/report.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QPdfWriter>
#include <QSaveFile>
#include <QScreen>
#include <QTextStream>
#include <QTimer>
#include <algorithm>

#include "app/gui/charts/charts_plan.h"
#include "app/gui/charts/charts_stamp.h"
#include "app/gui/report_pages.h"
#include "app/gui/report_sections.h"
#include "app/gui/sentences.h"
#include "app/gui/session.h"
#include "model/base/output_file.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Report)
};
QString utf8(const std::string& text) { return QString::fromStdString(text); }

constexpr std::size_t mostRows = 40;

const LinkedView* viewOf(const Linked& linked, std::string_view column) {
  for (const LinkedView& view : linked.views)
    if (view.spec.column == column && !view.kept.empty()) return &view;
  return nullptr;
}

// The column that says where leads come from: a known name, else the first text column with a handful of values.
std::optional<std::string> sourceColumn(const Frame& frame) {
  for (const char* name : {"Lead_Source", "Source", "Lead_Origin"})
    if (const Column* column = frame.find(name)) return column->name();
  for (const Frame::ColumnPtr& column : frame.columns())
    if (column->type() == ColumnType::Text && column->name() != bandColumn && column->dictionary().size() > 3 &&
        column->dictionary().size() <= 60)
      return column->name();
  return std::nullopt;
}

QString valueName(const LinkedView& view, std::size_t group) {
  return group == view.binning.missingGroup() ? Words::tr("Unknown") : utf8(groupName(view.binning, group));
}

QString rateWithInterval(const Group& group) {
  if (group.leads < fewLeads) return Words::tr("%1 of %2").arg(formatCount(group.converted), formatCount(group.leads));
  const Rate rate = group.rate();
  return Words::tr("%1 (%2 to %3)").arg(formatPercent(rate.rate), formatPercent(rate.low), formatPercent(rate.high));
}

// Group numbers that hold leads, largest first for categories.
std::vector<std::size_t> groupsShown(const LinkedView& view) {
  std::vector<std::size_t> groups;
  for (std::size_t i = 0; i < view.kept.size(); ++i)
    if (view.kept[i].leads > 0) groups.push_back(i);
  if (view.binning.kind == Binning::Kind::Category)
    std::stable_sort(groups.begin(), groups.end(),
                     [&](std::size_t a, std::size_t b) { return view.kept[a].leads > view.kept[b].leads; });
  return groups;
}

void paintFigures(ReportPages& pages, const Linked& linked) {
  const Group& kept = linked.kept;
  std::vector<ReportPages::Figure> figures{{Words::tr("Leads"), formatCount(kept.leads), {}}};
  if (linked.snapshot->target) {
    const Rate rate = kept.rate();
    figures.push_back({Words::tr("Converted"), formatCount(kept.converted),
                       Words::tr("target: %1").arg(utf8(linked.snapshot->target->column))});
    figures.push_back({Words::tr("Conversion"), formatPercent(rate.rate),
                       Words::tr("%1 to %2").arg(formatPercent(rate.low), formatPercent(rate.high))});
  }
  if (kept.scored > 0)
    figures.push_back({Words::tr("Mean score"), formatDecimal(kept.meanScore()),
                       Words::tr("%1 scored").arg(formatCount(kept.scored))});
  pages.figures(figures);
}

void paintSources(ReportPages& pages, const Linked& linked, const LinkedView& view) {
  const Column* column = linked.snapshot->frame.find(view.spec.column);
  const bool outcome = linked.snapshot->target.has_value();
  pages.heading(Words::tr("Source performance"),
                (outcome ? Words::tr("Leads by %1, conversion with its 95% interval") : Words::tr("Leads by %1"))
                    .arg(utf8(column->label())));
  const std::vector<std::size_t> groups = groupsShown(view);
  std::vector<QStringList> rows;
  for (std::size_t i = 0; i < std::min(groups.size(), mostRows); ++i) {
    const Group& group = view.kept[groups[i]];
    const QString name = valueName(view, groups[i]);
    QStringList cells{name, formatCount(group.leads)};
    if (outcome) cells << formatCount(group.converted) << rateWithInterval(group);
    rows.push_back(cells << formatDecimal(group.meanScore()));
  }
  std::vector<PrintColumn> columns{{utf8(column->label()), 3}, {Words::tr("Leads"), 1, true}};
  if (outcome) {
    columns.push_back({Words::tr("Converted"), 1, true});
    columns.push_back({Words::tr("Conversion"), 2.6, true});
  }
  columns.push_back({Words::tr("Mean score"), 1.2, true});
  pages.table(columns, rows);
  if (groups.size() > mostRows)
    pages.heading({}, Words::tr("and %1 more values").arg(formatCount(groups.size() - mostRows)));
}

void paintBands(ReportPages& pages, const Linked& linked, const LinkedView& view) {
  pages.heading(Words::tr("Bands"), {});
  std::vector<QStringList> rows;
  for (const Band& band : linked.snapshot->champion->scorecard.bands) {
    Group group;
    for (std::size_t i = 0; i < view.kept.size(); ++i)
      if (groupName(view.binning, i) == band.name) group = view.kept[i];
    const double share =
        linked.kept.leads == 0 ? 0 : static_cast<double>(group.leads) / static_cast<double>(linked.kept.leads);
    rows.push_back({utf8(band.name), std::isinf(band.from) ? QStringLiteral("–") : formatDecimal(band.from, 0),
                    formatCount(group.leads), formatPercent(share)});
    if (linked.snapshot->target) rows.back() << formatCount(group.converted) << rateWithInterval(group);
  }
  std::vector<PrintColumn> columns{{Words::tr("Band"), 1.4},
                                   {Words::tr("From score"), 1, true},
                                   {Words::tr("Leads"), 1, true},
                                   {Words::tr("Share"), 1, true}};
  if (linked.snapshot->target) {
    columns.push_back({Words::tr("Converted"), 1, true});
    columns.push_back({Words::tr("Conversion"), 2.4, true});
  }
  pages.table(columns, rows);
}

void paintLoads(ReportPages& pages, const Snapshot& snapshot) {
  pages.heading(Words::tr("Load history"), Words::tr("every attempt, kept for ever"));
  std::vector<QStringList> rows;
  for (const LoadReport& load : snapshot.loads)
    rows.push_back({QString::number(load.id), fileNameOf(load.file), formatDateTime(utf8(load.startedAt)),
                    statusWord(load.status), formatCount(load.parsed), formatCount(load.fresh),
                    formatCount(load.quarantined)});
  pages.table({{Words::tr("No."), 0.5, true},
               {Words::tr("File"), 3},
               {Words::tr("When"), 2},
               {Words::tr("Result"), 1.1},
               {Words::tr("Rows"), 1, true},
               {Words::tr("New"), 1, true},
               {Words::tr("Rejected"), 1, true}},
              rows);
}

QString subtitleOf(const Snapshot& snapshot) { return Words::tr("Dataset %1").arg(utf8(snapshot.datasetName)); }

int complain(const QString& sentence) {
  QTextStream(stderr) << sentence << '\n';
  return 1;
}

void paintReport(QPagedPaintDevice& device, const LinkedPtr& linked, const std::vector<ColumnGaps>& gaps) {
  const Snapshot& snapshot = *linked->snapshot;
  ReportPages pages(device, stampOf(*linked));
  pages.title(Words::tr("Lead report"), subtitleOf(snapshot) + QStringLiteral(" · ") + stampOf(*linked));
  if (!snapshot.dataset) {
    pages.heading(Words::tr("No leads yet."), {});
    return;
  }
  paintFigures(pages, *linked);
  paintCharts(pages, linked);
  if (const auto source = sourceColumn(snapshot.frame))
    if (const LinkedView* view = viewOf(*linked, *source)) paintSources(pages, *linked, *view);
  if (snapshot.champion) {
    if (const LinkedView* view = viewOf(*linked, bandColumn)) paintBands(pages, *linked, *view);
    paintScorecard(pages, *snapshot.champion);
  }
  paintQuality(pages, snapshot, gaps);
  paintLoads(pages, snapshot);
}

// Paints into memory first, so that a file is written whole or not at all.
bool savePdf(const LinkedPtr& linked, const std::vector<ColumnGaps>& gaps, const QString& name) {
  if (!outputTarget(name.toStdString())) return false;
  QSaveFile file(name);
  if (!file.open(QIODevice::WriteOnly)) return false;
  QPdfWriter writer(&file);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setPageMargins(QMarginsF(16, 16, 16, 14), QPageLayout::Millimeter);
  // In other dots charts would not know how wide their texts get.
  writer.setResolution(qRound(QGuiApplication::primaryScreen()->logicalDotsPerInchY()));
  writer.setTitle(QStringLiteral("Leadlight"));
  writer.setCreator(QStringLiteral("Leadlight " LEADLIGHT_VERSION));
  paintReport(writer, linked, gaps);
  return file.commit();
}

}  // namespace

std::vector<ViewSpec> reportViews(const Snapshot& snapshot) {
  std::vector<ViewSpec> views;
  for (const ChartPlan& plan : planCharts(snapshot)) views.push_back(plan.view);
  if (const auto source = sourceColumn(snapshot.frame)) views.push_back({*source, 20});
  if (snapshot.champion && snapshot.frame.find(bandColumn)) views.push_back({std::string(bandColumn), 20});
  return views;
}

int writeReport(QApplication& app, Session& session, const QString& file) {
  QObject scope;
  bool counting = false;  // what is missing, before the report is painted
  const auto look = [&] {
    if (!session.settled()) return;
    const std::vector<ViewSpec> views = reportViews(*session.snapshot());
    std::vector<ViewSpec> shown;
    for (const LinkedView& view : session.linked()->views) shown.push_back(view.spec);
    if (shown != views) {
      session.setViews(views);
      return;
    }
    if (counting) return;
    counting = true;
    session.read<std::vector<ColumnGaps>>(
        &scope, [snapshot = session.snapshot()](Store&) { return gapsOf(snapshot->frame); },
        [&](const std::vector<ColumnGaps>& gaps) {
          app.exit(savePdf(session.linked(), gaps, file)
                       ? 0
                       : complain(Words::tr("%1 could not be written.").arg(QFileInfo(file).fileName())));
        });
  };
  QObject::connect(&session, &Session::linkedChanged, &scope, look, Qt::QueuedConnection);
  QObject::connect(&session, &Session::busyChanged, &scope, look, Qt::QueuedConnection);
  QObject::connect(&session, &Session::failed, &scope,
                   [&](const Error& error) { app.exit(complain(sentenceOf(error))); });
  QTimer::singleShot(0, &scope, look);
  return app.exec();
}

}  // namespace leadlight
