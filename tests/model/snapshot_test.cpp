#include "model/store/snapshot.h"

#include <gtest/gtest.h>

#include <fstream>

#include "model/load/loader.h"
#include "model/store/database.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

class Snapshots : public testing::Test {
 protected:
  Snapshots() { load("one.csv", "a,1\nb,2\n"); }

  Store open() { return *Store::open(place_, Store::Mode::ReadWrite); }
  void load(const char* name, const std::string& rows) {
    Store store = open();
    ASSERT_TRUE(loadFile(store, folder_.write(name, "Prospect ID,TotalVisits\n" + rows), {}, {}));
  }
  std::string digest() { return *open().digest("leads"); }
  void create(const std::string& name) {
    Store store = open();
    const auto made = createSnapshot(store, name, {});
    ASSERT_TRUE(made) << made.error().what;
  }
  std::vector<std::string> filesBeside() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path())) names.push_back(entry.path().filename());
    return names;
  }

  TempFolder folder_;
  fs::path place_ = folder_.path() / "leads.db";
};

TEST_F(Snapshots, aRestoredSnapshotIsTheStoreOfThatMomentAndTheHistoryGoesOn) {
  const std::string before = digest();
  create("first");
  load("two.csv", "a,9\nc,3\n");
  ASSERT_NE(digest(), before);
  const Status restored = restoreSnapshot(place_, "first", {});
  ASSERT_TRUE(restored) << restored.error().what;
  EXPECT_EQ(digest(), before);
  Store store = open();
  EXPECT_EQ(store.loads()->size(), 1U);
  EXPECT_EQ(*store.lastEvent(), 3);  // load 2 is gone, its number is not given again
  EXPECT_TRUE(store.database().checkIntegrity());
  std::string audit;
  const auto entries = store.audit(10);
  for (const AuditEntry& entry : *entries) audit += entry.action + " " + entry.detail + "; ";
  EXPECT_EQ(audit, "restore snapshot first; load load 2; snapshot first; load load 1; ");
}

TEST_F(Snapshots, aStoreThatOthersHaveOpenChangesUnderThemInOneStep) {
  create("first");
  const std::string before = digest();
  load("two.csv", "c,3\n");
  Result<Store> reader = Store::open(place_, Store::Mode::ReadOnly);
  ASSERT_EQ(*reader->leadCount("leads"), 3U);
  ASSERT_TRUE(restoreSnapshot(place_, "first", {}));
  EXPECT_EQ(*reader->leadCount("leads"), 2U);
  EXPECT_EQ(*reader->digest("leads"), before);
}

TEST_F(Snapshots, aDamagedSnapshotIsRefusedAndNothingChanges) {
  create("first");
  load("two.csv", "c,3\n");
  const std::string now = digest();
  const fs::path file = snapshotFolder(place_) / "first.db";
  {
    std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
    bytes.seekp(static_cast<std::streamoff>(fs::file_size(file) / 2));
    bytes.put('?');
  }
  EXPECT_EQ(restoreSnapshot(place_, "first", {}).error().code, Errc::BadSnapshot);
  fs::resize_file(file, 4096);
  EXPECT_EQ(restoreSnapshot(place_, "first", {}).error().code, Errc::BadSnapshot);
  EXPECT_EQ(restoreSnapshot(place_, "second", {}).error().code, Errc::BadSnapshot);
  EXPECT_EQ(restoreSnapshot(place_, "../leads", {}).error().code, Errc::BadSnapshot);
  EXPECT_EQ(digest(), now);
}

TEST_F(Snapshots, aMissingOrDamagedStoreIsReplacedWithItsStaleJournals) {
  const std::string before = digest();
  create("first");
  for (const bool missing : {true, false}) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
      fs::remove(place_.string() + suffix);
      if (!missing || *suffix != '\0') std::ofstream(place_.string() + suffix) << std::string(40'000, 'x');
    }
    const Status restored = restoreSnapshot(place_, "first", {});
    ASSERT_TRUE(restored) << restored.error().what;
    EXPECT_FALSE(fs::exists(place_.string() + "-wal"));
    EXPECT_EQ(fs::status(place_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(digest(), before);
  }
}

TEST_F(Snapshots, folderAndFilesAreTheOwnersAloneAndNothingElseIsLeft) {
  create("first");
  const fs::path folder = snapshotFolder(place_);
  EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all);
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename());
    EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write) << entry.path();
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"first.db", "first.json"}));
}

TEST_F(Snapshots, theListTellsWhatIsInThemAndOneCanBeRemoved) {
  create("first");
  load("two.csv", "c,3\n");
  create("second");
  const auto all = listSnapshots(place_);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->front().datasets.front().leads + all->back().datasets.front().leads, 5U);
  Store store = open();
  EXPECT_EQ(createSnapshot(store, "first", {}).error().code, Errc::Usage);
  EXPECT_EQ(createSnapshot(store, "a/b", {}).error().code, Errc::Usage);
  ASSERT_TRUE(removeSnapshot(place_, "first"));
  EXPECT_EQ(listSnapshots(place_)->size(), 1U);
  EXPECT_EQ(removeSnapshot(place_, "first").error().code, Errc::BadSnapshot);
}

TEST_F(Snapshots, whoStopsOneLeavesNothing) {
  Store store = open();
  const Progress stopped{.onReport = {}, .isCancelled = [] { return true; }};
  EXPECT_EQ(createSnapshot(store, "first", stopped).error().code, Errc::Interrupted);
  EXPECT_TRUE(listSnapshots(place_)->empty());
  EXPECT_TRUE(fs::is_empty(snapshotFolder(place_)));
}

}  // namespace
}  // namespace leadlight
