#include "model/frame/column_gaps.h"
#include "model/frame/cross_filter.h"
#include "model/frame/lead_dates.h"
#include "tests/model/frame_support.h"

namespace leadlight::test {
namespace {

// Counts the rows of a table's cells plainly: value by value, from the columns' texts.
using Cells = std::map<std::pair<std::string, std::string>, std::uint64_t>;

std::string lineOf(const Column& column, const Binning& binning, std::size_t top, std::size_t row) {
  const std::string text = column.textAt(row);
  if (column.isMissing(row)) return "missing";
  const auto at = std::find(binning.values.begin(), binning.values.end(), text) - binning.values.begin();
  return static_cast<std::size_t>(at) < top ? text : "others";
}

std::string groupLine(const Binning& binning, std::size_t top, std::size_t group) {
  const std::size_t shown = std::min(top, binning.values.size());
  return group < shown ? binning.values[group] : group == shown ? "others" : "missing";
}

Cells shownCells(const std::vector<Group>& groups, const CrossTable& table) {
  Cells cells;
  const std::size_t wide = CrossTable::sizeOf(table.columns, table.top);
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (groups[g].leads > 0)
      cells[{groupLine(table.rows, table.top, g / wide), groupLine(table.columns, table.top, g % wide)}] +=
          groups[g].leads;
  return cells;
}

Cells countedCells(const Frame& frame, const CrossTable& table, const RowSet& rows) {
  Cells cells;
  const Column &down = *frame.find("City"), &over = *frame.find("Converted");
  rows.forEach([&](std::size_t row) {
    ++cells[{lineOf(down, table.rows, table.top, row), lineOf(over, table.columns, table.top, row)}];
  });
  return cells;
}

TEST(CrossTables, countTheLeadsOfEachPairAndIgnoreTheConditionsOfBothColumns) {
  const auto frame = std::make_shared<const Frame>(randomFrame(4000, 21));
  CrossTable table{binningOf(*frame->find("City"), 20), binningOf(*frame->find("Converted"), 20), 4};
  CrossFilter filter(frame, {"Converted", {"Yes"}});
  const std::size_t city = *filter.addView("City", table.rows);
  const std::size_t converted = *filter.addView("Converted", table.columns);
  const std::size_t visits = *filter.addView("TotalVisits", binningOf(*frame->find("TotalVisits"), 20));
  const std::size_t cells = *filter.addTable("City", "Converted", table);
  filter.ignore(cells, city);
  filter.ignore(cells, converted);
  const RowSet all(frame->rows(), true);
  EXPECT_EQ(shownCells(filter.allGroups(cells), table), countedCells(*frame, table, all));
  std::mt19937_64 random(3);
  for (int step = 0; step < 60; ++step) {
    Filter others, every;
    const std::size_t oneCity = random() % table.rows.values.size();
    const bool keepCity = random() % 2 == 0, keepConverted = random() % 2 == 0;
    const int low = static_cast<int>(random() % 8);
    filter.keepGroups(city, keepCity ? std::vector<std::size_t>{oneCity} : std::vector<std::size_t>{});
    filter.keepGroups(converted, keepConverted ? std::vector<std::size_t>{0} : std::vector<std::size_t>{});
    filter.keepRange(visits, low, low + 4);
    Filter range = *parseFilter("TotalVisits between " + std::to_string(low) + " and " + std::to_string(low + 4));
    others = every = range;
    if (keepCity) every = Filter::both(every, Filter::equals("City", table.rows.values[oneCity]));
    if (keepConverted) every = Filter::both(every, Filter::equals("Converted", table.columns.values[0]));
    ASSERT_EQ(shownCells(filter.groups(cells), table), countedCells(*frame, table, *apply(others, *frame)));
    ASSERT_EQ(shownCells(filter.keptGroups(cells), table), countedCells(*frame, table, *apply(every, *frame)));
    ASSERT_EQ(filter.kept().leads, apply(every, *frame)->count());
  }
}

TEST(CrossTables, aSecondViewOnAColumnIgnoresTheConditionOfTheFirst) {
  const auto frame = std::make_shared<const Frame>(randomFrame(2000, 22));
  CrossFilter filter(frame, {});
  const std::size_t fine = *filter.addView("TotalVisits", binningOf(*frame->find("TotalVisits"), 20));
  const std::size_t city = *filter.addView("City", binningOf(*frame->find("City"), 20));
  filter.keepRange(fine, 3, 5);
  const std::size_t coarse = *filter.addView("TotalVisits", binningOf(*frame->find("TotalVisits"), 3));
  filter.ignore(coarse, fine);
  filter.ignore(fine, coarse);
  std::uint64_t before = 0, after = 0;
  for (const Group& group : filter.groups(coarse)) before += group.leads;
  EXPECT_EQ(before, 2000U);
  filter.keepGroups(city, {0});
  for (const Group& group : filter.groups(coarse)) after += group.leads;
  EXPECT_EQ(after, filter.allGroups(city)[0].leads);
}

TEST(CrossTables, sumAMeasureAsAPlainLoopDoes) {
  const auto frame = std::make_shared<const Frame>(randomFrame(3000, 23));
  const Column &spent = *frame->find("Spent"), &visits = *frame->find("TotalVisits");
  const Binning cities = binningOf(*frame->find("City"), 20);
  const std::vector<std::uint16_t> groupOfRow = groupOfRows(*frame->find("City"), cities);
  for (const Column* measured : {&spent, &visits}) {
    CrossFilter filter(frame, {});
    const std::size_t city = *filter.addView("City", cities);
    const std::size_t when = *filter.addView("TotalVisits", binningOf(visits, 20));
    ASSERT_TRUE(filter.addMeasure(city, measured->name()));
    EXPECT_FALSE(filter.addMeasure(city, "Town"));
    std::mt19937_64 random(5);
    for (int step = 0; step < 40; ++step) {
      const int low = static_cast<int>(random() % 10) - 2;
      if (step % 3 == 0) filter.keepGroups(city, {static_cast<std::size_t>(random() % 5)});
      filter.keepRange(when, low, low + 3);
      std::vector<double> sums(cities.groups());
      std::vector<std::uint64_t> counts(cities.groups());
      for (std::size_t row = 0; row < frame->rows(); ++row) {
        const double at = visits.number(row), value = measured->number(row);
        if (std::isnan(at) || at < low || at > low + 3 || std::isnan(value)) continue;
        sums[groupOfRow[row]] += value;
        ++counts[groupOfRow[row]];
      }
      for (std::size_t g = 0; g < sums.size(); ++g) {
        ASSERT_EQ(filter.groups(city)[g].measured, counts[g]);
        ASSERT_NEAR(filter.groups(city)[g].measureSum, sums[g], 1e-6);
      }
    }
  }
}

TEST(LeadDates, countWholeDaysOfConvertedLeadsOnly) {
  const std::int64_t day = 86400, start = 1467331200, none = Column::missingInteger;
  TextColumnBuilder won;
  for (const char* text : {"1", "1", "0", "1", "1"}) won.append(text);
  const Frame frame =
      frameOf({shared(Column::dates("Created_On", "Created On", {start, start, start, start, none})),
               shared(Column::dates("Modified_On", "Modified On",
                                    {start + 3 * day + 5, start + day - 1, start + day, start - 1, start})),
               shared(std::move(won).finish("Converted", "Converted", {}))});
  const auto days = daysToConvert(frame, {"Converted", {"1"}});
  ASSERT_TRUE(days);
  EXPECT_EQ(days->integers(), (std::vector<std::int64_t>{3, 0, none, none, none}));
  EXPECT_FALSE(daysToConvert(frame, {"Absent", {"1"}}));
  EXPECT_FALSE(daysToConvert(frameOf({frame.columns()[0], frame.columns()[2]}), {"Converted", {"1"}}));
}

TEST(Binnings, ofDatesTakeThePeriodThatIsAskedForUnlessItIsTooFine) {
  const std::int64_t day = 86400, start = 1467331200;
  const Column quarter = Column::dates("When", {}, {start, start + 90 * day});
  EXPECT_EQ(binningOf(quarter, 36, Binning::Period::Day).groups(), 92U);
  EXPECT_EQ(binningOf(quarter, 36, Binning::Period::Year).groups(), 2U);
  const Column decade = Column::dates("When", {}, {start, start + 3650 * day});
  EXPECT_EQ(binningOf(decade, 36, Binning::Period::Day).period, Binning::Period::Month);
}

TEST(ColumnGaps, tellBlanksFromPlaceholders) {
  TextColumnBuilder city;
  for (const char* text : {"", "Select", "Pune", "Select", "Mumbai"}) city.append(text);
  const auto gaps = gapsOf(frameOf({shared(std::move(city).finish("City", "City", placeholders())),
                                    shared(Column::integers("Visits", {}, {1, Column::missingInteger, 3, 4, 5}))}));
  EXPECT_EQ(gaps[0].absent, 1U);
  EXPECT_EQ(gaps[0].placeholders, (std::vector<std::pair<std::string, std::uint64_t>>{{"Select", 2}}));
  EXPECT_EQ(gaps[0].missing(), 3U);
  EXPECT_EQ(gaps[1].missing(), 1U);
}

}  // namespace
}  // namespace leadlight::test
