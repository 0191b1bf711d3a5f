#include "app/gui/scoring/scoring_export.h"

#include <QCoreApplication>
#include <map>

#include "model/base/output_file.h"
#include "scoring/export/pmml_export.h"
#include "scoring/export/sql_export.h"
#include "scoring/scorecard_json.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ScoringExport)
};

Result<std::string> textOf(const Scorecard& scorecard, const ExportFormat& format, const Dataset& dataset) {
  if (format.name == "json") return toJson(scorecard);
  if (format.name == "pmml") return toPmml(scorecard, dataset);
  SqlOptions options;
  options.dialect = dialectNamed(format.dialect).value_or(SqlDialect::Sqlite);
  // Snowflake gets the function, the procedure and the task that keep scores up to date there.
  const bool snowflake = options.dialect == SqlDialect::Snowflake;
  options.parts = {true, snowflake, snowflake, snowflake};
  return toSql(scorecard, dataset, options);
}

// The dialects as their makers write them.
QString dialectTitle(const std::string& dialect) {
  static const std::map<std::string, const char*> titles = {
      {"sqlite", "SQLite"}, {"postgresql", "PostgreSQL"}, {"snowflake", "Snowflake"}, {"trino", "Trino"},
      {"spark", "Spark"},   {"bigquery", "BigQuery"},     {"duckdb", "DuckDB"},       {"clickhouse", "ClickHouse"}};
  const auto at = titles.find(dialect);
  return at == titles.end() ? QString::fromStdString(dialect) : QString::fromLatin1(at->second);
}

}  // namespace

std::vector<ExportFormat> exportFormats() {
  std::vector<ExportFormat> formats;
  for (const std::string& dialect : dialectNames())
    formats.push_back({Words::tr("SQL for %1").arg(dialectTitle(dialect)), "sql", dialect, QStringLiteral("sql"),
                       Words::tr("SQL (*.sql)")});
  formats.push_back({QStringLiteral("PMML 4.4"), "pmml", "", QStringLiteral("pmml"), Words::tr("PMML (*.pmml *.xml)")});
  formats.push_back(
      {Words::tr("Scorecard file (JSON)"), "json", "", QStringLiteral("json"), Words::tr("Scorecards (*.json)")});
  return formats;
}

QString fileStem(const std::string& name) {
  QString stem;
  for (const QChar c : QString::fromStdString(name).simplified())
    stem += c.isLetterOrNumber() ? c.toLower() : QLatin1Char('-');
  return stem;
}

Status writeScorecard(const Scorecard& scorecard, const ExportFormat& format, const Dataset& dataset,
                      const std::filesystem::path& file) {
  const Result<std::string> text = textOf(scorecard, format, dataset);
  if (!text) return text.error();
  auto out = OutputFile::create(file);
  if (!out) return out.error();
  out->stream() << *text;
  return out->commit();
}

}  // namespace leadlight
