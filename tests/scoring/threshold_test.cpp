#include "scoring/evaluate/threshold.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace leadlight {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// Scores 1000 down to 1; a lead of score s wins when s > 900, or s > 500 and s is even.
Ranking thousand() {
  std::vector<double> score;
  std::vector<std::uint8_t> won;
  for (int s = 1; s <= 1000; ++s) {
    score.push_back(s);
    won.push_back(s > 900 || (s > 500 && s % 2 == 0) ? 1 : 0);
  }
  return Ranking(score, won);
}

TEST(Threshold, aListTellsItsLengthItsWinsAndItsMoney) {
  const CallList list = callListAt(thousand(), 801, {100, 10});
  EXPECT_EQ(list.calls, 200U);
  EXPECT_EQ(list.confusion.truePositives, 150U);
  EXPECT_EQ(list.confusion.falseNegatives, 150U);
  EXPECT_DOUBLE_EQ(list.precision, 0.75);
  EXPECT_DOUBLE_EQ(list.recall, 0.5);
  EXPECT_DOUBLE_EQ(list.lift, 0.75 / 0.3);
  EXPECT_DOUBLE_EQ(list.money, 150 * 100 - 200 * 10);
  EXPECT_EQ(callListAt(thousand(), 1001, {100, 10}).calls, 0U);
}

TEST(Threshold, aCapacityIsNeverExceeded) {
  EXPECT_EQ(thresholdForCalls(thousand(), 40), 961);
  EXPECT_EQ(thresholdForCalls(thousand(), 5000), 1);
  const std::vector<double> tied{5, 5, 5, 1};
  const Ranking ranking(tied, std::vector<std::uint8_t>{1, 0, 1, 0});
  EXPECT_EQ(thresholdForCalls(ranking, 2), infinity);
  EXPECT_EQ(thresholdForCalls(ranking, 3), 5);
}

TEST(Threshold, aPrecisionGivesTheLongestListThatKeepsIt) {
  const Ranking ranking = thousand();
  const auto threshold = thresholdForPrecision(ranking, 0.75);
  ASSERT_TRUE(threshold);
  EXPECT_GE(callListAt(ranking, *threshold, {}).precision, 0.75);
  EXPECT_LT(callListAt(ranking, *threshold - 1, {}).precision, 0.75);
  EXPECT_FALSE(thresholdForPrecision(ranking, 1.01));
  EXPECT_FALSE(thresholdForPrecision(ranking, 1, 500));
}

TEST(Threshold, mostMoneyIsBeatenByNoOtherThreshold) {
  const Ranking ranking = thousand();
  for (const Economics& economics : {Economics{100, 10}, Economics{100, 60}, Economics{100, 99}}) {
    const double best = callListAt(ranking, mostMoney(ranking, economics), economics).money;
    for (double threshold = 0.5; threshold < 1002; threshold += 1)
      EXPECT_LE(callListAt(ranking, threshold, economics).money, best);
  }
  EXPECT_EQ(mostMoney(ranking, {100, 200}), infinity);
}

TEST(Threshold, bandsFollowCapacityOrPrecision) {
  const Ranking ranking = thousand();
  const std::vector<std::uint64_t> calls{40, 60};
  const std::vector<Band> byCalls = bandsByCapacity(ranking, calls);
  ASSERT_EQ(byCalls.size(), 3U);
  EXPECT_EQ(byCalls[0], (Band{"A", 961}));
  EXPECT_EQ(byCalls[1], (Band{"B", 901}));
  EXPECT_EQ(byCalls[2], (Band{"C", -infinity}));
  const std::vector<double> shares{0.95, 0.5};
  const std::vector<Band> byShare = bandsByPrecision(ranking, shares);
  ASSERT_EQ(byShare.size(), 3U);
  const Ranking::Step a = ranking.from(byShare[0].from), b = ranking.from(byShare[1].from);
  EXPECT_GE(static_cast<double>(a.won) / static_cast<double>(a.leads), 0.95);
  EXPECT_GE(static_cast<double>(b.won - a.won) / static_cast<double>(b.leads - a.leads), 0.5);
  EXPECT_EQ(bandsByPrecision(ranking, std::vector<double>{1.5}).size(), 1U);
}

TEST(Threshold, leadsPerDayComesFromTheDates) {
  std::vector<std::int64_t> seconds;
  for (int i = 0; i <= 100; ++i) seconds.push_back(i * 8640);  // ten a day
  EXPECT_NEAR(*leadsPerDay(Column::dates("Created", "Created", seconds)), 10.1, 1e-9);
  EXPECT_FALSE(leadsPerDay(Column::dates("Created", "Created", {5, Column::missingInteger})));
}

}  // namespace
}  // namespace leadlight
