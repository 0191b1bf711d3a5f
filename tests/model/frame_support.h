#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cmath>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "model/frame/aggregate.h"
#include "model/frame/filter.h"
#include "model/frame/frame.h"

namespace leadlight::test {

inline Frame::ColumnPtr shared(Column column) { return std::make_shared<const Column>(std::move(column)); }

inline Frame frameOf(std::vector<Frame::ColumnPtr> columns) {
  std::vector<std::int64_t> ids(columns.empty() ? 0 : columns.front()->rows());
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = static_cast<std::int64_t>(i) + 1;
  return Frame(std::move(ids), std::move(columns));
}

inline const std::vector<std::string>& placeholders() {
  static const std::vector<std::string> texts = {"Select", "Select City"};
  return texts;
}

// Rows of every column type with missing values, awkward texts, ties and extremes.
inline Frame randomFrame(std::size_t rows, unsigned seed) {
  std::mt19937_64 random(seed);
  static const std::vector<std::string> cities = {
      "",   "Select", "Mumbai",    "mumbai", "Pune",   "Thane & Outskirts", "O'Neil", "5",
      "10", "9.5",    "caf\u00e9", "Zz",     "select", "Select City",       "-"};
  TextColumnBuilder city, person, yes;
  std::vector<std::int64_t> visits, times, odd;
  std::vector<double> spent, score;
  for (std::size_t i = 0; i < rows; ++i) {
    city.append(cities[random() % cities.size()]);
    person.append(random() % 20 == 0 ? ""
                                     : "person " + std::to_string(random() % std::min<std::size_t>(rows + 1, 40000)));
    yes.append(random() % 3 == 0 ? "Yes" : "No");
    visits.push_back(random() % 10 == 0 ? Column::missingInteger : static_cast<std::int64_t>(random() % 13) - 2);
    odd.push_back(random() % 4 == 0 ? std::numeric_limits<std::int64_t>::max() - static_cast<std::int64_t>(random() % 2)
                                    : static_cast<std::int64_t>(random() >> 1) - (std::int64_t{1} << 62));
    spent.push_back(random() % 10 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                       : static_cast<double>(random() % 400) / 4 - 20);
    times.push_back(random() % 10 == 0 ? Column::missingInteger
                                       : 1451606400 + static_cast<std::int64_t>(random() % 400) * 43200);
    score.push_back(random() % 30 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                       : static_cast<double>(random() % 100000) / 997);
  }
  return frameOf({shared(std::move(city).finish("City", "City", placeholders())),
                  shared(std::move(person).finish("Person", "Person", placeholders())),
                  shared(std::move(yes).finish("Converted", "Converted", {})),
                  shared(Column::integers("TotalVisits", "TotalVisits", visits)),
                  shared(Column::integers("Odd", "Odd", odd)), shared(Column::decimals("Spent", "Spent", spent)),
                  shared(Column::dates("Created_On", "Created On", times)),
                  shared(Column::decimals("score", "Score", score))});
}

// The records of a small CSV text: quotes, doubled quotes, line ends inside quotes.
inline std::vector<std::vector<std::string>> csvRecords(const std::string& text) {
  std::vector<std::vector<std::string>> records;
  std::vector<std::string> record(1);
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      record.back().push_back('"');
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      record.emplace_back();
    } else if (!quoted && c == '\n') {
      records.push_back(std::move(record));
      record.assign(1, {});
    } else if (quoted || c != '\r') {
      record.back().push_back(c);
    }
  }
  if (record.size() > 1 || !record.front().empty()) records.push_back(std::move(record));
  return records;
}

// The X Education leads, or nothing when the file is not there.
inline std::shared_ptr<const Frame> realLeads() {
  std::ifstream file(LEADLIGHT_SHARED "/data/x-education/Leads.csv", std::ios::binary);
  if (!file) {
    GTEST_LOG_(WARNING) << "no X Education leads beside the checkout";
    return nullptr;
  }
  std::stringstream text;
  text << file.rdbuf();
  const auto records = csvRecords(text.str());
  std::vector<Frame::ColumnPtr> columns;
  for (std::size_t c = 0; c < records.front().size(); ++c) {
    const std::string label = records.front()[c], name = canonicalName(label);
    std::vector<std::int64_t> integers;
    std::vector<double> decimals;
    TextColumnBuilder texts;
    for (std::size_t r = 1; r < records.size(); ++r) {
      const std::string& value = records[r][c];
      texts.append(value);
      if (const auto number = parseInteger(value); number || value.empty())
        integers.push_back(number.value_or(Column::missingInteger));
      if (const auto number = parseDecimal(value); number || value.empty())
        decimals.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    if (integers.size() == records.size() - 1)
      columns.push_back(shared(Column::integers(name, label, integers)));
    else if (decimals.size() == records.size() - 1)
      columns.push_back(shared(Column::decimals(name, label, decimals)));
    else
      columns.push_back(shared(std::move(texts).finish(name, label, {"Select"})));
  }
  return std::make_shared<const Frame>(frameOf(std::move(columns)));
}

// A frame's rows in a table `leads` of a database in memory, and what SQLite answers about them. Dates are seconds;
// `converted` is its own column; row numbers are `row`.
class SqlTwin {
 public:
  SqlTwin(const Frame& frame, const Target& target) : frame_(frame) {
    sqlite3_open(":memory:", &db_);
    std::string create = "create table leads(row integer primary key, converted_",
                insert = "insert into leads values(?,?";
    for (const Frame::ColumnPtr& column : frame.columns()) {
      create += ", \"" + column->name() + "\"";
      insert += ",?";
    }
    run(create + "); begin");
    sqlite3_stmt* statement = prepare(insert + ")");
    const std::vector<std::uint64_t> converted = frame.converted(target);
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      sqlite3_bind_int64(statement, 1, static_cast<sqlite3_int64>(row));
      sqlite3_bind_int64(statement, 2,
                         converted.empty() ? 0 : static_cast<sqlite3_int64>(converted[row / 64] >> row % 64 & 1));
      for (std::size_t c = 0; c < frame.columns().size(); ++c)
        bind(statement, static_cast<int>(c) + 3, *frame.columns()[c], row);
      sqlite3_step(statement);
      sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    run("commit");
  }
  ~SqlTwin() { sqlite3_close(db_); }
  SqlTwin(const SqlTwin&) = delete;
  SqlTwin& operator=(const SqlTwin&) = delete;

  void run(const std::string& sql) {
    char* message = nullptr;
    EXPECT_EQ(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK)
        << sql << ": " << (message ? message : "");
    sqlite3_free(message);
  }

  RowSet rows(const Filter& filter) {
    RowSet out(frame_.rows());
    sqlite3_stmt* statement = prepare("select row from leads where " + where(filter));
    while (sqlite3_step(statement) == SQLITE_ROW)
      out.insert(static_cast<std::size_t>(sqlite3_column_int64(statement, 0)));
    sqlite3_finalize(statement);
    return out;
  }

  // Groups by an SQL expression that is a text, or NULL for missing, over the rows of a filter.
  std::map<std::string, Group> groups(const std::string& by, const Filter& filter) {
    std::map<std::string, Group> out;
    const bool scored = frame_.find(scoreColumn) != nullptr;
    sqlite3_stmt* statement = prepare("select coalesce(" + by + ", ''), count(*), sum(converted_), " +
                                      (scored ? "total(score), count(score)" : "0, 0") + " from leads where " +
                                      where(filter) + " group by 1");
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const char* name = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
      out[name] = {static_cast<std::uint64_t>(sqlite3_column_int64(statement, 1)),
                   static_cast<std::uint64_t>(sqlite3_column_int64(statement, 2)), sqlite3_column_double(statement, 3),
                   static_cast<std::uint64_t>(sqlite3_column_int64(statement, 4))};
    }
    sqlite3_finalize(statement);
    return out;
  }

  static std::string quoted(const std::string& text, char quote = '\'') {
    std::string out(1, quote);
    for (const char c : text) out += c == quote ? std::string(2, quote) : std::string(1, c);
    return out + quote;
  }
  static std::string missing(const Column& column) {
    const std::string name = quoted(column.name(), '"');
    return column.type() == ColumnType::Text ? "(" + name + " is null or " + name + " in ('Select','Select City'))"
                                             : "(" + name + " is null)";
  }

 private:
  sqlite3_stmt* prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sql << sqlite3_errmsg(db_);
    return statement;
  }

  static void bind(sqlite3_stmt* statement, int at, const Column& column, std::size_t row) {
    if (column.type() == ColumnType::Text) {
      const std::string value = column.textAt(row);
      value.empty() ? sqlite3_bind_null(statement, at)
                    : sqlite3_bind_text(statement, at, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    } else if (column.isMissing(row)) {
      sqlite3_bind_null(statement, at);
    } else if (column.type() == ColumnType::Decimal) {
      sqlite3_bind_double(statement, at, column.decimals()[row]);
    } else {
      sqlite3_bind_int64(statement, at, column.integers()[row]);
    }
  }

  static std::string literal(const Column& column, const std::string& value) {
    if (column.type() == ColumnType::Text) return quoted(value);
    return column.type() == ColumnType::Date ? "cast(strftime('%s'," + quoted(value) + ") as integer)" : value;
  }

  std::string where(const Filter& filter) {
    static const char* const symbols[] = {"=", "<>", "<", "<=", ">", ">="};
    using Kind = Filter::Kind;
    if (filter.kind == Kind::All) return "1";
    if (filter.kind == Kind::Not) return "(not " + where(filter.operands.front()) + ")";
    if (filter.kind == Kind::And || filter.kind == Kind::Or) {
      std::string out;
      for (const Filter& operand : filter.operands)
        out += (out.empty() ? "(" : filter.kind == Kind::And ? " and " : " or ") + where(operand);
      return out + ")";
    }
    const Column& column = *frame_.find(filter.column);
    const std::string name = quoted(column.name(), '"'), absent = missing(column);
    std::string condition;
    if (filter.kind == Kind::IsNull) return absent;
    if (filter.kind == Kind::In) {
      for (const std::string& value : filter.values)
        condition += (condition.empty() ? "" : ",") + literal(column, value);
      condition = name + " in (" + condition + ")";
    } else if (filter.kind == Kind::Contains) {
      condition = "not " + absent + " and instr(lower(" + name + "), lower(" + quoted(filter.values.front()) + ")) > 0";
    } else {
      condition = name + " " + symbols[static_cast<int>(filter.compare)] + " " + literal(column, filter.values.front());
      if (filter.compare != Filter::Compare::Equal) condition = "not " + absent + " and " + condition;
    }
    return "coalesce(" + condition + ", 0)";
  }

  const Frame& frame_;
  sqlite3* db_ = nullptr;
};

// A filter over the columns of a frame, with values that occur in it and some that do not.
inline Filter randomFilter(const Frame& frame, std::mt19937_64& random, int depth) {
  if (depth > 0 && random() % 3 != 0) {
    switch (random() % 3) {
      case 0:
        return Filter::negated(randomFilter(frame, random, depth - 1));
      case 1:
        return Filter::both(randomFilter(frame, random, depth - 1), randomFilter(frame, random, depth - 1));
      default:
        return Filter::either(randomFilter(frame, random, depth - 1), randomFilter(frame, random, depth - 1));
    }
  }
  const Column& column = *frame.columns()[random() % frame.columns().size()];
  const bool text = column.type() == ColumnType::Text;
  const auto value = [&]() -> std::string {
    const std::string seen = frame.rows() == 0 ? "" : column.textAt(random() % frame.rows());
    if (text) return random() % 8 == 0 ? "nowhere" : seen;
    if (column.type() == ColumnType::Date) return seen.empty() || random() % 4 == 0 ? "2016-03-05" : seen;
    static const std::vector<std::string> others = {"0",    "2.5",   "-1",  "7.0", "1e1", "9223372036854775807",
                                                    "1e30", "-1e30", "-0.5"};
    return seen.empty() || random() % 3 == 0 ? others[random() % others.size()] : seen;
  };
  switch (random() % 5) {
    case 0:
      return Filter::isNull(column.name());
    case 1: {
      std::vector<std::string> values(random() % 5);
      for (std::string& v : values) v = value();
      return Filter::in(column.name(), values);
    }
    case 2:
      if (text) {
        std::string part = value();
        part = part.substr(0, random() % 4);
        if (random() % 2 == 0) part = lowered(part);
        return Filter::contains(column.name(), part);
      }
      [[fallthrough]];
    default: {
      Filter filter = Filter::equals(column.name(), value());
      filter.compare = static_cast<Filter::Compare>(random() % 6);
      return filter;
    }
  }
}

}  // namespace leadlight::test
