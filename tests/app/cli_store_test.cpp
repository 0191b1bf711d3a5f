#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/store/database.h"
#include "tests/app/cli_harness.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// What a person does to a store over weeks: mending rows, looking back, going back, dropping files.
class CliStore : public CliTest {
 protected:
  std::string leads(const std::string& name, int first, int count, const std::string& visits) const {
    std::string text = "Prospect ID,Email,TotalVisits\n";
    for (int i = first; i < first + count; ++i)
      text += "k" + std::to_string(i) + ",person" + std::to_string(i) + "@example.com," + visits + "\n";
    return write(name, text);
  }
  // Starts the real program; its output goes to a file of this name.
  pid_t start(const std::vector<std::string>& args, const std::string& out) const {
    const pid_t child = fork();
    if (child != 0) return child;
    std::vector<std::string> words = {LEADCTL, "--store", store().string()};
    words.insert(words.end(), args.begin(), args.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    const std::string file = path(out).string();
    if (std::freopen(file.c_str(), "w", stdout) == nullptr || dup2(STDOUT_FILENO, STDERR_FILENO) < 0) _exit(99);
    execv(LEADCTL, argv.data());
    _exit(98);
  }
  static int exitCode(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::int64_t total() const { return run({"count", "--json"}).json().at("total"); }
};

TEST_F(CliStore, onlyLoadingAndImportingMakeAStore) {
  for (const std::vector<std::string>& args : std::vector<std::vector<std::string>>{{"score"},
                                                                                    {"train"},
                                                                                    {"undo", "1"},
                                                                                    {"count"},
                                                                                    {"scorecard", "champion", "x"},
                                                                                    {"snapshot", "create", "x"}}) {
    const Ran ran = run(args);
    EXPECT_EQ(ran.code, 1) << args[0];
    EXPECT_NE(ran.err.find("There is no store here yet; load a file first"), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(store())) << args[0];
  }
}

TEST_F(CliStore, refusedRowsGoToAnEditorAndBackWithTwoCommands) {
  ASSERT_EQ(run({"load", leads("good.csv", 0, 100, "1")}).code, 0);
  ASSERT_EQ(run({"load", write("bad.csv", "Prospect ID,Email,TotalVisits\nz1,z1@example.com,many\n" +
                                              read(leads("more.csv", 0, 40, "2")).substr(30))})
                .code,
            0);
  const std::string sheet = path("mend.csv").string();
  ASSERT_EQ(run({"quarantine", "2", "--format", "csv", "--out", sheet}).code, 0);
  std::string text = read(sheet);
  EXPECT_TRUE(text.starts_with("load_id,line,byte,column,code,message,Prospect ID,Email,TotalVisits,raw\r\n2,2,"));
  // Unchanged it is refused again and stays where it was.
  EXPECT_EQ(run({"load", "--retry", "2", "--json"}).json().at("loads").at(0).at("quarantined"), 1);
  EXPECT_EQ(run({"quarantine", "--json"}).json().at("rows").size(), 1U);
  write("mend.csv", text.replace(text.find(",many,"), 6, ",7,"));
  const Json load = run({"load", "--retry", "2", sheet, "--json"}).json().at("loads").at(0);
  EXPECT_EQ(load.at("new"), 1);
  EXPECT_EQ(load.at("retry_of"), 2);
  EXPECT_TRUE(run({"quarantine", "--json"}).json().at("rows").empty());
  EXPECT_EQ(run({"quarantine", "2", "--all", "--json"}).json().at("rows").at(0).at("taken_by"), 4);
  EXPECT_EQ(run({"load", "--retry", "2"}).code, 2);
  ASSERT_EQ(run({"undo", "4"}).code, 0);
  EXPECT_EQ(run({"quarantine", "--json"}).json().at("rows").size(), 1U);
}

TEST_F(CliStore, correctedRowsComeBackInTheEncodingThatIsTold) {
  ASSERT_EQ(run({"load", leads("good.csv", 0, 100, "1")}).code, 0);
  ASSERT_EQ(run({"load", write("bad.csv", "Prospect ID,Email,TotalVisits\nz1,\u0436@example.com,many\n" +
                                              read(leads("more.csv", 0, 40, "2")).substr(30))})
                .code,
            0);
  const std::string sheet =
      write("mend.csv", "load_id;line;byte;Prospect ID;Email;TotalVisits\n2;2;30;z1;\xE6@example.com;7\n");
  EXPECT_EQ(run({"load", "--retry", "2", sheet, "--encoding", "windows-1251"}).code, 0);
  EXPECT_NE(run({"leads", "--where", "Prospect_ID = 'z1'"}).out.find("\u0436@example.com"), std::string::npos);
}

TEST_F(CliStore, theQuarantineOfNoLoadIsAFailureAndThatOfACleanLoadIsEmpty) {
  ASSERT_EQ(run({"load", leads("good.csv", 0, 3, "1")}).code, 0);
  ASSERT_EQ(run({"undo", "1"}).code, 0);
  const Ran clean = run({"quarantine", "1"});
  EXPECT_EQ(clean.code, 0);
  EXPECT_EQ(clean.err, "No row is in quarantine.\n");
  for (const char* load : {"2", "99"})  // 2 is the undoing
    for (const char* format : {"json", "csv"}) {
      const Ran missing = run({"quarantine", load, "--format", format});
      EXPECT_EQ(missing.code, 1) << format;
      EXPECT_EQ(missing.err,
                "leadctl: There is no load " + std::string(load) + "; leadctl loads lists those there are.\n");
    }
  EXPECT_EQ(run({"quarantine", "99"}).code, 1);
  EXPECT_EQ(run({"quarantine", "99", "--json"}).json().at("error").at("code"), "unknown_load");
}

TEST_F(CliStore, aValidatedFileShowsWhatWouldChangeAndTouchesNothing) {
  ASSERT_EQ(run({"load", leads("one.csv", 0, 10, "1")}).code, 0);
  const std::string before = read(store());
  const std::string next = leads("two.csv", 5, 10, "2");
  const Json load = run({"load", "--validate", "--json", next}).json().at("loads").at(0);
  EXPECT_EQ(load.at("status"), "validated");
  EXPECT_EQ(load.at("new"), 5);
  EXPECT_EQ(load.at("changed"), 5);
  EXPECT_EQ(load.at("preview").at("columns"), Json::parse(R"([{"column":"TotalVisits","changed":5}])"));
  EXPECT_EQ(load.at("preview").at("examples").at(0),
            Json::parse(R"({"key":"k5","column":"TotalVisits","old":"1","new":"2"})"));
  EXPECT_EQ(read(store()), before);
  EXPECT_EQ(run({"load", "--validate", "--json", path("one.csv").string()}).json().at("loads").at(0).at("same_as"), 1);
  const Json loaded = run({"load", "--json", next}).json().at("loads").at(0);
  for (const char* count : {"parsed", "new", "changed", "same", "superseded", "quarantined"})
    EXPECT_EQ(load.at(count), loaded.at(count)) << count;
}

TEST_F(CliStore, leadsAreShownAsTheyWereAfterAnyLoadWithTheScoresOfThen) {
  ASSERT_EQ(run({"load", leads("one.csv", 0, 3, "1")}).code, 0);
  const std::string then = run({"leads"}).out, digest = run({"digest"}).out;
  ASSERT_EQ(run({"load", leads("two.csv", 2, 3, "9")}).code, 0);
  ASSERT_NE(run({"leads"}).out, then);
  EXPECT_EQ(run({"leads", "--as-of", "1"}).out, then);
  EXPECT_EQ(run({"digest", "--as-of", "1"}).out, digest);
  EXPECT_EQ(run({"count", "--as-of", "1", "--json"}).json().at("total"), 3);
  EXPECT_EQ(run({"count", "--as-of", "1", "--where", "TotalVisits = 9", "--json"}).json().at("total"), 0);
  EXPECT_EQ(run({"aggregate", "--by", "TotalVisits", "--as-of", "1", "--json"}).json().at("groups").size(), 1U);
  EXPECT_EQ(run({"leads", "--as-of", "7"}).code, 1);
  ASSERT_EQ(run({"undo", "2"}).code, 0);
  EXPECT_EQ(run({"leads", "--as-of", "3"}).out, then);
  EXPECT_EQ(run({"count", "--as-of", "2", "--json"}).json().at("total"), 5);
  const Json versions = run({"history", "k2", "--json"}).json().at("versions");
  ASSERT_EQ(versions.size(), 3U);
  EXPECT_EQ(versions.at(1).at("changes"), Json::parse(R"([{"column":"TotalVisits","old":"1","new":"9"}])"));
  EXPECT_EQ(versions.at(2).at("kind"), "restored");
}

TEST_F(CliStore, aSnapshotIsMadeListedRestoredAndRemoved) {
  ASSERT_EQ(run({"load", leads("one.csv", 0, 3, "1")}).code, 0);
  ASSERT_EQ(run({"snapshot", "create", "one"}).code, 0);
  const std::string then = run({"leads"}).out;
  ASSERT_EQ(run({"load", leads("two.csv", 2, 3, "9")}).code, 0);
  EXPECT_EQ(run({"snapshot", "list", "--json"}).json().at("snapshots").at(0).at("name"), "one");
  EXPECT_EQ(run({"snapshot", "restore", "two", "--json"}).json().at("error").at("code"), "bad_snapshot");
  ASSERT_EQ(run({"snapshot", "restore", "one"}).code, 0);
  EXPECT_EQ(run({"leads"}).out, then);
  EXPECT_EQ(run({"audit", "--json"}).json().at("audit").at(0).at("action"), "restore");
  EXPECT_EQ(run({"snapshot", "remove", "one"}).code, 0);
  EXPECT_EQ(run({"snapshot", "forget", "one"}).code, 2);
}

TEST_F(CliStore, aFolderIsEmptiedOnceWithAReportForEachFile) {
  fs::create_directory(path("inbox"));
  leads("inbox/a.csv", 0, 3, "1");
  leads("inbox/copy.csv", 0, 3, "1");
  leads("inbox/b.csv", 3, 3, "1");
  const Ran ran = run({"watch", path("inbox").string(), "--once", "--json"});
  EXPECT_EQ(ran.code, 0) << ran.out;
  EXPECT_EQ(ran.json().at("files").size(), 3U);
  write("inbox/c.csv", "");
  EXPECT_EQ(run({"watch", path("inbox").string(), "--once"}).code, 1);
  EXPECT_TRUE(fs::exists(path("inbox/failed/c.csv.report.json")));
  EXPECT_EQ(run({"watch", path("nowhere").string(), "--once"}).code, 1);
}

TEST_F(CliStore, noMessageRepeatsWhatACellHolds) {
  ASSERT_EQ(run({"load", leads("one.csv", 0, 3, "1")}).code, 0);
  write("bad.csv", "Prospect ID,Email,TotalVisits\nk,secret@example.com,secret@example.com\nk2,b@example.com,1\n");
  std::string said;
  for (const std::vector<std::string>& args :
       std::vector<std::vector<std::string>>{{"explain", "secret@example.com"},
                                             {"explain", "secret@example.com", "--json"},
                                             {"explain", "secret@example.com", "--by", "Email"},
                                             {"history", "secret@example.com"},
                                             {"load", path("bad.csv").string(), "--max-errors", "0"},
                                             {"load", path("bad.csv").string(), "--json"},
                                             {"loads", "--json"}}) {
    const Ran ran = run(args);
    said += ran.out + ran.err;
  }
  EXPECT_EQ(said.find("secret"), std::string::npos) << said;
}

TEST_F(CliStore, severalProgramsOnOneStoreWaitForEachOther) {
  ASSERT_EQ(run({"load", leads("first.csv", 0, 1000, "1"), "--no-score"}).code, 0);
  std::vector<std::pair<std::vector<std::string>, std::string>> jobs;
  for (int i = 0; i < 3; ++i)
    jobs.push_back({{"load", leads("part" + std::to_string(i) + ".csv", 1000 * (i + 1), 1000, "1")}, "load"});
  // Big enough that it changes the journal.
  std::string big = "Prospect ID,Email,TotalVisits,Note\n";
  for (int i = 0; i < 60'000; ++i)
    big += "big" + std::to_string(i) + ",b@example.com,1," + std::string(270, 'n') + "\n";
  jobs.push_back({{"load", write("big.csv", big)}, "big"});
  for (int i = 0; i < 3; ++i) jobs.push_back({{"count"}, "count"});
  jobs.push_back({{"undo", "1"}, "undo"});
  std::vector<pid_t> running;
  for (std::size_t i = 0; i < jobs.size(); ++i) running.push_back(start(jobs[i].first, "out" + std::to_string(i)));
  for (std::size_t i = 0; i < jobs.size(); ++i)
    EXPECT_EQ(exitCode(running[i]), 0) << jobs[i].second << ": " << read(path("out" + std::to_string(i)));
  EXPECT_EQ(total(), 63'000);
  EXPECT_EQ(run({"loads", "--json"}).json().at("loads").size(), 5U);
  EXPECT_TRUE((*Database::open(store(), Database::Mode::ReadWrite))->checkIntegrity());
}

TEST_F(CliStore, whoWaitsForABusyStoreMayBeStopped) {
  ASSERT_EQ(run({"load", leads("first.csv", 0, 10, "1")}).code, 0);
  auto holder = Database::open(store(), Database::Mode::ReadWrite);
  ASSERT_TRUE((*holder)->run("BEGIN IMMEDIATE"));
  const pid_t waiting = start({"load", leads("next.csv", 10, 10, "1")}, "out");
  for (int i = 0; i < 3000 && read(path("out")).find("Waiting") == std::string::npos; ++i) usleep(20'000);
  EXPECT_NE(read(path("out")).find("Waiting for another program"), std::string::npos);
  kill(waiting, SIGINT);
  EXPECT_EQ(exitCode(waiting), 130);
  ASSERT_TRUE((*holder)->run("ROLLBACK"));
  EXPECT_EQ(total(), 10);
}

}  // namespace
}  // namespace leadlight
