#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source/reader.h"

namespace leadlight {

// How a CSV file is laid out, found from its first part.
struct CsvLayout {
  char delimiter = ',';
  bool delimited = true;  // false: one column, whose values may hold any delimiter
  bool escapes = false;   // \" stands for a quote between quotes, as well as ""
  std::vector<std::string> labels;
  // Every line ends with a delimiter after which nothing stands: that is no column.
  bool trailingDelimiter = false;
  std::uint64_t headerLine = 0;  // 0: there is no header
  std::size_t dataAt = 0;        // offset after the header
  std::uint64_t dataLine = 1;
  bool headerIsUtf8 = true;  // otherwise its labels were read as Windows-1252
  bool headerHoldsHighBytes = false;
};

// REQUIRES: kBlockPadding readable bytes after `sample`. `last`: the sample is the whole file.
// nullopt: no record ends within the sample; a longer one may tell (or, with `last`, there is none).
std::optional<CsvLayout> findLayout(std::string_view sample, bool last, const ReadOptions& options);

// Names for columns as a header gives them: white space around them trimmed, empty ones column_N (from 1), repeated
// ones with _2, _3, …
std::vector<std::string> columnLabels(const std::vector<std::string>& header);

// Are all texts filled, different and no numbers?
bool looksLikeHeader(std::vector<std::string> texts);

// If the one field of a row holds a whole CSV line that was quoted as one, the number of fields in it; otherwise 1.
// REQUIRES: kBlockPadding readable bytes after `field`
std::size_t fieldsWithin(std::string_view field, char delimiter);

}  // namespace leadlight
