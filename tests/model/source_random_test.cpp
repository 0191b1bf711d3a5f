#include <gmock/gmock.h>

#include <random>

#include "tests/model/source_support.h"

namespace leadlight {
namespace {

// A table and how it was written, with the place of every record.
struct Written {
  std::string text;
  char delimiter = ',';
  Row header;
  std::vector<Row> rows;
  std::vector<std::uint64_t> lines;
  std::vector<std::uint64_t> bytes;
};

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  Written table() {
    Written result;
    result.delimiter = ",;\t|"[pick(4)];
    const std::size_t columns = 2 + pick(8);
    for (std::size_t i = 0; i < columns; ++i) result.header.push_back("name " + std::to_string(i));
    lineEnd_ = pick(4);
    write(result, result.header);
    const std::size_t rows = 1 + pick(60);
    for (std::size_t i = 0; i < rows; ++i) {
      Row row;
      for (std::size_t c = 0; c < columns; ++c) row.push_back(value());
      result.lines.push_back(line_);
      result.bytes.push_back(result.text.size());
      result.rows.push_back(row);
      write(result, row);
    }
    if (pick(3) == 0 && !row_.empty()) result.text.resize(result.text.size() - lastEnd_.size());
    return result;
  }

 private:
  std::size_t pick(std::size_t below) { return random_() % below; }

  std::string value() {
    static const char* const pieces[] = {"a",  "0", " ", ",",           ";", "\t", "|", "\"",   "\n",   "\r\n",
                                         "\r", "é", "😀", "longer text", "'", "\\", "=", "\"\"", "sep=", "{"};
    std::string text;
    const std::size_t count = pick(7);
    for (std::size_t i = 0; i < count; ++i) text += pieces[pick(std::size(pieces))];
    if (pick(50) == 0) text += std::string(pick(400), 'x');
    return text;
  }

  static std::size_t linesIn(std::string_view text) {
    std::size_t lines = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++lines;
    return lines;
  }

  void write(Written& to, const Row& row) {
    const std::size_t begin = to.text.size();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string& value = row[i];
      if (i > 0) to.text += to.delimiter;
      const bool needed =
          value.find_first_of("\"\r\n") != std::string::npos || value.find(to.delimiter) != std::string::npos;
      if (!needed && pick(4) != 0) {
        to.text += value;
        continue;
      }
      to.text += '"';
      for (const char c : value) to.text += c == '"' ? std::string("\"\"") : std::string(1, c);
      to.text += '"';
    }
    static const char* const ends[] = {"\n", "\r\n", "\r"};
    lastEnd_ = ends[lineEnd_ < 3 ? lineEnd_ : pick(3)];
    // A record that begins with LF after a CR would make one line end of two.
    row_ = row;
    to.text += lastEnd_;
    line_ += linesIn(std::string_view(to.text).substr(begin));
  }

  std::mt19937 random_;
  std::size_t lineEnd_ = 0;
  std::string lastEnd_;
  Row row_;
  std::uint64_t line_ = 1;
};

ReadFile readBack(const Written& written, std::size_t block) {
  ReadOptions options;
  options.delimiter = written.delimiter;
  ReadLimits limits;
  limits.blockBytes = block;
  return readText(written.text, options, limits);
}

TEST(RandomTables, readBackEqualInEveryBlockSizeWithTheirPlaces) {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    const Written written = Writer(seed).table();
    for (const std::size_t block : {1U, 2U, 3U, 13U, 64U, 65U, 127U, 1000U, 1U << 20}) {
      SCOPED_TRACE(testing::Message() << "seed " << seed << " block " << block);
      const ReadFile file = readBack(written, block);
      ASSERT_FALSE(file.error);
      ASSERT_TRUE(file.rejects.empty()) << file.rejects[0].raw << file.rejects[0].message();
      ASSERT_EQ(file.labels, written.header);
      ASSERT_EQ(file.rows, written.rows);
      for (std::size_t i = 0; i < file.places.size(); ++i) {
        ASSERT_EQ(file.places[i].line, written.lines[i]);
        ASSERT_EQ(file.places[i].byte, written.bytes[i]);
        ASSERT_EQ(written.text.substr(file.places[i].byte, file.places[i].raw.size()), file.places[i].raw);
      }
    }
  }
}

TEST(RandomTables, theDelimiterIsMostlyFound) {
  std::size_t found = 0;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    const Written written = Writer(seed).table();
    if (readText(written.text).facts.delimiter == written.delimiter) ++found;
  }
  EXPECT_GE(found, 199);
}

// Any bytes at all: nothing crashes, and every line that is not blank is in a record, a reject or the header.
TEST(RandomBytes, noByteOfAnyTextIsLost) {
  std::mt19937 random(11);
  const std::string_view alphabet("\"\"\",,,\n\n\r;ab\xC3\xA9{}[]:\\1 ");
  for (int round = 0; round < 2000; ++round) {
    std::string text = "h1,h2\n";
    const std::size_t size = random() % 200;
    for (std::size_t i = 0; i < size; ++i) text += alphabet[random() % alphabet.size()];
    ReadOptions options;
    options.delimiter = ',';
    ReadLimits limits;
    limits.blockBytes = 1 + random() % 40;
    const ReadFile file = readText(text, options, limits);
    SCOPED_TRACE(text);
    ASSERT_FALSE(file.error);
    std::size_t bytes = 0;
    for (const ReadFile::Place& place : file.places) {
      ASSERT_EQ(text.substr(place.byte, place.raw.size()), place.raw);
      bytes += place.raw.size();
    }
    for (const Reject& reject : file.rejects) {
      ASSERT_EQ(text.substr(reject.byte, reject.raw.size()), reject.raw);
      bytes += reject.raw.size();
    }
    std::size_t ends = 0;
    for (const char c : text.substr(6)) ends += c == '\n' || c == '\r' ? 1U : 0U;
    ASSERT_GE(bytes + ends, text.size() - 6);
    ASSERT_LE(bytes, text.size() - 6);
  }
}

TEST(RandomBytes, everyBlockSizeOfJsonReadsAlike) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const bool pretty = random() % 2 == 0;
    const std::size_t count = 1 + random() % 20;
    for (std::size_t i = 0; i < count; ++i) {
      text += pretty ? "{\n \"a\": \"x}\\\"{\",\n \"b\": [1, {\"c\": 2}]\n}" : "{\"a\":\"\\u00e9\\\\\",\"b\":null}";
      if (random() % 6 == 0) text += " ?";
      text += '\n';
    }
    const ReadFile whole = readText(text);
    for (const std::size_t block : {1U, 5U, 30U, 100U}) {
      ReadLimits limits;
      limits.blockBytes = block;
      const ReadFile file = readText(text, {}, limits);
      SCOPED_TRACE(text);
      ASSERT_EQ(file.rows, whole.rows);
      ASSERT_EQ(file.rejectLines(), whole.rejectLines());
      for (const ReadFile::Place& place : file.places) ASSERT_EQ(text.substr(place.byte, place.raw.size()), place.raw);
    }
  }
}

}  // namespace
}  // namespace leadlight
