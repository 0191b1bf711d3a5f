#include "model/simulate/simulate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "model/base/calendar.h"
#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/schema/schema.h"
#include "model/simulate/lead_writer.h"

namespace leadlight {
namespace {

using Row = std::vector<std::string>;

std::string fileOf(const SimulateOptions& options, SimulateReport* report = nullptr) {
  std::ostringstream out;
  const Result<SimulateReport> done = simulateLeads(options, out);
  EXPECT_TRUE(done) << done.error().what;
  if (report != nullptr) *report = *done;
  return out.str();
}

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The rows below the header of a CSV text without line breaks in cells.
std::vector<Row> rowsOf(const std::string& csv) {
  std::vector<Row> rows;
  std::istringstream in(csv);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    Row cells(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::size_t at(std::string_view label) {
  const auto& header = simulatedHeader();
  return static_cast<std::size_t>(std::find(header.begin(), header.end(), label) - header.begin());
}

std::int64_t moment(const std::string& text) { return parseDate(text, DateOrder::DayMonthYear)->seconds; }

TEST(Simulate, theSampleFilesComeFromTheirSeeds) {
  for (const SampleFile& sample : sampleFiles()) {
    const std::filesystem::path file = std::filesystem::path(LEADLIGHT_SOURCE) / "resources/sample" / sample.name;
    if (std::getenv("LEADLIGHT_WRITE_SAMPLES") != nullptr) {
      const Result<SimulateReport> written = simulateLeadFile(sample.options, file);
      ASSERT_TRUE(written) << written.error().what;
    }
    EXPECT_TRUE(fileOf(sample.options) == contentOf(file)) << sample.name;
  }
}

TEST(Simulate, theSameSeedGivesTheSameBytesForEver) {
  SimulateOptions options;
  options.rows = 2000;
  options.seed = 42;
  options.duplicates = 0.1;
  options.broken = 0.05;
  Sha256 hash;
  hash.update(fileOf(options));
  EXPECT_EQ(hash.hex(), "e1c1956927ff3c33678c8225b0bad626698331517a5f8aafa51d32aac4b7419e");
  EXPECT_EQ(fileOf(options), fileOf(options));
  SimulateOptions other = options;
  other.seed = 43;
  EXPECT_NE(fileOf(other), fileOf(options));
}

TEST(Simulate, aCleanFileHoldsOneWholeRowPerLead) {
  SimulateOptions options;
  options.rows = 3000;
  SimulateReport report;
  const std::string csv = fileOf(options, &report);
  EXPECT_EQ(report.leads, 3000U);
  EXPECT_EQ(report.bytes, csv.size());
  EXPECT_EQ(firstInvalidUtf8(csv), std::string_view::npos);
  const std::vector<Row> rows = rowsOf(csv);
  ASSERT_EQ(rows.size(), 3000U);
  std::set<std::string> keys;
  for (const Row& row : rows) {
    ASSERT_EQ(row.size(), simulatedHeader().size());
    EXPECT_TRUE(keys.insert(row[at("Prospect ID")]).second);
    const std::string& created = row[at("Created On")];
    ASSERT_TRUE(parseDate(created, DateOrder::DayMonthYear)) << created;
    EXPECT_GE(moment(created), secondsOf({2026, 1, 1}));
    EXPECT_LT(moment(created), secondsOf({2026, 4, 1}));
    EXPECT_GT(moment(row[at("Modified On")]), moment(created));
    for (const char* label : {"TotalVisits", "Total Time Spent on Website", "Asymmetrique Activity Score"}) {
      const std::string& number = row[at(label)];
      EXPECT_TRUE(number.empty() || parseInteger(number)) << label << ": " << number;
    }
    const std::string& pages = row[at("Page Views Per Visit")];
    EXPECT_TRUE(pages.empty() || parseDecimal(pages)) << pages;
    const std::string& email = row[at("Email")];
    EXPECT_TRUE(email.empty() || email.ends_with("@example.com")) << email;
  }
  EXPECT_THAT(csv, ::testing::ContainsRegex(",[0-3][0-9]-01-2026 9:[0-5][0-9],"));
}

TEST(Simulate, theLeadsSchemaKnowsEveryColumn) {
  const Result<Schema> schema = builtinSchema("leads");
  ASSERT_TRUE(schema);
  for (const std::string_view label : simulatedHeader()) EXPECT_NE(schema->find(label), nullptr) << label;
}

double share(const std::vector<Row>& rows, std::string_view label,
             const std::function<bool(const std::string&)>& keep) {
  double leads = 0, converted = 0;
  for (const Row& row : rows) {
    if (!keep(row[at(label)])) continue;
    leads += 1;
    converted += row[at("Converted")] == "1" ? 1 : 0;
  }
  return converted / leads;
}

TEST(Simulate, conversionDependsOnTheColumnsAsDocumented) {
  SimulateOptions options;
  options.rows = 30'000;
  options.nulls = 0;
  const std::vector<Row> rows = rowsOf(fileOf(options));
  const auto is = [](const std::string& wanted) {
    return [wanted](const std::string& value) { return value == wanted; };
  };
  const double all = share(rows, "Converted", [](const std::string&) { return true; });
  EXPECT_GT(all, 0.3);
  EXPECT_LT(all, 0.45);
  EXPECT_GT(share(rows, "Lead Source", is("Reference")), all + 0.25);
  EXPECT_LT(share(rows, "Lead Source", is("Olark Chat")), all);
  EXPECT_GT(share(rows, "What is your current occupation", is("Working Professional")), all + 0.2);
  EXPECT_LT(share(rows, "What is your current occupation", is("")), all - 0.1);
  EXPECT_GT(share(rows, "Lead Grade", is("A")), share(rows, "Lead Grade", is("C")) + 0.1);
  EXPECT_GT(share(rows, "Lead Stage", is("Qualified")), share(rows, "Lead Stage", is("Junk Lead")) + 0.3);
  EXPECT_LT(share(rows, "Do Not Email", is("Yes")), all - 0.1);
  EXPECT_GT(share(rows, "Total Time Spent on Website", [](const auto& v) { return *parseInteger(v) >= 800; }),
            share(rows, "Total Time Spent on Website", [](const auto& v) { return *parseInteger(v) < 300; }) + 0.15);
  EXPECT_GT(share(rows, "Asymmetrique Activity Score", [](const auto& v) { return *parseInteger(v) >= 16; }),
            share(rows, "Asymmetrique Activity Score", [](const auto& v) { return *parseInteger(v) <= 13; }));
}

TEST(Simulate, everySettingHasItsShareOfTheFile) {
  SimulateOptions options;
  options.rows = 10'000;
  options.nulls = 0.1;
  options.placeholders = 0.3;
  options.duplicates = 0.05;
  SimulateReport report;
  const std::vector<Row> rows = rowsOf(fileOf(options, &report));
  EXPECT_EQ(rows.size(), report.leads + report.duplicates);
  EXPECT_NEAR(static_cast<double>(report.duplicates), 500, 100);
  std::map<std::string, int> keys;
  double phones = 0, selects = 0;
  for (const Row& row : rows) {
    ++keys[row[at("Prospect ID")]];
    phones += row[at("Phone")].empty() ? 1 : 0;
    selects += row[at("City")] == "Select" ? 1 : 0;
  }
  EXPECT_EQ(keys.size(), report.leads);
  EXPECT_NEAR(phones / static_cast<double>(rows.size()), 0.1, 0.02);
  EXPECT_NEAR(selects / static_cast<double>(rows.size()), 0.27, 0.02);  // a tenth of the 0.3 is left out
}

TEST(Simulate, aLaterFileUpdatesLeadsOfTheEarlierOneAndBringsNewOnes) {
  SimulateOptions first;
  first.rows = 2000;
  SimulateOptions later = first;
  later.rows = 100;
  later.updatesOf = first.rows;
  later.lateUpdates = 0.25;
  std::map<std::string, Row> known;
  for (Row& row : rowsOf(fileOf(first))) known.emplace(row[at("Prospect ID")], std::move(row));
  SimulateReport report;
  const std::vector<Row> rows = rowsOf(fileOf(later, &report));
  EXPECT_EQ(report.leads, 100U);
  EXPECT_NEAR(static_cast<double>(report.updates), 500, 80);
  std::uint64_t updates = 0, converted = 0;
  for (const Row& row : rows) {
    const auto earlier = known.find(row[at("Prospect ID")]);
    if (earlier == known.end()) {
      EXPECT_GE(moment(row[at("Created On")]), secondsOf({2026, 4, 1}));
      continue;
    }
    ++updates;
    EXPECT_EQ(row[at("Created On")], earlier->second[at("Created On")]);
    EXPECT_EQ(row[at("Lead Number")], earlier->second[at("Lead Number")]);
    EXPECT_GT(moment(row[at("Modified On")]), moment(earlier->second[at("Modified On")]));
    EXPECT_GE(row[at("Converted")], earlier->second[at("Converted")]);
    converted += row[at("Converted")] != earlier->second[at("Converted")] ? 1U : 0U;
  }
  EXPECT_EQ(updates, report.updates);
  EXPECT_GT(converted, 20U);
}

TEST(Simulate, brokenRowsComeOnTopAndInEveryKind) {
  SimulateOptions options;
  options.rows = 1000;
  options.broken = 0.05;
  options.nulls = 0;
  SimulateReport report;
  const std::string csv = fileOf(options, &report);
  EXPECT_EQ(report.leads, 1000U);
  EXPECT_GE(report.broken, 7U);
  std::map<std::string, std::uint64_t> kinds;
  for (const Row& row : rowsOf(csv)) {
    if (row.size() != simulatedHeader().size()) {
      ++kinds[row.size() > simulatedHeader().size() ? "more" : "fewer"];
    } else if (row[0].empty()) {
      ++kinds["key"];
    } else if (!parseInteger(row[at("TotalVisits")])) {
      ++kinds["letters"];
    } else if (!parseDate(row[at("Created On")], DateOrder::DayMonthYear)) {
      ++kinds["date"];
    } else if (firstInvalidUtf8(row[at("First Name")]) != std::string_view::npos) {
      ++kinds["bytes"];
    }
  }
  // The unclosed quote of the last row joins its cells into fewer.
  std::uint64_t found = 0;
  for (const auto& [kind, count] : kinds) found += count;
  EXPECT_EQ(found, report.broken);
  EXPECT_EQ(kinds.size(), 6U);
}

TEST(Simulate, jsonFormatsHoldTheSameLeads) {
  SimulateOptions options;
  options.rows = 200;
  const std::vector<Row> rows = rowsOf(fileOf(options));
  options.format = "json";
  const nlohmann::json list = nlohmann::json::parse(fileOf(options));
  options.format = "ndjson";
  std::istringstream lines(fileOf(options));
  ASSERT_EQ(list.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(nlohmann::json::parse(line), list[i]);
    for (std::size_t column = 0; column < rows[i].size(); ++column) {
      const nlohmann::json& value = list[i].at(std::string(simulatedHeader()[column]));
      const std::string text = value.is_null() ? "" : value.is_string() ? value.get<std::string>() : value.dump();
      EXPECT_EQ(value.is_number_float() ? *parseDecimal(text) : 0,
                value.is_number_float() ? *parseDecimal(rows[i][column]) : 0);
      EXPECT_TRUE(value.is_number_float() || text == rows[i][column]) << text;
    }
  }
}

TEST(Simulate, senselessOptionsAreNamed) {
  const auto refused = [](auto change) {
    SimulateOptions options;
    change(options);
    std::ostringstream out;
    const Result<SimulateReport> done = simulateLeads(options, out);
    EXPECT_TRUE(out.str().empty());
    return done ? "accepted" : done.error().code == Errc::Usage ? done.error().where : "another error";
  };
  EXPECT_EQ(refused([](SimulateOptions& o) { o.format = "xlsx"; }), "format");
  EXPECT_EQ(refused([](SimulateOptions& o) { o.nulls = 1.5; }), "nulls");
  EXPECT_EQ(refused([](SimulateOptions& o) { o.broken = -1; }), "broken");
  EXPECT_EQ(refused([](SimulateOptions& o) { o.duplicates = std::numeric_limits<double>::quiet_NaN(); }), "duplicates");
  EXPECT_EQ(refused([](SimulateOptions& o) { o.start = "31-01-2026 9:00"; }), "start");
  EXPECT_EQ(refused([](SimulateOptions& o) { o.days = 0; }), "days");
}

TEST(Simulate, aStoppedRunLeavesNoFile) {
  const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "leadlight_simulate_stopped.csv";
  SimulateOptions options;
  options.rows = 100'000;
  Progress progress;
  bool stop = false;
  progress.onReport = [&](std::string_view stage, std::uint64_t done, std::uint64_t) {
    EXPECT_EQ(stage, "simulate");
    stop = done > 20'000;
  };
  progress.isCancelled = [&] { return stop; };
  const Result<SimulateReport> done = simulateLeadFile(options, file, progress);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, Errc::Interrupted);
  EXPECT_FALSE(std::filesystem::exists(file));
  const Result<SimulateReport> folder = simulateLeadFile(options, testing::TempDir());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, Errc::IsDirectory);
}

}  // namespace
}  // namespace leadlight
