#include "scoring/train/ensemble.h"

#include <cmath>
#include <numeric>

namespace leadlight {

Ensemble::Ensemble(std::span<const std::uint8_t> converted, const EnsembleOptions& options, std::uint64_t seed)
    : options_(options) {
  const double positives = std::accumulate(converted.begin(), converted.end(), 0.0);
  base_ = std::log(positives / (static_cast<double>(converted.size()) - positives));
  for (std::size_t r = 0; r < options_.repeats; ++r)
    repeats_.push_back(shuffledRows(converted, options_.parts, seed, r));
  for (const BagRows& rows : repeats_)
    for (std::size_t part = 0; part < options_.parts; ++part) bags_.emplace_back(rows, part, base_);
  std::vector<double> perBag;
  for (const Bag& bag : bags_) perBag.push_back(bag.lossLeftOut());
  loss_ = lossNow(perBag);
}

double Ensemble::lossNow(std::span<const double> perBag) const {
  return std::accumulate(perBag.begin(), perBag.end(), 0.0) /
         static_cast<double>(repeats_.front().order.size() * repeats_.size());
}

void Ensemble::addTerm(const BoostShape& shape, std::span<const std::uint16_t> slots) {
  shapes_.push_back(shape);
  for (BagRows& rows : repeats_) {
    std::vector<std::uint16_t>& codes = rows.codes.emplace_back();
    codes.reserve(slots.size());
    for (const std::uint32_t row : rows.order) codes.push_back(slots[row]);
  }
  for (Bag& bag : bags_) bag.useTerms(shapes_);
}

std::size_t Ensemble::boost(Crew& crew) {
  std::size_t best = 0;
  for (Bag& bag : bags_) bag.remember();
  for (std::size_t done = 0; done < options_.most && done < best + options_.patience;) {
    std::vector<double> perBag(bags_.size());
    const bool whole = crew.run(bags_.size(), [&](std::size_t i) {
      for (std::size_t round = 0; round < options_.stride && !crew.stopped(); ++round)
        bags_[i].round(shapes_, options_.step);
      perBag[i] = bags_[i].lossLeftOut();
    });
    if (!whole) return 0;
    done += options_.stride;
    if (const double loss = lossNow(perBag); loss < loss_) {
      loss_ = loss;
      best = done;
      for (Bag& bag : bags_) bag.remember();
    }
  }
  for (Bag& bag : bags_) bag.goBack();
  return best;
}

std::vector<double> Ensemble::scoresLeftOut() const {
  std::vector<double> scores(repeats_.front().order.size());
  for (std::size_t b = 0; b < bags_.size(); ++b) {
    const BagRows& rows = repeats_[b / options_.parts];
    const std::span<const float> of = bags_[b].scoresLeftOut();
    for (std::size_t i = 0; i < of.size(); ++i)
      scores[rows.order[bags_[b].begin() + i]] += static_cast<double>(of[i]) / static_cast<double>(repeats_.size());
  }
  return scores;
}

std::vector<double> Ensemble::points(std::size_t term) const {
  std::vector<double> mean(shapes_[term].slots());
  for (const Bag& bag : bags_)
    for (std::size_t slot = 0; slot < mean.size(); ++slot)
      mean[slot] += bag.points()[term][slot] / static_cast<double>(bags_.size());
  return mean;
}

std::vector<double> Ensemble::errors(std::size_t term) const {
  const auto parts = static_cast<double>(options_.parts);
  std::vector<double> variance(shapes_[term].slots());
  for (std::size_t slot = 0; slot < variance.size(); ++slot) {
    for (std::size_t first = 0; first < bags_.size(); first += options_.parts) {
      double sum = 0, squares = 0;
      for (std::size_t b = first; b < first + options_.parts; ++b) {
        const double value = bags_[b].points()[term][slot];
        sum += value;
        squares += value * value;
      }
      variance[slot] +=
          (parts - 1) / parts * std::max(0.0, squares - sum * sum / parts) / static_cast<double>(repeats_.size());
    }
    variance[slot] = std::sqrt(variance[slot]);
  }
  return variance;
}

}  // namespace leadlight
