#include <QDir>
#include <QTableView>

#include "app/gui/files/load_details.h"
#include "app/gui/files/load_history.h"
#include "files_page_fixture.h"
#include "widgets/files/snapshot_dialog.h"
#include "widgets/files/watch_strip.h"

namespace leadlight {

using namespace testing;

class FilesPageTest : public FilesPageFixture {
  Q_OBJECT

 private:
  // Beside the figures of the load that is looked at.
  bool isTold(const QString& remark) {
    const auto labels = part<LoadDetails>()->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == remark; });
  }

 private Q_SLOTS:
  void init() { openPage(); }
  void cleanup() { closePage(); }

  void aRejectedRowIsCorrectedInPlaceAndSentAgain() {
    session_->load({place_->write("a.csv", madeLeads(30) + ",Google,Mumbai,1,0\n")});
    QVERIFY(settle(*session_));
    auto* details = part<LoadDetails>();
    QTest::mouseClick(button("Rejected 1"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(details->quarantine()->model().rowCount(), 1, patience);
    auto* table = details->quarantine()->findChild<QTableView*>();
    QAbstractItemModel* model = table->model();
    const int fault = details->quarantine()->model().faultOf(0);
    QCOMPARE(model->headerData(fault, Qt::Horizontal).toString(), "Prospect ID");
    QVERIFY(!button("Send again")->isEnabled());
    QVERIFY(model->setData(model->index(0, fault), "p900"));
    QTest::mouseClick(button("Send 1 corrected rows again"), Qt::LeftButton);
    QVERIFY(settle(*session_));
    QCOMPARE(leads(), 31u);
    QCOMPARE(session_->snapshot()->loads.front().retryOf, std::optional<std::int64_t>(1));
  }

  void aLoadSaysWhichColumnItMadeText() {
    session_->load({place_->write("a.csv", "id,visits\n1,3\n2,4\n"), place_->write("b.csv", "id,visits\n3,many\n")});
    QVERIFY(settle(*session_));
    QVERIFY(isTold("visits changed its type from Whole number to Text: line 2 does not fit."));
  }

  void aLoadSaysOfWhichDatesNothingTellsDayFromMonth() {
    session_->load({place_->write("a.csv", "id,called,met\n1,03/04/2026,07/08/2026\n2,05/06/2026,09/10/2026\n")});
    QVERIFY(settle(*session_));
    QVERIFY(isTold(
        "Read day first, though no value tells day from month: called, met. If that is wrong, undo this load and "
        "choose month first when you load the file again."));
  }

  void leadsCanBeSeenAsOfAnEarlierLoad() {
    session_->load({place_->write("a.csv", madeLeads(30)), place_->write("b.csv", madeLeads(20, 100))});
    QVERIFY(settle(*session_));
    QCOMPARE(leads(), 50u);
    session_->showAsOf(1);
    QVERIFY(settle(*session_));
    QCOMPARE(leads(), 30u);
    QCOMPARE(session_->snapshot()->asOf, std::optional<std::int64_t>(1));
    std::optional<std::uint64_t> read;
    session_->read<std::uint64_t>(
        this, [](Store& store) { return *store.leadCount("leads"); }, [&](std::uint64_t count) { read = count; });
    QTRY_VERIFY_WITH_TIMEOUT(read, patience);
    QCOMPARE(*read, 30u);
    session_->showAsOf(std::nullopt);
    QVERIFY(settle(*session_));
    QCOMPARE(leads(), 50u);
  }

  void aSnapshotIsMadeAndGoneBackTo() {
    session_->load({place_->write("a.csv", madeLeads(30))});
    QVERIFY(settle(*session_));
    QTest::mouseClick(button("Snapshots"), Qt::LeftButton);
    auto* dialog = part<SnapshotDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(button("Make a snapshot", dialog)->isEnabled(), patience);
    QTest::mouseClick(button("Make a snapshot", dialog), Qt::LeftButton);
    QVERIFY(settle(*session_));
    auto* table = dialog->findChild<QTableView*>();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
    session_->load({place_->write("b.csv", madeLeads(20, 100))});
    QVERIFY(settle(*session_));
    QCOMPARE(leads(), 50u);
    auto* back = button(QString::fromUtf8("Go back to this one…"), dialog);
    QTRY_VERIFY_WITH_TIMEOUT(back->isEnabled(), patience);
    QTest::mouseClick(back, Qt::LeftButton);
    QTest::mouseClick(button("Go back", dialog), Qt::LeftButton);
    QVERIFY(settle(*session_));
    QCOMPARE(leads(), 30u);
  }

  void aWatchedFolderLoadsWhatIsPutThere() {
    const QString folder = place_->file("in");
    QVERIFY(QDir().mkpath(folder));
    session_->watch(folder);
    QVERIFY(part<WatchStrip>()->isVisible());
    QFile file(place_->write("here.csv", madeLeads(25)));
    QVERIFY(file.rename(folder + "/here.csv"));
    QTRY_VERIFY_WITH_TIMEOUT(leads() == 25u && session_->settled(), patience);
    QCOMPARE(part<LoadHistory>()->model()->rowCount(), 1);
    QVERIFY(QFile::exists(folder + "/done/here.csv"));
    QTest::mouseClick(button("Stop watching"), Qt::LeftButton);
    QVERIFY(!part<WatchStrip>()->isVisible());
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::FilesPageTest)
#include "files_page_test.moc"
