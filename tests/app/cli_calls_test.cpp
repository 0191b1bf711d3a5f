#include <set>

#include "tests/app/cli_harness.h"
#include "tests/support/pdf_text.h"

namespace leadlight {
namespace {

using Json = nlohmann::json;

class CliCalls : public CliTest {
 protected:
  void SetUp() override {
    std::string file =
        "Prospect ID,Lead Number,Lead Source,Do Not Email,Do Not Call,Converted,TotalVisits,"
        "Total Time Spent on Website,What is your current occupation\r\n";
    for (int i = 0; i < 60; ++i) {
      const std::string n = std::to_string(i);
      file += "id" + n + "," + std::to_string(1000 + i) + (i % 2 == 0 ? ",Reference," : ",Google,");
      file += (i % 10 == 0 ? "Yes," : "No,");
      file += (i % 15 == 1 ? "Yes," : "No,");
      file += (i % 4 == 3 ? "1," : "0,");
      file += std::to_string(i % 5) + "," + std::to_string(i * 30) + ",Working Professional\r\n";
    }
    ASSERT_EQ(run({"load", write("Leads.csv", file)}).code, 0);
  }
};

TEST_F(CliCalls, everyLeadIsCalledKeptForLaterOrLeftOutForOneReason) {
  const Ran ran = run({"calls", "--people", "Ana,Ben", "--per-day", "10", "--json"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  const Json answer = ran.json();
  const Json& out = answer.at("left_out");
  EXPECT_EQ(answer.at("asked"), 60);
  EXPECT_EQ(out.at("do_not_call"), 4);
  EXPECT_EQ(out.at("do_not_email"), 6);
  EXPECT_EQ(answer.at("calls").get<int>() + answer.at("later").get<int>() + 10 + out.at("converted").get<int>() +
                out.at("unscored").get<int>(),
            60);
  std::set<int> leads;
  for (const Json& person : answer.at("people")) {
    EXPECT_EQ(person.at("calls").size(), 10U);
    for (const Json& one : person.at("calls")) leads.insert(one.at("lead_id").get<int>());
  }
  EXPECT_EQ(leads.size(), 20U);
  EXPECT_NE(ran.err.find("Left out: 4 do not call, 6 do not e-mail"), std::string::npos) << ran.err;
  const Json& reason = answer.at("people")[0].at("calls")[0].at("reasons")[0];
  EXPECT_GT(reason.at("points").get<double>(), 0);
}

TEST_F(CliCalls, aNumberOfPeopleStandsForPeopleWithoutNames) {
  const Json people = run({"calls", "--people", "3", "--per-day", "2", "--json"}).json().at("people");
  ASSERT_EQ(people.size(), 3U);
  EXPECT_EQ(people[2].at("name"), "Person 3");
}

TEST_F(CliCalls, reasonsAreSentences) {
  const std::string csv = run({"calls", "--per-day", "60", "--where", "Lead_Source = 'Reference'"}).out;
  EXPECT_TRUE(csv.starts_with("person,day,call,Lead_Number,score,band,reasons\r\n")) << csv;
  EXPECT_NE(csv.find("Came by Reference (+20)"), std::string::npos) << csv;
  EXPECT_NE(csv.find("minutes on the website (+"), std::string::npos) << csv;
}

TEST_F(CliCalls, aWorkbookHasASheetForEachPersonAndLoadsBack) {
  const std::string book = path("calls.xlsx").string();
  ASSERT_EQ(run({"calls", "--people", "Ana,Ben: north/south", "--per-day", "5", "--out", book}).code, 0);
  const Json profile = run({"profile", book, "--json"}).json();
  EXPECT_EQ(read(book).substr(0, 2), "PK");
  EXPECT_NE(profile.dump().find("Why"), std::string::npos) << profile.dump();
}

// Without the layout's spaces and line breaks.
std::string packed(const std::vector<std::string>& pages) {
  std::string text;
  for (const std::string& page : pages)
    for (const char c : page)
      if (c != ' ' && c != '\n') text += c;
  return text;
}

TEST_F(CliCalls, eachPersonHasAPdfWithTheCallsOfTheListInItsOrder) {
  const std::vector<std::string> wish = {"--people", "Ana,Łucja Żółć", "--per-day", "25", "--where", "TotalVisits < 4"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), wish.begin(), wish.end());
    more.insert(more.begin(), "calls");
    return run(more);
  };
  const Ran ran = with({"--out", path("calls.pdf").string()});
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.err.find("calls-Ana.pdf, "), std::string::npos) << ran.err;
  const Json people = with({"--json"}).json().at("people");
  ASSERT_EQ(people.size(), 2U);
  for (const Json& person : people) {
    const std::string name = person.at("name");
    const std::vector<std::string> pages = pdfPages(path("calls-" + name + ".pdf"));
    ASSERT_FALSE(pages.empty()) << name;
    const std::string text = packed(pages);
    for (const std::string& part :
         {"Calls of " + name, std::string("Filter: TotalVisits < 4"), std::string("Scorecard: Before contact rules v1"),
          std::string("Latest load: 1, Leads.csv"), std::string("4 do not call")})
      EXPECT_NE(text.find(packed({part})), std::string::npos) << part << "\n" << text;
    std::size_t at = text.find("Why");
    ASSERT_GT(person.at("calls").size(), 5U);
    for (const Json& call : person.at("calls")) {
      std::string line = std::to_string(call.at("call").get<int>()) + call.at("Lead_Number").get<std::string>();
      at = text.find(line, at);
      ASSERT_NE(at, std::string::npos) << line << "\n" << text;
    }
    EXPECT_NE(text.find(packed({person.at("calls")[0].at("reasons")[0].at("text").get<std::string>()})),
              std::string::npos);
  }
}

TEST_F(CliCalls, theCallsOfOnePersonAreInTheFileThatWasNamed) {
  ASSERT_EQ(run({"calls", "--out", path("today.pdf").string()}).code, 0);
  EXPECT_GT(pdfPages(path("today.pdf")).size(), 1U);
  EXPECT_EQ(run({"calls", "--out", path("no/today.pdf").string()}).code, 1);
}

TEST_F(CliCalls, aWishThatMakesNoSenseIsWrongUsage) {
  EXPECT_EQ(run({"calls", "--people", " , "}).code, 2);
  EXPECT_EQ(run({"calls", "--per-day", "0"}).code, 2);
  EXPECT_EQ(run({"calls", "--channel", "pigeon"}).code, 2);
  EXPECT_EQ(run({"calls", "--people", "5000"}).code, 2);
  EXPECT_EQ(run({"calls", "--out", path("calls.doc").string()}).code, 2);
}

TEST_F(CliCalls, aWorkbookOfLeadsSaysOfWhatItIs) {
  const std::string book = path("leads.xlsx").string();
  ASSERT_EQ(run({"leads", "--where", "TotalVisits >= 2", "--out", book}).code, 0);
  const Ran about = run({"profile", book, "--sheet", "About", "--no-header", "--json"});
  EXPECT_NE(about.out.find("TotalVisits >= 2"), std::string::npos) << about.out << about.err;
  EXPECT_NE(about.out.find("Before contact rules v1"), std::string::npos) << about.out;
}

}  // namespace
}  // namespace leadlight
