#include "model/frame/row_order.h"

#include <numeric>

#include "tests/model/frame_support.h"

namespace leadlight::test {
namespace {

std::string foldedText(const Column& column, std::size_t row) { return lowered(column.textAt(row)); }

// Negative, zero or positive, by the words of the header.
int compareRows(const Column& column, bool descending, std::size_t a, std::size_t b) {
  const bool missingA = column.isMissing(a), missingB = column.isMissing(b);
  if (missingA || missingB) return static_cast<int>(missingA) - static_cast<int>(missingB);
  int order = 0;
  if (column.type() == ColumnType::Text) {
    order = foldedText(column, a).compare(foldedText(column, b));
    if (order == 0) order = column.textAt(a).compare(column.textAt(b));
  } else if (column.type() == ColumnType::Decimal) {
    order = column.decimals()[a] < column.decimals()[b] ? -1 : column.decimals()[a] > column.decimals()[b];
  } else {
    order = column.integers()[a] < column.integers()[b] ? -1 : column.integers()[a] > column.integers()[b];
  }
  return descending ? -order : order;
}

void compareWithStableSort(const Frame& frame, unsigned seed, int runs) {
  std::mt19937_64 random(seed);
  for (int i = 0; i < runs; ++i) {
    std::vector<SortKey> keys(random() % 4);
    for (SortKey& key : keys) key = {frame.columns()[random() % frame.columns().size()]->name(), random() % 2 == 0};
    const RowSet rows = i % 2 == 0 ? RowSet(frame.rows(), true) : *apply(randomFilter(frame, random, 2), frame);
    std::vector<std::uint32_t> expected;
    rows.forEach([&](std::size_t row) { expected.push_back(static_cast<std::uint32_t>(row)); });
    std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
      for (const SortKey& key : keys)
        if (const int order = compareRows(*frame.find(key.column), key.descending, a, b)) return order < 0;
      return false;
    });
    const auto order = rowOrder(frame, rows, keys, {});
    ASSERT_TRUE(order);
    ASSERT_EQ(*order, expected) << (keys.empty() ? "no key" : keys.front().column);
  }
}

TEST(RowOrder, isWhatAStableSortGives) {
  for (const std::size_t rows : {0U, 1U, 2U, 500U, 3001U}) compareWithStableSort(randomFrame(rows, 21), 21, 40);
}

TEST(RowOrder, ofTwoThreadsIsWhatAStableSortGives) { compareWithStableSort(randomFrame(210001, 22), 22, 3); }

TEST(RowOrder, ofRealLeadsIsWhatAStableSortGives) {
  if (const auto leads = realLeads()) compareWithStableSort(*leads, 23, 40);
}

TEST(RowOrder, ofTextsThatShareTheirBeginningsLooksAtAllOfThem) {
  TextColumnBuilder builder;
  for (const char* text : {"person 10", "Person 1", "person 1", "person", "PERSON 2", "person 100000", "", "perso"})
    builder.append(text);
  const Frame frame = frameOf({shared(std::move(builder).finish("Person", "Person", {}))});
  EXPECT_EQ(*rowOrder(frame, RowSet(8, true), {{"Person", false}}, {}),
            (std::vector<std::uint32_t>{7, 3, 1, 2, 0, 5, 4, 6}));
  EXPECT_EQ(*rowOrder(frame, RowSet(8, true), {{"Person", true}}, {}),
            (std::vector<std::uint32_t>{4, 5, 0, 2, 1, 3, 7, 6}));
}

TEST(RowOrder, endsEarlyWhenCancelled) {
  const Frame frame = randomFrame(2000, 24);
  int asked = 0;
  const Progress progress{{}, [&] { return ++asked > 2; }};
  const auto order = rowOrder(frame, RowSet(2000, true), {{"Spent", false}, {"City", true}}, progress);
  ASSERT_TRUE(order);
  EXPECT_TRUE(order->empty());
  EXPECT_LE(asked, 6);
}

TEST(RowOrder, refusesAColumnThatIsNotThere) {
  const auto order = rowOrder(randomFrame(3, 1), RowSet(3, true), {{"Town", false}}, {});
  ASSERT_FALSE(order);
  EXPECT_EQ(order.error().code, Errc::UnknownColumn);
}

}  // namespace
}  // namespace leadlight::test
