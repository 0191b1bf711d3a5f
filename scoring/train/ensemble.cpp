#include "scoring/train/ensemble.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace leadlight {

namespace {

// Of log-likelihood, between looks; where rows repeat, ever more rounds would gain ever less.
constexpr double leastGain = 0.1;
constexpr std::uint64_t bagPurpose = 0x62616773;

}  // namespace

double gainByChoice(std::size_t choices) {
  return 2 * std::log(static_cast<double>(std::max<std::size_t>(1, choices)));
}

double LeftOutScores::loss() const {
  double sum = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double wrong = converted[i] != 0 ? -points[i] : points[i];
    sum += std::max(0.0, wrong) + std::log1p(std::exp(-std::fabs(wrong)));
  }
  return sum / static_cast<double>(rows.size());
}

Ensemble::Ensemble(std::span<const std::uint8_t> converted, const EnsembleOptions& options, std::uint64_t seed)
    : options_(options), converted_(converted.begin(), converted.end()) {
  const double positives = std::accumulate(converted.begin(), converted.end(), 0.0);
  base_ = std::log(positives / (static_cast<double>(converted.size()) - positives));
  for (std::size_t r = 0; r < options_.repeats; ++r)
    repeats_.push_back(shuffledRows(converted, options_.rows, options_.parts, seed, r));
  for (const BagRows& rows : repeats_)
    for (std::size_t part = 0; part < options_.parts; ++part)
      bags_.emplace_back(rows, part, base_, Dice(seed, bags_.size(), bagPurpose));
}

void Ensemble::addTerm(const BoostShape& shape, std::span<const std::uint16_t> slots) {
  shapes_.push_back(shape);
  for (BagRows& rows : repeats_) {
    std::vector<std::uint16_t>& codes = rows.codes.emplace_back();
    codes.reserve(rows.order.size());
    for (const std::uint32_t row : rows.order) codes.push_back(slots[row]);
  }
  for (Bag& bag : bags_) bag.addTerm(shape);
}

bool Ensemble::boost(Crew& crew) {
  std::size_t best = 0;
  const double start = leftOut().loss(), rows = static_cast<double>(converted_.size());
  double least = start;
  for (Bag& bag : bags_) bag.remember();
  for (std::size_t done = 0; done < options_.most && done < best + options_.patience;) {
    const bool whole = crew.run(bags_.size(), [&](std::size_t i) {
      for (std::size_t round = 0; round < options_.stride && !crew.stopped(); ++round)
        bags_[i].round(shapes_, options_.step);
      crew.advance();
    });
    if (!whole) return false;
    done += options_.stride;
    const double loss = leftOut().loss();
    if (!(loss < least - leastGain / rows)) continue;
    least = loss;
    best = done;
    if ((start - least) * rows < gainByChoice(shapes_.size())) continue;
    for (Bag& bag : bags_) bag.remember();
  }
  for (Bag& bag : bags_) bag.goBack();
  return true;
}

LeftOutScores Ensemble::leftOut() const {
  std::vector<double> sums(converted_.size());
  std::vector<std::uint8_t> times(converted_.size());
  for (std::size_t b = 0; b < bags_.size(); ++b) {
    const std::uint32_t* rows = repeats_[b / options_.parts].order.data() + bags_[b].firstLeftOut();
    const std::span<const float> scores = bags_[b].scoresLeftOut();
    for (std::size_t i = 0; i < scores.size(); ++i) {
      sums[rows[i]] += static_cast<double>(scores[i]);
      ++times[rows[i]];
    }
  }
  LeftOutScores left;
  for (std::uint32_t row = 0; row < sums.size(); ++row) {
    if (times[row] == 0) continue;
    left.rows.push_back(row);
    left.points.push_back(sums[row] / times[row]);
    left.converted.push_back(converted_[row]);
  }
  return left;
}

std::vector<float> Ensemble::leftOutPoints(std::size_t term) const {
  std::vector<double> sums(converted_.size());
  std::vector<std::uint8_t> times(converted_.size());
  for (std::size_t b = 0; b < bags_.size(); ++b) {
    const BagRows& rows = repeats_[b / options_.parts];
    const std::size_t first = bags_[b].firstLeftOut(), leads = bags_[b].scoresLeftOut().size();
    const std::vector<double>& points = bags_[b].points()[term];
    for (std::size_t i = first; i < first + leads; ++i) {
      sums[rows.order[i]] += points[rows.codes[term][i]];
      ++times[rows.order[i]];
    }
  }
  std::vector<float> means;
  for (std::size_t row = 0; row < sums.size(); ++row)
    if (times[row] != 0) means.push_back(static_cast<float>(sums[row] / times[row]));
  return means;
}

std::vector<double> Ensemble::points(std::size_t term) const {
  std::vector<double> mean(shapes_[term].slotCount());
  for (const Bag& bag : bags_)
    for (std::size_t slot = 0; slot < mean.size(); ++slot) mean[slot] += bag.points()[term][slot];
  for (double& point : mean) point /= static_cast<double>(bags_.size());
  return mean;
}

std::vector<double> Ensemble::errors(std::size_t term) const {
  const auto parts = static_cast<double>(options_.parts);
  std::vector<double> errors(shapes_[term].slotCount());
  for (std::size_t slot = 0; slot < errors.size(); ++slot) {
    double variance = 0;
    for (std::size_t first = 0; first < bags_.size(); first += options_.parts) {
      double mean = 0, squares = 0;
      for (std::size_t b = first; b < first + options_.parts; ++b) mean += bags_[b].points()[term][slot] / parts;
      for (std::size_t b = first; b < first + options_.parts; ++b)
        squares += (bags_[b].points()[term][slot] - mean) * (bags_[b].points()[term][slot] - mean);
      variance += (parts - 1) / parts * squares;
    }
    errors[slot] = std::sqrt(variance / static_cast<double>(options_.repeats));
  }
  return errors;
}

}  // namespace leadlight
