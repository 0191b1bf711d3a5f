#include <QLineEdit>

#include "app/gui/leads/leads_page.h"
#include "app/gui/page.h"
#include "app/gui/scoring/scoring_page.h"
#include "app/gui/scoring/scoring_train_tab.h"
#include "shell_fixture.h"
#include "stall_watch.h"

namespace leadlight {

using namespace testing;

class StallTest : public ShellFixture {
  Q_OBJECT

 private Q_SLOTS:
  void aDeliberateStallIsSeen() {
    StallWatch watch;
    QTest::qWait(40);
    QVERIFY(watch.longest() < StallWatch::budget);
    QThread::msleep(400);
    QVERIFY(watch.longest() >= std::chrono::milliseconds(300));
    QTest::qWait(20);
    watch.reset();
    QTest::qWait(40);
    QVERIFY(watch.longest() < StallWatch::budget);
  }

  void loadingFilteringSortingAndTrainingNeverHoldTheWindow() {
    const QString real = realLeads();
    start();
    window().showPage(pages::charts);
    QVERIFY(settle(session()));
    StallWatch watch;
    const auto check = [&](const char* what) {
      const auto longest = watch.longest();
      qInfo("%s: longest stall %d ms", what, static_cast<int>(longest.count()));
      watch.reset();
      return longest < StallWatch::budget;
    };
    session().load({real.isEmpty() ? place().write("leads.csv", madeLeads(9000)) : real});
    QVERIFY(settle(session()));
    QVERIFY(check("load"));
    for (int visits = 0; visits < 12; ++visits) {
      session().setCondition("TotalVisits", Filter::range("TotalVisits", std::to_string(visits), std::nullopt));
      QVERIFY(settle(session()));
    }
    QVERIFY(check("brush"));
    auto& leads = shownPage<LeadsPage>(pages::leads);
    QVERIFY(check("table"));
    for (const char* column : {"Prospect_ID", "TotalVisits", "Lead_Source"}) {
      emit leads.table()->headClicked(leads.model()->columnOf(column));
      QVERIFY(settles(leads));
    }
    QVERIFY(check("sort"));
    palette().open(window().possibleActions());
    QTest::keyClicks(palette().field(), "google");
    QVERIFY(QTest::qWaitFor([&] { return palette().settled(); }, patience));
    QVERIFY(check("palette"));
    QTest::keyClick(palette().field(), Qt::Key_Escape);
    auto& scoring = shownPage<ScoringPage>(pages::scoring);
    scoring.showTab(ScoringPage::Train);
    QVERIFY(settles(scoring));
    QVERIFY(check("scoring"));
    ScoringTrainTab& train = *scoring.train();
    train.form()->methodBox()->setCurrentIndex(logistic);
    train.form()->trainButton()->click();
    QVERIFY(train.learning());
    QVERIFY(
        QTest::qWaitFor([&] { return !train.learning() && session().settled() && settles(scoring); }, 9 * patience));
    QVERIFY(check("train"));
    QVERIFY(scoring.scene().scorecard()->scorecard.provenance.method == "logistic");
  }

 private:
  static constexpr int logistic = 2;  // in the list of methods
};

}  // namespace leadlight

QTEST_MAIN(leadlight::StallTest)
#include "gui_stall_test.moc"
