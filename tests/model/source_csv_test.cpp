#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "model/source/csv_scan.h"
#include "tests/model/source_support.h"
#include "tests/support/tally.h"

namespace leadlight {
namespace {

using testing::ElementsAre;
namespace fs = std::filesystem;

TEST(CsvReader, quotesLineEndsAndDelimitersInQuotesAreText) {
  const ReadFile file = readText("a,b,c\r\n1,\"x,\"\"y\"\"\",\"line 1\r\nline 2\"\r\n\"\",'z',\r\n");
  ASSERT_FALSE(file.error);
  EXPECT_THAT(file.labels, ElementsAre("a", "b", "c"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "x,\"y\"", "line 1\r\nline 2"}, Row{"", "'z'", ""}));
  EXPECT_THAT(file.places[1].line, 4);
  EXPECT_EQ(file.places[0].raw, "1,\"x,\"\"y\"\"\",\"line 1\r\nline 2\"");
}

TEST(CsvReader, aRowWithTooFewOrTooManyFieldsIsRefusedAlone) {
  const ReadFile file = readText("a,b,c\n1,2\n1,2,3\n1,2,3,4\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "2", "3"}));
  ASSERT_THAT(file.rejectLines(), ElementsAre(2, 4));
  EXPECT_EQ(file.rejects[0].message(), "2 fields, 3 expected");
  EXPECT_EQ(file.rejects[1].raw, "1,2,3,4");
  EXPECT_EQ(file.rejects[1].byte, 16);
  EXPECT_EQ(readText("a,b,c\nx\n1,2,3\n").rejects.at(0).message(), "1 field, 3 expected");
}

TEST(CsvReader, anUnclosedQuoteCostsItsOwnLineOnly) {
  const ReadFile file = readText("id,name\n1,x\n2,\"y\n3,z\n4,w\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "x"}, Row{"3", "z"}, Row{"4", "w"}));
  ASSERT_THAT(file.rejectLines(), ElementsAre(3));
  EXPECT_EQ(file.rejects[0].code, RejectCode::UnclosedQuote);
  EXPECT_EQ(file.rejects[0].raw, "2,\"y");
  EXPECT_EQ(file.places[1].line, 4);
}

TEST(CsvReader, anUnclosedQuoteIsNoticedAtTheNextQuoteToo) {
  const ReadFile file = readText("id,name\n1,\"x\n2,\"y\"\n3,z\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"2", "y"}, Row{"3", "z"}));
  ASSERT_THAT(file.rejectLines(), ElementsAre(2));
  EXPECT_EQ(file.rejects[0].code, RejectCode::UnclosedQuote);
}

TEST(CsvReader, textAfterAClosingQuoteIsRefusedNotGuessed) {
  const ReadFile file = readText("id,name\n1,\"x\"y\n2,z\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"2", "z"}));
  EXPECT_EQ(file.rejects.at(0).code, RejectCode::StrayQuote);
  EXPECT_EQ(file.rejects.at(0).raw, "1,\"x\"y");
}

TEST(CsvReader, anUnclosedQuoteBeyondTheLimitDoesNotHoldUpTheRest) {
  ReadLimits limits;
  limits.blockBytes = 64;
  limits.recordBytes = 1024;
  std::string text = "id,name\n1,\"x\n";
  for (int i = 2; i <= 1000; ++i) text += std::to_string(i) + ",y\n";
  const ReadFile file = readText(text, {}, limits);
  EXPECT_EQ(file.rows.size(), 999);
  ASSERT_THAT(file.rejectLines(), ElementsAre(2));
  EXPECT_EQ(file.places.back().line, 1001);
  EXPECT_EQ(text.substr(file.places.back().byte, 6), "1000,y");
}

TEST(CsvReader, aRecordBeyondTheLimitIsRefusedWithItsStart) {
  ReadLimits limits;
  limits.blockBytes = 64;
  limits.recordBytes = 1024;
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const std::string text = "id,name" + end + "1,x" + end + "2," + std::string(5000, 'y') + end + "3,z" + end;
    const ReadFile file = readText(text, {}, limits);
    EXPECT_THAT(file.rows, ElementsAre(Row{"1", "x"}, Row{"3", "z"}));
    ASSERT_THAT(file.rejectLines(), ElementsAre(3));
    EXPECT_EQ(file.rejects[0].code, RejectCode::TooLong);
    EXPECT_TRUE(file.rejects[0].raw.starts_with("2,yyy"));
    EXPECT_EQ(file.places[1].line, 4);
    EXPECT_EQ(text.substr(file.places[1].byte, 3), "3,z");
  }
}

TEST(CsvReader, aQuotedValueBeyondTheLimitIsRefusedToo) {
  ReadLimits limits;
  limits.blockBytes = 64;
  limits.recordBytes = 1024;
  for (const std::string after : {"\"\n", "\n", "\"x\n"}) {
    const std::string text = "id,name\n1,x\n2,\"" + std::string(5000, 'y') + after + "3,z\n";
    const ReadFile file = readText(text, {}, limits);
    EXPECT_THAT(file.rows, ElementsAre(Row{"1", "x"}, Row{"3", "z"}));
    ASSERT_THAT(file.rejectLines(), ElementsAre(3));
    EXPECT_EQ(file.rejects[0].code, RejectCode::TooLong);
    EXPECT_EQ(file.places[1].line, 4);
  }
  const ReadFile stray = readText("id,name\n1,\"x\"" + std::string(5000, 'y') + "\n2,z\n", {}, limits);
  EXPECT_THAT(stray.rows, ElementsAre(Row{"2", "z"}));
  EXPECT_THAT(stray.rejectLines(), ElementsAre(2));
}

TEST(CsvReader, aLineQuotedAsAWholeIsReadAsTheLineItIs) {
  const ReadFile file = readText("a,b,c\n1,2,3\n\"4,\"\"5,5\"\",6\"\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "2", "3"}, Row{"4", "5,5", "6"}));
  EXPECT_EQ(file.places[1].raw, "\"4,\"\"5,5\"\",6\"");
  EXPECT_THAT(readText("\"a,b\"\n\"1,2\"\n\"3,4\"\n").rows, ElementsAre(Row{"1", "2"}, Row{"3", "4"}));
}

nlohmann::json objectsOf(const ReadFile& file) {
  nlohmann::json objects = nlohmann::json::array();
  for (const Row& row : file.rows) {
    nlohmann::json object;
    for (std::size_t i = 0; i < row.size(); ++i) object[file.labels[i]] = row[i];
    objects.push_back(object);
  }
  return objects;
}

TEST(CsvReader, everySpectrumFileReadsAsItsJson) {
  const auto folder = sharedPath("corpora/csv-spectrum");
  if (!folder) return;
  const fs::path packaged = *folder / "debian-1.0.0";  // whose CRLF files still have CRLF
  Tally tally("csv-spectrum");
  for (const fs::directory_entry& entry : fs::directory_iterator(packaged / "csvs")) {
    SCOPED_TRACE(entry.path().filename());
    const ReadFile file = readFile(entry.path());
    ASSERT_FALSE(file.error);
    EXPECT_TRUE(file.rejects.empty());
    const fs::path json = packaged / "json" / entry.path().stem().concat(".json");
    const auto wanted = nlohmann::json::parse(bytesOf(json));
    EXPECT_TRUE(tally.note(objectsOf(file) == wanted)) << objectsOf(file);
  }
  // The twelfth stands in the newer package; its JSON gives another telephone number than its CSV.
  const ReadFile twelfth = readFile(*folder / "npm-2.0.0/csvs/location_coordinates.csv");
  auto wanted = nlohmann::json::parse(bytesOf(*folder / "npm-2.0.0/json/location_coordinates.json"));
  wanted["Contact Phone Number"] = "2095257564";
  EXPECT_TRUE(tally.note(objectsOf(twelfth) == nlohmann::json::array({wanted}))) << objectsOf(twelfth);
  EXPECT_EQ(tally.all(), 12);
}

TEST(CsvReader, everyMadeShapeReadsAsExpected) {
  const auto folder = sharedPath("corpora/made/shapes");
  if (!folder) return;
  const auto expected = nlohmann::json::parse(bytesOf(*folder / "expected.json"));
  EXPECT_EQ(expected.size(), 26);
  Tally tally("shapes");
  for (const auto& [name, wanted] : expected.items()) {
    SCOPED_TRACE(name);
    const ReadFile file = readFile(*folder / name);
    ASSERT_FALSE(file.error);
    const std::size_t all = file.rows.size() + file.rejects.size();
    if (wanted.contains("header")) {
      EXPECT_EQ(nlohmann::json(file.labels), wanted["header"]);
    }
    if (wanted.contains("rows")) {
      EXPECT_EQ(nlohmann::json(file.rows), wanted["rows"]);
    }
    if (wanted.contains("last")) {
      EXPECT_EQ(nlohmann::json(file.rows.back()), wanted["last"]);
    }
    if (wanted.contains("conserve")) {
      EXPECT_EQ(all, wanted["conserve"]);
    }
    if (wanted.contains("min_loaded")) {
      EXPECT_GE(file.rows.size(), wanted["min_loaded"]);
    }
    if (wanted.contains("lines")) {
      EXPECT_EQ(nlohmann::json(file.rejectLines()), wanted["lines"]);
    }
    if (name == "null_keys.csv") {  // which key is missing is for loading to tell
      EXPECT_EQ(file.rows.size(), 3);
    } else {
      if (wanted.contains("loaded")) {
        EXPECT_EQ(file.rows.size(), wanted["loaded"]);
      }
      if (wanted.contains("quarantined")) {
        EXPECT_EQ(file.rejects.size(), wanted["quarantined"]);
      }
    }
    tally.note(!HasFailure());
  }
}

TEST(CsvReader, realFilesGiveAllTheirRows) {
  struct Wanted {
    const char* file;
    std::size_t rows;
    std::size_t columns;
    char delimiter;
  };
  const Wanted files[] = {
      {"x-education/Leads.csv", 9240, 37, ','},
      {"x-education/raw/Leads.whole-line-quoted.csv", 9240, 37, ','},
      {"x-education/raw/Leads.trailing-comma.csv", 9240, 37, ','},
      {"x-education/raw/Leads.missing-3-rows.csv", 9237, 37, ','},
      {"x-education/raw/Leads.reduced-9col.csv", 9240, 9, ','},
      {"bank-marketing/bank.csv", 4521, 17, ';'},
      {"online-shoppers/online_shoppers_intention.csv", 12330, 18, ','},
      {"support-tickets/customer_support_tickets.csv", 8469, 17, ','},
      {"crm/sales_pipeline.csv", 8800, 8, ','},
      {"sessions/transactions.csv", 307, 6, ','},
      {"sessions/users.csv", 100, 4, ','},
  };
  for (const Wanted& wanted : files) {
    SCOPED_TRACE(wanted.file);
    const auto path = sharedPath(std::string("data/") + wanted.file);
    if (!path) continue;
    const ReadFile file = readFile(*path);
    ASSERT_FALSE(file.error);
    EXPECT_EQ(file.rows.size(), wanted.rows);
    EXPECT_EQ(file.labels.size(), wanted.columns);
    EXPECT_EQ(file.facts.delimiter, wanted.delimiter);
    EXPECT_TRUE(file.rejects.empty());
  }
}

TEST(CsvReader, threeSpoiltCopiesOfOneFileReadAlike) {
  const auto folder = sharedPath("data/x-education");
  if (!folder) return;
  const ReadFile clean = readFile(*folder / "Leads.csv");
  for (const char* copy : {"Leads.whole-line-quoted.csv", "Leads.trailing-comma.csv"}) {
    const ReadFile other = readFile(*folder / "raw" / copy);
    EXPECT_TRUE(other.labels == clean.labels) << copy;
    EXPECT_TRUE(other.rows == clean.rows) << copy;
  }
}

TEST(CsvReader, aRowCutOffAtTheEndOfARealFileIsRefused) {
  const auto path = sharedPath("data/satisfaction/surveys-2.csv");
  if (!path) return;
  const ReadFile file = readFile(*path);
  EXPECT_EQ(file.rows.size(), 38);
  ASSERT_EQ(file.rejects.size(), 1);
  EXPECT_EQ(file.rejects[0].message(), "8 fields, 10 expected");
}

TEST(CsvReader, aBlankLineIsARecordOnlyWhereThereIsOneColumn) {
  EXPECT_THAT(readText("a,b\n\n1,2\n\n").rows, ElementsAre(Row{"1", "2"}));
  EXPECT_THAT(readText("a\n1\n\n3").rows, ElementsAre(Row{"1"}, Row{""}, Row{"3"}));
}

TEST(CsvReader, aNulByteRefusesItsRowOnly) {
  using namespace std::string_literals;
  const ReadFile file = readText("a,b\n1,x\0y\n2,z\n"s);
  EXPECT_THAT(file.rows, ElementsAre(Row{"2", "z"}));
  EXPECT_EQ(file.rejects.at(0).code, RejectCode::NulByte);
  EXPECT_EQ(file.rejects.at(0).raw, "1,x\0y"s);
}

TEST(CsvScan, vectorAndPortableSearchFindTheSame) {
  std::string text;
  std::uint32_t state = 7;
  for (int i = 0; i < 100000; ++i) {
    state = state * 1664525U + 1013904223U;
    text.push_back((state >> 16) % 4 == 0 ? ",;\"\r\n\t|+-#!\x8C\x8D\x8A"[(state >> 20) % 14]
                                          : static_cast<char>(state >> 24));
  }
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const SpecialBytes special(delimiter);
    for (std::size_t at = 0; at + 64 <= text.size(); at += 61) {
      std::uint64_t plain = 0;
      for (std::size_t i = 0; i < 64; ++i) {
        const char c = text[at + i];
        if (c == delimiter || c == '"' || c == '\n' || c == '\r') plain |= std::uint64_t{1} << i;
      }
      ASSERT_EQ(special.find(text.data() + at), plain);
      ASSERT_EQ(special.findPortably(text.data() + at), plain);
    }
  }
}

}  // namespace
}  // namespace leadlight
