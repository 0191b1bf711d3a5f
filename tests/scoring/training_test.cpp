#include <gtest/gtest.h>

#include <numeric>

#include "scoring/evaluate/evaluate.h"
#include "scoring/ledger.h"
#include "scoring/scorecard_json.h"
#include "scoring/train/logistic_fit.h"
#include "scoring/train/time_split.h"
#include "tests/scoring/learning_support.h"

namespace leadlight {
namespace {

using test::madeLeads;
using test::MadeLeads;

Trained trainedBy(Method method, const MadeLeads& made, std::span<const std::uint32_t> rows = {}) {
  TrainOptions options;
  options.method = method;
  Result<Trained> trained = trainScorecard(made.frame, made.target, rows, options, {});
  EXPECT_TRUE(trained) << trained.error().what;
  return trained ? *std::move(trained) : Trained{};
}

const Term* termNamed(const Scorecard& scorecard, const std::string& name) {
  for (const Term& term : scorecard.terms)
    if (term.name == name) return &term;
  return nullptr;
}

class EveryMethod : public testing::TestWithParam<Method> {};
INSTANTIATE_TEST_SUITE_P(Simple, EveryMethod, testing::Values(Method::Frequency, Method::Logistic),
                         [](const auto& method) { return std::string(nameOf(method.param)); });

TEST_P(EveryMethod, findsWhatTellsOfTheOutcomeOnLeadsItHasNotSeen) {
  const MadeLeads made = madeLeads(4000, 5);
  std::vector<std::uint32_t> first(2000);
  std::iota(first.begin(), first.end(), 0U);
  const Trained trained = trainedBy(GetParam(), made, first);
  EXPECT_EQ(trained.rows, 2000U);
  const Result<Scores> scores = applyScorecard(trained.scorecard, made.frame, {});
  ASSERT_TRUE(scores);
  const Result<Outcomes> outcomes = outcomesOf(made.frame, made.target);
  std::vector<std::uint32_t> rest(2000);
  std::iota(rest.begin(), rest.end(), 2000U);
  const Evaluation found = judgedOn(*scores, *outcomes, rest);
  Scores truth = *scores;
  truth.points = made.truth;
  for (std::size_t i = 0; i < truth.points.size(); ++i)
    truth.score[i] = truth.probability[i] = probabilityOf(made.truth[i]);
  const Evaluation best = judgedOn(truth, *outcomes, rest);
  EXPECT_GT(found.metrics.auc, best.metrics.auc - 0.02);
  EXPECT_LT(found.metrics.logLoss, best.metrics.logLoss + 0.02);
  EXPECT_LT(found.metrics.ece, 0.06);
}

TEST_P(EveryMethod, givesTheSameFileForAnyNumberOfThreads) {
  const MadeLeads made = madeLeads(600, 8);
  TrainOptions options;
  options.method = GetParam();
  options.threads = 1;
  const Result<Trained> one = trainScorecard(made.frame, made.target, {}, options, {});
  options.threads = 3;
  const Result<Trained> three = trainScorecard(made.frame, made.target, {}, options, {});
  ASSERT_TRUE(one && three);
  EXPECT_EQ(toJson(one->scorecard), toJson(three->scorecard));
}

TEST_P(EveryMethod, stopsWhenAsked) {
  const MadeLeads made = madeLeads(600, 8);
  TrainOptions options;
  options.method = GetParam();
  const Result<Trained> trained =
      trainScorecard(made.frame, made.target, {}, options, {.onReport = {}, .isCancelled = [] { return true; }});
  ASSERT_FALSE(trained);
  EXPECT_EQ(trained.error().code, Errc::Interrupted);
}

TEST_P(EveryMethod, carriesSupportAndProvenanceAndBands) {
  const Trained trained = trainedBy(GetParam(), madeLeads(1000, 9));
  EXPECT_EQ(trained.method, GetParam());
  const Scorecard& scorecard = trained.scorecard;
  EXPECT_EQ(scorecard.provenance.target, "Won");
  EXPECT_EQ(scorecard.provenance.rows, 1000U);
  EXPECT_EQ(scorecard.bands.size(), 4U);
  for (const Term& term : scorecard.terms) {
    ASSERT_EQ(term.support.errors.size(), term.slotCount()) << term.name;
    ASSERT_EQ(term.support.rows.size(), term.slotCount());
    EXPECT_EQ(std::accumulate(term.support.rows.begin(), term.support.rows.end(), std::uint64_t{0}), 1000U);
    for (const double error : term.support.errors) EXPECT_TRUE(error >= 0 && error < 10) << term.name;
  }
  const Result<Scorecard> again = parseScorecard(toJson(scorecard), "again");
  ASSERT_TRUE(again) << again.error().where << again.error().what;
  EXPECT_EQ(*again, scorecard);
}

TEST_P(EveryMethod, keepsPointsRisingWhenAsked) {
  const MadeLeads made = madeLeads(500, 10);
  TrainOptions options;
  options.method = GetParam();
  options.monotone = {{"Visits", Direction::Rising}, {"Gap", Direction::Falling}};
  const Result<Trained> trained = trainScorecard(made.frame, made.target, {}, options, {});
  ASSERT_TRUE(trained);
  ASSERT_NE(termNamed(trained->scorecard, "Visits"), nullptr);
  const auto& rising = std::get<StepsTerm>(termNamed(trained->scorecard, "Visits")->kind).points;
  EXPECT_TRUE(std::is_sorted(rising.begin(), rising.end()));
  if (const Term* gap = termNamed(trained->scorecard, "Gap")) {  // naive Bayes may do without
    const auto& falling = std::get<StepsTerm>(gap->kind).points;
    EXPECT_TRUE(std::is_sorted(falling.rbegin(), falling.rend()));
  }
}

TEST_P(EveryMethod, itsFileTellsHowToLearnItAnew) {
  const MadeLeads made = madeLeads(400, 12);
  TrainOptions options;
  options.method = GetParam();
  options.seed = 7;
  options.exclude = {"Noise"};
  options.monotone = {{"Visits", Direction::Rising}, {"Gap", Direction::Falling}};
  const Result<Trained> trained = trainScorecard(made.frame, made.target, {}, options, {});
  ASSERT_TRUE(trained) << trained.error().what;
  const Result<Scorecard> stored = parseScorecard(toJson(trained->scorecard), "stored");
  ASSERT_TRUE(stored) << stored.error().what;
  const TrainOptions again = optionsOf(*stored, made.frame);
  EXPECT_EQ(again.exclude, options.exclude);
  EXPECT_EQ(again.monotone, options.monotone);
  const Result<Trained> anew = trainScorecard(made.frame, made.target, {}, again, {});
  ASSERT_TRUE(anew) << anew.error().what;
  EXPECT_EQ(toJson(anew->scorecard), toJson(trained->scorecard));
  // A file from before it told so: what the scorecard reads.
  Scorecard old = *stored;
  old.provenance.excluded.reset();
  const TrainOptions guessed = optionsOf(old, made.frame);
  EXPECT_NE(std::find(guessed.exclude.begin(), guessed.exclude.end(), "Noise"), guessed.exclude.end());
  EXPECT_EQ(std::find(guessed.exclude.begin(), guessed.exclude.end(), "Source"), guessed.exclude.end());
}

TEST_P(EveryMethod, givesNoiseTheBaseRate) {
  const MadeLeads made = madeLeads(3000, 11, 0);
  std::vector<std::uint32_t> first(1500);
  std::iota(first.begin(), first.end(), 0U);
  const Trained trained = trainedBy(GetParam(), made, first);
  const Result<Scores> scores = applyScorecard(trained.scorecard, made.frame, {});
  const double rate = static_cast<double>(trained.positives) / 1500;
  double off = 0;
  for (const double p : scores->probability) off += std::fabs(p - rate) / 3000;
  EXPECT_LT(off, 0.03);
}

// Each column of noise fits a little by chance; together they must not be believed either.
TEST(Training, manyColumnsOfNoiseGiveTheBaseRate) {
  double off = 0;  // the mean over all seeds, since one may be lucky
  for (const unsigned seed : {31U, 32U, 33U, 34U, 35U, 36U, 37U, 38U}) {
    MadeLeads made = madeLeads(2000, seed, 0);
    std::mt19937_64 random(seed + 100);
    std::vector<Frame::ColumnPtr> noise;
    for (int c = 0; c < 20; ++c) {
      std::vector<double> values(2000);
      for (double& value : values) value = static_cast<double>(random() % 100000);
      const std::string name = "Noise " + std::to_string(c);
      noise.push_back(test::shareColumn(Column::decimals(name, name, std::move(values))));
    }
    made.frame = made.frame.with(std::move(noise));
    const Trained trained = trainedBy(Method::Logistic, made);
    const Result<Scores> scores = applyScorecard(trained.scorecard, made.frame, {});
    ASSERT_TRUE(scores);
    const double rate = static_cast<double>(trained.positives) / 2000;
    for (const double p : scores->probability) off += std::fabs(p - rate) / (8 * 2000);
  }
  EXPECT_LT(off, 0.01);
}

TEST(Training, leavesOutWhatCannotBeLearnedFrom) {
  const MadeLeads made = madeLeads(300, 12);
  TextColumnBuilder empty, same, many;
  for (int i = 0; i < 300; ++i) {
    empty.append("");
    same.append("x");
    many.append("id" + std::to_string(i));
  }
  MadeLeads more = made;
  more.frame = made.frame.with({test::shareColumn(std::move(empty).finish("Empty", "Empty", {})),
                                test::shareColumn(std::move(same).finish("Same", "Same", {})),
                                test::shareColumn(std::move(many).finish("Many", "Many", {}))});
  const Trained trained = trainedBy(Method::Logistic, more);
  std::map<std::string, LeftOut::Why> why;
  for (const LeftOut& one : trained.leftOut) why[one.column] = one.why;
  EXPECT_EQ(why.at("Empty"), LeftOut::Why::NoValues);
  EXPECT_EQ(why.at("Same"), LeftOut::Why::Constant);
  EXPECT_EQ(why.at("Many"), LeftOut::Why::Identifier);
  EXPECT_EQ(why.at("Won"), LeftOut::Why::Target);
}

// What three columns say of one thing must not count three times over, nor must two of them be lost.
TEST(Training, frequencyIsHardlyWorseThanLogisticWhereColumnsRepeatEachOther) {
  std::mt19937_64 random(3);
  std::vector<std::int64_t> leads(4000);
  std::iota(leads.begin(), leads.end(), 1);
  std::vector<TextColumnBuilder> copies(3);
  TextColumnBuilder won;
  for (std::size_t i = 0; i < leads.size(); ++i) {
    const std::size_t signal = random() % 5;
    for (TextColumnBuilder& copy : copies) copy.append("v" + std::to_string(random() % 3 == 0 ? random() % 5 : signal));
    won.append(random() % 100 < (signal == 4 ? 90U : 2 + 8 * signal) ? "1" : "0");
  }
  std::vector<Frame::ColumnPtr> columns{test::shareColumn(std::move(won).finish("Won", "Won", {}))};
  for (std::size_t c = 0; c < copies.size(); ++c)
    columns.push_back(test::shareColumn(std::move(copies[c]).finish("C" + std::to_string(c), "", {})));
  const Frame frame(leads, std::move(columns));
  const Target target{"Won", {"1"}};
  TrainOptions options;
  options.method = Method::Frequency;
  std::vector<std::string> keys;
  for (const std::int64_t lead : leads) keys.push_back(std::to_string(lead));
  const Partition partition = byFolds(keys, 3);
  const Result<Evaluation> frequency = evaluateMethod(frame, target, partition, options, {});
  options.method = Method::Logistic;
  const Result<Evaluation> logistic = evaluateMethod(frame, target, partition, options, {});
  ASSERT_TRUE(frequency && logistic);
  EXPECT_LT(frequency->metrics.logLoss, logistic->metrics.logLoss + 0.004);
}

TEST(Training, aColumnOfFiveThousandValuesIsTakenInStride) {
  const MadeLeads made = madeLeads(12000, 13);
  TextColumnBuilder many;
  for (int i = 0; i < 12000; ++i) many.append("v" + std::to_string(i * 7919 % 5000));
  MadeLeads more = made;
  more.frame = made.frame.with({test::shareColumn(std::move(many).finish("Many", "Many", {}))});
  for (const Method method : {Method::Frequency, Method::Logistic}) EXPECT_EQ(trainedBy(method, more).rows, 12000U);
}

TEST(Training, logisticTellsThreeHundredValuesApart) {
  MadeLeads made = madeLeads(6000, 17, 0);
  TextColumnBuilder city, won;
  std::mt19937_64 random(17);
  for (int i = 0; i < 6000; ++i) {
    const std::uint64_t at = random() % 300;
    city.append("c" + std::to_string(at));
    won.append(random() % 10 < (at % 2 == 0 ? 8U : 2U) ? "yes" : "no");
  }
  made.frame = made.frame.with({test::shareColumn(std::move(city).finish("City", "City", {})),
                                test::shareColumn(std::move(won).finish("Won", "Won", {}))});
  const Trained trained = trainedBy(Method::Logistic, made);
  const Result<Scores> scores = applyScorecard(trained.scorecard, made.frame, {});
  ASSERT_TRUE(scores);
  const Column& cities = *made.frame.find("City");
  std::size_t right = 0;
  for (std::size_t row = 0; row < 6000; ++row)
    right += (scores->score[row] > 50) == ((cities.textAt(row).back() - '0') % 2 == 0) ? 1U : 0U;
  EXPECT_GT(right, 5800U);
}

TEST(Training, aLeadWithoutAnOutcomeTeachesNothing) {
  MadeLeads made = madeLeads(400, 14);
  TextColumnBuilder won;
  const Frame whole = made.frame;
  const Column* known = whole.find("Won");
  for (std::size_t row = 0; row < 400; ++row) won.append(row % 4 == 0 ? "" : known->textAt(row));
  made.frame = made.frame.with({test::shareColumn(std::move(won).finish("Won", "Won", {}))});
  EXPECT_EQ(trainedBy(Method::Frequency, made).rows, 300U);
  TextColumnBuilder onlyYes;
  for (std::size_t row = 0; row < 400; ++row) onlyYes.append(known->textAt(row) == "yes" ? "yes" : "");
  made.frame = made.frame.with({test::shareColumn(std::move(onlyYes).finish("Won", "Won", {}))});
  EXPECT_EQ(trainedBy(Method::Frequency, made).rows, 400U) << "where all else is blank, blank means lost";
}

TEST(Training, thirtyLeadsGiveAScorecardOrASentence) {
  for (unsigned seed = 0; seed < 6; ++seed)
    for (const Method method : {Method::Frequency, Method::Logistic, Method::Auto}) {
      const MadeLeads made = madeLeads(30, seed);
      TrainOptions options;
      options.method = method;
      const Result<Trained> trained = trainScorecard(made.frame, made.target, {}, options, {});
      if (!trained) {
        EXPECT_EQ(trained.error().code, Errc::NotTrainable);
        EXPECT_TRUE(trained.error().what.ends_with("."));
        continue;
      }
      const Result<Scores> scores = applyScorecard(trained->scorecard, made.frame, {});
      for (const double score : scores->score) EXPECT_TRUE(std::isfinite(score));
    }
}

TEST(Training, learnedPointsAddUpToTheScoreInAnyOrder) {
  const MadeLeads made = madeLeads(500, 31);
  for (const Method method : {Method::Frequency, Method::Logistic, Method::Boosted}) {
    const Scorecard card = trainedBy(method, made).scorecard;
    ASSERT_FALSE(card.terms.empty()) << nameOf(method);
    for (std::size_t row = 0; row < made.frame.rows(); ++row) {
      const Result<Ledger> ledger = ledgerOf(card, made.frame, row);
      ASSERT_TRUE(ledger);
      double bySize = ledger->base, backwards = 0;
      for (const std::size_t line : ledger->bySize()) bySize += ledger->lines[line].points;
      for (std::size_t line = ledger->lines.size(); line-- > 0;) backwards += ledger->lines[line].points;
      ASSERT_EQ(bySize, ledger->points) << nameOf(method) << " row " << row;
      ASSERT_EQ(backwards + ledger->base, ledger->points) << nameOf(method) << " row " << row;
    }
  }
}

TEST(Training, leadsThatAllScoreAlikeHaveNoBands) {
  const Scorecard card = trainedBy(Method::Boosted, madeLeads(1500, 32, 0)).scorecard;
  EXPECT_TRUE(card.terms.empty());
  EXPECT_TRUE(card.bands.empty()) << "none of them is among the best";
}

TEST(Training, autoTakesTheSimplerMethodWhenItIsAsGood) {
  EXPECT_EQ(trainedBy(Method::Auto, madeLeads(800, 15, 0)).method, Method::Frequency) << "on noise all are as good";
}

// Two columns that tell only together, and not much: a fifth of these leads cannot show that a sum of columns is worse.
TEST(Training, autoAsksAsManyLeadsAsItTakesToTellMethodsApart) {
  std::mt19937_64 random(5);
  std::vector<std::int64_t> leads(4000);
  std::iota(leads.begin(), leads.end(), 1);
  TextColumnBuilder left, right, won;
  for (std::size_t i = 0; i < leads.size(); ++i) {
    const bool a = random() % 2 == 0, b = random() % 2 == 0;
    left.append(a ? "yes" : "no");
    right.append(b ? "yes" : "no");
    won.append(random() % 100 < (a == b ? 58U : 42U) ? "1" : "0");
  }
  const MadeLeads made{.frame = Frame(leads, {test::shareColumn(std::move(left).finish("Left", "Left", {})),
                                              test::shareColumn(std::move(right).finish("Right", "Right", {})),
                                              test::shareColumn(std::move(won).finish("Won", "Won", {}))}),
                       .target = {"Won", {"1"}},
                       .truth = {}};
  EXPECT_EQ(trainedBy(Method::Auto, made).method, Method::Boosted);
}

// Of many unknowns no curvature is made; moving any one of them must not help, either.
TEST(LogisticFit, manyUnknownsAreAtTheMinimumToo) {
  std::mt19937_64 random(17);
  const std::size_t n = 400, columns = 40, bins = 20;
  std::vector<std::vector<std::uint16_t>> slots(columns, std::vector<std::uint16_t>(n));
  std::vector<std::uint8_t> won;
  for (std::size_t i = 0; i < n; ++i) {
    for (auto& column : slots) column[i] = static_cast<std::uint16_t>(random() % bins);
    won.push_back(random() % bins < slots[0][i] ? 1 : 0);
  }
  std::vector<BinnedTerm> terms;
  for (const auto& column : slots) terms.push_back({column, bins, 0});
  const std::vector<std::uint8_t> all(n, 1);
  const Progress progress;
  Crew crew(2, progress);
  Additive fit;
  ASSERT_TRUE(fitLogistic(terms, won, all, 2, crew, fit));
  std::vector<std::vector<double>> slope(columns, std::vector<double>(bins));
  const std::vector<double> points = pointsOf(terms, fit, n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t c = 0; c < columns; ++c) slope[c][slots[c][i]] += won[i] - probabilityOf(points[i]);
  for (std::size_t c = 0; c < columns; ++c)
    for (std::size_t b = 0; b < bins; ++b) EXPECT_NEAR(slope[c][b], 2 * fit.points[c][b], 0.01) << c << ' ' << b;
}

// The fit against plain gradient descent on the same penalised loss.
TEST(LogisticFit, agreesWithGradientDescent) {
  std::mt19937_64 random(16);
  const std::size_t n = 300;
  std::vector<std::uint16_t> a, b;
  std::vector<std::uint8_t> won;
  for (std::size_t i = 0; i < n; ++i) {
    a.push_back(static_cast<std::uint16_t>(random() % 3));
    b.push_back(static_cast<std::uint16_t>(random() % 5));
    won.push_back(random() % 10 < 2U + a.back() + b.back() ? 1 : 0);
  }
  const std::vector<BinnedTerm> terms{{a, 3, 0}, {b, 5, 4}};
  const std::vector<std::uint8_t> all(n, 1);
  Progress progress;
  Crew crew(1, progress);
  Additive fit;
  ASSERT_TRUE(fitLogistic(terms, won, all, 2, crew, fit));

  std::vector<double> x(9);
  for (int step = 0; step < 6000; ++step) {
    std::vector<double> slope(9);
    for (std::size_t i = 0; i < n; ++i) {
      const double residual = won[i] - probabilityOf(x[0] + x[1U + a[i]] + x[4U + b[i]]);
      slope[0] += residual;
      slope[1U + a[i]] += residual;
      slope[4U + b[i]] += residual;
    }
    for (std::size_t k = 1; k < 9; ++k) slope[k] -= 2 * x[k];
    for (std::size_t k = 5; k < 8; ++k) {  // neighbours among the first four bins of b, four times as heavy
      slope[k] -= 8 * (x[k] - x[k - 1]);
      slope[k - 1] += 8 * (x[k] - x[k - 1]);
    }
    for (std::size_t k = 0; k < 9; ++k) x[k] += 0.012 * slope[k];
  }
  EXPECT_NEAR(fit.base, x[0], 1e-4);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(fit.points[0][k], x[1 + k], 1e-4) << k;
  for (std::size_t k = 0; k < 5; ++k) EXPECT_NEAR(fit.points[1][k], x[4 + k], 1e-4) << k;
}

TEST(TimeSplit, theNewestFifthBeginsAtAWholeMoment) {
  std::vector<std::int64_t> seconds;
  for (int i = 0; i < 100; ++i) seconds.push_back(86400 * (i / 10));
  const Column dates = Column::dates("Created", "Created", seconds);
  EXPECT_EQ(newestFrom(dates, {}, 0.2), 86400 * 8);
  EXPECT_EQ(newestFrom(Column::dates("Same", "Same", std::vector<std::int64_t>(50, 7)), {}, 0.2), std::nullopt);
  const Column later = Column::dates("Modified_On", "Modified", seconds);
  const Frame frame(std::vector<std::int64_t>(100), {test::shareColumn(later), test::shareColumn(dates)});
  EXPECT_EQ(timeColumn(frame, {}, {})->name(), "Created");
  EXPECT_EQ(timeColumn(frame, {}, {"Created"})->name(), "Modified_On");
  EXPECT_EQ(timeColumn(frame, {}, {"Created", "Modified_On"}), nullptr);
}

}  // namespace
}  // namespace leadlight
