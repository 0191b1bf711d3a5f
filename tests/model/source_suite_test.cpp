#include <gmock/gmock.h>

#include <ctime>

#include "tests/model/source_support.h"
#include "tests/support/tally.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;

// Is the file refused: no record of it could be stored, and something says why?
bool refused(const ReadFile& file) {
  if (file.error) return true;
  return file.rows.empty() && !file.rejects.empty() &&
         std::any_of(file.rejects.begin(), file.rejects.end(), [](const Reject& reject) {
           return reject.code == RejectCode::BadJson || reject.code == RejectCode::BadEncoding ||
                  reject.code == RejectCode::TooDeep;
         });
}

// Is it JSON to the reader? Values that are no objects are no leads, and a column may not be named twice; both are
// JSON.
bool accepted(const ReadFile& file) {
  return !file.error && std::all_of(file.rejects.begin(), file.rejects.end(), [](const Reject& reject) {
    return reject.code == RejectCode::NotAnObject || reject.code == RejectCode::DuplicateName;
  });
}

TEST(JsonSuite, whatIsJsonIsAcceptedAndWhatIsNotIsRefused) {
  const auto folder = sharedPath("corpora/JSONTestSuite/test_parsing");
  if (!folder) return;
  Tally accepts("JSONTestSuite accepted");
  Tally refuses("JSONTestSuite refused");
  Tally survives("JSONTestSuite no crash");
  for (const fs::directory_entry& entry : fs::directory_iterator(*folder)) {
    const std::string name = entry.path().filename().string();
    SCOPED_TRACE(name);
    bool right = true;
    for (const std::size_t block : {std::size_t{1} << 20, std::size_t{1}}) {
      if (block == 1 && entry.file_size() > 10000) continue;
      ReadLimits limits;
      limits.blockBytes = block;
      const std::clock_t start = std::clock();
      const ReadFile file = readFile(entry.path(), {}, limits);
      EXPECT_LT(std::clock() - start, CLOCKS_PER_SEC);
      if (name.starts_with("y_")) right = right && accepted(file);
      if (name.starts_with("n_")) right = right && refused(file);
    }
    Tally& tally = name.starts_with("y_") ? accepts : name.starts_with("n_") ? refuses : survives;
    EXPECT_TRUE(tally.note(right));
  }
  EXPECT_EQ(accepts.all(), 95);
  EXPECT_EQ(refuses.all(), 188);
  EXPECT_EQ(survives.all(), 35);
}

// The same values, standing in a field of one line among good ones.
TEST(JsonSuite, aBadValueInALineLeavesItsNeighboursAlone) {
  const auto folder = sharedPath("corpora/JSONTestSuite/test_parsing");
  if (!folder) return;
  for (const fs::directory_entry& entry : fs::directory_iterator(*folder)) {
    const std::string name = entry.path().filename().string();
    const std::string value = bytesOf(entry.path());
    if (value.size() > 10000 || value.find('\n') != std::string::npos || !name.starts_with("n_")) continue;
    SCOPED_TRACE(name);
    const ReadFile file = readText("{\"a\":1}\n{\"a\":" + value + "}\n{\"a\":2}\n");
    ASSERT_FALSE(file.error);
    EXPECT_GE(file.rows.size(), 2);
    EXPECT_EQ(file.rows.front(), Row{"1"});
    EXPECT_EQ(file.rows.back(), Row{"2"});
  }
}

}  // namespace
}  // namespace leadlight
