#include "scoring/train/logistic_fit.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "scoring/log_loss.h"

namespace leadlight {

namespace {

// How much heavier a step between neighbouring ranges weighs than a point itself.
constexpr double smoothness = 4;
// The base is not to be shrunk, yet the curvature must be invertible.
constexpr double basePenalty = 1e-6;
// With more unknowns than this a step comes from products with the curvature instead of the curvature itself.
constexpr std::size_t mostForCurvature = 600;
constexpr std::size_t leadsAtOnce = 2048;
constexpr std::size_t unknownsAtOnce = 96;  // solved for together

Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }

// Where each term's bins are in the vector of unknowns; the base is unknown 0.
struct Layout {
  std::vector<std::size_t> first;
  std::size_t size = 1;

  explicit Layout(std::span<const BinnedTerm> terms) {
    for (const BinnedTerm& term : terms) {
      first.push_back(size);
      size += term.bins;
    }
  }
};

Eigen::VectorXd vectorOf(const Additive& fit, const Layout& layout) {
  Eigen::VectorXd x = Eigen::VectorXd::Zero(index(layout.size));
  x[0] = fit.base;
  for (std::size_t t = 0; t < fit.points.size(); ++t)
    for (std::size_t b = 0; b < fit.points[t].size(); ++b) x[index(layout.first[t] + b)] = fit.points[t][b];
  return x;
}

Additive fitOf(const Eigen::VectorXd& x, std::span<const BinnedTerm> terms, const Layout& layout) {
  Additive fit;
  fit.base = x[0];
  for (std::size_t t = 0; t < terms.size(); ++t) {
    const double* from = x.data() + layout.first[t];
    fit.points.emplace_back(from, from + terms[t].bins);
  }
  return fit;
}

// Neighbours in order are tied: calls tie(b - 1, b) for the unknowns of each such pair.
template <class Tie>
void overTies(std::span<const BinnedTerm> terms, const Layout& layout, const Tie& tie) {
  for (std::size_t t = 0; t < terms.size(); ++t)
    for (std::size_t b = 1; b < terms[t].ordered; ++b) tie(index(layout.first[t] + b - 1), index(layout.first[t] + b));
}

// The penalty's matrix P, where x' P x / 2 is what it costs, times x.
Eigen::VectorXd penaltyTimes(std::span<const BinnedTerm> terms, const Layout& layout, double penalty,
                             const Eigen::VectorXd& x) {
  Eigen::VectorXd product = penalty * x;
  product[0] = basePenalty * x[0];
  overTies(terms, layout, [&](Eigen::Index below, Eigen::Index here) {
    const double force = smoothness * penalty * (x[here] - x[below]);
    product[here] += force;
    product[below] -= force;
  });
  return product;
}

Eigen::VectorXd penaltyDiagonal(std::span<const BinnedTerm> terms, const Layout& layout, double penalty) {
  Eigen::VectorXd diagonal = Eigen::VectorXd::Constant(index(layout.size), penalty);
  diagonal[0] = basePenalty;
  overTies(terms, layout, [&](Eigen::Index below, Eigen::Index here) {
    diagonal[here] += smoothness * penalty;
    diagonal[below] += smoothness * penalty;
  });
  return diagonal;
}

void addPenalty(std::span<const BinnedTerm> terms, const Layout& layout, double penalty, Eigen::MatrixXd& curvature) {
  curvature.diagonal() += penaltyDiagonal(terms, layout, penalty);
  overTies(terms, layout,
           [&](Eigen::Index below, Eigen::Index here) { curvature(here, below) -= smoothness * penalty; });
}

// The sums over leads that a step needs. Every block of the curvature, one pair of terms, is summed by one thread in
// the order of the leads, so that the result does not depend on the number of threads.
class Sums {
 public:
  Sums(std::span<const BinnedTerm> terms, const Layout& layout, Crew& crew)
      : terms_(terms), layout_(layout), crew_(crew) {
    for (std::size_t i = 0; i < terms.size(); ++i)
      for (std::size_t j = i; j < terms.size(); ++j) pairs_.emplace_back(i, j);
  }

  // residual and weight per lead; 0 for leads that are not used.
  Eigen::VectorXd gradient(const std::vector<double>& residual) const {
    Eigen::VectorXd sums = Eigen::VectorXd::Zero(index(layout_.size));
    for (const double r : residual) sums[0] += r;
    crew_.run(terms_.size(), [&](std::size_t t) {
      // Neighbouring leads go to different copies: most share few bins, and an addition waits for the one before.
      const std::size_t bins = terms_[t].bins;
      std::vector<double> copies(bins * 4);
      for (std::size_t i = 0; i < residual.size(); ++i) copies[(i & 3) * bins + terms_[t].bin[i]] += residual[i];
      for (std::size_t at = 0; at < copies.size(); ++at) sums[index(layout_.first[t] + at % bins)] += copies[at];
    });
    return sums;
  }

  // The curvature times x, without the curvature.
  Eigen::VectorXd curvatureTimes(const std::vector<double>& weight, const Eigen::VectorXd& x) const {
    std::vector<double> moved(weight.size());
    const std::size_t runs = (weight.size() + leadsAtOnce - 1) / leadsAtOnce;
    crew_.run(runs, [&](std::size_t run) {
      const std::size_t first = run * leadsAtOnce, last = std::min(first + leadsAtOnce, weight.size());
      std::fill(moved.begin() + static_cast<std::ptrdiff_t>(first), moved.begin() + static_cast<std::ptrdiff_t>(last),
                x[0]);
      for (std::size_t t = 0; t < terms_.size(); ++t) {
        const double* points = x.data() + layout_.first[t];
        for (std::size_t i = first; i < last; ++i) moved[i] += points[terms_[t].bin[i]];
      }
      for (std::size_t i = first; i < last; ++i) moved[i] *= weight[i];
    });
    return gradient(moved);
  }

  Eigen::MatrixXd curvature(const std::vector<double>& weight) const {
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(index(layout_.size), index(layout_.size));
    crew_.run(pairs_.size(), [&](std::size_t p) { addPair(pairs_[p].first, pairs_[p].second, weight, sums); });
    for (const double w : weight) sums(0, 0) += w;
    for (std::size_t t = 0; t < terms_.size(); ++t)
      for (std::size_t b = 0; b < terms_[t].bins; ++b) {
        const Eigen::Index at = index(layout_.first[t] + b);
        sums(at, 0) = sums(at, at);  // a bin with itself is also the bin with the base
      }
    return sums;  // the lower triangle
  }

 private:
  void addPair(std::size_t i, std::size_t j, const std::vector<double>& weight, Eigen::MatrixXd& sums) const {
    const std::uint16_t* a = terms_[i].bin.data();
    const std::uint16_t* b = terms_[j].bin.data();
    std::vector<double> block(terms_[i].bins * terms_[j].bins);
    const std::size_t width = terms_[j].bins;
    for (std::size_t lead = 0; lead < weight.size(); ++lead) block[a[lead] * width + b[lead]] += weight[lead];
    for (std::size_t r = 0; r < terms_[i].bins; ++r)
      for (std::size_t c = 0; c < width; ++c)
        sums(index(layout_.first[j] + c), index(layout_.first[i] + r)) = block[r * width + c];
  }

  std::span<const BinnedTerm> terms_;
  const Layout& layout_;
  Crew& crew_;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;
};

double lossAt(const std::vector<double>& points, std::span<const std::uint8_t> won, std::span<const std::uint8_t> use) {
  double loss = 0;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (use[i] != 0) loss += lossOf(points[i], won[i] != 0);
  return loss;
}

// What a lead adds to gradient and curvature.
void residuals(const std::vector<double>& points, std::span<const std::uint8_t> won, std::span<const std::uint8_t> use,
               std::vector<double>& residual, std::vector<double>& weight) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double p = 1 / (1 + std::exp(-points[i]));
    residual[i] = use[i] != 0 ? won[i] - p : 0;
    weight[i] = use[i] != 0 ? std::max(p * (1 - p), 1e-10) : 0;
  }
}

// The Newton step by conjugate gradients, scaled by the diagonal (Hestenes and Stiefel, 1952). `times` multiplies by
// the penalised curvature.
template <class Times>
Eigen::VectorXd stepByProducts(const Times& times, const Eigen::VectorXd& diagonal, const Eigen::VectorXd& gradient,
                               Crew& crew) {
  Eigen::VectorXd step = Eigen::VectorXd::Zero(gradient.size()), left = gradient;
  Eigen::VectorXd scaled = left.cwiseQuotient(diagonal), direction = scaled;
  double size = left.dot(scaled);
  const double enough = 1e-3 * size;  // the next Newton step mends what is left (Dembo, Eisenstat, Steihaug, 1982)
  for (int round = 0; round < 200 && size > enough && !crew.stopped(); ++round) {
    const Eigen::VectorXd product = times(direction);
    const double length = size / direction.dot(product);
    step += length * direction;
    left -= length * product;
    scaled = left.cwiseQuotient(diagonal);
    const double next = left.dot(scaled);
    direction = scaled + next / size * direction;
    size = next;
  }
  return step;
}

// The standard errors of a term's points, taken from their mean over the leads, out of their covariance.
std::vector<double> aroundTheMean(const BinnedTerm& term, const Eigen::MatrixXd& covariance) {
  Eigen::VectorXd share = Eigen::VectorXd::Zero(covariance.rows());
  for (const std::uint16_t bin : term.bin) share[bin] += 1.0 / static_cast<double>(term.bin.size());
  const Eigen::VectorXd withMean = covariance * share;
  std::vector<double> errors;
  for (Eigen::Index b = 0; b < share.size(); ++b)
    errors.push_back(std::sqrt(std::max(0.0, covariance(b, b) - 2 * withMean[b] + share.dot(withMean))));
  return errors;
}

// Where runs of neighbouring terms begin, of about `unknownsAtOnce` each; then the number of terms.
std::vector<std::size_t> runsOfTerms(std::span<const BinnedTerm> terms) {
  std::vector<std::size_t> runs{0};
  std::size_t unknowns = 0;
  for (std::size_t t = 0; t < terms.size(); ++t) {
    unknowns += terms[t].bins;
    if (unknowns < unknownsAtOnce && t + 1 < terms.size()) continue;
    runs.push_back(t + 1);
    unknowns = 0;
  }
  return runs;
}

}  // namespace

std::vector<double> pointsOf(std::span<const BinnedTerm> terms, const Additive& fit, std::size_t leads) {
  std::vector<double> points(leads, fit.base);
  for (std::size_t t = 0; t < terms.size(); ++t)
    for (std::size_t i = 0; i < leads; ++i) points[i] += fit.points[t][terms[t].bin[i]];
  return points;
}

bool fitLogistic(std::span<const BinnedTerm> terms, std::span<const std::uint8_t> won,
                 std::span<const std::uint8_t> use, double penalty, Crew& crew, Additive& fit) {
  const Layout layout(terms);
  const Sums sums(terms, layout, crew);
  const auto prior = [&](const Eigen::VectorXd& at) { return penaltyTimes(terms, layout, penalty, at); };
  const auto stepAlong = [&](const std::vector<double>& weight, const Eigen::VectorXd& gradient) -> Eigen::VectorXd {
    if (layout.size > mostForCurvature) {
      const auto times = [&](const Eigen::VectorXd& x) -> Eigen::VectorXd {
        return sums.curvatureTimes(weight, x) + prior(x);
      };
      return stepByProducts(times, sums.gradient(weight) + penaltyDiagonal(terms, layout, penalty), gradient, crew);
    }
    Eigen::MatrixXd curvature = sums.curvature(weight);
    addPenalty(terms, layout, penalty, curvature);
    return curvature.selfadjointView<Eigen::Lower>().llt().solve(gradient);
  };
  Eigen::VectorXd x = vectorOf(fit, layout);
  const auto pointsAt = [&](const Eigen::VectorXd& at) {
    return pointsOf(terms, fitOf(at, terms, layout), won.size());
  };
  const auto costOf = [&](const Eigen::VectorXd& at, const std::vector<double>& points) {
    return lossAt(points, won, use) + at.dot(prior(at)) / 2;
  };
  std::vector<double> points = pointsAt(x), residual(won.size()), weight(won.size());
  double cost = costOf(x, points);
  for (int round = 0; round < 50; ++round) {
    residuals(points, won, use, residual, weight);
    const Eigen::VectorXd gradient = sums.gradient(residual) - prior(x);
    const Eigen::VectorXd step = stepAlong(weight, gradient);
    if (crew.stopped()) return false;
    double gained = 0;
    for (double length = 1; length > 1e-6 && gained <= 0; length /= 2) {
      const Eigen::VectorXd next = x + length * step;
      std::vector<double> nextPoints = pointsAt(next);
      const double nextCost = costOf(next, nextPoints);
      if (!(nextCost < cost)) continue;
      gained = cost - nextCost;
      x = next;
      points = std::move(nextPoints);
      cost = nextCost;
    }
    if (gained < 1e-7 * (1 + cost)) break;
  }
  fit = fitOf(x, terms, layout);
  return true;
}

std::vector<std::vector<double>> standardErrors(std::span<const BinnedTerm> terms, std::span<const std::uint8_t> won,
                                                double penalty, Crew& crew, const Additive& fit) {
  const Layout layout(terms);
  const std::vector<double> points = pointsOf(terms, fit, won.size());
  std::vector<double> residual(won.size()), weight(won.size());
  const std::vector<std::uint8_t> all(won.size(), 1);
  residuals(points, won, all, residual, weight);
  Eigen::MatrixXd curvature = Sums(terms, layout, crew).curvature(weight);
  addPenalty(terms, layout, penalty, curvature);
  const Eigen::LLT<Eigen::MatrixXd> solver(curvature);
  std::vector<std::vector<double>> errors(terms.size());
  const std::vector<std::size_t> runs = runsOfTerms(terms);
  crew.run(runs.size() - 1, [&](std::size_t run) {
    const std::size_t from = runs[run], to = runs[run + 1];
    const Eigen::Index first = index(layout.first[from]);
    const Eigen::Index unknowns = index(layout.first[to - 1] + terms[to - 1].bins) - first;
    Eigen::MatrixXd inverse = Eigen::MatrixXd::Zero(curvature.rows(), unknowns);
    inverse.middleRows(first, unknowns).setIdentity();
    solver.solveInPlace(inverse);
    for (std::size_t t = from; t < to; ++t) {
      const Eigen::Index at = index(layout.first[t]), bins = index(terms[t].bins);
      errors[t] = aroundTheMean(terms[t], inverse.block(at, at - first, bins, bins));
    }
  });
  return errors;
}

}  // namespace leadlight
