#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "model/load/retry.h"
#include "model/store/database.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

// Eight rows of which five are refused, each for another reason.
const std::string dirty =
    "Prospect ID,Lead Source,TotalVisits,Created On,Note\n"
    "a,Google,1,2016-08-01,fine\n"
    "b,Google,many,2016-08-02,\"a note, with a comma\"\n"
    "c,Google,3,2016-02-30,\n"
    ",Google,4,2016-08-04,no key\n"
    "e,Google,5\n"
    "f,Goo\xE9gle,6,2016-08-06,caf\xE9\n"
    "g,Google,7,2016-08-07,fine\n"
    "h,Google,8,2016-08-08,fine\n";

class Quarantine : public testing::Test {
 protected:
  Quarantine() : store_(*Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite)) {
    // Enough good rows that the types are sure.
    std::string good = "Prospect ID,Lead Source,TotalVisits,Created On,Note\n";
    for (int i = 0; i < 200; ++i) good += "x" + std::to_string(i) + ",Google,1,2016-08-01,\n";
    EXPECT_TRUE(loadFile(store_, folder_.write("good.csv", good), {}, {}));
    before_ = *store_.digest("leads");
    LoadOptions options;
    options.read.encoding = "utf-8";
    std::string text = dirty;
    for (int i = 0; i < 60; ++i) text += "y" + std::to_string(i) + ",Google,1,2016-08-01,\n";
    const auto report = loadFile(store_, folder_.write("dirty.csv", text), options, {});
    EXPECT_TRUE(report) << report.error().what;
    EXPECT_EQ(report->quarantined, 5U);
    load_ = report->id;
  }

  QuarantineSheet sheet() { return *quarantineSheet(store_, load_); }
  std::string csv() {
    std::ostringstream out;
    EXPECT_TRUE(writeSheet(sheet(), out));
    return out.str();
  }
  static std::string replaced(std::string text, const std::string& old, const std::string& with) {
    const std::size_t at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return at == std::string::npos ? text : text.replace(at, old.size(), with);
  }
  std::size_t open() { return store_.quarantine(load_, 100)->size(); }

  TempFolder folder_;
  Store store_;
  std::string before_;
  std::int64_t load_ = 0;
};

TEST_F(Quarantine, aListOfRefusedRowsHoldsTheirOwnColumnsOrTheRawRow) {
  const QuarantineSheet sheet = this->sheet();
  ASSERT_EQ(sheet.rows.size(), 5U);
  EXPECT_EQ(sheet.rows[0].cells,
            (std::vector<std::string>{"b", "Google", "many", "2016-08-02", "a note, with a comma"}));
  EXPECT_TRUE(sheet.rows[0].whole);
  EXPECT_EQ(sheet.rows[3].row.code, "field_count");
  EXPECT_EQ(sheet.rows[3].cells, (std::vector<std::string>{"e", "Google", "5", "", ""}));
  EXPECT_FALSE(sheet.rows[3].whole);
  EXPECT_EQ(sheet.rows[4].cells[4], "caf\u00e9");
  const std::string text = csv();
  EXPECT_TRUE(text.starts_with("load_id,line,byte,column,code,message,Prospect ID,Lead Source,")) << text;
  EXPECT_NE(text.find(" is not a whole number\",b,Google,many"), std::string::npos) << text;
  EXPECT_NE(text.find("\"e,Google,5\""), std::string::npos);
}

TEST_F(Quarantine, messagesNameTheRuleAndNeverTheValue) {
  for (const RefusedRow& row : sheet().rows) {
    EXPECT_EQ(row.row.message.find("many"), std::string::npos);
    EXPECT_EQ(row.row.message.find("2016-02-30"), std::string::npos);
  }
}

TEST_F(Quarantine, correctedRowsAreTakenByALoadOfTheirOwn) {
  std::string text = replaced(csv(), ",many,", ",12,");
  text = replaced(text, "2016-02-30", "2016-02-29");
  text = replaced(text, "e,Google,5,,,", "e,Google,5,2016-08-05,,");
  const auto rows = correctedRows(sheet(), folder_.write("mended.csv", text));
  ASSERT_TRUE(rows) << rows.error().what;
  ASSERT_EQ(rows->size(), 4U);  // the row without a key goes too, as it is
  const auto report = retryRows(store_, load_, *rows, {}, {});
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->parsed, 4U);
  EXPECT_EQ(report->fresh, 3U);
  EXPECT_EQ(report->quarantined, 1U);
  EXPECT_EQ(report->retryOf, load_);
  EXPECT_TRUE(report->conserves());
  EXPECT_EQ(open(), 2U);  // no key; not UTF-8
  EXPECT_EQ(store_.quarantine({}, 100)->size(), 2U);
  const auto all = store_.quarantine(load_, 100, Store::Quarantined::All);
  EXPECT_EQ(std::count_if(all->begin(), all->end(), [&](const auto& row) { return row.takenBy == report->id; }), 3);
  EXPECT_EQ(store_.dataset("leads")->find("TotalVisits")->type, ColumnType::Integer);
  // The same list once more: what was taken is not taken again.
  EXPECT_EQ(correctedRows(sheet(), folder_.path() / "mended.csv")->size(), 1U);

  ASSERT_TRUE(store_.undo(report->id, {}));
  EXPECT_EQ(open(), 5U);
  ASSERT_TRUE(store_.undo(load_, {}));
  EXPECT_EQ(*store_.digest("leads"), before_);
}

TEST_F(Quarantine, anEmptiedRawColumnSaysThatThePartsAreRight) {
  std::string text = csv();
  const std::string raw = "f,Goo\u00e9gle,6,2016-08-06,caf\u00e9\"\r\n";
  text = replaced(text, ",\"" + raw, ",\r\n");
  const auto rows = correctedRows(sheet(), folder_.write("mended.csv", text));
  ASSERT_TRUE(rows);
  const auto report = retryRows(store_, load_, *rows, {}, {});
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->fresh, 1U);
  EXPECT_TRUE(store_.leadId("leads", "f"));
}

TEST_F(Quarantine, rowsAsTheyAreNeverWidenAColumn) {
  const std::vector<CorrectedRow> rows = unchangedRows(sheet());
  ASSERT_EQ(rows.size(), 3U);
  const auto report = retryRows(store_, load_, rows, {}, {});
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->quarantined, 3U);
  EXPECT_EQ(open(), 5U);
  EXPECT_EQ(store_.dataset("leads")->find("TotalVisits")->type, ColumnType::Integer);
  EXPECT_EQ(store_.quarantine(report->id, 100)->size(), 3U);
  EXPECT_EQ(store_.quarantine({}, 100)->size(), 5U);  // none is listed twice
}

TEST_F(Quarantine, whatCannotBeSentIsRefusedWithASentence) {
  EXPECT_EQ(retryRows(store_, load_, {}, {}, {}).error().code, Errc::Usage);
  EXPECT_EQ(quarantineSheet(store_, 99).error().code, Errc::UnknownLoad);
  EXPECT_EQ(correctedRows(sheet(), folder_.write("other.csv", "a,b\n1,2\n")).error().code, Errc::Malformed);
  ASSERT_TRUE(store_.undo(load_, {}));
  EXPECT_NE(quarantineSheet(store_, load_).error().what.find("undone"), std::string::npos);
}

TEST_F(Quarantine, rowsOfJsonFilesAreTakenApartToo) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "{\"Prospect ID\":\"j" + std::to_string(i) + "\",\"TotalVisits\":1}\n";
  text += "{\"Prospect ID\":\"k\",\"TotalVisits\":\"many\",\"Note\":\"n\"}\n{\"Prospect ID\":\"l\",\n";
  const auto report = loadFile(store_, folder_.write("j.ndjson", text), {}, {});
  ASSERT_TRUE(report) << report.error().what;
  const QuarantineSheet sheet = *quarantineSheet(store_, report->id);
  ASSERT_EQ(sheet.rows.size(), 2U);
  EXPECT_EQ(sheet.rows[0].cells, (std::vector<std::string>{"k", "many", "n"}));
  EXPECT_FALSE(sheet.rows[1].whole);
  std::vector<CorrectedRow> rows = {{sheet.rows[0].row.id, {"k", "3", "n"}}};
  EXPECT_EQ(retryRows(store_, report->id, rows, {}, {})->fresh, 1U);
}

// A row of its own tells neither which way round a date stands nor what a point parts.
TEST_F(Quarantine, aCorrectedRowIsReadAsTheLoadReadItsFile) {
  const std::string labels = "Id,When,Amount,Calls\n", refused = "bad,03/04/2024,\"1.234\",many\n";
  LoadOptions options;
  options.dataset = "orders";
  options.key = "Id";
  options.given.emplace().columns = {{"Calls", "Calls", ColumnType::Integer, {}, false}};
  const auto amounts = [&](const std::string& file, const std::string& sample) {
    std::string text = labels;
    for (int i = 0; i < 60; ++i) text += file + std::to_string(i) + ',' + sample + ",1\n";
    const auto report = loadFile(store_, folder_.write(file + ".csv", text + file + refused), options, {});
    EXPECT_TRUE(report) << report.error().what;
    const std::vector<CorrectedRow> rows = {
        {quarantineSheet(store_, report->id)->rows.at(0).row.id, {file + "bad", "03/04/2024", "1.234", "5"}}};
    const auto retried = retryRows(store_, report->id, rows, {}, {});
    EXPECT_TRUE(retried && retried->fresh == 1) << file;
    Statement row =
        *store_.database().prepare("SELECT \"When\" || ' ' || Amount FROM orders_final WHERE Id = '" + file + "bad'");
    return *row.step() ? std::string(row.text(0)) : std::string();
  };
  EXPECT_EQ(amounts("us", "04/28/2024,1.5"), "2024-03-04 1.234");
  EXPECT_EQ(amounts("eu", "28.04.2024,\"1.234,5\""), "2024-04-03 1234.0");
}

TEST_F(Quarantine, aPreviewCountsWhatTheLoadDoesAndWritesNothing) {
  const fs::path next =
      folder_.write("next.csv", "Prospect ID,TotalVisits,City\nx1,1,\nx2,5,Pune\nx3,1,Pune\nx3,2,\nnew,1,\nbad,?,\n");
  const auto bytes = [&] {
    std::ifstream in(folder_.path() / "leads.db", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string stored = bytes();
  LoadOptions options;
  options.validateOnly = true;
  Result<Store> reading = Store::open(folder_.path() / "leads.db", Store::Mode::ReadOnly);
  const auto preview = loadFile(*reading, next, options, {});
  ASSERT_TRUE(preview) << preview.error().what;
  ASSERT_TRUE(preview->preview);
  EXPECT_EQ(preview->preview->newColumns, std::vector<std::string>{"City"});
  ASSERT_EQ(preview->preview->columns.size(), 2U);
  EXPECT_EQ(preview->preview->columns[0].leads, 2U);  // TotalVisits of x2 and x3
  EXPECT_EQ(preview->preview->columns[1].leads, 1U);  // City of x2; that of x3 is superseded
  EXPECT_EQ(preview->preview->examples.front().before, "1");
  EXPECT_EQ(preview->preview->examples.front().after, "5");
  EXPECT_EQ(bytes(), stored);
  options.validateOnly = false;
  const auto loaded = loadFile(store_, next, options, {});
  ASSERT_TRUE(loaded);
  const auto counts = [](const LoadReport& report) {
    return std::vector{report.parsed, report.fresh, report.changed, report.same, report.superseded, report.quarantined};
  };
  EXPECT_EQ(counts(*preview), counts(*loaded));
}

}  // namespace
}  // namespace leadlight
