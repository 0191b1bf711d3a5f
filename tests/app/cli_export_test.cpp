#include <gmock/gmock.h>
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "model/frame/frame_reader.h"
#include "scoring/apply.h"
#include "scoring/registry.h"
#include "scoring/scorecard_json.h"
#include "tests/app/cli_harness.h"

namespace leadlight {
namespace {

using ::testing::HasSubstr;

struct ScoredRow {
  double score = 0;
  std::string band;
};

class CliExport : public CliTest {
 protected:
  // Runs a SELECT of key, score, probability, band on the store's own tables.
  std::vector<ScoredRow> rowsOf(const std::string& sql) const {
    sqlite3* database = nullptr;
    sqlite3_open_v2(store().c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt* select = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(database, sql.c_str(), -1, &select, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    std::vector<ScoredRow> rows;
    while (sqlite3_step(select) == SQLITE_ROW) {
      const auto* band = reinterpret_cast<const char*>(sqlite3_column_text(select, 3));
      rows.push_back({sqlite3_column_double(select, 1), band == nullptr ? "" : band});
    }
    sqlite3_finalize(select);
    sqlite3_close(database);
    return rows;
  }

  // The exported SQL on the store gives what applyScorecard gives on its frame.
  void expectSameScores(const std::string& name) const {
    const Ran exported = run({"scorecard", "export", name, "--format", "sql", "--key", "lead_id"});
    ASSERT_EQ(exported.code, 0) << exported.err;
    const std::vector<ScoredRow> rows = rowsOf(exported.out);
    Result<Store> opened = Store::open(store(), Store::Mode::ReadOnly);
    ASSERT_TRUE(opened);
    const Result<RegisteredScorecard> card = findScorecard(*opened, name);
    ASSERT_TRUE(card);
    const Result<Frame> frame = readFrame(*opened, "leads", {card->scorecard.columns(), 0}, {});
    ASSERT_TRUE(frame) << frame.error().what;
    const Result<Scores> scores = applyScorecard(card->scorecard, *frame, {});
    ASSERT_TRUE(scores) << scores.error().what;
    ASSERT_EQ(rows.size(), frame->rows());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      ASSERT_LE(std::fabs(rows[row].score - scores->score[row]), 1e-9) << name << ", row " << row;
      EXPECT_EQ(rows[row].band, card->scorecard.bands[scores->band[row]].name);
    }
  }
};

TEST_F(CliExport, aScoredExportComesBackAsTheLeadsItCameFrom) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string digest = run({"digest", "--json"}).json().at("digest");
  for (const char* format : {"csv", "json", "ndjson", "xlsx"}) {
    const std::string file = path(std::string("own.") + format).string();
    ASSERT_EQ(run({"leads", "--out", file}).code, 0);
    const Ran again = run({"load", file, "--json"});
    ASSERT_EQ(again.code, 0) << again.out;
    EXPECT_EQ(again.json().at("loads").at(0).at("same"), 5) << format;
    EXPECT_EQ(again.json().at("loads").at(0).at("left_out"), nlohmann::json({"score", "band"})) << format;
    EXPECT_EQ(run({"digest", "--json"}).json().at("digest"), digest) << format;
    const std::string other = path(std::string(format) + ".db").string();
    ASSERT_EQ(runWithoutStore({"--store", other, "load", file}).code, 0);
    EXPECT_EQ(runWithoutStore({"--store", other, "digest", "--json"}).json().at("digest"), digest) << format;
  }
  EXPECT_THAT(run({"load", path("own.csv").string(), "--force"}).out,
              HasSubstr("Left out score and band, which Leadlight adds to leads that it writes.\n"));
}

TEST_F(CliExport, noCommandWritesItsResultOverAStore) {
  ASSERT_EQ(run({"load", write("bad.csv", "id,n,Converted\n1,2,1\n2,3,0\n3\n"), "--key", "id"}).code, 0);
  ASSERT_EQ(run({"scorecard", "import", write("n.json", R"({"leadlight_scorecard":1,"name":"n","terms":[
      {"name":"n","kind":"linear","column":"n","weight":1}],"bands":[{"name":"A"}]})")})
                .code,
            0);
  const std::string target = store().string();
  for (const std::vector<std::string>& args : std::vector<std::vector<std::string>>{
           {"leads", "--out", target},
           {"leads", "--format", "xlsx", "--out", target},
           {"quarantine", "1", "--format", "csv", "--out", target},
           {"scorecard", "export", "n", "--out", target},
           {"evaluate", "--scorecard", "n", "--target", "Converted", "--folds", "2", "--predictions", target},
           {"simulate", "leads", "--rows", "5", "--out", target}}) {
    const Ran ran = run(args);
    EXPECT_EQ(ran.code, 1) << args[0];
    EXPECT_NE(ran.err.find("This is a database, which is not written over; name another file."), std::string::npos)
        << args[0] << ": " << ran.err;
  }
  EXPECT_EQ(run({"count", "--json"}).json().at("total"), 2);
}

TEST_F(CliExport, whatIsNoJsonIsNotPrintedAsJson) {
  ASSERT_EQ(run({"load", write("bad.csv", "id,n\n1,2\n3\n"), "--key", "id"}).code, 0);
  for (const std::vector<std::string>& args :
       std::vector<std::vector<std::string>>{{"quarantine", "1", "--format", "csv", "--json"},
                                             {"scorecard", "export", "n", "--format", "sql", "--json"}}) {
    const Ran ran = run(args);
    EXPECT_EQ(ran.code, 2) << args[0];
    EXPECT_EQ(ran.json().at("error").at("code"), "usage") << args[0];
  }
  EXPECT_TRUE(run({"help", "load", "--json"}).json().at("help").is_string());
  EXPECT_TRUE(run({"count", "--help", "--json"}).json().at("help").is_string());
}

TEST_F(CliExport, aFileInAFolderThatIsMissingIsRefusedInWords) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string file = path("missing/leads.csv").string();
  const Ran ran = run({"leads", "--out", file});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.err,
            "leadctl: There is no such folder to write into; make it first, or name another. (" + file + ")\n");
}

TEST_F(CliExport, probabilitiesOfAnExportAreLeftOutWithItsScoresAndBands) {
  ASSERT_EQ(run({"load", fiveLeads()}).code, 0);
  const std::string card = write("odds.json", R"({"leadlight_scorecard":1,"name":"odds","link":"logistic","base":-1,
      "terms":[{"name":"visits","kind":"linear","column":"TotalVisits","weight":0.5}],
      "bands":[{"name":"A","from":0.5},{"name":"B"}]})");
  ASSERT_EQ(run({"scorecard", "import", card}).code, 0);
  ASSERT_EQ(run({"scorecard", "champion", "odds"}).code, 0);
  const std::string digest = run({"digest", "--json"}).json().at("digest");
  for (const char* columns : {"Prospect_ID,score,probability,band,Note", "probability,Prospect_ID,Note,score,band"}) {
    const std::string file = path("own.csv").string();
    ASSERT_EQ(run({"leads", "--columns", columns, "--out", file}).code, 0);
    const Ran again = run({"load", file, "--force", "--json"});
    ASSERT_EQ(again.code, 0) << again.out;
    EXPECT_EQ(again.json().at("loads").at(0).at("same"), 5) << columns;
    EXPECT_EQ(again.json().at("loads").at(0).at("left_out").size(), 3) << columns;
    EXPECT_EQ(run({"digest", "--json"}).json().at("digest"), digest) << columns;
  }
}

TEST_F(CliExport, scoresAndBandsOfAnotherProgramAreKept) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"id,score,name\n1,7,Ana\n", "file_score"},
      {"id,name,band,score\n1,Ana,A,7\n", "file_band"},
      {"id,score,name,band\n1,7,Ana,A\n", "file_band"},
      {"id,Score,Band\n1,7,A\n", "file_Score"},
      {"id,score,band\n1,high,A\n", "file_score"},
      {"id,score,band\n1,7,\n2,,B\n3,4,A\n4,4,\n", "file_band"},
      {"id,probability,band\n1,0.5,A\n", "file_probability"},
      {"id,score,band,probability\n1,7,A,high\n", "file_probability"},
  };
  std::size_t number = 0;
  for (const auto& [content, column] : files) {
    const std::string other = path(std::to_string(++number) + ".db").string();
    ASSERT_EQ(runWithoutStore({"--store", other, "load", write("foreign.csv", content)}).code, 0);
    const Ran kept = runWithoutStore({"--store", other, "leads", "--columns", column});
    EXPECT_EQ(kept.code, 0) << content << kept.err;
  }
}

// Edges at quantiles of a number or date column, so that every bin has leads and many values lie on an edge.
std::vector<double> edgesOf(const Column& column) {
  std::vector<double> values;
  for (std::size_t row = 0; row < column.rows(); ++row)
    if (!column.isMissing(row)) values.push_back(column.number(row));
  std::sort(values.begin(), values.end());
  std::vector<double> edges;
  for (std::size_t i = 1; i < 6 && !values.empty(); ++i) {
    const double edge = values[i * values.size() / 6];
    if (edges.empty() || edge > edges.back()) edges.push_back(edge);
  }
  return edges;
}

GridAxis axisOf(const Column& column) {
  GridAxis axis{column.name(), {}, column.type() == ColumnType::Date, {}};
  if (column.type() != ColumnType::Text) {
    axis.edges = edgesOf(column);
    axis.dates = axis.dates && !axis.edges.empty();
    return axis;
  }
  for (std::size_t code = 1; code < std::min<std::size_t>(column.dictionary().size(), 6); ++code) {
    if (code != 3) axis.groups.emplace_back();
    axis.groups.back().push_back(column.dictionary()[code]);
  }
  if (axis.groups.empty()) axis.groups.push_back({"none"});
  return axis;
}

// A scorecard that reads every column of a frame, in every way that its type allows.
Scorecard everything(const Frame& frame) {
  Scorecard card;
  card.name = "everything";
  card.link = Link::Logistic;
  card.groups = {{"Some", -0.75, 0.5}};
  std::mt19937_64 random(frame.rows());
  const auto points = [&] { return static_cast<double>(random() % 2001) / 7000.0 - 1.0 / 7; };
  const auto add = [&](const std::string& name, auto kind) {
    card.terms.push_back({name + " " + std::to_string(card.terms.size()), std::move(kind), random() % 3 ? "" : "Some"});
  };
  std::optional<GridAxis> before;
  for (const Frame::ColumnPtr& column : frame.columns()) {
    const GridAxis axis = axisOf(*column);
    if (!axis.groups.empty()) {
      LookupTerm lookup{column->name(), {}, points(), points()};
      for (const auto& group : axis.groups) lookup.points.emplace_back(group.front(), points());
      add(column->name(), lookup);
      add(column->name(), RuleTerm{Filter::negated(Filter::contains(column->name(), "a")), points()});
    } else {
      StepsTerm steps{column->name(), axis.edges, {}, points(), axis.dates};
      for (std::size_t bin = 0; bin <= axis.edges.size(); ++bin) steps.points.push_back(points());
      add(column->name(), steps);
      if (column->type() == ColumnType::Date)
        add(column->name(), DecayTerm{column->name(), points(), 45.5, 1'700'000'000, points()});
      else
        add(column->name(), LinearTerm{column->name(), points() / 100, 0, 77.5, points()});
    }
    if (before) {
      GridTerm grid{*before, axis, {}};
      for (std::size_t n = axis.slotCount() * before->slotCount(); n > 0; --n) grid.points.push_back(points());
      add(column->name(), grid);
    }
    before = axis;
  }
  card.bands = {{"High", 60}, {"Low", -std::numeric_limits<double>::infinity()}};
  return card;
}

TEST_F(CliExport, thePipelinesScoresComeOutOfSqlite) {
  const std::string file = shared("leadsquared/prospectos.json");
  if (file.empty()) return;
  ASSERT_EQ(run({"load", file}).code, 0);
  const Ran exported = run({"scorecard", "export", "Activity, grade, stage", "--format", "sql", "--ledger"});
  ASSERT_EQ(exported.code, 0) << exported.err;
  double sum = 0;
  for (const ScoredRow& row : rowsOf(exported.out)) sum += row.score;
  EXPECT_EQ(sum, 2602);
  expectSameScores("Activity, grade, stage");
}

class CliExportOfFile : public CliExport, public ::testing::WithParamInterface<const char*> {};

TEST_P(CliExportOfFile, sqliteScoresEveryRowAsWeDo) {
  const std::string file = shared(GetParam());
  if (file.empty()) return;
  ASSERT_EQ(run({"load", file, "--no-score"}).code, 0);
  Scorecard card;
  {
    Result<Store> opened = Store::open(store(), Store::Mode::ReadOnly);
    const Result<Frame> frame = readFrame(*opened, "leads", {}, {});
    ASSERT_TRUE(frame);
    card = everything(*frame);
  }
  ASSERT_EQ(run({"scorecard", "import", write("everything.json", toJson(card))}).code, 0);
  expectSameScores("everything");
}

INSTANTIATE_TEST_SUITE_P(RealFiles, CliExportOfFile,
                         ::testing::Values("x-education/Leads.csv", "leadsquared/prospectos.json",
                                           "online-shoppers/online_shoppers_intention.csv", "crm/sales_pipeline.csv",
                                           "support-tickets/customer_support_tickets.csv"));

TEST_F(CliExport, optionsThatMakeNoSenseAreRefused) {
  ASSERT_EQ(run({"load", fiveLeads(), "--no-score"}).code, 0);
  const auto refused = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"scorecard", "export", "Activity, grade, stage"});
    const Ran ran = run(options);
    EXPECT_EQ(ran.code, 2) << ran.out;
    return ran.err;
  };
  EXPECT_THAT(refused({"--format", "xml"}), HasSubstr("json, sql or pmml"));
  EXPECT_THAT(refused({"--format", "sql", "--dialect", "oracle"}), HasSubstr("sqlite, postgresql"));
  EXPECT_THAT(refused({"--dialect", "trino"}), HasSubstr("--format sql"));
  EXPECT_THAT(refused({"--format", "sql", "--dialect", "snowflake", "--with", "view"}), HasSubstr("'view'"));
  EXPECT_THAT(refused({"--format", "sql", "--dialect", "duckdb", "--with", "task"}), HasSubstr("snowflake"));
}

}  // namespace
}  // namespace leadlight
