#include "model/load/drop_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/support/patience.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

const std::string leads = "Prospect ID,TotalVisits\na,1\nb,2\n";

class Drop : public ::testing::Test {
 protected:
  Drop() : store_(*Store::open(home_.path() / "leads.db", Store::Mode::ReadWrite)) {
    fs::create_directory(inbox_);
    options_.folder = inbox_;
    options_.settle = std::chrono::milliseconds(50);
    options_.rescan = std::chrono::milliseconds(100);
    callbacks_.onFile = [this](const DropOutcome& outcome) { outcomes_.push_back(outcome); };
  }
  // Whole at once: a watch takes a file that has not grown for a moment, and a busy machine may make one.
  void put(const std::string& name, const std::string& text) {
    const fs::path written = home_.path() / "written";
    std::ofstream(written, std::ios::binary) << text;
    fs::rename(written, inbox_ / name);
  }
  void runOnce() {
    const Status done = DropFolder(options_, callbacks_).run(store_, DropFolder::Until::Empty);
    EXPECT_TRUE(done) << done.error().what;
  }
  static nlohmann::json report(const fs::path& file) {
    std::ifstream in(file.string() + ".report.json");
    return nlohmann::json::parse(in, nullptr, false);
  }

  TempFolder home_;
  fs::path inbox_ = home_.path() / "inbox";
  Store store_;
  DropFolder::Options options_;
  DropFolder::Callbacks callbacks_;
  std::vector<DropOutcome> outcomes_;
};

TEST_F(Drop, aFileIsLoadedScoredAndPutAwayWithAReport) {
  callbacks_.score = [](Store& store, const LoadReport& load) { return store.leadCount(load.dataset); };
  put("june.csv", leads);
  runOnce();
  EXPECT_FALSE(fs::exists(inbox_ / "june.csv"));
  ASSERT_TRUE(fs::exists(inbox_ / "done" / "june.csv"));
  const nlohmann::json json = report(inbox_ / "done" / "june.csv");
  EXPECT_EQ(json["status"], "loaded");
  EXPECT_EQ(json["load"]["new"], 2);
  EXPECT_EQ(json["scored"], 2);
  EXPECT_TRUE(json["error"].is_null());
  EXPECT_EQ(fs::status(inbox_ / "done").permissions(), fs::perms::owner_all);
}

TEST_F(Drop, aRenamedCopyNeverLoadsTwice) {
  put("june.csv", leads);
  runOnce();
  put("june (1).csv", leads);
  put("june.csv", leads);
  runOnce();
  EXPECT_EQ(*store_.leadCount("leads"), 2U);
  ASSERT_EQ(outcomes_.size(), 3U);
  EXPECT_EQ(outcomes_[1].load->status, LoadReport::Status::Skipped);
  // A name that is taken gets a number.
  EXPECT_TRUE(fs::exists(inbox_ / "done" / "june-2.csv"));
  EXPECT_EQ(report(inbox_ / "done" / "june-2.csv")["status"], "skipped");
}

TEST_F(Drop, whatCannotBeLoadedGoesToFailedAndSaysWhy) {
  put("empty.csv", "");
  put("picture.csv", "\x89PNG\r\n\x1a\n" + std::string(100, '\0'));
  runOnce();
  for (const char* name : {"empty.csv", "picture.csv"}) {
    ASSERT_TRUE(fs::exists(inbox_ / "failed" / name)) << name;
    EXPECT_FALSE(report(inbox_ / "failed" / name)["error"]["message"].get<std::string>().empty());
  }
}

TEST_F(Drop, linksPipesFoldersAndTemporaryNamesAreLeftAlone) {
  const fs::path outside = home_.write("outside.csv", leads);
  fs::create_symlink(outside, inbox_ / "link.csv");
  ASSERT_EQ(::mkfifo((inbox_ / "pipe.csv").c_str(), 0600), 0);
  fs::create_directory(inbox_ / "folder.csv");
  for (const char* name :
       {".hidden.csv", "a.csv.part", "b.csv~", "c.tmp", "d.csv.crdownload", "e.csv.part-12", "~$f.xlsx"})
    put(name, leads);
  runOnce();
  EXPECT_TRUE(outcomes_.empty());
  EXPECT_TRUE(fs::exists(inbox_ / "link.csv"));
  EXPECT_TRUE(fs::exists(outside));
  EXPECT_TRUE(store_.datasets().empty());
}

TEST_F(Drop, aFolderForDoneFilesThatIsALinkIsNotFollowed) {
  const fs::path elsewhere = home_.path() / "elsewhere";
  fs::create_directory(elsewhere);
  fs::create_directory_symlink(elsewhere, inbox_ / "done");
  put("june.csv", leads);
  runOnce();
  EXPECT_TRUE(fs::is_empty(elsewhere));
  ASSERT_EQ(outcomes_.size(), 1U);
  EXPECT_EQ(outcomes_[0].error->code, Errc::NoPermission);
}

TEST_F(Drop, aWatchTakesFilesAsTheyComeAndSurvivesALostFolder) {
  options_.settle = std::chrono::seconds(2);  // no pause of a write is taken for its end
  std::atomic<bool> stop = false;
  std::atomic<int> files = 0, gone = 0, back = 0;
  callbacks_.onFile = [&](const DropOutcome&) { ++files; };
  callbacks_.onFolder = [&](bool present) { ++(present ? back : gone); };
  callbacks_.progress.isCancelled = [&] { return stop.load(); };
  Status done;
  std::thread watch([&] { done = DropFolder(options_, callbacks_).run(store_, DropFolder::Until::Cancelled); });
  const auto waitFor = [](const std::atomic<int>& counter, int value) {
    for (int ms = 0; ms < testing::patience && counter < value; ms += 20)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return counter >= value;
  };
  std::ofstream(inbox_ / "one.csv") << leads;
  EXPECT_TRUE(waitFor(files, 1));
  put("two.csv", "Prospect ID,TotalVisits\nc,1\n");
  EXPECT_TRUE(waitFor(files, 2));
  fs::remove_all(inbox_);
  EXPECT_TRUE(waitFor(gone, 1));
  fs::create_directory(inbox_);
  put("three.csv", "Prospect ID,TotalVisits\nd,1\n");
  EXPECT_TRUE(waitFor(files, 3));
  EXPECT_EQ(back, 1);
  stop = true;
  watch.join();
  EXPECT_TRUE(done);
  EXPECT_EQ(*store_.leadCount("leads"), 4U);
}

TEST_F(Drop, aFileThatItsWriterHoldsOpenIsNotTakenHoweverLongItPauses) {
  std::ofstream writer(inbox_ / "slow.csv");
  writer << "Prospect ID,TotalVisits\na,1\n" << std::flush;
  std::thread late([&] {
    std::this_thread::sleep_for(options_.settle * 10);
    writer << "b,2\n";
    writer.close();
  });
  runOnce();
  late.join();
  ASSERT_EQ(outcomes_.size(), 1U);
  EXPECT_EQ(outcomes_[0].load->parsed, 2U);
  EXPECT_TRUE(fs::exists(inbox_ / "done" / "slow.csv"));
}

TEST_F(Drop, beingStoppedInALoadLeavesTheFileWhereItIs) {
  put("june.csv", leads);
  bool loading = false;
  callbacks_.progress.onReport = [&](std::string_view, std::uint64_t, std::uint64_t) { loading = true; };
  callbacks_.progress.isCancelled = [&] { return loading; };
  const Status done = DropFolder(options_, callbacks_).run(store_, DropFolder::Until::Empty);
  EXPECT_EQ(done.error().code, Errc::Interrupted);
  EXPECT_TRUE(fs::exists(inbox_ / "june.csv"));
  EXPECT_TRUE(store_.datasets().empty());
}

TEST_F(Drop, aFolderThatIsNotThereIsSaidSo) {
  options_.folder = home_.path() / "nowhere";
  EXPECT_EQ(DropFolder(options_, {}).run(store_, DropFolder::Until::Empty).error().code, Errc::NotFound);
}

}  // namespace
}  // namespace leadlight
