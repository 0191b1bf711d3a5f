#include <set>

#include "tests/app/cli_harness.h"

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
