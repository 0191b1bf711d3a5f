#include <map>
#include <set>

#include "scoring/evaluate/evaluate.h"
#include "scoring/evaluate/evidence.h"
#include "scoring/evaluate/insight.h"
#include "scoring/evaluate/threshold.h"
#include "scoring/registry.h"
#include "tests/app/cli_harness.h"

namespace leadlight {
namespace {

using Json = nlohmann::json;

class CliLearning : public CliTest {
 protected:
  // 400 leads of which Source and Visits tell the outcome; Signed is filled for wins alone.
  void loadMade() {
    std::string csv = "Prospect ID,Source,TotalVisits,Signed,Won,Kind\r\n";
    unsigned state = 7;
    const auto next = [&] { return (state = state * 1664525U + 1013904223U) >> 16; };
    for (int i = 0; i < 400; ++i) {
      const bool isFriend = next() % 3 == 0;
      const unsigned visits = next() % 10;
      const bool won = next() % 20 < (isFriend ? 10U : 3U) + visits / 2;
      csv += "p" + std::to_string(i) + (isFriend ? ",Friend," : ",Ads,") + std::to_string(visits) +
             (won ? ",signed" : ",") + (won ? ",yes" : ",no") + (next() % 2 == 0 ? ",a" : ",b") + "\r\n";
    }
    ASSERT_EQ(run({"load", write("made.csv", csv), "--no-score", "--dataset", "made", "--key", "Prospect_ID"}).code, 0);
  }
};

TEST_F(CliLearning, everyBandOfAScorecardThatIsAlwaysRightIsReached) {
  std::string csv = "id,Seen,Won\n";
  for (int i = 0; i < 3000; ++i) csv += std::to_string(i) + (i % 2 == 0 ? ",here,yes\n" : ",there,no\n");
  ASSERT_EQ(run({"load", write("sure.csv", csv), "--no-score", "--key", "id"}).code, 0);
  const Ran taught = run({"train", "--target", "Won", "--method", "boosted", "--name", "sure", "--champion", "--json"});
  EXPECT_EQ(taught.json().at("bands").at(0).at("converted"), 1500) << "of leads that the learners had not seen";
  const Json groups = run({"aggregate", "--by", "band", "--json"}).json().at("groups");
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups.at(0).at("converted"), 1500);
  EXPECT_EQ(groups.at(1).at("converted"), 0);
}

TEST_F(CliLearning, aColumnHeldAgainstItsDirectionLeavesNoChancesWorseThanTheAverage) {
  // What Late has beyond Early tells the outcome, so that their points cancel each other until one may not rise.
  std::string csv = "id,Early,Late,Won\n";
  unsigned state = 11;
  const auto next = [&] { return (state = state * 1664525U + 1013904223U) >> 16; };
  for (int i = 0; i < 4000; ++i) {
    const unsigned early = next() % 1000, gap = next() % 100;
    csv += std::to_string(i) + ',' + std::to_string(early) + ',' + std::to_string(early + gap) +
           (next() % 100 < gap ? ",yes\n" : ",no\n");
  }
  ASSERT_EQ(run({"load", write("gap.csv", csv), "--no-score", "--key", "id"}).code, 0);
  const Json figures =
      run({"evaluate", "--target", "Won", "--method", "logistic", "--monotone", "Late:falling", "--json"}).json();
  EXPECT_LT(figures.at("log_loss"), 0.697);
}

TEST_F(CliLearning, aScorecardIsLearnedKeptAndPromoted) {
  loadMade();
  const Ran ran = run({"train", "--dataset", "made", "--target", "Won", "--exclude", "Signed", "--method", "frequency",
                       "--name", "spring", "--champion", "--json"});
  ASSERT_EQ(ran.code, 0) << ran.out;
  const Json learned = ran.json();
  EXPECT_EQ(learned.at("scorecard"), "spring");
  EXPECT_EQ(learned.at("version"), 1);
  EXPECT_EQ(learned.at("method"), "frequency");
  EXPECT_EQ(learned.at("rows"), 400);
  EXPECT_EQ(learned.at("positive"), Json::parse(R"(["yes"])"));
  EXPECT_EQ(learned.at("evaluated"), "folds");
  EXPECT_GT(learned.at("metrics").at("auc"), 0.6);
  std::map<std::string, std::string> leftOut;
  for (const Json& one : learned.at("left_out")) leftOut[one.at("column")] = one.at("why");
  EXPECT_EQ(leftOut.at("Signed"), "excluded");
  EXPECT_EQ(leftOut.at("Prospect_ID"), "identifier");
  const Json lead = run({"leads", "--dataset", "made", "--limit", "1", "--json"}).json().at("rows").at(0);
  EXPECT_TRUE(lead.at("score").is_number());
  const Json explained = run({"explain", "p0", "--dataset", "made", "--json"}).json();
  EXPECT_NEAR(explained.at("score"), lead.at("score"), 1e-12);

  EXPECT_EQ(run({"train", "--dataset", "made", "--target", "Won", "--method", "logistic", "--name", "spring"}).code, 0);
  const Json versions = run({"scorecard", "versions", "spring", "--json"}).json().at("versions");
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_GT(versions.at(0).at("metrics").at("auc"), 0.9) << "Signed gives it away";
  const Json back = run({"scorecard", "rollback", "spring@1", "--json"}).json();
  EXPECT_EQ(back.at("version"), 3);
  EXPECT_EQ(back.at("champion"), true);
  const Json again = run({"explain", "p0", "--dataset", "made", "--json"}).json();
  EXPECT_EQ(again.at("ledger"), explained.at("ledger"));
}

TEST_F(CliLearning, anExplanationSaysWhatTheWindowSays) {
  loadMade();
  ASSERT_EQ(run({"train", "--dataset", "made", "--target", "Won", "--exclude", "Signed", "--method", "logistic",
                 "--name", "spring", "--champion"})
                .code,
            0);
  auto opened = Store::open(store(), Store::Mode::ReadOnly);
  ASSERT_TRUE(opened) << opened.error().what;
  const Scorecard scorecard = findScorecard(*opened, "spring")->scorecard;
  const Frame frame = *readFrame(*opened, "made", {}, {});
  const Target won{"Won", {"yes"}};
  const auto evidence = *evidenceOfTerms(scorecard, frame, *outcomesOf(frame, won), {});
  for (const std::size_t row : {0U, 7U, 21U}) {
    const Json told = run({"explain", "p" + std::to_string(row), "--dataset", "made", "--json"}).json();
    const Ledger ledger = *ledgerOf(scorecard, frame, row);
    const std::vector<std::size_t> order = ledger.bySize();
    for (std::size_t i = 0; i < order.size(); ++i) {
      const LedgerLine& line = ledger.lines[order[i]];
      const SlotEvidence& slot = evidence[order[i]][line.slot];
      const Json& entry = told.at("ledger").at(i);
      EXPECT_EQ(entry.at("leads"), slot.leads);
      EXPECT_EQ(entry.at("converted"), slot.converted);
      EXPECT_EQ(entry.at("low"), slot.rate().low);
      EXPECT_EQ(entry.at("standard_error"), scorecard.terms[order[i]].support.errors.at(line.slot));
    }
    const LeadInsight insight = *insightOf(scorecard, frame, won, *opened->dataset("made"), frame, row, {});
    ASSERT_EQ(told.at("similar").at("nearest").size(), 20U);
    for (std::size_t i = 0; i < 20; ++i) {
      const PastLead& past = insight.similar->nearest[i];
      const Json& entry = told.at("similar").at("nearest").at(i);
      EXPECT_EQ(entry.at("key"), "p" + std::to_string(past.row));
      EXPECT_EQ(entry.at("distance"), past.distance);
      EXPECT_EQ(entry.at("converted"), past.won);
      EXPECT_EQ(entry.at("score"), ledgerOf(scorecard, frame, past.row)->score);
    }
    EXPECT_EQ(told.at("best_band"), insight.best);
    ASSERT_EQ(told.at("next_band").is_null(), !insight.step);
    if (!insight.step) continue;
    EXPECT_EQ(told.at("next_band").at("band"), insight.step->band);
    EXPECT_EQ(told.at("next_band").at("score"), insight.step->score);
    EXPECT_EQ(told.at("next_band").at("changes").size(), insight.step->changes.size());
    EXPECT_EQ(told.at("next_band").at("changes").at(0).at("to"), insight.step->changes[0].to);
  }
  const std::string text = run({"explain", "p0", "--dataset", "made"}).out;
  EXPECT_NE(text.find("\nOf the 20 past leads most like it, "), std::string::npos) << text;
  EXPECT_NE(text.find("\nBand "), std::string::npos) << text;
}

TEST_F(CliLearning, aLeakIsNamedWithItsEvidence) {
  loadMade();
  const Json found = run({"leakage", "--dataset", "made", "--target", "Won", "--json"}).json();
  std::set<std::string> suspects;
  for (const Json& column : found.at("columns"))
    if (column.at("suspect")) suspects.insert(column.at("column"));
  EXPECT_EQ(suspects, std::set<std::string>{"Signed"});
  const std::string words = run({"leakage", "--dataset", "made", "--target", "Won"}).out;
  EXPECT_NE(words.find("Prospect_ID tells leads apart"), std::string::npos) << words;
  const Json warned =
      run({"train", "--dataset", "made", "--target", "Won", "--method", "frequency", "--json"}).json().at("warnings");
  ASSERT_FALSE(warned.empty());
  bool named = false;
  for (const Json& warning : warned)
    named = named || (warning.at("code") == "suspect_used" && warning.at("column") == "Signed");
  EXPECT_TRUE(named) << warned;
}

TEST_F(CliLearning, predictionsFollowTheFoldRule) {
  loadMade();
  const Json judged = run({"evaluate", "--dataset", "made", "--method", "frequency", "--target", "Won", "--folds", "4",
                           "--predictions", path("out.csv").string(), "--curves", "--json"})
                          .json();
  EXPECT_EQ(judged.at("rows"), 400);
  for (const char* key : {"auc", "pr_auc", "log_loss", "brier", "ece", "lift_10", "capture_20", "positives"})
    EXPECT_TRUE(judged.at(key).is_number()) << key;
  std::istringstream lines(read(path("out.csv")));
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "key,fold,actual,probability\r");
  std::size_t rows = 0, won = 0;
  while (std::getline(lines, line)) {
    ++rows;
    std::istringstream cells(line);
    std::string key, fold, actual;
    std::getline(cells, key, ',');
    std::getline(cells, fold, ',');
    std::getline(cells, actual, ',');
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    EXPECT_EQ(fold, std::to_string(hash % 4)) << key;
    won += actual == "1" ? 1U : 0U;
  }
  EXPECT_EQ(rows, 400U);
  EXPECT_EQ(judged.at("positives"), won);
}

TEST_F(CliLearning, aThresholdIsToldAsTheStudioTellsIt) {
  loadMade();
  const auto evaluate = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"evaluate", "--dataset", "made", "--target", "Won", "--method", "frequency", "--exclude",
                               "Signed", "--json"});
    return run(more);
  };
  auto opened = Store::open(store(), Store::Mode::ReadOnly);
  ASSERT_TRUE(opened) << opened.error().what;
  const Frame frame = *readFrame(*opened, "made", {}, {});
  TrainOptions options;
  options.method = Method::Frequency;
  options.exclude = {"Signed"};
  const Evaluation judged =
      *evaluateMethod(frame, {"Won", {"yes"}}, byFolds(*readKeys(*opened, "made", frame, {}), 5), options, {});
  const Ranking ranking(judged.score, judged.won);

  const Json at = evaluate({"--threshold", "50", "--value-of-win", "100", "--cost-of-call", "20"}).json();
  const CallList list = callListAt(ranking, 50, {100, 20});
  const Json& told = at.at("threshold");
  EXPECT_EQ(told.at("by"), "threshold");
  EXPECT_EQ(told.at("calls"), list.calls);
  EXPECT_EQ(told.at("true_positives"), list.confusion.truePositives);
  EXPECT_EQ(told.at("false_negatives"), list.confusion.falseNegatives);
  EXPECT_EQ(told.at("precision"), list.precision);
  EXPECT_EQ(told.at("recall"), list.recall);
  EXPECT_EQ(told.at("money"), list.money);
  EXPECT_EQ(told.at("most_money").at("threshold"), mostMoney(ranking, {100, 20}));
  const double right = told.at("true_positives").get<double>() + told.at("true_negatives").get<double>();
  EXPECT_DOUBLE_EQ(told.at("accuracy"), right / 400);
  EXPECT_DOUBLE_EQ(told.at("f1"), 2 * list.precision * list.recall / (list.precision + list.recall));

  const Json byCapacity = evaluate({"--capacity", "40,60"}).json();
  EXPECT_EQ(byCapacity.at("threshold").at("threshold"), thresholdForCalls(ranking, 40));
  EXPECT_LE(byCapacity.at("threshold").at("calls"), 40);
  EXPECT_EQ(byCapacity.at("proposed_bands").size(), 3U);
  EXPECT_FALSE(byCapacity.at("threshold").contains("money"));
  const Json byPrecision = evaluate({"--precision", "0.5"}).json();
  EXPECT_EQ(byPrecision.at("threshold").at("threshold"), *thresholdForPrecision(ranking, 0.5));
  EXPECT_TRUE(evaluate({"--precision", "1"}).json().at("threshold").is_null());
  EXPECT_EQ(evaluate({"--value-of-win", "9"}).json().at("threshold").at("by"), "money");
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"--threshold", "5", "--capacity", "4"},
                                             {"--capacity", "0"},
                                             {"--precision", "60"},
                                             {"--cost-of-call", "1"}})
    EXPECT_EQ(evaluate(wrong).code, 2) << wrong.front();
}

TEST_F(CliLearning, bandsOfAMethodConvertOnLeadsItHasNotSeen) {
  loadMade();
  const std::vector<std::string> words = {"evaluate", "--dataset", "made",      "--target",
                                          "Won",      "--method",  "frequency", "--exclude"};
  const auto evaluate = [&](const std::string& excluded) {
    std::vector<std::string> all = words;
    all.insert(all.end(), {excluded, "--json"});
    return run(all).json();
  };
  const Json judged = evaluate("Signed");
  std::uint64_t leads = 0, converted = 0;
  for (const Json& band : judged.at("bands")) {
    leads += band.at("leads").get<std::uint64_t>();
    converted += band.at("converted").get<std::uint64_t>();
    EXPECT_LE(band.at("low"), band.at("high"));
  }
  EXPECT_EQ(leads, 400U);
  EXPECT_EQ(converted, judged.at("positives"));
  EXPECT_LE(judged.at("bands").at(0).at("leads"), 40);
  EXPECT_TRUE(judged.at("bands_monotonic").is_boolean());
}

TEST_F(CliLearning, aStoredScorecardIsJudgedAndCompared) {
  loadMade();
  for (const char* method : {"frequency", "logistic"})
    ASSERT_EQ(run({"train", "--dataset", "made", "--target", "Won", "--exclude", "Signed", "--method", method}).code,
              0);
  const Json judged =
      run({"evaluate", "--scorecard", "Won logistic", "--dataset", "made", "--target", "Won", "--json"}).json();
  EXPECT_EQ(judged.at("evaluated"), "all");
  EXPECT_FALSE(judged.contains("ece_before"));
  const Json anew =
      run({"evaluate", "--scorecard", "Won logistic", "--relearn", "--dataset", "made", "--target", "Won", "--json"})
          .json();
  EXPECT_EQ(anew.at("evaluated"), "folds");
  EXPECT_EQ(anew.at("method"), "logistic");
  EXPECT_GT(anew.at("ece_before").get<double>(), 0);
  EXPECT_EQ(judged.at("bands").size(), 4U);
  const Json compared =
      run({"compare", "Won frequency", "Won logistic", "--dataset", "made", "--target", "Won", "--json"}).json();
  EXPECT_EQ(compared.at("challenger").at("auc"), judged.at("auc"));
  std::uint64_t leads = 0;
  for (const Json& cell : compared.at("bands")) leads += cell.at("leads").get<std::uint64_t>();
  EXPECT_EQ(leads, 400U);
  EXPECT_LE(compared.at("auc_difference").at("low"), compared.at("auc_difference").at("high"));
}

TEST_F(CliLearning, aScorecardBringsItsOwnOutcomeAndDatasetAlong) {
  loadMade();
  for (const char* method : {"frequency", "logistic"})
    ASSERT_EQ(run({"train", "--dataset", "made", "--target", "Kind", "--positive", "b", "--method", method}).code, 0);
  const Json judged = run({"evaluate", "--scorecard", "Kind logistic", "--json"}).json();
  EXPECT_EQ(judged.at("target"), "Kind");
  const Json asked = run({"evaluate", "--scorecard", "Kind logistic", "--dataset", "made", "--target", "Kind",
                          "--positive", "b", "--json"})
                         .json();
  EXPECT_EQ(judged, asked);
  EXPECT_EQ(run({"evaluate", "--scorecard", "Kind logistic", "--relearn", "--json"}).json().at("rows"), 400);
  const Json turned = run({"evaluate", "--scorecard", "Kind logistic", "--positive", "a", "--json"}).json();
  EXPECT_NEAR(turned.at("auc").get<double>() + judged.at("auc").get<double>(), 1, 1e-9);
  const Json compared = run({"compare", "Kind frequency", "Kind logistic", "--json"}).json();
  EXPECT_EQ(compared.at("challenger").at("auc"), judged.at("auc"));
}

TEST_F(CliLearning, figuresOfAScorecardOnTheLeadsThatTaughtItAreSaidToBeFlattered) {
  loadMade();
  for (const char* method : {"frequency", "logistic"})
    ASSERT_EQ(run({"train", "--dataset", "made", "--target", "Won", "--exclude", "Signed", "--method", method}).code,
              0);
  const auto flattered = [&](const std::vector<std::string>& args) {
    const Json warnings = run(args).json().at("warnings");
    return std::count_if(warnings.begin(), warnings.end(),
                         [](const Json& warning) { return warning.at("code") == "in_sample"; });
  };
  EXPECT_EQ(flattered({"evaluate", "--scorecard", "Won logistic", "--json"}), 1);
  EXPECT_EQ(flattered({"evaluate", "--scorecard", "Won logistic", "--relearn", "--json"}), 0);
  EXPECT_EQ(flattered({"compare", "Won frequency", "Won logistic", "--json"}), 2);
}

TEST_F(CliLearning, tooFewLeadsToJudgeAreCountedWhole) {
  std::string csv = "id,Seen,Won\n";
  for (int i = 0; i < 30; ++i) csv += std::to_string(i) + (i % 3 == 0 ? ",here,no\n" : ",there,yes\n");
  ASSERT_EQ(run({"load", write("few.csv", csv), "--no-score", "--key", "id"}).code, 0);
  const Ran ran = run({"evaluate", "--target", "Won", "--method", "frequency"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.err,
            "leadctl: Only 10 of the 30 leads did not convert: without the leads of one part, which are to be judged, "
            "they are too few to learn from. (Won)\n");
}

TEST_F(CliLearning, whatCannotBeLearnedIsASentence) {
  loadMade();
  const auto codeOf = [&](std::vector<std::string> args) {
    args.insert(args.end(), {"--dataset", "made", "--json"});
    const Ran ran = run(args);
    return std::to_string(ran.code) + " " + ran.json().at("error").at("code").get<std::string>();
  };
  EXPECT_EQ(codeOf({"train"}), "2 usage") << "this dataset names no target";
  EXPECT_EQ(codeOf({"train", "--target", "TotalVisits"}), "2 usage") << "which value means converted?";
  EXPECT_EQ(codeOf({"train", "--target", "Nothing"}), "1 unknown_column");
  EXPECT_EQ(codeOf({"train", "--target", "Won", "--positive", "maybe"}), "1 not_trainable");
  EXPECT_EQ(codeOf({"train", "--target", "Won", "--method", "magic"}), "2 usage");
  EXPECT_EQ(codeOf({"train", "--target", "Won", "--monotone", "TotalVisits"}), "2 usage");
  EXPECT_EQ(codeOf({"train", "--target", "Won", "--monotone", "TotalVisits:rising,TotalVisits:falling"}), "2 usage");
  EXPECT_EQ(codeOf({"train", "--target", "Won", "--seed", "9223372036854775807"}), "2 usage");
  EXPECT_EQ(codeOf({"evaluate", "--target", "Won", "--method", "logistic", "--scorecard", "x"}), "2 usage");
  EXPECT_EQ(codeOf({"evaluate", "--target", "Won", "--by-time", "auto"}), "2 usage");
  EXPECT_EQ(codeOf({"evaluate", "--target", "Won", "--holdout", "0.3"}), "2 usage") << "without --by-time";
  EXPECT_EQ(codeOf({"evaluate", "--target", "Won", "--by-time", "auto", "--holdout", "0.9"}), "2 usage");
  EXPECT_EQ(codeOf({"evaluate", "--target", "Won", "--relearn"}), "2 usage");
  EXPECT_EQ(codeOf({"scorecard", "rollback", "spring"}), "2 usage");
}

TEST_F(CliLearning, anOutcomeThatTellsNothingApartIsNamedWithItsValues) {
  loadMade();
  const auto sentence = [&](std::vector<std::string> args) {
    args.insert(args.end(), {"--dataset", "made"});
    const Ran ran = run(args);
    EXPECT_EQ(ran.code, 1) << ran.out;
    return ran.err;
  };
  const std::string purple = sentence({"evaluate", "--method", "frequency", "--target", "Won", "--positive", "purple"});
  EXPECT_TRUE(purple.starts_with("leadctl: No lead has Won at purple: its values are no (")) << purple;
  EXPECT_NE(purple.find("--positive VALUE.\n"), std::string::npos) << purple;
  const std::string all =
      sentence({"train", "--method", "frequency", "--target", "Won", "--positive", "yes", "--positive", "no"});
  EXPECT_TRUE(all.starts_with("leadctl: Every lead with a known outcome has Won at yes or no;")) << all;
  EXPECT_NE(all.find("--positive VALUE"), std::string::npos) << all;
  EXPECT_NE(sentence({"leakage", "--target", "Won", "--positive", "x"}).find("its values are"), std::string::npos);
  EXPECT_EQ(sentence({"train", "--target", "Signed"}),
            "leadctl: Signed cannot tell who converted: all its leads have signed.\n");
}

TEST_F(CliLearning, aDateThatIsHalfBlankIsNamedByTime) {
  std::string csv = "Prospect ID,Created On,Visits,Converted\r\n";
  for (int i = 0; i < 200; ++i)
    csv += "p" + std::to_string(i) + (i % 2 == 0 ? ",2016-0" + std::to_string(1 + i % 9) + "-11," : ",,") +
           std::to_string(i % 7) + (i % 3 == 0 ? ",1\r\n" : ",0\r\n");
  ASSERT_EQ(run({"load", write("half.csv", csv), "--no-score"}).code, 0);
  const Ran ran = run({"evaluate", "--method", "frequency", "--by-time", "auto"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("Created_On (filled for 50.0 % of the leads)"), std::string::npos) << ran.err;
  const Ran none = run({"evaluate", "--method", "frequency", "--by-time", "auto", "--exclude", "Created_On"});
  EXPECT_NE(none.err.find("leave out --by-time"), std::string::npos) << none.err;
}

TEST_F(CliLearning, aComparisonSaysInWordsWhichWayIsBetter) {
  loadMade();
  const std::string rules =
      R"({"leadlight_scorecard":1,"name":"rules","dataset":"made","link":"identity","base":0,
    "terms":[{"name":"Contact","kind":"lookup","column":"Signed","points":{"signed":9},"missing":-9},
             {"name":"Visits","kind":"linear","column":"TotalVisits","weight":1}],"bands":[{"name":"ALL"}]})";
  ASSERT_EQ(run({"scorecard", "import", write("rules.json", rules)}).code, 0);
  ASSERT_EQ(run({"train", "--dataset", "made", "--target", "Won", "--exclude", "Signed", "--method", "logistic"}).code,
            0);
  const std::string text = run({"compare", "rules", "Won logistic", "--dataset", "made", "--target", "Won"}).out;
  EXPECT_NE(text.find("ROC-AUC changes by -"), std::string::npos) << text;
  EXPECT_NE(text.find("; above 0, Won logistic ranks better.\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Log-loss cannot be compared: not both give probabilities.\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  Signed (unknown): -9.00 -> 0.00"), std::string::npos) << text;
  const std::string same = run({"compare", "Won logistic", "Won logistic", "--dataset", "made", "--target", "Won"}).out;
  EXPECT_NE(same.find("; below 0, Won logistic gives better probabilities.\n"), std::string::npos) << same;
}

TEST_F(CliLearning, countsInNotesHaveThousandsSeparators) {
  std::string csv = "Prospect ID,Visits,Converted\r\n";
  for (int i = 0; i < 1500; ++i)
    csv += "p" + std::to_string(i) + "," + std::to_string(i % 7) + (i % 300 == 0 ? ",1\r\n" : ",0\r\n");
  ASSERT_EQ(run({"load", write("many.csv", csv), "--no-score"}).code, 0);
  const std::string rules = R"({"leadlight_scorecard":1,"name":"rules","dataset":"leads","link":"identity","base":0,
    "terms":[{"name":"Visits","kind":"linear","column":"Visits","weight":1}]})";
  ASSERT_EQ(run({"scorecard", "import", write("rules.json", rules)}).code, 0);
  const std::string text = run({"evaluate", "--scorecard", "rules"}).out;
  EXPECT_NE(text.find("Only 5 of 1,500 leads converted:"), std::string::npos) << text;
  EXPECT_NE(text.find("Only 5 of 1,500 leads have the rarer outcome"), std::string::npos) << text;
}

TEST_F(CliLearning, theKnownLeaksOfRealFilesAreFlaggedAndNothingInnocent) {
  const std::string course = shared("x-education/Leads.csv"), bank = shared("bank-marketing/bank.csv");
  if (course.empty() || bank.empty()) return;
  const auto suspects = [&](const std::string& file, const std::string& dataset, const std::string& target) {
    EXPECT_EQ(run({"load", file, "--no-score", "--dataset", dataset, "--schema", "auto", "--key", "none"}).code, 0);
    std::set<std::string> found;
    const Json columns = run({"leakage", "--dataset", dataset, "--target", target, "--json"}).json().at("columns");
    for (const Json& column : columns)
      if (column.at("suspect")) found.insert(column.at("column"));
    return found;
  };
  EXPECT_EQ(suspects(bank, "bank", "y"), std::set<std::string>{"duration"});
  const std::set<std::string> found = suspects(course, "course", "Converted");
  EXPECT_TRUE(found.contains("Tags"));
  EXPECT_TRUE(found.contains("Lead_Quality"));
  for (const char* innocent : {"Lead_Source", "Lead_Origin", "Total_Time_Spent_on_Website", "TotalVisits", "City",
                               "Specialization", "What_is_your_current_occupation", "Do_Not_Email"})
    EXPECT_FALSE(found.contains(innocent)) << innocent;
}

TEST_F(CliLearning, naiveBayesReachesWhatCrmsReachOnTheCourseLeads) {
  const std::string course = shared("x-education/Leads.csv");
  if (course.empty()) return;
  ASSERT_EQ(run({"load", course, "--no-score"}).code, 0);
  const Json judged = run({"evaluate", "--method", "frequency", "--json"}).json();
  EXPECT_EQ(judged.at("rows"), 9240);
  EXPECT_EQ(judged.at("positives"), 3561);
  EXPECT_GE(judged.at("auc"), 0.9633);
}

}  // namespace
}  // namespace leadlight
