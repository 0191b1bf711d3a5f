#include "scoring/export/sql_export.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "model/base/text.h"
#include "scoring/export/export_check.h"
#include "scoring/export/sql_terms.h"

namespace leadlight {

namespace {

// Databases bound how deep an expression may be, and a sum is as deep as it is long.
constexpr std::size_t maxTerms = 500;

constexpr const char* axesKey = "leadlight_key";

// A name for a comment: one line.
std::string oneLine(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 32; }, ' ');
  return text;
}

class SqlWriter {
 public:
  SqlWriter(const Scorecard& card, const Dataset& dataset, const SqlOptions& options)
      : card_(card), dataset_(dataset), options_(options), terms_(dataset, options.dialect), words_(terms_.words()) {}

  Result<std::string> write() {
    if (const Status ready = prepare(); !ready) return ready.error();
    std::vector<std::string> statements;
    if (options_.parts.select) statements.push_back(select());
    if (options_.parts.function) statements.push_back(function());
    if (options_.parts.procedure) statements.push_back(procedure());
    if (options_.parts.task) statements.push_back(task());
    return heading() + joined(statements, "\n");
  }

 private:
  Status prepare() {
    const SqlParts& parts = options_.parts;
    if ((parts.function || parts.procedure || parts.task) && options_.dialect != SqlDialect::Snowflake)
      return Error{Errc::Usage, "A function, a procedure and a task are written for snowflake only.", "", {}};
    if (card_.terms.size() > maxTerms)
      return Error{Errc::BadScorecard, "A scorecard in SQL has at most 500 terms.", "terms", {}};
    if (const Status fits = checkForExport(card_, dataset_); !fits) return fits;
    for (std::size_t i = 0; i < card_.terms.size(); ++i) {
      const std::string path = "terms[" + std::to_string(i) + "]";
      Result<std::string> one = terms_.points(card_.terms[i], path, &axes_);
      if (!one) return one.error();
      points_.push_back(*std::move(one));
      if (parts.function) wholePoints_.push_back(*terms_.points(card_.terms[i], path));  // refused above or not at all
    }
    table_ = options_.table.empty()
                 ? words_.name(options_.dialect == SqlDialect::Sqlite ? dataset_.name + "_final" : dataset_.name)
                 : words_.path(options_.table);
    key_ = options_.key.empty() ? dataset_.key.value_or("") : options_.key;
    if (key_.empty() && options_.dialect == SqlDialect::Sqlite) key_ = "lead_id";
    if (key_.empty() && parts.select)
      return Error{Errc::Usage, "The dataset " + dataset_.name + " has no key; name a column with --key.", "", {}};
    return {};
  }

  std::string heading() const {
    std::string out = "-- The scorecard " + oneLine(card_.name) + " for " + dialectNames()[dialectIndex()] +
                      ", written by Leadlight.\n-- Column names are quoted as they stand";
    const std::vector<const DatasetColumn*> read = columnsRead();
    if (std::any_of(read.begin(), read.end(), [](const auto* column) { return column->type == ColumnType::Date; }))
      out += "; dates without an offset count as UTC, the session's time zone must be UTC";
    return out + ".\n";
  }

  std::size_t dialectIndex() const { return static_cast<std::size_t>(options_.dialect); }
  std::string slot(std::size_t term) const { return words_.name("term_" + std::to_string(term + 1)); }

  // What must be added to bring a group's terms within its caps; `term` gives a term's expression.
  template <class Expression>
  std::string correction(const TermGroup& group, const Expression& term) const {
    std::string sum = words_.real("0");
    for (std::size_t i = 0; i < card_.terms.size(); ++i)
      if (card_.terms[i].group == group.name) sum += " + " + term(i);
    std::string kept = sum;
    if (std::isfinite(group.low)) kept = words_.greatest(kept, words_.real(words_.number(group.low)));
    if (std::isfinite(group.high)) kept = words_.least(kept, words_.real(words_.number(group.high)));
    return kept + " - (" + sum + ")";
  }

  // The sum of points, added as applyScorecard adds them.
  template <class Term, class Group>
  std::string sum(const Term& term, const Group& group) const {
    std::string out = words_.real(words_.number(card_.base));
    for (std::size_t i = 0; i < card_.terms.size(); ++i) out += " + " + term(i);
    for (std::size_t i = 0; i < card_.groups.size(); ++i) out += " + " + group(i);
    return out;
  }

  // 1 / (1 + e^-points), kept where no database calls overflow an error.
  std::string probability(const std::string& points) const {
    const std::string kept = words_.least(words_.greatest(points, words_.real("-700")), words_.real("700"));
    return words_.real("1") + " / (1 + EXP(-" + kept + "))";
  }

  std::string select() const {
    const bool logistic = card_.link == Link::Logistic;
    const auto term = [&](std::size_t i) { return slot(i); };
    const auto group = [&](std::size_t i) { return words_.name("group_" + std::to_string(i + 1)); };
    const std::string points = words_.name("points"), score = words_.name("score"), key = words_.name("lead_key"),
                      chance = words_.name("probability");
    const bool looksUp = !axes_.expressions().empty();
    std::string out = "WITH " + (looksUp ? axes() : std::string()) + "leadlight_terms AS (\n  SELECT " +
                      words_.name(looksUp ? axesKey : key_) + " AS " + key;
    for (std::size_t i = 0; i < points_.size(); ++i)
      out += ",\n    -- " + oneLine(card_.terms[i].name) + "\n    " + points_[i] + " AS " + slot(i);
    out +=
        "\n  FROM " + (looksUp ? "leadlight_axes" : table_) + "\n), leadlight_groups AS (\n  SELECT leadlight_terms.*";
    for (std::size_t i = 0; i < card_.groups.size(); ++i)
      out += ",\n    -- " + oneLine(card_.groups[i].name) + "\n    " + correction(card_.groups[i], term) + " AS " +
             group(i);
    out += "\n  FROM leadlight_terms\n), leadlight_points AS (\n  SELECT leadlight_groups.*,\n    " + sum(term, group) +
           " AS " + points + "\n  FROM leadlight_groups\n), leadlight_chances AS (\n" +
           "  SELECT leadlight_points.*, " + (logistic ? probability(points) : words_.noReal()) + " AS " + chance +
           "\n  FROM leadlight_points\n), leadlight_scores AS (\n  SELECT leadlight_chances.*, " +
           (logistic ? "100 * " + chance : points) + " AS " + score + "\n  FROM leadlight_chances\n)\nSELECT " + key +
           " AS " + words_.name(key_) + ", " + score + ", " + chance + ", " + band(score) + " AS " +
           words_.name("band");
    if (options_.ledger) out += ledgerColumns(term, group);
    return out + "\nFROM leadlight_scores;\n";
  }

  // The slots that the grids look up, beside what the terms read. Without the hint some databases put each expression
  // wherever its column is used, and take minutes to plan that.
  std::string axes() const {
    const SqlDialect dialect = options_.dialect;
    const bool hint =
        dialect == SqlDialect::Sqlite || dialect == SqlDialect::Postgresql || dialect == SqlDialect::Duckdb;
    std::string out = std::string("leadlight_axes AS ") + (hint ? "MATERIALIZED " : "") + "(\n  SELECT " +
                      words_.name(key_) + " AS " + words_.name(axesKey);
    for (const DatasetColumn* column : columnsRead()) out += ", " + words_.name(column->name);
    for (std::size_t i = 0; i < axes_.expressions().size(); ++i)
      out += ",\n    " + axes_.expressions()[i] + " AS " + words_.name(SqlAxes::name(i));
    return out + "\n  FROM " + table_ + "\n), ";
  }

  template <class Term, class Group>
  std::string ledgerColumns(const Term& term, const Group& group) const {
    std::set<std::string> taken;
    const auto named = [&](const std::string& name) {
      const std::string wanted = "points_" + canonicalName(name);
      std::string free = wanted;
      for (int i = 2; !taken.insert(lowered(free)).second; ++i) free = wanted + "_" + std::to_string(i);
      return " AS " + words_.name(free);
    };
    std::string out = ",\n  " + words_.real(words_.number(card_.base)) + " AS " + words_.name("base");
    for (std::size_t i = 0; i < card_.terms.size(); ++i) out += ",\n  " + term(i) + named(card_.terms[i].name);
    for (std::size_t i = 0; i < card_.groups.size(); ++i) out += ",\n  " + group(i) + named(card_.groups[i].name);
    return out;
  }

  std::string band(const std::string& score) const {
    if (card_.bands.empty()) return words_.noText();
    std::string out = "CASE";
    for (std::size_t i = 0; i + 1 < card_.bands.size(); ++i)
      out +=
          " WHEN " + score + " >= " + words_.number(card_.bands[i].from) + " THEN " + words_.text(card_.bands[i].name);
    const std::string lowest = words_.text(card_.bands.back().name);
    return out == "CASE" ? lowest : out + " ELSE " + lowest + " END";
  }

  // The columns that the terms read and the table has.
  std::vector<const DatasetColumn*> columnsRead() const {
    std::vector<const DatasetColumn*> read;
    for (const std::string& name : card_.columns())
      if (const DatasetColumn* column = dataset_.find(name))
        if (std::find(read.begin(), read.end(), column) == read.end()) read.push_back(column);
    return read;
  }

  std::string function() const {
    const auto term = [&](std::size_t i) { return '(' + wholePoints_[i] + ')'; };
    const auto group = [&](std::size_t i) { return '(' + correction(card_.groups[i], term) + ')'; };
    std::vector<std::string> parameters;
    for (const DatasetColumn* column : columnsRead()) {
      const char* type = column->type == ColumnType::Text      ? " VARCHAR"
                         : column->type == ColumnType::Integer ? " NUMBER(38, 0)"
                         : column->type == ColumnType::Decimal ? " DOUBLE"
                                                               : " TIMESTAMP_NTZ";
      parameters.push_back(words_.name(column->name) + type);
    }
    const std::string points = sum(term, group);
    return "CREATE OR REPLACE FUNCTION leadlight_score(" + joined(parameters, ", ") +
           ")\nRETURNS DOUBLE\nLANGUAGE SQL\nAS\n$$\n  " +
           (card_.link == Link::Logistic ? "100 * (" + probability(points) + ")" : points) + "\n$$;\n";
  }

  std::string procedure() const {
    std::vector<std::string> arguments;
    for (const DatasetColumn* column : columnsRead()) {
      const std::string name = words_.name(column->name);
      arguments.push_back(column->type == ColumnType::Date ? "CAST(" + name + " AS TIMESTAMP_NTZ)" : name);
    }
    const std::string score = words_.name("score");
    return "ALTER TABLE " + table_ + " ADD COLUMN IF NOT EXISTS " + score +
           " DOUBLE;\n\nCREATE OR REPLACE PROCEDURE apply_scoring()\nRETURNS VARCHAR\nLANGUAGE SQL\nAS\n$$\nBEGIN\n"
           "  UPDATE " +
           table_ + " SET " + score + " = leadlight_score(" + joined(arguments, ", ") + ") WHERE " + score +
           " IS NULL;\n  RETURN 'Leads scored: ' || SQLROWCOUNT;\nEND;\n$$;\n";
  }

  static std::string task() {
    return "CREATE OR REPLACE TASK apply_scoring_task\n  SCHEDULE = '5 MINUTE'\nAS\n  CALL apply_scoring();\n\n"
           "ALTER TASK apply_scoring_task RESUME;\n";
  }

  const Scorecard& card_;
  const Dataset& dataset_;
  const SqlOptions& options_;
  SqlTerms terms_;
  const SqlWords& words_;
  SqlAxes axes_;
  std::vector<std::string> points_, wholePoints_;  // per term: by axes, and for a function without
  std::string table_, key_;
};

}  // namespace

Result<std::string> toSql(const Scorecard& scorecard, const Dataset& dataset, const SqlOptions& options) {
  return SqlWriter(scorecard, dataset, options).write();
}

}  // namespace leadlight
