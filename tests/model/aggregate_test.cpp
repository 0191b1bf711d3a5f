#include "tests/model/frame_support.h"

namespace leadlight::test {
namespace {

void expectWilson(std::uint64_t positives, std::uint64_t n, double low, double high) {
  const Rate rate = wilson(positives, n);
  EXPECT_NEAR(rate.low, low, 5e-5) << positives << "/" << n;
  EXPECT_NEAR(rate.high, high, 5e-5) << positives << "/" << n;
  EXPECT_DOUBLE_EQ(rate.rate, static_cast<double>(positives) / static_cast<double>(n));
}

// 81/263, 15/148, 0/20 and 1/29: Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
TEST(Wilson, agreesWithPublishedIntervals) {
  expectWilson(81, 263, 0.2553, 0.3662);
  expectWilson(15, 148, 0.0624, 0.1605);
  expectWilson(0, 20, 0.0000, 0.1611);
  expectWilson(1, 29, 0.0061, 0.1718);
  expectWilson(0, 10, 0.0, 0.2775);
  expectWilson(5, 10, 0.2366, 0.7634);
  expectWilson(10, 10, 0.7225, 1.0);
}

TEST(Wilson, knowsNothingOfNoLeads) {
  const Rate rate = wilson(0, 0);
  EXPECT_TRUE(std::isnan(rate.rate));
  EXPECT_EQ(rate.low, 0);
  EXPECT_EQ(rate.high, 1);
}

void expectSame(const Group& ours, const Group& theirs, const std::string& what) {
  ASSERT_EQ(ours.leads, theirs.leads) << what;
  ASSERT_EQ(ours.converted, theirs.converted) << what;
  ASSERT_EQ(ours.scored, theirs.scored) << what;
  ASSERT_NEAR(ours.scoreSum, theirs.scoreSum, 1e-9 * (1 + std::fabs(theirs.scoreSum))) << what;
}

// The SQL expression that names the group of a column's value, written without any of our own grouping.
std::string sqlGroup(const Column& column, const Binning& binning) {
  const std::string name = SqlTwin::quoted(column.name(), '"');
  const std::string present = "case when " + SqlTwin::missing(column) + " then null else ";
  if (binning.kind == Binning::Kind::Category) return present + name + " end";
  // The number of the last edge at or below it; the upper edge of all belongs to the last group.
  return present + "min((select count(*) from edges where edge <= " + name +
         "), (select count(*) from edges) - 1) - 1 end";
}

void compareWithSqlite(const Frame& frame, const Target& target, unsigned seed, int filters) {
  SqlTwin twin(frame, target);
  std::mt19937_64 random(seed);
  const std::vector<std::uint64_t> converted = frame.converted(target);
  twin.run("create table edges(edge real)");
  for (const Frame::ColumnPtr& column : frame.columns()) {
    const Binning binning = binningOf(*column, 5 + random() % 30);
    ASSERT_TRUE(std::is_sorted(binning.edges.begin(), binning.edges.end()));
    twin.run("delete from edges");
    for (const double edge : binning.edges) {
      std::ostringstream insert;
      insert.precision(17);
      insert << "insert into edges values(" << edge << ")";
      twin.run(insert.str());
    }
    const std::vector<std::uint16_t> groupOfRow = groupOfRows(*column, binning);
    for (int i = 0; i < filters; ++i) {
      const Filter filter = i == 0 ? Filter{} : randomFilter(frame, random, 2);
      const auto ours =
          aggregate(groupOfRow, binning.groups(), *apply(filter, frame), converted, frame.find(scoreColumn));
      auto theirs = twin.groups(sqlGroup(*column, binning), filter);
      for (std::size_t g = 0; g < ours.size(); ++g) {
        const bool missing = g == binning.missingGroup(), category = binning.kind == Binning::Kind::Category;
        const std::string key = missing ? "" : category ? binning.values[g] : std::to_string(g);
        expectSame(ours[g], theirs[key], column->name() + " group " + key + " of " + filter.text());
        theirs.erase(key);
      }
      ASSERT_TRUE(theirs.empty()) << column->name() << ": SQLite has a further group " << theirs.begin()->first;
    }
  }
}

TEST(Aggregates, areWhatSqliteGroupsBy) { compareWithSqlite(randomFrame(3000, 11), {"Converted", {"Yes"}}, 11, 25); }

TEST(Aggregates, ofTwoThreadsAreWhatSqliteGroupsBy) {
  compareWithSqlite(randomFrame(200011, 12), {"Converted", {"Yes"}}, 12, 1);
}

TEST(Aggregates, ofRealLeadsAreWhatSqliteGroupsBy) {
  if (const auto leads = realLeads()) compareWithSqlite(*leads, {"Converted", {"1"}}, 13, 4);
}

std::vector<double> steps(double from, double step, int n) {
  std::vector<double> out;
  for (int i = 0; i <= n; ++i) out.push_back(from + step * i);
  return out;
}

TEST(Binnings, cutNumbersAtRoundEdges) {
  std::vector<double> values;
  for (int i = 0; i <= 1000; ++i) values.push_back(i * 0.00097);
  EXPECT_EQ(binningOf(Column::decimals("x", "x", values), 10).edges,
            (std::vector<double>{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}));
  std::vector<std::int64_t> times;
  for (int i = 0; i <= 2272; ++i) times.push_back(i);
  EXPECT_EQ(binningOf(Column::integers("t", "t", times), 24).edges, steps(0, 100, 23));
  EXPECT_EQ(binningOf(Column::integers("t", "t", times), 12).edges, steps(0, 200, 12));
}

TEST(Binnings, areAsWideAsTheStepThatNumbersComeIn) {
  std::vector<double> fives, wholes, halves;
  for (int i = 2; i <= 18; ++i) {
    fives.push_back(5 * i);
    wholes.push_back(3 * i + i % 2);
    halves.push_back(i * 0.5);
  }
  EXPECT_EQ(binningOf(Column::decimals("x", "x", fives), 30).edges, steps(10, 5, 17));
  EXPECT_EQ(binningOf(Column::decimals("x", "x", fives), 10).edges, steps(10, 10, 8));
  EXPECT_EQ(binningOf(Column::decimals("x", "x", wholes), 35).edges, steps(6, 2, 25));
  EXPECT_DOUBLE_EQ(binningOf(Column::decimals("x", "x", halves), 40).edges.at(1), 1.2);
}

TEST(Binnings, meetWhereTheyAreAskedTo) {
  std::vector<double> scores;
  for (int i = 0; i <= 1000; ++i) scores.push_back(i * 0.09999);
  const Column column = Column::decimals("score", "score", scores);
  const Binning plain = binningOf(column, 20);
  const Binning bins = withEdges(plain, {99.7, 55.5, 50, 2.34, -3, 200});
  EXPECT_TRUE(std::is_sorted(bins.edges.begin(), bins.edges.end()));
  for (const double edge : {99.7, 55.5, 50.0, 2.34})
    EXPECT_EQ(std::count(bins.edges.begin(), bins.edges.end(), edge), 1);
  EXPECT_EQ(std::count(bins.edges.begin(), bins.edges.end(), 55.0), 0) << "a sliver beside 55.5";
  EXPECT_EQ(bins.edges.front(), plain.edges.front());
  EXPECT_EQ(bins.edges.back(), plain.edges.back());
  EXPECT_EQ(bins.edges.size(), plain.edges.size() + 2);
}

TEST(Binnings, giveEveryValueOfAFewItsOwnGroup) {
  const Column column = Column::integers("n", "n", {3, 0, 7, 3, Column::missingInteger});
  const Binning binning = binningOf(column, 10);
  EXPECT_EQ(binning.groups(), 4U);
  EXPECT_EQ(groupOfRows(column, binning), (std::vector<std::uint16_t>{1, 0, 2, 1, 3}));
  EXPECT_EQ(groupName(binning, 2), "7");
  EXPECT_EQ(groupName(binning, 3), "");
}

TEST(Binnings, doNotLetALongTailFlattenTheChart) {
  if (const auto leads = realLeads()) {
    const Column& visits = *leads->find("TotalVisits");
    const Binning binning = binningOf(visits, 20);
    EXPECT_EQ(binning.edges.front(), 0);
    EXPECT_EQ(binning.edges[1], 1);
    EXPECT_EQ(binning.edges.back(), 251);
    EXPECT_LE(binning.groups(), 22U);
    EXPECT_EQ(groupName(binning, 0), "0 to 1");
    const auto groups =
        aggregate(groupOfRows(visits, binning), binning.groups(), RowSet(leads->rows(), true), {}, nullptr);
    EXPECT_GT(groups[binning.missingGroup() - 1].leads, 0U);
    EXPECT_LT(groups[binning.missingGroup() - 1].leads, leads->rows() / 50);
    EXPECT_EQ(groups[binning.missingGroup()].leads, 137U);
  }
}

TEST(Binnings, standUpToOddColumns) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  for (const std::vector<double>& values : std::vector<std::vector<double>>{
           {}, {nan}, {0}, {-3.5, nan}, {1e300, -1e300}, {1e15, 1e15 + 1}, {5e-324, 0}, {0.1, 0.1, 0.1}, {1, 2, 1e9}}) {
    const Column column = Column::decimals("x", "x", values);
    for (const std::size_t bins : {0U, 1U, 7U, 1000U}) {
      const Binning binning = binningOf(column, bins);
      EXPECT_LE(binning.groups(), std::max<std::size_t>(bins, 1) + 4);
      const std::vector<std::uint16_t> groups = groupOfRows(column, binning);
      for (std::size_t row = 0; row < values.size(); ++row) {
        ASSERT_EQ(groups[row] == binning.missingGroup(), std::isnan(values[row]));
        if (std::isnan(values[row])) continue;
        EXPECT_LE(binning.edges[groups[row]], values[row]);
        EXPECT_GE(binning.edges[groups[row] + 1U], values[row]);
      }
    }
  }
  const Column extremes = Column::integers("n", "n", {-most, most, 0, 1});
  EXPECT_EQ(groupOfRows(extremes, binningOf(extremes, 10)).size(), 4U);
  EXPECT_EQ(binningOf(Column::integers("n", "n", {Column::missingInteger}), 10).groups(), 1U);
}

TEST(Binnings, orderCategoriesByHowOftenTheyOccurAndLeavePlaceholdersMissing) {
  TextColumnBuilder builder;
  for (const char* value : {"b", "Select", "a", "c", "c", "", "a"}) builder.append(value);
  const Column column = std::move(builder).finish("City", "City", {"Select"});
  const Binning binning = binningOf(column, 3);
  EXPECT_EQ(binning.values, (std::vector<std::string>{"a", "c", "b"}));
  EXPECT_EQ(groupOfRows(column, binning), (std::vector<std::uint16_t>{2, 3, 0, 1, 1, 3, 0}));
  EXPECT_EQ(groupName(binning, 1), "c");
}

TEST(Binnings, letCategoriesBeyondTheSixteenBitsShareTheLastGroup) {
  TextColumnBuilder builder;
  for (int i = 0; i < 70000; ++i) builder.append("value " + std::to_string(i));
  builder.append("");
  const Column column = std::move(builder).finish("Person", "Person", {});
  const Binning binning = binningOf(column, 10);
  ASSERT_EQ(binning.groups(), 65535U);
  const auto groups = aggregate(groupOfRows(column, binning), binning.groups(), RowSet(70001, true), {}, nullptr);
  EXPECT_EQ(groups[65533].leads, 70000U - 65533U);
  EXPECT_EQ(groups[65534].leads, 1U);
}

TEST(Binnings, cutDatesByDayWeekMonthOrYear) {
  const auto binningFrom = [](CivilDate first, CivilDate last) {
    return binningOf(Column::dates("t", "t", {secondsOf(first), Column::missingInteger, secondsOf(last) + 86399}), 24);
  };
  const Binning days = binningFrom({2016, 2, 20}, {2016, 3, 4});
  EXPECT_EQ(days.period, Binning::Period::Day);
  EXPECT_EQ(days.groups(), 15U);
  EXPECT_EQ(groupName(days, 9), "2016-02-29");
  const Binning weeks = binningFrom({2016, 1, 1}, {2016, 5, 1});
  EXPECT_EQ(weeks.period, Binning::Period::Week);
  EXPECT_EQ(groupName(weeks, 0), "2015-12-28");
  const Binning months = binningFrom({2015, 11, 30}, {2017, 1, 1});
  EXPECT_EQ(months.period, Binning::Period::Month);
  EXPECT_EQ(months.groups(), 16U);
  EXPECT_EQ(groupName(months, 2), "2016-01");
  const Binning years = binningFrom({1969, 6, 1}, {2017, 1, 1});
  EXPECT_EQ(years.period, Binning::Period::Year);
  EXPECT_EQ(groupName(years, 0), "1969");
  EXPECT_EQ(groupName(years, years.missingGroup()), "");
}

}  // namespace
}  // namespace leadlight::test
