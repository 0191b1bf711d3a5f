#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QStandardPaths>

#include "app/gui/files/drop_zone.h"
#include "app/gui/kept/view_dialogs.h"
#include "app/gui/leads/leads_page.h"
#include "app/gui/long_task_notice.h"
#include "app/gui/page.h"
#include "app/gui/palette/command_palette.h"
#include "app/gui/palette/fuzzy.h"
#include "app/gui/settings/settings_dialog.h"
#include "app/gui/settings/shortcuts_sheet.h"
#include "app/gui/side_panel.h"
#include "app/gui/status_line.h"
#include "app/gui/tour/tour.h"
#include "app/gui/windows.h"
#include "gui_support.h"
#include "stall_watch.h"

namespace leadlight {

using namespace testing;

namespace {

QByteArray people(int rows) {
  QByteArray text = "Prospect ID,First Name,Email,Mobile,Do Not Email,City,Converted\n";
  for (int i = 0; i < rows; ++i) {
    const QByteArray n = QByteArray::number(i);
    text += "p" + n + ",Maria" + n + ",maria" + n + "@mail.example,+34 600 100 " + QByteArray::number(100 + i % 900) +
            ",No," + (i % 2 ? "Thane" : "Pune") + ',' + (i % 4 ? '0' : '1') + '\n';
  }
  return text;
}

QStringList wordsOf(const CommandPalette& palette) {
  QStringList words;
  for (const PaletteEntry& entry : palette.model().entries()) words << entry.words;
  return words;
}

// Every widget below that a keyboard or a mouse can operate.
bool isInteractive(const QWidget* widget) {
  return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
         qobject_cast<const QComboBox*>(widget) || (widget->focusPolicy() & Qt::TabFocus) != 0;
}

// What QAccessible finds without a name: class, object name and where it sits.
QStringList nameless(QWidget& root) {
  QStringList found;
  for (QWidget* widget : root.findChildren<QWidget*>()) {
    if (!widget->isVisibleTo(&root) || !isInteractive(widget)) continue;
    const auto* area = qobject_cast<QAbstractScrollArea*>(widget->parentWidget());
    if (area && area->viewport() == widget) continue;
    // Parts of a widget that has a name itself.
    const QString parent = QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    const QString name = widget->objectName();
    if (name.startsWith(QLatin1String("qt_")) || widget->parentWidget()->focusProxy() == widget) continue;
    if (qobject_cast<QComboBox*>(widget->parentWidget()) || parent == QLatin1String("QLineEdit")) continue;
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
    if (face && !face->text(QAccessible::Name).trimmed().isEmpty()) continue;
    found << QStringLiteral("%1 '%2' in %3").arg(QString::fromLatin1(widget->metaObject()->className()), name, parent);
  }
  return found;
}

}  // namespace

class ShellTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<Place> place_;
  std::unique_ptr<Windows> windows_;

  Application& application(std::size_t i = 0) { return *windows_->all()[i]; }
  MainWindow& window() { return application().window(); }
  Session& session() { return application().session(); }
  CommandPalette& palette() { return *window().commands(); }

  void start(bool keep = false, const Preferences& preferences = {"light", "en", false}) {
    if (!place_) place_ = std::make_unique<Place>();
    windows_ = std::make_unique<Windows>(*qApp, keep);
    windows_->open(place_->store(), preferences);
    window().resize(1280, 800);
    window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
    QVERIFY(settle(session()));
  }
  void startWith(const QByteArray& leads, const Preferences& preferences = {"light", "en", false}) {
    start(false, preferences);
    session().load({place_->write("leads.csv", leads)});
    QVERIFY(settle(session()));
  }
  void ask(const QString& query) {
    if (!palette().isVisible()) QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette().isVisible());
    palette().field()->clear();
    QTest::keyClicks(palette().field(), query);
    QVERIFY(QTest::qWaitFor([&] { return palette().settled(); }, patience));
    QTest::qWait(0);
  }
  void enter() { QTest::keyClick(palette().field(), Qt::Key_Return); }
  template <class T>
  T* dialog() {
    T* found = nullptr;
    (void)QTest::qWaitFor([&] { return (found = window().findChild<T*>()) && found->isVisible(); }, patience);
    return found;
  }

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("leadlight-test");
    QCoreApplication::setApplicationName("leadlight-shell-test");
  }
  void init() {
    QSettings().clear();
    place_ = std::make_unique<Place>();
    qputenv("XDG_DATA_HOME", place_->file("data").toLocal8Bit());
  }
  void cleanup() {
    windows_.reset();
    place_.reset();
  }

  void betterAnswersComeFirst() {
    const auto rank = [](const char* query, const char* text) {
      return fuzzyRank(foldedText(QString::fromUtf8(query)), foldedText(QString::fromUtf8(text)));
    };
    QVERIFY(*rank("google", "Google") > *rank("google", "Google Ads"));
    QVERIFY(*rank("goo", "Google") > *rank("goo", "Bing Goo"));
    QVERIFY(*rank("oogl", "Google") > *rank("gole", "Go legal"));
    QVERIFY(!rank("goo", "Go to Files"));
    QVERIFY(rank("educacion", "Educación").has_value());
    QVERIFY(rank("gc", "Go to Charts").has_value());
    QVERIFY(rank("charts go", "Go to Charts").has_value());
    QVERIFY(!rank("zebra", "Go to Charts"));
    QVERIFY(!rank("google", "Go to a large new building entirely"));
  }

  void thePaletteRunsAnActionByKeyboardAlone() {
    start();
    ask("go to chart");
    QCOMPARE(wordsOf(palette()).front(), "Go to Charts");
    QCOMPARE(palette().model().entries().front().note, QKeySequence("Alt+2").toString(QKeySequence::NativeText));
    enter();
    QVERIFY(!palette().isVisible());
    QCOMPARE(window().currentPage()->id(), QString(pages::charts));
  }

  void thePaletteFindsAValueWithItsCountAndFiltersByIt() {
    startWith(madeLeads(120));
    ask("goog");
    const PaletteEntry& first = palette().model().entries().front();
    QCOMPARE(first.words, "Keep Lead Source = Google");
    QCOMPARE(first.note, "40 leads");
    QVERIFY(wordsOf(palette()).contains("Leave out Lead Source = Google"));
    enter();
    QVERIFY(settle(session()));
    QCOMPARE(session().linked()->kept.leads, 40u);
    ask("lead source olark");
    QVERIFY(wordsOf(palette()).contains("Keep Lead Source = Olark Chat"));
    QTest::keyClick(palette().field(), Qt::Key_Escape);
    QVERIFY(!palette().isVisible());
  }

  void thePaletteOpensALeadThatTheFilterLeftOut() {
    startWith(madeLeads(120));
    session().setCondition("Lead_Source", Filter::in("Lead_Source", {"Google"}));
    QVERIFY(settle(session()));
    ask("p7");
    QVERIFY(wordsOf(palette()).contains("Open the lead with Prospect ID p7"));
    QVERIFY2(wordsOf(palette()).front() == "Open the lead with Prospect ID p7",
             qPrintable(wordsOf(palette()).join('\n')));
    enter();
    QCOMPARE(window().currentPage()->id(), QString(pages::leads));
    QVERIFY(session().conditions().empty());
    session().undoFilter();
    QCOMPARE(session().conditions().size(), 1u);
  }

  void thePaletteGoesToAColumnAndFindsInTheTable() {
    startWith(madeLeads(60));
    ask("totalvis");
    QCOMPARE(wordsOf(palette()).front(), "Go to column Total Visits");
    enter();
    QCOMPARE(window().currentPage()->id(), QString(pages::leads));
    ask("mumb");
    QCOMPARE(wordsOf(palette()).back(), "Find mumb in every column");
    QTest::keyClick(palette().field(), Qt::Key_Up);
    enter();
    const auto fields = window().currentPage()->findChildren<QLineEdit*>();
    QVERIFY(std::any_of(fields.begin(), fields.end(), [](const QLineEdit* field) { return field->text() == "mumb"; }));
  }

  void everyActionHasANameOfItsOwnAndNoTwoShareKeys() {
    startWith(madeLeads(30));
    QStringList ids, keys;
    for (const Action& action : window().possibleActions()) {
      QVERIFY2(!action.words.isEmpty() && !action.group.isEmpty() && action.run, qPrintable(action.id));
      QVERIFY2(!ids.contains(action.id), qPrintable(action.id));
      ids << action.id;
      if (action.keys.isEmpty()) continue;
      QVERIFY2(!keys.contains(action.keys.toString()), qPrintable(action.keys.toString()));
      keys << action.keys.toString();
    }
    QVERIFY(ids.size() > 25);
    QVERIFY(!window().runAction("no.such.action"));
    QVERIFY(!window().runAction("filter.undo"));
  }

  void theFilterItsUndoAndThePageSurviveARestart() {
    start(true);
    session().load({place_->write("leads.csv", madeLeads(120))});
    QVERIFY(settle(session()));
    session().setCondition("City", Filter::in("City", {"Mumbai"}));
    session().setCondition("", *parseFilter("TotalVisits >= 3 or Lead_Source = 'Google'"));
    session().undoFilter();
    window().showPage(pages::leads);
    window().resize(1111, 777);
    QVERIFY(settle(session()));
    windows_.reset();
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
    session().load({place_->write("leads.csv", madeLeads(30))});
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
    session().load({place_->write("leads.csv", madeLeads(120))});
    QVERIFY(settle(session()));
    session().setCondition("Lead_Source", Filter::in("Lead_Source", {"Google"}));
    window().showPage(pages::charts);
    QVERIFY(window().runAction("view.save"));
    auto* named = dialog<ViewNameDialog>();
    QVERIFY(named);
    QTest::keyClicks(named->findChild<QLineEdit*>(), "Only Google");
    QTest::keyClick(named, Qt::Key_Return);
    QCOMPARE(application().views().size(), 1u);
    windows_.reset();
    start(true);
    session().clearConditions();
    window().showPage(pages::files);
    ask("only goog");
    QCOMPARE(wordsOf(palette()).front(), "Open the view Only Google");
    enter();
    QCOMPARE(window().currentPage()->id(), QString(pages::charts));
    QCOMPARE(session().conditions().size(), 1u);
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
    QTRY_VERIFY((named = views->findChild<ViewNameDialog*>()));
    named->findChild<QLineEdit*>()->setText("Second");
    named->accept();
    QCOMPARE(application().views()[0].name, "Second");
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(application().views().empty());
  }

  void twoWindowsOnOneStoreLoadAtOnceAndBothSeeAll() {
    start();
    QVERIFY(window().runAction("window.new"));
    QCOMPARE(windows_->all().size(), 2u);
    Session& other = application(1).session();
    QVERIFY(settle(other));
    QSignalSpy failed(&session(), &Session::failed), otherFailed(&other, &Session::failed);
    session().load({place_->write("a.csv", madeLeads(20'000))});
    other.load({place_->write("b.csv", madeLeads(15'000, 50'000))});
    session().load({place_->write("c.csv", madeLeads(100, 90'000))});
    const auto seesAll = [](Session& one) { return one.settled() && one.snapshot()->frame.rows() == 35'100; };
    QVERIFY(QTest::qWaitFor([&] { return seesAll(session()) && seesAll(other); }, 3 * patience));
    QCOMPARE(failed.size() + otherFailed.size(), 0);
    session().setCondition("Lead_Source", Filter::in("Lead_Source", {"Google"}));
    QVERIFY(settle(session()));
    QVERIFY(other.conditions().empty());
    application(1).window().close();
    QTRY_COMPARE(windows_->all().size(), 1u);
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
    QTRY_COMPARE(application(1).preferences().theme, "dark");
    QCOMPARE(QLocale().name(), "de_DE");
    QTRY_VERIFY(dialog<SettingsDialog>());  // built anew with its window
    QCOMPARE(window().palette().color(QPalette::Window), darkTheme().window);
  }

  void maskedNothingOfAPersonIsShownFoundCopiedOrExported() {
    startWith(people(50), [] {
      Preferences preferences{"light", "en", false};
      preferences.masked = true;
      return preferences;
    }());
    const Snapshot& snapshot = *session().snapshot();
    QVERIFY(snapshot.masked);
    QCOMPARE(snapshot.frame.rows(), 50u);
    for (const char* column : {"First_Name", "Email", "Mobile"})
      for (std::size_t row = 0; row < 50; ++row) {
        const QString shown = QString::fromStdString(snapshot.frame.find(column)->textAt(row));
        QVERIFY2(!shown.contains("aria") && !shown.contains("example") && !shown.contains("600"), qPrintable(shown));
      }
    QCOMPARE(snapshot.frame.find("Do_Not_Email")->textAt(0), std::string("No"));
    ask("maria7");
    for (const QString& words : wordsOf(palette()))
      QVERIFY2(words.startsWith("Find ") || !words.contains("maria7"), qPrintable(words));
    QTest::keyClick(palette().field(), Qt::Key_Escape);
    window().showPage(pages::leads);
    auto* page = qobject_cast<LeadsPage*>(window().currentPage());
    QVERIFY(QTest::qWaitFor([&] { return page->settled() && page->model()->rowCount() == 50; }, patience));
    const QString exported = place_->file("exported.csv");
    page->exportTo(exported);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(exported), patience);
    QGuiApplication::clipboard()->clear();
    emit page->table()->copyRequested();
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().contains("Email"), patience);
    QFile file(exported);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll(), copied = QGuiApplication::clipboard()->text().toUtf8();
    QVERIFY(written.contains("Thane"));
    for (const QByteArray& text : {written, copied})
      for (const char* personal : {"aria", "example", "600 100"}) QVERIFY2(!text.contains(personal), text.left(400));
    const auto labels = window().findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
      return label->isVisible() && label->text() == "Names, e-mail and phone are hidden";
    }));
    QVERIFY(window().runAction("window.mask"));
    QTRY_VERIFY(settle(session()) && !session().snapshot()->masked);
    QCOMPARE(session().snapshot()->frame.find("Email")->textAt(7), std::string("maria7@mail.example"));
  }

  void maskingForgetsFiltersThatTellAName() {
    startWith(people(30));
    session().setCondition("Email", Filter::contains("Email", "maria7@"));
    session().setCondition("City", Filter::in("City", {"Pune"}));
    QVERIFY(window().runAction("window.mask"));
    QTRY_VERIFY(settle(session()) && session().snapshot()->masked);
    QCOMPARE(session().conditions().size(), 1u);
    session().undoFilter();
    for (const Filter& condition : session().conditions()) QVERIFY(condition.text().find("maria") == std::string::npos);
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
    QVERIFY(nameless(*tour).isEmpty());
    QTest::keyClick(tour, Qt::Key_Escape);
    QTRY_VERIFY(!window().findChild<Tour*>());
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

  void theEndOfALongTaskIsToldWhenTheWindowIsNotActive() {
    start();
    LongTaskNotice notice([this]() -> MainWindow& { return window(); }, session(), 0);
    QSignalSpy told(&notice, &LongTaskNotice::told);
    QDialog inFront;
    inFront.show();
    inFront.activateWindow();
    QTRY_VERIFY(!window().isActiveWindow());
    session().load({place_->write("leads.csv", madeLeads(2000))});
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
    QTRY_VERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    line.setBusy(false);
    QVERIFY(!cancel->isVisible());
  }

  void everythingThatCanBePressedHasAName() {
    const QString real = realLeads();
    start();
    session().load({real.isEmpty() ? place_->write("leads.csv", madeLeads(300)) : real});
    QVERIFY(settle(session()));
    QStringList found;
    for (Page* page : window().pages()) {
      for (const QString& view : QStringList{QString()} + page->views()) {
        window().showPage(page->id());
        page->showView(view);
        QVERIFY(QTest::qWaitFor([&] { return page->settled() && session().settled(); }, 3 * patience));
        for (const QString& one : nameless(window()))
          if (!found.contains(page->id() + ": " + one)) found << page->id() + ": " + one;
      }
    }
    QVERIFY2(found.isEmpty(), qPrintable('\n' + found.join('\n')));
  }

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

  void loadingAndFilteringNeverHoldTheWindow() {
    const QString real = realLeads();
    if (real.isEmpty()) QSKIP("needs the real file");
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
    session().load({real});
    QVERIFY(settle(session()));
    QVERIFY(check("load"));
    for (int visits = 0; visits < 12; ++visits) {
      session().setCondition("TotalVisits", Filter::range("TotalVisits", std::to_string(visits), std::nullopt));
      QVERIFY(settle(session()));
    }
    QVERIFY(check("brush"));
    window().showPage(pages::leads);
    QVERIFY(QTest::qWaitFor([&] { return window().currentPage()->settled(); }, patience));
    QVERIFY(check("table"));
    palette().open(window().possibleActions());
    QTest::keyClicks(palette().field(), "google");
    QVERIFY(QTest::qWaitFor([&] { return palette().settled(); }, patience));
    QVERIFY(check("palette"));
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ShellTest)
#include "gui_shell_test.moc"
