#include "model/base/output_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

class OutputFileTest : public testing::Test {
 protected:
  Status written(const fs::path& file, const std::string& text) {
    auto out = OutputFile::create(file);
    if (!out) return out.error();
    out->stream() << text;
    return out->commit();
  }
  static std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  TempFolder folder_;
};

TEST_F(OutputFileTest, aDatabaseAndItsFilesAreNeverWrittenOver) {
  const std::string database = std::string("SQLite format 3") + '\0' + "pages";
  const fs::path store = folder_.write("leads.db", database);
  folder_.write("leads.db-wal", "log");
  fs::create_symlink("leads.db", folder_.path() / "link.csv");
  for (const char* name : {"leads.db", "leads.db-wal", "leads.db-shm", "link.csv"}) {
    const Status refused = written(folder_.path() / name, "rows");
    ASSERT_FALSE(refused) << name;
    EXPECT_EQ(refused.error().code, Errc::IsDatabase) << name;
  }
  EXPECT_EQ(read(store), database);
  EXPECT_EQ(read(folder_.path() / "leads.db-wal"), "log");
  EXPECT_TRUE(written(folder_.path() / "other-wal", "rows"));
}

TEST_F(OutputFileTest, aSymbolicLinkStaysAndWhatItPointsToIsWritten) {
  const fs::path target = folder_.write("target.csv", "old");
  fs::create_directory(folder_.path() / "links");
  fs::create_symlink("../target.csv", folder_.path() / "links/a.csv");
  fs::create_symlink("a.csv", folder_.path() / "links/b.csv");
  fs::create_symlink("missing.csv", folder_.path() / "links/c.csv");
  ASSERT_TRUE(written(folder_.path() / "links/b.csv", "new"));
  EXPECT_EQ(read(target), "new");
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "links/b.csv"));
  ASSERT_TRUE(written(folder_.path() / "links/c.csv", "made"));
  EXPECT_EQ(read(folder_.path() / "links/missing.csv"), "made");
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "links/c.csv"));
}

TEST_F(OutputFileTest, whatADescriptorStandsForIsWrittenItself) {
  const fs::path file = folder_.write("open.txt", "before");
  const int descriptor = ::open(file.c_str(), O_RDONLY);
  ASSERT_GE(descriptor, 0);
  struct stat before {};
  ASSERT_EQ(::fstat(descriptor, &before), 0);
  fs::create_symlink("/proc/self/fd/" + std::to_string(descriptor), folder_.path() / "link");
  ASSERT_TRUE(written(folder_.path() / "link", "after"));
  struct stat after {};
  ASSERT_EQ(::stat(file.c_str(), &after), 0);
  EXPECT_EQ(after.st_ino, before.st_ino);
  EXPECT_EQ(read(file), "beforeafter");
  ::close(descriptor);
}

TEST_F(OutputFileTest, aFullDeviceAMissingFolderAndNoNameAreToldApart) {
  EXPECT_EQ(written("/dev/full", "rows").error().code, Errc::DiskFull);
  EXPECT_EQ(written(folder_.path() / "none/rows.csv", "rows").error().what,
            "There is no such folder to write into; make it first, or name another.");
  EXPECT_EQ(written("", "rows").error().code, Errc::Usage);
  EXPECT_EQ(written(folder_.path(), "rows").error().code, Errc::IsDirectory);
}

}  // namespace
}  // namespace leadlight
