#include <gmock/gmock.h>

#include "model/base/text.h"
#include "tests/model/source_support.h"

namespace leadlight {
namespace {

using testing::ElementsAre;
using namespace std::string_literals;

// `text`, which is UTF-8 of the basic plane or beyond, as UTF-16.
std::string utf16(std::u16string_view text, bool little) {
  std::string bytes = little ? "\xFF\xFE"s : "\xFE\xFF"s;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

TEST(Encoding, utf16WithAByteOrderMarkIsRead) {
  for (const bool little : {true, false}) {
    const std::string bytes = utf16(u"id,name\n1,Müller 😀\n2,Łódź\n", little);
    const ReadFile file = readText(bytes);
    EXPECT_THAT(file.rows, ElementsAre(Row{"1", "Müller 😀"}, Row{"2", "Łódź"}));
    EXPECT_EQ(file.facts.encoding, little ? "utf-16le" : "utf-16be");
    EXPECT_EQ(bytes.substr(file.places[1].byte + (little ? 0 : 1), 1), "2");
  }
}

TEST(Encoding, halfACharacterOfUtf16RefusesItsRowOnly) {
  const std::u16string lone = std::u16string(u"id,name\n1,") + char16_t{0xD83D} + u"\n2,x\n";
  const ReadFile file = readText(utf16(lone, true));
  EXPECT_THAT(file.rows, ElementsAre(Row{"2", "x"}));
  EXPECT_EQ(file.rejects.at(0).code, RejectCode::BadEncoding);
  const ReadFile odd = readText(utf16(u"id,name\n1,x\n2,y", true) + "z");
  EXPECT_THAT(odd.rows, ElementsAre(Row{"1", "x"}));
  EXPECT_EQ(odd.rejects.size(), 1);
}

TEST(Encoding, aByteOrderMarkIsNoPartOfTheFirstHeader) {
  const ReadFile file = readText("\xEF\xBB\xBF\"id\",name\n1,x\n");
  EXPECT_THAT(file.labels, ElementsAre("id", "name"));
  EXPECT_EQ(file.facts.encoding, "utf-8-bom");
  EXPECT_EQ(file.places.at(0).byte, 13);
}

TEST(Encoding, bytesThatAreNotUtf8RefuseTheirRowAndAreCounted) {
  const ReadFile file = readText("id,name\n1,M\xFCller\n2,Mül\n3,x\n");
  EXPECT_THAT(file.rows, ElementsAre(Row{"2", "Mül"}, Row{"3", "x"}));
  EXPECT_EQ(file.rejects.at(0).code, RejectCode::BadEncoding);
  EXPECT_EQ(file.rejects.at(0).raw, "1,M\xFCller");
  EXPECT_EQ(file.evidence.validRows, 1);
  EXPECT_EQ(file.evidence.invalidRows, 1);
}

TEST(Encoding, latin1IsReadAsWindows1252WhenDeclared) {
  ReadOptions options;
  options.encoding = "latin-1";
  const std::string bytes = "id,na\xEFve\n1,\x80 5 \x93x\x94\n2,\x81\x8D\x8F\x90\x9D\xFF\n3,z\n";
  const ReadFile file = readText(bytes, options);
  EXPECT_THAT(file.labels, ElementsAre("id", "naïve"));
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "€ 5 “x”"}, Row{"2", "\u0081\u008D\u008F\u0090\u009Dÿ"}, Row{"3", "z"}));
  EXPECT_EQ(file.facts.encoding, "latin-1");
  EXPECT_EQ(bytes.substr(file.places[2].byte, 3), "3,z");
}

TEST(Encoding, aHeaderThatIsNotUtf8StillGivesLabelsAndCounts) {
  const ReadFile file = readText("id,a\xF1o\n1,2020\n");
  EXPECT_THAT(file.labels, ElementsAre("id", "año"));
  EXPECT_EQ(file.evidence.invalidRows, 1);
}

TEST(Encoding, anUnknownEncodingIsAUsageError) {
  ReadOptions options;
  options.encoding = "klingon";
  EXPECT_EQ(readText("a\n1\n", options).error->code, Errc::Usage);
}

TEST(Encoding, theUtf8TorturesKeepWhatIsValidAndInventNothing) {
  const auto path = sharedPath("corpora/utf8tests/utf8tests.bin");
  if (!path) return;
  // Every line of the file becomes a quoted value of one column.
  std::string text = "n,value\n";
  std::vector<std::string> lines = split(bytesOf(*path), '\n');
  std::vector<std::string> valid;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (line.find_first_of("\"\r\0"s) != std::string::npos) continue;
    text += std::to_string(i) + ",\"" + line + "\"\n";
    if (firstInvalidUtf8(line) == std::string_view::npos) valid.push_back(line);
  }
  const ReadFile file = readText(text);
  std::vector<std::string> kept;
  for (const Row& row : file.rows) kept.push_back(row[1]);
  EXPECT_EQ(kept, valid);
  EXPECT_FALSE(valid.empty());
  EXPECT_FALSE(file.rejects.empty());
  for (const Reject& reject : file.rejects) EXPECT_EQ(reject.code, RejectCode::BadEncoding);
}

}  // namespace
}  // namespace leadlight
