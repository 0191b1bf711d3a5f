#include "tests/app/cli_harness.h"
#include "tests/support/workbooks.h"

namespace leadlight {
namespace {

using Json = nlohmann::json;

class CliWarnings : public CliTest {
 protected:
  // The codes of what a load warns of.
  std::vector<std::string> warned(std::vector<std::string> words) const {
    words.insert(words.begin(), "load");
    words.emplace_back("--json");
    const Ran ran = run(words);
    EXPECT_EQ(ran.code, 0) << ran.out;
    std::vector<std::string> codes;
    const Json load = ran.json().at("loads").at(0);
    for (const Json& warning : load.value("warnings", Json::array())) {
      EXPECT_FALSE(warning.at("message").get<std::string>().empty());
      codes.push_back(warning.at("code").get<std::string>());
    }
    return codes;
  }
  std::string seen(const std::string& key) const {
    return run({"sql", "SELECT Seen FROM leads_final WHERE CAST(id AS TEXT) = '" + key + "'", "--json"})
        .json()
        .at("rows")
        .at(0)
        .at(0)
        .get<std::string>();
  }
};

using Codes = std::vector<std::string>;

TEST_F(CliWarnings, datesThatNothingProvesAreReadAsTheDatasetsOtherFilesProve) {
  const std::string june = write("june.csv", "id,Seen\na,03/04/2024\n");
  const std::string checked = run({"load", june, "--key", "id", "--validate"}).err;
  EXPECT_NE(checked.find("june.csv: No value of Seen tells day from month, so it is read day first. If it is month "
                         "first, load it with --dates mdy."),
            std::string::npos)
      << checked;
  EXPECT_EQ(warned({write("may.csv", "id,Seen\nb,05/31/2024\n"), "--key", "id"}), Codes{});
  EXPECT_EQ(warned({june, "--validate"}), Codes{});
  EXPECT_EQ(warned({june}), Codes{});
  EXPECT_EQ(seen("a"), "2024-03-04");
  const Json column = run({"loads", "--json"}).json().at("loads").at(0).at("columns").at(1);
  EXPECT_EQ(column.at("date_order"), "mdy");
  EXPECT_EQ(column.at("date_order_by"), "dataset");
  EXPECT_EQ(column.at("ambiguous"), true);
}

TEST_F(CliWarnings, aLoadThatIsUndoneProvesNothing) {
  ASSERT_EQ(run({"load", write("may.csv", "id,Seen\nb,05/31/2024\n"), "--key", "id"}).code, 0);
  ASSERT_EQ(run({"undo", "1"}).code, 0);
  EXPECT_EQ(warned({write("june.csv", "id,Seen\na,03/04/2024\n")}), Codes{"date_order_unknown"});
  EXPECT_EQ(seen("a"), "2024-04-03");
}

TEST_F(CliWarnings, whatIsAskedForGoesBeforeTheDatasetAndIsRememberedForIt) {
  ASSERT_EQ(run({"load", write("one.csv", "id,Seen\na,03/04/2024\n"), "--key", "id", "--dates", "mdy"}).code, 0);
  EXPECT_EQ(warned({write("two.csv", "id,Seen\nb,05/06/2024\n")}), Codes{});
  EXPECT_EQ(seen("b"), "2024-05-06");
  EXPECT_EQ(warned({write("three.csv", "id,Seen\nc,05/06/2024\n"), "--dates", "dmy"}), Codes{});
  EXPECT_EQ(seen("c"), "2024-06-05");
}

TEST_F(CliWarnings, aFileThatProvesTheOtherOrderIsReadByItAndThatIsSaid) {
  ASSERT_EQ(run({"load", write("may.csv", "id,Seen\nb,05/31/2024\n"), "--key", "id"}).code, 0);
  const Ran ran = run({"load", write("june.csv", "id,Seen\na,30/06/2024\nc,03/04/2024\n")});
  EXPECT_NE(ran.err.find("june.csv: Seen is day first here, as its values prove, and was month first in an earlier "
                         "file."),
            std::string::npos)
      << ran.err;
  EXPECT_EQ(seen("c"), "2024-04-03");
  // Now the dataset proves nothing: its files differ.
  EXPECT_EQ(warned({write("july.csv", "id,Seen\nd,05/06/2024\n")}), Codes{"date_order_unknown"});
}

TEST_F(CliWarnings, aFileOfEmptyDatesProvesNothing) {
  ASSERT_EQ(run({"load", write("may.csv", "id,Seen\nb,05/31/2024\n"), "--key", "id"}).code, 0);
  ASSERT_EQ(warned({write("june.csv", "id,Seen\nc,\nd,\n")}), Codes{});
  EXPECT_EQ(warned({write("july.csv", "id,Seen\na,03/04/2024\n")}), Codes{});
  EXPECT_EQ(seen("a"), "2024-03-04");
}

TEST_F(CliWarnings, aBrokenSchemaIsLeftOutAndNamed) {
  std::filesystem::create_directory(path("schemas"));
  write("schemas/broken.json", "{\n  \"leadlight_schema\": 1,\n  oops");
  const std::string file = write("one.csv", "Prospect ID,Lead Source\na,Google\n");
  const std::string sentence = "The schema file broken.json cannot be read: line 3 is not JSON.";
  const Ran profile = run({"profile", file});
  EXPECT_EQ(profile.code, 0) << profile.err;
  EXPECT_NE(profile.err.find(sentence), std::string::npos) << profile.err;
  const Ran ran = run({"load", file});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.err.find("one.csv: " + sentence + " It is left out; mend it or delete it."), std::string::npos)
      << ran.err;
  EXPECT_EQ(run({"datasets", "--json"}).json().at("datasets").at(0).at("key"), "Prospect_ID") << "the built-in schema";
  EXPECT_EQ(warned({file, "--force"}), Codes{"schema_unreadable"});
  const Ran named = run({"load", file, "--force", "--schema", "broken"});
  EXPECT_EQ(named.code, 1);
  EXPECT_NE(named.err.find(sentence), std::string::npos) << named.err;
}

TEST_F(CliWarnings, aSchemaOfOnesOwnThatIsBrokenDoesNotHideTheBuiltInOne) {
  std::filesystem::create_directory(path("schemas"));
  write("schemas/leads.json", "no");
  EXPECT_EQ(warned({write("one.csv", "Prospect ID,Lead Source\na,Google\n")}), Codes{"schema_unreadable"});
  EXPECT_EQ(run({"datasets", "--json"}).json().at("datasets").at(0).at("key"), "Prospect_ID");
}

TEST_F(CliWarnings, aFileThatIsNoSchemaIsNamedInOneSentence) {
  const std::string file = write("one.csv", "id\na\n");
  for (const auto& [name, text, fault] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {"Leads.csv", "id,name\n1,x\n", "line 1 is not JSON"},
           {"empty.json", "", "line 1 is not JSON"},
           {"list.json", "[]", "\"leadlight_schema\": 1 expected"},
           {"version.json", R"({"leadlight_schema":"1"})", "\"leadlight_schema\": 1 expected"},
           {"columns.json", R"({"leadlight_schema":1,"name":"x","columns":{"a":1}})", "a list expected"},
           {"target.json", R"({"leadlight_schema":1,"name":"x","target":"a"})", "an object expected"},
           {"after.json", R"({"leadlight_schema":1,"name":"x","columns":[{"name":"a","after_contact":"no"}]})",
            "true or false expected"}}) {
    const Ran ran = run({"load", file, "--schema", write(name, text)});
    EXPECT_EQ(ran.code, 1) << name;
    EXPECT_TRUE(ran.err.starts_with("leadctl: The schema file " + name + " cannot be read: " + fault)) << ran.err;
    EXPECT_EQ(ran.err.find("json.exception"), std::string::npos) << ran.err;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
  }
}

TEST_F(CliWarnings, fewLettersThatLookLikeAnotherEncodingsMakeTheEncodingAGuess) {
  // "Łukasz Żółty, Gdańsk" in Windows-1250 and "Yıldız, Eskişehir" in Windows-1254.
  const std::string polish = write("polish.csv", "id,name\na,\xA3ukasz \xAF\xF3\xB3ty\nb,Gda\xF1sk\n");
  const std::string turkish = write("turkish.csv",
                                    "id,name\na,Y\xFDld\xFDz\nb,Eski\xFE"
                                    "ehir\n");
  const Ran ran = run({"load", polish, "--key", "id"});
  EXPECT_NE(
      ran.err.find("polish.csv: The encoding is a guess: nothing proves latin-1, and it could be windows-1250. If "
                   "letters look wrong, name it with --encoding windows-1250."),
      std::string::npos)
      << ran.err;
  EXPECT_EQ(warned({turkish, "--dataset", "turkish", "--validate"}), Codes{"encoding_guessed"});
  EXPECT_EQ(warned({polish, "--force", "--encoding", "windows-1250"}), Codes{});
  const Ran profile = run({"profile", polish});
  EXPECT_NE(profile.err.find("nothing proves latin-1, and it could be windows-1250."), std::string::npos)
      << profile.err;
  const Json document = run({"profile", polish, "--json"}).json();
  EXPECT_EQ(document.at("encoding_or_else"), "windows-1250");
  EXPECT_EQ(document.at("warnings").at(0).at("code"), "encoding_guessed");
}

TEST_F(CliWarnings, lettersThatAreClearlyWesternAreNoGuess) {
  for (const char* names : {"a,M\xFCller\nb,K\xF6ln\n",
                            "a,Mar\xED"
                            "a Mu\xF1oz\n",
                            "a,H\xE9l\xE8ne\nb,Fran\xE7ois\n", "a,Jo\xE3o Concei\xE7\xE3o\n", "a,S\xF8ren Kj\xE6r\n"})
    EXPECT_EQ(warned({write("west.csv", std::string("id,name\n") + names), "--validate"}), Codes{}) << names;
  EXPECT_EQ(warned({write("utf8.csv", "id,name\na,Łukasz\n"), "--validate"}), Codes{});
}

TEST_F(CliWarnings, aSheetOfAFileThatIsNoWorkbookIsSaidToBeNone) {
  const std::string file = write("one.csv", "id,name\na,x\n");
  const Ran ran = run({"load", file, "--sheet", "May"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.err.find("one.csv: The file is no workbook and has no sheet \"May\"; all of it is read."),
            std::string::npos)
      << ran.err;
  EXPECT_NE(run({"profile", file, "--sheet", "May"}).err.find("no workbook"), std::string::npos);
}

TEST_F(CliWarnings, formulasThatNobodyCalculatedAreCounted) {
  const std::string file = write(
      "sums.xlsx",
      xlsxOf({{"May",
               "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>sum"
               "</t></is></c></row>"
               "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><f>A2*2</f><v></v></c></row>"
               "<row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\"><f>A3*2</f></c></row>"
               "<row r=\"4\"><c r=\"A4\"><v>3</v></c><c r=\"B4\"><f>A4*2</f><v>6</v></c></row>"
               "<row r=\"5\"><c r=\"A5\"><v>4</v></c><c r=\"B5\" t=\"str\"><f>\"\"</f><v></v></c></row>"}}));
  const Ran ran = run({"load", file, "--validate"});
  EXPECT_NE(ran.err.find("sums.xlsx: 2 formulas are without a result and read as empty. Save the workbook in a "
                         "spreadsheet program, which calculates them, and load it again."),
            std::string::npos)
      << ran.err;
  EXPECT_EQ(warned({file}), Codes{"formulas_uncalculated"});
}

TEST_F(CliWarnings, theProfileNamesTheOptionForDates) {
  const Ran ran = run({"profile", write("june.csv", "id,Seen\na,03/04/2024\n")});
  EXPECT_NE(ran.out.find("Seen: no day is above 12, so day and month may be the other way round; --dates tells."),
            std::string::npos)
      << ran.out;
}

}  // namespace
}  // namespace leadlight
