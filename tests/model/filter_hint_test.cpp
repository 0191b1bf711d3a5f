#include "model/frame/filter_hint.h"

#include "tests/model/frame_support.h"

namespace leadlight::test {
namespace {

using Wanted = FilterHint::Wanted;

TEST(FilterHints, followTheGrammarWordByWord) {
  const std::vector<std::pair<std::string, Wanted>> places = {{"", Wanted::Column},
                                                              {"City ", Wanted::Operator},
                                                              {"City =", Wanted::Value},
                                                              {"City = 'a' ", Wanted::Joint},
                                                              {"City = 'a' and ", Wanted::Column},
                                                              {"City in (", Wanted::Value},
                                                              {"City in ('a'", Wanted::Joint},
                                                              {"City in ('a', ", Wanted::Value},
                                                              {"City in ('a') ", Wanted::Joint},
                                                              {"City not in (", Wanted::Value},
                                                              {"City is not ", Wanted::Operator},
                                                              {"City is null or ", Wanted::Column},
                                                              {"Visits between 1 and ", Wanted::Value},
                                                              {"Visits between 1 and 3 ", Wanted::Joint},
                                                              {"not (", Wanted::Column},
                                                              {"(City ~ call) ", Wanted::Joint},
                                                              {"\"Lead Source\" ", Wanted::Operator}};
  for (const auto& [text, wanted] : places) EXPECT_EQ(filterHint(text).wanted, wanted) << text;
  EXPECT_TRUE(filterHint("City in ('a'").inList);
  EXPECT_FALSE(filterHint("City in ('a') ").inList);
}

TEST(FilterHints, knowTheWordThatIsBeingTypedAndWhereItBegins) {
  EXPECT_EQ(filterHint("City = 'Mum").prefix, "Mum");
  EXPECT_EQ(filterHint("City = 'Mum").from, 7U);
  EXPECT_EQ(filterHint("City = 'Mum").column, "City");
  EXPECT_EQ(filterHint("Ci").prefix, "Ci");
  EXPECT_EQ(filterHint("Ci").wanted, Wanted::Column);
  EXPECT_EQ(filterHint("City = 'O''Ne").prefix, "O'Ne");
}

// Whatever is offered can be read back as what it stands for.
TEST(FilterHints, writeColumnsAndValuesAsTheParserReadsThem) {
  for (const std::string value : {"Google", "O'Neil", "5", "9.5", "null", "a b", ""}) {
    const auto filter = parseFilter("City = " + filterValueText(value));
    ASSERT_TRUE(filter) << value;
    EXPECT_EQ(*filter, Filter::equals("City", value));
  }
  for (const std::string name : {"City", "Lead Source", "and", "a\"b"}) {
    const auto filter = parseFilter(filterColumnText(name) + " = 'x'");
    ASSERT_TRUE(filter) << name;
    EXPECT_EQ(*filter, Filter::equals(name, "x"));
  }
}

}  // namespace
}  // namespace leadlight::test
