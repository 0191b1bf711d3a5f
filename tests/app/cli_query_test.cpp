#include <algorithm>
#include <cstdlib>
#include <set>

#include "tests/app/cli_harness.h"

namespace leadlight {
namespace {

using Json = nlohmann::json;

class CliQuery : public CliTest {
 protected:
  void SetUp() override { ASSERT_EQ(run({"load", fiveLeads()}).code, 0); }
};

TEST_F(CliQuery, countAnswersWithANumber) {
  EXPECT_EQ(run({"count"}).out, "5\n");
  EXPECT_EQ(run({"count", "--where", "Lead_Source is null", "--json"}).out, "{\"total\":1}\n");
  EXPECT_EQ(run({"count", "--where", "TotalVisits >= 3 and Created_On < '2016-08-01'"}).out, "1\n");
}

TEST_F(CliQuery, aFilterThatCannotBeReadIsWrongUsageWithItsPlace) {
  const Ran ran = run({"count", "--where", "TotalVisits >=", "--json"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.json().at("error").at("code"), "bad_filter");
  EXPECT_TRUE(ran.json().at("error").at("where").get<std::string>().starts_with("filter:"));
}

TEST_F(CliQuery, anUnknownColumnIsAnsweredWithTheNearestOne) {
  for (const std::vector<std::string>& args :
       std::vector<std::vector<std::string>>{{"count", "--where", "TotalVisit = 1"},
                                             {"leads", "--columns", "TotalVisit"},
                                             {"leads", "--sort", "-TotalVisit"},
                                             {"aggregate", "--by", "TotalVisit"}}) {
    const Ran ran = run(args);
    EXPECT_EQ(ran.code, 1) << args[0];
    EXPECT_NE(ran.err.find("TotalVisits"), std::string::npos) << ran.err;
  }
}

TEST_F(CliQuery, aColumnMayBeNamedByItsHeader) {
  EXPECT_EQ(run({"count", "--where", "\"Lead Source\" = 'Google' and not (\"created on\" > '2016-07-31')"}).out, "1\n");
  EXPECT_EQ(run({"leads", "--columns", "prospect id", "--sort", "-Lead Number", "--limit", "1"}).out,
            "Prospect_ID\r\na5\r\n");
  EXPECT_EQ(run({"aggregate", "--by", "Lead Source"}).out, run({"aggregate", "--by", "Lead_Source"}).out);
}

TEST_F(CliQuery, sqlAnswersWithRowsAsCsvOrAsOneDocument) {
  EXPECT_EQ(run({"sql", "SELECT Lead_Number AS n, 'a,b' AS t FROM leads_final ORDER BY 1 LIMIT 1"}).out,
            "n,t\r\n11,\"a,b\"\r\n");
  const Json answer = run({"sql", "SELECT count(*), NULL, 1.5 FROM leads_final;", "--json"}).json();
  EXPECT_EQ(answer.at("columns").size(), 3U);
  EXPECT_EQ(answer.at("rows"), Json::parse("[[5,null,1.5]]"));
  EXPECT_EQ(run({"sql", "PRAGMA integrity_check"}).out, "integrity_check\r\nok\r\n");
}

TEST_F(CliQuery, sqlChangesNothingAndSaysWhy) {
  const std::string before = run({"digest"}).out;
  const std::string other = path("other.db").string();
  for (const std::string& statement :
       {std::string("DELETE FROM leads_final"), "ATTACH '" + other + "' AS o", "VACUUM INTO '" + other + "'",
        std::string("PRAGMA user_version = 5"), std::string("SELECT 1; DROP TABLE leads_final"),
        std::string("CREATE TEMP TABLE t(a)"), std::string("SELEC 1"), std::string(" ")}) {
    const Ran ran = run({"sql", statement, "--json"});
    EXPECT_EQ(ran.code, 2) << statement;
    EXPECT_EQ(ran.json().at("error").at("code"), "usage") << statement;
  }
  EXPECT_FALSE(std::filesystem::exists(other));
  EXPECT_EQ(run({"digest"}).out, before);
}

TEST_F(CliQuery, anUnknownDatasetIsNamed) {
  const Ran ran = run({"count", "--dataset", "nope", "--json"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.json().at("error").at("code"), "unknown_dataset");
}

TEST_F(CliQuery, csvQuotesWhatNeedsItAndChangesNothing) {
  const Ran ran = run({"leads", "--raw", "--columns", "Prospect_ID,Lead_Number,Created_On,Note"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out,
            "Prospect_ID,Lead_Number,Created_On,Note\r\n"
            "a1,11,2016-07-31,\"said \"\"yes\"\", twice\"\r\n"
            "a2,12,2016-08-01,\r\n"
            "a3,13,2016-08-02,=1+1\r\n"
            "a4,14,2016-08-03,\"two\r\nlines\"\r\n"
            "a5,15,2016-08-04,\" padded \"\r\n");
  // Unless asked for raw values, no cell is a formula to a spreadsheet.
  EXPECT_NE(run({"leads", "--columns", "Prospect_ID,Note"}).out.find("a3,'\u00a0=1+1\r\n"), std::string::npos);
}

TEST_F(CliQuery, anExportLoadsBackToTheSameDigest) {
  const std::string all = "Prospect_ID,Lead_Number,Lead_Source,TotalVisits,Created_On,Converted,Note";
  for (const char* name : {"again.csv", "again.json", "again.ndjson"}) {
    const std::string file = path(name).string();
    const std::string other = path(std::string(name) + ".db").string();
    ASSERT_EQ(run({"leads", "--columns", all, "--out", file}).code, 0);
    ASSERT_EQ(runWithoutStore({"--store", other, "load", file}).code, 0);
    EXPECT_EQ(runWithoutStore({"--store", other, "digest"}).out, run({"digest"}).out) << name;
  }
}

TEST_F(CliQuery, allColumnsThenScoreAndBandAreTheDefault) {
  const std::string header = run({"leads", "--limit", "0"}).out;
  EXPECT_EQ(header, "Prospect_ID,Lead_Number,Lead_Source,TotalVisits,Created_On,Converted,Note,score,band\r\n");
}

TEST_F(CliQuery, jsonKeepsNumbersAsNumbersAndMissingAsNull) {
  const Json document = run({"leads", "--json", "--sort", "-Lead_Number", "--limit", "2"}).json();
  EXPECT_EQ(document.at("total"), 5);
  const Json rows = document.at("rows");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows.at(0).at("Lead_Number"), 15);
  EXPECT_TRUE(rows.at(0).at("TotalVisits").is_null());
  EXPECT_EQ(rows.at(1).at("Note"), "two\r\nlines");
  EXPECT_EQ(rows.at(1).at("Created_On"), "2016-08-03");
  EXPECT_EQ(rows.at(1).at("Lead_Source"), "Select");
}

TEST_F(CliQuery, sortingPutsMissingValuesLastEitherWay) {
  const auto order = [&](const std::string& key) {
    std::string ids;
    const Json rows = run({"leads", "--format", "json", "--columns", "Prospect_ID", "--sort", key}).json();
    for (const Json& row : rows) ids += row.at("Prospect_ID").get<std::string>() + ' ';
    return ids;
  };
  EXPECT_EQ(order("TotalVisits"), "a2 a4 a1 a3 a5 ");
  EXPECT_EQ(order("-TotalVisits"), "a3 a1 a4 a2 a5 ");
  EXPECT_EQ(order("Lead_Source,-Created_On"), "a5 a2 a1 a3 a4 ");
}

TEST_F(CliQuery, limitAndOffsetCutOutAPage) {
  const Json page = run({"leads", "--json", "--columns", "lead_id", "--offset", "3", "--limit", "5"}).json();
  EXPECT_EQ(page.at("rows").size(), 2U);
  EXPECT_EQ(page.at("total"), 5);
  EXPECT_EQ(run({"leads", "--json", "--offset", "99"}).json().at("rows").size(), 0U);
}

TEST_F(CliQuery, ndjsonIsOneObjectALine) {
  const std::string out = run({"leads", "--format", "ndjson", "--where", "Converted = 1"}).out;
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 2);
  EXPECT_EQ(Json::parse(out.substr(0, out.find('\n'))).at("Prospect_ID"), "a1");
}

TEST_F(CliQuery, aFileAppearsWholeAndItsFormatFollowsItsEnding) {
  const std::string out = path("out.ndjson").string();
  const Ran ran = run({"leads", "--out", out});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err, "Wrote 5 leads to " + out + ".\n");
  EXPECT_EQ(read(out), run({"leads", "--format", "ndjson"}).out);
  const Json document = run({"leads", "--out", path("out.csv").string(), "--json"}).json();
  EXPECT_EQ(document.at("written"), 5);
  EXPECT_EQ(document.at("format"), "csv");
  EXPECT_EQ(run({"leads", "--out", path("").string()}).code, 1);
  EXPECT_EQ(run({"leads", "--out", path("no/such/folder.csv").string()}).code, 1);
  for (const auto& entry : std::filesystem::directory_iterator(path("")))
    EXPECT_EQ(entry.path().string().find(".part-"), std::string::npos) << entry.path();
}

TEST_F(CliQuery, aWorkbookIsAZipOfTypedCellsWithoutFormulas) {
  const std::string out = path("leads.xlsx").string();
  ASSERT_EQ(run({"leads", "--out", out}).code, 0);
  EXPECT_TRUE(read(out).starts_with("PK"));
  const Ran unpacked = run({"leads", "--format", "xlsx"});
  EXPECT_EQ(unpacked.code, 2);
  const std::string sheet = path("sheet.xml").string();
  if (std::system(("unzip -p '" + out + "' xl/worksheets/sheet1.xml > '" + sheet + "' 2>/dev/null").c_str()) != 0) {
    GTEST_LOG_(INFO) << "unzip is not there; the cells are not looked at";
    return;
  }
  const std::string cells = read(sheet);
  EXPECT_EQ(cells.find("<f>"), std::string::npos);
  EXPECT_NE(cells.find("state=\"frozen\""), std::string::npos);
  EXPECT_NE(cells.find("<v>11</v>"), std::string::npos);     // Lead_Number is a number
  EXPECT_NE(cells.find("<v>42582</v>"), std::string::npos);  // 2016-07-31 is a date
  EXPECT_NE(cells.find("=1+1</t>"), std::string::npos);      // text that looks like a formula is text
}

TEST_F(CliQuery, leadsWithoutAnyValueAreCountedWhereAWorkbookLosesThem) {
  const std::string file = write("notes.csv", "a,b\n1,x\n\"\",\n,\n");
  ASSERT_EQ(run({"load", file, "--dataset", "notes", "--key", "none"}).code, 0);
  const std::string out = path("notes.xlsx").string();
  const std::vector<std::string> leads = {"leads", "--dataset", "notes", "--columns", "a,b", "--out"};
  const auto written = [&](const std::string& to, bool json) {
    std::vector<std::string> words = leads;
    words.push_back(to);
    if (json) words.emplace_back("--json");
    return run(words);
  };
  EXPECT_NE(written(out, false)
                .err.find("2 leads have no value at all: loading the workbook leaves out blank rows. CSV and JSON keep "
                          "them."),
            std::string::npos);
  EXPECT_EQ(written(out, true).json().at("blank"), 2);
  EXPECT_EQ(run({"load", out, "--dataset", "again", "--key", "none", "--json"}).json().at("loads").at(0).at("new"), 1);
  const std::string csv = path("notes-again.csv").string();
  EXPECT_EQ(written(csv, false).err.find("no value"), std::string::npos);
  EXPECT_EQ(run({"load", csv, "--dataset", "csv", "--key", "none", "--json"}).json().at("loads").at(0).at("new"), 3);
}

TEST_F(CliQuery, resultsThatCannotBeWrittenAreOneSentenceAndExitOne) {
  std::ostringstream err;
  std::istringstream in;
  std::ofstream full("/dev/full");
  Io io{full, err, in, false, {}};
  EXPECT_EQ(runLeadctl({"--store", store().string(), "leads"}, io), 1);
  const std::string message = err.str();
  EXPECT_EQ(std::count(message.begin(), message.end(), '\n'), 1) << message;
}

TEST_F(CliQuery, requestsThatMakeNoSenseAreRefused) {
  EXPECT_EQ(run({"leads", "--as-of", "now"}).code, 2);
  EXPECT_EQ(run({"leads", "--format", "pdf"}).code, 2);
  EXPECT_EQ(run({"leads", "--json", "--format", "csv"}).code, 2);
  EXPECT_EQ(run({"leads", "--columns", "Note,note"}).code, 2);
  EXPECT_EQ(run({"aggregate"}).code, 2);
  EXPECT_EQ(run({"aggregate", "--by", "Note", "--bins", "0"}).code, 2);
}

TEST_F(CliQuery, aggregateGroupsCategoriesWithTheirRates) {
  const Json document = run({"aggregate", "--by", "Lead_Source", "--json"}).json();
  EXPECT_EQ(document.at("total"), 5);
  const Json groups = document.at("groups");
  ASSERT_EQ(groups.size(), 4U);
  const Json google = groups.at(0);
  EXPECT_EQ(google.at("value"), "Google");
  EXPECT_EQ(google.at("leads"), 2);
  EXPECT_EQ(google.at("converted"), 1);
  EXPECT_EQ(google.at("rate"), 0.5);
  EXPECT_LT(google.at("low").get<double>(), 0.5);
  EXPECT_GT(google.at("high").get<double>(), 0.5);
  EXPECT_TRUE(google.contains("mean_score"));
  EXPECT_TRUE(groups.back().at("value").is_null());
  EXPECT_EQ(groups.back().at("leads"), 1);
}

TEST_F(CliQuery, aggregateOfNumbersAndDatesHasRanges) {
  const Json numbers = run({"aggregate", "--by", "Lead_Number", "--bins", "2", "--json"}).json().at("groups");
  std::uint64_t leads = 0;
  for (const Json& group : numbers) {
    leads += group.at("leads").get<std::uint64_t>();
    EXPECT_LT(group.at("from").get<double>(), group.at("to").get<double>());
  }
  EXPECT_EQ(leads, 5U);
  const Json months = run({"aggregate", "--by", "Created_On", "--bins", "2", "--json"}).json().at("groups");
  EXPECT_TRUE(months.at(0).at("from").is_string());
}

TEST_F(CliQuery, aggregateForPeopleIsAnAlignedTable) {
  const Ran ran = run({"aggregate", "--by", "Lead_Source"});
  EXPECT_TRUE(ran.out.starts_with("Lead_Source  leads  converted")) << ran.out;
  EXPECT_NE(ran.out.find("50.0 %"), std::string::npos);
  EXPECT_NE(ran.out.find("(unknown)"), std::string::npos);
}

TEST_F(CliQuery, withoutAnOutcomeTheRatesAreNull) {
  ASSERT_EQ(run({"load", write("plain.csv", "Name,City\nx,Lima\ny,Lima\nz,\n"), "--dataset", "plain"}).code, 0);
  const Json groups = run({"aggregate", "--by", "City", "--dataset", "plain", "--json"}).json().at("groups");
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_TRUE(groups.at(0).at("rate").is_null());
  EXPECT_TRUE(groups.at(0).at("converted").is_null());
  EXPECT_EQ(groups.at(0).at("leads"), 2);
}

TEST_F(CliQuery, everyLeadOfARealFileComesOutOnce) {
  const std::string file = shared("x-education/Leads.csv");
  if (file.empty()) return;
  const auto args = [&](std::vector<std::string> rest) {
    rest.insert(rest.begin(), {"--store", path("x.db").string()});
    return rest;
  };
  ASSERT_EQ(runWithoutStore(args({"load", file})).code, 0);
  const Json rows = runWithoutStore(args({"leads", "--json", "--sort", "-score,Lead_Number"})).json().at("rows");
  ASSERT_EQ(rows.size(), 9240U);
  std::set<std::string> keys;
  for (const Json& row : rows) keys.insert(row.at("Prospect_ID"));
  EXPECT_EQ(keys.size(), 9240U);
  const Json groups = runWithoutStore(args({"aggregate", "--by", "Lead_Source", "--json"})).json().at("groups");
  EXPECT_EQ(groups.at(0).at("value"), "Google");
  EXPECT_EQ(groups.at(0).at("leads"), 2868);
  std::uint64_t converted = 0;
  for (const Json& group : groups) converted += group.at("converted").get<std::uint64_t>();
  EXPECT_EQ(converted, 3561U);
}

}  // namespace
}  // namespace leadlight
