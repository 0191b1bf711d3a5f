#include "scoring/export/sql_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cmath>

#include "export_support.h"
#include "random_scorecards.h"
#include "scoring/apply.h"
#include "scoring/ledger.h"

namespace leadlight {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::int64_t moment = 1'472'345'678;

// A SQLite table of a frame's rows, as the final table holds them.
class Table {
 public:
  Table(const Frame& frame, const std::string& name) {
    sqlite3_open(":memory:", &db_);
    std::string columns = "\"lead_id\" INTEGER PRIMARY KEY", marks = "?";
    for (const Frame::ColumnPtr& column : frame.columns()) {
      const char* type = column->type() == ColumnType::Integer   ? " INTEGER"
                         : column->type() == ColumnType::Decimal ? " REAL"
                                                                 : " TEXT";
      columns += ", \"" + column->name() + "\"" + type;
      marks += ", ?";
    }
    run("BEGIN; CREATE TABLE \"" + name + "\"(" + columns + ") STRICT");
    sqlite3_stmt* insert = prepared("INSERT INTO \"" + name + "\" VALUES(" + marks + ")");
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      sqlite3_reset(insert);
      sqlite3_bind_int64(insert, 1, frame.leadIds()[row]);
      for (std::size_t i = 0; i < frame.columns().size(); ++i)
        bind(insert, static_cast<int>(i + 2), *frame.columns()[i], row);
      EXPECT_EQ(sqlite3_step(insert), SQLITE_DONE) << sqlite3_errmsg(db_);
    }
    sqlite3_finalize(insert);
    run("COMMIT");
  }
  ~Table() { sqlite3_close(db_); }

  void run(const std::string& sql) {
    EXPECT_EQ(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db_) << sql;
  }
  sqlite3_stmt* prepared(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(db_) << sql;
    return statement;
  }

 private:
  static void bind(sqlite3_stmt* insert, int place, const Column& column, std::size_t row) {
    const std::string text = column.textAt(row);
    if (text.empty())
      sqlite3_bind_null(insert, place);
    else if (column.type() == ColumnType::Integer)
      sqlite3_bind_int64(insert, place, column.integers()[row]);
    else if (column.type() == ColumnType::Decimal)
      sqlite3_bind_double(insert, place, column.decimals()[row]);
    else
      sqlite3_bind_text(insert, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  }
  sqlite3* db_ = nullptr;
};

void expectNear(double ours, double theirs, const std::string& about) {
  EXPECT_LE(std::fabs(ours - theirs), 1e-9 * std::max(1.0, std::fabs(ours))) << about << ": " << ours << ", " << theirs;
}

std::string textAt(sqlite3_stmt* row, int column) {
  const unsigned char* text = sqlite3_column_text(row, column);
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

TEST(SqlExport, sqliteGivesEveryRowTheScoreTheBandAndTheLedgerThatWeGive) {
  test::Random random(77);
  int exported = 0, refused = 0;
  for (int round = 0; round < 150; ++round) {
    const Frame frame = test::randomFrame(random, 1 + test::below(random, 60));
    Scorecard card = test::randomScorecard(random);
    for (Term& term : card.terms)
      if (auto* decay = std::get_if<DecayTerm>(&term.kind); decay && !decay->asOf) decay->asOf = moment;
    const Result<std::string> sql = toSql(card, test::datasetOf(frame), {.ledger = true});
    if (!sql) {
      EXPECT_THAT(sql.error().what, HasSubstr("\"~\"")) << sql.error().where;
      ++refused;
      continue;
    }
    ++exported;
    const Result<Scores> scores = applyScorecard(card, frame, {}, moment);
    Table table(frame, "leads_final");
    sqlite3_stmt* select = table.prepared(*sql);
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      ASSERT_EQ(sqlite3_step(select), SQLITE_ROW);
      EXPECT_EQ(sqlite3_column_int64(select, 0), frame.leadIds()[row]);
      expectNear(scores->score[row], sqlite3_column_double(select, 1), "score");
      EXPECT_EQ(textAt(select, 3), card.bands.empty() ? "" : card.bands[scores->band[row]].name);
      if (card.link == Link::Logistic) expectNear(scores->probability[row], sqlite3_column_double(select, 2), "chance");
      const Result<Ledger> ledger = ledgerOf(card, frame, row, moment);
      ASSERT_EQ(sqlite3_column_count(select), 5 + static_cast<int>(ledger->lines.size()));
      for (std::size_t i = 0; i < ledger->lines.size(); ++i)
        expectNear(ledger->lines[i].points, sqlite3_column_double(select, 5 + static_cast<int>(i)),
                   ledger->lines[i].term);
    }
    EXPECT_EQ(sqlite3_step(select), SQLITE_DONE);
    sqlite3_finalize(select);
  }
  EXPECT_GT(exported, 60);
  EXPECT_GT(refused, 0);
}

// One column and one term of each kind with all that needs care in it.
Scorecard careful() {
  Scorecard card;
  card.name = "It's\nhere";
  card.link = Link::Logistic;
  card.groups = {{"G", -1, 1}};
  card.terms.push_back({"a \"quoted\" name", LookupTerm{"City", {{"O'Brien\\n", 0.1}, {"Select", 2}}, 1, 0}, "G"});
  card.terms.push_back({"b", StepsTerm{"Seen", {1469923200}, {0.1, 0.2}, 0, true}});
  card.terms.push_back({"c", DecayTerm{"Seen", 1, 30, {}, 0}});
  card.terms.push_back({"d", RuleTerm{*parseFilter("not (City ~ 'x') and City < 'b'"), 1}});
  card.bands = {{"A", 50}, {"B", -std::numeric_limits<double>::infinity()}};
  return card;
}

Dataset careDataset() {
  Dataset dataset;
  dataset.name = "leads";
  dataset.key = "Id";
  dataset.columns = {
      {"Id", "Id", ColumnType::Text}, {"City", "City", ColumnType::Text}, {"Seen", "Seen", ColumnType::Date}};
  dataset.placeholders = {"Select"};
  return dataset;
}

std::string written(const char* dialect, const std::string& table = "") {
  SqlOptions options;
  options.dialect = *dialectNamed(dialect);
  options.table = table;
  return *toSql(careful(), careDataset(), options);
}

TEST(SqlExport, eachDialectQuotesNamesAndTextsInItsOwnWay) {
  for (const char* dialect : {"sqlite", "postgresql", "trino", "duckdb"}) {
    EXPECT_THAT(written(dialect, "a.b\"c"), HasSubstr("FROM \"a\".\"b\"\"c\"")) << dialect;
    EXPECT_THAT(written(dialect), HasSubstr("\"City\" = 'O''Brien\\n'")) << dialect;
  }
  EXPECT_THAT(written("snowflake"), HasSubstr("\"City\" = 'O\\'Brien\\\\n'"));
  for (const char* dialect : {"spark", "bigquery", "clickhouse"})
    EXPECT_THAT(written(dialect), HasSubstr("`City` = 'O\\'Brien\\\\n'")) << dialect;
  for (const std::string& dialect : dialectNames())
    EXPECT_THAT(written(dialect.c_str()), HasSubstr("-- The scorecard It's here for ")) << dialect;
}

TEST(SqlExport, snowflakeGetsAFunctionAProcedureAndATask) {
  SqlOptions options;
  options.dialect = SqlDialect::Snowflake;
  options.parts = {false, true, true, true};
  const std::string sql = *toSql(careful(), careDataset(), options);
  EXPECT_THAT(sql, Not(HasSubstr("WITH")));
  EXPECT_THAT(sql, HasSubstr("CREATE OR REPLACE FUNCTION leadlight_score(\"City\" VARCHAR, \"Seen\" TIMESTAMP_NTZ)"));
  EXPECT_THAT(sql, HasSubstr("CREATE OR REPLACE PROCEDURE apply_scoring()"));
  EXPECT_THAT(sql, HasSubstr("WHERE \"score\" IS NULL"));
  EXPECT_THAT(sql, HasSubstr("CREATE OR REPLACE TASK apply_scoring_task"));
  options.dialect = SqlDialect::Duckdb;
  EXPECT_FALSE(toSql(careful(), careDataset(), options));
}

TEST(SqlExport, whatSqlCannotSayIsRefusedNamingTheTerm) {
  const auto refusal = [](Term term) {
    Scorecard card;
    card.terms.push_back(std::move(term));
    const Result<std::string> sql = toSql(card, careDataset(), {});
    return sql ? "" : sql.error().where + ": " + sql.error().what;
  };
  EXPECT_THAT(refusal({"Late", RuleTerm{*parseFilter("Seen ~ '2016'"), 1}}),
              HasSubstr("terms[0].when: The term \"Late\""));
  EXPECT_THAT(refusal({"Late", RuleTerm{*parseFilter("Seen > 'x'"), 1}}), HasSubstr("\"Late\""));
  EXPECT_THAT(refusal({"Town", LinearTerm{"City", 1, 0, 1, 0}}),
              HasSubstr("terms[0]: The term \"Town\" needs numbers"));
  Dataset keyless = careDataset();
  keyless.key.reset();
  SqlOptions options;
  EXPECT_THAT(*toSql(careful(), keyless, options), HasSubstr("SELECT \"lead_id\" AS"));
  options.dialect = SqlDialect::Trino;
  EXPECT_EQ(toSql(careful(), keyless, options).error().code, Errc::Usage);
}

}  // namespace
}  // namespace leadlight
