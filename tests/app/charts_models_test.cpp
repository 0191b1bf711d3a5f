#include <QTest>
#include <cmath>
#include <limits>
#include <random>

#include "app/gui/charts/charts_choice.h"
#include "app/gui/charts/charts_models.h"
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
    QVERIFY(!choiceOf(*contains) && !choiceOf(*two) && !choiceOf(*excluded));
    QCOMPARE(chipText(*contains, none).value, QString::fromStdString(contains->text()));
    QVERIFY(chipText(*excluded, none).excluded);
    QCOMPARE(chipText(*excluded, none).value, QStringLiteral("Mumbai"));
  }

  void longChoicesAreCutInTheirChip() {
    const Snapshot none;
    const auto condition = conditionOf("Lead_Source", {{"a", "b", "c", "d"}, true, {}}, false);
    QCOMPARE(chipText(*condition, none).value, QStringLiteral("a, b and 3 more"));
  }

  void aLeadFileGetsItsOwnCharts() {
    const SnapshotPtr leads = enquiries();
    if (leads->frame.rows() == 0) QSKIP("no lead file here");
    QCOMPARE(columnsOf(planCharts(*leads)),
             (std::vector<std::string>{"Lead_Source", "score", "Last_Activity", "What_is_your_current_occupation",
                                       "Total_Time_Spent_on_Website"}));
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
