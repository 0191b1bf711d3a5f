#include <gtest/gtest.h>

#include <random>

#include "model/frame/filter.h"

namespace leadlight {
namespace {

Filter parsed(std::string_view text) {
  Result<Filter> filter = parseFilter(text);
  EXPECT_TRUE(filter) << text << ": " << (filter ? "" : filter.error().what);
  return filter ? std::move(*filter) : Filter{};
}

Filter compared(std::string column, Filter::Compare compare, std::string value) {
  Filter filter = Filter::equals(std::move(column), std::move(value));
  filter.compare = compare;
  return filter;
}

TEST(FilterText, readsTheExampleOfTheGrammar) {
  const Filter filter = parsed(
      "Lead_Source in ('Google','Olark Chat') and TotalVisits >= 3 and Created_On < '2016-08-01' and not (City is "
      "null) "
      "and Tags ~ 'call'");
  const Filter expected = Filter::both(
      Filter::both(Filter::in("Lead_Source", {"Google", "Olark Chat"}),
                   compared("TotalVisits", Filter::Compare::GreaterOrEqual, "3")),
      Filter::both(compared("Created_On", Filter::Compare::Less, "2016-08-01"),
                   Filter::both(Filter::negated(Filter::isNull("City")), Filter::contains("Tags", "call"))));
  EXPECT_EQ(filter, expected);
  EXPECT_EQ(
      filter.text(),
      "Lead_Source in ('Google', 'Olark Chat') and TotalVisits >= 3 and Created_On < '2016-08-01' and City is not "
      "null and Tags ~ 'call'");
  EXPECT_EQ(filter.columns(), (std::vector<std::string>{"Lead_Source", "TotalVisits", "Created_On", "City", "Tags"}));
}

TEST(FilterText, takesBareWordsKeyWordsInAnyCaseAndQuotedColumns) {
  EXPECT_EQ(parsed("Converted = Yes"), Filter::equals("Converted", "Yes"));
  EXPECT_EQ(parsed("Converted=true"), Filter::equals("Converted", "true"));
  EXPECT_EQ(parsed(" \"Lead Source\" = \"O'Neil\" "), Filter::equals("Lead Source", "O'Neil"));
  EXPECT_EQ(parsed("\"in\" IN (-5, 1.50, 2016-08-01T10:00:00)"),
            Filter::in("in", {"-5", "1.50", "2016-08-01T10:00:00"}));
  EXPECT_EQ(parsed("City = 'it''s'"), Filter::equals("City", "it's"));
  EXPECT_EQ(parsed("a NOT In (1) OR b nOt ~ x"),
            Filter::either(Filter::negated(Filter::in("a", {"1"})), Filter::negated(Filter::contains("b", "x"))));
  EXPECT_EQ(parsed("a between 1 and 2 and b = 3"), parsed("a >= 1 and a <= 2 and b = 3"));
  EXPECT_EQ(parsed("a <> 1"), parsed("a != 1"));
  EXPECT_EQ(parsed("Stra\u00dfe = \u00dcber"), Filter::equals("Stra\u00dfe", "\u00dcber"));
  EXPECT_EQ(parsed(""), Filter{});
  EXPECT_EQ(parsed(" \t\n"), Filter{});
  EXPECT_EQ(parsed("true and a = 1"), Filter::equals("a", "1"));
}

TEST(FilterText, bindsAndCloserThanOrAndNotClosest) {
  EXPECT_EQ(parsed("a = 1 or b = 2 and c = 3"), parsed("a = 1 or (b = 2 and c = 3)"));
  EXPECT_NE(parsed("a = 1 or b = 2 and c = 3"), parsed("(a = 1 or b = 2) and c = 3"));
  EXPECT_EQ(parsed("not a = 1 and b = 2"), parsed("(not a = 1) and b = 2"));
  EXPECT_EQ(parsed("not not a = 1"), parsed("a = 1"));
  EXPECT_EQ(parsed("(a = 1 and b = 2) and c = 3").operands.size(), 3U);
}

TEST(FilterText, saysWhereAndWhatItExpected) {
  const struct {
    const char* text;
    const char* where;
    const char* expected;
  } cases[] = {
      {"TotalVisits >= ", "filter:16", "a value"},
      {"TotalVisits 3", "filter:13", "=, !=, <, <=, >, >=, ~, \"in\", \"between\" or \"is\" after the column"},
      {"a = 1 b = 2", "filter:7", "\"and\", \"or\" or the end"},
      {"a in (1, 2", "filter:11", "\",\" or \")\""},
      {"a in 1", "filter:6", "\"(\" and a list of values"},
      {"a = 'open", "filter:5", "a closing quote for the text that starts here"},
      {"(a = 1", "filter:7", "\")\""},
      {"a = 1)", "filter:6", "\"and\", \"or\" or the end"},
      {"a is 5", "filter:6", "\"null\" or \"not null\""},
      {"and a = 1", "filter:1", "a column"},
      {"a = 1 and", "filter:10", "a column"},
      {"a = null", "filter:5", "a value (write \"is null\" for missing ones)"},
      {"a between 1 or 2", "filter:13", "\"and\" and the upper bound"},
      {"\u00dc\u00dc = ", "filter:6", "a value"},  // characters, not bytes
      {"Lead Source = 1", "filter:6", "=, !=, <, <=, >, >=, ~, \"in\", \"between\" or \"is\" after the column"},
  };
  for (const auto& c : cases) {
    const Result<Filter> filter = parseFilter(c.text);
    ASSERT_FALSE(filter) << c.text;
    EXPECT_EQ(filter.error().code, Errc::BadFilter);
    EXPECT_EQ(filter.error().where, c.where) << c.text;
    ASSERT_EQ(filter.error().args.size(), 2U);
    EXPECT_EQ(filter.error().args[1], c.expected) << c.text;
    EXPECT_NE(filter.error().what.find(c.expected), std::string::npos);
  }
}

TEST(FilterText, boundsItsDepthAndSize) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "a=1" + std::string(depth, ')'); };
  EXPECT_TRUE(parseFilter(nested(100)));
  EXPECT_EQ(parseFilter(nested(101)).error().where, "filter:101");
  EXPECT_FALSE(parseFilter(std::string(1000000, '(')));
  std::string nots;
  for (int i = 0; i < 200001; ++i) nots += "not ";
  EXPECT_EQ(parsed(nots + "a=1"), Filter::negated(Filter::equals("a", "1")));
  EXPECT_FALSE(parseFilter("a = '" + std::string(1 << 20, 'x') + "'"));
  std::string many = "a = 1";
  for (int i = 0; i < 50000; ++i) many += " and b = 2";
  EXPECT_EQ(parsed(many).operands.size(), 50001U);
}

// Any filter of random shape and awkward names and values.
Filter randomFilter(std::mt19937& random, int depth) {
  static const std::vector<std::string> names = {"a", "Lead_Source", "in",     "with space", "quo\"te",
                                                 "",  "9",           "\u00fc", "it's"};
  static const std::vector<std::string> values = {
      "",     "x",  "O'Neil", "5",    "-0.5",   "007",  "1e5",        "null",
      "and)", "''", "\"",     "\n\t", "\u00df", "true", "2016-08-01", std::string("\0z", 2)};
  const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  switch (random() % (depth > 0 ? 8 : 5)) {
    case 0:
      return Filter::isNull(pick(names));
    case 1:
      return Filter::contains(pick(names), pick(values));
    case 2: {
      std::vector<std::string> list(random() % 4);
      for (std::string& value : list) value = pick(values);
      return Filter::in(pick(names), list);
    }
    case 3:
      return Filter::range(pick(names), pick(values), pick(values));
    case 4:
      return compared(pick(names), static_cast<Filter::Compare>(random() % 6), pick(values));
    case 5:
      return Filter::negated(randomFilter(random, depth - 1));
    case 6:
      return Filter::both(randomFilter(random, depth - 1), randomFilter(random, depth - 1));
    default:
      return Filter::either(randomFilter(random, depth - 1), randomFilter(random, depth - 1));
  }
}

TEST(FilterText, everyFilterReadsBackAsItself) {
  std::mt19937 random(20160731);
  for (int i = 0; i < 5000; ++i) {
    const Filter filter = randomFilter(random, 6);
    const std::string text = filter.text();
    const Result<Filter> again = parseFilter(text);
    ASSERT_TRUE(again) << text << "\n" << again.error().what;
    ASSERT_EQ(*again, filter) << text;
  }
}

TEST(FilterText, survivesAnyBytes) {
  std::mt19937 random(1);
  static const std::vector<std::string> pieces = {
      "a", "(", ")",    "and",  "or ",       "not ", " in ", "'", "\"",   ",",    "<",
      "=", "~", " is ", "null", " between ", "1",    "-",    " ", "true", "\xff", std::string(1, '\0')};
  int accepted = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    const std::size_t n = random() % 30;
    for (std::size_t k = 0; k < n; ++k)
      if (random() % 8 == 0)
        text.push_back(static_cast<char>(random() & 255));
      else
        text += pieces[random() % pieces.size()];
    const Result<Filter> filter = parseFilter(text);
    if (!filter) {
      EXPECT_EQ(filter.error().code, Errc::BadFilter);
      const unsigned long position = std::stoul(filter.error().where.substr(7));
      ASSERT_LE(position, text.size() + 1);
      ASSERT_GE(position, 1U);
      continue;
    }
    ++accepted;
    ASSERT_EQ(parsed(filter->text()), *filter) << text;
  }
  EXPECT_GT(accepted, 100);
}

TEST(FilterText, combinesByTheRulesOfItsHeader) {
  const Filter a = Filter::equals("a", "1"), b = Filter::equals("b", "2"), all;
  EXPECT_EQ(Filter::both(all, a), a);
  EXPECT_EQ(Filter::both(a, all), a);
  EXPECT_EQ(Filter::either(a, all), all);
  EXPECT_EQ(Filter::both(Filter::both(a, b), a).operands.size(), 3U);
  EXPECT_EQ(Filter::range("a", std::nullopt, std::nullopt), all);
  EXPECT_EQ(Filter::range("a", "1", "3").text(), "a >= 1 and a < 3");
  EXPECT_EQ(Filter::range("a", std::nullopt, "3").text(), "a < 3");
}

}  // namespace
}  // namespace leadlight
