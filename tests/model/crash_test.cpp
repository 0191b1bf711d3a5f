#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <random>

#include "model/load/loader.h"
#include "model/store/database.h"
#include "tests/support/temp_folder.h"

// A process that dies in the middle of a load. LEADLIGHT_CRASH_FILE names a bigger file than the one made here.

namespace leadlight {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

fs::path madeFile(const TempFolder& folder, const char* name, int first, int rows) {
  std::string text = "Prospect ID,Lead Source,TotalVisits,City,Note\n";
  for (int i = first; i < first + rows; ++i)
    text += "key-" + std::to_string(i) + ",Google," + std::to_string(i % 17) + ",Mumbai,\"a note, number " +
            std::to_string(i) + "\"\n";
  return folder.write(name, text);
}

std::uint64_t leadsIn(const fs::path& file) {
  Result<Store> store = Store::open(file, Store::Mode::ReadOnly);
  if (!store) return 0;
  const Result<std::uint64_t> count = store->leadCount("leads");
  return count ? *count : 0;
}

// Starts a process that loads `file` and, unless it is quicker, is killed after `delay`.
void loadAndKill(const fs::path& store, const fs::path& file, std::chrono::microseconds delay) {
  const pid_t child = ::fork();
  if (child == 0) {
    Result<Store> opened = Store::open(store, Store::Mode::ReadWrite);
    const bool done = opened && loadFile(*opened, file, {}, {});
    ::_exit(done ? 0 : 1);
  }
  ::usleep(static_cast<useconds_t>(delay.count()));
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
}

std::chrono::microseconds timeOfLoad(const fs::path& store, const fs::path& file) {
  const auto start = Clock::now();
  Result<Store> opened = Store::open(store, Store::Mode::ReadWrite);
  EXPECT_TRUE(opened && loadFile(*opened, file, {}, {}));
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

TEST(Crash, aLoadKilledAtAnyMomentIsThereWhollyOrNotAtAll) {
  const TempFolder folder;
  const char* given = std::getenv("LEADLIGHT_CRASH_FILE");
  const fs::path before = madeFile(folder, "before.csv", 0, 500);
  const fs::path file = given != nullptr ? fs::path(given) : madeFile(folder, "big.csv", 400, 20'000);
  const fs::path whole = folder.path() / "whole.db";
  timeOfLoad(whole, before);
  const auto duration = timeOfLoad(whole, file);
  const std::uint64_t all = leadsIn(whole);
  Result<Store> reference = Store::open(whole, Store::Mode::ReadOnly);
  const std::string digest = *reference->digest("leads");

  std::mt19937 random(11);
  for (int round = 0; round < 10; ++round) {
    const fs::path store = folder.path() / ("killed-" + std::to_string(round) + ".db");
    timeOfLoad(store, before);
    const auto delay = duration * static_cast<long>(random() % 1000) / 1000;
    loadAndKill(store, file, delay);
    const std::uint64_t leads = leadsIn(store);
    EXPECT_TRUE(leads == 500 || leads == all) << leads << " leads after " << delay.count() << " us";

    Result<Store> reopened = Store::open(store, Store::Mode::ReadWrite);
    ASSERT_TRUE(reopened) << reopened.error().what;
    Result<Statement> check = reopened->database().prepare("PRAGMA integrity_check");
    ASSERT_TRUE(check && *check->step());
    EXPECT_EQ(check->text(0), "ok");
    check->reset();
    const Result<LoadReport> again = loadFile(*reopened, file, {}, {});
    ASSERT_TRUE(again) << again.error().what;
    EXPECT_EQ(*reopened->digest("leads"), digest);
  }
}

TEST(Crash, theStoreAndItsFolderAreTheOwnersAlone) {
  const TempFolder folder;
  const fs::path file = folder.path() / "data" / "leads.db";
  ASSERT_TRUE(Store::open(file, Store::Mode::ReadWrite));
  EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(fs::status(file.parent_path()).permissions(), fs::perms::owner_all);
}

TEST(Crash, aStoreOfANewerVersionOrOfAnotherProgramIsRefusedWithASentence) {
  const TempFolder folder;
  const fs::path newer = folder.path() / "newer.db", other = folder.path() / "other.db";
  {
    Result<Store> store = Store::open(newer, Store::Mode::ReadWrite);
    ASSERT_TRUE(store->database().run("PRAGMA user_version = 999"));
    auto database = Database::open(other, Database::Mode::ReadWrite);
    ASSERT_TRUE((*database)->run("CREATE TABLE notes(text)"));
  }
  EXPECT_EQ(Store::open(newer, Store::Mode::ReadWrite).error().code, Errc::StoreNewer);
  EXPECT_EQ(Store::open(newer, Store::Mode::ReadOnly).error().code, Errc::StoreNewer);
  EXPECT_EQ(Store::open(other, Store::Mode::ReadWrite).error().code, Errc::StoreDamaged);
  const fs::path text = folder.write("text.db", "this is a text, not a database, and long enough to be read as one");
  EXPECT_EQ(Store::open(text, Store::Mode::ReadWrite).error().code, Errc::StoreDamaged);
}

}  // namespace
}  // namespace leadlight
