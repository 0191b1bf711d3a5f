#include "model/frame/frame_cache.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <random>

#include "model/frame/frame_reader.h"
#include "model/load/loader.h"
#include "model/store/database.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

constexpr FrameOptions cached{.columns = {}, .cachedRows = 0};
const FrameOptions uncached{.columns = {}, .maxDistinct = 65'535};  // another key: never served from the copy

std::string leadsCsv(int first, int last, const std::string& city) {
  std::string text = "Prospect ID,Lead Source,City,TotalVisits,Page Views Per Visit,Big,Created On\n";
  for (int i = first; i < last; ++i)
    text += "key-" + std::to_string(i) + ",source " + std::to_string(i % 3) + ',' + (i % 7 == 0 ? "Select" : city) +
            ',' + (i % 5 == 0 ? "" : std::to_string(i % 40 - 5)) + ',' + std::to_string(i % 9) + ".25," +
            std::to_string(i % 2 == 0 ? i : 123'456'789'012'345'678) + ',' + std::to_string(1 + i % 28) +
            "-03-2024 4:05\n";
  return text;
}

std::string bytesOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void expectSame(const Frame& a, const Frame& b) {
  ASSERT_EQ(a.columns().size(), b.columns().size());
  ASSERT_EQ(a.leadIds(), b.leadIds());
  for (std::size_t c = 0; c < a.columns().size(); ++c) {
    const Column &x = *a.columns()[c], &y = *b.columns()[c];
    ASSERT_EQ(x.name(), y.name());
    EXPECT_EQ(x.label(), y.label());
    ASSERT_EQ(x.type(), y.type());
    std::size_t different = 0;
    for (std::size_t row = 0; row < a.rows(); ++row)
      if (x.textAt(row) != y.textAt(row) || x.isMissing(row) != y.isMissing(row)) ++different;
    EXPECT_EQ(different, 0U) << x.name();
  }
}

class FrameCache : public ::testing::Test {
 protected:
  void SetUp() override { load(*store_, leadsCsv(1, 300, "Pune")); }

  void load(Store& store, const std::string& text) {
    const auto report = loadFile(store, folder_.write("leads" + std::to_string(++files_) + ".csv", text), {}, {});
    ASSERT_TRUE(report) << report.error().what;
    last_ = report->id;
  }
  // What the copy gives must be what the store holds.
  void expectTruth() {
    const Result<Frame> fromCache = readFrame(*store_, "leads", cached, {});
    const Result<Frame> fromStore = readFrame(*store_, "leads", uncached, {});
    ASSERT_TRUE(fromCache && fromStore);
    expectSame(*fromCache, *fromStore);
  }
  // Changes the table behind the store's back, so that the copy's answer and the table's differ.
  void meddle() { ASSERT_TRUE(store_->database().run("UPDATE leads_final SET City = 'Elsewhere' WHERE lead_id = 1")); }
  std::string firstCity() { return readFrame(*store_, "leads", cached, {})->find("City")->textAt(0); }

  TempFolder folder_;
  fs::path file_ = folder_.path() / "leads.db-frame-leads";
  Result<Store> store_ = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
  int files_ = 0;
  std::int64_t last_ = 0;
};

TEST_F(FrameCache, aSecondFrameComesFromTheCopyAndIsTheSame) {
  expectTruth();
  expectTruth();
  meddle();
  EXPECT_EQ(firstCity(), "Pune") << "read from the copy";
  const auto named = readFrame(*store_, "leads", {.columns = {"TotalVisits", "city"}}, {});
  ASSERT_TRUE(named);
  EXPECT_EQ(named->columns()[1]->textAt(0), "Pune") << "single columns come from it, too";
  ASSERT_EQ(named->columns().size(), 2U);
  fs::remove(file_);
  EXPECT_EQ(firstCity(), "Elsewhere") << "and it may be deleted";
}

TEST_F(FrameCache, theCopyIsTheOwnersAloneAndLeavesNothingElseBehind) {
  expectTruth();
  struct stat facts {};
  ASSERT_EQ(::stat(file_.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600U);
  EXPECT_FALSE(fs::exists(file_.string() + ".part"));
  // Per lead: four codes of a byte, two numbers of eight and a key of up to 16 bytes in its dictionary.
  EXPECT_LT(fs::file_size(file_), 300 * (4 + 16 + 16) + 2500) << "numbers as narrow as they can be";
}

TEST_F(FrameCache, aSmallStoreLeavesNoCopy) {
  ASSERT_TRUE(readFrame(*store_, "leads", {}, {}));
  EXPECT_FALSE(fs::exists(file_));
}

TEST_F(FrameCache, everyCommitThatChangesLeadsMakesTheCopyStale) {
  expectTruth();
  load(*store_, leadsCsv(200, 400, "Mumbai"));
  expectTruth();
  const std::int64_t second = last_;
  load(*store_, "Prospect ID,Campaign\nkey-5,spring\n");
  expectTruth();
  ASSERT_TRUE(store_->undo(last_, {}));
  expectTruth();
  ASSERT_TRUE(store_->undo(second, {}));
  expectTruth();
  Result<Store> other = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(other);
  load(*other, leadsCsv(1, 10, "Delhi"));
  expectTruth();
  EXPECT_EQ(firstCity(), "Delhi") << "another connection's load";
}

TEST_F(FrameCache, aLoadThatChangesNothingKeepsTheCopy) {
  expectTruth();
  load(*store_, leadsCsv(1, 20, "Pune"));
  meddle();
  EXPECT_EQ(firstCity(), "Pune");
}

TEST_F(FrameCache, aCopyOfTheFileTravelsWithACopyOfTheStoreOnly) {
  expectTruth();
  const std::string kept = bytesOf(file_);
  load(*store_, leadsCsv(1, 10, "Delhi"));
  std::ofstream(file_, std::ios::binary) << kept;
  EXPECT_EQ(firstCity(), "Delhi") << "the copy of an earlier state is not shown as it is";
  const TempFolder elsewhere;
  Result<Store> twin = Store::open(elsewhere.path() / "leads.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(twin);
  load(*twin, leadsCsv(1, 300, "Nagpur"));
  elsewhere.write("leads.db-frame-leads", kept);
  EXPECT_EQ(readFrame(*twin, "leads", cached, {})->find("City")->textAt(0), "Nagpur");
}

TEST_F(FrameCache, noDamageEverShows) {
  expectTruth();
  const std::string whole = bytesOf(file_);
  const Result<Frame> truth = readFrame(*store_, "leads", uncached, {});
  std::mt19937 random(7);
  const auto check = [&](const std::string& bytes) {
    std::ofstream(file_, std::ios::binary) << bytes;
    const Result<Frame> frame = readFrame(*store_, "leads", cached, {});
    ASSERT_TRUE(frame);
    expectSame(*frame, *truth);
    EXPECT_EQ(bytesOf(file_), whole) << "and it is made anew";
  };
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{31}, whole.size() / 2, whole.size() - 1})
    check(whole.substr(0, size));
  check(whole + "x");
  for (int i = 0; i < 400; ++i) {
    std::string flipped = whole;
    // The padding between parts is all that may change without harm: it is not read, so aim at the rest.
    const std::size_t at = random() % flipped.size();
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (random() % 8)));
    std::ofstream(file_, std::ios::binary) << flipped;
    const Result<Frame> frame = readFrame(*store_, "leads", cached, {});
    ASSERT_TRUE(frame);
    expectSame(*frame, *truth);
  }
  std::string newer = whole;
  newer.replace(newer.size() - 1, 1, "2");
  check(newer);
}

TEST_F(FrameCache, aPlaceThatCannotBeReadOrWrittenIsNoHindrance) {
  fs::create_directory(file_);
  expectTruth();
  fs::remove(file_);
  fs::create_directory(file_.string() + ".part");
  expectTruth();
  EXPECT_FALSE(fs::exists(file_));
  fs::remove(file_.string() + ".part");
  fs::create_symlink(folder_.write("other", "x"), file_);
  expectTruth();
  EXPECT_EQ(bytesOf(folder_.path() / "other"), "x") << "a link is not followed";
  ASSERT_EQ(::mkfifo((file_.string() + ".part").c_str(), 0600), 0);
  load(*store_, leadsCsv(1, 10, "Delhi"));
  expectTruth();
}

TEST_F(FrameCache, aReadOnlyStoreIsServedAndAStoreInMemoryLeavesNothing) {
  expectTruth();
  meddle();
  Result<Store> reader = Store::open(folder_.path() / "leads.db", Store::Mode::ReadOnly);
  ASSERT_TRUE(reader);
  EXPECT_EQ(readFrame(*reader, "leads", cached, {})->find("City")->textAt(0), "Pune");
  Result<Store> memory = Store::open(":memory:", Store::Mode::ReadWrite);
  ASSERT_TRUE(memory);
  load(*memory, leadsCsv(1, 10, "Delhi"));
  ASSERT_TRUE(readFrame(*memory, "leads", cached, {}));
  EXPECT_FALSE(fs::exists(":memory:-frame-leads"));
}

// Someone who may read a folder and not write there; as root another user is played.
class ReaderOnly {
 public:
  explicit ReaderOnly(const fs::path& folder) : folder_(folder), root_(::geteuid() == 0) {
    for (const auto& entry : fs::directory_iterator(folder)) own(entry.path());
    own(folder);
    fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
    if (root_) {
      EXPECT_EQ(::seteuid(nobody), 0);
    }
  }
  ~ReaderOnly() {
    if (root_) {
      EXPECT_EQ(::seteuid(0), 0);
    }
    fs::permissions(folder_, fs::perms::owner_all);
  }
  ReaderOnly(const ReaderOnly&) = delete;
  ReaderOnly& operator=(const ReaderOnly&) = delete;

 private:
  static constexpr uid_t nobody = 65534;
  void own(const fs::path& path) const {
    if (root_) {
      EXPECT_EQ(::chown(path.c_str(), nobody, static_cast<gid_t>(-1)), 0);
    }
  }
  fs::path folder_;
  bool root_;
};

TEST_F(FrameCache, aStoreInAFolderThatMayNotBeWrittenIsReadWithoutCopies) {
  store_ = Store::open(":memory:", Store::Mode::ReadWrite);  // closes the one in the folder
  {
    const ReaderOnly person(folder_.path());
    Result<Store> store = Store::open(folder_.path() / "leads.db", Store::Mode::ReadOnly);
    ASSERT_TRUE(store) << store.error().what;
    const Result<Frame> frame = readFrame(*store, "leads", cached, {});
    ASSERT_TRUE(frame) << frame.error().what;
    EXPECT_EQ(frame->rows(), 299U);
  }
  for (const auto& entry : fs::directory_iterator(folder_.path()))
    EXPECT_TRUE(entry.path().extension() == ".csv" || entry.path().filename() == "leads.db") << entry.path();
}

TEST_F(FrameCache, thePastIsNeverServedFromTheCopyOfThePresent) {
  const std::int64_t first = last_;
  load(*store_, leadsCsv(300, 400, "Delhi"));
  ASSERT_EQ(readFrame(*store_, "leads", cached, {})->rows(), 399U);
  Result<Store> past = Store::open(store_->file(), Store::Mode::ReadOnly);
  ASSERT_TRUE(past && past->showAsOf(first));
  EXPECT_EQ(readFrame(*past, "leads", cached, {})->rows(), 299U);
  EXPECT_EQ(readFrame(*store_, "leads", cached, {})->rows(), 399U);
}

TEST_F(FrameCache, aStoreOfBeforeIsReadAsEverAndGetsItsTokens) {
  ASSERT_TRUE(
      store_->database().run("DROP TABLE revision; DROP TABLE quarantine_taken; DROP TABLE held; DROP TABLE lineage; "
                             "ALTER TABLE load DROP COLUMN retry_of; "
                             "PRAGMA user_version = 1"));
  Result<Store> reader = Store::open(folder_.path() / "leads.db", Store::Mode::ReadOnly);
  ASSERT_TRUE(reader);
  const Result<Frame> frame = readFrame(*reader, "leads", cached, {});
  ASSERT_TRUE(frame) << frame.error().what;
  EXPECT_EQ(frame->rows(), 299U);
  store_ = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
  ASSERT_TRUE(store_);
  EXPECT_EQ(store_->revision("leads")->size(), 32U);
  EXPECT_EQ(*store_->revision("other"), "");
  expectTruth();
  EXPECT_TRUE(fs::exists(file_));
}

TEST_F(FrameCache, onlyOneWritesAtATime) {
  const fs::path part = file_.string() + ".part";
  const int other = ::open(part.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_EQ(::flock(other, LOCK_EX), 0);
  expectTruth();
  EXPECT_FALSE(fs::exists(file_)) << "another one is at it";
  ::close(other);
  expectTruth();
  EXPECT_TRUE(fs::exists(file_)) << "what a crash left behind is written over";
}

TEST(FrameCacheFile, aDatasetOfAnyNameHasAFileOfItsOwnBesideTheStore) {
  EXPECT_EQ(frameCacheFile("/data/leads.db", "scores", "crm_2"), "/data/leads.db-scores-crm_2");
  const fs::path odd = frameCacheFile("/data/leads.db", "frame", "../../etc/x y");
  EXPECT_EQ(odd.parent_path(), "/data");
  EXPECT_NE(odd, frameCacheFile("/data/leads.db", "frame", "../../etc/x z"));
}

TEST(FrameCacheFile, numbersOfEveryWidthAndTextsOfEveryWidthComeBack) {
  std::vector<std::int64_t> ids, narrow, two, four, wide, none;
  std::vector<double> decimals;
  TextColumnBuilder few, many, all;
  for (std::int64_t i = 0; i < 70'000; ++i) {
    ids.push_back(i * 3 - 5);
    narrow.push_back(i % 200 == 0 ? Column::missingInteger : i % 254 - 100);
    two.push_back(i % 65'000 - 9);
    four.push_back(i * 60'000 - 7);
    wide.push_back(i % 2 == 0 ? std::numeric_limits<std::int64_t>::max() : Column::missingInteger + i);
    none.push_back(Column::missingInteger);
    decimals.push_back(i % 11 == 0 ? std::nan("") : static_cast<double>(i) / 3);
    few.append(i % 3 == 0 ? "" : "value " + std::to_string(i % 5));
    many.append(std::to_string(i % 40'000));
    all.append(std::to_string(i));
  }
  const auto shared = [](Column column) { return std::make_shared<const Column>(std::move(column)); };
  const Frame frame(ids, {shared(Column::integers("a", "A", narrow)), shared(Column::integers("b", "B", two)),
                          shared(Column::dates("c", "C", four)), shared(Column::integers("d", "D", wide)),
                          shared(Column::integers("e", "E", none)), shared(Column::decimals("f", "F", decimals)),
                          shared(std::move(few).finish("g", "G", {"value 2"})),
                          shared(std::move(many).finish("h", "H", {})), shared(std::move(all).finish("i", "I", {}))});
  const TempFolder folder;
  const fs::path file = folder.path() / "copy";
  ASSERT_TRUE(writeCachedFrame(file, "key", frame));
  const auto back = readCachedFrame(file, "key", {}, {"value 2"});
  ASSERT_TRUE(back);
  expectSame(*back, frame);
  for (std::size_t c = 0; c < 9; ++c)
    EXPECT_EQ(back->columns()[c]->codes().index(), frame.columns()[c]->codes().index());
  EXPECT_FALSE(readCachedFrame(file, "another key", {}, {}));
  EXPECT_FALSE(readCachedFrame(file, "key", {"a", "z"}, {}));
  EXPECT_EQ(readCachedFrame(file, "key", {"i", "a"}, {})->columns()[0]->name(), "i");
  ASSERT_TRUE(writeCachedFrame(file, "key", Frame({}, {shared(Column::decimals("f", "F", {}))})));
  EXPECT_EQ(readCachedFrame(file, "key", {}, {})->rows(), 0U);
}

}  // namespace
}  // namespace leadlight
