#include <sqlite3.h>

#include <random>

#include "model/store/database.h"
#include "tests/model/load_support.h"
#include "tests/support/workbooks.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

const fs::path shared = LEADLIGHT_SHARED;

using Load = LoadTest;

const std::string threeLeads =
    "Prospect ID,Lead Source,TotalVisits,Modified On\n"
    "a,Google,1,01-08-2016 4:58\n"
    "b,Select,2,02-08-2016 12:10\n"
    "c,,3,\n";

TEST_F(Load, aFirstLoadBringsEveryRowAsANewLead) {
  Store store = this->store();
  const LoadReport report = loaded(store, csv("one.csv", threeLeads));
  EXPECT_EQ(report.parsed, 3U);
  EXPECT_EQ(report.fresh, 3U);
  EXPECT_EQ(report.status, LoadReport::Status::Loaded);
  EXPECT_EQ(rows(store, {"Prospect_ID", "Lead_Source", "TotalVisits", "Modified_On"}),
            (std::map<std::string, std::string>{
                {"a", "Google|1|2016-08-01T04:58:00|"}, {"b", "Select|2|2016-08-02T12:10:00|"}, {"c", "|3||"}}));
}

TEST_F(Load, aFileThatChangesBetweenItsTwoReadingsIsRefusedWhole) {
  Store store = this->store();
  const fs::path file = csv("one.csv", threeLeads);
  const Progress progress{.onReport =
                              [&](std::string_view stage, std::uint64_t, std::uint64_t) {
                                if (stage != "profile") return;
                                std::string changed = threeLeads;
                                changed.replace(changed.find("Google"), 6, "Gaggle");
                                csv("one.csv", changed);
                              },
                          .isCancelled = {}};
  const Result<LoadReport> report = loadFile(store, file, {}, progress);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::FileChanged);
  EXPECT_FALSE(store.dataset("leads"));
  EXPECT_EQ(loaded(store, file).fresh, 3U);
}

TEST_F(Load, theSameContentUnderAnotherNameIsSkipped) {
  Store store = this->store();
  const LoadReport first = loaded(store, csv("one.csv", threeLeads));
  const LoadReport again = loaded(store, csv("copy of one.csv", threeLeads));
  EXPECT_EQ(again.status, LoadReport::Status::Skipped);
  EXPECT_EQ(again.sameAs, first.id);
  LoadOptions force;
  force.force = true;
  EXPECT_EQ(loaded(store, csv("one.csv", threeLeads), force).same, 3U);
}

TEST_F(Load, aLaterFileChangesOnlyTheColumnsItHas) {
  Store store = this->store();
  loaded(store, csv("one.csv", threeLeads));
  const LoadReport report = loaded(store, csv("two.csv", "Prospect ID,City,TotalVisits\na,Mumbai,1\nb,,9\nd,Pune,4\n"));
  EXPECT_EQ(report.fresh, 1U);
  EXPECT_EQ(report.changed, 2U);
  EXPECT_EQ(rows(store, {"Prospect_ID", "Lead_Source", "TotalVisits", "City"}),
            (std::map<std::string, std::string>{
                {"a", "Google|1|Mumbai|"}, {"b", "Select|9||"}, {"c", "|3||"}, {"d", "|4|Pune|"}}));
}

TEST_F(Load, amongRowsOfOneKeyTheLatestModifiedWins) {
  Store store = this->store();
  const LoadReport report = loaded(store, csv("one.csv",
                                              "Prospect ID,TotalVisits,Modified On\n"
                                              "a,1,02-08-2016 10:00\n"
                                              "a,2,03-08-2016 10:00\n"
                                              "a,3,01-08-2016 10:00\n"
                                              "b,1,\nb,2,\n"));
  EXPECT_EQ(report.fresh, 2U);
  EXPECT_EQ(report.superseded, 3U);
  EXPECT_EQ(rows(store, {"Prospect_ID", "TotalVisits"}),
            (std::map<std::string, std::string>{{"a", "2|"}, {"b", "2|"}}));
}

TEST_F(Load, aRowThatComesTwiceIsComparedWithWhatTheStoreHadBefore) {
  Store store = this->store();
  loaded(store, csv("one.csv", "Prospect ID,TotalVisits\na,1\n"));
  const Result<std::string> before = store.digest("leads");
  const LoadReport back = loaded(store, csv("two.csv", "Prospect ID,TotalVisits\na,2\na,1\n"));
  EXPECT_EQ(back.same, 1U);
  EXPECT_EQ(back.changed, 0U);
  EXPECT_EQ(back.superseded, 1U);
  EXPECT_EQ(*store.digest("leads"), *before);
}

TEST_F(Load, rowsThatDoNotFitGoToQuarantineWithLineAndReason) {
  Store store = this->store();
  const LoadReport report = loaded(store, csv(
                                              "dirty.csv",
                                              "Prospect ID,TotalVisits,Modified On\n"
                                              "a,1,01-08-2016 4:58\n"
                                              "b,2\n"
                                              ",3,01-08-2016 4:58\n"
                                              "d,4,30-02-2016\n" +
                                                  [] {
                                                    std::string rest;
                                                    for (int i = 0; i < 60; ++i)
                                                      rest += "k" + std::to_string(i) + ",1,01-08-2016 4:58\n";
                                                    return rest;
                                                  }() +
                                                  "e,many,01-08-2016 4:58\n"));
  EXPECT_EQ(report.quarantined, 4U);
  EXPECT_EQ(report.fresh, 61U);
  const auto quarantined = store.quarantine(report.id, 100);
  ASSERT_TRUE(quarantined);
  ASSERT_EQ(quarantined->size(), 4U);
  const auto& list = *quarantined;
  EXPECT_EQ(list[0].line, 3U);
  EXPECT_EQ(list[0].code, "field_count");
  EXPECT_EQ(list[0].raw, "b,2");
  EXPECT_EQ(list[1].code, "empty_key");
  EXPECT_EQ(list[2].code, "bad_date");
  EXPECT_EQ(list[2].column, "Modified_On");
  EXPECT_EQ(list[3].code, "bad_integer");
  EXPECT_EQ(report.firstError->line, 3U);
}

TEST_F(Load, tooManyRejectedRowsLeaveNothingButTheReport) {
  Store store = this->store();
  LoadOptions strict;
  strict.onError = LoadOptions::OnError::SkipFile;
  const Result<LoadReport> report = loadFile(store, csv("dirty.csv", "Prospect ID,City\na,x\nb\n"), strict, {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::TooManyErrors);
  EXPECT_EQ(report.error().where, "dirty.csv:3");
  EXPECT_FALSE(store.dataset("leads"));
  ASSERT_EQ(store.loads()->size(), 1U);
  EXPECT_EQ(store.loads()->front().status, LoadReport::Status::Failed);
}

TEST_F(Load, validatingCountsAndWritesNothing) {
  Store store = this->store();
  loaded(store, csv("one.csv", threeLeads));
  const Result<std::string> before = store.digest("leads");
  LoadOptions validate;
  validate.validateOnly = true;
  const LoadReport report =
      loaded(store, csv("two.csv", "Prospect ID,TotalVisits,City\na,1,x\nb,5,y\nb,2,z\nz,1,q\n"), validate);
  EXPECT_EQ(report.status, LoadReport::Status::Validated);
  EXPECT_EQ(report.fresh, 1U);
  EXPECT_EQ(report.changed, 2U);
  EXPECT_EQ(report.superseded, 1U);
  EXPECT_EQ(*store.digest("leads"), *before);
  EXPECT_EQ(store.loads()->size(), 1U);
}

TEST_F(Load, aCancelledLoadLeavesNoTrace) {
  Store store = this->store();
  Progress cancel;
  cancel.isCancelled = [] { return true; };
  const Result<LoadReport> report = loadFile(store, csv("one.csv", threeLeads), {}, cancel);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::Interrupted);
  EXPECT_TRUE(store.loads()->empty());
}

TEST_F(Load, aFileWithoutAnySharedColumnIsRefusedNamingDataset) {
  Store store = this->store();
  loaded(store, csv("one.csv", threeLeads));
  const Result<LoadReport> report = loadFile(store, csv("bank.csv", "age;job\n30;clerk\n"), {}, {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::NoSharedColumn);
  EXPECT_NE(report.error().what.find("--dataset"), std::string::npos);
}

TEST_F(Load, aFileOfMoreColumnsThanATableCanHoldIsRefusedWithASentence) {
  Store store = this->store();
  std::string header = "c0", row = "0";
  for (int i = 1; i < 2001; ++i) {
    header += ",c" + std::to_string(i);
    row += ",1";
  }
  const Result<LoadReport> report = loadFile(store, csv("wide.csv", header + "\n" + row + "\n"), {}, {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, Errc::Malformed);
  EXPECT_NE(report.error().what.find("2001 columns"), std::string::npos);
  EXPECT_FALSE(store.dataset("leads"));
}

TEST_F(Load, withoutAKeyEqualRowsStayApartAndAnExtendedFileAddsOnlyItsNewRows) {
  Store store = this->store();
  EXPECT_EQ(loaded(store, csv("one.csv", "age,job\n30,clerk\n30,clerk\n31,cook\n")).fresh, 3U);
  const LoadReport more = loaded(store, csv("two.csv", "age,job\n30,clerk\n30,clerk\n31,cook\n30,clerk\n"));
  EXPECT_EQ(more.same, 3U);
  EXPECT_EQ(more.fresh, 1U);
  EXPECT_EQ(*store.leadCount("leads"), 4U);
}

TEST_F(Load, noTypeEverChangesADigit) {
  Store store = this->store();
  loaded(store, csv("one.csv", "id,zip,amount,big\n1,00123,1.50,9999999999999999999\n2,4,2,1\n"));
  const Result<Dataset> dataset = store.dataset("leads");
  EXPECT_EQ(dataset->find("id")->type, ColumnType::Integer);
  EXPECT_EQ(dataset->find("zip")->type, ColumnType::Text);
  EXPECT_EQ(dataset->find("amount")->type, ColumnType::Decimal);
  EXPECT_EQ(dataset->find("big")->type, ColumnType::Text);
}

TEST_F(Load, aWiderTypeInALaterFileWidensTheColumnWithoutChangingItsValues) {
  Store store = this->store();
  LoadOptions keyed;
  keyed.key = "id";
  loaded(store, csv("one.csv", "id,n,d\n1,5,0.1\n2,7,12.5\n"), keyed);
  const LoadReport report = loaded(store, csv("two.csv", "id,n,d\n3,2.5,none\n4,1.25,some\n"));
  EXPECT_EQ(report.quarantined, 0U);
  EXPECT_EQ(store.dataset("leads")->find("n")->type, ColumnType::Decimal);
  EXPECT_EQ(store.dataset("leads")->find("d")->type, ColumnType::Text);
  EXPECT_EQ(
      rows(store, {"id", "n", "d"}),
      (std::map<std::string, std::string>{{"1", "5|0.1|"}, {"2", "7|12.5|"}, {"3", "2.5|none|"}, {"4", "1.25|some|"}}));
}

TEST_F(Load, rawKeepsEveryValueAsItCame) {
  Store store = this->store();
  loaded(store, csv("one.csv", "Prospect ID,Zip,Note\na,00123,\"say \"\"hi\"\"\nthere\"\n"));
  const Result<std::int64_t> lead = store.leadId("leads", "a");
  ASSERT_TRUE(lead);
  const Result<Store::Origin> origin = store.origin("leads", *lead);
  ASSERT_TRUE(origin) << origin.error().what;
  EXPECT_EQ(origin->line, 2U);
  EXPECT_EQ(origin->data, "{\"Prospect_ID\":\"a\",\"Zip\":\"00123\",\"Note\":\"say \\\"hi\\\"\\nthere\"}");
}

TEST_F(Load, rawKeepsEveryValueOfAJsonRecordAsItCame) {
  Store store = this->store();
  const std::pair<std::string, std::string> records[] = {
      {R"({"Prospect ID":"a","Zip":"00123","Amount":12})", R"({"Prospect_ID":"a","Zip":"00123","Amount":12})"},
      {R"({"Prospect ID":"b","Zip":null,"Amount":-7})", R"({"Prospect_ID":"b","Zip":null,"Amount":-7})"},
      {R"({"Amount":1.50,"Zip":"1e5","Prospect ID":"c"})", R"({"Prospect_ID":"c","Zip":"1e5","Amount":1.50})"},
      {R"({"Prospect ID":"d","Amount":1e2})", R"({"Prospect_ID":"d","Amount":1e2})"},
      {R"({"Prospect ID":"e","Zip":true,"Amount":3})", R"({"Prospect_ID":"e","Zip":true,"Amount":3})"},
      {R"({"Prospect ID":"f","Zip":"x\u0001y\n","Amount":3})", R"({"Prospect_ID":"f","Zip":"x\u0001y\n","Amount":3})"},
      {R"({"Prospect ID":"g","Zip":{"a" : [1.0]},"Amount":-0})",
       R"({"Prospect_ID":"g","Zip":{"a" : [1.0]},"Amount":-0})"},
      {R"({"Prospect ID":"h","Zip":12345678901234567890,"Amount":5})",
       R"({"Prospect_ID":"h","Zip":12345678901234567890,"Amount":5})"}};
  std::string text;
  for (const auto& [came, kept] : records) text += came + "\n";
  loaded(store, csv("one.ndjson", text));
  char key = 'a';
  for (const auto& [came, kept] : records) {
    const Result<std::int64_t> lead = store.leadId("leads", std::string(1, key++));
    ASSERT_TRUE(lead) << came;
    EXPECT_EQ(store.origin("leads", *lead)->data, kept);
  }
}

TEST_F(Load, rawKeepsEveryDigitOfASheetAsItCame) {
  Store store = this->store();
  const std::string header =
      "<row><c t=\"inlineStr\"><is><t>Prospect ID</t></is></c><c t=\"inlineStr\"><is><t>n</t></is></c></row>";
  const std::string row = "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c><v>12345678901234567890</v></c></row>";
  loaded(store, csv("one.xlsx", xlsxOf({{"Leads", header + row}})));
  const std::string data = R"({"Prospect_ID":"a","n":12345678901234567890})";
  EXPECT_EQ(store.origin("leads", *store.leadId("leads", "a"))->data, data);
  EXPECT_EQ(*store.database().number("SELECT count(*) FROM leads_raw WHERE data = '" + data + "'"), 1);
}

TEST_F(Load, recordsOfOneLineEachHaveTheirOwnRawRow) {
  Store store = this->store();
  loaded(store, csv("line.json", R"([{"Prospect_ID":"a","n":1},{"Prospect_ID":"b","n":2}])"));
  EXPECT_EQ(store.origin("leads", *store.leadId("leads", "b"))->data, R"({"Prospect_ID":"b","n":2})");
}

TEST_F(Load, aRowThatCameBeforeIsStoredOnceAndShownInEveryLoad) {
  Store store = this->store();
  const std::string a = "a,00123,\"say \"\"hi\"\"\"\n", b = "b,7,x\n", header = "Prospect ID,Zip,Note\n";
  const LoadReport first = loaded(store, csv("one.csv", header + a + b));
  const LoadReport second = loaded(store, csv("two.csv", header + "c,8,x\n" + a));
  const LoadReport third = loaded(store, csv("three.csv", header + a + "c,8,x\nd,1,\n"));
  const LoadReport turned = loaded(store, csv("four.csv", "Zip,Prospect ID,Note\n00123,a,\"say \"\"hi\"\"\"\n"));
  const auto records = [&](const LoadReport& load) {
    const auto number = [&](const char* what) {
      return *store.database().number(
          "SELECT count(*) FROM leads_raw_record WHERE load_id = " + std::to_string(load.id) + " AND record " + what);
    };
    return std::pair(number("LIKE '[%'"), number("LIKE '=%'"));
  };
  EXPECT_EQ(records(first), std::pair(2L, 0L));
  EXPECT_EQ(records(second), std::pair(1L, 1L)) << "only what is new";
  EXPECT_EQ(records(third), std::pair(1L, 2L));
  EXPECT_EQ(records(turned), std::pair(1L, 0L)) << "the same values in other columns are another row";
  const std::string data = R"({"Prospect_ID":"a","Zip":"00123","Note":"say \"hi\""})";
  for (const auto& [load, line] : {std::pair(first.id, 2), {second.id, 3}, {third.id, 2}})
    EXPECT_EQ(*store.database().number("SELECT count(*) FROM leads_raw WHERE load_id = " + std::to_string(load) +
                                       " AND line = " + std::to_string(line) + " AND data = '" + data + "'"),
              1);
  ASSERT_TRUE(store.undo(turned.id, {}) && store.undo(third.id, {}) && store.undo(first.id, {}));
  const Result<Store::Origin> origin = store.origin("leads", *store.leadId("leads", "a"));
  EXPECT_EQ(origin->loadId, second.id);
  EXPECT_EQ(origin->line, 3U);
  EXPECT_EQ(origin->data, data) << "though the load that brought it first was undone";
}

TEST_F(Load, aStoreOfBeforeGetsAViewThatFollowsReferences) {
  Store store = this->store();
  loaded(store, csv("one.csv", threeLeads));
  ASSERT_TRUE(store.database().run(
      "DROP VIEW leads_raw; CREATE VIEW leads_raw AS SELECT load_id, line, record AS data FROM leads_raw_record"));
  loaded(store, csv("two.csv", threeLeads + "d,,4,\n"));
  EXPECT_EQ(
      *store.database().number("SELECT count(*) FROM leads_raw WHERE data LIKE '{%' AND filename LIKE '%two.csv'"), 4);
}

TEST_F(Load, aDatabaseThatTakesNoWholeRecordsGetsThemOneByOne) {
  const fs::path file = csv("a.csv", threeLeads);
  Store store = this->store();
  loaded(store, file);
  Result<Store> plain = Store::open(folder_.path() / "plain.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(plain) << plain.error().what;
  const auto refuseAttach = [](void*, int action, const char*, const char*, const char*, const char*) {
    return action == SQLITE_ATTACH ? SQLITE_DENY : SQLITE_OK;
  };
  sqlite3_set_authorizer(plain->database().handle(), refuseAttach, nullptr);
  EXPECT_EQ(loaded(*plain, file).fresh, 3U);
  EXPECT_EQ(*plain->digest("leads"), *store.digest("leads"));
  EXPECT_EQ(plain->origin("leads", *plain->leadId("leads", "b"))->data,
            store.origin("leads", *store.leadId("leads", "b"))->data);
}

TEST_F(Load, undoGivesTheDigestOfBeforeInAnyOrderThatMakesSense) {
  Store store = this->store();
  const LoadReport a = loaded(store, csv("a.csv", threeLeads));
  const std::string afterA = *store.digest("leads");
  const LoadReport b = loaded(store, csv("b.csv", "Prospect ID,TotalVisits\na,9\nx,1\n"));
  const std::string afterB = *store.digest("leads");
  const Result<UndoReport> early = store.undo(a.id, {});
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, Errc::CannotUndo);
  EXPECT_EQ(*store.digest("leads"), afterB);
  const Result<UndoReport> undone = store.undo(b.id, {});
  ASSERT_TRUE(undone) << undone.error().what;
  EXPECT_EQ(undone->removed, 1U);
  EXPECT_EQ(undone->restored, 1U);
  EXPECT_EQ(*store.digest("leads"), afterA);
  EXPECT_EQ(store.undo(b.id, {}).error().code, Errc::CannotUndo);
  ASSERT_TRUE(store.undo(a.id, {}));
  EXPECT_EQ(*store.leadCount("leads"), 0U);
  EXPECT_EQ(loaded(store, csv("a.csv", threeLeads)).fresh, 3U);
  EXPECT_EQ(*store.digest("leads"), afterA);
}

TEST_F(Load, loadingPartsGivesTheSameAsLoadingThemInOneFile) {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    const std::string header = "Prospect ID,TotalVisits,Modified On\n";
    std::string parts[2];
    for (std::string& part : parts)
      for (int i = 0; i < 40; ++i)
        part += "k" + std::to_string(random() % 25) + "," + std::to_string(random() % 4) + "," +
                std::to_string(1 + random() % 28) + "-0" + std::to_string(1 + random() % 9) + "-2024\n";
    TempFolder other;
    Result<Store> apart = Store::open(other.path() / "a.db", Store::Mode::ReadWrite);
    Result<Store> whole = Store::open(other.path() / "w.db", Store::Mode::ReadWrite);
    loaded(*apart, csv("a.csv", header + parts[0]));
    loaded(*apart, csv("b.csv", header + parts[1]));
    loaded(*whole, csv("w.csv", header + parts[0] + parts[1]));
    EXPECT_EQ(*apart->digest("leads"), *whole->digest("leads")) << "round " << round;
  }
}

TEST_F(Load, theRealFilesLoadAsTheirSourcesCountThem) {
  if (!fs::exists(shared / "data")) return;  // they are not part of the project
  Store store = this->store();
  const LoadReport report = loaded(store, shared / "data/x-education/Leads.csv");
  EXPECT_EQ(report.parsed, 9240U);
  EXPECT_EQ(report.fresh, 9240U);
  EXPECT_EQ(report.quarantined, 0U);
  EXPECT_EQ(report.columns.size(), 37U);
  const LoadReport crm = loaded(store, shared / "data/leadsquared/prospectos.json");
  EXPECT_EQ(crm.parsed, 100U);
  EXPECT_EQ(crm.changed, 100U);
  EXPECT_EQ(crm.columns.size(), 122U);
}

TEST_F(Load, theSameLeadsInOtherShapesGiveTheSameDigest) {
  if (!fs::exists(shared / "data")) return;  // they are not part of the project
  std::string first;
  for (const char* file : {"Leads.csv", "raw/Leads.trailing-comma.csv", "raw/Leads.whole-line-quoted.csv"}) {
    TempFolder other;
    Result<Store> store = Store::open(other.path() / "a.db", Store::Mode::ReadWrite);
    loaded(*store, shared / "data/x-education" / file);
    const std::string digest = *store->digest("leads");
    if (first.empty()) first = digest;
    EXPECT_EQ(digest, first) << file;
  }
}

}  // namespace
}  // namespace leadlight
