#include "tests/app/cli_harness.h"

namespace leadlight {
namespace {

using CliSimulate = CliTest;

TEST_F(CliSimulate, theSameSeedGivesTheSameBytes) {
  const std::string first = runWithoutStore({"simulate", "leads", "--rows", "200", "--seed", "7"}).out;
  EXPECT_EQ(runWithoutStore({"simulate", "leads", "--rows", "200", "--seed", "7"}).out, first);
  EXPECT_NE(runWithoutStore({"simulate", "leads", "--rows", "200", "--seed", "8"}).out, first);
  const std::string file = path("s.csv").string();
  ASSERT_EQ(runWithoutStore({"simulate", "leads", "--rows", "200", "--seed", "7", "--out", file}).code, 0);
  EXPECT_EQ(read(file), first);
}

TEST_F(CliSimulate, whatItReportsIsWhatALoadFinds) {
  for (const char* name : {"s.csv", "s.ndjson", "s.json"}) {
    const std::string file = path(name).string();
    const auto made = runWithoutStore({"simulate", "leads", "--rows", "2000", "--duplicates", "5%", "--broken", "0.02",
                                       "--out", file, "--json"})
                          .json();
    EXPECT_EQ(made.at("leads"), 2000);
    EXPECT_GT(made.at("duplicates"), 50);
    EXPECT_GT(made.at("broken"), 10);
    EXPECT_EQ(made.at("bytes"), std::filesystem::file_size(file));
    const auto report =
        run({"load", file, "--dataset", std::string(name).substr(2), "--schema", "leads", "--json"}).json();
    const auto load = report.at("loads").at(0);
    EXPECT_EQ(load.at("new"), 2000) << name;
    EXPECT_EQ(load.at("superseded"), made.at("duplicates")) << name;
    EXPECT_EQ(load.at("quarantined"), made.at("broken")) << name;
    EXPECT_EQ(report.at("scored"), 2000) << name;
  }
}

TEST_F(CliSimulate, aBigLoadLeavesTheCopiesThatAWindowOpensFrom) {
  namespace fs = std::filesystem;
  fs::create_directory(path("inbox"));
  const std::string file = path("inbox/s.csv").string(), store = path("watched.db").string();
  ASSERT_EQ(runWithoutStore({"simulate", "leads", "--rows", "50000", "--out", file}).code, 0);
  const auto report = run({"load", file, "--json"}).json();
  ASSERT_EQ(report.at("scored"), 50000);
  const auto watched = runWithoutStore({"watch", path("inbox").string(), "--once", "--store", store, "--json"}).json();
  ASSERT_EQ(watched.at("files").at(0).at("scored"), 50000);
  std::multiset<std::string> copies;
  for (const auto& entry : fs::directory_iterator(path("inbox").parent_path())) {
    const std::string name = entry.path().filename().string();
    for (const char* copy : {"-frame-leads", "-scores-leads"})
      if (name.ends_with(copy)) copies.insert(copy);
  }
  EXPECT_EQ(copies, (std::multiset<std::string>{"-frame-leads", "-frame-leads", "-scores-leads", "-scores-leads"}));
}

TEST_F(CliSimulate, wrongRequestsAreUsageErrors) {
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"simulate"},
                                             {"simulate", "goats"},
                                             {"simulate", "leads", "--format", "xml"},
                                             {"simulate", "leads", "--duplicates", "some"},
                                             {"simulate", "leads", "--duplicates", "150%"},
                                             {"simulate", "leads", "--start", "yesterday"},
                                             {"simulate", "leads", "--json"}})
    EXPECT_EQ(runWithoutStore(wrong).code, 2) << wrong.back();
}

}  // namespace
}  // namespace leadlight
