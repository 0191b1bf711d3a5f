#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "app/gui/leads/leads_page.h"
#include "leads_session.h"
#include "widgets/ledger_view.h"
#include "widgets/score_header.h"

namespace leadlight {

using testing::leadFile;
using testing::LoadedSession;
using testing::settles;

class LeadsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    session_ = std::make_unique<LoadedSession>(leadFile());
    QVERIFY(session_->ready());
  }
  void cleanupTestCase() { session_.reset(); }

  void init() {
    (*session_)->clearConditions();
    page_ = std::make_unique<LeadsPage>(**session_);
    page_->resize(1100, 700);
    page_->show();
    QVERIFY(QTest::qWaitFor([this] { return page_->model()->rowCount() > 0; }, 20'000));
    QVERIFY(settles(*page_));
  }
  void cleanup() { page_.reset(); }

  void allLeadsAreShownBestScoreFirst() {
    const LeadTableModel& model = *page_->model();
    QCOMPARE(static_cast<std::size_t>(model.rowCount()), frame().rows());
    const std::vector<double> scores = column(scoreColumn);
    QVERIFY(std::is_sorted(scores.begin(), scores.end(), std::greater<>()));
    QVERIFY(scores.front() > scores.back());
    std::set<std::uint32_t> rows(model.rows().begin(), model.rows().end());
    QCOMPARE(rows.size(), frame().rows());
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
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, 5000));
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
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() == frame().rows(); }, 5000));
  }

  void aFilterNarrowsTheTableAndLeavesOneChip() {
    (*session_)->setCondition("Lead_Source", Filter::equals("Lead_Source", "Google"));
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, 5000));
    const Column* source = frame().find("Lead_Source");
    for (const std::uint32_t row : page_->model()->rows()) QCOMPARE(source->textAt(row), std::string("Google"));
    (*session_)->undoFilter();
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() == frame().rows(); }, 5000));
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
    QVERIFY(QTest::qWaitFor([&] { return told.count() > 0; }, 5000));
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    const qsizetype columns = page_->model()->columnCount();
    QCOMPARE(lines[0].split(QLatin1Char('\t')).size(), columns);
    QCOMPARE(lines[1].split(QLatin1Char('\t')).size(), columns);
  }

  void anExportHoldsExactlyTheShownLeads() {
    (*session_)->setCondition("Lead_Source", Filter::equals("Lead_Source", "Reference"));
    QVERIFY(QTest::qWaitFor([&] { return page_->model()->rows().size() < frame().rows(); }, 5000));
    QVERIFY(settles(*page_));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    QSignalSpy told(page_.get(), &Page::notified);
    page_->exportTo(path);
    QVERIFY(QTest::qWaitFor([&] { return told.count() > 0; }, 10'000));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\r\n"), static_cast<qsizetype>(page_->model()->rows().size()) + 1);
    QCOMPARE(text.count("Reference"), static_cast<qsizetype>(page_->model()->rows().size()));
    QVERIFY(!QFile::exists(path + QStringLiteral(".part")));
  }

  void allFieldsOfALeadTellWhereItCameFrom() {
    QPushButton* fields = nullptr;
    for (QPushButton* button : page_->detail()->findChildren<QPushButton*>())
      if (button->text().startsWith(QLatin1String("All "))) fields = button;
    QVERIFY(fields);
    fields->click();
    QVERIFY(page_->detail()->fieldsShown());
    QVERIFY(QTest::qWaitFor(
        [&] {
          for (const QLabel* label : page_->detail()->findChildren<QLabel*>())
            if (label->isVisible() && (label->text() + label->toolTip()).contains(QLatin1String("line"))) return true;
          return false;
        },
        5000));
  }

 private:
  const Frame& frame() const { return (*session_)->snapshot()->frame; }
  std::vector<double> column(std::string_view name) const {
    std::vector<double> values;
    for (const std::uint32_t row : page_->model()->rows()) values.push_back(frame().find(name)->number(row));
    return values;
  }
  void click(int column) {
    emit page_->table()->headClicked(column);
    QVERIFY(settles(*page_));
  }

  std::unique_ptr<LoadedSession> session_;
  std::unique_ptr<LeadsPage> page_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::LeadsPageTest)
#include "leads_page_test.moc"
