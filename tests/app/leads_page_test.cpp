#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "app/gui/leads/leads_frequency.h"
#include "app/gui/leads/leads_page.h"
#include "leads_session.h"
#include "model/frame/row_order.h"
#include "widgets/kit/plain_table.h"
#include "widgets/ledger_view.h"
#include "widgets/score_header.h"

namespace leadlight {

using testing::leadFile;
using testing::LoadedSession;
using testing::patience;
using testing::settles;
using testing::shown;

class LeadsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
    session_ = std::make_unique<LoadedSession>(leadFile());
    QVERIFY(session_->ready());
  }
  void cleanupTestCase() { session_.reset(); }

  void init() {
    (*session_)->clearConditions();
    page_ = shown<LeadsPage>(**session_);
    QVERIFY(QTest::qWaitFor([this] { return page_->model()->rowCount() > 0; }, patience));
    QVERIFY(settles(*page_));
  }
  void cleanup() {
    page_.reset();
    QSettings().clear();
  }

  void allLeadsAreShownBestScoreFirst() {
    const LeadTableModel& model = *page_->model();
    QCOMPARE(static_cast<std::size_t>(model.rowCount()), frame().rows());
    const std::vector<double> scores = column(scoreColumn);
    QVERIFY(std::is_sorted(scores.begin(), scores.end(), std::greater<>()));
    QVERIFY(scores.front() > scores.back());
    std::set<std::uint32_t> rows(model.rows().begin(), model.rows().end());
    QCOMPARE(rows.size(), frame().rows());
  }

  void headsShowTheNamesOfTheirColumnsWhole() {
    QFont font = QGuiApplication::font();
    font.setPointSizeF(9.5);
    font.setBold(true);
    const int column = page_->model()->columnOf("Total_Time_Spent_on_Website");
    QVERIFY(column >= 0);
    const QString label = page_->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QVERIFY(page_->table()->widthOf(column) >= QFontMetrics(font).horizontalAdvance(label) + 20);
  }

  void aClickOnAHeadSortsBothWaysAndThenNot() {
    const int visits = page_->model()->columnOf("TotalVisits");
    QVERIFY(visits >= 0);
    click(visits);
    const auto present = [&] {
      std::vector<double> values = column("TotalVisits");
      std::erase_if(values, [](double value) { return std::isnan(value); });
      return values;
    };
    std::vector<double> values = present();
    QVERIFY(std::is_sorted(values.begin(), values.end(), std::greater<>()));
    click(visits);
    values = present();
    QVERIFY(std::is_sorted(values.begin(), values.end()));
    click(visits);
    QVERIFY(std::is_sorted(page_->model()->rows().begin(), page_->model()->rows().end()));
  }

  void findNarrowsToTheLeadsThatHoldTheText() {
    auto* find = page_->findChild<QLineEdit*>();
    QTest::keyClicks(find, QStringLiteral("olark"));
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, patience));
    QVERIFY(settles(*page_));
    std::size_t expected = 0;
    for (std::size_t row = 0; row < frame().rows(); ++row)
      for (const Frame::ColumnPtr& column : frame().columns())
        if (!column->isMissing(row) && column->type() == ColumnType::Text &&
            QString::fromStdString(column->textAt(row)).contains(QLatin1String("olark"), Qt::CaseInsensitive)) {
          ++expected;
          break;
        }
    QCOMPARE(page_->model()->rows().size(), expected);
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() == frame().rows(); }, patience));
  }

  void aFilterNarrowsTheTableAndLeavesOneChip() {
    (*session_)->setCondition("Lead_Source", Filter::equals("Lead_Source", "Google"));
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, patience));
    const Column* source = frame().find("Lead_Source");
    for (const std::uint32_t row : page_->model()->rows()) QCOMPARE(source->textAt(row), std::string("Google"));
    (*session_)->undoFilter();
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() == frame().rows(); }, patience));
  }

  void everyLedgerSumsToTheShownScore() {
    auto* ledger = page_->detail()->findChild<LedgerView*>();
    auto* headline = page_->detail()->findChild<ScoreHeader*>();
    const int rows = page_->model()->rowCount();
    for (int row = 0; row < rows; row += std::max(1, rows / 60)) {
      page_->table()->setCurrentRow(row);
      const LedgerContent& content = ledger->content();
      double sum = content.base;
      for (const LedgerRow& line : content.rows) sum += line.points;
      QVERIFY(std::abs(sum - content.sum) < 1e-9);
      const double score = frame().find(scoreColumn)->number(page_->model()->frameRow(row));
      const bool logistic = (*session_)->snapshot()->champion->scorecard.link == Link::Logistic;
      const double reached = logistic ? 100 / (1 + std::exp(-sum)) : sum;
      QVERIFY(std::abs(reached - score) < 1e-9);
      QCOMPARE(headline->headline().score, QLocale().toString(score, 'f', 1).replace(QLatin1Char('-'), QChar(0x2212)));
    }
  }

  void theChosenLeadStaysChosenThroughASort() {
    page_->table()->setCurrentRow(7);
    const std::int64_t lead = page_->model()->leadId(7);
    click(page_->model()->columnOf("TotalVisits"));
    QCOMPARE(page_->model()->leadId(page_->table()->currentRow()), lead);
    click(page_->model()->columnOf("TotalVisits"));
    QCOMPARE(page_->model()->leadId(page_->table()->currentRow()), lead);
  }

  void copiedRowsAreAHeaderLineAndOneLinePerLead() {
    page_->table()->setCurrentRow(3);
    QSignalSpy told(page_.get(), &Page::notified);
    emit page_->table()->copyRequested();
    QVERIFY(QTest::qWaitFor([&] { return told.count() > 0; }, patience));
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    const qsizetype columns = shownColumns();
    QCOMPARE(lines[0].split(QLatin1Char('\t')).size(), columns);
    QCOMPARE(lines[1].split(QLatin1Char('\t')).size(), columns);
  }

  void anExportHoldsExactlyTheShownLeads() {
    (*session_)->setCondition("Lead_Source", Filter::equals("Lead_Source", "Reference"));
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, patience));
    QVERIFY(settles(*page_));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    QSignalSpy told(page_.get(), &Page::notified);
    page_->exportTo(path);
    QVERIFY(QTest::qWaitFor([&] { return told.count() > 0; }, patience));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\r\n"), static_cast<qsizetype>(page_->model()->rows().size()) + 1);
    QCOMPARE(text.count("Reference"), static_cast<qsizetype>(page_->model()->rows().size()));
    QVERIFY(!QFile::exists(path + QStringLiteral(".part")));
    QCOMPARE(text.left(text.indexOf("\r\n")).count(',') + 1, shownColumns());
    QFile about(folder.filePath(QStringLiteral("out.about.txt")));
    QVERIFY(about.open(QIODevice::ReadOnly));
    const QByteArray facts = about.readAll();
    for (const char* fact : {"Lead_Source = 'Reference'", "Before contact rules v1", "Latest load: 1, Leads.csv"})
      QVERIFY2(facts.contains(fact), facts.constData());
  }

  void aWorkbookAndJsonHoldTheSameLeadsAsTheTable() {
    (*session_)->setCondition("Lead_Source", Filter::equals("Lead_Source", "Reference"));
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, patience));
    QVERIFY(settles(*page_));
    const QTemporaryDir folder;
    for (const char* name : {"out.json", "out.xlsx"}) {
      QSignalSpy told(page_.get(), &Page::notified);
      page_->exportTo(folder.filePath(QLatin1String(name)));
      QVERIFY(QTest::qWaitFor([&] { return told.count() > 0; }, patience));
    }
    QFile json(folder.filePath(QStringLiteral("out.json")));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(json.readAll()).array();
    QCOMPARE(static_cast<std::size_t>(rows.size()), page_->model()->rows().size());
    QCOMPARE(rows.at(0).toObject().value(QLatin1String("Lead_Source")).toString(), QStringLiteral("Reference"));
    QCOMPARE(rows.at(0).toObject().value(QLatin1String("score")).toDouble(),
             frame().find(scoreColumn)->number(page_->model()->frameRow(0)));
    // Read back as any other file.
    LoadOptions options;
    options.dataset = "again";
    options.read.sheet = "Leads";
    auto store = Store::open(folder.filePath(QStringLiteral("again.db")).toStdString(), Store::Mode::ReadWrite);
    QVERIFY(bool(store));
    const auto loaded = loadFile(*store, folder.filePath(QStringLiteral("out.xlsx")).toStdString(), options, {});
    QVERIFY2(bool(loaded), loaded ? "" : loaded.error().what.c_str());
    QCOMPARE(loaded->parsed, static_cast<std::uint64_t>(rows.size()));
  }

  void anExportThatIsLoadedAgainChangesNothing() {
    const QTemporaryDir folder;
    for (const char* name : {"again.csv", "again.xlsx", "again.ndjson"}) {
      QSignalSpy told(page_.get(), &Page::notified);
      page_->exportTo(folder.filePath(QLatin1String(name)));
      QVERIFY(QTest::qWaitFor([&] { return told.count() > 0; }, patience));
      LoadOptions options;
      options.validateOnly = true;
      auto store = Store::open((*session_)->storeFile(), Store::Mode::ReadOnly);
      QVERIFY(bool(store));
      const auto report = loadFile(*store, folder.filePath(QLatin1String(name)).toStdString(), options, {});
      QVERIFY2(bool(report), report ? "" : report.error().what.c_str());
      QCOMPARE(report->same, static_cast<std::uint64_t>(frame().rows()));
      QVERIFY(report->preview->newColumns.empty());
    }
  }

  void aClickWithShiftSortsByOneMoreColumn() {
    click(page_->model()->columnOf("Lead_Origin"));
    const int visits = page_->model()->columnOf("TotalVisits");
    emit page_->table()->headClicked(visits, true);
    QVERIFY(settles(*page_));
    const auto expected =
        rowOrder(frame(), RowSet(frame().rows(), true), {{"Lead_Origin", false}, {"TotalVisits", true}}, {});
    QVERIFY(page_->model()->rows() == *expected);
    emit page_->table()->headClicked(visits, true);
    emit page_->table()->headClicked(visits, true);
    QVERIFY(settles(*page_));
    QVERIFY(page_->model()->rows() == *rowOrder(frame(), RowSet(frame().rows(), true), {{"Lead_Origin", false}}, {}));
  }

  void aRealClickWithShiftOnAHeadAddsAColumnToTheOrder() {
    HistogramHeader* head = mainHead();
    click(page_->model()->columnOf("Lead_Origin"));
    const int band = page_->model()->columnOf("band");
    const QPoint at(head->sectionViewportPosition(band) + 20, 12);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, Qt::ShiftModifier, at);
    QVERIFY(settles(*page_));
    const auto expected =
        rowOrder(frame(), RowSet(frame().rows(), true), {{"Lead_Origin", false}, {"band", false}}, {});
    QVERIFY(page_->model()->rows() == *expected);
  }

  void theKeyFCountsTheValuesOfAColumnAndEnterKeepsOne() {
    LeadTable* table = page_->table();
    table->setCurrentRow(0);
    table->setCurrentColumn(page_->model()->columnOf("Lead_Source"));
    auto* view = table->findChildren<QTableView*>().last();
    QTest::keyClick(view, Qt::Key_F);
    QVERIFY(page_->frequency());
    QVERIFY(QTest::qWaitFor([&] { return page_->frequency()->counted(); }, patience));
    const QAbstractItemModel* values = page_->frequency()->table()->model();
    QString most = values->index(0, 0).data().toString();
    const QString count = values->index(0, 1).data().toString().remove(QLatin1Char(','));
    QVERIFY(count.toULongLong() >= values->index(1, 1).data().toString().remove(QLatin1Char(',')).toULongLong());
    QTest::keyClick(page_->frequency()->table(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, patience));
    QVERIFY(settles(*page_));
    QCOMPARE(QString::number(page_->model()->rowCount()), count);
    QCOMPARE(QString::fromStdString((*session_)->condition("Lead_Source")->values.front()), most);
  }

  void valuesOfNumbersCanBeChosenAndLeftOut() {
    const int visits = page_->model()->columnOf("TotalVisits");
    emit page_->table()->frequencyWanted(visits);
    QVERIFY(QTest::qWaitFor([&] { return page_->frequency()->counted(); }, patience));
    QTableView* values = page_->frequency()->table();
    values->selectionModel()->select(values->model()->index(1, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    std::uint64_t two = 0;
    for (const int row : {0, 1})
      two += values->model()->index(row, 1).data().toString().remove(QLatin1Char(',')).toULongLong();
    QTest::keyClick(values, Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, patience));
    QVERIFY(settles(*page_));
    QCOMPARE(static_cast<std::uint64_t>(page_->model()->rowCount()) + two, frame().rows());
  }

  void draggingOverTheBarsOfAHeadFiltersByThem() {
    HistogramHeader* head = mainHead();
    const int score = page_->model()->columnOf("score");
    const int left = head->sectionViewportPosition(score), width = head->sectionSize(score);
    QTest::mousePress(head->viewport(), Qt::LeftButton, {}, {left + width / 2, 44});
    QTest::mouseMove(head->viewport(), {left + width - 12, 44});
    QTest::mouseRelease(head->viewport(), Qt::LeftButton, {}, {left + width - 12, 44});
    QVERIFY((*session_)->condition("score"));
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, patience));
    QVERIFY(settles(*page_));
    const double least = std::stod((*session_)->condition("score")->values.front());
    std::size_t expected = 0;
    for (std::size_t row = 0; row < frame().rows(); ++row)
      if (frame().find(scoreColumn)->number(row) >= least) ++expected;
    QVERIFY(expected > 0 && expected < frame().rows());
    QCOMPARE(static_cast<std::size_t>(page_->model()->rowCount()), expected);
  }

  void columnsStayAsTheUserPutThem() {
    HistogramHeader* head = mainHead();
    const int visits = page_->model()->columnOf("TotalVisits"), origin = page_->model()->columnOf("Lead_Origin");
    head->moveSection(head->visualIndex(visits), head->visualIndex(origin));
    head->resizeSection(origin, 211);
    emit page_->table()->headMenuWanted(origin, {});
    auto* menu = page_->findChild<QMenu*>(QStringLiteral("headMenu"));
    QVERIFY(menu);
    for (QAction* action : menu->actions())
      if (action->text() == QLatin1String("Pin at the left")) action->trigger();
    const ColumnArrangement arrangement = page_->arrangement();
    QVERIFY(arrangement.pinned.contains("Lead_Origin") && arrangement.widths.at("Lead_Origin") == 211);

    LeadsPage other(**session_);
    other.resize(1100, 700);
    other.show();
    QVERIFY(QTest::qWaitFor([&] { return other.model()->rowCount() > 0; }, patience));
    QVERIFY(settles(other));
    QVERIFY(other.arrangement() == arrangement);
    QVERIFY(other.table()->order() == page_->table()->order());
    QCOMPARE(other.table()->widthOf(origin), 211);
  }

  void aLeadTellsItsHistoryAndWhoIsLikeIt() {
    page_->table()->setCurrentRow(2);
    for (QPushButton* button : page_->detail()->findChildren<QPushButton*>())
      if (button->text() == QLatin1String("History")) button->click();
    QVERIFY(QTest::qWaitFor(
        [&] { return page_->detail()->history()->text().contains(QLatin1String("Came with load 1")); }, patience));
    QVERIFY(QTest::qWaitFor([&] { return page_->detail()->alike()->rowCount() > 0; }, patience));
    const qint64 like = page_->detail()->alike()->item(0, 0)->data(Qt::UserRole).toLongLong();
    emit page_->detail()->leadChosen(like);
    QVERIFY(settles(*page_));
    QCOMPARE(page_->model()->leadId(page_->table()->currentRow()), like);
  }

  void rowsAreCopiedAsCsvAndJsonToo() {
    page_->table()->setCurrentRow(3);
    for (const char* words : {"Copy as CSV", "Copy as JSON"}) {
      emit page_->table()->rowMenuWanted({});
      QSignalSpy told(page_.get(), &Page::notified);
      for (QMenu* menu : page_->findChildren<QMenu*>(QStringLiteral("rowMenu")))
        for (QAction* action : menu->actions())
          if (action->text() == QLatin1String(words)) action->trigger();
      QVERIFY(QTest::qWaitFor([&] { return told.count() > 0; }, patience));
      const QString text = QGuiApplication::clipboard()->text();
      if (QLatin1String(words).endsWith(QLatin1String("CSV")))
        QCOMPARE(text.count(QLatin1String("\r\n")), 2);
      else
        QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).array().size(), 1);
      for (QMenu* menu : page_->findChildren<QMenu*>(QStringLiteral("rowMenu"))) delete menu;
    }
  }

  void allFieldsOfALeadTellWhereItCameFrom() {
    QPushButton* fields = nullptr;
    for (QPushButton* button : page_->detail()->findChildren<QPushButton*>())
      if (button->text() == QLatin1String("All fields")) fields = button;
    QVERIFY(fields);
    fields->click();
    QVERIFY(page_->detail()->fieldsShown());
    QVERIFY(QTest::qWaitFor(
        [&] {
          for (const QLabel* label : page_->detail()->findChildren<QLabel*>())
            if (label->isVisible() && (label->text() + label->toolTip()).contains(QLatin1String("line"))) return true;
          return false;
        },
        patience));
  }

 private:
  const Frame& frame() const { return (*session_)->snapshot()->frame; }
  std::vector<double> column(std::string_view name) const {
    std::vector<double> values;
    for (const std::uint32_t row : page_->model()->rows()) values.push_back(frame().find(name)->number(row));
    return values;
  }
  qsizetype shownColumns() const {
    const TableLayout layout = layoutOf(page_->arrangement(), columnsOfPage());
    return std::count(layout.hidden.begin(), layout.hidden.end(), false);
  }
  LeadColumns columnsOfPage() const { return leadColumns(*(*session_)->snapshot(), columnFigures(frame(), {})); }
  HistogramHeader* mainHead() const {
    return page_->table()->findChildren<QTableView*>().last()->findChild<HistogramHeader*>();
  }
  void click(int column) {
    emit page_->table()->headClicked(column);
    QVERIFY(settles(*page_));
  }

  QTemporaryDir settings_;
  std::unique_ptr<LoadedSession> session_;
  std::unique_ptr<LeadsPage> page_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::LeadsPageTest)
#include "leads_page_test.moc"
