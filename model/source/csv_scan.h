#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "model/source/arena.h"
#include "model/source/record.h"

namespace leadlight {

// Finds delimiters, double quotes, CR and LF in 64 bytes at once: bit i stands for byte i.
class SpecialBytes {
 public:
  explicit SpecialBytes(char delimiter) : delimiter_(delimiter) {}
  // REQUIRES: 64 readable bytes
  std::uint64_t find(const char* text) const;
  // The same without vector instructions.
  std::uint64_t findPortably(const char* text) const;

 private:
  char delimiter_;
};

// One record as found in a block; offsets into the block.
struct CsvRow {
  std::size_t begin = 0;
  std::size_t end = 0;         // without the line end
  std::size_t next = 0;        // where the following record starts
  std::size_t fields = 0;      // as found; may be more than there was room for
  std::uint64_t lineEnds = 0;  // in the record, its own end included
  bool quoted = false;         // its last field is quoted
  // Of the last quoted field, where it opens; meaningful for UnclosedQuote, StrayQuote and Incomplete within quotes.
  std::size_t quoteAt = 0;
  std::size_t strayAt = 0;    // the byte after the closing quote that should not be there
  bool insideQuotes = false;  // Incomplete: the text ended between quotes
};

enum class CsvOutcome : std::uint8_t { Row, Incomplete, UnclosedQuote, StrayQuote };

// Takes CSV (RFC 4180) apart into records. CR, LF and CRLF all end a line. A quote opens a quoted field only as its
// first byte; elsewhere in an unquoted field it is text. `escapes`: between quotes, \" means a quote and \\ a
// backslash.
class CsvScanner {
 public:
  explicit CsvScanner(char delimiter, bool escapes = false)
      : special_(delimiter), delimiter_(delimiter), escapes_(escapes) {}

  // REQUIRES: kBlockPadding readable bytes after the text. `last`: the text's end is the end of the file.
  void reset(std::string_view text, bool last);
  std::size_t position() const { return at_; }
  bool atEnd() const { return at_ == size_; }
  void seek(std::size_t position);

  // Reads the record at position() and writes its first values to `cells`; those beyond row.fields keep what they were.
  // Unless it answers Row, the cells mean nothing and position() has not moved. Values with doubled quotes go to
  // `arena`.
  CsvOutcome next(std::span<Cell> cells, Arena& arena, CsvRow& row);

  // The offset after the line end that follows `from`, and the end of that line's text; false when the text has none
  // and is not the last.
  bool lineAfter(std::size_t from, std::size_t& end, std::size_t& next) const;

 private:
  enum class Field : std::uint8_t { Done, Incomplete, Unclosed, Stray };
  std::size_t nextSpecial();
  Field quotedField(std::size_t open, CsvRow& row, Cell& cell, Arena& arena);
  bool isEscaped(std::size_t open, std::size_t quote) const;

  SpecialBytes special_;
  char delimiter_;
  bool escapes_;
  const char* text_ = nullptr;
  std::size_t size_ = 0;
  bool last_ = false;
  std::size_t at_ = 0;     // start of the next record
  std::size_t chunk_ = 0;  // start of the 64 bytes that mask_ describes
  std::uint64_t mask_ = 0;
};

}  // namespace leadlight
