#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>

#include "app/gui/charts/charts_choice.h"
#include "app/gui/charts/charts_layout.h"
#include "app/gui/charts/charts_models.h"
#include "app/gui/charts/charts_sheet.h"
#include "app/gui/charts/charts_tables.h"
#include "app/gui/filters/condition_chips.h"
#include "app/gui/filters/filter_entry.h"
#include "app/gui/linker.h"
#include "charts_leads.h"

namespace leadlight {
namespace {

constexpr double open = std::numeric_limits<double>::quiet_NaN();
const std::string data = LEADLIGHT_SHARED "/data/";

SnapshotPtr enquiries() {
  return std::make_shared<Snapshot>(testing::snapshotOfFile(data + "x-education/Leads.csv", ',', {"Converted", {"1"}},
                                                            LEADLIGHT_SOURCE
                                                            "/resources/scorecards/x-education-rules.json"));
}

std::vector<std::string> columnsOf(const std::vector<ChartPlan>& plans) {
  std::vector<std::string> columns;
  for (const ChartPlan& plan : plans) columns.push_back(plan.view.column);
  return columns;
}

// Leads with these stages, "" for none.
SnapshotPtr snapshotOf(const std::vector<std::string>& stages) {
  Snapshot made;
  TextColumnBuilder stage;
  for (const std::string& text : stages) stage.append(text);
  std::vector<std::int64_t> ids(stages.size());
  std::iota(ids.begin(), ids.end(), 1);
  made.frame = Frame(ids, {std::make_shared<const Column>(std::move(stage).finish("Stage", "Stage", {}))});
  return std::make_shared<const Snapshot>(made);
}

StageRows stagesOf(const std::vector<std::string>& stages, const StageOrder& order) {
  ChartPlan plan;
  plan.kind = ChartPlan::Kind::Funnel;
  plan.view.column = "Stage";
  plan.stages = order;
  const Linked linked = testing::linkedPlainly(snapshotOf(stages), {plan.view}, {});
  return stageRows(plan, linked, linked.views[0], std::nullopt);
}

QStringList namesOf(const StageRows& rows) {
  QStringList names;
  for (const ChartItem& item : rows.model.items) names << item.name;
  return names;
}

}  // namespace

class ChartsModelsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void choicesAndConditionsSayTheSame() {
    const std::vector<Choice> choices = {{{"Google"}, false, {}},
                                         {{"Google", "it's, \"odd\""}, true, {}},
                                         {{}, true, {}},
                                         {{}, false, ChartRange{600, 2300}},
                                         {{}, false, ChartRange{-0.5, 0.25}}};
    for (const Choice& choice : choices) {
      const auto condition = conditionOf("Column", choice, false);
      QVERIFY(condition);
      QVERIFY(choiceOf(*condition) == choice);
      const auto read = parseFilter(condition->text());
      QVERIFY(read && choiceOf(*read) == choice);
    }
    const auto above = conditionOf("Column", {{}, false, ChartRange{600, open}}, false);
    QVERIFY(above && choiceOf(*above)->range->from == 600 && std::isnan(choiceOf(*above)->range->below));
    QVERIFY(!conditionOf("Column", {}, false));
    QVERIFY(!conditionOf("Column", {{}, false, ChartRange{open, open}}, false));
  }

  void datesBecomeIsoTextAndComeBack() {
    const auto condition = conditionOf("Created_On", {{}, false, ChartRange{1467331200, 1470009600}}, true);
    QVERIFY(condition);
    QCOMPARE(QString::fromStdString(condition->text()),
             QStringLiteral("Created_On >= '2016-07-01' and Created_On < '2016-08-01'"));
    QVERIFY(choiceOf(*condition)->range == (ChartRange{1467331200, 1470009600}));
  }

  void otherShapesAreNoChoiceYetHaveAChip() {
    const Snapshot none;
    const auto contains = parseFilter("Tags ~ 'call'"), two = parseFilter("a = 1 and b = 2"),
               excluded = parseFilter("not (City in ('Mumbai'))");
    QVERIFY(contains && two && excluded);
    QVERIFY(!choiceOf(*contains) && !choiceOf(*two));
    QCOMPARE(chipOf(*contains, none).value, QString::fromStdString(contains->text()));
    QVERIFY(chipOf(*excluded, none).excluded);
    QCOMPARE(chipOf(*excluded, none).value, QStringLiteral("Mumbai"));
  }

  void valuesThatAreLeftOutAreAChoiceTheyComeBackFrom() {
    const Choice left{{"Mumbai", "Pune"}, true, {}, true};
    const auto condition = conditionOf("City", left, false);
    QVERIFY(condition && condition->kind == Filter::Kind::Not);
    QVERIFY(choiceOf(*condition) == left);
    QVERIFY(choiceOf(*parseFilter(condition->text())) == left);
  }

  // A layout survives its text; charts of absent columns are left out.
  void layoutsComeBackFromTheirText() {
    const SnapshotPtr leads = enquiries();
    if (leads->frame.rows() == 0) QSKIP("no lead file here");
    std::vector<ChartPlan> plans = planCharts(*leads);
    plans[0].order = BarOrder::Conversion;
    plans[0].top = 20;
    plans[1].width = ChartPlan::Width::Full;
    plans.push_back(
        *completed(chartOf(*leads->frame.find("Lead_Origin"), ChartPlan::Measure::Mean, "TotalVisits"), *leads));
    const auto again = layoutOf(layoutText(plans), *leads);
    QVERIFY(again);
    QVERIFY(*again == plans);
    QVERIFY(layoutOf(layoutText(plans), Snapshot())->empty());
    QVERIFY(!layoutOf("no layout", *leads));
  }

  // Means and sums of a number by category, against a plain loop.
  void valueChartsShowMeansThatAPlainLoopGives() {
    const SnapshotPtr leads = enquiries();
    if (leads->frame.rows() == 0) QSKIP("no lead file here");
    const Column &origin = *leads->frame.find("Lead_Origin"), &visits = *leads->frame.find("TotalVisits");
    const ChartPlan plan = *completed(chartOf(origin, ChartPlan::Measure::Mean, "TotalVisits"), *leads);
    Linker linker;
    const Filter some = Filter::in("Lead_Source", {"Google"});
    const LinkedPtr linked = linker.link(leads, {plan.view}, {{"Lead_Source", some}});
    const ValueRows rows = valueRows(plan, *linked, linked->views[0], std::nullopt);
    const RowSet kept = *apply(some, leads->frame);
    QVERIFY(rows.model.items.size() > 2);
    for (std::size_t i = 0; i < rows.model.items.size(); ++i) {
      double sum = 0;
      int count = 0;
      kept.forEach([&](std::size_t row) {
        if (origin.textAt(row) != rows.model.items[i].name.toStdString() || visits.isMissing(row)) return;
        sum += visits.number(row);
        ++count;
      });
      if (count == 0)
        QVERIFY(std::isnan(rows.model.values[i]));
      else
        QVERIFY(std::abs(rows.model.values[i] - sum / count) < 1e-9);
    }
  }

  // Nearly all leads of a well learned scorecard lie at the ends, where the bands are narrow.
  void noBinOfScoresBelongsToTwoBands() {
    Snapshot made;
    std::vector<double> scores;
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 400; ++i) {
      scores.push_back(i % 2 == 0 ? 0.01 * i : 96 + 0.01 * i);
      ids.push_back(i + 1);
    }
    const auto column = std::make_shared<const Column>(Column::decimals(std::string(scoreColumn), "Score", scores));
    made.frame = Frame(ids, {column});
    Scorecard scorecard;
    scorecard.bands = {{"A", 99.7}, {"B", 92}, {"C", 2.34}, {"D", -std::numeric_limits<double>::infinity()}};
    made.champion = RegisteredScorecard{{}, scorecard};
    const auto snapshot = std::make_shared<const Snapshot>(made);
    ChartPlan plan;
    plan.kind = ChartPlan::Kind::Score;
    plan.view = {std::string(scoreColumn), 20};
    Linker linker;
    const LinkedPtr linked = linker.link(snapshot, {plan.view}, {});
    const HistogramModel model = histogramModel(plan, *linked, linked->views[0], std::nullopt);
    std::map<std::string, std::uint64_t> binned, scored;
    for (std::size_t bin = 0; bin < model.items.size(); ++bin) {
      const std::string low = scorecard.bandOf(model.edges[bin]);
      QCOMPARE(scorecard.bandOf(std::nextafter(model.edges[bin + 1], 0)), low);
      binned[low] += model.items[bin].all.leads;
    }
    for (const double score : scores) ++scored[scorecard.bandOf(score)];
    QVERIFY(binned == scored);
  }

  void stagesStandInTheirOrderAndCountThoseFurtherOn() {
    const StageRows rows = stagesOf({"Won", "Lost", "New", "Qualified", "Won", "New", "New", "Contacted"}, {});
    std::vector<std::uint64_t> reached;
    for (const ChartItem& item : rows.model.reached) reached.push_back(item.all.leads);
    QCOMPARE(namesOf(rows), (QStringList{"New", "Contacted", "Qualified", "Won", "Lost"}));
    QCOMPARE(reached, (std::vector<std::uint64_t>{7, 4, 3, 2, 1}));
    QVERIFY(rows.model.outside.back() && !rows.model.outside.front());
    QVERIFY(rows.from == StageRows::From::Names);
    QVERIFY((rows.order == StageOrder{{"New", "Contacted", "Qualified", "Won"}, {"Lost"}}));
  }

  void aPersonsOrderOfStagesComesBeforeTheirNames() {
    const std::vector<std::string> leads = {"Won", "Lost", "New", "Qualified", "Won", "New", "New", "Demo", "Demo"};
    const StageRows rows = stagesOf(leads, {{"Won", "New"}, {"Demo"}});
    // A stage that came later stands behind the chosen ones, unless its name says that it is no step.
    QCOMPARE(namesOf(rows), (QStringList{"Won", "New", "Qualified", "Demo", "Lost"}));
    QCOMPARE(rows.model.outside, (std::vector<bool>{false, false, false, true, true}));
    QCOMPARE(rows.model.reached[0].all.leads, std::uint64_t{6});
    QVERIFY(rows.from == StageRows::From::Person);
  }

  void stagesWhoseNamesTellNothingFallByTheirLeads() {
    const StageRows rows = stagesOf({"Lost", "Lost", "Lost", "Alpha", "Beta", "Beta", "", ""}, {});
    QCOMPARE(namesOf(rows), (QStringList{"Beta", "Alpha", "Lost", "Unknown"}));
    QVERIFY(rows.from == StageRows::From::Size);
    QVERIFY((rows.order == StageOrder{{"Beta", "Alpha"}, {"Lost"}}));
  }

  void aStageBeforeAnyCallIsTheFirstAndNotLost() {
    const StageRows rows = stagesOf({"Not Interested", "Not Called", "Qualified", "Unreachable"}, {});
    QVERIFY((rows.order == StageOrder{{"Not Called", "Unreachable", "Qualified"}, {"Not Interested"}}));
  }

  void wholeNumbersStandInEvenStepsAlsoWhereNoLeadHasOne() {
    Snapshot made;
    made.frame = Frame({1, 2, 3}, {std::make_shared<const Column>(Column::integers("Visits", "Visits", {0, 1, 4}))});
    ChartPlan plan;
    plan.kind = ChartPlan::Kind::Number;
    plan.view.column = "Visits";
    const Linked linked = testing::linkedPlainly(std::make_shared<const Snapshot>(made), {plan.view}, {});
    const HistogramModel model = histogramModel(plan, linked, linked.views[0], std::nullopt);
    QCOMPARE(model.edges, (std::vector<double>{0, 1, 2, 3, 4, 5}));
    const std::uint64_t leads[] = {1, 1, 0, 0, 1};
    for (std::size_t i = 0; i < 5; ++i) {
      QCOMPARE(model.items[i].name, QString::number(i));
      QCOMPARE(model.items[i].all.leads, leads[i]);
    }
    const ValueRows rows = valueRows(plan, linked, linked.views[0], std::nullopt);
    QCOMPARE(rows.groups, (std::vector<std::vector<std::size_t>>{{0}, {1}, {2}}));
  }

  void anOrderOfStagesIsKeptWithTheLayout() {
    ChartPlan plan;
    plan.kind = ChartPlan::Kind::Funnel;
    plan.view.column = "Stage";
    plan.stages = {{"Won", "New, \"really\""}, {"Łost"}};
    const auto read = layoutOf(layoutText({plan}), *snapshotOf({"Won", "New", "Lost"}));
    QVERIFY(read && read->size() == 1);
    QVERIFY(read->front().stages == plan.stages);
    plan.stages = {};
    QVERIFY(!layoutText({plan}).contains("stages"));
  }

  void aTypedFilterBecomesAConditionPerColumn() {
    const SnapshotPtr leads = enquiries();
    if (leads->frame.rows() == 0) QSKIP("no lead file here");
    const Frame empty = emptyLike(leads->frame);
    const auto two = filterChanges("lead_source = 'Google' and TotalVisits >= 3", empty, {}, std::nullopt);
    QVERIFY(two);
    QCOMPARE(two->size(), std::size_t{2});
    QCOMPARE((*two)[0].first, std::string("Lead_Source"));
    QVERIFY((*two)[1].second == parseFilter("TotalVisits >= 3").operator*());
    const FilterHistory::Conditions now = {{"TotalVisits", *parseFilter("TotalVisits < 9")}};
    QVERIFY(filterChanges("TotalVisits >= 3", empty, now, std::nullopt)->front().second ==
            *parseFilter("TotalVisits < 9 and TotalVisits >= 3"));
    const auto edited = filterChanges("Lead_Source = 'Google'", empty, now, "TotalVisits");
    QVERIFY(!(*edited)[0].second && (*edited)[0].first == "TotalVisits");
    QCOMPARE(filterSentence(filterChanges("TotalVisits >= ", empty, {}, std::nullopt).error()),
             QStringLiteral("At character 16: a value is missing here."));
    QCOMPARE(filterSentence(filterChanges("TotalVisits >= 'many'", empty, {}, std::nullopt).error()),
             QStringLiteral("TotalVisits holds numbers, and many is none."));
    QVERIFY(!filterChanges("Nothing = 1", empty, {}, std::nullopt));
  }

  void aSheetIsSafeForSpreadsheetsAndStamped() {
    const QTemporaryDir folder;
    std::vector<ChartItem> items{{QStringLiteral("=1+1"), {10, 4}, {5, 2}, {5, 2}, false}};
    ChartContext context;
    QVERIFY(saveSheet(sheetOf(items, context, false), QStringLiteral("9 leads, no filter"), folder.filePath("a.csv")));
    QFile file(folder.filePath("a.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(!text.contains("\n=1+1"));
    QVERIFY(text.contains("10,5,2,40,"));
    QVERIFY(text.contains("9 leads"));
  }

  void longChoicesAreCutInTheirChip() {
    const Snapshot none;
    const auto condition = conditionOf("Lead_Source", {{"a", "b", "c", "d"}, true, {}}, false);
    QCOMPARE(chipOf(*condition, none).value, QStringLiteral("a, b and 3 more"));
  }

  void aLeadFileGetsItsOwnCharts() {
    const SnapshotPtr leads = enquiries();
    if (leads->frame.rows() == 0) QSKIP("no lead file here");
    QCOMPARE(columnsOf(planCharts(*leads)),
             (std::vector<std::string>{"Lead_Source", "score", "Last_Activity", "What_is_your_current_occupation",
                                       "Total_Time_Spent_on_Website", "band", "Lead_Source"}));
  }

  void anyFileGetsChartsThatSuitIt() {
    const auto bank = testing::snapshotOfFile(data + "bank-marketing/bank.csv", ';', {"y", {"yes"}});
    if (bank.frame.rows() == 0) QSKIP("no bank file here");
    const auto plans = planCharts(bank);
    QVERIFY(plans.size() >= 5);
    QCOMPARE(plans.front().view.column, std::string("job"));
    for (const ChartPlan& plan : plans) QVERIFY(plan.view.column != "y" && plan.kind != ChartPlan::Kind::Score);
    QVERIFY(planCharts(Snapshot()).empty());
  }

  // Two unlike ways to the same figures: rows of the chart, and the lead file counted by the filter's own text.
  void rowsHaveTheFiguresThatFiltersCount() {
    const SnapshotPtr leads = enquiries();
    if (leads->frame.rows() == 0) QSKIP("no lead file here");
    const ChartPlan plan = planCharts(*leads).front();
    const std::vector<Filter> conditions = {Filter::range("Total_Time_Spent_on_Website", "600", std::nullopt)};
    const Linked linked = testing::linkedPlainly(leads, {plan.view}, conditions);
    const CategoryRows rows = categoryRows(plan, linked, linked.views[0], std::nullopt);
    QCOMPARE(rows.model.items.size(), std::size_t{10});
    QCOMPARE(rows.model.items[0].name, QStringLiteral("Google"));
    QCOMPARE(rows.model.items[0].all.leads, std::uint64_t{2868});
    QCOMPARE(rows.model.items[0].passing.leads, std::uint64_t{1272});
    QCOMPARE(rows.model.items[8].name, QStringLiteral("Unknown"));
    QCOMPARE(rows.model.items[9].name, QStringLiteral("13 other values"));
    std::uint64_t passing = 0;
    for (const ChartItem& item : rows.model.items) passing += item.passing.leads;
    QCOMPARE(passing, linked.kept.leads);
    for (std::size_t i = 0; i < rows.groups.size(); ++i) {
      Choice choice;
      for (const std::size_t group : rows.groups[i])
        if (group == linked.views[0].binning.missingGroup())
          choice.missing = true;
        else
          choice.values.insert(linked.views[0].binning.values[group]);
      const auto kept = apply(Filter::both(conditions[0], *conditionOf("Lead_Source", choice, false)), leads->frame);
      QVERIFY(kept);
      QCOMPARE(rows.model.items[i].passing.leads, static_cast<std::uint64_t>(kept->count()));
    }
  }

  void sharesKeepTheirOrderUnderAnyFilter() {
    const SnapshotPtr leads = enquiries();
    if (leads->frame.rows() == 0) QSKIP("no lead file here");
    const ChartPlan plan{ChartPlan::Kind::Shares, {"What_is_your_current_occupation", 20}, {}, false};
    const auto names = [&](const std::vector<Filter>& conditions) {
      const Linked linked = testing::linkedPlainly(leads, {plan.view}, conditions);
      QStringList result;
      for (const ChartItem& item : categoryRows(plan, linked, linked.views[0], std::nullopt).model.items)
        result << item.name;
      return result;
    };
    const QStringList all = names({});
    QCOMPARE(all.mid(0, 4), (QStringList{"Working Professional", "Unemployed", "Student", "Unknown"}));
    QCOMPARE(names({Filter::in("Lead_Source", {"Reference"})}), all);
  }

  void tilesSayWhatIsKeptAndHowSureItIs() {
    const SnapshotPtr leads = enquiries();
    if (leads->frame.rows() == 0) QSKIP("no lead file here");
    const auto tiles = [&](const std::vector<Filter>& conditions) {
      const Linked linked = testing::linkedPlainly(leads, {{"band", 20}}, conditions);
      return kpiModels(linked, &linked.views[0]);
    };
    const auto all = tiles({});
    QCOMPARE(all.size(), std::size_t{6});
    QCOMPARE(all[2].kpi.number, QStringLiteral("38.5%"));
    QVERIFY(all[2].kpi.note.contains(QStringLiteral("37.6 to 39.5%")));
    const auto few = tiles(
        {Filter::in("Lead_Source", {"Facebook"}), Filter::range("Total_Time_Spent_on_Website", "600", std::nullopt)});
    QVERIFY(few[2].kpi.few);
    QCOMPARE(few[2].kpi.number, QStringLiteral("4 of 7"));
    const auto some = tiles({Filter::in("Lead_Source", {"Google", "Organic Search"}),
                             Filter::range("Total_Time_Spent_on_Website", "600", std::nullopt)});
    QCOMPARE(some[0].kpi.number, QStringLiteral("1,742"));
    QCOMPARE(some[2].kpi.noteLead, QStringLiteral("+30.9 pts"));
  }
};

}  // namespace leadlight

QTEST_GUILESS_MAIN(leadlight::ChartsModelsTest)
#include "charts_models_test.moc"
