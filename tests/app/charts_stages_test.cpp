#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "app/gui/charts/charts_page.h"
#include "app/gui/charts/charts_stage_order.h"
#include "tests/support/patience.h"
#include "widgets/style.h"

namespace leadlight {

using testing::patience;
namespace {

// Leads with a stage each, and an outcome.
std::string stageFile(const QTemporaryDir& folder) {
  const std::string file = folder.filePath(QStringLiteral("stages.csv")).toStdString();
  std::ofstream out(file);
  out << "Prospect ID,Lead Source,Lead Stage,Converted\n";
  const char* stages[] = {"New", "New", "New", "New", "Contacted", "Contacted", "Trial", "Trial", "Won", "Lost"};
  for (int i = 0; i < 200; ++i) out << "p" << i << ",Google," << stages[i % 10] << ',' << (i % 10 == 8) << '\n';
  return file;
}

}  // namespace

// The order of a funnel's stages, chosen with the keyboard.
class ChartsStagesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::setOrganizationName(QStringLiteral("leadlight"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.filePath(QStringLiteral("settings")));
    leadlight::applyTheme(*qApp, lightTheme());
  }

  void stagesArePutInOrderByKeysAndKeptThatWay() {
    Session session(folder_.filePath(QStringLiteral("stages.db")).toStdString());
    QSignalSpy loaded(&session, &Session::loaded);
    session.load({QString::fromStdString(stageFile(folder_))});
    QVERIFY(loaded.wait(patience));
    ChartsPage page(session);
    page.resize(1232, 842);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page, patience));  // keys go to the active window only
    const auto stages = [](const ChartsPage& of) {
      QStringList names;
      if (const ChartCard* funnel = of.card(ChartPlan::Kind::Funnel))
        for (const auto& row : funnel->sheet().rows) names << row.front().shown;
      return names;
    };
    const QStringList guessed{"New", "Contacted", "Trial", "Won", "Lost"};
    QTRY_COMPARE_WITH_TIMEOUT(stages(page), guessed, patience);
    QVERIFY(page.card(ChartPlan::Kind::Funnel)->caption().subtitle.contains("guessed"));

    const auto ask = [&]() -> ChartsStageOrder* {
      for (QAction* action : page.card(ChartPlan::Kind::Funnel)->chartMenu()->actions())
        if (action->text() == QStringLiteral("Order of stages…")) action->trigger();
      return page.findChild<ChartsStageOrder*>();
    };
    ChartsStageOrder* dialog = ask();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog, patience));
    QListWidget* list = dialog->list();
    QTRY_VERIFY_WITH_TIMEOUT(list->hasFocus(), patience);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(list->currentItem()->text(), QStringLiteral("Trial"));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);  // is at the top already
    QTest::keyClick(list, Qt::Key_End);
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);  // at the end already
    QTest::keyClick(list, Qt::Key_Up);
    QTest::keyClick(list, Qt::Key_Space);  // "Won" is no step any more
    QTest::keyClick(list, Qt::Key_Return);
    const QStringList chosen{"Trial", "New", "Contacted", "Won", "Lost"};
    QTRY_COMPARE_WITH_TIMEOUT(stages(page), chosen, patience);
    QVERIFY((page.card(ChartPlan::Kind::Funnel)->plan().stages ==
             StageOrder{{"Trial", "New", "Contacted"}, {"Won", "Lost"}}));
    QVERIFY(!page.card(ChartPlan::Kind::Funnel)->caption().subtitle.contains("guessed"));

    ChartsPage again(session);
    again.resize(1232, 842);
    again.show();
    QTRY_COMPARE_WITH_TIMEOUT(stages(again), chosen, patience);

    dialog = ask();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog, patience));
    for (QPushButton* button : dialog->findChildren<QPushButton*>())
      if (button->text() == QStringLiteral("Guess the order")) QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(stages(page), guessed, patience);
  }

  void sourcesSayByWhichColumnTheyAreGroupedAlsoWithoutAnOutcome() {
    const QString file = folder_.filePath(QStringLiteral("plain.csv"));
    std::ofstream out(file.toStdString());
    out << "Prospect ID,Lead Source\n";
    for (int i = 0; i < 60; ++i) out << "p" << i << (i % 3 == 0 ? ",Google\n" : ",Reference\n");
    out.close();
    Session session(folder_.filePath(QStringLiteral("plain.db")).toStdString());
    QSignalSpy loaded(&session, &Session::loaded);
    session.load({file});
    QVERIFY(loaded.wait(patience));
    QVERIFY(!session.snapshot()->target);
    ChartsPage page(session);
    page.show();
    QTRY_VERIFY_WITH_TIMEOUT(page.card(ChartPlan::Kind::Source), patience);
    QTRY_VERIFY_WITH_TIMEOUT(page.card(ChartPlan::Kind::Source)->caption().subtitle.startsWith("Leads by Lead Source"),
                             patience);
  }

 private:
  QTemporaryDir folder_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ChartsStagesTest)
#include "charts_stages_test.moc"
