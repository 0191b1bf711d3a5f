#include <sys/mount.h>

#include <algorithm>

#include "tests/app/cli_harness.h"

namespace leadlight {
namespace {

using Json = nlohmann::json;
using CliLoad = CliTest;

TEST_F(CliLoad, aHeaderAloneIsRefusedAndChangesNothing) {
  for (const char* content : {"a,b\n", "a,b"}) {
    const Ran ran = run({"load", write("header.csv", content)});
    EXPECT_EQ(ran.code, 1) << ran.out;
    EXPECT_NE(ran.err.find("\"header.csv\" holds no records, only a header."), std::string::npos) << ran.err;
  }
  EXPECT_EQ(run({"datasets", "--json"}).json().at("datasets").size(), 0u);
}

TEST_F(CliLoad, aLoadThatFillsTheDiskGivesItsRoomBack) {
  const std::filesystem::path disk = path("disk");
  std::filesystem::create_directory(disk);
  if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=2m") != 0) GTEST_SKIP() << "only root mounts a small disk";
  std::string rows = "id,note\n";
  for (int i = 0; i < 40000; ++i) rows += std::to_string(i) + ",a note of some length to fill a disk with\n";
  const std::string store = (disk / "leads.db").string();
  const Ran ran = runWithoutStore({"--store", store, "load", write("rows.csv", rows)});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.err.find("The disk is full. Nothing was changed."), std::string::npos) << ran.err;
  EXPECT_GT(std::filesystem::space(disk).available, 1'500'000U);
  EXPECT_EQ(runWithoutStore({"--store", store, "loads", "--json"}).json().at("loads").at(0).at("status"), "failed");
  ::umount(disk.c_str());
}

TEST_F(CliLoad, anOutcomeIsKnownByItsAnswersAndAColumnThatOnlySoundsLikeOneIsNone) {
  ASSERT_EQ(run({"load", write("deals.csv", "id,Outcome\na,Won\nb,Lost\nc,Won\n"), "--key", "id"}).code, 0);
  const Json groups = run({"aggregate", "--by", "Outcome", "--json"}).json().at("groups");
  EXPECT_EQ(groups.at(0).at("value"), "Won");
  EXPECT_EQ(groups.at(0).at("converted"), 2);
  ASSERT_EQ(run({"load", write("trials.csv", "id,Outcome\na,left\nb,right\n"), "--key", "id", "--dataset", "t"}).code,
            0);
  const Json datasets = run({"datasets", "--json"}).json().at("datasets");
  EXPECT_EQ(datasets.at(0).at("target"), "Outcome");
  EXPECT_TRUE(datasets.at(1).at("target").is_null());
}

TEST_F(CliLoad, aRetryOfWhatIsNoNumberIsRefusedInWords) {
  for (const char* number : {"x", "0", "1x"}) {
    const Ran ran = run({"load", "--retry", number});
    EXPECT_EQ(ran.code, 2);
    EXPECT_NE(ran.err.find("--retry needs a whole number"), std::string::npos) << ran.err;
  }
}

TEST_F(CliLoad, theReportHasTheKeysOfTheContract) {
  const Ran ran = run({"load", fiveLeads(), "--json"});
  ASSERT_EQ(ran.code, 0) << ran.out;
  const Json load = ran.json().at("loads").at(0);
  for (const char* key : {"load_id", "file", "sha256", "bytes", "status", "format", "encoding", "delimiter", "parsed",
                          "new", "changed", "same", "superseded", "quarantined", "columns", "first_error", "seconds"})
    EXPECT_TRUE(load.contains(key)) << key;
  EXPECT_EQ(load.at("status"), "loaded");
  EXPECT_EQ(load.at("format"), "csv");
  EXPECT_EQ(load.at("delimiter"), ",");
  EXPECT_EQ(load.at("parsed"), 5);
  EXPECT_EQ(load.at("new"), 5);
  EXPECT_TRUE(load.at("first_error").is_null());
  EXPECT_EQ(load.at("sha256").get<std::string>().size(), 64U);
  const Json column = load.at("columns").at(0);
  for (const char* key : {"name", "label", "type", "nulls", "distinct"}) EXPECT_TRUE(column.contains(key)) << key;
  EXPECT_EQ(column.at("name"), "Prospect_ID");
  EXPECT_EQ(column.at("label"), "Prospect ID");
}

TEST_F(CliLoad, datesAndMarksThatNothingProvesAreReadAsAsked) {
  const std::string file = write("june.csv", "id,amount,seen\n1,1.234,03/04/2024\n2,2.500,05/06/2024\n");
  const auto loaded = [&](const std::string& dataset, std::vector<std::string> options) {
    std::vector<std::string> words = {"load", file, "--dataset", dataset, "--key", "id"};
    words.insert(words.end(), options.begin(), options.end());
    EXPECT_EQ(run(words).code, 0);
    return run({"leads", "--dataset", dataset, "--columns", "amount,seen", "--limit", "1"}).out;
  };
  EXPECT_EQ(loaded("proposed", {}), "amount,seen\r\n1.234,2024-04-03\r\n");
  EXPECT_EQ(loaded("asked", {"--decimal", ",", "--dates", "mdy"}), "amount,seen\r\n1234,2024-03-04\r\n");
  EXPECT_EQ(run({"load", file, "--decimal", "x"}).code, 2);
  EXPECT_EQ(run({"load", file, "--dates", "day"}).code, 2);
}

TEST_F(CliLoad, xEducationLoadsWholeAndASecondTimeIsSkipped) {
  const std::string file = shared("x-education/Leads.csv");
  if (file.empty()) return;
  const Ran first = run({"load", file, "--json"});
  ASSERT_EQ(first.code, 0) << first.out;
  const Json load = first.json().at("loads").at(0);
  EXPECT_EQ(load.at("parsed"), 9240);
  EXPECT_EQ(load.at("new"), 9240);
  EXPECT_EQ(load.at("quarantined"), 0);
  EXPECT_EQ(load.at("columns").size(), 37U);
  EXPECT_EQ(first.json().at("scored"), 9240);
  const Ran second = run({"load", file, "--json"});
  EXPECT_EQ(second.code, 0);
  EXPECT_EQ(second.json().at("loads").at(0).at("status"), "skipped");
  EXPECT_EQ(second.json().at("loads").at(0).at("same_as"), load.at("load_id"));
  EXPECT_EQ(run({"count", "--where", "Converted = 1", "--json"}).json().at("total"), 3561);
  const Ran forced = run({"load", file, "--force", "--json"});
  EXPECT_EQ(forced.json().at("loads").at(0).at("same"), 9240);
}

TEST_F(CliLoad, oneLineForPeopleSaysWhereEveryRowWent) {
  const Ran ran = run({"load", fiveLeads()});
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.starts_with(
      "five.csv: 5 rows = 5 new + 0 changed + 0 unchanged + 0 superseded + 0 in quarantine (csv, utf-8, \",\", "))
      << ran.out;
  EXPECT_EQ(ran.err, "");
  const Ran again = run({"load", fiveLeads()});
  EXPECT_NE(again.out.find("five.csv: skipped, the same content came with load 1"), std::string::npos) << again.out;
}

TEST_F(CliLoad, aFileThatChangesAColumnsTypeSaysSoAndUndoTakesItBack) {
  ASSERT_EQ(run({"load", write("good.csv", "id,visits\na,3\nb,20\n"), "--key", "id"}).code, 0);
  const std::string bad = write("bad.csv", "id,visits\nc,5\nd,many\n");
  const Ran checked = run({"load", bad, "--validate"});
  EXPECT_NE(checked.out.find("visits would become text; it is integer, which line 3 does not fit.\n"),
            std::string::npos)
      << checked.out;
  const Ran loaded = run({"load", bad});
  EXPECT_NE(loaded.out.find("visits is now text; it was integer, which line 3 does not fit. leadctl undo 2 takes that "
                            "back.\n"),
            std::string::npos)
      << loaded.out;
  const Json expected = {{"column", "visits"}, {"from", "integer"}, {"to", "text"}, {"line", 3}};
  EXPECT_EQ(run({"loads", "--json"}).json().at("loads").at(0).at("type_changes"), Json::array({expected}));
  EXPECT_EQ(run({"loads", "--json"}).json().at("loads").at(1).at("type_changes"), Json::array());
  EXPECT_EQ(run({"count", "--where", "visits > 4", "--json"}).code, 0);
  const Ran undone = run({"undo", "2"});
  EXPECT_NE(undone.out.find("visits is integer again.\n"), std::string::npos) << undone.out;
  EXPECT_EQ(run({"leads", "--sort", "-visits", "--columns", "visits"}).out, "visits\r\n20\r\n3\r\n");
  ASSERT_EQ(run({"load", bad, "--force"}).code, 0);
  EXPECT_EQ(run({"undo", "4", "--json"}).json().at("undone").at("types"),
            Json::array({{{"column", "visits"}, {"from", "text"}, {"to", "integer"}}}));
}

TEST_F(CliLoad, bankMarketingNeedsNoOptions) {
  const std::string file = shared("bank-marketing/bank.csv");
  if (file.empty()) return;
  const Ran ran = run({"load", file, "--json"});
  ASSERT_EQ(ran.code, 0) << ran.out;
  EXPECT_EQ(ran.json().at("loads").at(0).at("new"), 4521);
  EXPECT_EQ(ran.json().at("loads").at(0).at("delimiter"), ";");
  EXPECT_EQ(run({"count", "--where", "y = yes", "--json"}).json().at("total"), 521);
}

TEST_F(CliLoad, onlineShoppersAndSupportTicketsAreDatasetsBesideEachOther) {
  const std::string shoppers = shared("online-shoppers/online_shoppers_intention.csv");
  const std::string tickets = shared("support-tickets/customer_support_tickets.csv");
  if (shoppers.empty() || tickets.empty()) return;
  ASSERT_EQ(run({"load", shoppers, "--dataset", "shoppers"}).code, 0);
  ASSERT_EQ(run({"load", tickets, "--dataset", "tickets"}).code, 0);
  EXPECT_EQ(run({"count", "--dataset", "shoppers", "--json"}).json().at("total"), 12330);
  EXPECT_EQ(run({"count", "--dataset", "shoppers", "--where", "Revenue = 'TRUE'", "--json"}).json().at("total"), 1908);
  EXPECT_EQ(run({"count", "--dataset", "tickets", "--json"}).json().at("total"), 8469);
  const Json datasets = run({"datasets", "--json"}).json().at("datasets");
  ASSERT_EQ(datasets.size(), 2U);
  EXPECT_EQ(datasets.at(0).at("name"), "shoppers");
  EXPECT_EQ(datasets.at(0).at("leads"), 12330);
}

TEST_F(CliLoad, filesThatAreNoLeadFilesGetOneSentenceAndExitOne) {
  const std::string binary = write("picture.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18));
  const std::vector<std::pair<std::string, std::string>> cases = {{path("").string(), "is_directory"},
                                                                  {path("nothing.csv").string(), "not_found"},
                                                                  {write("empty.csv", ""), "empty_file"},
                                                                  {binary, "not_a_lead_file"}};
  for (const auto& [file, code] : cases) {
    const Ran ran = run({"load", file});
    EXPECT_EQ(ran.code, 1) << file;
    EXPECT_EQ(ran.out, "") << file;
    EXPECT_TRUE(ran.err.starts_with("leadctl: ")) << ran.err;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    const Json document = run({"load", file, "--json"}).json();
    EXPECT_EQ(document.at("error").at("code"), code);
    EXPECT_EQ(document.at("loads").at(0).at("status"), "failed");
    EXPECT_EQ(document.at("loads").at(0).at("file"), file);
  }
  EXPECT_EQ(run({"datasets", "--json"}).json().at("datasets").size(), 0U);
}

TEST_F(CliLoad, aBrokenRowInTheMiddleCostsOnlyItself) {
  std::string text = "Prospect ID,Name,Visits\n";
  for (int i = 0; i < 1000; ++i)
    text += i == 500 ? "k500,too,many,fields\n" : "k" + std::to_string(i) + ",n," + std::to_string(i) + "\n";
  const std::string file = write("broken.csv", text);
  const Ran ran = run({"load", file, "--json"});
  ASSERT_EQ(ran.code, 0) << ran.out;
  const Json load = ran.json().at("loads").at(0);
  EXPECT_EQ(load.at("parsed"), 1000);
  EXPECT_EQ(load.at("new"), 999);
  EXPECT_EQ(load.at("quarantined"), 1);
  EXPECT_EQ(load.at("first_error").at("line"), 502);
  EXPECT_EQ(load.at("first_error").at("code"), "field_count");
  const Json rows = run({"quarantine", "--json"}).json().at("rows");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.at(0).at("raw"), "k500,too,many,fields");
  EXPECT_EQ(rows.at(0).at("load_id"), load.at("load_id"));
  EXPECT_EQ(rows.at(0).at("byte"), text.find("k500"));
  for (const char* key : {"column", "code", "message"}) EXPECT_TRUE(rows.at(0).contains(key)) << key;
}

TEST_F(CliLoad, aRowThatIsNotUtf8KeepsItsBytes) {
  const std::string file = write("mixed.csv", "Prospect ID,City\na,Köln\nb,K\xF6ln\nc,Zürich\n");
  ASSERT_EQ(run({"load", file}).code, 0);
  const Json rows = run({"quarantine", "1", "--json"}).json().at("rows");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.at(0).at("raw"), "b,K\\xF6ln");
  EXPECT_EQ(rows.at(0).at("raw_hex"), "622c4bf66c6e");
}

TEST_F(CliLoad, onErrorDecidesWhatABadRowCosts) {
  const std::string bad = write("bad.csv", "Prospect ID,Name\na,1\nb,2,3\n");
  const std::string good = write("good.csv", "Prospect ID,Name\nc,1\n");
  Ran ran = run({"load", bad, good, "--on-error", "abort", "--json"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.json().at("loads").size(), 1U);
  EXPECT_EQ(ran.json().at("error").at("code"), "too_many_errors");
  ran = run({"load", bad, good, "--on-error", "skip-file", "--json"});
  EXPECT_EQ(ran.code, 1);
  ASSERT_EQ(ran.json().at("loads").size(), 2U);
  EXPECT_EQ(ran.json().at("loads").at(1).at("status"), "loaded");
  EXPECT_EQ(run({"count"}).out, "1\n");
  EXPECT_EQ(run({"load", bad, "--max-errors", "10%"}).code, 1);
  EXPECT_EQ(run({"load", bad, "--max-errors", "0"}).code, 1);
  EXPECT_EQ(run({"load", bad, "--max-errors", "50%"}).code, 0);
  EXPECT_EQ(run({"count"}).out, "2\n");
}

TEST_F(CliLoad, validatingWritesNothing) {
  Ran ran = run({"load", fiveLeads(), "--validate", "--json"});
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_EQ(ran.json().at("loads").at(0).at("status"), "validated");
  EXPECT_EQ(ran.json().at("loads").at(0).at("new"), 5);
  EXPECT_TRUE(ran.json().at("loads").at(0).at("load_id").is_null());
  EXPECT_FALSE(std::filesystem::exists(store()));
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string before = read(store());
  ran = run({"load", write("more.csv", "Prospect ID,Extra\na1,x\nz9,y\n"), "--validate", "--json"});
  EXPECT_EQ(ran.json().at("loads").at(0).at("changed"), 1);
  EXPECT_EQ(ran.json().at("loads").at(0).at("new"), 1);
  EXPECT_EQ(read(store()), before);
}

TEST_F(CliLoad, wrongOptionsAreUsageErrors) {
  const std::string file = fiveLeads();
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"load"},
                                             {"load", file, "--on-error", "panic"},
                                             {"load", file, "--max-errors", "101%"},
                                             {"load", file, "--max-errors", "-1"},
                                             {"load", file, "--encoding", "ebcdic"},
                                             {"load", file, "--delimiter", "ab"},
                                             {"load", file, "--dataset", ""}})
    EXPECT_EQ(run(wrong).code, 2) << wrong.back();
  EXPECT_FALSE(std::filesystem::exists(store()));
}

TEST_F(CliLoad, aNameThatNoDatasetCanHaveIsRefusedInOneSentence) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  for (const char* name : {"Leads", "SQLite_x"}) {
    for (const bool validate : {false, true}) {
      std::vector<std::string> words = {"load", fiveLeads(), "--dataset", name};
      if (validate) words.emplace_back("--validate");
      const Ran ran = run(words);
      EXPECT_EQ(ran.code, 2) << name;
      EXPECT_NE(ran.err.find(name), std::string::npos) << ran.err;
      EXPECT_NE(ran.err.find("another name."), std::string::npos) << ran.err;
      EXPECT_EQ(ran.err.find("table"), std::string::npos) << ran.err;
    }
  }
  EXPECT_EQ(run({"loads", "--json"}).json().at("loads").size(), 1U);
  EXPECT_EQ(run({"datasets", "--json"}).json().at("datasets").size(), 1U);
}

TEST_F(CliLoad, undoTakesALoadBackAndTheHistoryTellsIt) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string digest = run({"digest"}).out;
  EXPECT_EQ(digest.size(), 65U);
  ASSERT_EQ(run({"load", write("next.csv", "Prospect ID,TotalVisits\na1,9\nb1,1\n")}).code, 0);
  EXPECT_NE(run({"digest"}).out, digest);
  const Ran undone = run({"undo", "2", "--json"});
  ASSERT_EQ(undone.code, 0) << undone.out;
  EXPECT_EQ(undone.json().at("undone").at("load_id"), 2);
  EXPECT_EQ(undone.json().at("undone").at("removed"), 1);
  EXPECT_EQ(undone.json().at("undone").at("restored"), 1);
  EXPECT_EQ(run({"digest"}).out, digest);
  const Ran twice = run({"undo", "2", "--json"});
  EXPECT_EQ(twice.code, 1);
  EXPECT_EQ(twice.json().at("error").at("code"), "cannot_undo");
  EXPECT_EQ(run({"undo", "99", "--json"}).json().at("error").at("code"), "unknown_load");
  EXPECT_EQ(run({"undo", "last"}).code, 2);
  const Json loads = run({"loads", "--json"}).json().at("loads");
  EXPECT_GE(loads.size(), 2U);
  const auto second =
      std::find_if(loads.begin(), loads.end(), [](const Json& load) { return load.at("load_id") == 2; });
  ASSERT_NE(second, loads.end());
  EXPECT_EQ(second->at("status"), "undone");
}

}  // namespace
}  // namespace leadlight
