#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <random>

#include "model/source/background_hash.h"
#include "tests/model/source_support.h"

namespace leadlight {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using namespace std::string_literals;

TEST(OpenRecords, whatCannotBeOpenedIsNamedPlainly) {
  const TempFolder folder;
  const ReadFile missing = readFile(folder.path() / "gone.csv");
  EXPECT_EQ(missing.error->code, Errc::NotFound);
  EXPECT_EQ(missing.error->what, "There is no file \"gone.csv\".");
  EXPECT_EQ(missing.error->where, "gone.csv");
  EXPECT_EQ(readFile(folder.path()).error->code, Errc::IsDirectory);
  EXPECT_EQ(readFile(folder.write("file.csv", "a\n1\n") / "inside").error->code, Errc::NotFound);
  EXPECT_EQ(readFile(folder.write("empty.csv", "")).error->code, Errc::EmptyFile);
  EXPECT_EQ(readFile(folder.write("blank.csv", "\n \r\n")).error->code, Errc::EmptyFile);
  EXPECT_EQ(readFile(folder.write("mark.csv", "\xEF\xBB\xBF")).error->code, Errc::EmptyFile);
}

TEST(OpenRecords, aPipeOrDeviceIsRefusedWithoutWaiting) {
  const TempFolder folder;
  const std::filesystem::path pipe = folder.path() / "pipe.csv";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(readFile(pipe).error->code, Errc::NotALeadFile);
  EXPECT_EQ(readFile("/dev/zero").error->code, Errc::NotALeadFile);
}

TEST(OpenRecords, aFileThatMayNotBeReadSaysSo) {
  const TempFolder folder;
  const std::filesystem::path file = folder.write("secret.csv", "a\n1\n");
  ASSERT_EQ(::chmod(file.c_str(), 0), 0);
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
  // Root may read everything, so it becomes somebody else for a moment.
  constexpr uid_t kNobody = 65534;
  const uid_t self = ::geteuid();
  if (self == 0) {
    ASSERT_EQ(::seteuid(kNobody), 0);
  }
  const ReadFile refused = readFile(file);
  ASSERT_EQ(::seteuid(self), 0);
  ASSERT_TRUE(refused.error);
  EXPECT_EQ(refused.error->code, Errc::NoPermission);
  EXPECT_THAT(refused.error->what, HasSubstr("secret.csv"));
}

TEST(OpenRecords, otherKindsOfFilesAreRecognisedByTheirBytes) {
  struct Kind {
    std::string bytes;
    const char* sentence;
  };
  const Kind kinds[] = {
      {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s,
       "a PNG image. Leadlight reads CSV, TSV, JSON, .xlsx and .ods, text also compressed as .gz."},
      {"%PDF-1.7\n1,2\n"s,
       "a PDF document. Leadlight reads CSV, TSV, JSON, .xlsx and .ods, text also compressed as .gz."},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s,
       "an old Excel or Word file, or one protected by a password. Save it as .xlsx without a password, or as CSV."},
      {"SQLite format 3\0\x10\0"s,
       "an SQLite database. Leadlight reads CSV, TSV, JSON, .xlsx and .ods, text also compressed as .gz."},
  };
  for (const Kind& kind : kinds) {
    const ReadFile file = readText(kind.bytes, {}, {}, "leads.csv");
    ASSERT_TRUE(file.error) << kind.sentence;
    EXPECT_EQ(file.error->code, Errc::NotALeadFile);
    EXPECT_THAT(file.error->what, EndsWith(kind.sentence));
  }
  std::string noise;
  for (unsigned i = 0; i < 4096; ++i) noise.push_back(static_cast<char>(i * 2654435761U >> 13));
  EXPECT_EQ(readText(noise).error->code, Errc::NotALeadFile);
}

TEST(OpenRecords, textThatOnlyStartsLikeABinaryFileIsRead) { EXPECT_EQ(readText("BZhaus,PAR1\n1,2\n").rows.size(), 1); }

TEST(OpenRecords, aScriptNamedJsonSaysWhatItStartsWith) {
  const ReadFile file = readText("var masterLeads = [\n{\"a\":1}]", {}, {}, "leads.json");
  ASSERT_TRUE(file.error);
  EXPECT_EQ(file.error->code, Errc::NotALeadFile);
  EXPECT_EQ(file.error->what, "Line 1 is not JSON: it starts with \"var masterLeads =\".");
  EXPECT_EQ(file.error->where, "leads.json:1");
  if (const auto real = sharedPath("data/json/marketo_dedupe_leads.js-prefixed.json")) {
    EXPECT_EQ(readFile(*real).error->what, file.error->what);
  }
  EXPECT_EQ(readText("\n\nid,name\n1,2\n", {}, {}, "a.ndjson").error->what,
            "Line 3 is not JSON: it starts with \"id,name\".");
}

TEST(OpenRecords, theContentDecidesNotTheName) {
  EXPECT_EQ(readText("{\"a\":1}\n", {}, {}, "leads.csv").facts.format, FileFormat::Ndjson);
  EXPECT_EQ(readText("[id],[name]\n1,2\n", {}, {}, "leads.csv").facts.format, FileFormat::Csv);
  EXPECT_EQ(readText("{id},name\n1,2\n", {}, {}, "leads.csv").facts.format, FileFormat::Csv);
}

TEST(OpenRecords, theHashOfALargeFileIsTheSameOnAThreadOfItsOwn) {
  std::string bytes(std::size_t{13} << 20, ' ');
  std::mt19937 random(5);
  for (char& c : bytes) c = static_cast<char>(random());
  Sha256 whole;
  whole.update(bytes);
  BackgroundSha256 hash;
  const std::size_t piece = 1'000'001;
  for (std::size_t at = 0; at < bytes.size(); at += piece) hash.update(std::string_view(bytes).substr(at, piece));
  EXPECT_EQ(hash.hex(), whole.hex());
  BackgroundSha256 givenUp;
  givenUp.update(bytes);
}

}  // namespace
}  // namespace leadlight
