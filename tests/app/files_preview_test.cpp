#include <QCheckBox>
#include <QComboBox>
#include <QTableView>

#include "app/gui/files/load_details.h"
#include "app/gui/files/preview_card.h"
#include "files_page_fixture.h"
#include "tests/support/workbooks.h"
#include "widgets/files/differences_table.h"
#include "widgets/files/options_row.h"
#include "widgets/files/preview_table.h"
#include "widgets/files/question_list.h"
#include "widgets/files/text_grid.h"
#include "widgets/format.h"
#include "widgets/kit/notice.h"

namespace leadlight {

using namespace testing;

class FilesPreviewTest : public FilesPageFixture {
  Q_OBJECT

 private:
  PreviewCard* card() { return part<PreviewCard>(); }

  // The preview and what a load would do are both there.
  bool ready() {
    return QTest::qWaitFor([&] { return card()->preview() && page_->settled() && session_->settled(); }, patience);
  }
  // What the preview says of a column.
  QString cell(const QString& label, int column) {
    const QAbstractItemModel& model = *part<PreviewTable>()->model();
    for (int row = 0; row < model.rowCount(); ++row)
      if (model.index(row, 0).data().toString() == label) return model.index(row, column).data().toString();
    return QStringLiteral("no such column");
  }
  void choose(const QString& option, const QString& value) {
    QComboBox* box = part<OptionsRow>()->box(option);
    QVERIFY(box);
    const int index = box->findText(value);
    QVERIFY2(index >= 0, qPrintable(value));
    box->setCurrentIndex(index);
    emit box->activated(index);
  }
  QString notice() { return card()->findChild<Notice*>()->sentence(); }

 private Q_SLOTS:
  void init() { openPage(); }
  void cleanup() { closePage(); }

  void aFileIsShownBeforeAnythingIsStored() {
    page_->preview({place_->write("leads.csv", madeLeads(120))});
    QVERIFY(ready());
    QVERIFY(card()->isVisible());
    QCOMPARE(part<PreviewTable>()->model()->rowCount(), 5);
    QCOMPARE(cell("TotalVisits", 1), "Whole number");
    QVERIFY(cell("City", 2).startsWith("\"Select\" in 24 rows"));
    QVERIFY(button("Load 120 rows")->isEnabled());
    QCOMPARE(leads(), 0u);
    QVERIFY(session_->snapshot()->loads.empty());
  }

  void theKeyOfLeadsThatAreAllNewIsCountedExactly() {
    LoadReport load;
    load.dataset = "leads";
    load.parsed = load.fresh = 1'000'000;
    load.columns = {{"Prospect_ID", "Prospect ID", ColumnType::Text, 0, 0, 994'466},
                    {"Lead_Number", "Lead Number", ColumnType::Integer, 0, 0, 1'000'000}};
    LoadDetails details;
    details.setKey("leads", "Prospect_ID");
    details.display(load);
    const QAbstractItemModel* model = details.findChild<QTableView*>()->model();
    QCOMPARE(model->index(0, 4).data().toString(), formatCount(1'000'000));
    QVERIFY(model->index(0, 2).data().toString().contains(formatCount(1'000'000)));
    QVERIFY(model->index(1, 4).data().toString().startsWith(QStringLiteral("≈")));
    load.superseded = 3;
    details.display(load);
    QVERIFY(model->index(0, 4).data().toString().startsWith(QStringLiteral("≈")));
  }

  void controlAndReturnLoadsAndEscapeDiscards() {
    page_->preview({place_->write("leads.csv", madeLeads(120))});
    QVERIFY(ready());
    QTest::keyClick(page_.get(), Qt::Key_Escape);
    QVERIFY(!card()->isVisible());
    QVERIFY(session_->snapshot()->loads.empty());
    page_->preview({place_->file("leads.csv")});
    QVERIFY(ready());
    QTest::keyClick(page_.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settle(*session_));
    QCOMPARE(leads(), 120u);
    QVERIFY(!card()->isVisible());
    QVERIFY(part<LoadDetails>()->isVisible());
  }

  void anotherSeparatorIsTriedAtOnceAndTheNewestChoiceWins() {
    page_->preview({place_->write("odd.csv", "a;b,c\n1;2,3\n4;5,6\n")});
    QVERIFY(ready());
    choose("separator", "Comma");
    choose("separator", "Semicolon");
    QVERIFY(ready());
    QTRY_COMPARE_WITH_TIMEOUT(cell("b,c", 0), "b,c", patience);
    choose("separator", "Comma");
    QTRY_COMPARE_WITH_TIMEOUT(cell("a;b", 0), "a;b", patience);
    QCOMPARE(part<TextGrid>()->model()->columnCount(), 2);
  }

  void theFirstLineCanBeARow() {
    page_->preview({place_->write("bare.csv", "1,x\n2,y\n3,z\n")});
    QVERIFY(ready());
    choose("header", "A row already");
    QTRY_VERIFY_WITH_TIMEOUT(button("Load 3 rows"), patience);
    QCOMPARE(cell("column_1", 1), "Whole number");
  }

  void aPlaceholderThatNobodyKnowsIsAskedAbout() {
    page_->preview({place_->write("new.csv", "who,answer\na,unknown\nb,yes\nc,unknown\nd,blue\ne,yes\n")});
    QVERIFY(ready());
    QCOMPARE(part<QuestionList>()->questions().size(), 2u);  // the word, and the key
    QVERIFY(button("Read as missing")->isChecked());
    QTest::mouseClick(button("Keep as a value"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(card()->preview()->schema.placeholders.empty(), patience);
    QVERIFY(ready());
    QTest::keyClick(page_.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settle(*session_));
    QVERIFY(session_->snapshot()->dataset);
    QVERIFY(session_->snapshot()->dataset->placeholders.empty());
  }

  void ambiguousDatesAreAskedAbout() {
    page_->preview({place_->write("dates.csv", "id,seen\n1,03/04/2024\n2,05/06/2024\n3,07/08/2024\n")});
    QVERIFY(ready());
    QVERIFY(cell("seen", 2).startsWith("day first or month first"));
    QTest::mouseClick(button("The month"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(card()->preview()->schema.dates, DateOrder::MonthDayYear, patience);
  }

  // "1.234" is a bit more than one, or more than a thousand; the answer holds at once and for the next file.
  void aMarkThatNothingProvesIsAskedAboutAndRemembered() {
    page_->preview({place_->write("june.csv", "code,amount,seen\n7,1.234,03/04/2024\n8,2.500,05/06/2024\n")});
    QVERIFY(ready());
    QCOMPARE(cell("amount", 2), "decimals or thousands: nothing tells, such as 1.234");
    QVERIFY(button("Decimals")->isChecked());
    QVERIFY(!button("Decimals")->visibleRegion().isEmpty());
    QCOMPARE(card()->preview()->profile.find("amount")->decimalMark, '.');
    QTest::mouseClick(button("Thousands"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(card()->preview()->profile.find("amount")->decimalMark, ',', patience);
    QTest::mouseClick(button("The month"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(card()->preview()->schema.dates, DateOrder::MonthDayYear, patience);
    part<QCheckBox>()->setChecked(true);
    QVERIFY(ready());
    QVERIFY(button("Thousands")->isChecked());
    QTest::keyClick(page_.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settle(*session_));
    QCOMPARE(session_->snapshot()->frame.find("amount")->number(0), 1234.0);
    QCOMPARE(session_->snapshot()->frame.find("seen")->textAt(0).substr(0, 10), std::string("2024-03-04"));
    page_->preview({place_->write("july.csv", "code,amount,seen\n9,3.750,01/02/2024\n")});
    QVERIFY(ready());
    QCOMPARE(card()->preview()->profile.find("amount")->decimalMark, ',');
    QCOMPARE(card()->preview()->profile.find("seen")->dates, DateOrder::MonthDayYear);
  }

  void aCommaThatNothingProvesIsTextUntilSomebodySaysWhatItParts() {
    page_->preview({place_->write("commas.csv", "code;amount\n7;1,234\n8;2,500\n")});
    QVERIFY(ready());
    QCOMPARE(card()->preview()->profile.find("amount")->type, ColumnType::Text);
    QVERIFY(button("Neither: text")->isChecked());
    QTest::mouseClick(button("Decimals"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(card()->preview()->profile.find("amount")->type, ColumnType::Decimal, patience);
    QCOMPARE(card()->preview()->profile.find("amount")->decimalMark, ',');
    QVERIFY(ready());
    QTest::mouseClick(button("Neither: text"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(card()->preview()->profile.find("amount")->type, ColumnType::Text, patience);
  }

  void aMarkThatOtherColumnsProveIsProposedAndAProvenOneNotAskedAbout() {
    page_->preview({place_->write("proven.csv", "code;amount;price\n7;1.234;1,5\n8;2.500;2,25\n")});
    QVERIFY(ready());
    QVERIFY(button("Thousands")->isChecked());
    QTest::keyClick(page_.get(), Qt::Key_Escape);
    page_->preview({place_->write("points.csv", "code,amount\n7,1.234\n8,2.5\n")});
    QVERIFY(ready());
    for (const Question& question : part<QuestionList>()->questions()) QVERIFY(question.id != "mark");
  }

  void aChosenTypeAndKeyAreLoaded() {
    page_->preview({place_->write("items.csv", "code,amount\n7,1\n8,2\n9,3\n")});
    QVERIFY(ready());
    emit part<PreviewTable>()->typeChosen("amount", 0);
    QTRY_COMPARE_WITH_TIMEOUT(cell("amount", 1), "Text", patience);
    choose("key", "code");
    QTRY_COMPARE_WITH_TIMEOUT(card()->preview()->key(), std::optional<std::string>("code"), patience);
    QVERIFY(ready());
    QTest::keyClick(page_.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settle(*session_));
    const auto& dataset = session_->snapshot()->dataset;
    QVERIFY(dataset);
    QCOMPARE(dataset->key, std::optional<std::string>("code"));
    QCOMPARE(dataset->find("amount")->type, ColumnType::Text);
  }

  void whatALoadWouldChangeIsShownValueByValue() {
    session_->load({place_->write("a.csv", madeLeads(60))});
    QVERIFY(settle(*session_));
    QByteArray later = madeLeads(60);
    later.replace("p7,Olark Chat", "p7,Reference");
    page_->preview({place_->write("b.csv", later + "p900,Google,Mumbai,1,0\n")});
    QVERIFY(ready());
    QTRY_VERIFY_WITH_TIMEOUT(button("Changes 1") && button("Changes 1")->isVisible(), patience);
    QTest::mouseClick(button("Changes 1"), Qt::LeftButton);
    const QAbstractItemModel& changes = *part<DifferencesTable>()->model();
    QCOMPARE(changes.rowCount(), 1);
    QCOMPARE(changes.index(0, 0).data().toString(), "p7");
    QCOMPARE(changes.index(0, 2).data().toString(), "Olark Chat");
    QCOMPARE(changes.index(0, 3).data().toString(), "Reference");
    QCOMPARE(leads(), 60u);
  }

  void aFileThatSharesNothingGetsADatasetOfItsOwn() {
    session_->load({place_->write("a.csv", madeLeads(20))});
    QVERIFY(settle(*session_));
    page_->preview({place_->write("parts.csv", "part,price\nbolt,1.5\nnut,0.5\n")});
    QVERIFY(ready());
    QCOMPARE(part<OptionsRow>()->box("dataset")->currentText(), "parts (new)");
    QTest::keyClick(page_.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settle(*session_));
    QCOMPARE(session_->snapshot()->datasetName, std::string("parts"));
    QCOMPARE(leads(), 2u);
    session_->showDataset("leads");
    QVERIFY(settle(*session_));
    QCOMPARE(leads(), 20u);
  }

  void severalFilesComeOneAfterTheOther() {
    page_->preview({place_->write("a.csv", madeLeads(10)), place_->write("b.csv", madeLeads(10, 100)),
                    place_->write("c.csv", madeLeads(10, 200))});
    QVERIFY(ready());
    QCOMPARE(card()->preview()->file.filename().string(), std::string("a.csv"));
    QTest::mouseClick(button("Skip"), Qt::LeftButton);
    QVERIFY(ready());
    QCOMPARE(card()->preview()->file.filename().string(), std::string("b.csv"));
    QTest::mouseClick(button("Load all as proposed"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!card()->isVisible() && session_->settled(), patience);
    QCOMPARE(leads(), 20u);
  }

  void aBrokenFileSaysWhyAndStoresNothing() {
    page_->preview({place_->write("photo.csv", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", 20))});
    QTRY_VERIFY_WITH_TIMEOUT(page_->settled(), patience);
    QVERIFY(card()->isVisible());
    QVERIFY(!card()->canLoad());
    QTest::mouseClick(button("Discard"), Qt::LeftButton);
    QVERIFY(!card()->isVisible());
    QVERIFY(session_->snapshot()->loads.empty());
  }

  void anEncodingThatIsAGuessIsSaidAndTheOtherOneCanBeChosen() {
    page_->preview({place_->write("polish.csv", "id,name\na,\xA3ukasz \xAF\xF3\xB3ty\nb,Gda\xF1sk\n")});
    QVERIFY(ready());
    QVERIFY2(notice().contains("could be Windows-1250 as well as Latin-1"), qPrintable(notice()));
    choose("encoding", "Windows-1250");
    QVERIFY(ready());
    QCOMPARE(card()->preview()->profile.facts.encoding, std::string("windows-1250"));
    QVERIFY2(!notice().contains("guess"), qPrintable(notice()));
  }

  void datesThatAreWrittenTheOtherWayRoundThanBeforeAreNamed() {
    session_->load({place_->write("may.csv", "id,seen\na,05/31/2024\nb,05/02/2024\n")});
    QVERIFY(settle(*session_));
    page_->preview({place_->write("june.csv", "id,seen\nc,13/06/2024\nd,05/06/2024\n")});
    QVERIFY(ready());
    QTRY_VERIFY2_WITH_TIMEOUT(notice().contains("Read day first, as the values prove"), qPrintable(notice()), patience);
    QVERIFY2(notice().contains("had the month first: seen."), qPrintable(notice()));
  }

  void aSchemaFileThatCannotBeReadIsNamed() {
    std::filesystem::create_directory(place_->path("schemas"));
    place_->write("schemas/broken.json", "{ oops");
    page_->preview({place_->write("leads.csv", madeLeads(12))});
    QVERIFY(ready());
    QVERIFY2(notice().contains("schema file broken.json cannot be read"), qPrintable(notice()));
    QVERIFY(card()->canLoad());
  }

  void formulasThatNobodyCalculatedAreCounted() {
    const std::string sums = xlsxOf({{"May",
                                      "<row><c r=\"A1\" t=\"inlineStr\"><is><t>sum</t></is></c></row>"
                                      "<row><c r=\"A2\"><f>1+1</f></c></row><row><c r=\"A3\"><v>3</v></c></row>"
                                      "<row><c r=\"A4\"><f>2+1</f></c></row>"}});
    page_->preview({place_->write("sums.xlsx", QByteArray::fromStdString(sums))});
    QVERIFY(ready());
    QVERIFY2(notice().contains("2 formulas have no result"), qPrintable(notice()));
  }

  void aRememberedFileIsReadTheSameWayNextTime() {
    page_->preview({place_->write("first.csv", "code,amount\n7,1\n8,2\n")});
    QVERIFY(ready());
    emit part<PreviewTable>()->typeChosen("amount", 0);
    QTRY_COMPARE_WITH_TIMEOUT(cell("amount", 1), "Text", patience);
    part<QCheckBox>()->setChecked(true);
    QVERIFY(ready());
    QTest::keyClick(page_.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settle(*session_));
    session_->undoLoad(1);
    QVERIFY(settle(*session_));
    page_->preview({place_->write("second.csv", "code,amount\n5,6\n")});
    QVERIFY(ready());
    QCOMPARE(cell("amount", 1), "Constant");
    QCOMPARE(card()->preview()->proposed.schema.name, std::string("first"));
  }

  void theRealLeadsAreProvenColumnByColumn() {
    const QString real = realLeads();
    if (real.isEmpty()) QSKIP("the real leads are not here");
    page_->preview({real});
    QVERIFY(ready());
    QVERIFY(button("Load 9,240 rows"));
    QCOMPARE(part<PreviewTable>()->model()->rowCount(), 37);
    QCOMPARE(cell("Converted", 1), "Yes / no");
    QVERIFY(cell("Lead Source", 2).contains("differ only in capitals"));
    QCOMPARE(cell("Specialization", 3), "3,380");
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::FilesPreviewTest)
#include "files_preview_test.moc"
