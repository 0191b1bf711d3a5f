#include "model/export/pdf_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/pdf_text.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PdfTables : public ::testing::Test {
 protected:
  std::vector<std::string> printed(const PdfTable& table) const {
    std::ofstream out(folder_.path() / "table.pdf", std::ios::binary);
    EXPECT_TRUE(writePdf(out, table));
    out.close();
    return pdfPages(folder_.path() / "table.pdf");
  }

  const TempFolder folder_;
};

PdfTable namesAndReasons() { return {"Calls of Ana", {{"Filter", "band = 'A'"}}, {{"Who", 0.3}, {"Why", 0.7}}, {}}; }

TEST_F(PdfTables, everyRowIsOnOnePageAndEveryPageHasTheHeads) {
  PdfTable table = namesAndReasons();
  for (int i = 0; i < 200; ++i) table.rows.push_back({"lead-" + std::to_string(i) + ".\nsecond line", "because"});
  const std::vector<std::string> pages = printed(table);
  ASSERT_GT(pages.size(), 5U);
  EXPECT_THAT(pages[0], HasSubstr("Calls of Ana"));
  EXPECT_THAT(pages[0], HasSubstr("Filter: band = 'A'"));
  EXPECT_THAT(pages[1], Not(HasSubstr("Calls of Ana")));
  std::string all;
  for (const std::string& page : pages) {
    EXPECT_THAT(page, HasSubstr("Why"));
    all += page;
  }
  std::size_t at = 0;
  for (int i = 0; i < 200; ++i) {
    at = all.find("lead-" + std::to_string(i) + ".", at);
    ASSERT_NE(at, std::string::npos) << i;
  }
}

TEST_F(PdfTables, namesOfAnyScriptReadBack) {
  PdfTable table = namesAndReasons();
  table.rows = {{"Łukasz Żółć", "Zażółć gęślą"}, {"Ελένη Παππά", "Αθήνα"}, {"Пётр Щукин", "Москва"}};
  const std::string page = printed(table).at(0);
  for (const std::vector<std::string>& row : table.rows)
    for (const std::string& cell : row) EXPECT_THAT(page, HasSubstr(cell));
}

TEST_F(PdfTables, aCellWithoutEndEndsAtItsPage) {
  PdfTable table = namesAndReasons();
  std::string words;
  for (int i = 0; i < 5000; ++i) words += "word" + std::to_string(i) + " ";
  table.facts = {{"Filter", words}};
  table.rows = {{"first", "short"}, {"second", words}, {"third", "short"}};
  const std::vector<std::string> pages = printed(table);
  ASSERT_EQ(pages.size(), 3U);
  EXPECT_THAT(pages[0], HasSubstr("first"));
  EXPECT_THAT(pages[1], HasSubstr("second"));
  EXPECT_THAT(pages[1], HasSubstr("word100"));
  EXPECT_THAT(pages[2], HasSubstr("third"));
}

TEST_F(PdfTables, bytesThatAreNoTextDoNotStopIt) {
  PdfTable table = namesAndReasons();
  table.title = "Calls of J\xF6rg";
  table.rows = {{"J\xF6rg", std::string("a\0b", 3)}, {"", ""}};
  EXPECT_THAT(printed(table).at(0), HasSubstr("rg"));
}

TEST_F(PdfTables, aStreamThatFailsIsAnError) {
  std::ofstream full("/dev/full", std::ios::binary);
  PdfTable table = namesAndReasons();
  for (int i = 0; i < 5000; ++i) table.rows.push_back({"lead", "because"});
  const Status written = writePdf(full, table);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, Errc::Io);
}

}  // namespace
}  // namespace leadlight
