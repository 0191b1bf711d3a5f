#include "model/frame/filter.h"

#include <algorithm>

#include "model/base/text.h"
#include "model/frame/filter_words.h"

namespace leadlight {

namespace {

using Kind = Filter::Kind;

const char* symbol(Filter::Compare compare) {
  switch (compare) {
    case Filter::Compare::Equal:
      return "=";
    case Filter::Compare::NotEqual:
      return "!=";
    case Filter::Compare::Less:
      return "<";
    case Filter::Compare::LessOrEqual:
      return "<=";
    case Filter::Compare::Greater:
      return ">";
    case Filter::Compare::GreaterOrEqual:
      return ">=";
  }
  return "=";
}

void appendQuoted(std::string& out, std::string_view text, char quote) {
  out.push_back(quote);
  for (const char c : text) {
    if (c == quote) out.push_back(quote);
    out.push_back(c);
  }
  out.push_back(quote);
}

void appendColumn(std::string& out, std::string_view name) {
  if (!name.empty() && std::all_of(name.begin(), name.end(), isFilterWordPart) && !isFilterKeyword(name))
    out += name;
  else
    appendQuoted(out, name, '"');
}

void appendValue(std::string& out, std::string_view value) {
  if (parseInteger(value) || parseDecimal(value))
    out += value;
  else
    appendQuoted(out, value, '\'');
}

void appendCondition(std::string& out, const Filter& filter, bool negated) {
  appendColumn(out, filter.column);
  switch (filter.kind) {
    case Kind::IsNull:
      out += negated ? " is not null" : " is null";
      return;
    case Kind::Contains:
      out += negated ? " not ~ " : " ~ ";
      appendQuoted(out, filter.values.front(), '\'');
      return;
    case Kind::In:
      out += negated ? " not in (" : " in (";
      for (std::size_t i = 0; i < filter.values.size(); ++i) {
        if (i > 0) out += ", ";
        appendValue(out, filter.values[i]);
      }
      out.push_back(')');
      return;
    default:
      out.push_back(' ');
      out += symbol(filter.compare);
      out.push_back(' ');
      appendValue(out, filter.values.front());
  }
}

bool isGroup(const Filter& filter) { return filter.kind == Kind::And || filter.kind == Kind::Or; }

void append(std::string& out, const Filter& filter);

void appendOperands(std::string& out, const Filter& filter) {
  if (filter.operands.empty()) out += filter.kind == Kind::And ? "true" : "not true";
  for (std::size_t i = 0; i < filter.operands.size(); ++i) {
    const Filter& operand = filter.operands[i];
    if (i > 0) out += filter.kind == Kind::And ? " and " : " or ";
    const bool braces = operand.kind == Kind::Or || operand.kind == filter.kind;
    if (braces) out.push_back('(');
    append(out, operand);
    if (braces) out.push_back(')');
  }
}

void append(std::string& out, const Filter& filter) {
  switch (filter.kind) {
    case Kind::All:
      out += "true";
      return;
    case Kind::And:
    case Kind::Or:
      appendOperands(out, filter);
      return;
    case Kind::Not: {
      const Filter& operand = filter.operands.front();
      const bool group = isGroup(operand);
      if (!group && operand.kind != Kind::All && operand.kind != Kind::Not && operand.kind != Kind::Compare)
        return appendCondition(out, operand, true);
      out += group ? "not (" : "not ";
      append(out, operand);
      if (group) out.push_back(')');
      return;
    }
    default:
      appendCondition(out, filter, false);
  }
}

Filter condition(Kind kind, std::string column, std::vector<std::string> values) {
  Filter filter;
  filter.kind = kind;
  filter.column = std::move(column);
  filter.values = std::move(values);
  return filter;
}

Filter combined(Kind kind, Filter a, Filter b) {
  Filter out;
  out.kind = kind;
  for (Filter* part : {&a, &b}) {
    if (part->kind == kind)
      std::move(part->operands.begin(), part->operands.end(), std::back_inserter(out.operands));
    else
      out.operands.push_back(std::move(*part));
  }
  return out;
}

void collectColumns(const Filter& filter, std::vector<std::string>& out) {
  for (const Filter& operand : filter.operands) collectColumns(operand, out);
  if (filter.kind == Kind::All || filter.kind == Kind::Not || isGroup(filter)) return;
  std::string name = canonicalName(filter.column);
  if (name.empty()) name = filter.column;
  if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
}

}  // namespace

Filter Filter::equals(std::string column, std::string value) {
  return condition(Kind::Compare, std::move(column), {std::move(value)});
}

Filter Filter::in(std::string column, std::vector<std::string> values) {
  return condition(Kind::In, std::move(column), std::move(values));
}

Filter Filter::range(std::string column, std::optional<std::string> atLeast, std::optional<std::string> below) {
  Filter low, high;
  if (atLeast) low = equals(column, std::move(*atLeast)), low.compare = Compare::GreaterOrEqual;
  if (below) high = equals(std::move(column), std::move(*below)), high.compare = Compare::Less;
  return both(std::move(low), std::move(high));
}

Filter Filter::isNull(std::string column) { return condition(Kind::IsNull, std::move(column), {}); }

Filter Filter::contains(std::string column, std::string text) {
  return condition(Kind::Contains, std::move(column), {std::move(text)});
}

Filter Filter::negated(Filter filter) {
  if (filter.kind == Kind::Not) {
    Filter inner = std::move(filter.operands.front());
    return inner;
  }
  Filter out;
  out.kind = Kind::Not;
  out.operands.push_back(std::move(filter));
  return out;
}

Filter Filter::both(Filter a, Filter b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return combined(Kind::And, std::move(a), std::move(b));
}

Filter Filter::either(Filter a, Filter b) {
  if (a.empty() || b.empty()) return {};
  return combined(Kind::Or, std::move(a), std::move(b));
}

std::string Filter::text() const {
  std::string out;
  append(out, *this);
  return out;
}

std::vector<std::string> Filter::columns() const {
  std::vector<std::string> out;
  collectColumns(*this, out);
  return out;
}

}  // namespace leadlight
