#include <map>

#include "tests/app/cli_harness.h"
#include "tests/support/tally.h"

namespace leadlight {
namespace {

using Json = nlohmann::json;

class CliProfile : public CliTest {
 protected:
  static Json columnOf(const Json& document, const std::string& name) {
    for (const Json& column : document["columns"])
      if (column["name"] == name) return column;
    ADD_FAILURE() << "no column " << name;
    return {};
  }
};

TEST_F(CliProfile, aFileIsDescribedBeforeAnythingIsLoaded) {
  const std::string file =
      write("bank.csv", "ref;amount;on;job;y\nx;1,5;01/02/2024;unknown;yes\nz;1.234,5;03/04/2024;cook;no\n");
  const Ran ran = run({"profile", file, "--json"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  const Json document = ran.json();
  EXPECT_EQ(document["rows"], 2);
  EXPECT_EQ(document["delimiter"], ";");
  EXPECT_EQ(document["format"], "csv");
  EXPECT_EQ(document["header"], true);
  EXPECT_EQ(document["preamble_lines"], 0);
  EXPECT_EQ(document["key_candidates"][0], "ref");
  EXPECT_EQ(document["target_candidates"][0]["column"], "y");
  EXPECT_EQ(document["first_rows"][1][3], "cook");
  EXPECT_EQ(columnOf(document, "amount")["decimal_mark"], ",");
  EXPECT_EQ(columnOf(document, "amount")["decimal_mark_proven"], true);
  EXPECT_EQ(columnOf(document, "on")["ambiguous"], true);
  EXPECT_EQ(columnOf(document, "job")["placeholders"][0]["known"], false);
  EXPECT_EQ(document["schema"]["leadlight_schema"], 1);
  EXPECT_EQ(document["schema"]["target"]["column"], "y");
  EXPECT_FALSE(std::filesystem::exists(store()));
  const Ran table = run({"profile", file});
  EXPECT_NE(table.out.find("decimal (comma)"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("\"unknown\" in 1 row may mean no answer"), std::string::npos) << table.out;
}

TEST_F(CliProfile, whatAPersonDecidesIsKeptForTheNextFile) {
  const std::string file =
      write("may.csv", "ref;amount;on;job;won\nx;1.234;01/02/2024;unknown;ja\nz;5;03/04/2024;cook;nein\n");
  const Ran kept =
      run({"profile", file, "--save-schema", "sales", "--key", "ref", "--decimal", ",", "--dates", "mdy",
           "--placeholders", "unknown", "--target", "won", "--positive", "ja", "--types", "amount=decimal"});
  ASSERT_EQ(kept.code, 0) << kept.err;
  EXPECT_NE(kept.err.find("Kept the schema \"sales\""), std::string::npos);
  for (const char* schema : {"auto", "sales"}) {
    std::error_code ignored;
    std::filesystem::remove(store(), ignored);
    const Json load = run({"load", file, "--json", "--schema", schema}).json()["loads"][0];
    EXPECT_EQ(load["new"], 2) << load;
    EXPECT_EQ(columnOf(load, "on")["ambiguous"], true);
    EXPECT_EQ(columnOf(load, "job")["placeholders"], 1);
    const Json dataset = run({"datasets", "--json"}).json()["datasets"][0];
    EXPECT_EQ(dataset["key"], "ref");
    EXPECT_EQ(dataset["target"], "won");
    const Ran leads = run({"leads", "--columns", "ref,amount,on", "--sort", "ref"});
    EXPECT_NE(leads.out.find("x,1234,2024-01-02"), std::string::npos) << leads.out;
  }
  const Ran wrong = run({"load", file, "--schema", "nothing"});
  EXPECT_EQ(wrong.code, 1);
  EXPECT_NE(wrong.err.find("known are sales, leads"), std::string::npos) << wrong.err;
}

TEST_F(CliProfile, wrongRequestsAreNamed) {
  const std::string file = write("a.csv", "a,b\n1,2\n");
  EXPECT_EQ(run({"profile", file, "--encoding", "klingon"}).code, 2);
  EXPECT_EQ(run({"profile", file, "--types", "a"}).code, 2);
  EXPECT_EQ(run({"profile", file, "--dates", "xyz"}).code, 2);
  EXPECT_EQ(run({"profile", file, "--key", "c"}).code, 1);
  EXPECT_EQ(run({"profile", path("gone.csv").string()}).code, 1);
}

// The values that other programs change, by their ids, out of an export in JSON. An empty text is no value.
std::map<std::string, std::string> valuesOf(const std::string& json) {
  std::map<std::string, std::string> values;
  for (const Json& lead : Json::parse(json)) {
    const Json& value = lead["value"];
    values[lead["id"].get<std::string>()] = value.is_string() ? value.get<std::string>() : std::string();
  }
  return values;
}

TEST_F(CliProfile, valuesThatOtherProgramsMangleComeThroughEveryWay) {
  const std::filesystem::path folder = std::filesystem::path(LEADLIGHT_SHARED) / "corpora/made/mangle";
  if (!std::filesystem::exists(folder)) return;
  Json expected = Json::parse(read(folder / "expected.json"));
  ASSERT_EQ(expected.size(), 85U);
  const auto check = [&](const std::string& file, const std::string& how) {
    std::error_code ignored;
    std::filesystem::remove(store(), ignored);
    const Ran loaded = run({"load", file, "--key", "id", "--json"});
    ASSERT_EQ(loaded.code, 0) << loaded.out;
    ASSERT_EQ(run({"leads", "--format", "json", "--out", path("out.json").string()}).code, 0);
    const auto values = valuesOf(read(path("out.json")));
    Tally tally("mangle " + how);
    for (const auto& [id, value] : expected.items()) {
      const auto found = values.find(id);
      EXPECT_TRUE(tally.note(found != values.end() && found->second == value.get<std::string>())) << how << ' ' << id;
    }
  };
  check((folder / "mangle.csv").string(), "csv");
  ASSERT_EQ(run({"leads", "--format", "csv", "--out", path("again.csv").string()}).code, 0);
  std::filesystem::rename(path("out.json"), path("again.json"));
  check(path("again.csv").string(), "csv export and re-load");
  check(path("again.json").string(), "json export and re-load");
  check((folder / "mangle.ndjson").string(), "ndjson");
  // One value is longer than a cell of a workbook can be, which the export says.
  const std::string workbook = path("again.xlsx").string();
  EXPECT_EQ(run({"leads", "--format", "xlsx", "--out", workbook}).code, 2);
  ASSERT_EQ(run({"leads", "--where", "not (id = 'M081')", "--format", "xlsx", "--out", workbook}).code, 0);
  expected.erase("M081");
  check(workbook, "xlsx export and re-load");
}

}  // namespace
}  // namespace leadlight
