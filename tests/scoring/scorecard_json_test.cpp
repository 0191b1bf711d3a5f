#include "scoring/scorecard_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/base/resources.h"
#include "random_scorecards.h"

namespace leadlight {
namespace {

using ::testing::HasSubstr;

std::string withTerm(const std::string& term) {
  return R"({"leadlight_scorecard":1,"name":"n","terms":[)" + term + "]}";
}

// A grid term with these rows and points; its columns have two slots.
std::string grid(const std::string& rows, const std::string& points) {
  return R"({"name":"a","kind":"grid","rows":{"column":"a",)" + rows +
         R"(},"columns":{"column":"b","edges":[]},"points":[)" + points + "]}";
}

TEST(ScorecardJson, everyScorecardComesBackAsItWasToTheLastBit) {
  test::Random random(11);
  for (int i = 0; i < 500; ++i) {
    const Scorecard card = test::randomScorecard(random);
    const std::string json = toJson(card);
    const Result<Scorecard> back = parseScorecard(json, "card.json");
    ASSERT_TRUE(back) << back.error().where << ": " << back.error().what << "\n" << json;
    EXPECT_EQ(*back, card) << json;
    EXPECT_EQ(toJson(*back), json);
  }
}

TEST(ScorecardJson, extremeNumbersKeepTheirBits) {
  Scorecard card;
  card.name = "n";
  for (const double value : {0.1, -1e300, 5e-324, 123456789012345680.0, 1.0 / 3, -0.0, 1e15, 999999999999999.9})
    card.terms.push_back({"t" + std::to_string(card.terms.size()), LinearTerm{"C", value, -1e308, 1e308, value}});
  const Result<Scorecard> back = parseScorecard(toJson(card), "");
  ASSERT_TRUE(back) << back.error().what;
  EXPECT_EQ(*back, card);
}

TEST(ScorecardJson, theFileReadsWellAndKeepsTheOrderOfValues) {
  Scorecard card;
  card.name = "Small";
  card.terms.push_back({"Source", LookupTerm{"Lead_Source", {{"Zeta", 2}, {"Alpha", -0.5}}, 1, 0}});
  card.terms.push_back({"Age", StepsTerm{"Created_On", {1469923200, 1470000000}, {3, 2, 1}, 0, true}});
  card.bands = {{"High", 2}, {"Low", -std::numeric_limits<double>::infinity()}};
  EXPECT_EQ(toJson(card), R"({
  "leadlight_scorecard": 1,
  "name": "Small",
  "dataset": "leads",
  "link": "identity",
  "base": 0,
  "terms": [
    {
      "name": "Source",
      "kind": "lookup",
      "column": "Lead_Source",
      "points": {
        "Zeta": 2,
        "Alpha": -0.5
      },
      "otherwise": 1,
      "missing": 0
    },
    {
      "name": "Age",
      "kind": "steps",
      "column": "Created_On",
      "edges": ["2016-07-31", "2016-07-31T21:20:00"],
      "points": [3, 2, 1],
      "missing": 0
    }
  ],
  "bands": [
    {
      "name": "High",
      "from": 2
    },
    {
      "name": "Low"
    }
  ]
}
)");
}

TEST(ScorecardJson, whatIsLeftOutHasItsDefault) {
  const Result<Scorecard> card = parseScorecard(
      R"({"leadlight_scorecard":1,"name":"n","terms":[{"name":"a","kind":"linear","column":"Total Visits","weight":2}],
          "bands":[{"name":"A","from":5},{"name":"B","from":0}]})",
      "");
  ASSERT_TRUE(card) << card.error().where;
  EXPECT_EQ(card->dataset, "leads");
  EXPECT_EQ(card->link, Link::Identity);
  const LinearTerm expected{"Total_Visits", 2, -std::numeric_limits<double>::infinity(),
                            std::numeric_limits<double>::infinity(), 0};
  EXPECT_EQ(std::get<LinearTerm>(card->terms[0].kind), expected);
  EXPECT_EQ(card->bandOf(-1e9), "B");
  EXPECT_EQ(card->bandOf(5), "A");
}

struct FaultCase {
  std::string json, where, what;
};

TEST(ScorecardJson, aFaultIsNamedByItsPath) {
  const std::vector<FaultCase> cases{
      {"", "my.json: byte 1", "well-formed"},
      {"[]", "my.json", "object"},
      {"{\"a\":", "my.json: byte 6", "well-formed"},
      {R"({"name":"n","terms":[]})", "my.json: leadlight_scorecard", "begins with \"leadlight_scorecard\": 1"},
      {R"({"leadlight_scorecard":2,"name":"n","terms":[]})", "my.json: leadlight_scorecard", "version 1"},
      {R"({"leadlight_scorecard":1,"terms":[]})", "my.json: name", "text"},
      {R"({"leadlight_scorecard":1,"name":"a@b","terms":[]})", "my.json: name", "'@'"},
      {R"({"leadlight_scorecard":1,"name":"n"})", "my.json: terms", "list"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"term":[]})", "my.json: term", "no such name"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"link":"logit"})", "my.json: link", "logistic"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"base":"1"})", "my.json: base", "number"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"base":null})", "my.json: base", "number"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"base":1e999})", "my.json: byte 59", "too large"},
      {R"({"leadlight_scorecard":1,"name":"n","name":"m","terms":[]})", "my.json", "\"name\" is given twice"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"requires":[3]})", "my.json: requires[0]", "column"},
      {withTerm("7"), "my.json: terms[0]", "object"},
      {withTerm(R"({"kind":"linear","column":"a","weight":1})"), "my.json: terms[0].name", "text"},
      {withTerm(R"({"name":"a","column":"a"})"), "my.json: terms[0].kind", "text"},
      {withTerm(R"({"name":"a","kind":"tree","column":"a"})"), "my.json: terms[0].kind", "\"tree\" is none of"},
      {withTerm(R"({"name":"a","kind":"grid","column":"a"})"), "my.json: terms[0].column", "no such name"},
      {withTerm(R"({"name":"a","kind":"grid","rows":{"column":"a"},"columns":{"column":"b","edges":[]},"points":[]})"),
       "my.json: terms[0].rows", "either edges or groups"},
      {withTerm(grid(R"("groups":[["x"],["y","x"]])", "")), "my.json: terms[0].rows.groups[1][1]", "twice"},
      {withTerm(grid(R"("groups":[[""]])", "")), "my.json: terms[0].rows.groups[0][0]", "empty value"},
      {withTerm(grid(R"("groups":[[]])", "")), "my.json: terms[0].rows.groups[0]", "list of values"},
      {withTerm(grid(R"("groups":[])", "")), "my.json: terms[0].rows.groups", "at least one"},
      {withTerm(grid(R"("edges":[2,1])", "")), "my.json: terms[0].rows.edges", "ascend"},
      {withTerm(grid(R"("edges":[1])", "[1,2],[3,4]")), "my.json: terms[0].points", "3, not 2"},
      {withTerm(grid(R"("edges":[1])", "[1,2],[3,4],[5]")), "my.json: terms[0].points[2]", "2, not 1"},
      {withTerm(grid(R"("edges":[1])", "[1,2],[3,4],[5,null]")), "my.json: terms[0].points[2][1]", "number"},
      {withTerm(R"({"name":"a","kind":"decay","column":"a","points":1,"half_life_days":0})"),
       "my.json: terms[0].half_life_days", "above 0"},
      {withTerm(R"({"name":"a","kind":"decay","column":"a","points":1,"half_life_days":1,"as_of":"soon"})"),
       "my.json: terms[0].as_of", "no date"},
      {withTerm(R"({"name":"a","kind":"linear","column":"a","weight":1,"group":"g"})"), "my.json: terms[0].group",
       "none of"},
      {withTerm(R"({"name":"a","kind":"steps","column":"a","edges":[],"points":[1],"support":{"rows":[1]}})"),
       "my.json: terms[0].support.rows", "2, not 1"},
      {withTerm(R"({"name":"a","kind":"steps","column":"a","edges":[],"points":[1],"support":{"rows":[1,-1]}})"),
       "my.json: terms[0].support.rows[1]", "whole number"},
      {withTerm(R"({"name":"a","kind":"steps","column":"a","edges":[],"points":[1],"support":{"errors":[1,-1]}})"),
       "my.json: terms[0].support.errors[1]", "from 0 on"},
      {withTerm(
           R"({"name":"a","kind":"steps","column":"a","edges":[],"points":[1],"support":{"rows":[1,2],"positives":[1,3]}})"),
       "my.json: terms[0].support.positives[1]", "more than the rows"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"groups":[{"name":"g"}]})", "my.json: groups[0]", "a cap"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"groups":[{"name":"g","low":2,"high":1}]})",
       "my.json: groups[0].low", "above high"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"groups":[{"name":"g","low":2},{"name":"g","low":1}]})",
       "my.json: groups[1].name", "earlier group"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[{"name":"g","kind":"linear","column":"a","weight":1}],"groups":[{"name":"g","low":2}]})",
       "my.json: terms[0].name", "is a group"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"provenance":{"metrics":{"auc":"high"}}})",
       "my.json: provenance.metrics.auc", "number"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"provenance":{"seed":1.5}})", "my.json: provenance.seed",
       "whole number"},
      {withTerm(R"({"name":"a","kind":"linear","column":" - ","weight":1})"), "my.json: terms[0].column", "letters"},
      {withTerm(R"({"name":"a","kind":"linear","column":"a"})"), "my.json: terms[0].weight", "number"},
      {withTerm(R"({"name":"a","kind":"linear","column":"a","wieght":1})"), "my.json: terms[0].wieght", "weight"},
      {withTerm(R"({"name":"a","kind":"linear","column":"a","weight":1,"low":2,"high":1})"), "my.json: terms[0].low",
       "above"},
      {withTerm(
           R"({"name":"a","kind":"linear","column":"a","weight":1},{"name":"a","kind":"linear","column":"b","weight":1})"),
       "my.json: terms[1].name", "earlier term"},
      {withTerm(R"({"name":"a","kind":"steps","column":"a","edges":[1,1],"points":[1,2,3]})"),
       "my.json: terms[0].edges", "ascend"},
      {withTerm(R"({"name":"a","kind":"steps","column":"a","edges":[1,2],"points":[1,2]})"), "my.json: terms[0].points",
       "3 bins, each with its points; there are 2 points"},
      {withTerm(R"({"name":"a","kind":"steps","column":"a","edges":[1,"2"],"points":[1,2,3]})"),
       "my.json: terms[0].edges[1]", "all dates"},
      {withTerm(R"({"name":"a","kind":"steps","column":"a","edges":["2016-02-30"],"points":[1,2]})"),
       "my.json: terms[0].edges[0]", "no date"},
      {withTerm(R"({"name":"a","kind":"steps","column":"a","edges":[null],"points":[1,2]})"),
       "my.json: terms[0].edges[0]", "number"},
      {withTerm(R"({"name":"a","kind":"lookup","column":"a","points":[1]})"), "my.json: terms[0].points", "object"},
      {withTerm(R"({"name":"a","kind":"lookup","column":"a","points":{"x":true}})"), "my.json: terms[0].points.x",
       "number"},
      {withTerm(R"({"name":"a","kind":"lookup","column":"a","points":{"x":1,"x":2}})"), "my.json",
       "\"x\" is given twice"},
      {withTerm(R"({"name":"a","kind":"lookup","column":"a","points":{"":1}})"), "my.json: terms[0].points", "missing"},
      {withTerm(R"({"name":"a","kind":"rule","points":1})"), "my.json: terms[0].when", "text"},
      {withTerm(R"({"name":"a","kind":"rule","when":"City =","points":1})"), "my.json: terms[0].when",
       "filter cannot be read at character 7"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"bands":[{"name":"A"},{"name":"B"}]})",
       "my.json: bands[0].from", "last band"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"bands":[{"name":"A","from":1},{"name":"B","from":1},{"name":"C"}]})",
       "my.json: bands[1].from", "high to low"},
      {R"({"leadlight_scorecard":1,"name":"n","terms":[],"bands":[{"name":"A","from":1},{"name":"A"}]})",
       "my.json: bands[1].name", "earlier"},
      {std::string(100'000, '['), "my.json", "32 levels"},
      {R"({"leadlight_scorecard":1,"x":)" + std::string(1'000'000, '['), "my.json", "32 levels"},
      {"\"" + std::string(std::size_t{17} << 20, 'x') + "\"", "my.json", "16 MB"},
      {"[" + std::string(3'000'000, '0').replace(1, 0, ",") + "]", "my.json: byte 5", "well-formed"},
  };
  for (const FaultCase& fault : cases) {
    const Result<Scorecard> card = parseScorecard(fault.json, "my.json");
    ASSERT_FALSE(card) << fault.json.substr(0, 200);
    EXPECT_EQ(card.error().code, Errc::BadScorecard);
    EXPECT_EQ(card.error().where, fault.where) << fault.json.substr(0, 200) << card.error().what;
    EXPECT_THAT(card.error().what, HasSubstr(fault.what)) << fault.json.substr(0, 200);
  }
}

TEST(ScorecardJson, countsAreBounded) {
  std::string terms;
  for (int i = 0; i <= 10'000; ++i)
    terms += std::string(i == 0 ? "" : ",") + R"({"name":"t)" + std::to_string(i) +
             R"(","kind":"linear","column":"a","weight":1})";
  const Result<Scorecard> tooManyTerms = parseScorecard(withTerm(terms), "");
  ASSERT_FALSE(tooManyTerms);
  EXPECT_THAT(tooManyTerms.error().what, HasSubstr("10000 terms"));
  std::string points;
  for (int i = 0; i <= 100'000; ++i) points += (i == 0 ? "\"v" : ",\"v") + std::to_string(i) + "\":1";
  const Result<Scorecard> tooManyPoints =
      parseScorecard(withTerm(R"({"name":"a","kind":"lookup","column":"a","points":{)" + points + "}}"), "");
  ASSERT_FALSE(tooManyPoints);
  EXPECT_THAT(tooManyPoints.error().what, HasSubstr("100000 points"));
  std::string values = "[0";
  for (int i = 0; i < 600'000; ++i) values += ",0";
  const Result<Scorecard> tooManyValues = parseScorecard(values + "]", "");
  ASSERT_FALSE(tooManyValues);
  EXPECT_THAT(tooManyValues.error().what, HasSubstr("600000 values"));
}

// Whatever the bytes, the answer is an error or a scorecard that is written and read back as itself.
TEST(ScorecardJson, mutatedFilesAreRefusedOrReadNeverWorse) {
  test::Random random(5);
  int accepted = 0, refused = 0;
  for (int i = 0; i < 8'000; ++i) {
    std::string json =
        i % 50 == 0 || accepted == 0 ? toJson(test::randomScorecard(random)) : std::string(resources()[0].text);
    for (const Resource& resource : resources())
      if (i % 2 == 0 && resource.name == "scorecards/x-education-rules.json") json = resource.text;
    for (std::size_t n = 1 + test::below(random, 4); n > 0 && !json.empty(); --n) {
      const std::size_t at = test::below(random, json.size());
      switch (test::below(random, 4)) {
        case 0:
          json[at] = static_cast<char>(random());
          break;
        case 1:
          json.erase(at, 1 + test::below(random, 20));
          break;
        case 2:
          json.insert(at, json.substr(test::below(random, json.size()), test::below(random, 60)));
          break;
        default:
          json[at] = "0123456789.-+eE\"{}[],:"[test::below(random, 22)];
      }
    }
    const Result<Scorecard> card = parseScorecard(json, "f");
    if (!card) {
      ++refused;
      EXPECT_EQ(card.error().code, Errc::BadScorecard);
      continue;
    }
    ++accepted;
    const Result<Scorecard> back = parseScorecard(toJson(*card), "f");
    ASSERT_TRUE(back) << json << "\n" << back.error().where << back.error().what;
    EXPECT_EQ(*back, *card) << json;
  }
  EXPECT_GT(accepted, 100);
  EXPECT_GT(refused, 1000);
}

}  // namespace
}  // namespace leadlight
