#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/grouped.h"

namespace leadlight {

// Rows of text in aligned columns for people: header, rule, rows; two blanks between columns, none at the end of a
// line.
class TextTable {
 public:
  enum class Align { Left, Right };
  struct Heading {
    std::string text;
    Align align = Align::Left;
  };

  explicit TextTable(std::vector<Heading> headings) : headings_(std::move(headings)) {}
  // REQUIRES: one cell per heading
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  // A rule before the next row, such as above a sum.
  void addRule() { rules_.push_back(rows_.size()); }
  // Leaves out the columns that have a heading and nothing below it.
  void dropEmptyColumns();
  void print(std::ostream& out) const;

 private:
  std::vector<Heading> headings_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> rules_;
};

// "1 row", "9,240 rows"
std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural);
// Characters rather than bytes, line ends made visible, and cut with "…" after `width`.
std::string shortened(std::string_view text, std::size_t width);
// A number for people: at most `decimals` digits after the point, "" for NaN.
std::string fixedNumber(double value, int decimals);
// 0.305 -> "30.5 %", "" for NaN.
std::string percent(double share);

}  // namespace leadlight
