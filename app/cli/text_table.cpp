#include "app/cli/text_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace leadlight {

namespace {

bool startsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), startsCharacter));
}

}  // namespace

void TextTable::dropEmptyColumns() {
  for (std::size_t column = headings_.size(); column-- > 0;) {
    if (std::any_of(rows_.begin(), rows_.end(), [&](const auto& row) { return !row[column].empty(); })) continue;
    const auto at = static_cast<std::ptrdiff_t>(column);
    headings_.erase(headings_.begin() + at);
    for (auto& row : rows_) row.erase(row.begin() + at);
  }
}

void TextTable::print(std::ostream& out) const {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < headings_.size(); ++column) {
    std::size_t width = characters(headings_[column].text);
    for (const auto& row : rows_) width = std::max(width, characters(row[column]));
    widths.push_back(width);
  }
  const auto line = [&](const auto& cellAt) {
    std::string text;
    for (std::size_t column = 0; column < headings_.size(); ++column) {
      const std::string& cell = cellAt(column);
      const std::string blanks(widths[column] - characters(cell), ' ');
      if (column != 0) text += "  ";
      text += headings_[column].align == Align::Right ? blanks + cell : cell + blanks;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out << text << '\n';
  };
  std::vector<std::string> rule;
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  const auto ruleCell = [&](std::size_t column) -> const std::string& { return rule[column]; };
  line([&](std::size_t column) -> const std::string& { return headings_[column].text; });
  line(ruleCell);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (std::find(rules_.begin(), rules_.end(), i) != rules_.end()) line(ruleCell);
    line([&](std::size_t column) -> const std::string& { return rows_[i][column]; });
  }
}

std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural) {
  return grouped(count) + ' ' + std::string(count == 1 ? singular : plural);
}

std::string shortened(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t length = 0;
  for (const char c : text) {
    if (startsCharacter(c) && ++length > width) return out + "…";
    out += static_cast<unsigned char>(c) < 32 ? ' ' : c;
  }
  return out;
}

std::string fixedNumber(double value, int decimals) {
  if (!std::isfinite(value)) return "";
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return text.data();
}

std::string percent(double share) { return std::isfinite(share) ? fixedNumber(share * 100, 1) + " %" : ""; }

}  // namespace leadlight
