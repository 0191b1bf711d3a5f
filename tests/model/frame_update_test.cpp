#include "model/frame/frame_update.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "model/frame/frame_reader.h"
#include "model/load/loader.h"
#include "model/store/database.h"
#include "model/store/snapshot.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class FrameUpdate : public ::testing::Test {
 protected:
  void SetUp() override { load(rows(0, 600, 0)); }

  // Texts of few and of many values, blanks and placeholders, both kinds of numbers, dates with and without a time.
  static std::string row(int key, unsigned salt) {
    const auto pick = [&](unsigned n) { return (static_cast<unsigned>(key) * 2654435761U + salt * 40503U) / 64 % n; };
    return "key-" + std::to_string(key) + ",source " + std::to_string(pick(300)) + ',' +
           (pick(7) == 0   ? "Select"
            : pick(5) == 0 ? ""
                           : "Pune " + std::to_string(pick(3) + salt)) +
           ',' + (pick(5) == 0 ? "" : std::to_string(pick(40))) + ',' + std::to_string(pick(9)) + ".25,2024-0" +
           std::to_string(1 + pick(9)) + "-11" + (salt % 2 == 0 ? "" : " 04:05:00") + ",mail" + std::to_string(key) +
           '-' + std::to_string(salt) + "@example.com\n";
  }
  static std::string header() {
    return "Prospect ID,Lead Source,City,TotalVisits,Page Views Per Visit,Created On,Email\n";
  }
  static std::string rows(int first, int last, unsigned salt) {
    std::string text = header();
    for (int i = first; i < last; ++i) text += row(i, salt);
    return text;
  }
  void load(const std::string& text) {
    const auto report = loadFile(*store_, folder_.write("leads" + std::to_string(++files_) + ".csv", text), {}, {});
    ASSERT_TRUE(report) << report.error().what;
    last_ = report->id;
  }
  Frame frame() { return *readFrame(*store_, "leads", options_, {}); }
  // The copy brought up to date, byte for byte the one that a frame read from the table leaves.
  void expectTheFrameReadAnew() {
    frame();
    const std::string updated = bytesOf(copy_);
    fs::remove(copy_);
    frame();
    EXPECT_EQ(updated, bytesOf(copy_));
  }
  // Changes lead 1 behind the store's back: what is read anew shows it, what was carried on does not.
  void meddle() { ASSERT_TRUE(store_->database().run("UPDATE leads_final SET City = 'Elsewhere' WHERE lead_id = 1")); }
  bool isReadAnew() { return frame().find("City")->textAt(0) == "Elsewhere"; }

  TempFolder folder_;
  fs::path copy_ = folder_.path() / "leads.db-frame-leads";
  Result<Store> store_ = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
  FrameOptions options_{.columns = {}, .cachedRows = 0};
  int files_ = 0;
  std::int64_t last_ = 0;
};

TEST_F(FrameUpdate, onlyTheLeadsThatChangedAreRead) {
  frame();
  meddle();
  load(rows(100, 130, 1));
  EXPECT_FALSE(isReadAnew());
  const auto named = readFrame(*store_, "leads", {.columns = {"city"}}, {});
  EXPECT_NE(named->columns()[0]->textAt(0), "Elsewhere") << "single columns come from it, too";
  load(rows(0, 600, 2));
  meddle();
  EXPECT_TRUE(isReadAnew()) << "too much changed";
}

TEST_F(FrameUpdate, anyCourseOfLoadsAndUndosGivesTheFrameReadAnew) {
  frame();
  std::mt19937 random(11);
  std::vector<std::int64_t> standing;
  int next = 600;
  for (unsigned step = 1; step <= 40; ++step) {
    if (!standing.empty() && random() % 3 == 0) {
      ASSERT_TRUE(store_->undo(standing.back(), {}));
      standing.pop_back();
    } else {
      std::string text = header();
      for (int i = 0; i < 25; ++i) text += row(static_cast<int>(random() % 600), step);
      const int fresh = static_cast<int>(random() % 12);
      for (int i = 0; i < fresh; ++i) text += row(next++, step);
      load(text);
      standing.push_back(last_);
    }
    if (random() % 3 == 0) continue;  // two events at once
    expectTheFrameReadAnew();
    if (HasFailure()) FAIL() << "after step " << step;
  }
}

TEST_F(FrameUpdate, columnsThatComeOrChangeTheirTypeAreReadAnew) {
  frame();
  meddle();
  load("Prospect ID,Campaign\nkey-5,spring\n");
  EXPECT_TRUE(isReadAnew());
  EXPECT_EQ(frame().find("Campaign")->textAt(5), "spring");
  expectTheFrameReadAnew();
}

TEST_F(FrameUpdate, columnsOfTooManyValuesStayInTheStoreForAsLongAsThatIsSure) {
  options_.maxDistinct = 250;  // beyond it: keys, e-mail addresses; sources are fewer
  EXPECT_EQ(frame().find("Email"), nullptr);
  EXPECT_EQ(frame().find("Prospect_ID"), nullptr);
  meddle();
  load(rows(100, 130, 1));
  EXPECT_FALSE(isReadAnew());
  EXPECT_EQ(frame().find("Email"), nullptr);
  load(rows(200, 340, 1));
  EXPECT_FALSE(isReadAnew());
  load(rows(400, 540, 1));
  EXPECT_TRUE(isReadAnew()) << "of 310 changes each might have taken one value away";
  EXPECT_EQ(frame().find("Email"), nullptr);
}

TEST_F(FrameUpdate, whatComesAfterASnapshotIsForgottenWithIt) {
  ASSERT_TRUE(createSnapshot(*store_, "before", {}));
  load(rows(100, 130, 1));
  const std::string abandoned = frame().find("City")->textAt(110);
  const std::string copy = bytesOf(copy_);
  const fs::path place = store_->file();
  store_ = Store::open(":memory:", Store::Mode::ReadWrite);
  ASSERT_TRUE(restoreSnapshot(place, "before", {}));
  store_ = Store::open(place, Store::Mode::ReadWrite);
  std::ofstream(copy_, std::ios::binary) << copy;
  load(rows(200, 210, 1));
  EXPECT_NE(frame().find("City")->textAt(110), abandoned);
  expectTheFrameReadAnew();
}

TEST_F(FrameUpdate, aCopyThatWasDamagedIsNotCarriedOn) {
  frame();
  std::string bytes = bytesOf(copy_);
  bytes[200] = static_cast<char>(bytes[200] ^ 1);
  std::ofstream(copy_, std::ios::binary) << bytes;
  meddle();
  load(rows(100, 130, 1));
  EXPECT_TRUE(isReadAnew());
}

}  // namespace
}  // namespace leadlight
