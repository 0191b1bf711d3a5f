#include "scoring/exponential.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "scoring/scorecard.h"

namespace leadlight {
namespace {

// How many doubles lie between two positive ones.
std::int64_t apart(double a, double b) {
  return std::abs(std::bit_cast<std::int64_t>(a) - std::bit_cast<std::int64_t>(b));
}

TEST(Exponential, itStaysWithinTwoUnitsOfTheLibrarys) {
  std::mt19937_64 random(1);
  for (const double range : {1e-9, 0.5, 5.0, 50.0, 707.0}) {
    std::uniform_real_distribution<double> within(-range, range);
    for (int i = 0; i < 200'000; ++i) {
      const double x = within(random);
      ASSERT_LE(apart(exponential(x), std::exp(x)), 2) << x;
      ASSERT_LE(apart(powerOfTwo(x * 1.44), std::exp2(x * 1.44)), 2) << x;
    }
  }
}

TEST(Exponential, theEndsOfItsRangeAreClean) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(exponential(0), 1);
  EXPECT_EQ(exponential(-0.0), 1);
  EXPECT_EQ(exponential(1e300), infinity);
  EXPECT_EQ(exponential(infinity), infinity);
  EXPECT_EQ(exponential(-1e300), 0);
  EXPECT_EQ(exponential(-infinity), 0);
  EXPECT_LE(apart(exponential(709.78), std::exp(709.78)), 2);
  EXPECT_LE(apart(exponential(-707.6), std::exp(-707.6)), 2);
  EXPECT_TRUE(std::isnan(exponential(std::nan(""))));
  for (int whole = -1021; whole < 1024; ++whole) ASSERT_EQ(powerOfTwo(whole), std::ldexp(1.0, whole)) << whole;
  EXPECT_EQ(powerOfTwo(1024), infinity);
  EXPECT_EQ(powerOfTwo(-1e9), 0);
}

TEST(Exponential, aLoopGivesTheBitsOfASingleCall) {
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> within(-800, 800);
  for (const std::size_t size : {1U, 2U, 3U, 7U, 8U, 1000U}) {
    std::vector<double> points(size), probability(size);
    for (double& x : points) x = within(random);
    logistic(points, probability);
    for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(probability[i], probabilityOf(points[i])) << points[i];
  }
}

}  // namespace
}  // namespace leadlight
