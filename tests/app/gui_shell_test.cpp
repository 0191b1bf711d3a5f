#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>

#include "app/gui/files/drop_zone.h"
#include "app/gui/long_task_notice.h"
#include "app/gui/page.h"
#include "app/gui/settings/settings_dialog.h"
#include "app/gui/settings/shortcuts_sheet.h"
#include "app/gui/status_line.h"
#include "app/gui/tour/tour.h"
#include "shell_fixture.h"

namespace leadlight {

using namespace testing;

class ShellTest : public ShellFixture {
  Q_OBJECT

 private Q_SLOTS:
  void twoWindowsOnOneStoreLoadAtOnceAndBothSeeAll() {
    start();
    QVERIFY(window().runAction("window.new"));
    QCOMPARE(windows().all().size(), 2u);
    Session& other = application(1).session();
    QVERIFY(settle(other));
    QSignalSpy failed(&session(), &Session::failed), otherFailed(&other, &Session::failed);
    session().load({place().write("a.csv", madeLeads(20'000))});
    other.load({place().write("b.csv", madeLeads(15'000, 50'000))});
    session().load({place().write("c.csv", madeLeads(100, 90'000))});
    const auto seesAll = [](Session& one) { return one.settled() && one.snapshot()->frame.rows() == 35'100; };
    QVERIFY(QTest::qWaitFor([&] { return seesAll(session()) && seesAll(other); }, patience));
    QCOMPARE(failed.size() + otherFailed.size(), 0);
    session().setCondition("Lead_Source", Filter::in("Lead_Source", {"Google"}));
    QVERIFY(settle(session()));
    QVERIFY(other.conditions().empty());
    application(1).window().close();
    QTRY_COMPARE_WITH_TIMEOUT(windows().all().size(), 1u, patience);
  }

  void settingsReachEveryWindowAtOnce() {
    startWith(madeLeads(30));
    QVERIFY(window().runAction("window.new"));
    QVERIFY(window().runAction("window.settings"));
    auto* settings = dialog<SettingsDialog>();
    QVERIFY(settings);
    QVERIFY(nameless(*settings).isEmpty());
    Preferences chosen = application().preferences();
    chosen.theme = "dark";
    chosen.numbers = "de_DE";
    emit settings->changed(chosen);
    QTRY_COMPARE_WITH_TIMEOUT(application(1).preferences().theme, "dark", patience);
    QCOMPARE(QLocale().name(), "de_DE");
    QTRY_VERIFY_WITH_TIMEOUT(dialog<SettingsDialog>(), patience);  // built anew with its window
    QCOMPARE(window().palette().color(QPalette::Window), darkTheme().window);
  }

  void theTourIsWalkedByKeysAndEndsWithEsc() {
    start();
    QVERIFY(window().runAction("help.tour"));
    auto* tour = window().findChild<Tour*>();
    QVERIFY(tour && tour->isVisible());
    QCOMPARE(tour->target(), static_cast<QWidget*>(window().findChild<DropZone*>()));
    const QStringList wanted{pages::files, pages::charts, pages::leads, pages::scoring};
    for (const QString& page : wanted) {
      QCOMPARE(window().currentPage()->id(), page);
      QTest::keyClick(tour, Qt::Key_Right);
    }
    QCOMPARE(tour->at(), 4u);
    QTest::keyClick(tour, Qt::Key_Left);
    QCOMPARE(tour->at(), 3u);
    for (const QLabel* label : tour->findChildren<QLabel*>())
      if (label->wordWrap()) QCOMPARE(label->height(), 2 * label->fontMetrics().lineSpacing());  // the first had three
    QVERIFY(nameless(*tour).isEmpty());
    QTest::keyClick(tour, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!window().findChild<Tour*>(), patience);
  }

  void theSheetListsEveryKey() {
    start();
    QTest::keyClick(&window(), Qt::Key_F1);
    auto* sheet = dialog<ShortcutsSheet>();
    QVERIFY(sheet);
    QStringList shown;
    for (const QLabel* label : sheet->findChildren<QLabel*>()) shown << label->text();
    for (const Action& action : window().possibleActions())
      if (!action.keys.isEmpty()) QVERIFY2(shown.contains(action.words), qPrintable(action.words));
  }

  void aQuestionMarkOpensTheSheetUnlessItIsTyped() {
    start();
    window().showPage(QString::fromLatin1(pages::leads));
    window().currentPage()->find();
    auto* field = qobject_cast<QLineEdit*>(window().focusWidget());
    QVERIFY(field);
    QTest::keyClick(field, '?');
    QCOMPARE(field->text(), QStringLiteral("?"));
    QVERIFY(!window().findChild<ShortcutsSheet*>());
    field->clearFocus();
    QTest::keyClick(&window(), '?');
    QTRY_VERIFY_WITH_TIMEOUT(window().findChild<ShortcutsSheet*>(), patience);
  }

  void theEndOfALongTaskIsToldWhenTheWindowIsNotActive() {
    start();
    LongTaskNotice notice([this]() -> MainWindow& { return window(); }, session(), 0);
    QSignalSpy told(&notice, &LongTaskNotice::told);
    QDialog inFront;
    inFront.show();
    inFront.activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(!window().isActiveWindow(), patience);
    session().load({place().write("leads.csv", madeLeads(2000))});
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), patience);
    QVERIFY(told[0][0].toString().contains("leads.csv"));
  }

  void aTaskOfHalfASecondIsToldOnEveryPageWithItsCancel() {
    StatusLine line;
    line.show();
    QSignalSpy cancelled(&line, &StatusLine::cancelAsked);
    auto* cancel = line.findChild<QAbstractButton*>();
    TaskProgress progress;
    progress.task = "Loading Leads.csv";
    progress.stage = "load";
    progress.share = 0.4;
    line.setBusy(true);
    line.setProgress(progress);
    QVERIFY(!cancel->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), patience);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    line.setBusy(false);
    QVERIFY(!cancel->isVisible());
  }

  void everythingThatCanBePressedHasAName() {
    const QString real = realLeads();
    start();
    session().load({real.isEmpty() ? place().write("leads.csv", madeLeads(300)) : real});
    QVERIFY(settle(session()));
    QStringList found;
    for (Page* page : window().pages()) {
      for (const QString& view : QStringList{QString()} + page->views()) {
        window().showPage(page->id());
        page->showView(view);
        QVERIFY(QTest::qWaitFor([&] { return page->settled() && session().settled(); }, patience));
        for (const QString& one : nameless(window()))
          if (!found.contains(page->id() + ": " + one)) found << page->id() + ": " + one;
      }
    }
    QVERIFY2(found.isEmpty(), qPrintable('\n' + found.join('\n')));
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ShellTest)
#include "gui_shell_test.moc"
