#include "scoring/export/sql_dialect.h"

#include <algorithm>
#include <cmath>

#include "model/base/text.h"

namespace leadlight {

namespace {

bool usesBackticks(SqlDialect dialect) {
  return dialect == SqlDialect::Spark || dialect == SqlDialect::Bigquery || dialect == SqlDialect::Clickhouse;
}

// Does a backslash in a string literal start an escape?
bool escapesByBackslash(SqlDialect dialect) { return usesBackticks(dialect) || dialect == SqlDialect::Snowflake; }

}  // namespace

const std::vector<std::string>& dialectNames() {
  static const std::vector<std::string> names{"sqlite", "postgresql", "snowflake", "trino",
                                              "spark",  "bigquery",   "duckdb",    "clickhouse"};
  return names;
}

std::optional<SqlDialect> dialectNamed(std::string_view name) {
  const auto found = std::find(dialectNames().begin(), dialectNames().end(), name);
  if (found == dialectNames().end()) return std::nullopt;
  return static_cast<SqlDialect>(found - dialectNames().begin());
}

std::string SqlWords::name(std::string_view name) const {
  const char quote = usesBackticks(dialect_) ? '`' : '"';
  const bool backslash = dialect_ == SqlDialect::Bigquery || dialect_ == SqlDialect::Clickhouse;
  std::string out(1, quote);
  for (const char c : name) {
    if (backslash ? c == quote || c == '\\' : c == quote) out += backslash ? '\\' : quote;
    out += c;
  }
  return out + quote;
}

std::string SqlWords::path(std::string_view dotted) const {
  std::vector<std::string> parts;
  for (const std::string& part : split(dotted, '.')) parts.push_back(name(part));
  return joined(parts, ".");
}

std::string SqlWords::text(std::string_view text) const {
  const bool backslash = escapesByBackslash(dialect_);
  std::string out = "'";
  for (const char c : text) {
    if (backslash && c == '\n') {
      out += "\\n";
    } else if (backslash && c == '\r') {
      out += "\\r";
    } else {
      if (c == '\'' || (backslash && c == '\\')) out += backslash ? '\\' : '\'';
      out += c;
    }
  }
  return out + "'";
}

std::string SqlWords::number(double value) const {
  std::string text = formatNumber(value);
  const bool whole = text.find_first_of(".e") == std::string::npos;
  // With an exponent it is a double where it would be a fixed decimal otherwise.
  return whole || text.find('e') != std::string::npos ? text : text + "e0";
}

std::string SqlWords::real(const std::string& expression) const {
  switch (dialect_) {
    case SqlDialect::Sqlite:
      return "CAST(" + expression + " AS REAL)";
    case SqlDialect::Postgresql:
      return "CAST(" + expression + " AS DOUBLE PRECISION)";
    case SqlDialect::Bigquery:
      return "CAST(" + expression + " AS FLOAT64)";
    case SqlDialect::Clickhouse:
      return "toFloat64(" + expression + ")";
    default:
      return "CAST(" + expression + " AS DOUBLE)";
  }
}

std::string SqlWords::noReal() const {
  return dialect_ == SqlDialect::Clickhouse ? "toFloat64OrNull('')" : real("NULL");
}

std::string SqlWords::asText(const std::string& expression) const {
  switch (dialect_) {
    case SqlDialect::Sqlite:
    case SqlDialect::Postgresql:
      return "CAST(" + expression + " AS TEXT)";
    case SqlDialect::Spark:
    case SqlDialect::Bigquery:
      return "CAST(" + expression + " AS STRING)";
    case SqlDialect::Clickhouse:
      return "toString(" + expression + ")";
    default:
      return "CAST(" + expression + " AS VARCHAR)";
  }
}

std::string SqlWords::noText() const { return dialect_ == SqlDialect::Clickhouse ? "nullIf('', '')" : asText("NULL"); }

std::string SqlWords::least(const std::string& a, const std::string& b) const {
  return (dialect_ == SqlDialect::Sqlite ? "MIN(" : "LEAST(") + a + ", " + b + ")";
}

std::string SqlWords::greatest(const std::string& a, const std::string& b) const {
  return (dialect_ == SqlDialect::Sqlite ? "MAX(" : "GREATEST(") + a + ", " + b + ")";
}

std::string SqlWords::lowered(const std::string& text) const {
  if (dialect_ == SqlDialect::Sqlite || dialect_ == SqlDialect::Clickhouse) return "lower(" + text + ")";
  return "TRANSLATE(" + text + ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";
}

std::string SqlWords::contains(const std::string& text, const std::string& needle) const {
  switch (dialect_) {
    case SqlDialect::Sqlite:
    case SqlDialect::Spark:
      return "INSTR(" + text + ", " + needle + ") > 0";
    case SqlDialect::Snowflake:
      return "CHARINDEX(" + needle + ", " + text + ") > 0";
    case SqlDialect::Clickhouse:
      return "position(" + text + ", " + needle + ") > 0";
    default:
      return "STRPOS(" + text + ", " + needle + ") > 0";
  }
}

std::string SqlWords::bytewise(const std::string& text) const {
  return dialect_ == SqlDialect::Postgresql ? text + " COLLATE \"C\"" : text;
}

std::string SqlWords::seconds(const std::string& date) const {
  switch (dialect_) {
    case SqlDialect::Sqlite:
      return "CAST(strftime('%s', " + date + ") AS INTEGER)";
    case SqlDialect::Postgresql:
      return "FLOOR(EXTRACT(EPOCH FROM " + date + "))";
    case SqlDialect::Snowflake:
      return "DATE_PART(EPOCH_SECOND, " + date + ")";
    case SqlDialect::Trino:
      return "FLOOR(TO_UNIXTIME(CAST(" + date + " AS TIMESTAMP)))";
    case SqlDialect::Spark:
      return "UNIX_TIMESTAMP(CAST(" + date + " AS TIMESTAMP))";
    case SqlDialect::Bigquery:
      return "UNIX_SECONDS(CAST(" + date + " AS TIMESTAMP))";
    case SqlDialect::Duckdb:
      return "FLOOR(EPOCH(CAST(" + date + " AS TIMESTAMP)))";
    case SqlDialect::Clickhouse:
      return "dateDiff('second', toDateTime64('1970-01-01 00:00:00', 0, 'UTC'), toDateTime64(" + date + ", 0, 'UTC'))";
  }
  return date;
}

std::string SqlWords::secondsNow() const {
  switch (dialect_) {
    case SqlDialect::Sqlite:
      return "CAST(strftime('%s', 'now') AS INTEGER)";
    case SqlDialect::Trino:
      return "FLOOR(TO_UNIXTIME(CURRENT_TIMESTAMP))";
    case SqlDialect::Bigquery:
      return "UNIX_SECONDS(CURRENT_TIMESTAMP())";
    case SqlDialect::Spark:
      return "UNIX_TIMESTAMP()";
    case SqlDialect::Duckdb:
      return "FLOOR(EPOCH(CURRENT_TIMESTAMP))";
    case SqlDialect::Clickhouse:
      return "toUnixTimestamp(now())";
    case SqlDialect::Snowflake:
      return "DATE_PART(EPOCH_SECOND, CURRENT_TIMESTAMP())";
    case SqlDialect::Postgresql:
      return "FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP))";
  }
  return {};
}

}  // namespace leadlight
