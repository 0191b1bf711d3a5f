#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <algorithm>
#include <numeric>

#include "tests/support/patience.h"
#include "widgets/table/column_figures.h"
#include "widgets/table/lead_table.h"
#include "widgets/table/lead_table_model.h"
#include "widgets/table/row_find.h"

namespace leadlight {

using testing::patience;

namespace {

Frame::ColumnPtr text(const std::string& name, const std::vector<std::string>& values,
                      const std::vector<std::string>& placeholders = {}) {
  TextColumnBuilder builder;
  for (const std::string& value : values) builder.append(value);
  return std::make_shared<const Column>(std::move(builder).finish(name, name, placeholders));
}

// Six leads: number, source, city with a placeholder, a column that never varies, an empty one, visits, score, band.
Frame sixLeads() {
  const auto shared = [](Column column) { return std::make_shared<const Column>(std::move(column)); };
  return Frame(
      {11, 12, 13, 14, 15, 16},
      {shared(Column::integers("Lead_Number", "Lead Number", {660737, 660728, 660727, 660719, 660681, 660680})),
       text("Source", {"Google", "Olark Chat", "Google", "Direct", "google", ""}),
       text("City", {"Select", "Mumbai", "Select", "", "Thane", "Mumbai"}, {"Select"}),
       text("Magazine", {"No", "No", "No", "No", "No", "No"}),
       text("Nothing", {"", "", "Select", "", "", ""}, {"Select"}),
       shared(Column::integers("Visits", "Visits", {0, 5, 2, Column::missingInteger, 2, 1251})),
       shared(Column::decimals("score", "score", {33.04, 61.5, 9.5, 88.0, 96.25, 10.5})),
       text("band", {"C", "B", "D", "A", "A", "D"})});
}

std::vector<TableColumn> columnsOf(const Frame& frame) {
  std::vector<TableColumn> columns;
  for (const Frame::ColumnPtr& column : frame.columns()) {
    TableColumn shown{column->name(), QString::fromStdString(column->label()), column->type()};
    if (column->name() == scoreColumn) shown.kind = TableColumn::Kind::Score;
    if (column->name() == bandColumn) shown.kind = TableColumn::Kind::Band;
    shown.identifier = column->name() == "Lead_Number";
    columns.push_back(shown);
  }
  return columns;
}

QString cell(const LeadTableModel& model, int row, const std::string& column) {
  return model.data(model.index(row, model.columnOf(column)), Qt::DisplayRole).toString();
}

}  // namespace

class TableTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void theModelKeepsItsPromisesToViews() {
    LeadTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Frame frame = sixLeads();
    model.show(frame, columnsOf(frame), {"A", "B", "C", "D"}, {0, 1, 2, 3, 4, 5});
    QCOMPARE(model.rowCount(), 6);
    model.setRows({5, 4, 3, 2, 1, 0});
    QCOMPARE(cell(model, 0, "Lead_Number"), QStringLiteral("660680"));
    model.setRows({3});
    QCOMPARE(model.rowCount(), 1);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
  }

  void cellsReadAsPeopleWriteThem() {
    LeadTableModel model;
    const Frame frame = sixLeads();
    model.show(frame, columnsOf(frame), {"A", "B", "C", "D"}, {0, 1, 2, 3, 4, 5});
    QCOMPARE(cell(model, 5, "Visits"), QStringLiteral("1,251"));
    QCOMPARE(cell(model, 4, "score"), QStringLiteral("96.3"));
    QCOMPARE(cell(model, 0, "City"), QStringLiteral("Unknown"));
    QCOMPARE(cell(model, 3, "Visits"), QStringLiteral("Unknown"));
    const QModelIndex missing = model.index(3, model.columnOf("Visits"));
    QVERIFY(model.data(missing, LeadTableModel::MissingRole).toBool());
    QVERIFY(model.data(missing, Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
    QCOMPARE(model.data(model.index(0, model.columnOf("score")), LeadTableModel::BandRole).toInt(), 2);
  }

  void aColumnInTheStoreIsAskedForOncePerLeadAndThenShown() {
    LeadTableModel model;
    const Frame frame = sixLeads();
    std::vector<TableColumn> columns = columnsOf(frame);
    columns.push_back({"Prospect_ID", QStringLiteral("Prospect ID")});
    model.show(frame, columns, {}, {0, 1, 2, 3, 4, 5});
    QSignalSpy wanted(&model, &LeadTableModel::storedWanted);
    for (int pass = 0; pass < 3; ++pass)
      for (int row : {0, 1}) cell(model, row, "Prospect_ID");
    QVERIFY(wanted.wait(patience));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.front().front().value<std::vector<std::int64_t>>(), (std::vector<std::int64_t>{11, 12}));
    QSignalSpy changed(&model, &LeadTableModel::dataChanged);
    model.supplyStored({11, 12}, {{QStringLiteral("abc")}, {QString()}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 0, "Prospect_ID"), QStringLiteral("abc"));
    QCOMPARE(cell(model, 1, "Prospect_ID"), QStringLiteral("Unknown"));
    QTest::qWait(10);
    QCOMPARE(wanted.count(), 1);
  }

  void findReadsTextWithoutCaseAndNumbersFromTheirStart_data() {
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QList<int>>("rows");
    QTest::newRow("text") << "GOOGLE" << QList<int>{0, 2, 4};
    QTest::newRow("part") << "umb" << QList<int>{1, 5};
    QTest::newRow("number") << "66072" << QList<int>{1, 2};
    QTest::newRow("placeholder is no value") << "Select" << QList<int>{};
    QTest::newRow("nothing") << "  " << QList<int>{0, 1, 2, 3, 4, 5};
    QTest::newRow("unknown") << "zzz" << QList<int>{};
  }
  void findReadsTextWithoutCaseAndNumbersFromTheirStart() {
    QFETCH(QString, wanted);
    QFETCH(QList<int>, rows);
    const Frame frame = sixLeads();
    QList<int> found;
    findRows(frame, RowSet(6, true), wanted.toStdString(), {}).forEach([&](std::size_t row) {
      found << static_cast<int>(row);
    });
    QCOMPARE(found, rows);
    RowSet two(6);
    two.insert(1);
    two.insert(4);
    RowSet expected(6);
    for (const int row : rows)
      if (two.contains(static_cast<std::size_t>(row))) expected.insert(static_cast<std::size_t>(row));
    QVERIFY(findRows(frame, two, wanted.toStdString(), {}) == expected);
  }

  void aCancelledFindKeepsNothing() {
    Progress progress;
    progress.isCancelled = [] { return true; };
    QCOMPARE(findRows(sixLeads(), RowSet(6, true), "Google", progress).count(), std::size_t{0});
  }

  void figuresTellConstantEmptyAndIdentifyingColumnsApart() {
    const Frame frame = sixLeads();
    const std::vector<ColumnFigure> figures = columnFigures(frame, {});
    const auto figure = [&](const std::string& name) {
      return *std::find_if(figures.begin(), figures.end(), [&](const auto& one) { return one.name == name; });
    };
    QVERIFY(figure("Magazine").shape == ColumnFigure::Shape::Constant);
    QCOMPARE(figure("Magazine").only, std::string("No"));
    QVERIFY(figure("Nothing").shape == ColumnFigure::Shape::Empty);
    QVERIFY(figure("Source").shape == ColumnFigure::Shape::Varied);
    QVERIFY(figure("Lead_Number").identifier);
    QVERIFY(!figure("Visits").identifier);
    QCOMPARE(figure("Visits").high, 1251.0);
    QCOMPARE(figure("Source").distinct, std::uint64_t{4});
  }

  void barsOfAllRowsAddUpToTheirLeads() {
    const Frame frame = sixLeads();
    const std::vector<ColumnFigure> figures = columnFigures(frame, {});
    const auto kept = keptFigures(frame, figures, RowSet(6, true), {});
    QCOMPARE(kept.size(), figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (figures[i].shape != ColumnFigure::Shape::Varied) continue;
      QCOMPARE(kept[i], figures[i].all);
      std::uint64_t filled = 0;
      for (std::size_t row = 0; row < 6; ++row)
        if (!frame.columns()[i]->isMissing(row)) ++filled;
      QCOMPARE(std::accumulate(kept[i].begin(), kept[i].end(), std::uint64_t{0}), filled);
    }
  }

  void theTwoHalvesOfTheTableScrollAndSelectAsOne() {
    LeadTableModel model;
    const Frame frame = sixLeads();
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < 600; ++i) rows.push_back(i % 6);
    model.show(frame, columnsOf(frame), {"A", "B", "C", "D"}, rows);
    LeadTable table(&model);
    std::vector<bool> pinned(8, false);
    pinned[0] = true;
    table.layOut({std::vector<int>(8, 100), std::vector<bool>(8, false), pinned});
    table.resize(500, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table, patience));
    QSignalSpy current(&table, &LeadTable::currentRowChanged);
    table.setCurrentRow(400);
    QCOMPARE(current.count(), 1);
    QCOMPARE(table.currentRow(), 400);
    const auto [first, last] = table.visibleRows();
    QVERIFY(first > 380 && last >= 400 && last < 420);
    for (QTableView* view : table.findChildren<QTableView*>())
      QVERIFY(view->rowAt(10) <= 400 && view->selectionModel()->isRowSelected(400, {}));
    QCOMPARE(table.selectedRows(), (std::vector<std::pair<int, int>>{{400, 400}}));
    QVERIFY(table.columnsBeyond() > 0);
  }

  void onlyRowsThatAreSeenWholeAreCounted() {
    const Frame frame = sixLeads();
    LeadTableModel model;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < 300; ++row) rows.push_back(row % 6);
    model.show(frame, columnsOf(frame), {"A", "B", "C", "D"}, rows);
    LeadTable table(&model);
    std::pair<int, int> told;
    connect(&table, &LeadTable::scrolled, &table, [&] { told = table.visibleRows(); });
    table.layOut({std::vector<int>(8, 100), std::vector<bool>(8, false), std::vector<bool>(8, false)});
    table.show();
    QTableView* view = table.findChildren<QTableView*>().constLast();
    for (const int height : {400, 407, 421, 433}) {
      table.resize(500, height);  // a bar to scroll across takes its part
      QVERIFY(QTest::qWaitForWindowExposed(&table, patience));
      for (const int scroll : {0, 9}) {
        view->verticalScrollBar()->setValue(scroll);
        const auto seen = [&](int row) {
          const int top = view->rowViewportPosition(row);
          return top >= 0 && top + view->rowHeight(row) <= view->viewport()->height();
        };
        const auto [first, last] = table.visibleRows();
        QCOMPARE(told, table.visibleRows());
        QCOMPARE(first, scroll == 0 ? 0 : 1);
        QVERIFY(seen(first) && seen(last) && !seen(last + 1));
      }
    }
  }

  void aMillionRowsAreShownAndReordered() {
    constexpr std::size_t leads = 1'000'000;
    std::vector<std::int64_t> ids(leads), numbers(leads);
    std::iota(ids.begin(), ids.end(), 1);
    std::iota(numbers.begin(), numbers.end(), 500'000);
    const Frame frame(ids, {std::make_shared<const Column>(Column::integers("Number", "Number", numbers))});
    std::vector<std::uint32_t> rows(leads);
    std::iota(rows.begin(), rows.end(), 0U);
    LeadTableModel model;
    LeadTable table(&model);
    table.resize(500, 400);
    table.show();
    model.show(frame, columnsOf(frame), {}, rows);
    table.layOut({{100}, {false}, {false}});
    std::reverse(rows.begin(), rows.end());
    model.setRows(rows);
    table.setCurrentRow(999'999);
    QCOMPARE(cell(model, 999'999, "Number"), QStringLiteral("500,000"));
    for (int row = 0; row < 950'000; row += 19'000) {
      table.setCurrentRow(row);
      table.grab();
      const auto [first, last] = table.visibleRows();
      QVERIFY(first <= row && row <= last && last - first < 30);
    }
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::TableTest)
#include "table_test.moc"
