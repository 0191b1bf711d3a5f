#include <QLineEdit>
#include <QListWidget>

#include "app/gui/charts/charts_page.h"
#include "app/gui/kept/view_dialogs.h"
#include "app/gui/leads/leads_page.h"
#include "app/gui/page.h"
#include "shell_fixture.h"

namespace leadlight {

using namespace testing;

class KeptTest : public ShellFixture {
  Q_OBJECT

 private Q_SLOTS:
  void theFilterItsUndoAndThePageSurviveARestart() {
    start(true);
    session().load({place().write("leads.csv", madeLeads(120))});
    QVERIFY(settle(session()));
    session().setCondition("City", Filter::in("City", {"Mumbai"}));
    session().setCondition("", *parseFilter("TotalVisits >= 3 or Lead_Source = 'Google'"));
    session().undoFilter();
    window().showPage(pages::leads);
    window().resize(1111, 777);
    QVERIFY(settle(session()));
    quit();
    start(true);
    QCOMPARE(window().currentPage()->id(), QString(pages::leads));
    QCOMPARE(session().conditions().size(), 1u);
    QCOMPARE(session().conditions()[0].text(), Filter::in("City", {"Mumbai"}).text());
    QVERIFY(session().canRedoFilter());
    session().redoFilter();
    QCOMPARE(session().conditions().size(), 2u);
    QVERIFY(session().canUndoFilter());
  }

  // As after a crash: nothing is said at the end, the file alone counts.
  void aChangeIsOnDiskSoonAndReadableByTheUserAlone() {
    start(true);
    session().load({place().write("leads.csv", madeLeads(30))});
    QVERIFY(settle(session()));
    session().setCondition("City", Filter::in("City", {"Mumbai"}));
    const QString file = keptFilesOf(session().storeFile()).state;
    QTRY_VERIFY_WITH_TIMEOUT(keptStateOf(readKept(file)).filters["leads"].now().size() == 1, patience);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));
  }

  void aDamagedStateIsNoState() {
    for (const QByteArray& text : {QByteArray("{"), QByteArray("[]"), QByteArray("{\"leadlight_window\":2}"),
                                   QByteArray("{\"leadlight_window\":1,\"filters\":{\"leads\":{\"steps\":[[{\"filter\":"
                                              "\"and and\"}]],\"at\":99}}}")}) {
      const KeptState state = keptStateOf(text);
      for (const auto& [dataset, history] : state.filters) QVERIFY(history.now().empty());
    }
    QVERIFY(viewsOf("{\"leadlight_views\":1,\"views\":[{\"name\":\" \"},7]}").empty());
  }

  void aSavedViewComesBackWithItsFilterAndPageEvenAfterARestart() {
    start(true);
    session().load({place().write("leads.csv", madeLeads(120))});
    QVERIFY(settle(session()));
    session().setCondition("Lead_Source", Filter::in("Lead_Source", {"Google"}));
    window().showPage(pages::charts);
    QVERIFY(window().runAction("view.save"));
    auto* named = dialog<ViewNameDialog>();
    QVERIFY(named);
    QTest::keyClicks(named->findChild<QLineEdit*>(), "Only Google");
    QTest::keyClick(named, Qt::Key_Return);
    QCOMPARE(application().views().size(), 1u);
    quit();
    start(true);
    session().clearConditions();
    window().showPage(pages::files);
    ask("only goog");
    QCOMPARE(wordsOf(palette()).front(), "Open the view Only Google");
    enter();
    QCOMPARE(window().currentPage()->id(), QString(pages::charts));
    QCOMPARE(session().conditions().size(), 1u);
  }

  void aSavedViewComesBackWithItsColumnsOrderAndCharts() {
    start(true);
    session().load({place().write("leads.csv", madeLeads(60))});
    QVERIFY(settle(session()));
    auto& leads = shownPage<LeadsPage>(pages::leads);
    emit leads.table()->headClicked(leads.model()->columnOf("TotalVisits"));
    QVERIFY(settles(leads));
    ColumnArrangement arrangement = leads.arrangement();
    arrangement.hidden = {"City"};
    leads.arrange(arrangement);
    const std::vector<std::uint32_t> rows = leads.model()->rows();
    application().saveView("Visits");
    auto& charts = shownPage<ChartsPage>(pages::charts);
    const std::size_t cards = charts.cards().size();
    QVERIFY(cards > 1);
    application().saveView("Charts");
    emit charts.cards().front()->stepWanted(ChartCard::Step::Remove);
    QCOMPARE(charts.cards().size(), cards - 1);
    leads.arrange({});
    quit();

    start(true);
    const auto open = [this](const char* name) {
      for (const SavedView& view : application().views())
        if (view.name == QLatin1String(name)) return application().openView(view);
      QFAIL("no such view");
    };
    open("Visits");
    auto& again = shownPage<LeadsPage>(pages::leads);
    QVERIFY(again.arrangement().hidden == std::set<std::string>{"City"});
    QVERIFY(again.model()->rows() == rows);
    open("Charts");
    QCOMPARE(shownPage<ChartsPage>(pages::charts).cards().size(), cards);
  }

  void aViewIsRenamedAndDeleted() {
    startWith(madeLeads(30));
    application().saveView("First");
    application().saveView("First");
    QCOMPARE(application().views().size(), 1u);
    QVERIFY(window().runAction("view.manage"));
    auto* views = dialog<ViewsDialog>();
    QVERIFY(views);
    auto* list = views->findChild<QListWidget*>();
    QTest::keyClick(list, Qt::Key_F2);
    ViewNameDialog* named = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((named = views->findChild<ViewNameDialog*>()), patience);
    named->findChild<QLineEdit*>()->setText("Second");
    named->accept();
    QCOMPARE(application().views()[0].name, "Second");
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(application().views().empty());
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::KeptTest)
#include "gui_kept_test.moc"
