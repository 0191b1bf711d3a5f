#include <QLineEdit>

#include "app/gui/leads/leads_page.h"
#include "app/gui/page.h"
#include "app/gui/scoring/scoring_page.h"
#include "app/gui/scoring/scoring_train_tab.h"
#include "shell_fixture.h"
#include "store_gate.h"

namespace leadlight {

using namespace testing;

// The window's thread stays free: how long it is held at most is measured by bench/window_bench.
class ThreadTest : public ShellFixture {
  Q_OBJECT

 private Q_SLOTS:
  void loadingFilteringSortingAndTrainingAskNothingOfTheStoreOnTheWindowsThread() {
    loadLeads();
    filterByVisits();
    sortBy(shownPage<LeadsPage>(pages::leads), "TotalVisits");
    findInPalette();
    auto& scoring = shownPage<ScoringPage>(pages::scoring);
    scoring.showTab(ScoringPage::Train);
    QVERIFY(settles(scoring));
    ScoringTrainTab& train = *scoring.train();
    train.form()->methodBox()->setCurrentIndex(frequency);
    train.form()->trainButton()->click();
    QVERIFY(train.learning());
    QVERIFY(QTest::qWaitFor([&] { return !train.learning() && session().settled() && scoring.settled(); }, patience));
    QCOMPARE(scoring.scene().scorecard()->scorecard.provenance.method, std::string("frequency"));
    QVERIFY(gate_.statementsElsewhere() > 100);
    QCOMPARE(gate_.statementsHere(), 0);
  }

  void everyPageAnswersWhileALoadIsHeldInTheStore() {
    loadLeads();
    const std::size_t before = session().snapshot()->frame.rows();
    std::optional<StoreGate::Closed> closed(gate_);
    session().load({place().write("more.csv", madeLeads(500, 100'000))});
    QVERIFY(QTest::qWaitFor([&] { return gate_.holds(); }, patience));
    for (const Page* page : window().pages()) {
      window().showPage(page->id());
      QVERIFY(!window().grab().isNull());
    }
    filterByVisits();
    sortBy(shownPage<LeadsPage>(pages::leads), "TotalVisits");
    findInPalette();
    QVERIFY(gate_.holds() && session().busy());
    QCOMPARE(session().snapshot()->frame.rows(), before);
    closed.reset();
    QVERIFY(settle(session()));
    QCOMPARE(session().snapshot()->frame.rows(), before + 500);
    QCOMPARE(gate_.statementsHere(), 0);
  }

 private:
  void loadLeads() {
    startWith(madeLeads(600));
    window().showPage(pages::charts);
  }
  void filterByVisits() {
    session().setCondition("TotalVisits", Filter::range("TotalVisits", "3", std::nullopt));
    QVERIFY(QTest::qWaitFor([&] { return session().linked()->kept.leads < session().linked()->all.leads; }, patience));
  }
  void sortBy(LeadsPage& leads, const char* column) {
    const std::vector<std::uint32_t> before = leads.model()->rows();
    emit leads.table()->headClicked(leads.model()->columnOf(column));
    QVERIFY(QTest::qWaitFor([&] { return leads.model()->rows() != before; }, patience));
  }
  void findInPalette() {
    palette().open(window().possibleActions());
    QTest::keyClicks(palette().field(), "google");
    QVERIFY(QTest::qWaitFor([&] { return palette().settled() && !wordsOf(palette()).isEmpty(); }, patience));
    QTest::keyClick(palette().field(), Qt::Key_Escape);
  }

  static constexpr int frequency = 3;  // in the list of methods
  StoreGate gate_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ThreadTest)
#include "gui_thread_test.moc"
