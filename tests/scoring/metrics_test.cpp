#include "scoring/evaluate/metrics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "scoring/evaluate/curves.h"

namespace leadlight {
namespace {

struct Sample {
  std::vector<double> probability;
  std::vector<std::uint8_t> won;
};

// 500 leads with many equal probabilities, made so that any language can make them again.
Sample knownSample() {
  std::uint64_t state = 12345;
  const auto next = [&] {
    state = (state * 1103515245 + 12345) % 2147483648;
    return static_cast<double>(state) / 2147483648.0;
  };
  Sample sample;
  for (int i = 0; i < 500; ++i) {
    const double a = next(), b = next();
    const double p = std::clamp(std::nearbyint(a * 50) / 50, 0.02, 0.98);
    sample.probability.push_back(p);
    sample.won.push_back(b < p * p ? 1 : 0);
  }
  return sample;
}

Sample randomSample(std::mt19937_64& random, std::size_t rows, unsigned levels) {
  Sample sample;
  for (std::size_t i = 0; i < rows; ++i) {
    const double p = static_cast<double>(random() % (levels + 1)) / levels;
    sample.probability.push_back(p);
    sample.won.push_back(static_cast<double>(random() % 1000) / 1000 < 0.1 + 0.8 * p ? 1 : 0);
  }
  return sample;
}

// The AUC by asking every pair.
double aucByPairs(const std::vector<double>& score, const std::vector<std::uint8_t>& won) {
  double wins = 0, pairs = 0;
  for (std::size_t i = 0; i < score.size(); ++i)
    for (std::size_t j = 0; j < score.size(); ++j) {
      if (won[i] == 0 || won[j] != 0) continue;
      pairs += 1;
      wins += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
    }
  return wins / pairs;
}

TEST(Metrics, anIntervalOfTheAucStaysWithinWhatAnAreaCanBe) {
  std::vector<double> score;
  std::vector<std::uint8_t> won;
  for (int i = 0; i < 40; ++i) {
    score.push_back(i);
    won.push_back(i >= 30 || i == 28 ? 1 : 0);
  }
  const Estimate area = aucEstimate(score, won);
  EXPECT_LT(area.value, 1);
  EXPECT_EQ(area.high, 1);
  EXPECT_LT(area.low, area.value);
}

TEST(Metrics, agreeWithAPublishedLibraryOnTiedProbabilities) {
  const Sample sample = knownSample();
  const Metrics metrics = metricsOf(sample.probability, sample.probability, sample.won);
  EXPECT_EQ(metrics.rows, 500U);
  EXPECT_EQ(metrics.positives, 159U);
  EXPECT_NEAR(metrics.auc, 0.8492779284014829, 1e-12);
  EXPECT_NEAR(metrics.prAuc, 0.7096275323321918, 1e-12);
  EXPECT_NEAR(metrics.logLoss, 0.5297390216480529, 1e-12);
  EXPECT_NEAR(metrics.brier, 0.17843119999999998, 1e-12);
  EXPECT_NEAR(metrics.ece, 0.17236, 1e-12);
}

TEST(Metrics, theAreaIsTheShareOfPairsInTheRightOrder) {
  std::mt19937_64 random(7);
  for (const unsigned levels : {1U, 3U, 50U, 100000U}) {
    const Sample sample = randomSample(random, 300, levels);
    const double pairs = aucByPairs(sample.probability, sample.won);
    EXPECT_NEAR(metricsOf(sample.probability, {}, sample.won).auc, pairs, 1e-12) << levels;
    EXPECT_NEAR(aucEstimate(sample.probability, sample.won).value, pairs, 1e-12) << levels;
  }
}

TEST(Metrics, liftAndCaptureCountTheBestLeads) {
  std::vector<double> score(100);
  std::vector<std::uint8_t> won(100);
  std::iota(score.begin(), score.end(), 0.0);
  for (const std::size_t winner : {99U, 98U, 97U, 95U, 85U, 10U, 3U, 1U}) won[winner] = 1;
  const Metrics metrics = metricsOf(score, {}, won);
  EXPECT_NEAR(metrics.lift10, 4.0 / 10 / 0.08, 1e-12);
  EXPECT_NEAR(metrics.capture20, 5.0 / 8, 1e-12);
  EXPECT_TRUE(std::isnan(metrics.logLoss));
  const std::vector<double> same(100, 1.0);
  EXPECT_NEAR(metricsOf(same, {}, won).lift10, 1, 1e-12) << "in any order means as good as all";
  EXPECT_NEAR(metricsOf(same, {}, won).auc, 0.5, 1e-12);
}

TEST(Metrics, oneOutcomeAloneSaysNothingOfRanking) {
  const std::vector<double> p{0.2, 0.4};
  const std::vector<std::uint8_t> won{0, 0};
  const Metrics metrics = metricsOf(p, p, won);
  EXPECT_TRUE(std::isnan(metrics.auc));
  EXPECT_TRUE(std::isnan(metrics.lift10));
  EXPECT_NEAR(metrics.brier, (0.04 + 0.16) / 2, 1e-12);
  EXPECT_TRUE(std::isnan(aucEstimate(p, won).value));
  EXPECT_TRUE(rocCurve(Ranking(p, won)).empty());
}

TEST(Metrics, sureAndWrongCostsMuchButNotEverything) {
  const std::vector<double> p{0, 1};
  const std::vector<std::uint8_t> won{1, 0};
  EXPECT_NEAR(metricsOf(p, p, won).logLoss, -std::log(1e-15), 1e-2);
  EXPECT_DOUBLE_EQ(lossOf(800, false), 800);
  EXPECT_NEAR(lossOf(0, true), std::log(2), 1e-15);
  EXPECT_GT(lossOf(800, true), -1e-300);
}

// The interval of an area and of a difference against 2,000 resamples of the leads.
TEST(Metrics, intervalsAreAsWideAsResamplingSays) {
  std::mt19937_64 random(3);
  const std::size_t rows = 400;
  Sample sample = randomSample(random, rows, 40);
  std::vector<double> other = sample.probability;
  for (double& p : other) p += static_cast<double>(random() % 1000) / 1500;
  std::vector<double> areas, differences;
  for (int round = 0; round < 2000; ++round) {
    std::vector<double> a, b;
    std::vector<std::uint8_t> won;
    for (std::size_t i = 0; i < rows; ++i) {
      const std::size_t pick = random() % rows;
      a.push_back(sample.probability[pick]);
      b.push_back(other[pick]);
      won.push_back(sample.won[pick]);
    }
    areas.push_back(metricsOf(a, {}, won).auc);
    differences.push_back(areas.back() - metricsOf(b, {}, won).auc);
  }
  const auto spread = [](std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() * 975 / 1000] - values[values.size() * 25 / 1000];
  };
  const Estimate area = aucEstimate(sample.probability, sample.won);
  EXPECT_NEAR((area.high - area.low) / spread(areas), 1, 0.12);
  const Estimate difference = aucDifference(sample.probability, other, sample.won);
  EXPECT_NEAR(difference.value, area.value - aucEstimate(other, sample.won).value, 1e-12);
  EXPECT_NEAR((difference.high - difference.low) / spread(differences), 1, 0.12);
}

TEST(Metrics, theDifferenceOfLossesIsPaired) {
  const std::vector<double> a{2, -1, 0.5, 3}, b{1, -1, 0, -2};
  const std::vector<std::uint8_t> won{1, 0, 1, 1};
  const Estimate difference = lossDifference(a, b, won);
  EXPECT_NEAR(difference.value, meanLoss(a, won) - meanLoss(b, won), 1e-12);
  EXPECT_LT(difference.low, difference.value);
  EXPECT_EQ(lossDifference(a, a, won).high, 0);
}

TEST(Metrics, aThresholdPartsTheLeadsInFour) {
  std::mt19937_64 random(11);
  const Sample sample = randomSample(random, 200, 20);
  const Ranking ranking(sample.probability, sample.won);
  for (const double threshold : {-1.0, 0.0, 0.33, 0.5, 0.95, 1.0, 2.0}) {
    Confusion expected;
    for (std::size_t i = 0; i < sample.won.size(); ++i) {
      const bool called = sample.probability[i] >= threshold, won = sample.won[i] != 0;
      ++(called ? won ? expected.truePositives : expected.falsePositives
         : won  ? expected.falseNegatives
                : expected.trueNegatives);
    }
    const Confusion found = confusionAt(ranking, threshold);
    EXPECT_EQ(found.truePositives, expected.truePositives) << threshold;
    EXPECT_EQ(found.falsePositives, expected.falsePositives) << threshold;
    EXPECT_EQ(found.trueNegatives, expected.trueNegatives) << threshold;
    EXPECT_EQ(found.falseNegatives, expected.falseNegatives) << threshold;
  }
}

TEST(Curves, theAreaUnderThePointsIsTheArea) {
  const Sample sample = knownSample();
  const Ranking ranking(sample.probability, sample.won);
  double area = 0, x = 0, y = 0;
  for (const CurvePoint& point : rocCurve(ranking)) {
    area += (point.x - x) * (point.y + y) / 2;
    x = point.x;
    y = point.y;
  }
  EXPECT_NEAR(area, 0.8492779284014829, 1e-12);
  EXPECT_EQ(x, 1);
  EXPECT_EQ(y, 1);
  EXPECT_EQ(liftCurve(ranking).back().y, 1);
  EXPECT_EQ(gainCurve(ranking).back().y, 1);
  EXPECT_EQ(prCurve(ranking).back().y, 159.0 / 500);
  EXPECT_EQ(rocCurve(ranking, 7).size(), 7U);
}

TEST(Curves, calibrationPutsEveryLeadInOneRange) {
  const Sample sample = knownSample();
  std::uint64_t leads = 0, converted = 0;
  for (const CalibrationBin& bin : calibrationCurve(sample.probability, sample.won)) {
    leads += bin.leads;
    converted += bin.converted;
    if (bin.leads == 0) continue;
    EXPECT_GE(bin.foretold, bin.low - 1e-12);
    EXPECT_LE(bin.foretold, bin.high + 1e-12);
  }
  EXPECT_EQ(leads, 500U);
  EXPECT_EQ(converted, 159U);
}

TEST(Bands, aBandThatConvertsLikeTheOneBelowIsNotMonotonic) {
  Scorecard scorecard;
  scorecard.bands = {{"A", 60}, {"B", 30}, {"C", 0}};
  const std::vector<double> score{70, 65, 50, 40, 10, 5};
  const auto bands = conversionByBand(scorecard, score, std::vector<std::uint8_t>{1, 1, 1, 0, 0, 0});
  ASSERT_EQ(bands.size(), 3U);
  EXPECT_EQ(bands[1].leads, 2U);
  EXPECT_EQ(bands[1].converted, 1U);
  EXPECT_TRUE(isMonotonic(bands));
  EXPECT_FALSE(isMonotonic(conversionByBand(scorecard, score, std::vector<std::uint8_t>{1, 0, 1, 0, 0, 0})));
  EXPECT_TRUE(isMonotonic(conversionByBand(scorecard, std::vector<double>{70, 5}, std::vector<std::uint8_t>{1, 0})))
      << "an empty band says nothing";
}

}  // namespace
}  // namespace leadlight
