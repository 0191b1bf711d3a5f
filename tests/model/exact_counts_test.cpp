#include <gtest/gtest.h>

#include <bit>
#include <fstream>

#include "model/frame/aggregate.h"
#include "model/frame/frame_reader.h"
#include "model/load/loader.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

// Sizes at which other tools cut a file short without a word: a preview's end, the rows of a spreadsheet, two million.
class ExactCounts : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  // Every seventh lead converts, every hundredth comes twice, and the last row but one cannot be taken.
  std::filesystem::path file(std::uint64_t rows) const {
    const std::filesystem::path path = folder_.path() / "leads.csv";
    std::ofstream out(path, std::ios::binary);
    out << "Prospect ID,Lead Source,Converted\n";
    for (std::uint64_t i = 0; i < rows; ++i) {
      const std::uint64_t key = i % 100 == 99 ? i - 1 : i;
      if (i + 2 == rows)
        out << ",source,0\n";
      else
        out << "key-" << key << ",source " << key % 5 << ',' << (key % 7 == 0 ? 1 : 0) << '\n';
    }
    return path;
  }

  TempFolder folder_;
};

TEST_P(ExactCounts, everyRowIsCountedInEveryPlace) {
  const std::uint64_t rows = GetParam();
  // By plain arithmetic over the keys that remain.
  std::uint64_t leads = 0, converted = 0, superseded = 0;
  for (std::uint64_t i = 0; i < rows; ++i) {
    if (i + 2 == rows) continue;
    const bool again = i % 100 == 99 && i + 1 != rows;
    superseded += again ? 1 : 0;
    leads += again ? 0 : 1;
    if (!again && (i % 100 == 99 ? i - 1 : i) % 7 == 0) ++converted;
  }
  Result<Store> store = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(store);
  const Result<LoadReport> report = loadFile(*store, file(rows), {}, {});
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->parsed, rows);
  EXPECT_EQ(report->fresh, leads);
  EXPECT_EQ(report->superseded, superseded);
  EXPECT_EQ(report->quarantined, 1U);
  EXPECT_EQ(*store->leadCount("leads"), leads);
  for (int time = 0; time < 2; ++time) {  // out of the store, and out of the copy beside it
    const Result<Frame> frame = readFrame(*store, "leads", {}, {});
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->rows(), leads);
    std::uint64_t positives = 0;
    for (const std::uint64_t word : frame->converted({"Converted", {"1"}}))
      positives += static_cast<std::uint64_t>(std::popcount(word));
    EXPECT_EQ(positives, converted);
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, ExactCounts, ::testing::Values(42'224U, 1'048'577U, 2'000'000U));

}  // namespace
}  // namespace leadlight
