#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/schema/types.h"

namespace leadlight {

// Dictionary codes, in the narrowest width that fits.
using Codes = std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>;

// One column of a frame: immutable once built. Rows are 0-based.
//   Text     codes() into dictionary(); code 0 is always "missing" (the empty text)
//   Integer  integers(), missingInteger where absent
//   Decimal  decimals(), NaN where absent
//   Date     seconds since 1970 in integers(), missingInteger where absent
class Column {
 public:
  static constexpr std::int64_t missingInteger = std::numeric_limits<std::int64_t>::min();

  // REQUIRES: dictionary[0] is empty, and every code is below dictionary.size()
  static Column text(std::string name, std::string label, std::vector<std::string> dictionary, Codes codes,
                     const std::vector<std::string>& placeholders);
  static Column integers(std::string name, std::string label, std::vector<std::int64_t> values);
  static Column decimals(std::string name, std::string label, std::vector<double> values);
  static Column dates(std::string name, std::string label, std::vector<std::int64_t> seconds);

  const std::string& name() const { return name_; }    // canonical
  const std::string& label() const { return label_; }  // as people read it
  ColumnType type() const { return type_; }
  std::size_t rows() const;

  // REQUIRES: type() == Text
  const std::vector<std::string>& dictionary() const { return dictionary_; }
  const Codes& codes() const { return codes_; }
  std::uint32_t code(std::size_t row) const;
  // Is this code missing, that is empty or a placeholder of the schema such as "Select"?
  bool isMissingCode(std::uint32_t code) const { return missingCode_[code] != 0; }
  std::optional<std::uint32_t> codeOf(std::string_view value) const;

  // REQUIRES: type() == Integer or Date
  const std::vector<std::int64_t>& integers() const { return integers_; }
  // REQUIRES: type() == Decimal
  const std::vector<double>& decimals() const { return decimals_; }

  bool isMissing(std::size_t row) const;
  // The number behind a row: an integer, a decimal or seconds; NaN when missing or Text.
  double number(std::size_t row) const;
  // The row's value as canonical text ("" when absent; a placeholder stays as it is). Dates are ISO text, with the time
  // of day if any row of the column has one.
  std::string textAt(std::size_t row) const;

 private:
  Column(std::string name, std::string label, ColumnType type);

  std::string name_, label_;
  ColumnType type_;
  std::vector<std::string> dictionary_;
  std::vector<std::uint8_t> missingCode_;
  Codes codes_;
  std::vector<std::int64_t> integers_;
  std::vector<double> decimals_;
  bool daysOnly_ = false;  // Date: no value has a time of day
};

// Builds a text column row by row; the dictionary is in order of first appearance.
class TextColumnBuilder {
 public:
  TextColumnBuilder();
  ~TextColumnBuilder();
  TextColumnBuilder(TextColumnBuilder&&) noexcept;
  void append(std::string_view value);          // "" is missing
  void append(const TextColumnBuilder& other);  // all of its rows
  std::size_t distinct() const;
  Column finish(std::string name, std::string label, const std::vector<std::string>& placeholders) &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace leadlight
