#include <gmock/gmock.h>

#include "model/base/hash.h"
#include "model/source/sheet_cache.h"
#include "model/source/sheet_values.h"
#include "tests/model/source_support.h"
#include "tests/support/workbooks.h"

namespace leadlight {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string text(std::string_view reference, std::string_view value) {
  return "<c r=\"" + std::string(reference) + "\" t=\"inlineStr\"><is><t>" + xmlText(value) + "</t></is></c>";
}

const std::string kHeader = "<row r=\"1\">" + text("A1", "id") + text("B1", "when") + text("C1", "note") + "</row>";

ReadFile sheet(const std::string& rows, const ReadOptions& options = {}) {
  return readText(xlsxOf({{"Leads", kHeader + rows}}), options);
}

TEST(Xlsx, everyKindOfCellBecomesWhatPeopleSee) {
  const ReadFile file =
      readText(xlsxOf({{"Leads", kHeader + "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\" s=\"1\"><v>42582</v></c>"
                                           "<c r=\"C2\" t=\"s\"><v>0</v></c></row>"
                                           "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" s=\"2\">"
                                           "<v>42582.715972222</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row>"
                                           "<row r=\"4\"><c r=\"A4\" t=\"str\"><f>A1&amp;1</f><v>id1</v></c>"
                                           "<c r=\"B4\" s=\"3\"><v>0.5</v></c><c r=\"C4\" t=\"e\"><v>#N/A</v></c></row>"
                                           "<row r=\"5\"><c r=\"A5\"><f>1+1</f><v>2</v></c><c r=\"B5\" s=\"4\">"
                                           "<v>1.5</v></c><c r=\"C5\" t=\"d\"><v>2024-02-29</v></c></row>"}}));
  ASSERT_FALSE(file.error) << file.error->what;
  EXPECT_EQ(file.facts.format, FileFormat::Xlsx);
  EXPECT_THAT(file.labels, ElementsAre("id", "when", "note"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"7", "2016-07-31", "shared"}, Row{"rich text", "2016-07-31T17:11:00", "TRUE"},
                                     Row{"id1", "12:00:00", "#N/A"}, Row{"2", "36:00:00", "2024-02-29"}));
  EXPECT_EQ(file.kinds[0][0], Cell::Kind::Number);
  EXPECT_EQ(file.kinds[0][1], Cell::Kind::Text);
  EXPECT_EQ(file.places[2].line, 4U);
  EXPECT_EQ(file.places[1].raw, "rich text,2016-07-31T17:11:00,TRUE");
}

TEST(Xlsx, blankRowsAreNoRecordsAndGapsAreEmptyCells) {
  const ReadFile file = sheet(
      "<row r=\"3\"/><row r=\"5\" hidden=\"1\"><c r=\"C5\"><v>1</v></c></row><row r=\"6\"><c r=\"A6\" s=\"1\"/></row>");
  EXPECT_THAT(file.rows, ElementsAre(Row{"", "", "1"}));
  EXPECT_EQ(file.places[0].line, 5U);
}

TEST(Xlsx, rowsAndCellsWithoutReferencesFollowOneAnother) {
  const ReadFile file = readText(xlsxOf(
      {{"S", "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>"}}));
  EXPECT_THAT(file.labels, ElementsAre("shared", "rich text"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "2"}));
}

TEST(Xlsx, aRowWiderThanTheTableIsRefusedWithItsCells) {
  const ReadFile file = sheet("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c>" +
                              text("E3", "a, b") + "</row>" + [] {
                                std::string rows;
                                for (int i = 4; i < 30; ++i) rows += "<row><c><v>3</v></c></row>";
                                return rows;
                              }());
  EXPECT_EQ(file.rows.size(), 27U);
  ASSERT_EQ(file.rejects.size(), 1U);
  EXPECT_EQ(file.rejects[0].line, 3U);
  EXPECT_EQ(file.rejects[0].message(), "5 fields, 3 expected");
  EXPECT_EQ(file.rejects[0].raw, "2,,,,\"a, b\"");
}

TEST(Xlsx, titlesAboveTheHeaderAreLeftOut) {
  const ReadFile file = readText(xlsxOf(
      {{"S", "<row r=\"1\">" + text("A1", "Leads of May") + "</row><row r=\"3\">" + text("A3", "id") +
                 text("B3", "name") + text("C3", "city") + "</row><row r=\"4\"><c r=\"A4\"><v>1</v></c></row>"}}));
  EXPECT_THAT(file.labels, ElementsAre("id", "name", "city"));
  EXPECT_EQ(file.facts.headerLine, 3U);
  EXPECT_EQ(file.rows.size(), 1U);
}

TEST(Xlsx, theFirstVisibleSheetThatHoldsAnythingIsReadUnlessOneIsNamed) {
  const std::string rows = "<row><c t=\"s\"><v>0</v></c></row><row><c><v>";
  const std::string book = xlsxOf({{"hidden", rows + "1</v></c></row>"},
                                   {"empty", ""},
                                   {"May", rows + "2</v></c></row>"},
                                   {"June", rows + "3</v></c></row>"}});
  const ReadFile first = readText(book);
  EXPECT_EQ(first.facts.sheet, "May");
  EXPECT_THAT(first.facts.sheets, ElementsAre("hidden", "empty", "May", "June"));
  const auto named = [&](const char* name) {
    ReadOptions options;
    options.sheet = name;
    return readText(book, options);
  };
  EXPECT_THAT(named("june").rows, ElementsAre(Row{"3"}));
  EXPECT_THAT(named("1").rows, ElementsAre(Row{"1"}));
  EXPECT_EQ(named("empty").error->code, Errc::EmptyFile);
  EXPECT_EQ(named("July").error->code, Errc::Usage);
  EXPECT_THAT(named("July").error->what, HasSubstr("May, June"));
}

TEST(Xlsx, theMacsCalendarStartsFourYearsLater) {
  const ReadFile file = readText(xlsxOf({{"S", kHeader + "<row><c/><c s=\"1\"><v>41120</v></c></row>"}}, true));
  EXPECT_EQ(file.rows.at(0)[1], "2016-07-31");
}

TEST(Xlsx, numbersKeepTheirDigits) {
  EXPECT_EQ(sheetNumber("1.1000000000000001"), "1.1");
  EXPECT_EQ(sheetNumber("0.30000000000000004"), "0.30000000000000004");
  EXPECT_EQ(sheetNumber("12345678901234567890"), "12345678901234567890");
  EXPECT_EQ(sheetNumber("-5"), "-5");
  EXPECT_EQ(sheetNumber("5.0"), "5");
  EXPECT_EQ(sheetNumber("1E5"), "100000");
  EXPECT_EQ(sheetNumber("1.7E-3"), "0.0017");
  EXPECT_EQ(sheetNumber("2.5E+20"), "2.5e+20");
  EXPECT_EQ(sheetNumber("00123"), "123");
  EXPECT_EQ(sheetNumber("x"), std::nullopt);
  EXPECT_EQ(sheetNumber("1e400"), std::nullopt);
}

TEST(Xlsx, formatsAreToldApart) {
  EXPECT_EQ(sheetFormatOf("yyyy-mm-dd"), SheetFormat::Date);
  EXPECT_EQ(sheetFormatOf("mmm yy"), SheetFormat::Date);
  EXPECT_EQ(sheetFormatOf("[$-409]m/d/yy h:mm AM/PM;@"), SheetFormat::DateTime);
  EXPECT_EQ(sheetFormatOf("mm:ss.0"), SheetFormat::Time);
  EXPECT_EQ(sheetFormatOf("[h]:mm"), SheetFormat::Elapsed);
  for (const char* code : {"General", "0.00", "#,##0 \"days\"", "0\\d", "[Red]0.0%", "0.00E+00", "@"})
    EXPECT_EQ(sheetFormatOf(code), SheetFormat::Number) << code;
}

TEST(Xlsx, theDayThatNeverWasIsNoDate) {
  EXPECT_EQ(sheetDate(59, SheetFormat::Date, false), "1900-02-28");
  EXPECT_EQ(sheetDate(60, SheetFormat::Date, false), std::nullopt);
  EXPECT_EQ(sheetDate(61, SheetFormat::Date, false), "1900-03-01");
  EXPECT_EQ(sheetDate(2958465, SheetFormat::Date, false), "9999-12-31");
  EXPECT_EQ(sheetDate(2958466, SheetFormat::Date, false), std::nullopt);
  EXPECT_EQ(sheetDate(-1, SheetFormat::Date, false), std::nullopt);
  EXPECT_EQ(sheetDate(42582.25, SheetFormat::Date, false), "2016-07-31T06:00:00");
}

TEST(Xlsx, charactersThatXmlCannotHoldComeBack) {
  EXPECT_EQ(withoutSheetEscapes("a_x000D_b_x005F_x0041_"), "a\rb_x0041_");
  EXPECT_EQ(withoutSheetEscapes("_x00_ _xZZZZ_ _x0000_"), "_x00_ _xZZZZ_ _x0000_");
}

TEST(Xlsx, theHashIsOfTheFileAsStored) {
  const std::string book = xlsxOf({{"S", kHeader}});
  Sha256 hash;
  hash.update(book);
  EXPECT_EQ(readText(book).sha256, hash.hex());
}

TEST(Xlsx, aDamagedFileIsOneSentence) {
  const std::string book = xlsxOf({{"S", kHeader + "<row><c><v>1</v></c></row>"}});
  for (const std::size_t size : {book.size() - 1, book.size() / 2, std::size_t{40}, std::size_t{5}}) {
    const ReadFile file = readText(book.substr(0, size));
    ASSERT_TRUE(file.error) << size;
    EXPECT_EQ(file.error->code, Errc::Damaged);
  }
  for (std::size_t at = 0; at < book.size(); at += 7) {
    std::string spoilt = book;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 0x55);
    const ReadFile file = readText(spoilt);  // whatever it is: no crash, and a sentence where it is refused
    if (file.error) {
      EXPECT_FALSE(file.error->what.empty());
    }
  }
  EXPECT_EQ(readText(xlsxOf({{"S", "<row><c t=\"s\"><v>99</v></c></row>"}})).error->code, Errc::Damaged);
  EXPECT_EQ(readText(xlsxOf({{"S", "<row><c r=\"ZZZZ1\"><v>9</v></c></row>"}})).error->code, Errc::Damaged);
  EXPECT_EQ(readText(xlsxOf({{"S", "<row><c>"}})).error->code, Errc::Damaged);
}

TEST(Xlsx, anArchiveThatGrowsWithoutEndIsRefused) {
  ReadLimits limits;
  limits.inflatedFree = std::size_t{1} << 20;
  std::string rows = kHeader;
  for (int i = 0; i < 200000; ++i) rows += "<row><c><v>1</v></c></row>";
  const ReadFile file = readText(xlsxOf({{"S", rows}}, false, true), {}, limits);
  ASSERT_TRUE(file.error);
  EXPECT_EQ(file.error->code, Errc::Damaged);
}

TEST(Xlsx, entitiesAreNotExpanded) {
  ZipWriter zip;
  zip.add("content.xml", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>");
  const ReadFile file = readText(zip.finished());
  ASSERT_TRUE(file.error);
  EXPECT_THAT(file.error->what, HasSubstr("entities"));
}

TEST(Xlsx, otherArchivesAndProtectedFilesAreNamed) {
  ZipWriter zip;
  zip.add("readme.txt", "hello");
  EXPECT_THAT(readText(zip.finished()).error->what, HasSubstr("a ZIP archive"));
  zip.add("word/document.xml", "<x/>");
  EXPECT_THAT(readText(zip.finished()).error->what, HasSubstr("a Word document"));
  EXPECT_THAT(readText(odsOf({{"S", ""}}, "<manifest:encryption-data/>")).error->what, HasSubstr("password"));
}

TEST(Xlsx, aRealWorkbookIsRead) {
  const auto path = sharedPath("data/x-education/Leads Data Dictionary.xlsx");
  if (!path) return;
  const ReadFile file = readFile(*path);
  ASSERT_FALSE(file.error) << file.error->what;
  EXPECT_GE(file.rows.size(), 36U);
  EXPECT_TRUE(file.rejects.empty());
}

std::string row(const std::string& cells) { return "<table:table-row>" + cells + "</table:table-row>"; }
std::string word(const std::string& value) {
  return "<table:table-cell office:value-type=\"string\"><text:p>" + value + "</text:p></table:table-cell>";
}

TEST(Ods, everyKindOfCellBecomesWhatPeopleSee) {
  const ReadFile file = readText(odsOf(
      {{"empty", row("<table:table-cell table:number-columns-repeated=\"16384\"/>")},
       {"Leads",
        row(word("id") + word("when") + word("note") + "<table:table-cell table:number-columns-repeated=\"16381\"/>") +
            row("<table:table-cell office:value-type=\"float\" "
                "office:value=\"1.5\"><text:p>2</text:p></table:table-cell>"
                "<table:table-cell office:value-type=\"date\" "
                "office:date-value=\"2016-07-31T17:11:00\"><text:p>31/7</text:p>"
                "</table:table-cell><table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>") +
            "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"3\"/>"
            "</table:table-row>" +
            row("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a "
                "note</text:p></office:annotation>"
                "<text:p>two<text:s text:c=\"2\"/>spaces</text:p><text:p>lines</text:p></table:table-cell>"
                "<table:table-cell office:value-type=\"time\" office:time-value=\"PT17H11M00S\"/>"
                "<table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\">"
                "<text:p>#DIV/0!</text:p></table:table-cell>") +
            "<table:table-row table:number-rows-repeated=\"2\">" + word("same") + "<table:covered-table-cell/>" +
            "<table:table-cell office:value-type=\"percentage\" office:value=\"0.25\"/></table:table-row>" +
            "<table:table-row table:number-rows-repeated=\"1048560\"><table:table-cell/></table:table-row>"},
       {"later", row(word("x"))}}));
  ASSERT_FALSE(file.error) << file.error->what;
  EXPECT_EQ(file.facts.format, FileFormat::Ods);
  EXPECT_EQ(file.facts.sheet, "Leads");
  EXPECT_THAT(file.facts.sheets, ElementsAre("empty", "Leads", "later"));
  EXPECT_THAT(file.rows,
              ElementsAre(Row{"1.5", "2016-07-31T17:11:00", "TRUE"}, Row{"two  spaces\nlines", "17:11:00", "#DIV/0!"},
                          Row{"same", "", "0.25"}, Row{"same", "", "0.25"}));
  EXPECT_EQ(file.places[0].line, 2U);
  EXPECT_EQ(file.places[1].line, 6U);
  EXPECT_EQ(file.places[3].line, 8U);
}

TEST(Ods, aSheetIsChosenByNameOrNumber) {
  const std::string book = odsOf({{"May", row(word("a")) + row(word("1"))}, {"June", row(word("a")) + row(word("2"))}});
  ReadOptions options;
  options.sheet = "June";
  EXPECT_THAT(readText(book, options).rows, ElementsAre(Row{"2"}));
  options.sheet = "2";
  EXPECT_THAT(readText(book, options).rows, ElementsAre(Row{"2"}));
  options.sheet = "July";
  EXPECT_EQ(readText(book, options).error->code, Errc::Usage);
}

TEST(Ods, everySplitIntoBatchesReadsAlike) {
  std::string rows = row(word("a") + word("b"));
  for (int i = 0; i < 500; ++i) rows += row(word(std::to_string(i)) + word("x"));
  rows += "<table:table-row table:number-rows-repeated=\"1000\">" + word("y") + word("z") + "</table:table-row>";
  ReadLimits limits;
  limits.blockBytes = 10;
  const ReadFile small = readText(odsOf({{"S", rows}}), {}, limits);
  EXPECT_EQ(small.rows.size(), 1500U);
  EXPECT_GT(small.batches, 100U);
  EXPECT_TRUE(small.rows == readText(odsOf({{"S", rows}})).rows);
}

std::string rowsOf(int count, const std::string& word) {
  std::string rows;
  for (int row = 2; row < count + 2; ++row) {
    const std::string number = std::to_string(row);
    rows += "<row r=\"" + number + "\">" + text("A" + number, number) + text("C" + number, word) + "</row>";
  }
  return rows;
}

// What a reader gives, as one text, and the hash at the end.
std::string allOf(RecordReader& reader) {
  std::string all;
  RecordBatch batch;
  while (*reader.next(batch))
    for (const Record& record : batch.records) {
      for (std::uint32_t i = 0; i < record.cellCount; ++i) all.append(batch.cellsOf(record)[i].text()).append("|");
      all.append(record.raw).append("\n");
    }
  return all + reader.sha256();
}

class SheetCacheTest : public testing::Test {
 protected:
  std::string read(const std::filesystem::path& file, SheetCache& cache, const ReadOptions& options = {}) {
    const auto reader = cache.reader(file, options, [&] {
      ++opened_;
      return openRecords(file, options);
    });
    return reader ? allOf(**reader) : reader.error().what;
  }
  std::filesystem::path write(const std::string& rows) {
    return folder_.write("s.xlsx", xlsxOf({{"S", kHeader + rows}}));
  }
  TempFolder folder_;
  int opened_ = 0;
};

TEST_F(SheetCacheTest, aSheetIsParsedOnceForAllWhoReadIt) {
  const auto file = write(rowsOf(40'000, "note"));
  const std::string plain = allOf(**openRecords(file, {}));
  SheetCache cache;
  {
    // Whoever only looks at the head leaves the rest to the next reader.
    const auto head = cache.reader(file, {}, [&] {
      ++opened_;
      return openRecords(file, {});
    });
    RecordBatch batch;
    ASSERT_TRUE(*(*head)->next(batch));
  }
  EXPECT_EQ(read(file, cache), plain);
  EXPECT_EQ(read(file, cache), plain);
  ReadOptions options;
  options.sheet = "S";
  EXPECT_EQ(read(file, cache, options), plain);
  EXPECT_EQ(opened_, 1);
  options.header = false;
  EXPECT_NE(read(file, cache, options), plain);
  EXPECT_EQ(opened_, 2);
}

TEST_F(SheetCacheTest, whatIsTooMuchToKeepIsParsedAgain) {
  const auto file = write(rowsOf(40'000, "note"));
  const std::string plain = allOf(**openRecords(file, {}));
  SheetCache cache(1 << 20);
  const auto open = [&] {
    ++opened_;
    return openRecords(file, {});
  };
  const auto slow = *cache.reader(file, {}, open);
  RecordBatch batch;
  ASSERT_TRUE(*slow->next(batch));
  const std::size_t passed = batch.records.size();
  EXPECT_EQ(read(file, cache), plain);
  EXPECT_EQ(read(file, cache), plain);
  std::size_t rest = 0;
  while (*slow->next(batch)) rest += batch.records.size();
  EXPECT_EQ(passed + rest, 40'000U);
  EXPECT_EQ(opened_, 3);  // kept for nobody: each its own, and the slow one's second
}

TEST_F(SheetCacheTest, aFileThatChangedIsReadAnew) {
  SheetCache cache;
  const auto file = write(rowsOf(3, "before"));
  const std::string before = read(file, cache);
  std::filesystem::remove(file);
  write(rowsOf(4, "after"));
  EXPECT_THAT(read(file, cache), HasSubstr("after"));
  EXPECT_EQ(opened_, 2);
}

}  // namespace
}  // namespace leadlight
