#include <gtest/gtest.h>

#include "model/load/loader.h"
#include "model/store/database.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

std::vector<StoredScore> scoresOf(Store& store, std::int64_t scorecard) {
  std::vector<StoredScore> all;
  EXPECT_TRUE(store.readScores("leads", scorecard, [&](const StoredScore& score) { all.push_back(score); }));
  return all;
}

TEST(Scores, writingAgainChangesOnlyWhatDiffersAndDropsLeadsThatAreGone) {
  const TempFolder folder;
  Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(store && loadFile(*store, folder.write("a.csv", "Prospect ID,City\na,x\nb,y\n"), {}, {}));
  const std::vector<std::string> bands = {"A", "B"};
  const std::vector<std::int64_t> first = {1, 2, 4}, second = {2, 3, 4};
  const std::vector<double> score = {10, 20, 30}, changed = {20, 25, 31}, probability = {0.1, 0.2, 0.3};
  const std::vector<std::uint8_t> band = {1, 0, 0}, other = {0, 1, 0};
  ASSERT_TRUE(store->writeScores("leads", 7, {first, score, {}, band, bands}, {}));
  EXPECT_EQ(scoresOf(*store, 7), (std::vector<StoredScore>{{1, 10, {}, "B"}, {2, 20, {}, "A"}, {4, 30, {}, "A"}}));
  const std::int64_t before = *store->database().number("SELECT total_changes()");
  ASSERT_TRUE(store->writeScores("leads", 7, {second, changed, {}, other, bands}, {}));
  EXPECT_EQ(scoresOf(*store, 7), (std::vector<StoredScore>{{2, 20, {}, "A"}, {3, 25, {}, "B"}, {4, 31, {}, "A"}}));
  EXPECT_EQ(*store->database().number("SELECT total_changes()") - before, 4)
      << "a row gone, one new, one changed, the revision renewed; lead 2 kept its row";
  ASSERT_TRUE(store->writeScores("leads", 8, {first, score, probability, {}, bands}, {}));
  EXPECT_EQ(scoresOf(*store, 8), (std::vector<StoredScore>{{1, 10, 0.1, ""}, {2, 20, 0.2, ""}, {4, 30, 0.3, ""}}));
  EXPECT_EQ(scoresOf(*store, 7).size(), 3U);
}

}  // namespace
}  // namespace leadlight
