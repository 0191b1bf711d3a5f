#include <gtest/gtest.h>

#include <cmath>

#include "model/base/calendar.h"
#include "model/base/hash.h"
#include "model/base/text.h"

namespace leadlight {
namespace {

TEST(Text, canonicalNameJoinsRunsOfOtherCharactersByOneUnderscore) {
  EXPECT_EQ(canonicalName(" Prospect  ID "), "Prospect_ID");
  EXPECT_EQ(canonicalName("What's this?"), "What_s_this");
  EXPECT_EQ(canonicalName("Año"), "Año");
  EXPECT_EQ(canonicalName("--"), "");
  // Spaces that nobody sees, from web pages and spreadsheets: no-break, thin, ideographic, zero width, a late byte
  // order mark.
  EXPECT_EQ(canonicalName("\u00a0Prospect\u00a0\u2009ID\ufeff"), "Prospect_ID");
  EXPECT_EQ(canonicalName("\ufeffE-mail\u200b"), "E_mail");
  EXPECT_EQ(canonicalName("名\u3000前"), "名_前");
  EXPECT_EQ(canonicalName("\u00a0\u2060"), "");
  EXPECT_EQ(canonicalName("\u00e0\u00c2\u2082"), "\u00e0\u00c2\u2082");
}

TEST(Text, integersAreReadOnlyWhenPrintingThemGivesTheSameText) {
  EXPECT_EQ(parseInteger("0"), 0);
  EXPECT_EQ(parseInteger("-15"), -15);
  EXPECT_EQ(parseInteger("999999999999999999"), 999999999999999999);
  for (const char* text : {"", "-", "00123", "+4", "-0", "1e5", "1 ", "1.0", "9999999999999999999"})
    EXPECT_FALSE(parseInteger(text)) << text;
}

TEST(Text, decimalsAreReadOnlyWhenNoDigitIsLost) {
  EXPECT_EQ(parseDecimal("2.5"), 2.5);
  EXPECT_EQ(parseDecimal("-0.10"), -0.1);
  EXPECT_EQ(parseDecimal("3,25", ','), 3.25);
  EXPECT_EQ(parseDecimal("0"), 0.0);
  EXPECT_EQ(parseDecimal("-1.7402544171023284"),
            -1.7402544171023284);  // sixteen digits or more as a program prints them
  EXPECT_EQ(parseDecimal("0,30000000000000004", ','), 0.1 + 0.2);
  EXPECT_EQ(parseDecimal("0.500000000000000000000"), 0.5);
  ASSERT_EQ(parseDecimal("-0.00"), 0.0);  // what rounding leaves of a small number
  EXPECT_FALSE(std::signbit(*parseDecimal("-0.00")));
  for (const char* text : {"", ".", ".5", "5.", "01.5", "NaN", "inf", "1,000.5", "0.12345678901234567", "-0", "1.2.3",
                           "1234567890123456", "1234567890123456.0", "12.345678901234567890"})
    EXPECT_FALSE(parseDecimal(text)) << text;
}

TEST(Text, decimalsMayHaveAnExponentAsProgramsWriteIt) {
  EXPECT_EQ(parseDecimal("5.3e-05"), 5.3e-05);
  EXPECT_EQ(parseDecimal("-1.5838287025480556e-08"), -1.5838287025480556e-08);
  EXPECT_EQ(parseDecimal("1,5E-7", ','), 1.5e-7);
  EXPECT_EQ(parseDecimal("1e+05"), 100000);
  for (const char* text : {"1e5", "1E5", "1E+12", "1.2345E+12", "1e", "1e-", "1e+", "e-5", "5e-3", "12e-03", "0.5e-05",
                           "1e-5x", "1e-5e-5", "1.e-05", "1e+999", "1e-1000", "00e-5", "1e-5.0", "1e--5"})
    EXPECT_FALSE(parseDecimal(text)) << text;
}

TEST(Text, numbersArePrintedShortestAndReadBackTheSame) {
  EXPECT_EQ(formatNumber(2), "2");
  EXPECT_EQ(formatNumber(0.1), "0.1");
  EXPECT_EQ(formatNumber(-14.25), "-14.25");
}

TEST(Text, everyCharacterThatJsonEscapesIsFoundWhereverItStands) {
  const std::pair<char, const char*> escapes[] = {{'"', "\\\""},     {'\\', "\\\\"},      {'\n', "\\n"},
                                                  {'\0', "\\u0000"}, {'\x1f', "\\u001f"}, {'\x7f', "\x7f"},
                                                  {' ', " "},        {'!', "!"},          {'\xff', "\xff"}};
  for (const auto& [c, escaped] : escapes)
    for (std::size_t at = 0; at < 20; ++at) {
      const std::string before(at, '#'), after(19 - at, ']');
      std::string out;
      appendJsonString(out, before + c + after);
      EXPECT_EQ(out, '"' + before + escaped + after + '"');
    }
}

TEST(Text, theFirstByteThatIsNotUtf8IsFound) {
  EXPECT_EQ(firstInvalidUtf8("plain ascii text, long enough"), std::string_view::npos);
  EXPECT_EQ(firstInvalidUtf8("Müller €"), std::string_view::npos);
  EXPECT_EQ(firstInvalidUtf8("12345678M\xFCller"), 9U);
  EXPECT_EQ(firstInvalidUtf8("\xC0\xAF"), 0U);
  EXPECT_EQ(firstInvalidUtf8("a\xED\xA0\x80"), 1U);
}

TEST(Calendar, dayFirstDatesWithOneDigitHoursAreRead) {
  const auto date = parseDate("01-08-2016 4:58", DateOrder::DayMonthYear);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->iso, "2016-08-01T04:58:00");
  EXPECT_EQ(isoDateTime(date->seconds), date->iso);
}

TEST(Calendar, isoTextKeepsFractionAndOffset) {
  EXPECT_EQ(parseDate("2025-09-18T09:33:57.112536Z", DateOrder::YearMonthDay)->iso, "2025-09-18T09:33:57.112536Z");
  const auto shifted = parseDate("2014-05-07T17:30:20+02:00", DateOrder::YearMonthDay);
  EXPECT_EQ(isoDateTime(shifted->seconds), "2014-05-07T15:30:20");
}

TEST(Calendar, impossibleDatesAreRefused) {
  for (const char* text :
       {"2024-02-30", "24-01-01", "2024-13-01", "2024-1", "2024-01-01 25:00", "2024-01-01T", "2024/01-01"})
    EXPECT_FALSE(parseDate(text, DateOrder::YearMonthDay)) << text;
  EXPECT_FALSE(parseDate("31/02/2024", DateOrder::DayMonthYear));
  EXPECT_FALSE(parseDate("25/12/24", DateOrder::DayMonthYear));
}

TEST(Hash, foldsFollowThePublishedVectors) {
  EXPECT_EQ(fnv1a64("") % 5, 2U);
  EXPECT_EQ(fnv1a64("a") % 5, 1U);
  EXPECT_EQ(fnv1a64("foobar") % 5, 3U);
  EXPECT_EQ(fnv1a64("7927b2df-8bba-4d29-b9a2-b6e0beafe620") % 5, 2U);
}

TEST(Hash, sha256OfAbcIsTheStandardsExample) {
  Sha256 hash;
  hash.update("a");
  hash.update("bc");
  EXPECT_EQ(hash.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, aStreamHasTheHashOfItsBytesHoweverTheyAreCut) {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>(i * i);
  for (const std::size_t piece : {1U, 7U, 240U, 1024U, 5000U}) {
    Hash128Stream stream;
    for (std::size_t at = 0; at < bytes.size(); at += piece) stream.update(std::string_view(bytes).substr(at, piece));
    EXPECT_EQ(stream.value(), hash128(bytes)) << piece;
  }
}

}  // namespace
}  // namespace leadlight
