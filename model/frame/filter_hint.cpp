#include "model/frame/filter_hint.h"

#include <charconv>

#include "model/frame/filter.h"
#include "model/frame/filter_words.h"

namespace leadlight {

namespace {

using Wanted = FilterHint::Wanted;

struct FilterToken {
  enum class Kind { Word, Text, Symbol } kind = Kind::Word;
  std::string text;  // without quotes
  std::size_t from = 0;
  bool open = false;  // the last one, and more of it may follow
};

bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

FilterToken quotedToken(std::string_view text, std::size_t& at) {
  FilterToken token{FilterToken::Kind::Text, {}, at, true};
  const char quote = text[at++];
  for (; at < text.size(); ++at) {
    if (text[at] == quote) {
      ++at;
      if (at >= text.size() || text[at] != quote) {
        token.open = false;
        return token;
      }
    }
    token.text += text[at];
  }
  return token;
}

FilterToken nextToken(std::string_view text, std::size_t& at) {
  if (text[at] == '\'' || text[at] == '"') return quotedToken(text, at);
  FilterToken token{FilterToken::Kind::Symbol, {}, at, false};
  constexpr std::string_view symbols = "()<>=!~,";
  if (symbols.find(text[at]) != std::string_view::npos) {
    const bool compares = std::string_view("<>=!").find(text[at]) != std::string_view::npos;
    token.text = text[at++];
    while (compares && at < text.size() && (text[at] == '=' || text[at] == '>')) token.text += text[at++];
    return token;
  }
  token.kind = FilterToken::Kind::Word;
  while (at < text.size() && !isBlank(text[at]) && symbols.find(text[at]) == std::string_view::npos)
    token.text += text[at++];
  token.open = at == text.size();
  return token;
}

// Where in the grammar one is after some tokens.
class FilterPlace {
 public:
  Wanted wanted = Wanted::Column;
  std::string column;
  bool inList = false;

  void take(const FilterToken& token) {
    switch (wanted) {
      case Wanted::Column:
        return takeColumn(token);
      case Wanted::Operator:
        return takeOperator(token);
      case Wanted::Value:
        return takeValue(token);
      case Wanted::Joint:
        return takeJoint(token);
    }
  }

 private:
  static bool is(const FilterToken& token, std::string_view word) {
    return token.kind == FilterToken::Kind::Word && equalsIgnoringCase(token.text, word);
  }
  void takeColumn(const FilterToken& token) {
    if (is(token, "not") || token.kind == FilterToken::Kind::Symbol) return;
    if (is(token, "true")) {
      wanted = Wanted::Joint;
      return;
    }
    column = token.text;
    wanted = Wanted::Operator;
  }
  void takeOperator(const FilterToken& token) {
    if (is(token, "is") || is(token, "not")) return;
    if (is(token, "null")) {
      wanted = Wanted::Joint;
    } else if (is(token, "in")) {
      inList = true;
      wanted = Wanted::Value;
    } else {
      between_ = is(token, "between");
      wanted = Wanted::Value;
    }
  }
  void takeValue(const FilterToken& token) {
    if (token.kind == FilterToken::Kind::Symbol) {
      if (token.text == ")") leaveList();
      return;
    }
    wanted = Wanted::Joint;
  }
  void takeJoint(const FilterToken& token) {
    if (inList && token.text == ",") {
      wanted = Wanted::Value;
    } else if (inList && token.text == ")") {
      leaveList();
    } else if (between_ && is(token, "and")) {
      between_ = false;
      wanted = Wanted::Value;
    } else if (is(token, "and") || is(token, "or")) {
      wanted = Wanted::Column;
    }
  }
  void leaveList() {
    inList = false;
    wanted = Wanted::Joint;
  }
  bool between_ = false;
};

}  // namespace

FilterHint filterHint(std::string_view text) {
  FilterPlace place;
  FilterHint hint;
  hint.from = text.size();
  std::size_t at = 0;
  while (at < text.size()) {
    if (isBlank(text[at])) {
      ++at;
      continue;
    }
    const FilterToken token = nextToken(text, at);
    if (token.open && at >= text.size()) {
      hint.prefix = token.text;
      hint.from = token.from;
      break;
    }
    place.take(token);
  }
  hint.wanted = place.wanted;
  hint.column = place.column;
  hint.inList = place.inList;
  return hint;
}

std::string filterColumnText(std::string_view name) {
  const Filter filter = Filter::isNull(std::string(name));
  const std::string text = filter.text();
  return text.substr(0, text.size() - std::string_view(" is null").size());
}

std::string filterValueText(std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error == std::errc() && end == value.data() + value.size()) return std::string(value);
  std::string text = "'";
  for (const char c : value) {
    text += c;
    if (c == '\'') text += c;
  }
  return text + "'";
}

}  // namespace leadlight
