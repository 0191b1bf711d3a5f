#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>

#include "model/store/store.h"
#include "tests/support/temp_folder.h"

// What people read where the system refuses a store: that it cannot be read is another thing than that there is none.

namespace leadlight {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr uid_t nobody = 65534;

// Root may read everything, so it becomes somebody else for a moment.
class SomebodyElse {
 public:
  SomebodyElse() : self_(::geteuid()) {
    if (self_ == 0) {
      EXPECT_EQ(::seteuid(nobody), 0);
    }
  }
  ~SomebodyElse() { EXPECT_EQ(::seteuid(self_), 0); }
  SomebodyElse(const SomebodyElse&) = delete;
  SomebodyElse& operator=(const SomebodyElse&) = delete;

 private:
  uid_t self_;
};

class StoreRefusal : public testing::Test {
 protected:
  StoreRefusal() {
    fs::create_directory(inner_);
    EXPECT_TRUE(Store::open(store_, Store::Mode::ReadWrite));
    EXPECT_EQ(::chmod(folder_.path().c_str(), 0755), 0);
  }
  ~StoreRefusal() override {
    ::chmod(inner_.c_str(), 0700);
    ::chmod(store_.c_str(), 0600);
  }
  static Error refusalOf(const fs::path& file, Store::Mode mode) {
    const SomebodyElse other;
    const Result<Store> opened = Store::open(file, mode);
    EXPECT_FALSE(opened);
    return opened ? Error{} : opened.error();
  }

  TempFolder folder_;
  fs::path inner_ = folder_.path() / "inner";
  fs::path store_ = inner_ / "leads.db";
};

TEST_F(StoreRefusal, aStoreThatMayNotBeReadSaysSo) {
  ASSERT_EQ(::chmod(store_.c_str(), 0), 0);
  ASSERT_EQ(::chmod(inner_.c_str(), 0755), 0);
  for (const Store::Mode mode : {Store::Mode::ReadOnly, Store::Mode::ReadWrite}) {
    const Error error = refusalOf(store_, mode);
    EXPECT_EQ(error.code, Errc::NoPermission);
    EXPECT_THAT(error.what, HasSubstr("Permission denied"));
    EXPECT_EQ(error.where, store_.string());
  }
}

TEST_F(StoreRefusal, aStoreInAFolderThatMayNotBeSearchedIsNotSaidToBeMissing) {
  ASSERT_EQ(::chmod(inner_.c_str(), 0), 0);
  for (const Store::Mode mode : {Store::Mode::ReadOnly, Store::Mode::ReadWrite})
    EXPECT_EQ(refusalOf(store_, mode).code, Errc::NoPermission);
  EXPECT_EQ(refusalOf(inner_ / "new.db", Store::Mode::ReadWrite).code, Errc::NoPermission);
}

TEST_F(StoreRefusal, whatCannotBeAStoreIsNamed) {
  EXPECT_EQ(Store::open(inner_, Store::Mode::ReadOnly).error().code, Errc::IsDirectory);
  EXPECT_EQ(Store::open(inner_ / "none.db", Store::Mode::ReadOnly).error().code, Errc::NotFound);
  const Error below = Store::open(store_ / "x.db", Store::Mode::ReadWrite).error();
  EXPECT_EQ(below.code, Errc::Io);
  EXPECT_THAT(below.what, HasSubstr("Not a directory"));
}

TEST_F(StoreRefusal, aPipeOrADeviceIsNoStoreAndNothingWaitsForIt) {
  const fs::path pipe = folder_.path() / "pipe.db";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  for (const fs::path& file : {pipe, fs::path("/dev/null")})
    for (const Store::Mode mode : {Store::Mode::ReadOnly, Store::Mode::ReadWrite}) {
      const Error refused = Store::open(file, mode).error();
      EXPECT_EQ(refused.code, Errc::StoreDamaged);
      EXPECT_EQ(refused.what, "The store must be a file; this is a pipe or a device.");
    }
  EXPECT_FALSE(fs::exists("/dev/null-journal"));
}

TEST_F(StoreRefusal, anotherProgramsDatabaseStaysByteForByteWhatItWas) {
  const fs::path foreign = folder_.path() / "foreign.db";
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(foreign.c_str(), &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database, "CREATE TABLE t(a)", nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(database);
  const auto bytes = [&] {
    std::ifstream in(foreign, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string before = bytes();
  for (const Store::Mode mode : {Store::Mode::ReadOnly, Store::Mode::ReadWrite}) {
    const Error refused = Store::open(foreign, mode).error();
    EXPECT_EQ(refused.code, Errc::StoreDamaged);
    EXPECT_THAT(refused.what, HasSubstr("belongs to another program"));
  }
  EXPECT_EQ(bytes(), before);
}

int (*openFile)(sqlite3_vfs*, const char*, sqlite3_file*, int, int*) = nullptr;
sqlite3_io_methods fullDisk;

// SQLite reports a log's index that found no room as an input or output error.
int openOnFullDisk(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* given) {
  const int code = openFile(vfs, name, file, flags, given);
  if (code != SQLITE_OK || file->pMethods->iVersion < 2) return code;
  fullDisk = *file->pMethods;
  fullDisk.xShmMap = [](sqlite3_file*, int, int, int, void volatile**) {
    errno = ENOSPC;
    return SQLITE_IOERR_SHMSIZE;
  };
  file->pMethods = &fullDisk;
  return SQLITE_OK;
}

TEST_F(StoreRefusal, aFullDiskIsNamedWhereSqliteTellsOnlyThatWritingFailed) {
  sqlite3_vfs* const usual = sqlite3_vfs_find(nullptr);
  openFile = usual->xOpen;
  sqlite3_vfs full = *usual;
  full.zName = "full";
  full.xOpen = openOnFullDisk;
  ASSERT_EQ(sqlite3_vfs_register(&full, 1), SQLITE_OK);
  const Result<Store> opened = Store::open(store_, Store::Mode::ReadWrite);
  sqlite3_vfs_unregister(&full);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Errc::DiskFull);
  EXPECT_EQ(opened.error().what, "The disk is full. Nothing was changed. Make room there and try again.");
}

}  // namespace
}  // namespace leadlight
