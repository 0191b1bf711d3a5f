#include "model/frame/frame_load.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

const fs::path data = fs::path(LEADLIGHT_SHARED) / "data";

std::string bytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class FrameLoad : public ::testing::Test {
 protected:
  Result<LoadReport> load(const fs::path& file, const LoadOptions& options = {}) {
    return loadWithFrame(*store_, file, options, frame_, {});
  }
  Result<LoadReport> loadText(const std::string& text, const LoadOptions& options = {}) {
    return load(folder_.write("leads" + std::to_string(++files_) + ".csv", text), options);
  }
  // What the load left is, byte for byte, what a frame read from the table leaves.
  void expectTheFrameReadAnew() {
    ASSERT_TRUE(fs::exists(copy_)) << "the load left a copy";
    const std::string grown = bytesOf(copy_);
    fs::remove(copy_);
    ASSERT_TRUE(readFrame(*store_, "leads", frame_, {}));
    EXPECT_TRUE(grown == bytesOf(copy_));
  }

  TempFolder folder_;
  fs::path copy_ = folder_.path() / "leads.db-frame-leads";
  Result<Store> store_ = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
  FrameOptions frame_{.columns = {}, .cachedRows = 1};
  int files_ = 0;
};

class FrameLoadOfFile : public FrameLoad, public ::testing::WithParamInterface<const char*> {};

TEST_P(FrameLoadOfFile, leavesTheFrameThatTheTableGives) {
  if (!fs::exists(data / GetParam())) GTEST_SKIP() << "no " << GetParam();
  for (const std::size_t distinct : {std::size_t{65536}, std::size_t{50}}) {
    frame_.maxDistinct = distinct;
    fs::remove(copy_);
    const auto report = load(data / GetParam());
    ASSERT_TRUE(report) << report.error().what;
    expectTheFrameReadAnew();
    ASSERT_TRUE(store_->undo(report->id, {}));
  }
}

INSTANTIATE_TEST_SUITE_P(RealFiles, FrameLoadOfFile,
                         ::testing::Values("x-education/Leads.csv", "bank-marketing/bank.csv",
                                           "leadsquared/prospectos.json",
                                           "support-tickets/customer_support_tickets.csv"));

TEST_F(FrameLoad, ofRowsThatWriteOverEachOtherShowsTheLast) {
  std::mt19937 random(5);
  std::string text = "Prospect ID,City,Visits,Modified\n";
  for (int row = 0; row < 3000; ++row) {
    const auto key = std::to_string(row % 4 == 0 ? random() % 2500 : static_cast<unsigned>(row));
    text += key + ",city " + std::to_string(random() % 2000) + ',' + (random() % 9 == 0 ? "" : std::to_string(row)) +
            ",2024-0" + std::to_string(1 + random() % 9) + "-11\n";
  }
  LoadOptions options;
  options.key = "Prospect ID";
  const auto report = loadText(text, options);
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_GT(report->superseded, 100U);
  expectTheFrameReadAnew();
}

TEST_F(FrameLoad, ofRowsWithoutAKeyAndOfRefusedOnesIsWhole) {
  std::string text = "City,Visits\n";
  for (int row = 0; row < 3000; ++row)
    text += "city " + std::to_string(row % 7) + ',' + (row % 100 == 50 ? "many" : std::to_string(row % 11)) + '\n';
  const auto report = loadText(text + "Pune,\"open\n");
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_GT(report->quarantined, 0U);
  expectTheFrameReadAnew();
}

TEST_F(FrameLoad, intoATableThatKnowsMoreColumnsThanTheFileLeavesThemBlank) {
  const auto first = loadText("Prospect ID,Campaign,City\n1,spring,Pune\n");
  ASSERT_TRUE(first && store_->undo(first->id, {}));
  fs::remove(copy_);
  ASSERT_TRUE(loadText("Prospect ID,City\n1,Delhi\n2,Goa\n"));
  expectTheFrameReadAnew();
  EXPECT_EQ(readFrame(*store_, "leads", frame_, {})->find("Campaign")->textAt(1), "");
}

TEST_F(FrameLoad, thatFailsOrIsOnlyTriedLeavesNothing) {
  LoadOptions options;
  options.maxErrors = 0;
  EXPECT_FALSE(loadText("Prospect ID,City\n1,Delhi\n2,Goa,\"open\n", options));
  EXPECT_FALSE(fs::exists(copy_));
  options = {};
  options.validateOnly = true;
  EXPECT_TRUE(loadText("Prospect ID,City\n1,Delhi\n2,Goa\n", options));
  EXPECT_FALSE(fs::exists(copy_));
}

TEST_F(FrameLoad, ofMoreLeadsThanAreCopiedLeavesNothing) {
  frame_.mostCachedRows = 1;
  ASSERT_TRUE(loadText("Prospect ID,City\n1,Delhi\n2,Goa\n"));
  EXPECT_FALSE(fs::exists(copy_));
}

TEST_F(FrameLoad, intoLeadsThatAreThereAlreadyDoesNotCallThemTheFrame) {
  ASSERT_TRUE(loadText("Prospect ID,City\n1,Delhi\n2,Goa\n"));
  ASSERT_TRUE(loadText("Prospect ID,City\n3,Pune\n"));
  const auto frame = readFrame(*store_, "leads", frame_, {});
  EXPECT_EQ(frame->rows(), 3U);
}

}  // namespace
}  // namespace leadlight
