#include "tests/model/frame_support.h"

namespace leadlight::test {
namespace {

RowSet rowsOf(const std::string& text, const Frame& frame) {
  const Result<Filter> filter = parseFilter(text);
  EXPECT_TRUE(filter) << text;
  Result<RowSet> rows = apply(*filter, frame);
  EXPECT_TRUE(rows) << text << ": " << (rows ? "" : rows.error().what);
  return rows ? std::move(*rows) : RowSet();
}

void compareWithSqlite(const Frame& frame, unsigned seed, int filters) {
  SqlTwin twin(frame, {});
  std::mt19937_64 random(seed);
  std::size_t some = 0;
  for (int i = 0; i < filters; ++i) {
    const Filter filter = randomFilter(frame, random, 4);
    const Result<RowSet> rows = apply(filter, frame);
    ASSERT_TRUE(rows) << filter.text() << ": " << rows.error().what;
    ASSERT_EQ(*rows, twin.rows(filter)) << filter.text();
    if (rows->count() > 0 && rows->count() < frame.rows()) ++some;
  }
  if (frame.rows() > 100) {
    EXPECT_GT(some, static_cast<std::size_t>(filters) / 3);
  }
}

TEST(FilterRows, hundredsOfRandomFiltersKeepTheRowsThatSqliteKeeps) {
  compareWithSqlite(randomFrame(1000, 1), 1, 700);
  for (const std::size_t rows : {0U, 1U, 63U, 64U, 65U, 2111U}) compareWithSqlite(randomFrame(rows, 2), 2, 60);
}

TEST(FilterRows, twoThreadsKeepTheRowsThatSqliteKeeps) { compareWithSqlite(randomFrame(210007, 3), 3, 6); }

TEST(FilterRows, randomFiltersOverRealLeadsKeepTheRowsThatSqliteKeeps) {
  if (const auto leads = realLeads()) {
    ASSERT_EQ(leads->rows(), 9240U);
    compareWithSqlite(*leads, 4, 150);
  }
}

TEST(FilterRows, realLeadsGiveTheCountsOneCanCheckByHand) {
  const auto leads = realLeads();
  if (leads == nullptr) return;
  EXPECT_EQ(rowsOf("Converted = 1", *leads).count(), 3561U);
  EXPECT_EQ(rowsOf("\"Lead Source\" in ('Google', google)", *leads).count(), 2873U);
  EXPECT_EQ(rowsOf("TotalVisits is null", *leads).count(), 137U);
}

Frame tiny() {
  TextColumnBuilder city;
  for (const char* value : {"Select", "", "Mumbai", "Pune"}) city.append(value);
  return frameOf({shared(std::move(city).finish("City", "City", {"Select"})),
                  shared(Column::integers("TotalVisits", "TotalVisits", {1, 2, Column::missingInteger, 3})),
                  shared(Column::dates("Created_On", "Created On",
                                       {secondsOf({2016, 7, 31}), secondsOf({2016, 7, 31}) + 61200,
                                        Column::missingInteger, secondsOf({2016, 8, 1})}))});
}

std::string kept(const std::string& text) {
  std::string out;
  rowsOf(text, tiny()).forEach([&](std::size_t row) { out += std::to_string(row); });
  return out;
}

TEST(FilterRows, missingValuesFailEveryComparisonAndNotTurnsThatAround) {
  EXPECT_EQ(kept("City is null"), "01");
  EXPECT_EQ(kept("City is not null"), "23");
  EXPECT_EQ(kept("City != 'Mumbai'"), "3");
  EXPECT_EQ(kept("not City = 'Mumbai'"), "013");
  EXPECT_EQ(kept("City = 'Select'"), "0");
  EXPECT_EQ(kept("City in (Select, Pune)"), "03");
  EXPECT_EQ(kept("City ~ 'SELECT'"), "");
  EXPECT_EQ(kept("City ~ UM"), "2");
  EXPECT_EQ(kept("City = ''"), "");
  EXPECT_EQ(kept("City < 'N'"), "2");
  EXPECT_EQ(kept("TotalVisits < 100"), "013");
  EXPECT_EQ(kept("not TotalVisits < 100"), "2");
  EXPECT_EQ(kept("TotalVisits in ()"), "");
  EXPECT_EQ(kept("TotalVisits ~ 3"), "3");
  EXPECT_EQ(kept(""), "0123");
}

TEST(FilterRows, datesCompareWithDaysAndMoments) {
  EXPECT_EQ(kept("Created_On < '2016-08-01'"), "01");
  EXPECT_EQ(kept("Created_On = 2016-07-31"), "0");
  EXPECT_EQ(kept("Created_On >= '2016-07-31T17:00:00'"), "13");
  EXPECT_EQ(kept("Created_On between 2016-07-31 and '2016-08-01'"), "013");
}

TEST(FilterRows, wholeNumbersCompareExactlyAtTheirLimits) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const Frame frame = frameOf({shared(Column::integers("n", "n", {most, most - 1, -most, Column::missingInteger}))});
  EXPECT_EQ(rowsOf("n > 9223372036854775806", frame).words().front(), 0b0001U);
  EXPECT_EQ(rowsOf("n > 9223372036854775807", frame).count(), 0U);
  EXPECT_EQ(rowsOf("n >= 1e19", frame).count(), 0U);
  EXPECT_EQ(rowsOf("n < 1e19", frame).count(), 3U);
  EXPECT_EQ(rowsOf("n >= -9223372036854775808", frame).count(), 3U);
  EXPECT_EQ(rowsOf("n <= -9223372036854775808", frame).count(), 0U);
  EXPECT_EQ(rowsOf("n != -9223372036854775808", frame).count(), 3U);
  EXPECT_EQ(rowsOf("n = -9223372036854775807", frame).words().front(), 0b0100U);
}

TEST(FilterRows, anUnknownColumnIsAnsweredWithTheNearestName) {
  const Result<RowSet> rows = apply(Filter::equals("TotalVisit", "1"), tiny());
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.error().code, Errc::UnknownColumn);
  EXPECT_EQ(rows.error().args, (std::vector<std::string>{"TotalVisit", "TotalVisits"}));
  EXPECT_EQ(apply(Filter::equals("xyz", "1"), tiny()).error().args, (std::vector<std::string>{"xyz"}));
  EXPECT_FALSE(apply(Filter::negated(Filter::isNull(std::string(1000000, 'x'))), tiny()));

  const Frame scored = frameOf(
      {shared(Column::integers("file_score", "score", {1})), shared(Column::integers("source", "source", {1}))});
  EXPECT_EQ(apply(Filter::equals("score", "1"), scored).error().args,
            (std::vector<std::string>{"score", "file_score"}));
}

TEST(FilterRows, aValueThatNoRowCouldHoldIsAnError) {
  for (const char* text : {"TotalVisits >= many", "TotalVisits in (1, '')", "Created_On = 5", "Created_On < 2024-02-30",
                           "TotalVisits = nan", "TotalVisits < 1e400"}) {
    const Result<RowSet> rows = apply(*parseFilter(text), tiny());
    ASSERT_FALSE(rows) << text;
    EXPECT_EQ(rows.error().code, Errc::BadFilter) << text;
  }
}

}  // namespace
}  // namespace leadlight::test
