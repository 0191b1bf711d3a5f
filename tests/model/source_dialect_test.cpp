#include <gmock/gmock.h>

#include "tests/model/source_support.h"

namespace leadlight {
namespace {

using testing::ElementsAre;

TEST(Dialect, theDelimiterIsTheOneThatMakesRowsAlike) {
  EXPECT_EQ(readText("a;b\n1,5;2,5\n3,5;4\n").facts.delimiter, ';');
  EXPECT_EQ(readText("a\tb\nx, y\tz, w\n").facts.delimiter, '\t');
  EXPECT_EQ(readText("a|b|c\n1|2|3\n").facts.delimiter, '|');
  EXPECT_EQ(readText("name,notes\nAnn,a;b;c\nBob,d;e;f\n").facts.delimiter, ',');
  EXPECT_EQ(readText("a;b\n\"x,y,z\";1\n\"u,v,w\";2\n").facts.delimiter, ';');
  EXPECT_EQ(readText("a,b\n").facts.delimiter, ',');
}

TEST(Dialect, oneColumnOfTextWithCommasStaysOneColumn) {
  const ReadFile file = readText("comment\nhello, world\ngood morning\nyes, no\n");
  EXPECT_THAT(file.labels, ElementsAre("comment"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"hello, world"}, Row{"good morning"}, Row{"yes, no"}));
  EXPECT_EQ(file.facts.delimiter, std::nullopt);
  EXPECT_THAT(readText("id\n\"a,b\"\nx;y|z\n").rows, ElementsAre(Row{"a,b"}, Row{"x;y|z"}));
}

TEST(Dialect, aDelimiterThatTheUserNamesIsUsed) {
  ReadOptions options;
  options.delimiter = ';';
  EXPECT_THAT(readText("a,b\n1,2\n", options).rows, ElementsAre(Row{"1,2"}));
}

TEST(Dialect, excelsSeparatorLineIsHonoured) {
  const ReadFile file = readText("sep=|\r\nid|name\r\n1|a;b;c\r\n");
  EXPECT_THAT(file.labels, ElementsAre("id", "name"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "a;b;c"}));
  EXPECT_EQ(file.facts.headerLine, 2);
  EXPECT_EQ(file.places[0].line, 3);
}

TEST(Dialect, quotesAfterABackslashAreTextWhereTheyCannotBeMarks) {
  const ReadFile file = readText("id,note\n1,\"say \\\"hi\\\", then \"\"go\"\"\"\n2,\"C:\\\\dir\\x\"\n3,\"\\\"\"\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "say \"hi\", then \"go\""}, Row{"2", "C:\\dir\\x"}, Row{"3", "\""}));
  EXPECT_TRUE(file.rejects.empty());
  const ReadFile plain = readText("id,note\n1,\"C:\\\"\n2,\"a\\\\b\"\n");
  EXPECT_THAT(plain.rows, ElementsAre(Row{"1", "C:\\"}, Row{"2", "a\\\\b"}));
}

TEST(Dialect, aShortRowDoesNotHideThatQuotesAreEscaped) {
  const ReadFile file = readText("id,note\n1,\"say \\\"hi\\\"\"\n2,\"say \\\"ho\\\"\"\n3\n4,plain\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "say \"hi\""}, Row{"2", "say \"ho\""}, Row{"4", "plain"}));
  EXPECT_EQ(file.rejects.size(), 1U);
}

TEST(Dialect, aSignInTheHeaderUnderWhichEveryRowIsFaultyIsNoDelimiter) {
  const ReadFile places = readText("A;B (x, y)\n\"1\";\"2\"\n\"3\";\"4\"\n");
  EXPECT_EQ(places.facts.delimiter, ';');
  EXPECT_THAT(places.labels, ElementsAre("A", "B (x, y)"));
  EXPECT_THAT(places.rows, ElementsAre(Row{"1", "2"}, Row{"3", "4"}));
  const ReadFile money = readText("Revenue, EUR|Name\n\"1,5\"|\"Ann\"\n");
  EXPECT_EQ(money.facts.delimiter, '|');
  EXPECT_THAT(money.rows, ElementsAre(Row{"1,5", "Ann"}));
  EXPECT_TRUE(money.rejects.empty());
}

TEST(Dialect, escapedQuotesInEveryRowDoNotHideTheDelimiter) {
  const ReadFile file = readText("id;note (a, b)\n\"1\";\"say \\\"hi\\\"\"\n\"2\";\"\\\"yes\\\", she said\"\n");
  EXPECT_EQ(file.facts.delimiter, ';');
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "say \"hi\""}, Row{"2", "\"yes\", she said"}));
}

TEST(Dialect, oneFaultyRowDoesNotChangeTheDelimiter) {
  const ReadFile file = readText("a,b;c\n1,\"x\"y\n2,z\n3,w\n");
  EXPECT_EQ(file.facts.delimiter, ',');
  EXPECT_THAT(file.rows, ElementsAre(Row{"2", "z"}, Row{"3", "w"}));
  EXPECT_THAT(file.rejectLines(), ElementsAre(2));
}

TEST(Dialect, aQuotedHeaderOfOneColumnMayHoldTheDelimiterThatIsNamed) {
  ReadOptions options;
  options.delimiter = ',';
  EXPECT_THAT(readText("\"a,b\"\n1\n\"2,3\"\n4\n", options).rows, ElementsAre(Row{"1"}, Row{"2,3"}, Row{"4"}));
  EXPECT_THAT(readText("\"a,b\"\n1\n", options).labels, ElementsAre("a,b"));
  // Lines that were quoted whole, the header as well.
  EXPECT_THAT(readText("\"a,b\"\n\"1,2\"\n\"3,4\"\n", options).labels, ElementsAre("a", "b"));
  EXPECT_THAT(readText("\"a,b\"\n1,2\n3,4\n", options).labels, ElementsAre("a", "b"));
}

TEST(Dialect, titlesAboveTheHeaderAreLeftOut) {
  const ReadFile file = readText("Leads of May\n\nid,name,city\n1,Ann,Rome\n2,Bob,Bonn\n");
  EXPECT_THAT(file.labels, ElementsAre("id", "name", "city"));
  EXPECT_EQ(file.facts.headerLine, 3);
  EXPECT_EQ(file.rows.size(), 2);
  EXPECT_EQ(file.places[0].line, 4);
}

TEST(Dialect, aSparseFirstRowAboveNumbersIsTheHeader) {
  const ReadFile file = readText("id,,\n1,2,3\n4,5,6\n");
  EXPECT_THAT(file.labels, ElementsAre("id", "column_2", "column_3"));
  EXPECT_EQ(file.rows.size(), 2);
}

TEST(Dialect, emptyAndRepeatedHeadersGetNamesAndNoneIsLost) {
  EXPECT_THAT(readText("id,name,name, ,name\n1,2,3,4,5\n").labels,
              ElementsAre("id", "name", "name_2", "column_4", "name_3"));
  EXPECT_THAT(readText("name,name,name_2\n1,2,3\n").labels, ElementsAre("name", "name_3", "name_2"));
}

TEST(Dialect, aDelimiterAtEveryLinesEndIsNoColumn) {
  const ReadFile named = readText("a,b,\n1,2,\n3,4,\n5,6\n");
  EXPECT_THAT(named.labels, ElementsAre("a", "b"));
  EXPECT_THAT(named.rows, ElementsAre(Row{"1", "2"}, Row{"3", "4"}, Row{"5", "6"}));
  EXPECT_TRUE(named.rejects.empty());
}

TEST(Dialect, aLastColumnWithoutNameThatHoldsValuesIsAColumn) {
  const ReadFile file = readText("a,b,\n1,2,\n3,4,x\n");
  EXPECT_THAT(file.labels, ElementsAre("a", "b", "column_3"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "2", ""}, Row{"3", "4", "x"}));
}

TEST(Dialect, rowsThatAllEndWithADelimiterFitAHeaderThatDoesNot) {
  const ReadFile file = readText("a,b\n1,2,\n3,4,\n");
  EXPECT_THAT(file.labels, ElementsAre("a", "b"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "2"}, Row{"3", "4"}));
}

TEST(Dialect, withoutHeaderTheFirstRowIsData) {
  ReadOptions options;
  options.header = false;
  const ReadFile file = readText("1;2\n3;4\n", options);
  EXPECT_THAT(file.labels, ElementsAre("column_1", "column_2"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "2"}, Row{"3", "4"}));
  EXPECT_EQ(file.facts.headerLine, 0);
}

TEST(Dialect, aHeaderLongerThanTheSampleIsStillFound) {
  ReadLimits limits;
  limits.sampleBytes = 4;
  const ReadFile file = readText("first name;last name\nAnn;Lee\n", {}, limits);
  EXPECT_THAT(file.labels, ElementsAre("first name", "last name"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"Ann", "Lee"}));
}

}  // namespace
}  // namespace leadlight
