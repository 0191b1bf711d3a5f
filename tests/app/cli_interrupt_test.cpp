#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "tests/app/cli_harness.h"

namespace leadlight {
namespace {

// The real program with its standard error on a terminal of its own, so that it shows progress.
class Spawned {
 public:
  Spawned(const std::vector<std::string>& args, const std::string& outFile) {
    int terminal = -1;
    EXPECT_EQ(openpty(&screen_, &terminal, nullptr, nullptr, nullptr), 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, outFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, terminal, STDERR_FILENO);
    posix_spawn_file_actions_addclose(&actions, screen_);
    std::vector<std::string> words = args;
    words.insert(words.begin(), LEADCTL);
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    EXPECT_EQ(posix_spawn(&child_, LEADCTL, &actions, nullptr, argv.data(), environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    close(terminal);
  }
  ~Spawned() { close(screen_); }
  Spawned(const Spawned&) = delete;
  Spawned& operator=(const Spawned&) = delete;

  // Reads the screen until `text` was shown, or to the end.
  bool waitFor(const std::string& text) {
    std::array<char, 4096> bytes{};
    while (shown_.find(text) == std::string::npos) {
      const ssize_t count = ::read(screen_, bytes.data(), bytes.size());
      if (count <= 0) return false;
      shown_.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return true;
  }
  void interrupt() const { kill(child_, SIGINT); }
  int exitCode() {
    waitFor(std::string("\0never shown", 12));
    int status = 0;
    EXPECT_EQ(waitpid(child_, &status, 0), child_);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  const std::string& shown() const { return shown_; }

 private:
  int screen_ = -1;
  pid_t child_ = -1;
  std::string shown_;
};

class CliInterrupt : public CliTest {
 protected:
  std::string manyLeads() const {
    const std::string file = path("many.csv").string();
    EXPECT_EQ(run({"simulate", "leads", "--rows", "300000", "--out", file}).code, 0);
    return file;
  }
};

TEST_F(CliInterrupt, ctrlCDuringALoadLeavesEverythingAsItWas) {
  const std::string file = manyLeads();
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string digest = run({"digest"}).out;
  const std::size_t loads = run({"loads", "--json"}).json().at("loads").size();
  for (const char* stage : {"profile: ", "load: "}) {
    Spawned program({"--store", store().string(), "load", file}, path("out").string());
    ASSERT_TRUE(program.waitFor(stage)) << program.shown();
    program.interrupt();
    EXPECT_EQ(program.exitCode(), 130) << program.shown();
    EXPECT_NE(program.shown().find("leadctl: Stopped. Everything is as it was."), std::string::npos) << program.shown();
    EXPECT_EQ(read(path("out")), "");
    EXPECT_EQ(run({"digest"}).out, digest);
    EXPECT_EQ(run({"loads", "--json"}).json().at("loads").size(), loads);
  }
}

TEST_F(CliInterrupt, ctrlCDuringTheFirstLoadLeavesAnEmptyStore) {
  Spawned program({"--store", store().string(), "load", manyLeads()}, path("out").string());
  ASSERT_TRUE(program.waitFor("load: ")) << program.shown();
  program.interrupt();
  EXPECT_EQ(program.exitCode(), 130) << program.shown();
  EXPECT_TRUE(run({"datasets", "--json"}).json().at("datasets").empty());
  EXPECT_TRUE(run({"loads", "--json"}).json().at("loads").empty());
  EXPECT_EQ(run({"count", "--json"}).json().at("error").at("code"), "unknown_dataset");
}

TEST_F(CliInterrupt, withJsonAnInterruptionIsOneDocument) {
  std::ostringstream out, err;
  std::istringstream in;
  Io io{out, err, in, false, [] { return true; }};
  EXPECT_EQ(runLeadctl({"--store", store().string(), "load", fiveLeads(), "--json"}, io), 130);
  const auto document = nlohmann::json::parse(out.str());
  EXPECT_EQ(document.at("error").at("code"), "interrupted");
  EXPECT_TRUE(document.at("loads").empty());
}

TEST_F(CliInterrupt, withoutATerminalNoProgressIsShown) {
  std::ostringstream out, err;
  std::istringstream in;
  Io io{out, err, in, false, {}};
  EXPECT_EQ(runLeadctl({"--store", store().string(), "load", fiveLeads()}, io), 0);
  EXPECT_EQ(err.str(), "");
}

TEST_F(CliInterrupt, progressOnATerminalIsWipedAtTheEnd) {
  std::ostringstream out, err;
  std::istringstream in;
  Io io{out, err, in, true, {}};
  EXPECT_EQ(runLeadctl({"--store", store().string(), "load", fiveLeads()}, io), 0);
  EXPECT_NE(err.str().find("\r\033[Kload: 5 of 5"), std::string::npos) << err.str();
  EXPECT_TRUE(err.str().ends_with("\r\033[K"));
}

TEST_F(CliInterrupt, aRequestToStopIsHeardByEveryLongCommand) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string out = path("never.csv").string();
  ASSERT_NE(run({"leads"}).out, "");
  for (const std::vector<std::string>& args :
       std::vector<std::vector<std::string>>{{"leads"},
                                             {"leads", "--out", out},
                                             {"explain", "nobody"},
                                             {"undo", "1"},
                                             {"simulate", "leads", "--rows", "100000", "--out", out},
                                             {"load", write("x.csv", "Prospect ID\nq\n")}}) {
    std::ostringstream results, messages;
    std::istringstream in;
    Io io{results, messages, in, false, [] { return true; }};
    std::vector<std::string> words = args;
    words.insert(words.begin(), {"--store", store().string()});
    EXPECT_EQ(runLeadctl(words, io), 130) << args[0];
    EXPECT_FALSE(std::filesystem::exists(out));
  }
  EXPECT_EQ(run({"count"}).out, "5\n");
}

}  // namespace
}  // namespace leadlight
