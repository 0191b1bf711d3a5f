#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <numeric>

#include "model/frame/frame_reader.h"
#include "model/load/loader.h"
#include "scoring/evaluate/evaluate.h"
#include "scoring/ledger.h"
#include "scoring/scorecard_json.h"
#include "scoring/train/binned.h"
#include "scoring/train/boost_step.h"
#include "scoring/train/calibration.h"
#include "scoring/train/pairs.h"
#include "scoring/train/stacking.h"
#include "tests/scoring/learning_support.h"

namespace leadlight {
namespace {

using test::madeLeads;
using test::MadeLeads;
using test::shareColumn;

Result<Trained> boosted(const MadeLeads& made, unsigned threads = 0, std::uint64_t seed = 1) {
  TrainOptions options;
  options.threads = threads;
  options.seed = seed;
  return trainScorecard(made.frame, made.target, {}, options, {});
}

// Leads that convert when two columns agree, of which neither says anything alone.
MadeLeads agreeingLeads(std::size_t rows, unsigned seed) {
  MadeLeads made = madeLeads(rows, seed, 0);
  std::mt19937_64 random(seed);
  TextColumnBuilder left, won;
  std::vector<double> right;
  for (std::size_t i = 0; i < rows; ++i) {
    const bool a = random() % 2 == 0, b = random() % 2 == 0;
    left.append(a ? "yes" : "no");
    right.push_back(static_cast<double>(random() % 1000) + (b ? 1000 : 0));
    won.append((random() % 100 < (a == b ? 80U : 20U)) ? "yes" : "no");
  }
  made.frame = made.frame.with({shareColumn(std::move(left).finish("Left", "Left", {})),
                                shareColumn(Column::decimals("Right", "Right", std::move(right))),
                                shareColumn(std::move(won).finish("Won", "Won", {}))});
  return made;
}

TEST(Boosted, findsTwoColumnsThatSpeakOnlyTogether) {
  const MadeLeads made = agreeingLeads(1500, 3);
  const Result<Trained> trained = boosted(made);
  ASSERT_TRUE(trained) << trained.error().what;
  const auto grid = std::find_if(trained->scorecard.terms.begin(), trained->scorecard.terms.end(),
                                 [](const Term& term) { return std::holds_alternative<GridTerm>(term.kind); });
  ASSERT_NE(grid, trained->scorecard.terms.end());
  EXPECT_EQ(grid->name, "Left x Right");
  const Result<Scores> scores = applyScorecard(trained->scorecard, made.frame, {});
  ASSERT_TRUE(scores) << scores.error().what;
  const Result<Outcomes> outcomes = outcomesOf(made.frame, made.target);
  std::vector<std::uint32_t> all(made.frame.rows());
  std::iota(all.begin(), all.end(), 0U);
  EXPECT_GT(judgedOn(*scores, *outcomes, all).metrics.auc, 0.77);
}

// Two numbers of which the signs must agree: no even cut of an odd number of bins falls on zero.
TEST(Boosted, aGridIsCutWhereItsColumnsBeginToActOtherwise) {
  MadeLeads made = madeLeads(4000, 12, 0);
  std::mt19937_64 random(12);
  std::vector<double> left, right;
  TextColumnBuilder won;
  for (std::size_t i = 0; i < made.frame.rows(); ++i) {
    left.push_back(static_cast<double>(random() % 2001) - 1000);
    right.push_back(static_cast<double>(random() % 2001) - 1000);
    won.append(random() % 100 < ((left.back() > 0) == (right.back() > 0) ? 85U : 15U) ? "yes" : "no");
  }
  made.frame = made.frame.with({shareColumn(Column::decimals("Left", "Left", std::move(left))),
                                shareColumn(Column::decimals("Right", "Right", std::move(right))),
                                shareColumn(std::move(won).finish("Won", "Won", {}))});
  const Result<Trained> trained = boosted(made);
  ASSERT_TRUE(trained);
  for (const Term& term : trained->scorecard.terms) {
    if (term.name != "Left x Right") continue;
    const auto& grid = std::get<GridTerm>(term.kind);
    for (const GridAxis& axis : {grid.rows, grid.columns})
      EXPECT_TRUE(std::any_of(axis.edges.begin(), axis.edges.end(), [](double edge) { return std::fabs(edge) < 30; }));
    return;
  }
  FAIL() << "no grid";
}

TEST(Boosted, givesTheSameFileForAnyNumberOfThreadsAndAnotherForAnotherSeed) {
  const MadeLeads made = agreeingLeads(800, 4);
  const auto one = boosted(made, 1), two = boosted(made, 2), other = boosted(made, 2, 9);
  ASSERT_TRUE(one && two && other);
  EXPECT_EQ(toJson(one->scorecard), toJson(two->scorecard));
  EXPECT_NE(toJson(one->scorecard), toJson(other->scorecard));
}

TEST(Boosted, theLedgerOfEveryLeadAddsUpToItsScore) {
  const MadeLeads made = agreeingLeads(700, 5);
  const Result<Trained> trained = boosted(made);
  ASSERT_TRUE(trained);
  const Result<Scores> scores = applyScorecard(trained->scorecard, made.frame, {});
  ASSERT_TRUE(scores);
  for (std::size_t row = 0; row < made.frame.rows(); ++row) {
    const Result<Ledger> ledger = ledgerOf(trained->scorecard, made.frame, row);
    ASSERT_TRUE(ledger);
    double sum = ledger->base;
    for (const LedgerLine& line : ledger->lines) sum += line.points;
    ASSERT_EQ(sum, scores->points[row]) << row;
  }
}

TEST(Boosted, everyTermAddsNothingOnAverageAndItsSupportCountsTheLeads) {
  const Result<Trained> trained = boosted(agreeingLeads(900, 6));
  ASSERT_TRUE(trained);
  ASSERT_FALSE(trained->scorecard.terms.empty());
  for (const Term& term : trained->scorecard.terms) {
    ASSERT_EQ(term.support.rows.size(), term.slotCount()) << term.name;
    ASSERT_EQ(term.support.errors.size(), term.slotCount());
    std::uint64_t rows = 0, positives = 0;
    for (const std::uint64_t n : term.support.rows) rows += n;
    for (const std::uint64_t n : term.support.positives) positives += n;
    EXPECT_EQ(rows, 900U);
    EXPECT_EQ(positives, trained->positives);
    const auto* grid = std::get_if<GridTerm>(&term.kind);
    if (grid == nullptr) continue;
    double mean = 0;
    for (std::size_t cell = 0; cell < grid->points.size(); ++cell)
      mean += grid->points[cell] * static_cast<double>(term.support.rows[cell]) / 900;
    EXPECT_NEAR(mean, 0, 1e-3) << term.name;
  }
}

TEST(Boosted, pointsRiseWhenAskedEvenWhereTheLeadsSayOtherwise) {
  const MadeLeads made = madeLeads(900, 7);
  for (const Direction direction : {Direction::Rising, Direction::Falling}) {
    TrainOptions options;
    options.monotone = {{"Visits", direction}};
    const Result<Trained> trained = trainScorecard(made.frame, made.target, {}, options, {});
    ASSERT_TRUE(trained);
    for (const Term& term : trained->scorecard.terms) {
      if (term.name != "Visits") continue;
      std::vector<double> points = std::get<StepsTerm>(term.kind).points;
      if (direction == Direction::Falling) std::reverse(points.begin(), points.end());
      EXPECT_TRUE(std::is_sorted(points.begin(), points.end()));
    }
  }
}

TEST(Boosted, noiseGivesTheBaseRate) {
  for (const unsigned seed : {21U, 22U, 23U}) {
    const MadeLeads made = madeLeads(1500, seed, 0);
    const Result<Trained> trained = boosted(made);
    ASSERT_TRUE(trained);
    const Result<Scores> scores = applyScorecard(trained->scorecard, made.frame, {});
    const double rate = static_cast<double>(trained->positives) / 1500;
    double off = 0;
    for (const double p : scores->probability) off += std::fabs(p - rate) / 1500;
    EXPECT_LT(off, 0.02) << seed;
  }
}

TEST(Boosted, noiseOfManyPairsGivesTheBaseRateAlone) {
  for (const unsigned seed : {31U, 32U, 33U}) {
    MadeLeads made = madeLeads(4000, seed, 0);
    std::mt19937_64 random(seed);
    for (int i = 0; i < 8; ++i) {
      std::vector<double> values(made.frame.rows());
      for (double& value : values) value = static_cast<double>(random() % 1000);
      const std::string name = "Chance" + std::to_string(i);
      made.frame = made.frame.with({shareColumn(Column::decimals(name, name, std::move(values)))});
    }
    const Result<Trained> trained = boosted(made);
    ASSERT_TRUE(trained);
    EXPECT_TRUE(trained->scorecard.terms.empty()) << seed;
  }
}

TEST(Boosted, aColumnThatIsNotLearnedYetMakesNoPair) {
  const MadeLeads made = madeLeads(3000, 34);
  const Progress progress;
  Crew crew(1, progress);
  const auto data = trainingData(made.frame, made.target, {}, {}, {}, crew);
  ASSERT_TRUE(data);
  LeftOutScores left;
  for (std::uint32_t i = 0; i < data->rows.size(); ++i) left.rows.push_back(i);
  left.converted = data->converted;
  const double base = std::log(data->baseRate() / (1 - data->baseRate()));
  left.points.assign(left.rows.size(), base);
  std::vector<std::size_t> columns(data->columns.size());
  std::iota(columns.begin(), columns.end(), 0U);
  for (const ColumnPair& pair : strongestPairs(*data, columns, left, 40, 1, crew)) EXPECT_LT(pair.gain, 5);
}

TEST(Boosted, stopsWithinAFewRoundsWhenAsked) {
  int asked = 0;
  Progress progress;
  progress.isCancelled = [&] { return ++asked > 20; };
  const MadeLeads made = madeLeads(600, 8);
  TrainOptions options;
  const Result<Trained> trained = trainScorecard(made.frame, made.target, {}, options, progress);
  ASSERT_FALSE(trained);
  EXPECT_EQ(trained.error().code, Errc::Interrupted);
}

TEST(Boosted, awkwardFilesGiveAScorecardOrASentence) {
  std::vector<MadeLeads> files{madeLeads(30, 1), madeLeads(30, 2), madeLeads(12, 3), madeLeads(40, 4, 30)};
  MadeLeads oneClass = madeLeads(100, 5);
  oneClass.target.positives = {"never"};
  files.push_back(oneClass);
  MadeLeads wide = madeLeads(6000, 6);
  TextColumnBuilder many, blank, same;
  std::vector<double> huge;
  for (int i = 0; i < 6000; ++i) {
    many.append("v" + std::to_string(i * 7919 % 5000));
    blank.append("");
    same.append("x");
    huge.push_back(i % 2 == 0 ? 1e300 : i % 3 == 0 ? -1e300 : std::nan(""));
  }
  wide.frame = wide.frame.with({shareColumn(std::move(many).finish("Many", "Same label", {})),
                                shareColumn(std::move(blank).finish("Blank", "Blank", {})),
                                shareColumn(std::move(same).finish("Same", "Same label", {})),
                                shareColumn(Column::decimals("Huge", "Same label", std::move(huge)))});
  files.push_back(wide);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Result<Trained> trained = boosted(files[i]);
    if (!trained) {
      EXPECT_EQ(trained.error().code, Errc::NotTrainable) << i;
      EXPECT_TRUE(trained.error().what.ends_with(".")) << i;
      continue;
    }
    const Result<Scorecard> read = parseScorecard(toJson(trained->scorecard), "made");
    ASSERT_TRUE(read) << i << ": " << read.error().where << " " << read.error().what;
    const Result<Scores> scores = applyScorecard(*read, files[i].frame, {});
    ASSERT_TRUE(scores) << i << ": " << scores.error().what;
    for (const double score : scores->score) ASSERT_TRUE(std::isfinite(score)) << i;
  }
  EXPECT_FALSE(boosted(oneClass));
}

// Few leads of very many columns, each of which seems to tell a little.
TEST(Boosted, aScorecardOfFiveHundredColumnsCanBeKept) {
  std::mt19937_64 random(31);
  const auto unit = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  std::vector<double> sum(1100);
  std::vector<Frame::ColumnPtr> columns;
  for (int c = 0; c < 500; ++c) {
    std::vector<double> values;
    for (double& of : sum) of += values.emplace_back(unit()) - 0.5;
    columns.push_back(
        shareColumn(Column::decimals("C" + std::to_string(c), "C" + std::to_string(c), std::move(values))));
  }
  TextColumnBuilder won;
  for (const double of : sum) won.append(of + 4 * (unit() - 0.5) > 0 ? "yes" : "no");
  columns.push_back(shareColumn(std::move(won).finish("Won", "Won", {})));
  MadeLeads made = madeLeads(sum.size(), 31);
  made.frame = Frame(made.frame.leadIds(), std::move(columns));
  const Result<Trained> trained = boosted(made);
  ASSERT_TRUE(trained) << trained.error().what;
  EXPECT_GT(trained->scorecard.terms.size(), 300U);
  const Result<Scorecard> kept = parseScorecard(toJson(trained->scorecard), "card");
  ASSERT_TRUE(kept) << kept.error().what;
  EXPECT_EQ(kept->terms.size(), trained->scorecard.terms.size());
}

TEST(BoostStep, aMonotoneStepNeverGoesTheWrongWay) {
  std::mt19937_64 random(9);
  for (int round = 0; round < 200; ++round) {
    std::vector<Slope> slopes(12);
    for (Slope& slope : slopes)
      slope = {static_cast<double>(random() % 21) - 10, static_cast<double>(random() % 9) + 1};
    std::vector<float> change(12);
    boostStep({{12, true}, {}, Direction::Rising}, slopes, {}, change);
    EXPECT_TRUE(std::is_sorted(change.begin(), change.end() - 1));
  }
}

TEST(Binned, wholeNumbersGetABinEachAndEdgesAreRound) {
  std::vector<std::int64_t> few;
  std::vector<double> many;
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    few.push_back(i % 5);
    many.push_back(i * 0.37);
    rows.push_back(i);
  }
  const Column fewColumn = Column::integers("Few", "Few", few), manyColumn = Column::decimals("Many", "Many", many);
  EXPECT_EQ(binColumn(fewColumn, rows, {}).binned->edges, (std::vector<double>{1, 2, 3, 4}));
  const BinnedColumn binned = *binColumn(manyColumn, rows, {4, 500, 5}).binned;
  EXPECT_EQ(binned.edges.size(), 3U);
  for (std::size_t row = 0; row < 1000; ++row) {
    const std::uint16_t slot = binned.codes[row];
    EXPECT_TRUE(slot == 0 || many[row] >= binned.edges[slot - 1U]) << row;
    EXPECT_TRUE(slot == 3 || many[row] < binned.edges[slot]) << row;
  }
  for (std::size_t slot = 0; slot < 4; ++slot) EXPECT_NEAR(static_cast<double>(binned.rows[slot]), 250, 2);
}

TEST(Binned, aNumberThatNamesEachOfVeryManyLeadsIsAnIdentifier) {
  std::vector<std::int64_t> numbers(450'000), shuffled;
  std::iota(numbers.begin(), numbers.end(), 1000);
  shuffled = numbers;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937_64(4));
  std::vector<std::uint32_t> rows(numbers.size());
  std::iota(rows.begin(), rows.end(), 0U);
  const auto whyNot = [&](const char* name, std::vector<std::int64_t> values) -> std::optional<LeftOut::Why> {
    const BinOutcome outcome = binColumn(Column::integers(name, name, std::move(values)), rows, {});
    if (outcome.binned) return std::nullopt;
    return outcome.why;
  };
  EXPECT_EQ(whyNot("Entry", numbers), LeftOut::Why::Identifier);
  EXPECT_EQ(whyNot("Lead_Number", shuffled), LeftOut::Why::Identifier);
  EXPECT_EQ(whyNot("Seconds", shuffled), std::nullopt);
}

TEST(Binned, aPlaceholderIsASlotOfItsOwnAndBlankAnother) {
  TextColumnBuilder builder;
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < 60; ++i) {
    builder.append(i % 3 == 0 ? "Select" : i % 3 == 1 ? "" : i == 59 ? "rare" : "Mumbai");
    rows.push_back(i);
  }
  const Column column = std::move(builder).finish("City", "City", {"Select"});
  const BinnedColumn binned = *binColumn(column, rows, {}).binned;
  EXPECT_EQ(binned.values, (std::vector<std::string>{"Select", "Mumbai"}));
  EXPECT_EQ(binned.rows, (std::vector<std::uint64_t>{20, 19, 1, 20}));
}

TEST(Calibration, findsTheSlopeAndOffsetBehindTheOutcomes) {
  std::mt19937_64 random(10);
  std::vector<double> points;
  std::vector<std::uint8_t> converted;
  for (int i = 0; i < 40000; ++i) {
    points.push_back(static_cast<double>(random() % 8001) / 1000 - 4);
    const double share = static_cast<double>(random() >> 11) * 0x1p-53;
    converted.push_back(share < probabilityOf(0.3 + 0.5 * points.back()) ? 1 : 0);
  }
  const Calibration found = calibrated(points, converted);
  EXPECT_NEAR(found.slope, 0.5, 0.03);
  EXPECT_NEAR(found.offset, 0.3, 0.05);
}

// One term tells twice what it should, one half, one nothing at all.
TEST(Stacking, weighsEachTermByWhatItIsWorthOnLeadsItHasNotSeen) {
  std::mt19937_64 random(12);
  std::vector<std::vector<float>> points(3);
  std::vector<std::uint8_t> converted;
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < 8000; ++i) {
    for (auto& term : points) term.push_back(static_cast<float>(random() % 4001) / 1000 - 2);
    const double truth = -0.5 + 0.5 * static_cast<double>(points[0][i]) + 2 * static_cast<double>(points[1][i]);
    const double share = static_cast<double>(random() >> 11) * 0x1p-53;
    converted.push_back(share < probabilityOf(truth) ? 1 : 0);
    rows.push_back(i);
  }
  const Progress progress;
  Crew crew(1, progress);
  const auto found = stacked(-0.5, points, converted, rows, 1, crew);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->weights[0], 0.5, 0.1);
  EXPECT_NEAR(found->weights[1], 2, 0.2);
  EXPECT_NEAR(found->weights[2], 0, 0.1);
  EXPECT_GE(found->weights[2], 0);
  EXPECT_NEAR(found->offset, 0, 0.15);
}

// The second term says what the first one says, and a little besides: it would count the wrong way round, so that it
// does not count at all, and the first one counts as it does alone.
TEST(Stacking, aTermThatWouldCountTheWrongWayRoundLeavesTheOthersRight) {
  std::mt19937_64 random(13);
  std::vector<std::vector<float>> points(2);
  std::vector<double> first;
  std::vector<std::uint8_t> converted;
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < 8000; ++i) {
    first.push_back(static_cast<double>(random() % 4001) / 1000 - 2);
    const double second = first.back() + static_cast<double>(random() % 2001) / 1000 - 1;
    points[0].push_back(static_cast<float>(first.back()));
    points[1].push_back(static_cast<float>(second));
    const double share = static_cast<double>(random() >> 11) * 0x1p-53;
    converted.push_back(share < probabilityOf(1.5 * first.back() - second) ? 1 : 0);
    rows.push_back(i);
  }
  const Progress progress;
  Crew crew(1, progress);
  const auto found = stacked(0, points, converted, rows, 1, crew);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->weights[1], 0);
  EXPECT_NEAR(found->weights[0], calibrated(first, converted).slope, 0.01);
}

struct Reached {
  Method method;
  double auc, logLoss;
};

// One fifth of the leads is judged by a card learned from the others. The log-loss of a frequency that does nothing
// about columns that say the same is 0.19.
TEST(Learned, ranksThePublicLeadsWell) {
  const std::filesystem::path file = std::filesystem::path(LEADLIGHT_SHARED) / "data/x-education/Leads.csv";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "the public leads are not here";
  auto store = Store::open(":memory:", Store::Mode::ReadWrite);
  ASSERT_TRUE(store && loadFile(*store, file, {}, {}));
  const Result<Frame> frame = readFrame(*store, "leads", {}, {});
  ASSERT_TRUE(frame);
  std::vector<std::uint32_t> learned, judged;
  for (std::uint32_t row = 0; row < frame->rows(); ++row) {
    if (row % 5 == 0)
      judged.push_back(row);
    else
      learned.push_back(row);
  }
  const Target target{"Converted", {"1"}};
  for (const Reached& reached : {Reached{Method::Boosted, 0.981, 0.155}, Reached{Method::Frequency, 0.978, 0.168}}) {
    TrainOptions options;
    options.method = reached.method;
    options.exclude = {"Prospect ID", "Lead Number"};
    const Result<Trained> trained = trainScorecard(*frame, target, learned, options, {});
    ASSERT_TRUE(trained) << trained.error().what;
    const Metrics metrics =
        judgedOn(*applyScorecard(trained->scorecard, *frame, {}), *outcomesOf(*frame, target), judged).metrics;
    EXPECT_GT(metrics.auc, reached.auc) << nameOf(reached.method);
    EXPECT_LT(metrics.logLoss, reached.logLoss) << nameOf(reached.method);
  }
}

}  // namespace
}  // namespace leadlight
