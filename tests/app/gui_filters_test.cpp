#include <QTest>
#include <random>

#include "app/gui/filter_history.h"
#include "app/gui/linker.h"

namespace leadlight {

namespace {

SnapshotPtr madeSnapshot(std::size_t rows) {
  auto snapshot = std::make_shared<Snapshot>();
  std::mt19937 random(7);
  const std::vector<std::string> sources = {"Google", "Olark Chat", "Reference", "Select", ""};
  TextColumnBuilder source, converted;
  std::vector<std::int64_t> ids, visits, created;
  std::vector<double> hours;
  for (std::size_t i = 0; i < rows; ++i) {
    ids.push_back(static_cast<std::int64_t>(i));
    source.append(sources[random() % sources.size()]);
    converted.append(random() % 3 == 0 ? "1" : "0");
    visits.push_back(random() % 10 == 0 ? Column::missingInteger : static_cast<std::int64_t>(random() % 40));
    created.push_back(1'460'000'000 + static_cast<std::int64_t>(random() % 20'000'000));
    hours.push_back(static_cast<double>(random() % 1000) / 7);
  }
  const auto share = [](Column column) { return std::make_shared<const Column>(std::move(column)); };
  snapshot->frame = Frame(std::move(ids), {share(std::move(source).finish("Source", "Source", {"Select"})),
                                           share(std::move(converted).finish("Converted", "Converted", {})),
                                           share(Column::integers("Visits", "Visits", std::move(visits))),
                                           share(Column::dates("Created", "Created", std::move(created))),
                                           share(Column::decimals("Hours", "Hours", std::move(hours)))});
  snapshot->target = Target{"Converted", {"1"}};
  snapshot->dataset = Dataset{};
  return snapshot;
}

FilterHistory::Condition condition(const char* column, const char* text) { return {column, *parseFilter(text)}; }

// What a view must show, by the plain way: apply all conditions but its own, then count.
std::vector<Group> counted(const Snapshot& snapshot, const LinkedView& view,
                           const FilterHistory::Conditions& conditions, const std::string& except) {
  Filter all;
  for (const auto& [column, filter] : conditions)
    if (column != except || except.empty()) all = Filter::both(all, filter);
  const Column& column = *snapshot.frame.find(view.spec.column);
  const auto rows = apply(all, snapshot.frame);
  return aggregate(groupOfRows(column, view.binning), view.binning.groups(), *rows,
                   snapshot.frame.converted(*snapshot.target), nullptr);
}

bool sameCounts(const std::vector<Group>& a, const std::vector<Group>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].leads != b[i].leads || a[i].converted != b[i].converted) return false;
  return true;
}

}  // namespace

class FiltersTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aFilterIsUndoneAndRedoneAsOneStep() {
    FilterHistory history;
    QVERIFY(history.set("City", Filter::equals("City", "Mumbai")));
    QVERIFY(history.set("Source", Filter::in("Source", {"Google"})));
    QVERIFY(history.set("City", Filter::equals("City", "Thane")));
    QCOMPARE(history.now().size(), 2u);
    QCOMPARE(history.now()[0].first, std::string("City"));
    QVERIFY(history.undo());
    QCOMPARE(history.condition("City")->values[0], std::string("Mumbai"));
    QVERIFY(history.undo());
    QVERIFY(history.undo());
    QVERIFY(!history.undo());
    QVERIFY(history.now().empty());
    QVERIFY(history.redo());
    QVERIFY(history.canRedo());
    QVERIFY(history.set("Tags", Filter::isNull("Tags")));
    QVERIFY(!history.canRedo());
  }

  void settingTheSameFilterIsNoStep() {
    FilterHistory history;
    QVERIFY(!history.set("City", std::nullopt));
    QVERIFY(!history.clear());
    QVERIFY(history.set("City", Filter::equals("City", "Mumbai")));
    QVERIFY(!history.set("City", Filter::equals("City", "Mumbai")));
    QVERIFY(history.set("City", std::nullopt));
    QVERIFY(history.undo());
    QVERIFY(history.undo());
    QVERIFY(!history.canUndo());
  }

  void aConditionOnAViewBecomesGroupsOrARange() {
    const SnapshotPtr snapshot = madeSnapshot(500);
    const auto of = [&](const char* column, const char* text) {
      const Column& values = *snapshot->frame.find(column);
      return viewCondition(*parseFilter(text), values, binningOf(values, 20));
    };
    QCOMPARE(of("Source", "Source in ('Google','Reference')")->groups.size(), 2u);
    QCOMPARE(of("Source", "Source is null")->groups.size(), 1u);
    QCOMPARE(of("Source", "not (Source = 'Google')")->groups.size(), 3u);
    QVERIFY(!of("Source", "Source = 'Select'"));  // part of the group "missing"
    QVERIFY(of("Visits", "Visits >= 3 and Visits < 10")->kind == ViewCondition::Kind::Range);
    QCOMPARE(of("Visits", "Visits >= 3 and Visits < 10")->low, 3.0);
    QVERIFY(of("Visits", "Visits >= 3 and Visits < 10")->high < 10.0);
    QVERIFY(!of("Visits", "Visits != 3"));
    QVERIFY(of("Created", "Created >= '2016-06-01'")->kind == ViewCondition::Kind::Range);
  }

  // Every step of a walk through random filters gives what applying the conditions plainly gives.
  void linkedViewsAgreeWithCountingPlainly() {
    const SnapshotPtr snapshot = madeSnapshot(3000);
    const std::vector<ViewSpec> views = {
        {"Source", 20}, {"Visits", 10}, {"Created", 12}, {"Hours", 20}, {"Absent", 10}};
    const std::vector<FilterHistory::Condition> pool = {condition("Source", "Source in ('Google','Reference')"),
                                                        condition("Source", "Source is null"),
                                                        condition("Source", "Source = 'Select'"),
                                                        condition("Source", "not (Source in ('Google'))"),
                                                        condition("Visits", "Visits >= 5 and Visits < 20"),
                                                        condition("Visits", "Visits is null"),
                                                        condition("Visits", "Visits != 7"),
                                                        condition("Created", "Created < '2016-08-01'"),
                                                        condition("Hours", "Hours > 20.5"),
                                                        condition("Converted", "Converted = '1'"),
                                                        condition("", "Visits >= 30 or Source = 'Google'")};
    Linker linker;
    FilterHistory history;
    std::mt19937 random(11);
    for (int step = 0; step < 60; ++step) {
      const auto& [column, filter] = pool[random() % pool.size()];
      if (random() % 4 == 0)
        history.set(column, std::nullopt);
      else
        history.set(column, filter);
      const LinkedPtr linked = linker.link(snapshot, views, history.now());
      QCOMPARE(linked->views.size(), views.size());
      QVERIFY(linked->views.back().groups.empty());
      for (std::size_t i = 0; i + 1 < views.size(); ++i) {
        const LinkedView& view = linked->views[i];
        QVERIFY(sameCounts(view.kept, counted(*snapshot, view, history.now(), "")));
        const auto own = history.condition(view.spec.column);
        const bool ignoresOwn = own && viewCondition(*own, *snapshot->frame.find(view.spec.column), view.binning);
        QVERIFY(sameCounts(view.groups, counted(*snapshot, view, history.now(), ignoresOwn ? view.spec.column : "")));
        QVERIFY(sameCounts(view.all, counted(*snapshot, view, {}, "")));
      }
      QCOMPARE(linked->rows.count(), linked->kept.leads);
    }
  }

  void aConditionThatNoLongerFitsIsLeftOutOfTheRows() {
    const SnapshotPtr snapshot = madeSnapshot(300);
    Linker linker;
    const auto linked =
        linker.link(snapshot, {}, {condition("Gone", "Gone = 'x'"), condition("Visits", "Visits >= 20")});
    QVERIFY(linked->kept.leads > 0);
    QVERIFY(linked->kept.leads < 300);
    QCOMPARE(linked->conditions.size(), 2u);
  }

  void aClickOnOneChartNarrowsTheOthersNotItself() {
    const SnapshotPtr snapshot = madeSnapshot(1000);
    Linker linker;
    const std::vector<ViewSpec> views = {{"Source", 20}, {"Visits", 10}};
    const auto before = linker.link(snapshot, views, {});
    const auto after = linker.link(snapshot, views, {condition("Source", "Source = 'Google'")});
    QVERIFY(sameCounts(before->views[0].groups, after->views[0].groups));
    QVERIFY(!sameCounts(before->views[1].groups, after->views[1].groups));
  }
};

}  // namespace leadlight

QTEST_GUILESS_MAIN(leadlight::FiltersTest)
#include "gui_filters_test.moc"
