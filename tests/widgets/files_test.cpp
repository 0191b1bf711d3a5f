#include <QComboBox>
#include <QImage>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/patience.h"
#include "widgets/files/differences_table.h"
#include "widgets/files/options_row.h"
#include "widgets/files/preview_table.h"
#include "widgets/files/question_list.h"
#include "widgets/files/snapshot_dialog.h"
#include "widgets/files/text_grid.h"
#include "widgets/files/watch_strip.h"
#include "widgets/kit/button.h"
#include "widgets/kit/notice.h"

namespace leadlight {

using testing::patience;

namespace {

PreviewColumn column(const QString& name, bool question = false, bool constant = false) {
  PreviewColumn made;
  made.name = made.label = name;
  made.kind = "Whole number";
  made.types = {"Text", "Whole number", "Decimal"};
  made.type = 1;
  made.evidence = "9,240 of 9,240 whole";
  made.question = question;
  made.constant = constant;
  return made;
}

QString shownAt(const QAbstractItemModel& model, int row, int at) { return model.index(row, at).data().toString(); }

QPushButton* buttonNamed(const QWidget& within, const QString& text) {
  for (QPushButton* button : within.findChildren<QPushButton*>())
    if (button->text() == text) return button;
  return nullptr;
}

// Does the picture hold a pixel of about this colour?
bool paints(const QImage& image, const QColor& color) {
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const QColor pixel = image.pixelColor(x, y);
      if (qAbs(pixel.red() - color.red()) + qAbs(pixel.green() - color.green()) + qAbs(pixel.blue() - color.blue()) < 6)
        return true;
    }
  return false;
}

}  // namespace

class FilesWidgetsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void thePreviewTableShowsAllColumnsOrThoseInQuestion() {
    PreviewTable table;
    table.display({column("a"), column("b", true), column("c", false, true)});
    QCOMPARE(table.model()->rowCount(), 3);
    QCOMPARE(table.count(PreviewTable::Shown::ToCheck), 1);
    table.setShown(PreviewTable::Shown::ToCheck);
    QCOMPARE(table.model()->rowCount(), 1);
    QCOMPARE(shownAt(*table.model(), 0, 0), "b");
    table.setShown(PreviewTable::Shown::Constant);
    QCOMPARE(shownAt(*table.model(), 0, 0), "c");
  }

  void aColumnKeepsBeingCurrentWhenThePreviewIsRedone() {
    PreviewTable table;
    table.display({column("a"), column("b"), column("c")});
    table.setCurrentIndex(table.model()->index(1, 0));
    table.display({column("x"), column("a"), column("b", true)});
    QCOMPARE(shownAt(*table.model(), table.currentIndex().row(), 0), "b");
  }

  void spaceOpensTheTypesAndAChoiceIsTold() {
    PreviewTable table;
    table.resize(700, 200);
    table.display({column("a"), column("b")});
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table, patience));
    table.setCurrentIndex(table.model()->index(1, 0));
    QSignalSpy chosen(&table, &PreviewTable::typeChosen);
    QTest::keyClick(&table, Qt::Key_Space);
    auto* menu = table.findChild<QMenu*>();
    QVERIFY(menu);
    QStringList words;
    for (const QAction* action : menu->actions()) words << action->text();
    QCOMPARE(words, QStringList({"Text", "Whole number", "Decimal"}));
    QVERIFY(menu->actions()[1]->isChecked());
    menu->actions()[0]->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), "b");
    QCOMPARE(chosen[0][1].toInt(), 0);
    menu->close();
  }

  void keyTargetAndWarningsArePainted() {
    PreviewTable table;
    table.resize(760, 120);
    PreviewColumn key = column("Prospect ID");
    key.key = true;
    PreviewColumn late = column("Tags", true);
    late.afterContact = true;
    table.display({key, late});
    const QImage image = table.grab().toImage();
    QVERIFY(paints(image, lightTheme().accentSoft));
    QVERIFY(paints(image, lightTheme().warningSoft));
    QVERIFY(paints(image, lightTheme().positive));
    table.display({column("a")});
    QVERIFY(!paints(table.grab().toImage(), lightTheme().warningSoft));
  }

  void anOptionIsToldOnlyWhenAPersonChoosesIt() {
    OptionsRow row;
    QSignalSpy chosen(&row, &OptionsRow::chosen);
    row.display({{"separator", "Separator", {"Comma", "Tab"}, 0}, {"header", "First line", {"Names"}, 0}});
    QComboBox* separator = row.box("separator");
    QVERIFY(separator->isEnabled());
    QVERIFY(!row.box("header")->isEnabled());
    row.display({{"separator", "Separator", {"Comma", "Tab", "Bar"}, 2}, {"header", "First line", {"Names"}, 0}});
    QCOMPARE(row.box("separator"), separator);
    QCOMPARE(separator->currentText(), "Bar");
    QCOMPARE(chosen.size(), 0);
    QTest::keyClick(separator, Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), "separator");
    QCOMPARE(chosen[0][1].toInt(), 1);
  }

  void otherOptionsReplaceTheBoxes() {
    OptionsRow row;
    row.display({{"separator", "Separator", {"Comma", "Tab"}, 0}});
    row.display({{"sheet", "Sheet", {"Leads", "Notes"}, 1}});
    QVERIFY(!row.box("separator"));
    QCOMPARE(row.box("sheet")->currentText(), "Notes");
    QCOMPARE(row.findChildren<QComboBox*>().size(), 1);
  }

  void aQuestionComesWithItsProposalChosenAndTellsTheAnswer() {
    QuestionList list;
    QSignalSpy answered(&list, &QuestionList::answered);
    list.display({{"placeholders", "Does \"Select\" mean no answer?", "13,380 cells", {"Missing", "A value"}, 0}});
    QVERIFY(buttonNamed(list, "Missing")->isChecked());
    QTest::mouseClick(buttonNamed(list, "A value"), Qt::LeftButton);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].toString(), "placeholders");
    QCOMPARE(answered[0][1].toInt(), 1);
    list.display({});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(list.findChildren<QPushButton*>().isEmpty());
  }

  void theFirstRowsStandAsInTheFile() {
    TextGrid grid;
    grid.display({"id", "note"}, {{"00123", ""}, {"1e5", "two\nlines"}, {"short"}});
    QCOMPARE(grid.model()->columnCount(), 2);
    QCOMPARE(shownAt(*grid.model(), 0, 0), "00123");
    QCOMPARE(shownAt(*grid.model(), 1, 1), "two lines");
    QCOMPARE(grid.model()->index(1, 1).data(Qt::ToolTipRole).toString(), "two\nlines");
    QCOMPARE(shownAt(*grid.model(), 2, 1), QString::fromUtf8("–"));
  }

  void aDifferenceShowsBeforeAndAfter() {
    DifferencesTable table;
    table.display({{"p1", "City", "", "Pune"}});
    QCOMPARE(shownAt(*table.model(), 0, 2), QString::fromUtf8("–"));
    QCOMPARE(shownAt(*table.model(), 0, 3), "Pune");
  }

  void goingBackToASnapshotAsksOnceMore() {
    SnapshotDialog dialog;
    dialog.show();
    QSignalSpy restore(&dialog, &SnapshotDialog::restoreAsked), create(&dialog, &SnapshotDialog::createAsked);
    QTest::mouseClick(buttonNamed(dialog, "Make a snapshot"), Qt::LeftButton);
    QCOMPARE(create.size(), 1);
    auto* back = buttonNamed(dialog, QString::fromUtf8("Go back to this one…"));
    QVERIFY(!back->isEnabled());
    dialog.display({{"two", "today", 2048, "9,240 leads"}, {"one", "yesterday", 1024, "120 leads"}});
    QVERIFY(back->isEnabled());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(restore.size(), 0);
    QTest::mouseClick(buttonNamed(dialog, "Keep the leads as they are"), Qt::LeftButton);
    QTest::mouseClick(back, Qt::LeftButton);
    QTest::mouseClick(buttonNamed(dialog, "Go back"), Qt::LeftButton);
    QCOMPARE(restore.size(), 1);
    QCOMPARE(restore[0][0].toString(), "two");
    dialog.setBusy(true, "Making a snapshot");
    QVERIFY(!back->isEnabled());
  }

  void aWatchedFolderSaysWhatItDoesAndCanBeStopped() {
    WatchStrip strip;
    QSignalSpy stop(&strip, &WatchStrip::stopAsked);
    strip.display({WatchLine::State::Lost, "/leads/in", "the folder is gone; waiting for it to come back"});
    QVERIFY(strip.accessibleName().contains("/leads/in"));
    QVERIFY(paints(strip.grab().toImage(), lightTheme().warning));
    QTest::mouseClick(buttonNamed(strip, "Stop watching"), Qt::LeftButton);
    QCOMPARE(stop.size(), 1);
  }

  void aNoticeShowsItsToneAndGoesWhenEmpty() {
    Notice notice;
    notice.display(Tone::Negative, "The file is damaged.");
    QVERIFY(paints(notice.grab().toImage(), lightTheme().negativeSoft));
    notice.display(Tone::Negative, {});
    QVERIFY(notice.isHidden());
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::FilesWidgetsTest)
#include "files_test.moc"
