#include "model/frame/frame.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "model/base/calendar.h"

namespace leadlight {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Column textColumn(const std::vector<std::string>& values, const std::vector<std::string>& placeholders = {}) {
  TextColumnBuilder builder;
  for (const std::string& value : values) builder.append(value);
  return std::move(builder).finish("City", "City", placeholders);
}

TEST(TextColumn, keepsItsValuesInOrderOfFirstAppearanceAfterTheMissingOne) {
  const Column column = textColumn({"Mumbai", "", "Pune", "Mumbai", "Select", "Pune"}, {"Select"});
  EXPECT_EQ(column.dictionary(), (std::vector<std::string>{"", "Mumbai", "Pune", "Select"}));
  EXPECT_EQ(column.code(3), 1U);
  EXPECT_EQ(column.codeOf("Pune"), 2U);
  EXPECT_EQ(column.codeOf("Goa"), std::nullopt);
  EXPECT_TRUE(column.isMissing(1));
  EXPECT_TRUE(column.isMissing(4));
  EXPECT_FALSE(column.isMissing(5));
  EXPECT_EQ(column.textAt(4), "Select");
  EXPECT_EQ(column.textAt(1), "");
  EXPECT_TRUE(std::isnan(column.number(0)));
}

TEST(TextColumn, widensItsCodesAsTheDictionaryGrowsAndLosesNoRow) {
  for (const auto& [distinct, width] : {std::pair<int, std::size_t>{255, 0}, {256, 1}, {65535, 1}, {65536, 2}}) {
    TextColumnBuilder builder;
    std::vector<std::string> values;
    std::mt19937 random(7);
    for (int i = 1; i <= distinct; ++i) values.push_back("value " + std::to_string(i));
    for (int i = 0; i < 5000; ++i) values.push_back(values[random() % static_cast<unsigned>(distinct)]);
    for (const std::string& value : values) builder.append(value);
    EXPECT_EQ(builder.distinct(), static_cast<std::size_t>(distinct));
    const Column column = std::move(builder).finish("c", "c", {});
    EXPECT_EQ(column.codes().index(), width) << distinct;
    ASSERT_EQ(column.rows(), values.size());
    for (std::size_t row = 0; row < values.size(); ++row) ASSERT_EQ(column.textAt(row), values[row]);
  }
}

TEST(TextColumn, tellsApartTextsThatDifferOnlyInZeroBytesOrLength) {
  const std::vector<std::string> values{std::string("a\0b", 3), std::string("a\0c", 3), "a", std::string(100000, 'x'),
                                        std::string(99999, 'x')};
  const Column column = textColumn(values);
  EXPECT_EQ(column.dictionary().size(), 6U);
  for (std::size_t row = 0; row < values.size(); ++row) EXPECT_EQ(column.textAt(row), values[row]);
}

TEST(Columns, showNumbersAndDatesAsCanonicalText) {
  const Column integers = Column::integers("n", "n", {5, Column::missingInteger, -70000000000});
  EXPECT_EQ(integers.textAt(2), "-70000000000");
  EXPECT_EQ(integers.textAt(1), "");
  EXPECT_TRUE(std::isnan(integers.number(1)));
  const Column decimals = Column::decimals("d", "d", {0.1, nan, 2});
  EXPECT_EQ(decimals.textAt(0), "0.1");
  EXPECT_EQ(decimals.textAt(2), "2");
  EXPECT_TRUE(decimals.isMissing(1));
  const std::int64_t day = secondsOf({2016, 7, 31});
  EXPECT_EQ(Column::dates("t", "t", {day, Column::missingInteger}).textAt(0), "2016-07-31");
  EXPECT_EQ(Column::dates("t", "t", {day, day + 61}).textAt(0), "2016-07-31T00:00:00");
}

Frame smallFrame() {
  const auto shared = [](Column column) { return std::make_shared<const Column>(std::move(column)); };
  return Frame({1, 2, 3}, {shared(textColumn({"Mumbai", "Yes", "No"})),
                           shared(Column::integers("City_Tier", "City Tier", {1, 0, 1})),
                           shared(Column::decimals("Points", "Points", {1, nan, 0}))});
}

TEST(Frames, findAColumnByItsNameInAnyCaseAndByItsHeader) {
  const Frame frame = smallFrame();
  ASSERT_NE(frame.find("City_Tier"), nullptr);
  EXPECT_EQ(frame.find("city_tier"), frame.find("City_Tier"));
  EXPECT_EQ(frame.find("City Tier"), frame.find("City_Tier"));
  EXPECT_EQ(frame.find("Country"), nullptr);
  EXPECT_EQ(Frame().find("City"), nullptr);
  EXPECT_EQ(Frame().rows(), 0U);
}

TEST(Frames, takeNewColumnsWithoutChangingTheOldFrame) {
  const Frame before = smallFrame();
  const Frame after =
      before.with({std::make_shared<const Column>(Column::decimals("score", "Score", {1, 2, 3})),
                   std::make_shared<const Column>(Column::integers("City_Tier", "City Tier", {9, 9, 9}))});
  EXPECT_EQ(before.columns().size(), 3U);
  ASSERT_EQ(after.columns().size(), 4U);
  EXPECT_EQ(after.find("City_Tier")->integers().front(), 9);
  EXPECT_EQ(before.find("City_Tier")->integers().front(), 1);
  EXPECT_EQ(after.find("City"), before.find("City"));
}

TEST(Frames, knowWhoConvertedByTextNumberOrDecimal) {
  const Frame frame = smallFrame();
  EXPECT_EQ(frame.converted({"City", {"Yes", "yes"}}), (std::vector<std::uint64_t>{0b010}));
  EXPECT_EQ(frame.converted({"City_Tier", {"1", "Yes"}}), (std::vector<std::uint64_t>{0b101}));
  EXPECT_EQ(frame.converted({"Points", {"1"}}), (std::vector<std::uint64_t>{0b001}));
  EXPECT_TRUE(frame.converted({"Country", {"1"}}).empty());
}

}  // namespace
}  // namespace leadlight
