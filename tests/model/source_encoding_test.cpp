#include <gmock/gmock.h>

#include "model/base/text.h"
#include "tests/model/source_support.h"
#include "tests/support/tally.h"

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

// The bytes that pairs of hexadecimal digits stand for.
std::string bytesOfHex(std::string_view digits) {
  std::string bytes, pair;
  for (const char c : digits) {
    if (c != ' ') pair += c;
    if (pair.size() < 2) continue;
    bytes += static_cast<char>(std::stoi(pair, nullptr, 16));
    pair.clear();
  }
  return bytes;
}

TEST(Encoding, theUtf8TorturesKeepWhatIsValidAndInventNothing) {
  const auto path = sharedPath("corpora/utf8tests/utf8tests.txt");
  if (!path) return;
  Tally valid("utf8tests valid");
  Tally invalid("utf8tests invalid");
  for (const std::string& line : split(bytesOf(*path), '\n')) {
    const std::vector<std::string> parts = split(line, ':');
    if (parts.size() < 3 || line.starts_with("#")) continue;
    const std::string_view kind = trimmed(parts[1]);
    const bool hex = kind.ends_with("hex");
    const std::string value = hex ? bytesOfHex(parts[2]) : parts[2];
    SCOPED_TRACE(line);
    // The value stands in quotes between rows that are whole.
    const std::string quoted = value.find('"') == std::string::npos ? value : "\"\"";
    const ReadFile file = readText("n,value\n1,é\n2,\"" + quoted + "\"\n3,é\n");
    ASSERT_FALSE(file.error);
    EXPECT_EQ(file.rows.size() + file.rejects.size(), 3);
    EXPECT_EQ(file.rows.front(), (Row{"1", "é"}));
    EXPECT_EQ(file.rows.back(), (Row{"3", "é"}));
    const bool refused = file.rejects.size() == 1 && file.rejects[0].raw == "2,\"" + quoted + "\"";
    if (kind.starts_with("invalid")) {
      EXPECT_TRUE(invalid.note(refused && file.rejects[0].code == RejectCode::BadEncoding));
    } else if (value.find('\0') != std::string::npos) {  // no text holds NUL bytes
      EXPECT_TRUE(valid.note(refused && file.rejects[0].code == RejectCode::NulByte));
    } else {
      EXPECT_TRUE(valid.note(file.rows.size() == 3 && file.rows[1][1] == value));
    }
  }
  EXPECT_EQ(valid.all(), 77);
  EXPECT_EQ(invalid.all(), 145);
}

TEST(Encoding, utf16WithoutAMarkAndUtf32WithOneAreRead) {
  for (const bool little : {true, false}) {
    const ReadFile file = readText(utf16(u"id,name\n1,Müller\n2,Łódź\n", little).substr(2));
    EXPECT_THAT(file.rows, ElementsAre(Row{"1", "Müller"}, Row{"2", "Łódź"}));
    EXPECT_EQ(file.facts.encoding, little ? "utf-16le" : "utf-16be");
    std::string wide = little ? "\xFF\xFE\0\0"s : "\0\0\xFE\xFF"s;
    for (const char32_t c : std::u32string_view(U"id,name\n1,Łódź\n"))
      for (unsigned i = 0; i < 4; ++i) wide += static_cast<char>(c >> (8 * (little ? i : 3 - i)) & 0xFF);
    const ReadFile four = readText(wide);
    EXPECT_THAT(four.rows, ElementsAre(Row{"1", "Łódź"}));
    EXPECT_EQ(four.facts.encoding, little ? "utf-32le" : "utf-32be");
    EXPECT_EQ(four.places.at(0).byte, 36);
  }
}

TEST(Encoding, everyEncodingThatIconvKnowsMayBeDeclared) {
  ReadOptions options;
  options.encoding = "Windows-1250";
  const std::string bytes = "id,name\n1,\xA3\xF3\x64\x9F\n2,\x83\n3,z\n";
  const ReadFile file = readText(bytes, options);
  EXPECT_EQ(file.facts.encoding, "windows-1250");
  EXPECT_THAT(file.rows, ElementsAre(Row{"1", "Łódź"}, Row{"3", "z"}));
  ASSERT_EQ(file.rejects.size(), 1);  // a byte that stands for no character
  EXPECT_EQ(file.rejects[0].code, RejectCode::BadEncoding);
  EXPECT_EQ(bytes.substr(file.places[1].byte, 3), "3,z");
  options.encoding = "shift_jis";
  const std::string japanese = "id,name\n1,\x90\xA2\x8A\x45\n2,z\n3,\x90";
  const ReadFile kanji = readText(japanese, options);
  EXPECT_THAT(kanji.rows, ElementsAre(Row{"1", "世界"}, Row{"2", "z"}));
  EXPECT_EQ(japanese.substr(kanji.places[1].byte, 3), "2,z");
  EXPECT_EQ(kanji.rejects.size(), 1);
}

}  // namespace
}  // namespace leadlight
