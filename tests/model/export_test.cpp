#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "model/base/formula_guard.h"
#include "model/export/row_writer.h"
#include "model/load/loader.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;
const fs::path made = fs::path(LEADLIGHT_SHARED) / "corpora" / "made";

nlohmann::json jsonOf(const fs::path& file) {
  std::ifstream in(file);
  return nlohmann::json::parse(in);
}

StoredValue textValue(std::string_view text) { return {StoredValue::Kind::Text, 0, 0, text}; }

std::string exported(const std::vector<std::string>& texts, RowFormat format) {
  std::ostringstream out;
  const auto writer = format == RowFormat::Csv ? csvWriter(out) : jsonWriter(out, format);
  EXPECT_TRUE(writer->begin({{"id", ColumnType::Integer}, {"value", ColumnType::Text}}));
  for (std::size_t i = 0; i < texts.size(); ++i)
    EXPECT_TRUE(writer->row(std::vector{StoredValue{StoredValue::Kind::Integer, static_cast<std::int64_t>(i), 0, {}},
                                        textValue(texts[i])}));
  EXPECT_TRUE(writer->end());
  return out.str();
}

std::vector<std::string> readBack(const fs::path& file) {
  std::vector<std::string> texts;
  const auto reader = openRecords(file, {});
  EXPECT_TRUE(reader);
  RecordBatch batch;
  while (*(*reader)->next(batch)) {
    EXPECT_TRUE(batch.rejects.empty());
    for (const Record& record : batch.records) texts.emplace_back(batch.cellsOf(record)[1].text());
  }
  return texts;
}

// What a spreadsheet may take for the start of a formula, written anew: the rule of the corpus as a check.
bool looksLikeAFormula(const std::string& field) {
  std::size_t at = 0;
  while (at < field.size() && (static_cast<unsigned char>(field[at]) <= 0x20 || field.compare(at, 3, "\uFEFF") == 0))
    at += static_cast<unsigned char>(field[at]) <= 0x20 ? 1U : 3U;
  if (!field.empty() && std::string("\t\r\n").find(field[0]) != std::string::npos) return true;
  const std::string rest = field.substr(at);
  for (const char* start : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
    if (rest.starts_with(start)) {
      char* end = nullptr;
      static_cast<void>(std::strtod(rest.c_str(), &end));
      return *end != '\0';
    }
  return false;
}

TEST(Export, noFieldOfACsvFileIsAFormulaAndEveryValueComesBack) {
  if (!fs::exists(made / "formula")) GTEST_SKIP() << "the formula corpus is not there";
  const nlohmann::json cells = jsonOf(made / "formula" / "cells.json");
  std::vector<std::string> dangerous = cells["dangerous"], legitimate = cells["legit_must_survive_roundtrip"];
  ASSERT_EQ(dangerous.size(), 29U);
  ASSERT_EQ(legitimate.size(), 12U);
  const auto inert = std::count_if(dangerous.begin(), dangerous.end(), [](const std::string& text) {
    return !looksLikeAFormula(needsGuard(text) ? guarded(text) : text);
  });
  EXPECT_EQ(inert, 29);
  std::vector<std::string> all = dangerous;
  all.insert(all.end(), legitimate.begin(), legitimate.end());
  const TempFolder folder;
  EXPECT_EQ(readBack(folder.write("out.csv", exported(all, RowFormat::Csv))), all);
  GTEST_LOG_(INFO) << inert << "/29 inert, " << legitimate.size() << "/12 unharmed";
}

TEST(Export, aLineSplitAtTheWrongDelimiterStartsNoFormulaEither) {
  for (const char* text : {"a;=1+1", "a\n=1+1;b", "a\t@SUM(1)", "x;\xC2\xA0-2+cmd|' /C calc'!A0"}) {
    std::string piece;
    for (const char c : guarded(text) + ";") {
      if (std::string_view(";\t\r\n").find(c) == std::string_view::npos) {
        piece += c;
        continue;
      }
      EXPECT_FALSE(looksLikeAFormula(piece)) << piece;
      piece.clear();
    }
  }
}

TEST(Export, plainNumbersKeepTheirLook) {
  for (const char* text : {"-12.5", "+7", "-3", "+4930123456", "1;-2", "-1e5", "2016-08-01", "a=b", "x+y"})
    EXPECT_FALSE(needsGuard(text)) << text;
  for (const char* text : {"-", "--", "+49 30 1234567", "@handle", "=)"}) EXPECT_TRUE(needsGuard(text)) << text;
}

TEST(Export, takingTheMarksOffGivesEveryTextBack) {
  std::mt19937 random(5);
  const std::vector<std::string> pieces = {"'",  "\xC2\xA0", "'\xC2\xA0", "=", "+", "-", "@",  ";",      "\t",
                                           "\r", "\n",       "a",         "1", " ", ",", "\"", "\uFEFF", "＝"};
  std::size_t marked = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t left = random() % 8; left > 0; --left) text += pieces[random() % pieces.size()];
    const std::string safe = guarded(text);
    ASSERT_EQ(unguarded(safe), text);
    ASSERT_EQ(needsGuard(text), safe != text);
    if (safe != text) ++marked;
  }
  EXPECT_GT(marked, 1000U);
}

TEST(Export, valuesThatOtherProgramsMangleSurviveLoadAndBothExports) {
  if (!fs::exists(made / "mangle")) GTEST_SKIP() << "the mangle corpus is not there";
  const nlohmann::json expected = jsonOf(made / "mangle" / "expected.json");
  ASSERT_EQ(expected.size(), 85U);
  const TempFolder folder;
  const auto valuesOf = [](Store& store) {
    std::map<std::string, std::string> values;
    EXPECT_TRUE(store.scan("leads", {"id", "value"}, [&](std::int64_t, std::span<const StoredValue> row) {
      values[std::string(row[0].text)] = std::string(row[1].text);
      return true;
    }));
    return values;
  };
  LoadOptions options;
  options.key = "id";
  const std::map<std::string, std::string> wanted = expected;
  fs::path source = made / "mangle" / "mangle.csv";
  for (const char* name : {"first", "from.csv", "from.ndjson", "from.json"}) {
    Result<Store> store = Store::open(folder.path() / (std::string(name) + ".db"), Store::Mode::ReadWrite);
    if (std::string_view(name) != "first") source = folder.path() / name;
    ASSERT_TRUE(loadFile(*store, source, options, {}));
    EXPECT_EQ(valuesOf(*store), wanted) << name;
    if (std::string_view(name) != "first") continue;
    for (const RowFormat format : {RowFormat::Csv, RowFormat::Ndjson, RowFormat::Json}) {
      std::ofstream out(folder.path() / (std::string("from.") + rowFormatName(format)), std::ios::binary);
      const auto writer = format == RowFormat::Csv ? csvWriter(out) : jsonWriter(out, format);
      ASSERT_TRUE(writer->begin({{"id", ColumnType::Text}, {"value", ColumnType::Text}}));
      for (const auto& [id, value] : wanted) ASSERT_TRUE(writer->row(std::vector{textValue(id), textValue(value)}));
      ASSERT_TRUE(writer->end());
    }
  }
}

TEST(Export, aWorkbookShowsANulByteAndWhatFollowsIt) {
  const TempFolder folder;
  const fs::path book = folder.path() / "nul.xlsx";
  const auto writer = xlsxWriter(book);
  ASSERT_TRUE(writer->begin({{"note", ColumnType::Text}}));
  ASSERT_TRUE(writer->row(std::vector{textValue(std::string_view("before\0after", 12))}));
  ASSERT_TRUE(writer->end());
  const auto reader = openRecords(book, {});
  ASSERT_TRUE(reader);
  RecordBatch batch;
  ASSERT_TRUE((*reader)->next(batch));
  ASSERT_EQ(batch.records.size(), 1U);
  EXPECT_EQ(batch.cells.at(0).text(), "before\u2400after");
}

TEST(Export, moreRowsThanASheetHoldsGoToAFurtherSheet) {
  const TempFolder folder;
  const fs::path book = folder.path() / "many.xlsx";
  const auto writer = xlsxWriter(book);
  ASSERT_TRUE(writer->begin({{"n", ColumnType::Integer}}));
  for (std::int64_t i = 0; i < 1'048'576; ++i)
    ASSERT_TRUE(writer->row(std::vector{StoredValue{StoredValue::Kind::Integer, i, 0, {}}}));
  ASSERT_TRUE(writer->end());
  const std::string list =
      "unzip -p '" + book.string() + "' xl/workbook.xml > '" + (folder.path() / "book").string() + "'";
  ASSERT_EQ(std::system(list.c_str()), 0);
  std::ifstream in(folder.path() / "book");
  const std::string text(std::istreambuf_iterator<char>(in), {});
  EXPECT_NE(text.find("name=\"Leads 2\""), std::string::npos);
  EXPECT_EQ(text.find("name=\"Leads 3\""), std::string::npos);
}

}  // namespace
}  // namespace leadlight
