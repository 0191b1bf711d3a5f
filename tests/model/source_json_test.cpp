#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/model/source_support.h"

namespace leadlight {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Kind = Cell::Kind;

TEST(JsonReader, fourShapesGiveTheSameRecords) {
  const char* const shapes[] = {
      "{\"a\":1,\"b\":\"x\"}\n{\"a\":2}\n",
      "[{\"a\":1,\"b\":\"x\"},\n {\"a\":2}]\n",
      "{\n  \"a\": 1,\n  \"b\": \"x\"\n}\n{\n  \"a\": 2\n}\n",
      "{\"a\":1,\"b\":\"x\"}{\"a\":2}",
  };
  for (const char* shape : shapes) {
    const ReadFile file = readText(shape);
    ASSERT_FALSE(file.error) << shape;
    EXPECT_THAT(file.labels, ElementsAre("a", "b")) << shape;
    EXPECT_THAT(file.rows, ElementsAre(Row{"1", "x"}, Row{"2"})) << shape;
    EXPECT_TRUE(file.rejects.empty()) << shape;
  }
  EXPECT_EQ(readText(shapes[0]).facts.format, FileFormat::Ndjson);
  EXPECT_EQ(readText(shapes[1]).facts.format, FileFormat::Json);
}

TEST(JsonReader, everyKindOfValueKeepsItsSourceText) {
  const ReadFile file = readText(
      R"({"big":12345678901234567890123,"exp":1e999,"t":true,"f":false,"n":null,"s":"a\"\u00e9\ud83d\ude00\n","e":"",)"
      R"("o":{ "x" : [1, "}"] },"l":[ ]})");
  ASSERT_EQ(file.rows.size(), 1);
  EXPECT_THAT(file.rows[0], ElementsAre("12345678901234567890123", "1e999", "true", "false", "", "a\"é😀\n", "",
                                        R"({ "x" : [1, "}"] })", "[ ]"));
  EXPECT_THAT(file.kinds[0], ElementsAre(Kind::Number, Kind::Number, Kind::Boolean, Kind::Boolean, Kind::Null,
                                         Kind::Text, Kind::Text, Kind::Nested, Kind::Nested));
}

TEST(JsonReader, labelsGrowAndEarlierCellsKeepTheirPlaces) {
  const ReadFile file = readText("{\"a\":1}\n{\"b\":2}\n{\"b\":3,\"a\":4}\n");
  EXPECT_THAT(file.labels, ElementsAre("a", "b"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"1"}, Row{"", "2"}, Row{"4", "3"}));
  EXPECT_EQ(file.kinds[1][0], Kind::Absent);
}

TEST(JsonReader, anEmptyNameBecomesAColumnOfItsOwn) {
  const ReadFile file = readText("{\"a\":1,\"\":2,\"column_2\":3}\n{\"\":4}\n");
  EXPECT_THAT(file.labels, ElementsAre("a", "column_2", "column_2_2"));
  EXPECT_EQ(file.rows[1][1], "4");
}

TEST(JsonReader, aBadLineCostsItselfOnly) {
  const ReadFile file = readText("{\"a\":1}\n{\"a\":2\n{\"a\":\"x\n{\"a\":3} trailing\n{\"a\":4}\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"1"}, Row{"4"}));
  ASSERT_THAT(file.rejectLines(), ElementsAre(2, 3, 4));
  EXPECT_THAT(file.rejects[1].message(), HasSubstr("a string is not closed"));
  EXPECT_EQ(file.rejects[2].raw, "{\"a\":3} trailing");
}

TEST(JsonReader, aBadObjectAmongManyLinedOnesCostsItselfOnly) {
  const ReadFile file = readText(
      "{\n \"a\": 1\n}\n{\n \"a\": 2,\n \"b\": [1, 2\n{\n \"a\": 3\n}\n{\n \"a\": ?\n}\n} garbage\n{\n \"a\": 4\n}\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"1"}, Row{"3"}, Row{"4"}));
  EXPECT_THAT(file.rejectLines(), ElementsAre(4, 10, 13));
  EXPECT_EQ(file.places[2].line, 14);
}

// As in CSV: neither a workbook nor a CSV file could give the value back.
TEST(JsonReader, aNulByteRefusesItsRowOnly) {
  const ReadFile file = readText(
      "{\"a\":\"x\"}\n{\"a\":\"nul \\u0000 byte\"}\n{\"a\":\"C:\\\\u0000\"}\n{\"a\":{\"b\":\"\\u0000\"}}\n"
      "{\"b\\u0000\":\"y\"}\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"x"}, Row{"C:\\u0000"}, Row{"{\"b\":\"\\u0000\"}"}, Row{"", "y"}));
  EXPECT_THAT(file.labels, ElementsAre("a", "b\u2400"));
  ASSERT_EQ(file.rejects.size(), 1U);
  EXPECT_EQ(file.rejects[0].code, RejectCode::NulByte);
  EXPECT_EQ(file.rejects[0].line, 2U);
  EXPECT_EQ(file.rejects[0].raw, "{\"a\":\"nul \\u0000 byte\"}");
}

TEST(JsonReader, recordsOverManyLinesAfterOnesOnOneLineAreReadWhole) {
  const std::string text =
      "{\"id\":1,\"items\":[]}\n{\"id\":2,\"items\":[\n{\"id\":99}\n]}\n{\n \"id\": 3\n}\n{\"id\":4}\n";
  for (const std::size_t block : {std::size_t{1} << 20, std::size_t{8}}) {
    ReadLimits limits;
    limits.blockBytes = block;
    const ReadFile file = readText(text, {}, limits);
    EXPECT_THAT(file.rows, ElementsAre(Row{"1", "[]"}, Row{"2", "[\n{\"id\":99}\n]"}, Row{"3"}, Row{"4"}));
    EXPECT_TRUE(file.rejects.empty());
    EXPECT_EQ(file.facts.format, FileFormat::Json);
    ASSERT_EQ(file.places.size(), 4U);
    EXPECT_EQ(file.places[3].line, 8);
    EXPECT_EQ(file.places[3].byte, text.rfind("{\"id\":4"));
  }
}

TEST(JsonReader, aLineThatIsCutOffWithinAListCostsItselfOnly) {
  const ReadFile file =
      readText("{\"id\":1}\n{\"id\":2,\"items\":[\n{\"id\":3}\n{\"id\":4}\n{\"id\":5,\"items\":[1,\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"1"}, Row{"3"}, Row{"4"}));
  EXPECT_THAT(file.rejectLines(), ElementsAre(2, 5));
  EXPECT_EQ(file.facts.format, FileFormat::Ndjson);
}

TEST(JsonReader, aListWithinObjectsThatEnvelopItIsRead) {
  for (const char* text :
       {R"({"data":{"leads":[{"a":1},{"a":2}]}})", R"({"data":{"leads":[{"a":1},{"a":2}]},"errors":[]})",
        R"({"crm":{"export":{"rows":[{"a":1},{"a":2}],"count":2}}})",
        R"({"ok":true,"response":{"total":2,"items":[ {"a":1},{"a":2} ]},"meta":{"next":null}})"}) {
    const ReadFile file = readText(text);
    ASSERT_FALSE(file.error) << text << file.error->what;
    EXPECT_THAT(file.rows, ElementsAre(Row{"1"}, Row{"2"})) << text;
    EXPECT_EQ(file.places[1].byte, std::string_view(text).find("{\"a\":2}"));
  }
  // A lead with something within, and two lists.
  EXPECT_EQ(readText(R"({"id":1,"address":{"lines":[{"a":1}]},"name":"x"})").rows.size(), 1U);
  EXPECT_THAT(readText(R"({"id":1,"address":{"lines":[{"a":1}]},"name":"x"})").labels,
              ElementsAre("id", "address", "name"));
  const ReadFile two = readText(R"({"data":{"leads":[{"a":1}],"users":[{"b":1}]}})");
  ASSERT_TRUE(two.error);
  EXPECT_THAT(two.error->what, HasSubstr("several lists"));
}

TEST(JsonReader, aRefusedRecordBringsNoColumns) {
  const ReadFile file = readText("{\"x\":1,\"x\":2}\n{\"y\":\"\\ud800\"}\n{\"z\":1}\n");
  EXPECT_THAT(file.labels, ElementsAre("z"));
  EXPECT_EQ(file.rejects[0].code, RejectCode::DuplicateName);
  EXPECT_EQ(file.rejects[0].message(), "the name \"x\" appears twice");
  EXPECT_EQ(file.rejects[1].code, RejectCode::BadJson);
}

TEST(JsonReader, sixtyFourLevelsAreReadAndOneMoreIsRefused) {
  const auto nested = [](int levels) {
    return "{\"a\":" + std::string(static_cast<std::size_t>(levels - 1), '[') +
           std::string(static_cast<std::size_t>(levels - 1), ']') + "}\n";
  };
  const ReadFile file = readText(nested(64) + nested(65) + nested(64));
  EXPECT_EQ(file.rows.size(), 2);
  ASSERT_THAT(file.rejectLines(), ElementsAre(2));
  EXPECT_EQ(file.rejects[0].code, RejectCode::TooDeep);
}

TEST(JsonReader, anArrayThatIsCutOffOrFollowedByMoreIsAnErrorWithItsLine) {
  for (const char* text : {"[{\"a\":1},\n{\"a\":2}", "[{\"a\":1},\n{\"a\":", "[{\"a\":1},\n", "[\n"}) {
    const ReadFile file = readText(text, {}, {}, "leads.json");
    ASSERT_TRUE(file.error) << text;
    EXPECT_EQ(file.error->code, Errc::Malformed);
    EXPECT_THAT(file.error->what, HasSubstr("never closed")) << text;
    EXPECT_EQ(file.error->where, "leads.json:2");
  }
  for (const char* text : {"[{\"a\":1}]\nx", "[{\"a\":1}]\n]", "[{\"a\":1}\n{\"a\":2}]", "[{\"a\":1},\n,{\"a\":2}]",
                           "[{\"a\":1},\n]", "[{\"a\":1},\n}"}) {
    const ReadFile file = readText(text, {}, {}, "leads.json");
    ASSERT_TRUE(file.error) << text;
    EXPECT_EQ(file.error->code, Errc::Malformed) << text;
    EXPECT_EQ(file.error->where, "leads.json:2") << text;
  }
  EXPECT_FALSE(readText("[]").error);
}

TEST(JsonReader, everyMadeFileReadsAsExpected) {
  const auto folder = sharedPath("corpora/made/ndjson");
  if (!folder) return;
  const auto expected = nlohmann::json::parse(bytesOf(*folder / "expected.json"));
  EXPECT_EQ(expected.size(), 17);
  for (const auto& [name, wanted] : expected.items()) {
    SCOPED_TRACE(name);
    const ReadFile file = readFile(*folder / name);
    EXPECT_EQ(file.error.has_value(), wanted.value("status", "") == "error");
    if (file.error) continue;
    if (wanted.contains("loaded")) {
      EXPECT_EQ(file.rows.size(), wanted["loaded"]);
    }
    if (wanted.contains("quarantined")) {
      EXPECT_EQ(file.rejects.size(), wanted["quarantined"]);
    }
    if (wanted.contains("lines")) {
      EXPECT_EQ(nlohmann::json(file.rejectLines()), wanted["lines"]);
    }
    if (wanted.contains("conserve")) {
      EXPECT_EQ(file.rows.size() + file.rejects.size(), wanted["conserve"]);
    }
    if (wanted.contains("ids")) {
      std::vector<std::string> ids;
      for (std::size_t i = 0; i < file.rows.size(); ++i) ids.push_back(file.cell(i, "id"));
      EXPECT_EQ(nlohmann::json(ids), wanted["ids"]);
    }
  }
  EXPECT_EQ(readFile(*folder / "two_docs_one_line.ndjson").rows.size(), 3);
}

TEST(JsonReader, aCrmExportAgreesWithAnotherParser) {
  const auto path = sharedPath("data/leadsquared/prospectos.json");
  if (!path) return;
  const ReadFile file = readFile(*path);
  ASSERT_FALSE(file.error);
  EXPECT_EQ(file.rows.size(), 100);
  EXPECT_EQ(file.labels.size(), 122);
  EXPECT_TRUE(file.rejects.empty());
  const std::string bytes = bytesOf(*path);
  for (std::size_t row = 0; row < file.rows.size(); ++row) {
    EXPECT_EQ(bytes.substr(file.places[row].byte, file.places[row].raw.size()), file.places[row].raw);
    const auto object = nlohmann::json::parse(file.places[row].raw);
    std::size_t present = 0;
    for (std::size_t i = 0; i < file.rows[row].size(); ++i) {
      if (file.kinds[row][i] == Kind::Absent) continue;
      ++present;
      const nlohmann::json& value = object.at(file.labels[i]);
      if (value.is_string()) {
        EXPECT_EQ(value.get<std::string>(), file.rows[row][i]);
      }
      if (value.is_null()) {
        EXPECT_EQ(file.kinds[row][i], Kind::Null);
      }
      if (value.is_number()) {
        EXPECT_EQ(nlohmann::json::parse(file.rows[row][i]), value);
      }
    }
    EXPECT_EQ(present, object.size());
  }
}

TEST(JsonReader, eventsOfASessionAreAllRead) {
  const auto path = sharedPath("data/sessions/events.jsonl");
  if (!path) return;
  const ReadFile file = readFile(*path);
  EXPECT_EQ(file.rows.size(), 2000);
  EXPECT_TRUE(file.rejects.empty());
  EXPECT_EQ(file.facts.format, FileFormat::Ndjson);
}

TEST(JsonReader, recordsWithEverNewNamesAreGivenInManyBatches) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "{\"name " + std::to_string(i) + "\":1}\n";
  const ReadFile file = readText(text);
  ASSERT_FALSE(file.error);
  EXPECT_EQ(file.rows.size(), 4000);
  EXPECT_GT(file.batches, 7);
  EXPECT_EQ(file.places.back().line, 4000);
}

TEST(JsonReader, aRecordBeyondTheLimitIsRefusedOrNamed) {
  ReadLimits limits;
  limits.blockBytes = 64;
  limits.recordBytes = 1024;
  const std::string value = std::string(5000, 'x');
  const ReadFile lines = readText("{\"a\":1}\n{\"a\":\"" + value + "\"}\n{\"a\":3}\n", {}, limits);
  EXPECT_THAT(lines.rows, ElementsAre(Row{"1"}, Row{"3"}));
  ASSERT_THAT(lines.rejectLines(), ElementsAre(2));
  EXPECT_EQ(lines.rejects[0].code, RejectCode::TooLong);
  EXPECT_EQ(lines.places[1].line, 3);
  for (const char* shape : {"[{\"a\":1},\n{\"a\":\"", "{\"a\":\n1}\n{\"a\":\""}) {
    const ReadFile file = readText(shape + value + "\"}", {}, limits);
    ASSERT_TRUE(file.error);
    EXPECT_EQ(file.error->code, Errc::Malformed);
    EXPECT_THAT(file.error->what, HasSubstr("longer than 64 MB"));
  }
}

TEST(JsonReader, moreNamesThanAnyoneNeedsAreAnError) {
  std::string text = "{\"a\":1";
  for (int i = 0; i < 20000; ++i) text += ",\"name " + std::to_string(i) + "\":1";
  EXPECT_EQ(readText(text + "}\n").error->code, Errc::Malformed);
}

}  // namespace
}  // namespace leadlight
