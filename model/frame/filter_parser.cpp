#include <algorithm>

#include "model/frame/filter.h"
#include "model/frame/filter_words.h"

namespace leadlight {

namespace {

constexpr std::size_t maxBytes = std::size_t{1} << 20;
constexpr int maxDepth = 100;

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool endsBareValue(char c) { return isSpace(c) || std::string_view("(),'\"=<>!~").find(c) != std::string_view::npos; }

// Recursive descent straight over the text. Each rule leaves `at_` after what it read; the first fault is kept in
// `fault_` and every rule gives up once there is one.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<Filter> run() {
    if (text_.size() > maxBytes) {
      fail(maxBytes, "at most 1,048,576 bytes");
      return *fault_;
    }
    skipSpace();
    if (at_ == text_.size()) return Filter{};
    Filter filter = alternatives(0);
    if (!fault_ && at_ != text_.size()) fail(at_, "\"and\", \"or\" or the end");
    if (fault_) return *fault_;
    return filter;
  }

 private:
  Filter alternatives(int depth) {
    Filter out = conjunction(depth);
    if (fault_ || !acceptWord("or")) return out;
    std::vector<Filter> parts;
    parts.push_back(std::move(out));
    do parts.push_back(conjunction(depth));
    while (!fault_ && acceptWord("or"));
    return combined(Filter::Kind::Or, std::move(parts));
  }

  Filter conjunction(int depth) {
    Filter out = factor(depth);
    if (fault_ || !acceptWord("and")) return out;
    std::vector<Filter> parts;
    parts.push_back(std::move(out));
    do parts.push_back(factor(depth));
    while (!fault_ && acceptWord("and"));
    return combined(Filter::Kind::And, std::move(parts));
  }

  // The same filter that Filter::both or Filter::either make of the parts one by one, without their copies.
  static Filter combined(Filter::Kind kind, std::vector<Filter> parts) {
    Filter out;
    out.kind = kind;
    for (Filter& part : parts) {
      if (part.empty() && kind == Filter::Kind::Or) return {};
      if (part.empty()) continue;
      if (part.kind == kind)
        std::move(part.operands.begin(), part.operands.end(), std::back_inserter(out.operands));
      else
        out.operands.push_back(std::move(part));
    }
    if (out.operands.empty()) return {};
    if (out.operands.size() > 1) return out;
    Filter only = std::move(out.operands.front());
    return only;
  }

  Filter factor(int depth) {
    bool negated = false;
    while (acceptWord("not")) negated = !negated;
    Filter out;
    if (accept('(')) {
      if (depth == maxDepth) return fail(at_ - 1, "at most 100 brackets inside each other");
      out = alternatives(depth + 1);
      if (!fault_ && !accept(')')) return fail(at_, "\")\"");
    } else {
      out = condition();
    }
    return negated ? Filter::negated(std::move(out)) : out;
  }

  Filter condition() {
    if (acceptWord("true")) return {};
    std::string column = columnName();
    if (fault_) return {};
    if (acceptWord("is")) {
      const bool negated = acceptWord("not");
      if (!acceptWord("null")) return fail(at_, negated ? "\"null\"" : "\"null\" or \"not null\"");
      return signedAs(negated, Filter::isNull(std::move(column)));
    }
    const bool negated = acceptWord("not");
    if (acceptWord("in")) return signedAs(negated, inList(std::move(column)));
    if (acceptWord("between")) return signedAs(negated, between(std::move(column)));
    if (accept('~')) {
      std::string needle = value();
      return signedAs(negated, Filter::contains(std::move(column), std::move(needle)));
    }
    if (negated) return fail(at_, "\"in\", \"between\" or ~ after \"not\"");
    return comparison(std::move(column));
  }

  static Filter signedAs(bool negated, Filter filter) { return negated ? Filter::negated(std::move(filter)) : filter; }

  Filter comparison(std::string column) {
    using Compare = Filter::Compare;
    Compare compare = Compare::Equal;
    if (accept('=')) {
      compare = Compare::Equal;
    } else if (accept("!=") || accept("<>")) {
      compare = Compare::NotEqual;
    } else if (accept("<=")) {
      compare = Compare::LessOrEqual;
    } else if (accept(">=")) {
      compare = Compare::GreaterOrEqual;
    } else if (accept('<')) {
      compare = Compare::Less;
    } else if (accept('>')) {
      compare = Compare::Greater;
    } else {
      return fail(at_, "=, !=, <, <=, >, >=, ~, \"in\", \"between\" or \"is\" after the column");
    }
    Filter out = Filter::equals(std::move(column), value());
    out.compare = compare;
    return out;
  }

  Filter inList(std::string column) {
    std::vector<std::string> values;
    if (!accept('(')) return fail(at_, "\"(\" and a list of values");
    if (!accept(')')) {
      do values.push_back(value());
      while (!fault_ && accept(','));
      if (!fault_ && !accept(')')) return fail(at_, "\",\" or \")\"");
    }
    return Filter::in(std::move(column), std::move(values));
  }

  Filter between(std::string column) {
    Filter low = Filter::equals(column, value());
    low.compare = Filter::Compare::GreaterOrEqual;
    if (fault_) return {};
    if (!acceptWord("and")) return fail(at_, "\"and\" and the upper bound");
    Filter high = Filter::equals(std::move(column), value());
    high.compare = Filter::Compare::LessOrEqual;
    return Filter::both(std::move(low), std::move(high));
  }

  std::string columnName() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::string_view word = wordAt(at_);
    if (word.empty() || isFilterKeyword(word)) {
      fail(at_, "a column");
      return {};
    }
    at_ += word.size();
    skipSpace();
    return std::string(word);
  }

  std::string value() {
    if (at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"')) return quoted();
    std::size_t end = at_;
    while (end < text_.size() && !endsBareValue(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    if (word.empty() || (isFilterKeyword(word) && !equalsIgnoringCase(word, "true"))) {
      fail(at_, equalsIgnoringCase(word, "null") ? "a value (write \"is null\" for missing ones)" : "a value");
      return {};
    }
    at_ = end;
    skipSpace();
    return std::string(word);
  }

  // A text in the quotes that stand at `at_`, where a doubled quote is one.
  std::string quoted() {
    const std::size_t start = at_;
    const char quote = text_[at_];
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == quote) {
        if (at_ + 1 == text_.size() || text_[at_ + 1] != quote) {
          ++at_;
          skipSpace();
          return out;
        }
        ++at_;
      }
      out.push_back(text_[at_]);
    }
    fail(start, "a closing quote for the text that starts here");
    return {};
  }

  void skipSpace() {
    while (at_ < text_.size() && isSpace(text_[at_])) ++at_;
  }

  std::string_view wordAt(std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size() && isFilterWordPart(text_[end])) ++end;
    return text_.substr(from, end - from);
  }

  bool acceptWord(std::string_view keyword) {
    if (!equalsIgnoringCase(wordAt(at_), keyword)) return false;
    at_ += keyword.size();
    skipSpace();
    return true;
  }

  bool accept(std::string_view symbol) {
    if (text_.substr(at_, symbol.size()) != symbol) return false;
    at_ += symbol.size();
    skipSpace();
    return true;
  }
  bool accept(char symbol) { return accept(std::string_view(&symbol, 1)); }

  Filter fail(std::size_t at, std::string_view expected) {
    if (fault_) return {};
    // Positions count characters, not bytes, from 1.
    const auto characters = std::count_if(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    const std::string position = std::to_string(characters + 1);
    fault_ = Error{Errc::BadFilter,
                   "The filter cannot be read at character " + position + ": expected " + std::string(expected) + ".",
                   "filter:" + position,
                   {position, std::string(expected)}};
    return {};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<Error> fault_;
};

}  // namespace

Result<Filter> parseFilter(std::string_view text) { return Parser(text).run(); }

}  // namespace leadlight
