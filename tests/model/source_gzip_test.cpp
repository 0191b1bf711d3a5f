#include <gmock/gmock.h>

#include <ctime>

#include <nlohmann/json.hpp>

#include "model/base/hash.h"
#include "tests/model/source_support.h"
#include "tests/support/tally.h"

namespace leadlight {
namespace {

TEST(Gzip, everyMadeFileIsReadInFullOrRefused) {
  const auto folder = sharedPath("corpora/made/gzip");
  if (!folder) return;
  const auto expected = nlohmann::json::parse(bytesOf(*folder / "expected.json"));
  EXPECT_EQ(expected.size(), 24);
  Tally tally("gzip");
  for (const auto& [name, wanted] : expected.items()) {
    SCOPED_TRACE(name);
    const std::string status = wanted["status"];
    if (!status.starts_with("ok")) {
      const std::clock_t start = std::clock();
      const std::optional<Error> error = errorOf(*folder / name);
      EXPECT_LT(std::clock() - start, 5 * CLOCKS_PER_SEC);
      tally.note(error.has_value());
      ASSERT_TRUE(error);
      EXPECT_FALSE(error->what.empty());
      EXPECT_TRUE(error->where.starts_with(name));
      continue;
    }
    const ReadFile file = readFile(*folder / name);
    ASSERT_FALSE(file.error) << file.error->what;
    EXPECT_TRUE(tally.note(file.rows.size() == 1000 && file.rejects.empty())) << file.rows.size();
  }
}

TEST(Gzip, everyReasonOfRefusalHasItsCode) {
  const auto folder = sharedPath("corpora/made/gzip");
  if (!folder) return;
  const auto code = [&](const char* name) { return errorOf(*folder / name)->code; };
  for (const char* name : {"04_truncated_0.csv.gz", "04_truncated_5.csv.gz", "05_bad_crc.csv.gz", "06_bad_isize.csv.gz",
                           "07_bit_flip.csv.gz", "09_trailing_garbage.csv.gz", "10_second_member_truncated.csv.gz",
                           "19_bomb_valid_rows_300MB.csv.gz"})
    EXPECT_EQ(code(name), Errc::Damaged) << name;
  EXPECT_EQ(code("12_empty.csv.gz"), Errc::EmptyFile);
  EXPECT_EQ(code("13_zero_bytes.csv.gz"), Errc::EmptyFile);
  EXPECT_EQ(code("17_nested_gz.csv.gz"), Errc::NotALeadFile);
  EXPECT_EQ(code("18_bomb_1GiB_zeros.csv.gz"), Errc::NotALeadFile);
}

TEST(Gzip, theHashIsOfTheFileAsStored) {
  const auto folder = sharedPath("corpora/made/gzip");
  if (!folder) return;
  for (const char* name : {"01_single.csv.gz", "08_trailing_zeros.csv.gz", "14_plain_named_gz.csv.gz"}) {
    Sha256 hash;
    hash.update(bytesOf(*folder / name));
    EXPECT_EQ(readFile(*folder / name).sha256, hash.hex()) << name;
  }
}

TEST(Gzip, aFileGrowsNoMoreThanTheLimitsAllow) {
  const auto folder = sharedPath("corpora/made/gzip");
  if (!folder) return;
  ReadLimits limits;
  limits.inflatedBytes = 20000;
  const ReadFile file = readFile(*folder / "01_single.csv.gz", {}, limits);
  ASSERT_TRUE(file.error);
  EXPECT_EQ(file.error->code, Errc::Damaged);
}

TEST(Gzip, everySplitOfAFileIntoBlocksReadsAlike) {
  const auto folder = sharedPath("corpora/made/gzip");
  if (!folder) return;
  const ReadFile whole = readFile(*folder / "03_members_split_mid_field.csv.gz");
  for (const std::size_t block : {1U, 7U, 100U, 4096U}) {
    ReadLimits limits;
    limits.blockBytes = block;
    EXPECT_TRUE(readFile(*folder / "03_members_split_mid_field.csv.gz", {}, limits).rows == whole.rows) << block;
  }
}

}  // namespace
}  // namespace leadlight
