#include "scoring/train/train.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "model/base/calendar.h"
#include "model/base/progress_part.h"
#include "scoring/apply.h"
#include "scoring/train/boosted.h"
#include "scoring/train/calibration.h"
#include "scoring/train/choose_method.h"
#include "scoring/train/methods.h"
#include "scoring/train/monotone.h"
#include "scoring/train/outcomes.h"

namespace leadlight {

namespace {

constexpr std::array<const char*, 4> names = {"auto", "frequency", "logistic", "boosted"};

Result<Trained> trainBy(Method method, const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                        const TrainOptions& options, Crew& crew) {
  if (method == Method::Frequency) return trainFrequency(frame, target, rows, options, crew);
  if (method == Method::Logistic) return trainLogistic(frame, target, rows, options, crew);
  return trainBoosted(frame, target, rows, options, crew);
}

// Points come in steps of 1/1024, finer than any of their errors: sums of such numbers are exact, in whatever order
// they are added.
double coarse(double points) { return std::round(points * 1024) / 1024; }

// Changes the points of every slot, but not the base.
template <class Change>
void eachPoints(Scorecard& scorecard, Change&& change) {
  const auto each = [&](std::vector<double>& points) {
    for (double& one : points) change(one);
  };
  for (Term& term : scorecard.terms) {
    if (auto* lookup = std::get_if<LookupTerm>(&term.kind)) {
      for (auto& [value, points] : lookup->points) change(points);
      change(lookup->otherwise);
      change(lookup->missing);
    } else if (auto* steps = std::get_if<StepsTerm>(&term.kind)) {
      each(steps->points);
      change(steps->missing);
    } else if (auto* grid = std::get_if<GridTerm>(&term.kind)) {
      each(grid->points);
    }
  }
}

void makeCoarse(Scorecard& scorecard) {
  scorecard.base = coarse(scorecard.base);
  eachPoints(scorecard, [](double& points) { points = coarse(points); });
}

// Pooled points may leave those of columns that say much the same too great: all are fitted to the outcomes once more.
Status poolAndFit(Scorecard& scorecard, const std::map<std::string, Direction>& monotone, const Frame& frame,
                  std::span<const std::uint32_t> rows, const Outcomes& outcomes, const Progress& progress) {
  const Scorecard before = scorecard;
  makeMonotone(scorecard, monotone);
  if (scorecard == before) return {};
  Scorecard sums = scorecard;
  sums.link = Link::Identity;
  const Result<Scores> scores = applyScorecard(sums, frame, quietly(progress));
  if (!scores) return scores.error();
  std::vector<double> points;
  for (const std::uint32_t row : rows) points.push_back(scores->score[row]);
  const Calibration fit = calibrated(points, outcomes.at(rows));
  scorecard.base = fit.slope * scorecard.base + fit.offset;
  eachPoints(scorecard, [&](double& one) { one *= fit.slope; });
  for (Term& term : scorecard.terms)
    for (double& error : term.support.errors) error *= fit.slope;
  return {};
}

// `value` with three digits, so that people can read a band's bound.
double rounded(double value) {
  if (value == 0) return 0;
  const double unit = std::pow(10.0, std::floor(std::log10(std::fabs(value))) - 2);
  return unit >= 1 ? std::round(value / unit) * unit : std::round(value / unit) / std::round(1 / unit);
}

// A the best 10 % of the leads, B the next 20 %, C the next 30 %, D the rest; leads of one score share a band, and so
// do those that are all but sure to convert. None when one score is all there is.
std::vector<Band> bandsOf(std::vector<double> scores) {
  constexpr double sure = 99;
  std::sort(scores.begin(), scores.end());
  std::vector<Band> bands;
  if (scores.front() == scores.back()) return bands;
  const auto n = static_cast<double>(scores.size());
  for (const double share : {0.1, 0.3, 0.6}) {
    const auto at = static_cast<std::size_t>((1 - share) * n);
    const double score = std::min(sure, scores[std::min(at, scores.size() - 1)]);
    // Not so round that no lead reaches it.
    const double from = rounded(score) > scores.back() ? score : rounded(score);
    if (bands.empty() || from < bands.back().from)
      bands.push_back({std::string(1, static_cast<char>('A' + bands.size())), from});
  }
  bands.push_back({std::string(1, static_cast<char>('A' + bands.size())), -std::numeric_limits<double>::infinity()});
  return bands;
}

Status proposeBands(Scorecard& scorecard, const Frame& frame, std::span<const std::uint32_t> rows,
                    const Progress& progress) {
  const Result<Scores> scores = applyScorecard(scorecard, frame, quietly(progress));
  if (!scores) return scores.error();
  std::vector<double> learned;
  for (const std::uint32_t row : rows) learned.push_back(scores->score[row]);
  scorecard.bands = bandsOf(std::move(learned));
  return {};
}

}  // namespace

const char* nameOf(Method method) { return names[static_cast<std::size_t>(method)]; }

std::optional<Method> methodNamed(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Method>(found - names.begin());
}

bool isLearned(const Scorecard& scorecard) {
  const std::optional<Method> method = methodNamed(scorecard.provenance.method);
  return method && *method != Method::Auto;
}

TrainOptions optionsOf(const Scorecard& learned, const Frame& frame) {
  const Provenance& from = learned.provenance;
  TrainOptions options;
  options.method = methodNamed(from.method).value_or(Method::Boosted);
  options.seed = from.seed.value_or(options.seed);
  for (const std::string& column : from.rising) options.monotone[column] = Direction::Rising;
  for (const std::string& column : from.falling) options.monotone[column] = Direction::Falling;
  if (from.excluded) {
    options.exclude = *from.excluded;
    return options;
  }
  const std::vector<std::string> read = learned.columns();
  for (const Frame::ColumnPtr& column : frame.columns())
    if (column->name() != from.target && std::find(read.begin(), read.end(), column->name()) == read.end())
      options.exclude.push_back(column->name());
  return options;
}

Result<Trained> trainScorecard(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                               const TrainOptions& options, const Progress& progress) {
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  const std::vector<std::uint32_t> known = outcomes->known(rows);
  // No rows at all would mean all of them.
  if (known.empty())
    return Error{
        Errc::NotTrainable, fmt::format("No lead has a known outcome in {}.", target.column), "", {target.column}};
  if (options.method == Method::Auto) {
    const Result<Method> chosen = chooseMethod(frame, target, known, options, progress);
    if (!chosen) return chosen.error();
    TrainOptions with = options;
    with.method = *chosen;
    const Progress rest = partOf(progress, "train", choiceSteps - 1, choiceSteps);
    return trainScorecard(frame, target, known, with, rest);
  }
  Crew crew(options.threads, progress);
  Result<Trained> trained = trainBy(options.method, frame, target, known, options, crew);
  if (!trained) return trained;
  Scorecard& scorecard = trained->scorecard;
  if (options.method != Method::Boosted) {
    const Status pooled = poolAndFit(scorecard, options.monotone, frame, known, *outcomes, progress);
    if (!pooled) return pooled.error();
    if (trained->uncalibrated) makeMonotone(*trained->uncalibrated, options.monotone);
  }
  makeCoarse(scorecard);
  if (trained->uncalibrated) makeCoarse(*trained->uncalibrated);
  scorecard.link = Link::Logistic;
  scorecard.name = fmt::format("{} {}", target.column, nameOf(options.method));
  Provenance& from = scorecard.provenance;
  from.target = target.column;
  from.positives = target.positives;
  from.method = nameOf(options.method);
  from.date = isoNow().substr(0, 10);
  from.rows = trained->rows;
  from.positiveCount = trained->positives;
  from.seed = options.seed;
  from.excluded = options.exclude;
  for (const auto& [column, direction] : options.monotone)
    (direction == Direction::Rising ? from.rising : from.falling).push_back(column);
  if (const Status proposed = proposeBands(scorecard, frame, known, progress); !proposed) return proposed.error();
  return trained;
}

}  // namespace leadlight
