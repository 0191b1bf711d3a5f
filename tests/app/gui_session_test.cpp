#include <QElapsedTimer>
#include <QThread>

#include "gui_support.h"

namespace leadlight {

using namespace testing;

class SessionTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aNewStoreIsEmptyAndSaysSo() {
    const Place place;
    Session session(place.store());
    QSignalSpy snapshots(&session, &Session::snapshotChanged), linked(&session, &Session::linkedChanged);
    QVERIFY(session.busy());
    QVERIFY(settle(session));
    QCOMPARE(snapshots.size(), 1);
    QCOMPARE(linked.size(), 1);
    QVERIFY(!session.snapshot()->dataset);
    QVERIFY(session.snapshot()->loads.empty());
    QCOMPARE(session.linked()->snapshot, session.snapshot());
  }

  void aLoadedFileIsScoredAndShown() {
    const Place place;
    Session session(place.store());
    QSignalSpy loaded(&session, &Session::loaded), failed(&session, &Session::failed),
        busy(&session, &Session::busyChanged);
    const QString real = realLeads();
    session.load({real.isEmpty() ? place.write("Leads.csv", madeLeads(500)) : real});
    QVERIFY(settle(session));
    QCOMPARE(failed.size(), 0);
    QCOMPARE(loaded.size(), 1);
    const auto report = loaded[0][0].value<LoadReport>();
    QVERIFY(report.conserves());
    QCOMPARE(session.snapshot()->frame.rows(), report.fresh);
    QCOMPARE(session.linked()->all.leads, report.fresh);
    QCOMPARE(busy.last()[0].toBool(), false);
    if (real.isEmpty()) return;
    QCOMPARE(report.fresh, 9240u);
    QCOMPARE(session.linked()->all.converted, 3561u);
    QVERIFY(session.snapshot()->champion);
    QCOMPARE(session.linked()->all.scored, 9240u);
  }

  void theSameFileTwiceIsSkippedWithASentence() {
    const Place place;
    Session session(place.store());
    const QString file = place.write("a.csv", madeLeads(50));
    session.load({file});
    QVERIFY(settle(session));
    QSignalSpy notified(&session, &Session::notified);
    session.load({file});
    QVERIFY(settle(session));
    QCOMPARE(notified.size(), 1);
    QVERIFY(notified[0][0].toString().contains("Same content as load 1"));
    QCOMPARE(session.snapshot()->frame.rows(), 50u);
    QCOMPARE(session.snapshot()->loads.front().status, LoadReport::Status::Skipped);
  }

  void aFileThatIsNoLeadFileFailsAndStaysInTheHistory() {
    const Place place;
    Session session(place.store());
    QSignalSpy failed(&session, &Session::failed);
    session.load({place.write("photo.csv", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", 20))});
    QVERIFY(settle(session));
    QCOMPARE(failed.size(), 1);
    QVERIFY(!session.snapshot()->loads.empty());
    QCOMPARE(session.snapshot()->loads.front().status, LoadReport::Status::Failed);
  }

  void cancelStopsALoadAndLeavesEverythingAsItWas() {
    const Place place;
    Session session(place.store());
    session.load({place.write("first.csv", madeLeads(20))});
    QVERIFY(settle(session));
    const QString large = place.write("large.csv", madeLeads(400'000, 1000));
    QSignalSpy progressed(&session, &Session::progressed), notified(&session, &Session::notified);
    QSignalSpy loaded(&session, &Session::loaded);
    session.load({large, place.write("never.csv", madeLeads(10, 900'000))});
    QVERIFY(progressed.wait(patience));
    session.cancelTask();
    QVERIFY(QTest::qWaitFor([&] { return !session.busy(); }, patience));
    QVERIFY(settle(session));
    QCOMPARE(loaded.size(), 0);
    QCOMPARE(notified.size(), 1);
    QVERIFY(notified[0][0].toString().startsWith("Stopped."));
    QCOMPARE(session.snapshot()->frame.rows(), 20u);
    session.refresh();
    QVERIFY(settle(session));
    QCOMPARE(session.snapshot()->frame.rows(), 20u);
    QCOMPARE(session.snapshot()->loads.size(), 1u);
  }

  void progressComesWithFiguresAndNotTooOften() {
    const Place place;
    Session session(place.store());
    QVERIFY(settle(session));
    QSignalSpy progressed(&session, &Session::progressed);
    QElapsedTimer timer;
    timer.start();
    session.load({place.write("large.csv", madeLeads(60'000))});
    QVERIFY(settle(session));
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    QVERIFY(progressed.size() >= 2);
    QVERIFY(static_cast<double>(progressed.size()) <= 30 * seconds + 8);  // and one as each stage begins
    QVERIFY(progressed[0][0].value<TaskProgress>().task.contains("large.csv"));
  }

  void undoingALoadTakesItsLeadsAway() {
    const Place place;
    Session session(place.store());
    session.load({place.write("a.csv", madeLeads(30)), place.write("b.csv", madeLeads(20, 100))});
    QVERIFY(settle(session));
    QCOMPARE(session.snapshot()->frame.rows(), 50u);
    QSignalSpy notified(&session, &Session::notified);
    session.undoLoad(session.snapshot()->loads.front().id);
    QVERIFY(settle(session));
    QCOMPARE(session.snapshot()->frame.rows(), 30u);
    QCOMPARE(notified.size(), 1);
  }

  void conditionsNarrowTheLinkedRowsAndUndoBringsThemBack() {
    const Place place;
    Session session(place.store());
    session.load({place.write("a.csv", madeLeads(300))});
    session.setViews({{"Lead_Source", 20}, {"TotalVisits", 10}});
    QVERIFY(settle(session));
    QCOMPARE(session.linked()->views.size(), 2u);
    QSignalSpy conditions(&session, &Session::conditionsChanged);
    session.setCondition("Lead_Source", Filter::equals("Lead_Source", "Google"));
    QCOMPARE(conditions.size(), 1);
    QVERIFY(settle(session));
    QCOMPARE(session.linked()->kept.leads, 100u);
    session.setCondition("TotalVisits", Filter::range("TotalVisits", "5", std::nullopt));
    QVERIFY(settle(session));
    QCOMPARE(session.linked()->kept.leads, 50u);
    session.undoFilter();
    QVERIFY(settle(session));
    QCOMPARE(session.linked()->kept.leads, 100u);
    session.redoFilter();
    session.clearConditions();
    QVERIFY(settle(session));
    QCOMPARE(session.linked()->kept.leads, 300u);
    QVERIFY(session.canUndoFilter());
  }

  void manyStepsAtOnceEndWithTheLast() {
    const Place place;
    Session session(place.store());
    session.load({place.write("a.csv", madeLeads(1000))});
    QVERIFY(settle(session));
    for (int i = 0; i <= 9; ++i)
      session.setCondition("TotalVisits", Filter::range("TotalVisits", std::to_string(i), std::nullopt));
    QVERIFY(settle(session));
    QCOMPARE(session.linked()->kept.leads, 100u);
  }

  void aReadAnswersOnTheWindowsThreadUnlessItsContextIsGone() {
    const Place place;
    Session session(place.store());
    session.load({place.write("a.csv", madeLeads(40))});
    QVERIFY(settle(session));
    auto gone = std::make_unique<QObject>();
    bool answeredToNobody = false;
    session.read<int>(
        gone.get(), [](Store&) { return 1; }, [&](int) { answeredToNobody = true; });
    gone.reset();
    std::optional<std::uint64_t> leads;
    QThread* thread = nullptr;
    session.read<std::uint64_t>(
        this, [](Store& store) { return *store.leadCount("leads"); },
        [&](std::uint64_t count) {
          leads = count;
          thread = QThread::currentThread();
        });
    QVERIFY(QTest::qWaitFor([&] { return leads.has_value(); }, patience));
    QCOMPARE(*leads, 40u);
    QCOMPARE(thread, QThread::currentThread());
    QVERIFY(!answeredToNobody);
  }

  void theSampleLoadsAndScores() {
    const Place place;
    Session session(place.store());
    QSignalSpy loaded(&session, &Session::loaded), failed(&session, &Session::failed);
    session.loadSample();
    QVERIFY(settle(session));
    QCOMPARE(failed.size(), 0);
    QVERIFY(loaded.size() >= 2);
    QVERIFY(session.snapshot()->frame.rows() > 100);
    QCOMPARE(session.linked()->all.scored, session.linked()->all.leads);
  }

  void aDamagedStoreIsRefusedWithItsCode() {
    const Place place;
    place.write("leads.db", QByteArray(4096, 'x'));
    Session session(place.store());
    QSignalSpy failed(&session, &Session::failed);
    QVERIFY(failed.wait(patience));
    QCOMPARE(failed[0][0].value<Error>().code, Errc::StoreDamaged);
    QVERIFY(settle(session));
    QVERIFY(!session.snapshot()->dataset);
  }
};

}  // namespace leadlight

QTEST_GUILESS_MAIN(leadlight::SessionTest)
#include "gui_session_test.moc"
