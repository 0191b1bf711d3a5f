#include <map>

#include "tests/app/cli_harness.h"

namespace leadlight {
namespace {

using Json = nlohmann::json;

const char* const visitsScorecard =
    R"({"leadlight_scorecard":1,"name":"visits","dataset":"leads","link":"identity","base":1.5,
  "terms":[{"name":"Visits","kind":"linear","column":"TotalVisits","weight":2,"missing":-1},
           {"name":"Source","kind":"lookup","column":"Lead_Source","points":{"Google":10},"otherwise":0.25,"missing":0}],
  "bands":[{"name":"HOT","from":10},{"name":"COLD"}]})";

class CliScoring : public CliTest {
 protected:
  void loadWithVisits() {
    ASSERT_EQ(run({"load", fiveLeads(), "--no-score"}).code, 0);
    ASSERT_EQ(run({"scorecard", "import", write("visits.json", visitsScorecard)}).code, 0);
    ASSERT_EQ(run({"scorecard", "champion", "visits"}).code, 0);
  }
};

TEST_F(CliScoring, aChampionThatCannotScoreIsRefusedAndTheEarlierOneStays) {
  loadWithVisits();
  const std::string misfit =
      R"({"leadlight_scorecard":1,"name":"misfit","dataset":"leads","link":"identity","base":0,
  "terms":[{"name":"Source","kind":"linear","column":"Lead_Source","weight":2}],"bands":[{"name":"ALL"}]})";
  ASSERT_EQ(run({"scorecard", "import", write("misfit.json", misfit)}).code, 0);
  EXPECT_EQ(run({"scorecard", "champion", "misfit"}).code, 1);
  EXPECT_EQ(run({"score", "--json"}).json().at("scorecard"), "visits");
}

TEST_F(CliScoring, aLoadStandsWhereItsLeadsCannotBeScored) {
  ASSERT_EQ(run({"load", write("few.csv", "Prospect ID,TotalVisits\n1,4\n2,5\n"), "--no-score"}).code, 0);
  ASSERT_EQ(run({"scorecard", "import", write("visits.json", visitsScorecard)}).code, 0);
  ASSERT_EQ(run({"scorecard", "champion", "visits"}).code, 0);
  const Ran loaded = run({"load", write("words.csv", "Prospect ID,TotalVisits\n3,many\n4,some\n"), "--json"});
  EXPECT_EQ(loaded.code, 0) << loaded.out;
  EXPECT_EQ(loaded.json().at("loads").at(0).at("new"), 2);
  EXPECT_EQ(loaded.json().at("scoring_error").at("code"), "bad_scorecard");
}

// base + the points of the ledger.
double sumOf(const Json& explained) {
  double sum = explained.at("base");
  for (const Json& line : explained.at("ledger")) sum += line.at("points").get<double>();
  return sum;
}

TEST_F(CliScoring, thePipelinesOwnScoresAreReproduced) {
  const std::string file = shared("leadsquared/prospectos.json");
  if (file.empty()) return;
  const Ran loaded = run({"load", file, "--json"});
  ASSERT_EQ(loaded.code, 0) << loaded.out;
  EXPECT_EQ(loaded.json().at("loads").at(0).at("parsed"), 100);
  EXPECT_EQ(loaded.json().at("loads").at(0).at("format"), "json");
  EXPECT_TRUE(loaded.json().at("loads").at(0).at("delimiter").is_null());
  EXPECT_EQ(loaded.json().at("scored"), 100);
  const Json scored = run({"score", "--json"}).json();
  EXPECT_EQ(scored.at("scored"), 100);
  EXPECT_EQ(scored.at("sum"), 2602);
  EXPECT_EQ(scored.at("min"), 9);
  EXPECT_EQ(scored.at("max"), 66);
  EXPECT_DOUBLE_EQ(scored.at("mean"), 26.02);
  std::map<int, double> scores;
  std::string created;
  const Json leads = run({"leads", "--json"}).json();
  for (const Json& row : leads.at("rows")) {
    scores[row.at("Lead_Number")] = row.at("score");
    if (row.at("Lead_Number") == 660737) created = row.at("Created_On");
  }
  EXPECT_EQ(created, "2016-07-31T17:11:00");
  EXPECT_EQ(scores.at(660737), 15);
  EXPECT_EQ(scores.at(660728), 20);
  EXPECT_EQ(scores.at(660727), 34);
  EXPECT_EQ(scores.at(660719), 48);
  for (const auto& [number, score] : scores) {
    const Json explained = run({"explain", std::to_string(number), "--by", "Lead_Number", "--json"}).json();
    EXPECT_EQ(explained.at("score"), score);
    EXPECT_EQ(sumOf(explained), score);
  }
}

TEST_F(CliScoring, thePipelinesStagesAreCounted) {
  const std::string file = shared("leadsquared/prospectos.json");
  if (file.empty()) return;
  ASSERT_EQ(run({"load", file}).code, 0);
  std::map<std::string, int> stages;
  const Json chart = run({"aggregate", "--by", "Lead_Stage", "--json"}).json();
  for (const Json& group : chart.at("groups"))
    stages[group.at("value").is_null() ? "" : group.at("value").get<std::string>()] = group.at("leads");
  const std::map<std::string, int> expected = {{"Qualified", 35}, {"Unreachable", 33}, {"Not Interested", 12},
                                               {"Junk Lead", 11}, {"Closed", 3},       {"Not Eligible", 3},
                                               {"Lost", 2},       {"Not Called", 1}};
  EXPECT_EQ(stages, expected);
}

TEST_F(CliScoring, twoFilesOfTheSameLeadsMeetInOneStore) {
  const std::string csv = shared("x-education/Leads.csv");
  const std::string json = shared("leadsquared/prospectos.json");
  if (csv.empty() || json.empty()) return;
  const Ran ran = run({"load", csv, json, "--json"});
  ASSERT_EQ(ran.code, 0) << ran.out;
  const Json loads = ran.json().at("loads");
  EXPECT_EQ(loads.at(0).at("new"), 9240);
  EXPECT_EQ(loads.at(1).at("changed"), 100);
  EXPECT_EQ(loads.at(1).at("new"), 0);
  EXPECT_EQ(run({"count"}).out, "9240\n");
  EXPECT_EQ(ran.json().at("scorecard"), "Before contact rules") << "the first file's columns choose the champion";
}

TEST_F(CliScoring, anImportedScorecardScoresOnceItIsTheChampion) {
  ASSERT_EQ(run({"load", fiveLeads(), "--no-score"}).code, 0);
  const Json imported = run({"scorecard", "import", write("visits.json", visitsScorecard), "--json"}).json();
  EXPECT_EQ(imported.at("name"), "visits");
  EXPECT_EQ(imported.at("version"), 1);
  const Json champion = run({"scorecard", "champion", "visits", "--json"}).json();
  EXPECT_EQ(champion.at("champion"), "visits");
  EXPECT_EQ(champion.at("scored"), 5);
  // 1.5 + 6 + 10, 1.5 + 0 + 10, 1.5 + 10 + 0.25, 1.5 + 4 + 0 (Select is missing), 1.5 - 1 + 0.25
  const std::vector<double> expected = {17.5, 11.5, 11.75, 5.5, 0.75};
  const Json rows = run({"leads", "--json", "--columns", "score,band"}).json().at("rows");
  ASSERT_EQ(rows.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(rows.at(i).at("score"), expected[i]);
    EXPECT_EQ(rows.at(i).at("band"), expected[i] >= 10 ? "HOT" : "COLD");
  }
  EXPECT_EQ(champion.at("sum"), 47);
  EXPECT_EQ(champion.at("bands"), Json::parse(R"([{"name":"HOT","leads":3},{"name":"COLD","leads":2}])"));
  EXPECT_EQ(run({"count", "--where", "score >= 10 and band = 'HOT'"}).out, "3\n");
  const Json byBand = run({"aggregate", "--by", "band", "--json"}).json().at("groups");
  EXPECT_EQ(byBand.at(0).at("value"), "HOT");
  EXPECT_EQ(byBand.at(0).at("leads"), 3);
}

TEST_F(CliScoring, theLedgerIsOrderedBySizeAndAddsUp) {
  loadWithVisits();
  const Json explained = run({"explain", "a1", "--json"}).json();
  for (const char* key : {"score", "probability", "band", "base", "ledger"})
    EXPECT_TRUE(explained.contains(key)) << key;
  EXPECT_EQ(explained.at("score"), 17.5);
  EXPECT_EQ(explained.at("base"), 1.5);
  EXPECT_TRUE(explained.at("probability").is_null());
  EXPECT_EQ(explained.at("band"), "HOT");
  const Json first = explained.at("ledger").at(0);
  EXPECT_EQ(first.at("term"), "Source");
  EXPECT_EQ(first.at("column"), "Lead_Source");
  EXPECT_EQ(first.at("value"), "Google");
  EXPECT_EQ(first.at("points"), 10);
  EXPECT_EQ(sumOf(explained), 17.5);
}

TEST_F(CliScoring, decimalPointsAddUpInTheOrderThatTheLedgerTells) {
  ASSERT_EQ(run({"load", fiveLeads(), "--no-score"}).code, 0);
  const std::string decimals =
      R"({"leadlight_scorecard":1,"name":"decimals","dataset":"leads","link":"identity","base":0,
  "terms":[{"name":"a","kind":"rule","when":"TotalVisits >= 0","points":0.2},
           {"name":"b","kind":"rule","when":"TotalVisits >= 1","points":0.3},
           {"name":"c","kind":"rule","when":"TotalVisits >= 2","points":0.1},
           {"name":"d","kind":"rule","when":"TotalVisits >= 3","points":0.7}]})";
  ASSERT_EQ(run({"scorecard", "import", write("decimals.json", decimals)}).code, 0);
  const Json explained = run({"explain", "a1", "--scorecard", "decimals", "--json"}).json();
  EXPECT_NE(sumOf(explained), explained.at("points")) << "in order of size the last bit differs";
  std::map<int, double> inOrder;
  for (const Json& line : explained.at("ledger")) inOrder[line.at("order")] = line.at("points");
  double sum = explained.at("base");
  for (const auto& [order, points] : inOrder) sum += points;
  EXPECT_EQ(sum, explained.at("points"));
  EXPECT_EQ(inOrder.size(), 4U);
}

TEST_F(CliScoring, theLedgerForPeopleEndsWithTheSum) {
  loadWithVisits();
  const Ran ran = run({"explain", "a1"});
  EXPECT_TRUE(ran.out.starts_with("Prospect_ID a1: score 17.5, band HOT (visits, version 1)\n")) << ran.out;
  EXPECT_NE(ran.out.find("   +10  Source"), std::string::npos) << ran.out;
  EXPECT_TRUE(ran.out.ends_with("  17.5  sum\n")) << ran.out;
}

TEST_F(CliScoring, aLeadIsFoundByItsKeyByAColumnOrByItsNumber) {
  loadWithVisits();
  const Ran byColumn = run({"explain", "13", "--by", "Lead_Number", "--json"});
  EXPECT_EQ(byColumn.json().at("score"), 11.75);
  EXPECT_EQ(byColumn.err, "");
  const Ran byNumber = run({"explain", "13", "--json"});
  EXPECT_EQ(byNumber.json().at("score"), 11.75);
  EXPECT_NE(byNumber.err.find("Lead_Number"), std::string::npos);
  EXPECT_EQ(run({"explain", "nobody", "--json"}).json().at("error").at("code"), "unknown_lead");
  EXPECT_EQ(run({"explain", "nobody"}).code, 1);
  EXPECT_EQ(run({"explain", "Google", "--by", "Lead_Source", "--json"}).json().at("error").at("code"), "unknown_lead");
}

TEST_F(CliScoring, oneLeadIsScoredFromJsonWithoutStoringIt) {
  loadWithVisits();
  const std::string lead = R"({"Lead Source":"Google","TotalVisits":3,"Unheard":true})";
  const Json scored = run({"score-lead", "--json"}, lead).json();
  EXPECT_EQ(scored.at("score"), 17.5);
  EXPECT_EQ(sumOf(scored), 17.5);
  EXPECT_EQ(run({"score-lead", "-", "--json"}, lead).json(), scored);
  EXPECT_EQ(run({"score-lead", write("lead.json", lead), "--json"}).json(), scored);
  EXPECT_EQ(run({"score-lead", "--json"}, "{}").json().at("score"), 0.5);
  EXPECT_EQ(run({"count"}).out, "5\n");
  for (const char* broken : {"", "[1]", "{\"a\":", "{\"TotalVisits\":\"many\"}"})
    EXPECT_EQ(run({"score-lead", "--json"}, broken).code, 1) << broken;
  EXPECT_EQ(run({"score-lead"}, R"({"TotalVisits":1e400})").err,
            "leadctl: A number of the lead is too great to be read.\n");
  EXPECT_EQ(run({"score-lead", "--json"}, std::string(100000, '[')).json().at("error").at("code"), "malformed");
}

TEST_F(CliScoring, aStoredLeadAndTheSameLeadFromJsonScoreAlike) {
  loadWithVisits();
  const Json leads = run({"leads", "--json"}).json();
  for (const Json& row : leads.at("rows")) {
    Json lead = row;
    lead.erase("score");
    lead.erase("band");
    EXPECT_EQ(run({"score-lead", "--json"}, lead.dump()).json().at("score"), row.at("score")) << lead;
  }
}

TEST_F(CliScoring, aScorecardFileWithAFaultIsRefusedWithItsPlace) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string bad =
      write("bad.json", R"({"leadlight_scorecard":1,"name":"x","dataset":"leads","link":"identity","base":0,
    "terms":[{"name":"t","kind":"steps","column":"TotalVisits","edges":[2,1],"points":[1,2,3]}]})");
  const Json error = run({"scorecard", "import", bad, "--json"}).json().at("error");
  EXPECT_EQ(error.at("code"), "bad_scorecard");
  EXPECT_EQ(error.at("where"), bad + ": terms[0].edges");
  EXPECT_EQ(run({"scorecard", "import", path("none.json").string()}).code, 1);
  EXPECT_EQ(run({"scorecard", "import", path("").string()}).code, 1);
}

TEST_F(CliScoring, aRefusedScorecardSaysWhatAndWhere) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const auto sentence = [&](const std::string& begin, const std::string& terms) {
    const std::string file =
        write("bad.json", begin + R"("dataset":"leads","link":"identity","base":0,"terms":[)" + terms + "]}");
    const Ran ran = run({"scorecard", "import", file});
    EXPECT_EQ(ran.code, 1) << ran.out;
    EXPECT_NE(ran.err.find("(" + file + ": "), std::string::npos) << ran.err;
    return ran.err;
  };
  const auto holds = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
  const std::string named = R"({"leadlight_scorecard":1,"name":"x",)";
  EXPECT_TRUE(holds(sentence(R"({"leadlight_scorecard":2,"name":"x",)", ""),
                    "it is of version 2 of the format and this program reads version 1; a newer Leadlight is needed."));
  EXPECT_TRUE(holds(sentence(named, R"({"name":"t","kind":"steps","column":"TotalVisits","edges":[1,2],"points":[1]})"),
                    "2 edges part the values into 3 bins, each with its points; there are 1 points."));
  const std::string filter = sentence(named, R"({"name":"t","kind":"rule","when":"TotalVisits >","points":1})");
  EXPECT_TRUE(holds(filter, "The filter cannot be read at character 14: expected a value. (")) << filter;
  EXPECT_FALSE(holds(filter, "filter:14")) << filter;
  EXPECT_TRUE(holds(sentence(R"({"leadlight_scorecard":1,"name":")" + std::string(201, 'n') + "\",", ""),
                    "a name has 200 characters at most"));
  EXPECT_TRUE(holds(sentence(R"({"leadlight_scorecard":1,"name":"two\nlines",)", ""), "no line ends"));
  EXPECT_EQ(run({"train", "--name", std::string(201, 'n')}).code, 2);
}

TEST_F(CliScoring, thePlaceOfAnErrorIsToldOnce) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  EXPECT_EQ(run({"count", "--where", "TotalVisits >"}).err,
            "leadctl: The filter cannot be read at character 14: expected a value.\n");
  EXPECT_EQ(run({"count", "--where", "TotalVisits > 'abc'"}).err,
            "leadctl: Column TotalVisits holds numbers, so it cannot be compared with 'abc'.\n");
  const Ran json = run({"count", "--where", "TotalVisits >", "--json"});
  EXPECT_EQ(json.json().at("error").at("where"), "filter:14");
}

TEST_F(CliScoring, anImportWarnsOfColumnsThatTheLeadsDoNotHave) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string file =
      write("typo.json", R"({"leadlight_scorecard":1,"name":"typo","dataset":"leads","link":"identity","base":0,
    "terms":[{"name":"t","kind":"linear","column":"TotalVisit","weight":2}]})");
  const Ran ran = run({"scorecard", "import", file});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.err.find("has no column TotalVisit, so that it counts as missing; did you mean TotalVisits?"),
            std::string::npos)
      << ran.err;
  const Json warnings = run({"scorecard", "import", file, "--json"}).json().at("warnings");
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings.at(0).at("code"), "unknown_column");
  EXPECT_EQ(warnings.at(0).at("column"), "TotalVisit");
}

TEST_F(CliScoring, anImportWarnsOfTermsThatCannotReadTheirColumnAndOfADatasetThatIsNotThere) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string file =
      write("text.json", R"({"leadlight_scorecard":1,"name":"text","dataset":"leads","link":"identity","base":0,
    "terms":[{"name":"t","kind":"linear","column":"Lead_Source","weight":2}]})");
  const auto warning = [&](const std::string& dataset) {
    const Json warnings = run({"scorecard", "import", file, "--dataset", dataset, "--json"}).json().at("warnings");
    EXPECT_EQ(warnings.size(), 1U);
    return warnings.at(0).at("code").get<std::string>() + ": " + warnings.at(0).at("message").get<std::string>();
  };
  EXPECT_EQ(warning("leads"), "column_type: The term \"t\" needs numbers in Lead_Source, which holds text values.");
  EXPECT_EQ(warning("nowhere"),
            "unknown_dataset: The store has no dataset 'nowhere' yet; the scorecard waits until its leads are loaded.");
}

TEST_F(CliScoring, whoGivesNoBandsIsNamedWhereBandsAreAsked) {
  ASSERT_EQ(run({"load", fiveLeads(), "--no-score"}).code, 0);
  const std::string file =
      write("plain.json", R"({"leadlight_scorecard":1,"name":"plain","dataset":"leads","link":"identity","base":0,
    "terms":[{"name":"t","kind":"linear","column":"TotalVisits","weight":2}]})");
  ASSERT_EQ(run({"scorecard", "import", file}).code, 0);
  ASSERT_EQ(run({"scorecard", "champion", "plain"}).code, 0);
  EXPECT_EQ(run({"aggregate", "--by", "band"}).err, "leadctl: The leads have no band: plain gives none.\n");
  EXPECT_EQ(run({"count", "--where", "band = 'A'"}).err, "leadctl: The leads have no band: plain gives none.\n");
}

TEST_F(CliScoring, leadsWithoutAChampionCannotBeSortedByScore) {
  ASSERT_EQ(run({"load", write("odd.csv", "code,size\nx,1\ny,2\n"), "--dataset", "odd"}).code, 0);
  for (const std::vector<std::string>& asked :
       {std::vector<std::string>{"leads", "--dataset", "odd", "--sort", "-score"},
        std::vector<std::string>{"count", "--dataset", "odd", "--where", "score > 5"}}) {
    const Ran ran = run(asked);
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.err, "leadctl: The leads have no score: no scorecard is the champion of this dataset yet.\n");
  }
}

TEST_F(CliScoring, goingBackToTheNewestVersionSaysSo) {
  loadWithVisits();
  const Ran ran = run({"scorecard", "rollback", "visits@1"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out,
            "visits: version 1 is the newest already; there is nothing to go back from; all leads are scored with "
            "it.\n");
}

TEST_F(CliScoring, aVersionThatCannotScoreIsKeptAndTheChampionStays) {
  ASSERT_EQ(run({"load", fiveLeads(), "--no-score"}).code, 0);
  const std::string misfit =
      R"({"leadlight_scorecard":1,"name":"visits","dataset":"leads","link":"identity","base":0,
  "terms":[{"name":"Source","kind":"linear","column":"Lead_Source","weight":2}],"bands":[{"name":"ALL"}]})";
  ASSERT_EQ(run({"scorecard", "import", write("misfit.json", misfit)}).code, 0);
  ASSERT_EQ(run({"scorecard", "import", write("visits.json", visitsScorecard)}).code, 0);
  ASSERT_EQ(run({"scorecard", "champion", "visits@2"}).code, 0);
  const Ran told = run({"scorecard", "rollback", "visits@1"});
  EXPECT_EQ(told.code, 0) << "a version was added, so that this is no failure that changed nothing";
  EXPECT_TRUE(told.err.starts_with("visits, version 3, is kept, but it is not the champion and scores no leads: "))
      << told.err;
  const Json back = run({"scorecard", "rollback", "visits@1", "--json"}).json();
  EXPECT_EQ(back.at("version"), 3);
  EXPECT_EQ(back.at("champion"), false);
  EXPECT_EQ(back.at("scoring_error").at("code"), "bad_scorecard");
  EXPECT_EQ(run({"score", "--json"}).json().at("version"), 2);
}

TEST_F(CliScoring, aScorecardComesOutAsItWentIn) {
  loadWithVisits();
  EXPECT_EQ(Json::parse(run({"scorecard", "export", "visits"}).out), Json::parse(visitsScorecard));
  EXPECT_EQ(run({"scorecard", "show", "visits", "--json"}).json(), Json::parse(visitsScorecard));
  const std::string out = path("out.json").string();
  ASSERT_EQ(run({"scorecard", "export", "visits", "--out", out}).code, 0);
  EXPECT_EQ(Json::parse(read(out)), Json::parse(visitsScorecard));
  const Ran again = run({"scorecard", "import", out, "--json"});
  EXPECT_EQ(again.code, 0);
  const std::string table = run({"scorecard", "show", "visits"}).out;
  EXPECT_NE(table.find("= Google"), std::string::npos) << table;
  EXPECT_NE(table.find("Bands: HOT from 10, COLD below"), std::string::npos) << table;
}

TEST_F(CliScoring, theListNamesEveryScorecardAndTheChampion) {
  loadWithVisits();
  int champions = 0;
  bool listed = false;
  const Json list = run({"scorecard", "list", "--json"}).json();
  for (const Json& one : list.at("scorecards")) {
    champions += one.at("champion").get<bool>() ? 1 : 0;
    listed = listed || (one.at("name") == "visits" && one.at("champion").get<bool>());
  }
  EXPECT_EQ(champions, 1);
  EXPECT_TRUE(listed);
}

TEST_F(CliScoring, verbsThatMakeNoSenseAreWrongUsage) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  EXPECT_EQ(run({"scorecard"}).code, 2);
  EXPECT_EQ(run({"scorecard", "frobnicate"}).code, 2);
  EXPECT_EQ(run({"scorecard", "show"}).code, 2);
  EXPECT_EQ(run({"scorecard", "list", "x"}).code, 2);
  const Ran xml = run({"scorecard", "export", "x", "--format", "xml"});
  EXPECT_EQ(xml.code, 2);
  EXPECT_NE(xml.err.find("pmml"), std::string::npos);
  EXPECT_EQ(run({"scorecard", "show", "nope", "--json"}).json().at("error").at("code"), "unknown_scorecard");
}

TEST_F(CliScoring, aLoadThatWasNotScoredIsScoredWhenItsFileComesAgain) {
  const std::string file = fiveLeads();
  loadWithVisits();
  ASSERT_EQ(run({"load", write("more.csv", "Prospect ID,TotalVisits\nb1,4\n"), "--no-score"}).code, 0);
  EXPECT_EQ(run({"count", "--where", "score is null"}).out, "1\n");
  EXPECT_EQ(run({"load", file, "--json"}).json().at("scored"), 6);
  EXPECT_EQ(run({"count", "--where", "score is null"}).out, "0\n");
  EXPECT_FALSE(run({"load", file, "--json"}).json().contains("scored"));
}

}  // namespace
}  // namespace leadlight
