#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "model/base/resources.h"
#include "model/base/text.h"
#include "model/schema/schema.h"
#include "scoring/apply.h"
#include "scoring/ledger.h"
#include "scoring/scorecard_json.h"

namespace leadlight {
namespace {

Scorecard shipped(const std::string& file) {
  for (const Resource& resource : resources())
    if (resource.name == "scorecards/" + file) return *parseScorecard(resource.text, file);
  ADD_FAILURE() << file << " is not compiled in";
  return {};
}

using Texts = std::map<std::string, std::vector<std::string>>;  // canonical column -> its cells

// Each column as whole numbers, decimals or text, whichever holds all its values.
Frame frameOf(const Texts& texts) {
  std::vector<Frame::ColumnPtr> columns;
  std::size_t rows = 0;
  for (const auto& [name, cells] : texts) {
    rows = cells.size();
    const bool number =
        std::all_of(cells.begin(), cells.end(), [](const auto& c) { return c.empty() || parseDecimal(c); });
    if (number) {
      std::vector<double> values;
      for (const std::string& cell : cells)
        values.push_back(parseDecimal(cell).value_or(std::numeric_limits<double>::quiet_NaN()));
      columns.push_back(std::make_shared<const Column>(Column::decimals(name, name, std::move(values))));
    } else {
      TextColumnBuilder builder;
      for (const std::string& cell : cells) builder.append(cell);
      columns.push_back(std::make_shared<const Column>(std::move(builder).finish(name, name, {"Select"})));
    }
  }
  std::vector<std::int64_t> ids(rows);
  for (std::size_t i = 0; i < rows; ++i) ids[i] = static_cast<std::int64_t>(i);
  return Frame(std::move(ids), std::move(columns));
}

std::vector<std::string> csvCells(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  return cells;
}

std::optional<Texts> readCsv(const std::string& path) {
  std::ifstream in(path);
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  std::vector<std::string> header;
  for (const std::string& cell : csvCells(line)) header.push_back(canonicalName(cell));
  Texts texts;
  while (std::getline(in, line)) {
    const std::vector<std::string> cells = csvCells(line);
    for (std::size_t i = 0; i < header.size(); ++i) texts[header[i]].push_back(cells.at(i));
  }
  return texts;
}

// Area under the ROC curve as the chance that a converted lead outscores another, ties counting half (Mann-Whitney).
double aucOf(const std::vector<double>& scores, const std::vector<std::string>& converted) {
  std::map<double, std::pair<double, double>> byScore;
  double positives = 0, negatives = 0, wins = 0, below = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    auto& [good, bad] = byScore[scores[i]];
    (converted[i] == "1" ? good : bad) += 1;
    (converted[i] == "1" ? positives : negatives) += 1;
  }
  for (const auto& [score, counts] : byScore) {
    wins += counts.first * (below + counts.second / 2);
    below += counts.second;
  }
  return wins / (positives * negatives);
}

TEST(ShippedScorecards, everyFileIsAsTheProgramWouldWriteIt) {
  std::set<std::string> names;
  for (const Resource& resource : resources()) {
    if (!resource.name.starts_with("scorecards/")) continue;
    const Result<Scorecard> card = parseScorecard(resource.text, resource.name);
    ASSERT_TRUE(card) << card.error().where << ": " << card.error().what;
    EXPECT_EQ(toJson(*card), resource.text);
    EXPECT_TRUE(names.insert(card->name).second);
    EXPECT_EQ(card->dataset, "leads");
    EXPECT_FALSE(card->provenance.description.empty());
  }
  EXPECT_EQ(names, (std::set<std::string>{"Activity, grade, stage", "Before contact rules"}));
}

TEST(ShippedScorecards, thePipelineScoresItsHundredLeadsAsEver) {
  std::ifstream in(LEADLIGHT_SHARED "/data/leadsquared/prospectos.json");
  if (!in) {
    GTEST_LOG_(INFO) << "prospectos.json is not here";
    return;
  }
  Texts texts;
  for (nlohmann::json lead; in >> std::ws && in.peek() != EOF;) {
    in >> lead;
    for (const char* name : {"Asymmetrique_Activity_Score", "Lead_Grade", "Lead_Stage", "Lead_Number"})
      texts[name].push_back(lead[name].is_string() ? lead[name].get<std::string>() : lead[name].dump());
  }
  const Frame frame = frameOf(texts);
  const Result<Scores> scores = applyScorecard(shipped("pipeline.json"), frame, {});
  ASSERT_TRUE(scores) << scores.error().what;
  ASSERT_EQ(scores->score.size(), 100U);
  double sum = 0;
  for (const double score : scores->score) sum += score;
  EXPECT_EQ(sum, 2602);
  EXPECT_EQ(*std::min_element(scores->score.begin(), scores->score.end()), 9);
  EXPECT_EQ(*std::max_element(scores->score.begin(), scores->score.end()), 66);
  const std::map<std::string, double> known{{"660737", 15}, {"660728", 20}, {"660727", 34}, {"660719", 48}};
  std::size_t found = 0;
  for (std::size_t row = 0; row < 100; ++row) {
    const auto lead = known.find(texts["Lead_Number"][row]);
    if (lead == known.end()) continue;
    ++found;
    EXPECT_EQ(scores->score[row], lead->second) << lead->first;
  }
  EXPECT_EQ(found, known.size());
}

TEST(ShippedScorecards, thePipelineAddsActivityGradeAndStage) {
  const Scorecard card = shipped("pipeline.json");
  const auto score = [&](const std::string& activity, const std::string& grade, const std::string& stage) {
    const Result<Frame> one = frameOfOne(
        {{"Asymmetrique_Activity_Score", activity}, {"Lead_Grade", grade}, {"Lead_Stage", stage}}, Frame(), {"Select"});
    return ledgerOf(card, *one, 0)->score;
  };
  EXPECT_EQ(score("15", "A", "Qualified"), 85);
  EXPECT_EQ(score("15", "B", "Unreachable"), 50);
  EXPECT_EQ(score("15", "C", "Junk Lead"), 25);
  EXPECT_EQ(score("9", "", "Select"), 9);
  EXPECT_EQ(score("", "", ""), 0);
}

TEST(ShippedScorecards, theRulesStayBetweenNoughtAndAHundred) {
  const Scorecard rules = shipped("x-education-rules.json");
  EXPECT_EQ(rules.pointsRange(), (std::pair<double, double>{0, 100}));
  ASSERT_EQ(rules.bands.size(), 4U);
  EXPECT_EQ(rules.bands[0], (Band{"A", 75}));
  EXPECT_EQ(rules.bands[1], (Band{"B", 50}));
  EXPECT_EQ(rules.bands[2], (Band{"C", 25}));
}

TEST(ShippedScorecards, theRulesReadNothingWrittenAfterContact) {
  const Result<Schema> schema = builtinSchema("leads");
  ASSERT_TRUE(schema) << schema.error().what;
  for (const std::string& column : shipped("x-education-rules.json").columns()) {
    const ColumnSpec* known = schema->find(column);
    ASSERT_NE(known, nullptr) << column;
    EXPECT_EQ(known->name, column);
    EXPECT_FALSE(known->afterContact) << column;
  }
}

TEST(ShippedScorecards, theRulesRankTheXEducationLeadsWell) {
  const std::optional<Texts> texts = readCsv(LEADLIGHT_SHARED "/data/x-education/Leads.csv");
  if (!texts) {
    GTEST_LOG_(INFO) << "Leads.csv is not here";
    return;
  }
  const Scorecard rules = shipped("x-education-rules.json");
  const Result<Scores> scores = applyScorecard(rules, frameOf(*texts), {});
  ASSERT_TRUE(scores) << scores.error().what;
  const std::vector<std::string>& converted = texts->at("Converted");
  ASSERT_EQ(converted.size(), 9240U);
  EXPECT_NEAR(aucOf(scores->score, converted), 0.8692, 0.0001);
  std::vector<double> leads(rules.bands.size()), won(rules.bands.size());
  for (std::size_t row = 0; row < converted.size(); ++row) {
    leads[scores->band[row]] += 1;
    won[scores->band[row]] += converted[row] == "1" ? 1 : 0;
  }
  for (std::size_t band = 0; band < leads.size(); ++band) {
    GTEST_LOG_(INFO) << rules.bands[band].name << ": " << leads[band] << " leads, " << won[band] / leads[band];
    EXPECT_GT(leads[band], 300);
    const double above = band == 0 ? 2 : won[band - 1] / leads[band - 1];
    EXPECT_LT(won[band] / leads[band], above - 0.1);
  }
}

TEST(LeadsSchema, bothKnownFilesKeepAllTheirColumnsAndShareTheSameOnes) {
  const Result<Schema> schema = builtinSchema("leads");
  ASSERT_TRUE(schema) << schema.error().what;
  EXPECT_EQ(schema->key, "Prospect_ID");
  EXPECT_EQ(schema->modified, "Modified_On");
  EXPECT_EQ(schema->target, "Converted");
  const auto named = [&](const std::string& header) {
    const ColumnSpec* column = schema->find(header);
    return column == nullptr ? canonicalName(header) : column->name;
  };
  std::ifstream json(LEADLIGHT_SHARED "/data/leadsquared/prospectos.json");
  std::ifstream csv(LEADLIGHT_SHARED "/data/x-education/Leads.csv");
  std::string line;
  if (!json || !std::getline(csv, line)) {
    GTEST_LOG_(INFO) << "the two files are not here";
    return;
  }
  nlohmann::json lead;
  json >> lead;
  std::set<std::string> crm, course;
  for (const auto& [name, value] : lead.items()) crm.insert(named(name));
  for (const std::string& name : csvCells(line)) course.insert(named(name));
  EXPECT_EQ(crm.size(), 122U);
  EXPECT_EQ(course.size(), 37U);
  std::vector<std::string> onlyCourse;
  std::set_difference(course.begin(), course.end(), crm.begin(), crm.end(), std::back_inserter(onlyCourse));
  EXPECT_EQ(onlyCourse, (std::vector<std::string>{"Converted", "Get_updates_on_DM_Content",
                                                  "Total_Time_Spent_on_Website", "X_Education_Forums"}));
}

TEST(LeadsSchema, noHeaderNamesTwoColumns) {
  const Result<Schema> schema = builtinSchema("leads");
  ASSERT_TRUE(schema);
  std::set<std::string> seen;
  for (const ColumnSpec& column : schema->columns) {
    EXPECT_TRUE(seen.insert(lowered(column.name)).second) << column.name;
    for (const std::string& alias : column.aliases)
      EXPECT_TRUE(seen.insert(lowered(canonicalName(alias))).second) << alias;
  }
}

}  // namespace
}  // namespace leadlight
