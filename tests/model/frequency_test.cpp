#include "model/frame/frequency.h"

#include <map>

#include "tests/model/frame_support.h"

namespace leadlight::test {
namespace {

TEST(Frequency, countsEveryLeadOfEveryColumnUnderTheValueThatItHas) {
  const Frame frame = randomFrame(5000, 31);
  std::mt19937_64 random(31);
  for (const Frame::ColumnPtr& column : frame.columns()) {
    const RowSet rows = *apply(randomFilter(frame, random, 2), frame);
    std::vector<std::uint64_t> converted((frame.rows() + 63) / 64);
    for (std::uint64_t& word : converted) word = random();
    std::map<std::pair<bool, std::string>, std::pair<std::uint64_t, std::uint64_t>> expected;
    rows.forEach([&](std::size_t row) {
      const bool missing = column->isMissing(row);
      auto& [leads, won] = expected[{missing, missing ? "" : column->textAt(row)}];
      ++leads;
      won += converted[row >> 6] >> (row & 63) & 1;
    });
    const Frequencies found = frequenciesOf(*column, rows, converted, 1'000'000, {});
    EXPECT_EQ(found.leads, rows.count());
    EXPECT_EQ(found.beyond, 0U);
    ASSERT_EQ(found.values.size(), expected.size()) << column->name();
    std::uint64_t last = rows.count();
    for (const ValueCount& one : found.values) {
      const auto& [leads, won] = expected.at({one.missing, one.value});
      EXPECT_EQ(one.leads, leads);
      EXPECT_EQ(one.converted, won);
      EXPECT_LE(one.leads, last);
      last = one.leads;
    }
  }
}

TEST(Frequency, listsTheMostFrequentAndSaysHowManyLeadsHaveOthers) {
  const Frame frame = randomFrame(2000, 32);
  for (const Frame::ColumnPtr& column : frame.columns()) {
    const RowSet rows(frame.rows(), true);
    const Frequencies all = frequenciesOf(*column, rows, {}, 1'000'000, {});
    const Frequencies some = frequenciesOf(*column, rows, {}, 3, {});
    EXPECT_FALSE(some.outcome);
    EXPECT_EQ(some.distinct, all.distinct);
    std::uint64_t listed = 0;
    for (const ValueCount& one : some.values) listed += one.leads;
    EXPECT_EQ(listed + some.beyond, frame.rows());
    EXPECT_LE(some.values.size(), 3U);
  }
}

}  // namespace
}  // namespace leadlight::test
