#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadlight {

enum class SqlDialect { Sqlite, Postgresql, Snowflake, Trino, Spark, Bigquery, Duckdb, Clickhouse };
std::optional<SqlDialect> dialectNamed(std::string_view name);
const std::vector<std::string>& dialectNames();  // in the order of SqlDialect

// How one dialect writes what all of them can say. Expressions go in and come out as text.
class SqlWords {
 public:
  explicit SqlWords(SqlDialect dialect) : dialect_(dialect) {}

  SqlDialect dialect() const { return dialect_; }
  std::string name(std::string_view name) const;            // an identifier, quoted
  std::string path(std::string_view dotted) const;          // a.b.c, each part quoted
  std::string text(std::string_view text) const;            // a string literal
  std::string number(double value) const;                   // reads back as the same double, never as a fixed decimal
  std::string real(const std::string& expression) const;    // as a double
  std::string noReal() const;                               // a null double
  std::string asText(const std::string& expression) const;  // a whole number as text
  std::string noText() const;                               // a null text
  std::string least(const std::string& a, const std::string& b) const;
  std::string greatest(const std::string& a, const std::string& b) const;
  // A text with its ASCII letters lowered, no others.
  std::string lowered(const std::string& text) const;
  // Does the text hold this needle, byte by byte?
  std::string contains(const std::string& text, const std::string& needle) const;
  // A text that compares byte by byte.
  std::string bytewise(const std::string& text) const;
  // A date or moment as whole seconds since 1970, UTC. SQLite: of ISO text.
  std::string seconds(const std::string& date) const;
  std::string secondsNow() const;

 private:
  SqlDialect dialect_;
};

}  // namespace leadlight
