#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "model/base/hash.h"
#include "scoring/evaluate/compare.h"
#include "scoring/evaluate/evidence.h"
#include "scoring/evaluate/insight.h"
#include "scoring/evaluate/leakage.h"
#include "scoring/evaluate/warnings.h"
#include "tests/scoring/learning_support.h"

namespace leadlight {
namespace {

using test::madeLeads;
using test::MadeLeads;

// 1 point a visit, 5 for a friend; bands A from 15, B from 8.
Scorecard visitsScorecard() {
  Scorecard scorecard;
  scorecard.name = "visits";
  scorecard.terms.push_back({"Visits", LinearTerm{"Visits", 1}});
  scorecard.terms.push_back({"Source", LookupTerm{"Source", {{"Friend", 5}}, 0, 0}});
  scorecard.bands = {{"A", 15}, {"B", 8}, {"C", -std::numeric_limits<double>::infinity()}};
  return scorecard;
}

std::vector<std::string> keysOf(std::size_t n) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < n; ++i) keys.push_back(std::to_string(i));
  return keys;
}

TEST(Partition, foldsFollowTheRuleThatAnyoneCanFollow) {
  const std::vector<std::string> keys{"", "a", "foobar", "7927b2df-8bba-4d29-b9a2-b6e0beafe620"};
  EXPECT_EQ(byFolds(keys, 5).part, (std::vector<std::uint8_t>{2, 1, 3, 2}));
  const Partition holdout = byHoldout(keys, 2);
  EXPECT_EQ(holdout.parts, 1U);
  EXPECT_EQ(holdout.judged(0).size() + holdout.teachers(0).size(), 4U);
}

TEST(Evaluate, eachLeadIsJudgedByAModelThatHasNotSeenIt) {
  const MadeLeads made = madeLeads(500, 21);
  const Partition partition = byFolds(keysOf(500), 4);
  TrainOptions options;
  options.method = Method::Frequency;
  const Result<Evaluation> evaluation = evaluateMethod(made.frame, made.target, partition, options, {});
  ASSERT_TRUE(evaluation) << evaluation.error().what;
  ASSERT_EQ(evaluation->rows.size(), 500U);
  const Result<Trained> third = trainScorecard(made.frame, made.target, partition.teachers(2), options, {});
  const Result<Scores> scores = applyScorecard(third->scorecard, made.frame, {});
  for (const std::uint32_t row : partition.judged(2)) {
    EXPECT_EQ(evaluation->probability[row], scores->probability[row]);
    EXPECT_EQ(evaluation->part[row], 2);
  }
}

// Naive Bayes counts twice what two columns both say; calibration takes it back.
TEST(Evaluate, tellsWhatCalibrationDid) {
  const MadeLeads made = madeLeads(1500, 23);
  const Partition partition = byFolds(keysOf(1500), 3);
  for (const Method method : {Method::Frequency, Method::Logistic, Method::Boosted}) {
    TrainOptions options;
    options.method = method;
    const Result<Evaluation> evaluation = evaluateMethod(made.frame, made.target, partition, options, {});
    ASSERT_TRUE(evaluation) << evaluation.error().what;
    EXPECT_TRUE(evaluation->eceBefore > 0 && evaluation->eceBefore < 0.2) << nameOf(method);
    EXPECT_NE(evaluation->eceBefore, evaluation->metrics.ece) << nameOf(method);
    EXPECT_LT(evaluation->metrics.logLoss, evaluation->logLossBefore + 0.003) << nameOf(method);
  }
}

TEST(Evaluate, byTimeTheNewestAreJudgedByTheOlder) {
  MadeLeads made = madeLeads(500, 22);
  std::vector<std::int64_t> seconds;
  for (int i = 0; i < 500; ++i) seconds.push_back(86400 * (i * 7 % 500));
  made.frame = made.frame.with({test::shareColumn(Column::dates("Created", "Created", seconds))});
  const Result<Partition> partition = byTime(made.frame, "Created");
  ASSERT_TRUE(partition);
  TrainOptions options;
  options.method = Method::Logistic;
  const Result<Evaluation> evaluation = evaluateMethod(made.frame, made.target, *partition, options, {});
  ASSERT_TRUE(evaluation) << evaluation.error().what;
  EXPECT_EQ(evaluation->rows.size(), 100U);
  for (const std::uint32_t row : evaluation->rows) EXPECT_GE(seconds[row], 86400 * 400);
  EXPECT_FALSE(byTime(made.frame, "Visits"));
  EXPECT_FALSE(byTime(made.frame, "Nothing"));
}

// All columns tell equally well, well enough for a name to raise suspicion and too little to do so alone.
std::set<std::string> suspectsByName(const std::vector<std::string>& names) {
  MadeLeads made = madeLeads(1000, 24, 0);
  const Column* won = made.frame.find("Won");
  std::vector<Frame::ColumnPtr> columns;
  for (const std::string& name : names) {
    TextColumnBuilder told;
    for (std::size_t row = 0; row < 1000; ++row) told.append((won->textAt(row) == "yes") == (row % 5 != 0) ? "a" : "b");
    columns.push_back(test::shareColumn(std::move(told).finish(name, name, {})));
  }
  made.frame = made.frame.with(std::move(columns));
  std::set<std::string> suspects;
  const auto reports = findLeakage(made.frame, made.target, {}, {});
  EXPECT_TRUE(reports);
  for (const ColumnReport& report : *reports)
    if (std::find(report.signs.begin(), report.signs.end(), Sign::NameTells) != report.signs.end())
      suspects.insert(report.column);
  return suspects;
}

TEST(Leakage, aNameTellsOfTheOutcomeInSeveralLanguages) {
  const std::vector<std::string> telling = {"Date Closed",
                                            "Lost_Reason",
                                            "contractSigned",
                                            "Fecha_de_cierre",
                                            "fechaCierre",
                                            "Motivo de p\xC3\xA9rdida",
                                            "Contrato firmado",
                                            "Ganada",
                                            "Pago",
                                            "Duraci\xC3\xB3n",
                                            "DURACI\xC3\x93N",
                                            "Date de cl\xC3\xB4ture",
                                            "Dur\xC3\xA9"
                                            "e de l'appel",
                                            "Sign\xC3\xA9",
                                            "Vertrag",
                                            "Abschlussdatum",
                                            "Grund",
                                            "Gek\xC3\xBCndigt",
                                            "Data_fechamento",
                                            "Pagamento",
                                            "Ganho"};
  EXPECT_EQ(suspectsByName(telling), (std::set<std::string>{telling.begin(), telling.end()}));
}

TEST(Leakage, aWordThatOnlyContainsAnotherIsNoHint) {
  EXPECT_EQ(suspectsByName({"Wonder", "Disclosure", "Background", "Pagoda", "Region", "Designed for", "Page_Views",
                            "Landing Page", "Motion", "Groundfloor", "Company", "Campaign", "Fecha_de_alta"}),
            (std::set<std::string>{}));
}

TEST(Leakage, aColumnWrittenAfterTheOutcomeIsNamedAndInnocentOnesAreNot) {
  MadeLeads made = madeLeads(1000, 23);
  const Column* won = made.frame.find("Won");
  TextColumnBuilder status, closed, always;
  std::vector<std::int64_t> number, calls;
  for (std::size_t row = 0; row < 1000; ++row) {
    const bool yes = won->textAt(row) == "yes";
    status.append(yes != (row % 17 == 0) ? "In talks" : "Asleep");
    closed.append(yes && row % 3 == 0 ? "2024" + std::to_string(row % 12) : "");
    always.append(row == 5 ? "y" : "x");
    number.push_back(static_cast<std::int64_t>(row) + 660000);
  }
  made.frame = made.frame.with({test::shareColumn(std::move(status).finish("Status", "Status", {})),
                                test::shareColumn(std::move(closed).finish("Signed", "Signed", {})),
                                test::shareColumn(std::move(always).finish("Always", "Always", {})),
                                test::shareColumn(Column::integers("Lead_Number", "Lead Number", number))});
  const auto reports = findLeakage(made.frame, made.target, {"Noise"}, {});
  ASSERT_TRUE(reports) << reports.error().what;
  std::map<std::string, std::set<Sign>> signs;
  std::set<std::string> suspects;
  for (const ColumnReport& report : *reports) {
    signs[report.column] = {report.signs.begin(), report.signs.end()};
    if (report.isSuspect()) suspects.insert(report.column);
    for (const Sign sign : report.signs) EXPECT_TRUE(sentenceOf(report, sign).ends_with("."));
  }
  EXPECT_TRUE(signs.at("Status").contains(Sign::RanksTooWell));
  EXPECT_TRUE(signs.at("Signed").contains(Sign::FillTellsOutcome));
  EXPECT_TRUE(signs.at("Noise").contains(Sign::MarkedAfterContact));
  EXPECT_TRUE(signs.at("Always").contains(Sign::NearlyConstant));
  EXPECT_TRUE(signs.at("Lead_Number").contains(Sign::Identifier));
  EXPECT_EQ(suspects, (std::set<std::string>{"Status", "Signed", "Noise"}));
  EXPECT_EQ(warningsOnColumns({"Source", "Status"}, *reports).size(), 1U);
}

TEST(Warnings, aRankingByChanceIsSaidInsteadOfTheOrderOfItsBands) {
  Evaluation evaluation;
  evaluation.auc = {.value = 0.51, .low = 0.48, .high = 0.54};
  const std::vector<BandConversion> falling = {{{"A", 1}, 100, 10}, {{"B", 0}, 100, 20}};
  const auto kindsOf = [&] {
    std::vector<Warning::Kind> kinds;
    for (const Warning& warning : warningsOnFigures(evaluation, falling, {})) kinds.push_back(warning.kind);
    return kinds;
  };
  EXPECT_EQ(kindsOf(), std::vector{Warning::Kind::NoBetterThanChance});
  evaluation.auc = {.value = 0.6, .low = 0.55, .high = 0.65};
  EXPECT_EQ(kindsOf(), std::vector{Warning::Kind::BandsNotMonotonic});
}

TEST(Target, oneThatIsNoOutcomeIsSaid) {
  const MadeLeads made = madeLeads(400, 24);
  const auto faultsOf = [&](const Target& target) { return checkTarget(made.frame, target)->faults; };
  EXPECT_TRUE(faultsOf(made.target).empty());
  EXPECT_EQ(faultsOf({"Gap", {"1"}}).front(), TargetFault::ManyValues);
  EXPECT_EQ(faultsOf({"Won", {"maybe"}}), std::vector<TargetFault>{TargetFault::NoPositives});
  EXPECT_EQ(faultsOf({"Won", {"yes", "no"}}), std::vector<TargetFault>{TargetFault::OnlyPositives});
  EXPECT_EQ(obviousPositive(*made.frame.find("Won")), "yes");
  EXPECT_EQ(obviousPositive(*made.frame.find("Source")), std::nullopt);
  EXPECT_FALSE(checkTarget(made.frame, {"Nothing", {"1"}}));
}

TEST(Compare, tellsWhoIsBetterWhoMovesBandAndWhy) {
  const MadeLeads made = madeLeads(800, 25);
  const Scorecard champion = visitsScorecard();
  Scorecard challenger = champion;
  std::get<LookupTerm>(challenger.terms[1].kind).points = {{"Friend", 10}, {"Ads", -7}};
  const auto comparison = compareScorecards(champion, challenger, made.frame, made.target, {}, 5, {});
  ASSERT_TRUE(comparison) << comparison.error().what;
  EXPECT_NEAR(comparison->aucDifference.value, comparison->challenger.metrics.auc - comparison->champion.metrics.auc,
              1e-12);
  EXPECT_GT(comparison->aucDifference.low, 0) << "the challenger knows of Ads";
  EXPECT_TRUE(std::isnan(comparison->lossDifference.value));
  std::uint64_t leads = 0;
  for (const auto& row : comparison->leads)
    for (const std::uint64_t cell : row) leads += cell;
  EXPECT_EQ(leads, 800U);
  ASSERT_EQ(comparison->movers.size(), 5U);
  const Mover& first = comparison->movers.front();
  ASSERT_FALSE(first.ledger.empty());
  EXPECT_EQ(first.ledger.front().columns, "Source");
  double difference = 0;
  for (const LedgerDifference& line : first.ledger) difference += line.challenger - line.champion;
  EXPECT_NEAR(difference, first.challengerScore - first.championScore, 1e-9);
}

TEST(Compare, aScorecardMovesNobodyAgainstItself) {
  const MadeLeads made = madeLeads(300, 26);
  const auto comparison = compareScorecards(visitsScorecard(), visitsScorecard(), made.frame, made.target, {}, 5, {});
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->aucDifference.high, 0);
  EXPECT_TRUE(comparison->movers.empty());
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) EXPECT_TRUE(i == j || comparison->leads[i][j] == 0);
}

TEST(Evidence, countsTheLeadsOfEverySlot) {
  const MadeLeads made = madeLeads(500, 27);
  Scorecard scorecard = visitsScorecard();
  scorecard.terms.push_back({"Steps", StepsTerm{"Gap", {0.5}, {1, 2}, 3}});
  scorecard.terms.push_back({"Many", RuleTerm{*parseFilter("Visits >= 18"), 4}});
  const auto outcomes = outcomesIfAny(made.frame, made.target);
  ASSERT_TRUE(outcomes);
  const auto evidence = evidenceOfTerms(scorecard, made.frame, *outcomes, {});
  ASSERT_TRUE(evidence) << evidence.error().what;
  ASSERT_EQ(evidence->size(), 4U);
  std::uint64_t friends = 0, friendsWon = 0, low = 0, many = 0;
  for (std::size_t row = 0; row < 500; ++row) {
    const bool isFriend = made.frame.find("Source")->textAt(row) == "Friend";
    friends += isFriend ? 1U : 0U;
    friendsWon += isFriend && made.frame.find("Won")->textAt(row) == "yes" ? 1U : 0U;
    low += made.frame.find("Gap")->number(row) < 0.5 ? 1U : 0U;
    many += made.frame.find("Visits")->number(row) >= 18 ? 1U : 0U;
  }
  EXPECT_EQ((*evidence)[1][0].leads, friends);
  EXPECT_EQ((*evidence)[1][0].converted, friendsWon);
  EXPECT_EQ((*evidence)[2][0].leads, low);
  EXPECT_EQ((*evidence)[3][1].leads, many);
  for (const auto& slots : *evidence) {
    std::uint64_t all = 0;
    for (const SlotEvidence& slot : slots) all += slot.leads;
    EXPECT_EQ(all, 500U);
  }
}

TEST(Evidence, conversionIsThatOfTheLeadsWhoseOutcomeIsKnown) {
  MadeLeads made = madeLeads(400, 29);
  TextColumnBuilder won;
  std::uint64_t known = 0, converted = 0;
  for (std::size_t row = 0; row < 400; ++row) {
    const std::string outcome = row % 4 == 0 ? "" : made.frame.find("Won")->textAt(row);
    known += outcome.empty() ? 0U : 1U;
    converted += outcome == "yes" ? 1U : 0U;
    won.append(outcome);
  }
  made.frame = made.frame.with({test::shareColumn(std::move(won).finish("Won", "Won", {}))});
  const auto outcomes = outcomesIfAny(made.frame, made.target);
  ASSERT_TRUE(outcomes);
  const std::vector<std::uint32_t> together(400, 1);
  const SlotEvidence slot = evidenceBySlot(together, 2, *outcomes)[1];
  EXPECT_EQ(slot.leads, 400U);
  EXPECT_EQ(slot.known, known);
  EXPECT_EQ(slot.converted, converted);
  EXPECT_EQ(slot.rate().rate, static_cast<double>(converted) / static_cast<double>(known));
  EXPECT_EQ(evidenceBySlot(together, 2, *outcomesIfAny(made.frame, std::nullopt))[1].known, 0U);
}

TEST(Rules, deadAndOverlappingOnesAreFound) {
  const MadeLeads made = madeLeads(400, 28);
  Scorecard scorecard;
  scorecard.terms.push_back({"some", RuleTerm{*parseFilter("Visits >= 10"), 4}});
  scorecard.terms.push_back({"nearly the same", RuleTerm{*parseFilter("Visits >= 11"), 4}});
  scorecard.terms.push_back({"dead", RuleTerm{*parseFilter("Visits > 99"), 4}});
  scorecard.terms.push_back({"other", RuleTerm{*parseFilter("Visits < 3"), 4}});
  const auto reports = reportOnRules(scorecard, made.frame);
  ASSERT_TRUE(reports);
  ASSERT_EQ(reports->rules.size(), 4U);
  EXPECT_TRUE(reports->rules[2].isDead());
  EXPECT_FALSE(reports->rules[0].isDead());
  ASSERT_EQ(reports->overlaps.size(), 1U);
  EXPECT_EQ(reports->overlaps[0].a, 0U);
  EXPECT_EQ(reports->overlaps[0].b, 1U);
  EXPECT_EQ(reports->overlaps[0].shareOfB, 1);
  EXPECT_EQ(reports->uncovered + reports->rules[0].leads + reports->rules[3].leads, 400U);
}

TEST(SimilarLeads, agreeWithLookingAtEveryLedger) {
  const MadeLeads made = madeLeads(300, 29);
  const Scorecard scorecard = visitsScorecard();
  const auto similar = similarLeads(scorecard, made.frame, made.target, made.frame, 17, 10, {});
  ASSERT_TRUE(similar) << similar.error().what;
  const Result<Ledger> own = ledgerOf(scorecard, made.frame, 17);
  std::vector<std::pair<double, std::uint32_t>> all;
  std::uint64_t alike = 0;
  for (std::uint32_t row = 0; row < 300; ++row) {
    if (row == 17) continue;
    const Result<Ledger> other = ledgerOf(scorecard, made.frame, row);
    double distance = 0;
    for (std::size_t t = 0; t < own->lines.size(); ++t)
      distance += std::fabs(own->lines[t].points - other->lines[t].points);
    alike += distance == 0 ? 1U : 0U;
    all.emplace_back(distance, 300 - row);
  }
  std::sort(all.begin(), all.end());
  ASSERT_EQ(similar->nearest.size(), 10U);
  for (std::size_t i = 0; i < 10; ++i) {
    EXPECT_EQ(similar->nearest[i].distance, all[i].first);
    EXPECT_EQ(similar->nearest[i].row, 300 - all[i].second);
  }
  EXPECT_EQ(similar->alike, alike);
}

TEST(NextBand, oneColumnIsChangedWhereOneIsEnoughAndByAsLittleAsCanBe) {
  const MadeLeads made = madeLeads(500, 30);
  const Scorecard scorecard = visitsScorecard();
  const auto lead = [&](const char* source, const char* visits) {
    return *frameOfOne({{"Source", source}, {"Visits", visits}}, made.frame, {});
  };
  const auto far = nextBandStep(scorecard, made.frame, lead("Ads", "10"), 0, {"Source", "Visits"});
  ASSERT_TRUE(far && *far);
  EXPECT_EQ((*far)->band, "A");
  EXPECT_GE((*far)->score, 15);
  ASSERT_EQ((*far)->changes.size(), 1U);
  const auto visits = nextBandStep(scorecard, made.frame, lead("Ads", "5"), 0, {"Visits"});
  ASSERT_TRUE(visits && *visits);
  EXPECT_EQ((*visits)->changes.at(0).from, "5");
  EXPECT_EQ((*visits)->changes.at(0).to, "8");
  const auto source = nextBandStep(scorecard, made.frame, lead("Ads", "5"), 0, {"Source"});
  ASSERT_TRUE(source && *source);
  EXPECT_EQ((*source)->changes.at(0).to, "Friend");
  EXPECT_FALSE(*nextBandStep(scorecard, made.frame, lead("Ads", "0"), 0, {"Source"})) << "5 points do not do it";
  EXPECT_FALSE(*nextBandStep(scorecard, made.frame, lead("Friend", "18"), 0, {"Visits"})) << "there is none better";
  EXPECT_FALSE(nextBandStep(scorecard, made.frame, lead("Ads", "0"), 0, {"Nothing"}));
}

TEST(Reasons, namesWhatSpeaksForAndAgainst) {
  Ledger ledger;
  for (const double points : {0.5, -2.0, 3.0, 0.0, -0.1}) ledger.lines.push_back({"", "", "", false, points});
  const Reasons reasons = reasonsOf(ledger, 2);
  EXPECT_EQ(reasons.up, (std::vector<std::size_t>{2, 0}));
  EXPECT_EQ(reasons.down, (std::vector<std::size_t>{1, 4}));
}

}  // namespace
}  // namespace leadlight
