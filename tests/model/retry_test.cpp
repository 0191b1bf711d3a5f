#include <gtest/gtest.h>

#include <sstream>

#include "model/load/retry.h"
#include "model/store/database.h"
#include "tests/support/temp_folder.h"
#include "tests/support/workbooks.h"

namespace leadlight {
namespace {

using Cells = std::vector<std::string>;

// Refused rows are taken apart, shown and sent again as their file was read, whatever that was.
class Retry : public testing::Test {
 protected:
  LoadReport load(const std::string& name, const std::string& content, const LoadOptions& options = {}) {
    const auto report = loadFile(store_, folder_.write(name, content), options, {});
    EXPECT_TRUE(report) << report.error().what;
    return report ? *report : LoadReport{};
  }
  QuarantineSheet sheet(std::int64_t load) {
    auto found = quarantineSheet(store_, load);
    EXPECT_TRUE(found) << found.error().what;
    return found ? *std::move(found) : QuarantineSheet{};
  }
  std::string sheetText(std::int64_t load) {
    std::ostringstream out;
    EXPECT_TRUE(writeSheet(sheet(load), out));
    return out.str();
  }
  // How many rows of this corrected sheet came in as new leads.
  std::uint64_t retried(std::int64_t load, const std::string& text, const ReadOptions& options = {}) {
    const auto rows = correctedRows(sheet(load), folder_.write("mended.csv", text), options);
    EXPECT_TRUE(rows) << rows.error().what;
    if (!rows || rows->empty()) return 0;
    const auto report = retryRows(store_, load, *rows, {}, {});
    EXPECT_TRUE(report) << report.error().what << report.error().where;
    return report ? report->fresh : 0;
  }
  // The newest lead's values as one text.
  std::string newest(const std::string& columns, const std::string& dataset = "leads") {
    Statement row =
        *store_.database().prepare("SELECT " + columns + " FROM " + dataset + "_final ORDER BY lead_id DESC LIMIT 1");
    return *row.step() ? std::string(row.text(0)) : std::string();
  }
  static std::string replaced(std::string text, const std::string& old, const std::string& with) {
    const std::size_t at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old << " in " << text;
    return at == std::string::npos ? text : text.replace(at, old.size(), with);
  }

  // A workbook's rows after its header: cells as texts, numbers as numbers.
  static std::string xlsxRows(const std::vector<Cells>& rows) {
    std::string xml;
    for (const Cells& row : rows) {
      xml += "<row>";
      for (const std::string& cell : row)
        xml += cell.find_first_not_of("0123456789") == std::string::npos
                   ? "<c><v>" + cell + "</v></c>"
                   : "<c t=\"inlineStr\"><is><t>" + xmlText(cell) + "</t></is></c>";
      xml += "</row>";
    }
    return xml;
  }
  static std::string odsRows(const std::vector<Cells>& rows) {
    std::string xml;
    for (const Cells& row : rows) {
      xml += "<table:table-row>";
      for (const std::string& cell : row)
        xml +=
            "<table:table-cell office:value-type=\"string\"><text:p>" + xmlText(cell) + "</text:p></table:table-cell>";
      xml += "</table:table-row>";
    }
    return xml;
  }
  // Thirty good rows and one whose first column holds no number.
  static std::vector<Cells> oneBadOf31() {
    std::vector<Cells> rows = {{"n", "t", "x"}};
    for (int i = 0; i < 30; ++i) rows.push_back({std::to_string(100 + i), "text " + std::to_string(i), "x"});
    rows.push_back({"bad", "precious, \"kept\"", "=data"});
    return rows;
  }

  TempFolder folder_;
  Store store_ = *Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
};

TEST_F(Retry, aMendedCellOfAWorkbookLeavesTheOtherCellsAsTheyWere) {
  for (const char* kind : {"xlsx", "ods"}) {
    LoadOptions options;
    options.dataset = kind;
    options.key = "none";
    load(std::string(kind) + ".csv", "n,t,x\n1,a,p\n2,b,q\n", options);
    const std::string book = std::string(kind) == "xlsx" ? xlsxOf({{"Leads", xlsxRows(oneBadOf31())}})
                                                         : odsOf({{"Leads", odsRows(oneBadOf31())}});
    const LoadReport report = load(std::string("book.") + kind, book, options);
    ASSERT_EQ(report.format, kind);
    ASSERT_EQ(report.quarantined, 1U);
    const QuarantineSheet found = sheet(report.id);
    EXPECT_EQ(found.rows[0].cells, (Cells{"bad", "precious, \"kept\"", "=data"}));
    EXPECT_TRUE(found.rows[0].whole);
    EXPECT_EQ(unchangedRows(found).size(), 1U);
    EXPECT_EQ(retried(report.id, replaced(sheetText(report.id), ",bad,", ",7,")), 1U);
    EXPECT_EQ(newest("n || '|' || t || '|' || x", kind), "7|precious, \"kept\"|=data");
  }
}

TEST_F(Retry, theRawTextOfAWorkbooksRowMayBeMended) {
  std::vector<Cells> rows = oneBadOf31();
  rows.pop_back();
  load("good.xlsx", xlsxOf({{"Leads", xlsxRows(rows)}}));
  rows.push_back({"7", "one", "two", "", "three"});
  const LoadReport report = load("wide.xlsx", xlsxOf({{"Leads", xlsxRows(rows)}}));
  ASSERT_EQ(report.quarantined, 1U);
  const std::string text = sheetText(report.id), raw = "\"7,one,two,,three\"";
  EXPECT_EQ(retried(report.id, text), 0U);
  // Still two fields too many, the first of them empty: nothing is dropped to make it fit.
  EXPECT_EQ(retried(report.id, replaced(text, raw, "\"7,one,twice,,three\"")), 0U);
  EXPECT_EQ(retried(report.id, replaced(text, raw, "\"7,\"\"one, two\"\",three\"")), 1U);
  EXPECT_EQ(newest("n || '|' || t || '|' || x"), "7|one, two|three");
}

TEST_F(Retry, aTextThatOurExportsMarkedStaysTheSame) {
  std::string text = "n,t\n";
  for (int i = 0; i < 30; ++i) text += std::to_string(i) + ",a\n";
  load("good.csv", text);
  const LoadReport report = load("marked.csv", text + "bad,'\u00A0=1+1\n");
  EXPECT_EQ(sheet(report.id).rows.at(0).cells, (Cells{"bad", "=1+1"}));
  EXPECT_EQ(retried(report.id, replaced(sheetText(report.id), ",bad,", ",77,")), 1U);
  EXPECT_EQ(newest("t"), "=1+1");
}

TEST_F(Retry, backslashesMeanWhatTheyMeantInTheFile) {
  std::string text = "n,t,x\n";
  for (int i = 0; i < 60; ++i) text += std::to_string(i) + ",\"say \\\"yes\\\", twice\",\"C:\\\\tmp\"\n";
  load("good.csv", text);
  const LoadReport report = load("escaped.csv", text + "bad,\"a \\\"b\\\"\",\"C:\\\\tmp\"\n77,\"only \\\"two\\\"\"\n");
  ASSERT_EQ(report.quarantined, 2U);
  EXPECT_EQ(sheet(report.id).rows[0].cells, (Cells{"bad", "a \"b\"", "C:\\tmp"}));
  EXPECT_EQ(sheet(report.id).rows[1].cells, (Cells{"77", "only \"two\"", ""}));
  EXPECT_EQ(retried(report.id, replaced(sheetText(report.id), ",bad,", ",76,")), 1U);
  EXPECT_EQ(newest("n || '|' || t || '|' || x"), "76|a \"b\"|C:\\tmp");
  const std::string raw = R"("77,""only \""two\""""")", mended = R"("77,""only \""two\"""",""D:\\""")";
  EXPECT_EQ(retried(report.id, replaced(sheetText(report.id), raw, mended)), 1U);
  EXPECT_EQ(newest("n || '|' || t || '|' || x"), "77|only \"two\"|D:\\");
}

TEST_F(Retry, columnsKeepTheNamesThatASchemaGaveThem) {
  LoadOptions options;
  options.given.emplace().columns = {{"Id", "Id", ColumnType::Text, {"Client No"}, false},
                                     {"Visits", "Visits", ColumnType::Integer, {"Besuche"}, false}};
  options.given->key = "Id";
  std::string text = "Client No,Besuche\n";
  for (int i = 0; i < 30; ++i) text += "c" + std::to_string(i) + ",1\n";
  const LoadReport report = load("aliases.csv", text + "z,many\n", options);
  ASSERT_EQ(report.quarantined, 1U);
  EXPECT_EQ(retried(report.id, replaced(sheetText(report.id), ",many,", ",12,")), 1U);
  EXPECT_EQ(newest("Id || '|' || Visits"), "z|12");
  EXPECT_EQ(store_.dataset("leads")->columns.size(), 2U);
  EXPECT_EQ(store_.loads()->front().columns.at(0).label, "Client No");
}

TEST_F(Retry, aRefusedRetryNamesTheQuarantineItCameFrom) {
  LoadOptions options;
  options.dataset = "people";
  std::string text = "Id,Visits\n";
  for (int i = 0; i < 30; ++i) text += "c" + std::to_string(i) + ",1\n";
  load("good.csv", text, options);
  const LoadReport report = load("bad.csv", text + "z,many\n", options);
  ASSERT_EQ(report.quarantined, 1U);
  options.key = "Visits";
  const auto refused = retryRows(store_, report.id, unchangedRows(sheet(report.id)), options, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().where, "quarantine of load 2");
  options.key.reset();
  options.onError = LoadOptions::OnError::Abort;
  const auto aborted = retryRows(store_, report.id, unchangedRows(sheet(report.id)), options, {});
  ASSERT_FALSE(aborted);
  EXPECT_EQ(aborted.error().where, "quarantine of load 2");
}

TEST_F(Retry, aMendedListIsReadInTheEncodingThatAnEditorGaveIt) {
  std::string text = "n,t,x\n";
  for (int i = 0; i < 60; ++i) text += std::to_string(i) + ",a,b\n";
  load("good.csv", text);
  const LoadReport report = load("names.csv", text + "bad,Jos\u00E9,caf\u00E9\nworse,\u0416\u0443\u043A,c\n");
  ASSERT_EQ(report.quarantined, 2U);
  const std::string facts = "load_id;line;byte;n;t;x\r\n2;62;" + std::to_string(sheet(report.id).rows[0].row.byte);
  EXPECT_EQ(retried(report.id, facts + ";76;Jos\xE9;caf\xE9\r\n"), 1U);
  EXPECT_EQ(newest("n || '|' || t || '|' || x"), "76|Jos\u00E9|caf\u00E9");
  ReadOptions cyrillic;
  cyrillic.encoding = "windows-1251";
  const std::string second = "load_id\tline\tbyte\tn\tt\r\n2\t63\t" + std::to_string(sheet(report.id).rows[0].row.byte);
  EXPECT_EQ(retried(report.id, second + "\t77\t\xC6\xF3\xEA\r\n", cyrillic), 1U);
  EXPECT_EQ(newest("n || '|' || t || '|' || x"), "77|\u0416\u0443\u043A|c");
}

TEST_F(Retry, aMendedListMayComeBackAsAWorkbook) {
  std::string text = "n,t\n";
  for (int i = 0; i < 30; ++i) text += std::to_string(i) + ",a\n";
  load("good.csv", text);
  const LoadReport report = load("formula.csv", text + "bad,'\u00A0=1+1\n");
  const std::string byte = std::to_string(sheet(report.id).rows.at(0).row.byte);
  const std::vector<Cells> mended = {{"load_id", "line", "byte", "n", "t"}, {"2", "32", byte, "77", "'\u00A0=1+1"}};
  ReadOptions options;
  options.sheet = "Mended";
  EXPECT_EQ(retried(report.id, xlsxOf({{"Notes", xlsxRows({{"a"}})}, {"Mended", xlsxRows(mended)}}), options), 1U);
  EXPECT_EQ(newest("t"), "=1+1");
}

TEST_F(Retry, aRowWithANulByteIsShownAndWaitsForItsCorrection) {
  std::string text, lines = "n,t\n";
  for (int i = 0; i < 30; ++i) text += "{\"n\":" + std::to_string(i) + ",\"t\":\"a\"}\n";
  for (int i = 0; i < 30; ++i) lines += std::to_string(i) + ",a\n";
  load("good.ndjson", text);
  const std::string nul(1, '\0');
  const LoadReport json =
      load("nul.ndjson", text + R"({"n":77,"t":"o\u0000ne \\u0000"})" + "\n{\"n\":\"bad\",\"t\":\"b\"}\n");
  const LoadReport csv = load("nul.csv", lines + "78,t" + nul + "wo\n");
  ASSERT_EQ(json.quarantined, 2U);
  ASSERT_EQ(csv.quarantined, 1U);
  EXPECT_EQ(sheet(json.id).rows[0].row.code, "nul_byte");
  EXPECT_EQ(sheet(json.id).rows[0].cells, (Cells{"77", "o\u2400ne \\u0000"}));
  EXPECT_EQ(sheet(csv.id).rows[0].cells, (Cells{"78", "t\u2400wo"}));
  for (const LoadReport& report : {json, csv}) {
    const auto unchanged = correctedRows(sheet(report.id), folder_.write("same.csv", sheetText(report.id)));
    ASSERT_TRUE(unchanged) << unchanged.error().what;
    EXPECT_EQ(unchanged->size(), report.quarantined - 1);  // only the row whose cells are certain
  }
  EXPECT_EQ(retried(csv.id, replaced(sheetText(csv.id), "t\u2400wo", "two")), 1U);
  EXPECT_EQ(newest("n || t"), "78two");
  std::string mended = replaced(sheetText(json.id), R"(o\u0000ne)", "one");
  mended = replaced(mended, ",bad,", ",76,");
  EXPECT_EQ(retried(json.id, mended), 2U);
  EXPECT_EQ(store_.quarantine({}, 10)->size(), 0U);
}

TEST_F(Retry, anObjectWithAListInItIsStillOneRow) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "{\"n\":" + std::to_string(i) + ",\"items\":[{\"x\":1}]}\n";
  load("good.ndjson", text);
  const LoadReport report = load("lists.ndjson", text + "{\"n\":\"bad\",\"items\":[{\"x\":2}]}\n");
  EXPECT_EQ(sheet(report.id).rows.at(0).cells, (Cells{"bad", "[{\"x\":2}]"}));
  EXPECT_EQ(retried(report.id, replaced(sheetText(report.id), ",bad,", ",77,")), 1U);
  EXPECT_EQ(newest("items"), "[{\"x\":2}]");
}

}  // namespace
}  // namespace leadlight
