#include <QLineEdit>

#include "app/gui/page.h"
#include "app/gui/palette/fuzzy.h"
#include "shell_fixture.h"

namespace leadlight {

using namespace testing;

class PaletteTest : public ShellFixture {
  Q_OBJECT

 private Q_SLOTS:
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
};

}  // namespace leadlight

QTEST_MAIN(leadlight::PaletteTest)
#include "gui_palette_test.moc"
