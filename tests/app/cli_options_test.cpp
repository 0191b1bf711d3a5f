#include "app/cli/options.h"

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "tests/app/cli_harness.h"

namespace leadlight {
namespace {

const std::vector<OptionSpec> specs = {{"out", "FILE", ""}, {"limit", "N", ""}, {"force", "", ""}};

Result<Arguments> parse(const std::vector<std::string>& args) {
  std::size_t next = 0;
  return parseArguments(args, next, specs, false);
}

TEST(Options, aValueMayFollowOrBeJoinedByAnEqualsSign) {
  const auto args = parse({"--out", "a.csv", "--limit=5", "--force", "word"});
  ASSERT_TRUE(args);
  EXPECT_EQ(args->value("out"), "a.csv");
  EXPECT_EQ(*args->number("limit"), 5U);
  EXPECT_TRUE(args->has("force"));
  EXPECT_EQ(args->words(), std::vector<std::string>{"word"});
}

TEST(Options, aValueMayStartWithADash) {
  const auto args = parse({"--out", "-score"});
  ASSERT_TRUE(args);
  EXPECT_EQ(args->value("out"), "-score");
}

TEST(Options, twoDashesEndTheOptionsAndOneIsAWord) {
  const auto args = parse({"-", "--", "--force", "--limit"});
  ASSERT_TRUE(args);
  EXPECT_EQ(args->words(), (std::vector<std::string>{"-", "--force", "--limit"}));
}

TEST(Options, anUnknownOptionIsAnsweredWithTheNearestOne) {
  const auto args = parse({"--limt", "5"});
  ASSERT_FALSE(args);
  EXPECT_EQ(args.error().code, Errc::Usage);
  EXPECT_NE(args.error().what.find("--limit"), std::string::npos);
}

TEST(Options, faultsOfValuesAreUsageErrors) {
  for (const std::vector<std::string>& bad :
       std::vector<std::vector<std::string>>{{"--out"}, {"--force=1"}, {"--out", "a", "--out", "b"}, {"-x"}}) {
    const auto args = parse(bad);
    ASSERT_FALSE(args) << bad.front();
    EXPECT_EQ(args.error().code, Errc::Usage);
  }
  const auto args = parse({"--limit", "many"});
  ASSERT_TRUE(args);
  EXPECT_FALSE(args->number("limit"));
  EXPECT_FALSE(parse({"--limit", "0"})->number("limit", 1));
}

TEST(Text, countsAreGroupedInThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(9240), "9,240");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(counted(1, "row", "rows"), "1 row");
}

TEST(Text, aTableAlignsCharactersRatherThanBytes) {
  TextTable table({{"name"}, {"n", TextTable::Align::Right}});
  table.add({"né", "1"});
  table.add({"abc", "10"});
  std::ostringstream out;
  table.print(out);
  EXPECT_EQ(out.str(), "name   n\n----  --\nné     1\nabc   10\n");
}

using CliUsage = CliTest;

TEST_F(CliUsage, withoutACommandItSaysWhatToDo) {
  const Ran ran = run({});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("leadctl help"), std::string::npos);
}

TEST_F(CliUsage, anUnknownCommandIsAnsweredWithTheNearestOne) {
  const Ran ran = run({"laod", "x.csv"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("did you mean load?"), std::string::npos) << ran.err;
}

TEST_F(CliUsage, withJsonAnErrorIsOneDocumentOnStandardOutput) {
  const Ran ran = run({"--json", "count", "--wher", "true"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err, "");
  const auto error = ran.json().at("error");
  EXPECT_EQ(error.at("code"), "usage");
  EXPECT_NE(error.at("message").get<std::string>().find("--where"), std::string::npos);
  EXPECT_TRUE(error.contains("where"));
}

TEST_F(CliUsage, globalOptionsStandBeforeOrAfterTheCommand) {
  const std::string file = fiveLeads();
  EXPECT_EQ(run({"load", file, "-q"}).code, 0);
  EXPECT_EQ(runWithoutStore({"count", "--store", store().string(), "--json"}).json().at("total"), 5);
  EXPECT_EQ(runWithoutStore({"--json", "--store=" + store().string(), "count"}).json().at("total"), 5);
}

TEST_F(CliUsage, aStoreThatIsNotThereIsOneClearSentence) {
  const Ran ran = run({"count"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.err.find("leadctl load FILE"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(store()));
}

TEST_F(CliUsage, theVersionIsPrinted) {
  EXPECT_EQ(runWithoutStore({"--version"}).out, "leadctl " LEADLIGHT_VERSION "\n");
  EXPECT_EQ(runWithoutStore({"--version", "--json"}).json().at("version"), LEADLIGHT_VERSION);
}

TEST_F(CliUsage, everyCommandIsExplainedWithAllItsOptions) {
  const std::string overview = runWithoutStore({"help"}).out;
  EXPECT_EQ(runWithoutStore({"--help"}).out, overview);
  for (const Command& command : commands()) {
    EXPECT_NE(overview.find("\n  " + command.name + " "), std::string::npos) << command.name;
    const Ran help = runWithoutStore({"help", command.name});
    EXPECT_EQ(help.code, 0);
    EXPECT_EQ(runWithoutStore({command.name, "--help"}).out, help.out);
    EXPECT_EQ(runWithoutStore({command.name, "-h"}).out, help.out);
    for (const OptionSpec& option : command.options)
      EXPECT_NE(help.out.find("  --" + option.name), std::string::npos) << command.name << ' ' << option.name;
    EXPECT_GE(command.examples.size(), 2U) << command.name;
    EXPECT_NE(help.out.find("Exit codes"), std::string::npos);
  }
}

// Roff writes a dash as \-.
std::string withoutBackslashes(std::string text) {
  std::erase(text, '\\');
  return text;
}

TEST_F(CliUsage, theManualPageKnowsEveryCommandAndOption) {
  const std::string page =
      withoutBackslashes(read(std::filesystem::path(LEADLIGHT_SOURCE) / "packaging/man/leadctl.1"));
  for (const Command& command : commands()) {
    const std::size_t start = page.find("\n.SS " + command.name + "\n");
    ASSERT_NE(start, std::string::npos) << command.name;
    const std::string section =
        page.substr(start, std::min(page.find("\n.SS ", start + 1), page.find("\n.SH ", start)) - start);
    for (const OptionSpec& option : command.options)
      EXPECT_NE(section.find("--" + option.name), std::string::npos) << command.name << ' ' << option.name;
  }
  for (const OptionSpec& option : globalOptions())
    EXPECT_NE(page.find("--" + option.name), std::string::npos) << option.name;
}

}  // namespace
}  // namespace leadlight
