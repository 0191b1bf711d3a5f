#include "scoring/apply.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <map>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "random_scorecards.h"
#include "scoring/ledger.h"

namespace leadlight {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::size_t naiveSlot(const GridAxis& axis, const Frame& frame, std::size_t row) {
  const Column* column = frame.find(axis.column);
  if (column == nullptr) return axis.slotCount() - 1;
  const std::string text = column->textAt(row);
  const std::string day = text.ends_with("T00:00:00") ? text.substr(0, 10) : text + "T00:00:00";
  for (std::size_t group = 0; !text.empty() && group < axis.groups.size(); ++group)
    for (const std::string& value : axis.groups[group])
      if (value == text || (column->type() == ColumnType::Date && value == day)) return group;
  if (column->isMissing(row)) return axis.slotCount() - 1;
  if (!axis.groups.empty()) return axis.groups.size();
  std::size_t bin = 0;
  for (const double edge : axis.edges) bin += column->number(row) >= edge ? 1U : 0U;
  return bin;
}

constexpr std::int64_t moment = 1'472'345'678;

// The plainest way to say what a term gives to a row.
double naivePoints(const Term& term, const Frame& frame, std::size_t row) {
  if (const auto* rule = std::get_if<RuleTerm>(&term.kind)) {
    for (const std::string& column : rule->when.columns())
      if (frame.find(column) == nullptr) return 0;
    return apply(rule->when, frame)->contains(row) ? rule->points : 0;
  }
  if (const auto* grid = std::get_if<GridTerm>(&term.kind))
    return grid
        ->points[naiveSlot(grid->rows, frame, row) * grid->columns.slotCount() + naiveSlot(grid->columns, frame, row)];
  const Column* column = frame.find(term.column());
  if (const auto* decay = std::get_if<DecayTerm>(&term.kind)) {
    if (column == nullptr || column->isMissing(row)) return decay->missing;
    return decay->points * decayShare(*decay, column->integers()[row], moment);
  }
  if (const auto* lookup = std::get_if<LookupTerm>(&term.kind)) {
    if (column == nullptr) return lookup->missing;
    std::string text = column->textAt(row);
    for (const auto& [value, points] : lookup->points) {
      const bool sameDay = text.ends_with("T00:00:00") && value == text.substr(0, 10);
      const bool sameMoment = value == text + "T00:00:00";
      if (value == text || sameDay || sameMoment) return points;
    }
    return column->isMissing(row) ? lookup->missing : lookup->otherwise;
  }
  if (const auto* steps = std::get_if<StepsTerm>(&term.kind)) {
    if (column == nullptr || column->isMissing(row)) return steps->missing;
    std::size_t bin = 0;
    for (const double edge : steps->edges) bin += column->number(row) >= edge ? 1U : 0U;
    return steps->points[bin];
  }
  const auto& linear = std::get<LinearTerm>(term.kind);
  if (column == nullptr || column->isMissing(row)) return linear.missing;
  const double value = column->number(row);
  return linear.weight * (value < linear.low ? linear.low : value > linear.high ? linear.high : value);
}

void expectSameBits(double a, double b, const std::string& about) {
  EXPECT_EQ(std::bit_cast<std::uint64_t>(a), std::bit_cast<std::uint64_t>(b)) << about << ": " << a << " and " << b;
}

TEST(Apply, threeUnlikeWaysGiveTheSameBits) {
  test::Random random(2026);
  for (int round = 0; round < 120; ++round) {
    const Frame frame = test::randomFrame(random, 1 + test::below(random, 300));
    const Scorecard card = test::randomScorecard(random);
    const Result<Scores> scores = applyScorecard(card, frame, {}, moment);
    ASSERT_TRUE(scores) << scores.error().what;
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      double points = card.base;
      std::map<std::string, double> sums;
      for (const Term& term : card.terms) {
        points += naivePoints(term, frame, row);
        sums[term.group] += naivePoints(term, frame, row);
      }
      for (const TermGroup& group : card.groups) points += group.correction(sums[group.name]);
      const Result<Ledger> ledger = ledgerOf(card, frame, row, moment);
      ASSERT_TRUE(ledger) << ledger.error().what;
      double sum = ledger->base;
      for (const LedgerLine& line : ledger->lines) sum += line.points;
      expectSameBits(scores->points[row], points, "naive");
      expectSameBits(scores->points[row], sum, "ledger's sum");
      expectSameBits(scores->points[row], ledger->points, "ledger's points");
      expectSameBits(scores->score[row], ledger->score, "score");
      if (card.link == Link::Logistic) expectSameBits(scores->probability[row], *ledger->probability, "probability");
      EXPECT_EQ(card.bands.empty() ? "" : card.bands[scores->band[row]].name, ledger->band);
      const auto [least, greatest] = card.pointsRange();
      EXPECT_GE(points, least - 1e-6 * std::fabs(least));
      EXPECT_LE(points, greatest + 1e-6 * std::fabs(greatest));
    }
  }
}

TEST(Apply, aFrameOfManyBlocksScoresLikeItsRows) {
  test::Random random(7);
  const Frame frame = test::randomFrame(random, 300'001);
  const Scorecard card = [&] {
    Scorecard made = test::randomScorecard(random);
    while (made.terms.size() < 8) made = test::randomScorecard(random);
    return made;
  }();
  std::uint64_t last = 0;
  Progress progress;
  progress.onReport = [&](std::string_view stage, std::uint64_t done, std::uint64_t total) {
    EXPECT_EQ(stage, "score");
    EXPECT_LE(done, total);
    last = done;
  };
  const Result<Scores> scores = applyScorecard(card, frame, progress, moment);
  ASSERT_TRUE(scores) << scores.error().what;
  EXPECT_EQ(last, frame.rows());
  for (std::size_t row = 0; row < frame.rows(); row += 331)
    expectSameBits(scores->points[row], ledgerOf(card, frame, row, moment)->points, std::to_string(row));
}

Frame smallFrame() {
  TextColumnBuilder city;
  for (const char* value : {"", "Select", "Mumbai", "Pune"}) city.append(value);
  return Frame({1, 2, 3, 4}, {test::shared(std::move(city).finish("City", "City", {"Select"})),
                              test::shared(Column::integers("Visits", "Visits", {0, 5, 7, Column::missingInteger}))});
}

// More bins than a byte tells apart, beside terms that share an axis: each is looked up in its own way.
TEST(Apply, manyBinsAndSharedAxesScoreLikeTheLedger) {
  std::vector<std::int64_t> ids;
  std::vector<double> values;
  for (int row = 0; row < 5000; ++row) {
    ids.push_back(row);
    values.push_back(row % 50 == 0 ? std::nan("") : row * 0.37);
  }
  const Frame frame(std::move(ids),
                    {std::make_shared<const Column>(Column::decimals("Value", "Value", std::move(values)))});
  StepsTerm many{"Value", {}, {0.1}, -0.7, false}, few{"Value", {100, 900}, {0.3, 0.7, 1.1}, 0.9, false};
  for (int edge = 1; edge <= 400; ++edge) {
    many.edges.push_back(edge * 4);
    many.points.push_back(0.1 * (edge % 7));
  }
  const GridAxis narrow{"Value", few.edges, false, {}}, wide{"Value", many.edges, false, {}};
  GridTerm both{narrow, wide, {}}, twice{narrow, narrow, {}};
  for (std::size_t cell = 0; cell < narrow.slotCount() * wide.slotCount(); ++cell)
    both.points.push_back(0.01 * static_cast<double>(cell % 13));
  for (std::size_t cell = 0; cell < narrow.slotCount() * narrow.slotCount(); ++cell)
    twice.points.push_back(0.03 * static_cast<double>(cell));
  Scorecard card;
  card.terms = {{"few", few}, {"twice", twice}, {"few again", few}, {"many", many}, {"both", both}, {"few last", few}};
  const Result<Scores> scores = applyScorecard(card, frame, {});
  ASSERT_TRUE(scores) << scores.error().what;
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    const Result<Ledger> ledger = ledgerOf(card, frame, row);
    ASSERT_TRUE(ledger) << ledger.error().what;
    ASSERT_EQ(scores->score[row], ledger->score) << row;
  }
}

// Bins are found in other ways the more edges there are; all of them on the values that lie at, beside and far from
// them.
TEST(Apply, anyNumberOfEdgesBinsLikeTheLedger) {
  std::vector<std::int64_t> whole{Column::missingInteger, -999'999'999'999'999'999, 999'999'999'999'999'999,
                                  4503599627370497};
  std::vector<double> decimal{std::nan(""), -1e300, 1e300, -0.0};
  for (int value = -30; value <= 30; ++value) {
    whole.push_back(value);
    decimal.push_back(value * 0.5);
  }
  for (const double near : {-3.0, 0.0, 1.5}) {
    whole.push_back(0);
    decimal.push_back(std::nextafter(near, -100.0));
  }
  std::vector<std::int64_t> ids(whole.size());
  const Frame frame(std::move(ids), {test::shared(Column::integers("Whole", "Whole", std::move(whole))),
                                     test::shared(Column::decimals("Decimal", "Decimal", std::move(decimal)))});
  for (int edges = 1; edges <= 20; ++edges) {
    Scorecard card;
    for (const char* column : {"Whole", "Decimal"}) {
      StepsTerm steps{column, {}, {0.25}, -0.75, false};
      for (int edge = 0; edge < edges; ++edge) {
        steps.edges.push_back(-3 + edge * 0.5);
        steps.points.push_back(1 << edge);
      }
      card.terms.push_back({column, steps});
    }
    const Result<Scores> scores = applyScorecard(card, frame, {});
    ASSERT_TRUE(scores) << scores.error().what;
    for (std::size_t row = 0; row < frame.rows(); ++row)
      expectSameBits(scores->points[row], ledgerOf(card, frame, row)->points,
                     std::to_string(edges) + " edges, row " + std::to_string(row));
  }
}

TEST(Apply, aPlaceholderIsMissingUnlessItIsListed) {
  Scorecard card;
  card.terms.push_back({"City", LookupTerm{"City", {{"Mumbai", 10}}, 1, -3}});
  EXPECT_THAT(applyScorecard(card, smallFrame(), {})->points, ElementsAre(-3, -3, 10, 1));
  std::get<LookupTerm>(card.terms[0].kind).points.emplace_back("Select", 7);
  EXPECT_THAT(applyScorecard(card, smallFrame(), {})->points, ElementsAre(-3, 7, 10, 1));
  const Result<Ledger> ledger = ledgerOf(card, smallFrame(), 1);
  EXPECT_EQ(ledger->lines[0].value, "Select");
  EXPECT_TRUE(ledger->lines[0].missing);
  EXPECT_EQ(ledger->lines[0].points, 7);
}

TEST(Apply, aColumnThatIsNotThereGivesTheMissingPointsAndItsRuleNothing) {
  Scorecard card;
  card.base = 1;
  card.terms.push_back({"a", LookupTerm{"Absent", {{"", 9}}, 5, 10}});
  card.terms.push_back({"b", StepsTerm{"Absent", {1}, {5, 5}, 100, false}});
  card.terms.push_back({"c", LinearTerm{"Absent", 5, 0, 9, 1000}});
  card.terms.push_back({"d", RuleTerm{*parseFilter("Absent is null or Visits >= 0"), 10'000}});
  EXPECT_THAT(applyScorecard(card, smallFrame(), {})->points, ElementsAre(1111, 1111, 1111, 1111));
  EXPECT_EQ(ledgerOf(card, smallFrame(), 0)->points, 1111);
}

TEST(Apply, aGridTellsBinsGroupsOtherAndMissingApart) {
  Scorecard card;
  const GridAxis city{"City", {}, false, {{"Mumbai", "Thane"}, {"Select"}}}, visits{"Visits", {5, 6}, false, {}};
  GridTerm grid{city, visits, {}};
  for (int cell = 0; cell < 16; ++cell) grid.points.push_back(cell);
  card.terms.push_back({"Both", grid});
  EXPECT_THAT(applyScorecard(card, smallFrame(), {})->points, ElementsAre(12, 5, 2, 11));
  const Result<Ledger> ledger = ledgerOf(card, smallFrame(), 0);
  EXPECT_EQ(ledger->lines[0].column, "City, Visits");
  EXPECT_EQ(ledger->lines[0].value, "-, 0");
  EXPECT_FALSE(ledger->lines[0].missing);
}

TEST(Apply, aDecayHalvesByItsHalfLifeAndNeverRunsAhead) {
  const std::int64_t day = 86400;
  const Frame frame({1, 2, 3, 4},
                    {test::shared(Column::dates("Seen", "Seen", {0, 10 * day, 40 * day, Column::missingInteger}))});
  Scorecard card;
  card.terms.push_back({"Seen", DecayTerm{"Seen", 8, 10, 20 * day, -1}});
  EXPECT_THAT(applyScorecard(card, frame, {}, 0)->points, ElementsAre(2, 4, 8, -1));
  std::get<DecayTerm>(card.terms[0].kind).asOf.reset();
  EXPECT_THAT(applyScorecard(card, frame, {}, 30 * day)->points, ElementsAre(1, 2, 8, -1));
  EXPECT_EQ(ledgerOf(card, frame, 1, 30 * day)->points, 2);
}

TEST(Apply, aGroupIsKeptWithinItsCapsByALineOfItsOwn) {
  Scorecard card;
  card.groups = {{"Engagement", -2, 10}};
  card.terms.push_back({"Visits", LinearTerm{"Visits", 2, 0, 100, -5}, "Engagement"});
  card.terms.push_back({"City", LookupTerm{"City", {{"Mumbai", 3}}, 1, 0}, "Engagement"});
  card.terms.push_back({"Other", LookupTerm{"City", {{"Pune", 100}}, 0, 0}});
  EXPECT_THAT(applyScorecard(card, smallFrame(), {})->points, ElementsAre(0, 10, 10, 98));
  const Result<Ledger> ledger = ledgerOf(card, smallFrame(), 2);
  ASSERT_EQ(ledger->lines.size(), 4U);
  EXPECT_TRUE(ledger->lines[3].correction);
  EXPECT_EQ(ledger->lines[3].term, "Engagement");
  EXPECT_EQ(ledger->lines[3].column, "Visits, City");
  EXPECT_EQ(ledger->lines[3].value, "17");
  EXPECT_EQ(ledger->lines[3].points, -7);
  EXPECT_EQ(card.pointsRange(), std::pair(-2.0, 110.0));
}

TEST(Apply, aGroupThatIsNotListedIsNamed) {
  Scorecard card;
  card.terms.push_back({"Visits", LinearTerm{"Visits", 2, 0, 100, -5}, "Engagement"});
  const Result<Scores> scores = applyScorecard(card, smallFrame(), {});
  ASSERT_FALSE(scores);
  EXPECT_EQ(scores.error().where, "terms[0].group");
  EXPECT_FALSE(ledgerOf(card, smallFrame(), 0));
}

TEST(Apply, aTermThatCannotReadItsColumnIsNamed) {
  for (const Term& term :
       {Term{"Town", StepsTerm{"City", {1}, {0, 1}, 0, false}}, Term{"Town", LinearTerm{"City", 1, 0, 1, 0}},
        Term{"Town", StepsTerm{"Visits", {1}, {0, 1}, 0, true}}, Term{"Town", DecayTerm{"Visits", 1, 1, {}, 0}},
        Term{"Town", GridTerm{{"Visits", {}, false, {}}, {"City", {}, false, {}}, {0, 1, 2, 3}}},
        Term{"Town", GridTerm{{"Visits", {}, false, {}}, {"Visits", {}, false, {}}, {0, 1, 2}}},
        Term{"Town", RuleTerm{*parseFilter("Visits > 'x'"), 1}}}) {
    Scorecard card;
    card.terms = {term};
    const Result<Scores> scores = applyScorecard(card, smallFrame(), {});
    ASSERT_FALSE(scores) << term.kindName();
    EXPECT_EQ(scores.error().code, Errc::BadScorecard);
    EXPECT_THAT(scores.error().where, HasSubstr("terms[0]"));
    EXPECT_FALSE(ledgerOf(card, smallFrame(), 0));
  }
}

TEST(Apply, aTextColumnWithoutAnyValueReadsAsMissing) {
  TextColumnBuilder empty;
  empty.append("");
  empty.append("Select");
  const Frame frame({1, 2}, {test::shared(std::move(empty).finish("Age", "Age", {"Select"}))});
  Scorecard card;
  card.terms.push_back({"a", StepsTerm{"Age", {18}, {0, 1}, 4, false}});
  card.terms.push_back({"b", LinearTerm{"Age", 1, 0, 1, 5}});
  EXPECT_THAT(applyScorecard(card, frame, {})->points, ElementsAre(9, 9));
  EXPECT_EQ(ledgerOf(card, frame, 1)->points, 9);
}

TEST(Apply, aCancelledRunGivesNothing) {
  test::Random random(3);
  Progress progress;
  progress.isCancelled = [] { return true; };
  const Result<Scores> scores = applyScorecard(test::randomScorecard(random), smallFrame(), progress);
  ASSERT_FALSE(scores);
  EXPECT_EQ(scores.error().code, Errc::Interrupted);
}

TEST(Apply, anEmptyFrameHasNoScores) {
  test::Random random(3);
  const Result<Scores> scores = applyScorecard(test::randomScorecard(random), Frame(), {});
  ASSERT_TRUE(scores) << scores.error().what;
  EXPECT_TRUE(scores->points.empty());
}

TEST(Apply, scoresBecomeColumnsAndReplaceEarlierOnes) {
  Scorecard logistic;
  logistic.link = Link::Logistic;
  logistic.terms.push_back({"Visits", LinearTerm{"Visits", 1, 0, 100, 0}});
  logistic.bands = {{"High", 90}, {"Low", -std::numeric_limits<double>::infinity()}};
  const Frame scored = withScores(smallFrame(), logistic, *applyScorecard(logistic, smallFrame(), {}));
  EXPECT_EQ(scored.find("score")->decimals()[0], 50);
  EXPECT_EQ(scored.find("probability")->decimals()[1], 1 / (1 + std::exp(-5.0)));
  EXPECT_EQ(scored.find("band")->textAt(0), "Low");
  EXPECT_EQ(scored.find("band")->textAt(2), "High");
  Scorecard plain;
  plain.base = 3;
  const Frame again = withScores(scored, plain, *applyScorecard(plain, scored, {}));
  EXPECT_EQ(again.find("score")->decimals()[0], 3);
  EXPECT_EQ(again.find("probability"), nullptr);
  EXPECT_EQ(again.find("band"), nullptr);
}

TEST(Bands, aBandBeginsAtItsBound) {
  Scorecard card;
  EXPECT_EQ(card.bandOf(5), "");
  card.bands = {{"A", 75}, {"B", 50}, {"C", -std::numeric_limits<double>::infinity()}};
  EXPECT_EQ(card.bandOf(75), "A");
  EXPECT_EQ(card.bandOf(std::nextafter(75, 0)), "B");
  EXPECT_EQ(card.bandOf(50), "B");
  EXPECT_EQ(card.bandOf(-1e300), "C");
  EXPECT_EQ(card.bandOf(std::nan("")), "C");
}

TEST(Scorecard, columnsComeOnceInOrderOfFirstUse) {
  Scorecard card;
  card.terms.push_back({"a", RuleTerm{*parseFilter("B = 1 and A = 2"), 1}});
  card.terms.push_back({"b", LinearTerm{"C", 1, 0, 1, 0}});
  card.terms.push_back({"c", LookupTerm{"A", {}, 0, 0}});
  EXPECT_THAT(card.columns(), ElementsAre("B", "A", "C"));
  EXPECT_EQ(card.terms[0].column(), "B, A");
}

TEST(Ledger, linesComeBySizeAndTiesKeepTheirOrder) {
  Ledger ledger;
  for (const double points : {1.0, -5.0, 0.0, 5.0, 2.0}) ledger.lines.push_back({"", "", "", false, points});
  EXPECT_THAT(ledger.bySize(), ElementsAre(1, 3, 4, 0, 2));
}

TEST(FrameOfOne, aLeadFromTextsScoresLikeTheSameLeadInTheFrame) {
  test::Random random(9);
  const Frame frame = test::randomFrame(random, 120);
  for (int round = 0; round < 20; ++round) {
    const Scorecard card = test::randomScorecard(random);
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      std::vector<std::pair<std::string, std::string>> values;
      for (const Frame::ColumnPtr& column : frame.columns())
        if (std::string text = column->textAt(row); !text.empty() || row % 2 == 0)
          values.emplace_back(column->name(), text);
      const Result<Frame> one = frameOfOne(values, frame, {"Select"});
      ASSERT_TRUE(one) << one.error().what;
      const bool showsTime = std::any_of(card.terms.begin(), card.terms.end(), [](const Term& term) {
        const auto* rule = std::get_if<RuleTerm>(&term.kind);
        return rule != nullptr && rule->when.text().find("T00") != std::string::npos;
      });
      if (!showsTime)
        expectSameBits(ledgerOf(card, *one, 0, moment)->points, ledgerOf(card, frame, row, moment)->points, "row");
    }
  }
}

TEST(FrameOfOne, valuesTakeTheTypesOfTheFrameAndUnknownColumnsTheirOwn) {
  const Result<Frame> one =
      frameOfOne({{"visits", "12"}, {"Page Views", "2.5"}, {"Note", "hi"}, {"N", "3"}}, smallFrame(), {});
  ASSERT_TRUE(one) << one.error().what;
  EXPECT_EQ(one->find("Visits")->integers()[0], 12);
  EXPECT_EQ(one->find("Page_Views")->decimals()[0], 2.5);
  EXPECT_EQ(one->find("Note")->type(), ColumnType::Text);
  EXPECT_EQ(one->find("N")->type(), ColumnType::Integer);
  EXPECT_TRUE(one->find("City")->isMissing(0));
  const Result<Frame> bad = frameOfOne({{"Visits", "many"}}, smallFrame(), {});
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, Errc::BadFilter);
  EXPECT_EQ(bad.error().where, "Visits");
  EXPECT_FALSE(frameOfOne({{"Visits", "1"}, {"visits", "2"}}, smallFrame(), {}));
}

}  // namespace
}  // namespace leadlight
