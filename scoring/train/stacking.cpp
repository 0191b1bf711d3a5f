#include "scoring/train/stacking.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "scoring/log_loss.h"
#include "scoring/train/inner_folds.h"

namespace leadlight {

namespace {

constexpr unsigned folds = 5;
// Weights of the pull towards the common slope, in log-likelihood; the first leaves slope and offset alone.
constexpr std::array<double, 5> pulls = {1e9, 60, 15, 4, 1};
constexpr double commonPull = 1;       // towards slope 1, offset 0, in rows
constexpr std::size_t enough = 60000;  // more rows do not change the weights
constexpr int mostSteps = 60;
constexpr double leastGain = 1e-4;  // of log-likelihood, in a step

Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }

// A row's offset, the sum of its points and each term's points; the unknowns are offset, slope and deviations from it.
struct Design {
  Eigen::MatrixXf rows;
  std::vector<std::uint8_t> converted;
  std::vector<std::uint8_t> fold;
};

using Vector = Eigen::VectorXd;

Vector startOf(const Design& design) {
  Vector start = Vector::Zero(design.rows.cols());
  start[1] = 1;
  return start;
}

// Minus the log-likelihood of the rows in `fold`, or of those that are not, given each row's log-odds.
double foldLoss(const Design& design, const Eigen::VectorXf& logit, unsigned fold, bool in) {
  double loss = 0;
  for (std::size_t row = 0; row < design.fold.size(); ++row)
    if ((design.fold[row] == fold) == in)
      loss += lossOf(static_cast<double>(logit[index(row)]), design.converted[row] != 0);
  return loss;
}

// The curvature of the rows in `fold` at the start.
Eigen::MatrixXd curvatureOf(const Design& design, unsigned fold) {
  const Eigen::Index unknowns = design.rows.cols();
  const auto rows = std::count(design.fold.begin(), design.fold.end(), fold);
  Eigen::MatrixXf weighted(unknowns, rows);
  Eigen::Index at = 0;
  for (std::size_t row = 0; row < design.fold.size(); ++row) {
    if (design.fold[row] != fold) continue;
    const float p = 1 / (1 + std::exp(-design.rows(index(row), 1)));
    weighted.col(at++) = std::sqrt(p * (1 - p)) * design.rows.row(index(row)).transpose();
  }
  Eigen::MatrixXf sum = Eigen::MatrixXf::Zero(unknowns, unknowns);
  sum.selfadjointView<Eigen::Lower>().rankUpdate(weighted);
  return sum.cast<double>();
}

// From `x` to the minimum of the log-loss of the rows outside `fold` and of the pulls. The unknowns stay so near the
// start that steps by its curvature will do; a new one each time would cost a product of the whole design.
Vector minimum(const Design& design, const Eigen::MatrixXd& curvature, unsigned fold, double pull, Vector x,
               Crew& crew) {
  Vector pulling = Vector::Constant(x.size(), pull);
  pulling[0] = pulling[1] = commonPull;
  const Vector start = startOf(design);
  Eigen::MatrixXd pulled = curvature;
  pulled.diagonal() += pulling;
  const Eigen::LDLT<Eigen::MatrixXd> solver(pulled);
  Eigen::VectorXf logit = design.rows * x.cast<float>();
  const auto costOf = [&](const Vector& at, const Eigen::VectorXf& points) {
    return foldLoss(design, points, fold, false) + 0.5 * (at - start).cwiseAbs2().dot(pulling);
  };
  double cost = costOf(x, logit), gained = 1;
  for (int round = 0; round < mostSteps && gained > leastGain && !crew.stopped(); ++round) {
    Eigen::VectorXf residual(logit.size());
    for (std::size_t row = 0; row < design.fold.size(); ++row)
      residual[index(row)] = design.fold[row] == fold
                                 ? 0
                                 : static_cast<float>(design.converted[row]) - 1 / (1 + std::exp(-logit[index(row)]));
    const Vector gradient = (design.rows.transpose() * residual).cast<double>() - pulling.cwiseProduct(x - start);
    const Vector step = solver.solve(gradient);
    gained = 0;
    for (double share = 1; share > 1e-6 && gained <= 0; share /= 2) {
      const Vector next = x + share * step;
      const Eigen::VectorXf points = design.rows * next.cast<float>();
      const double nextCost = costOf(next, points);
      if (!(nextCost < cost)) continue;
      gained = cost - nextCost;
      cost = nextCost;
      x = next;
      logit = points;
    }
  }
  return x;
}

Design designOf(double base, std::span<const std::vector<float>> points, std::span<const std::uint8_t> converted,
                std::span<const std::uint32_t> rows, std::uint64_t seed) {
  const std::size_t stride = std::max<std::size_t>(1, (rows.size() + enough - 1) / enough);
  Design design;
  std::vector<std::uint32_t> kept;
  for (std::size_t i = 0; i < rows.size(); i += stride) {
    kept.push_back(rows[i]);
    design.converted.push_back(converted[i]);
  }
  design.rows.resize(index(kept.size()), index(points.size() + 2));
  design.rows.col(0).setOnes();
  design.rows.col(1).setConstant(static_cast<float>(base));
  for (std::size_t t = 0; t < points.size(); ++t) {
    for (std::size_t i = 0; i < kept.size(); ++i) design.rows(index(i), index(t + 2)) = points[t][i * stride];
    design.rows.col(1) += design.rows.col(index(t + 2));
  }
  design.fold = innerFolds(kept, design.converted, folds, seed);
  return design;
}

// Takes terms that would count the wrong way round out of the design. Were there any?
bool takeOutNegative(Design& design, const Vector& x, std::vector<bool>& out) {
  bool found = false;
  for (std::size_t t = 0; t < out.size(); ++t) {
    if (out[t] || x[1] + x[index(t + 2)] >= 0) continue;
    design.rows.col(1) -= design.rows.col(index(t + 2));
    design.rows.col(index(t + 2)).setZero();
    out[t] = found = true;
  }
  return found;
}

}  // namespace

std::optional<Stacking> stacked(double base, std::span<const std::vector<float>> points,
                                std::span<const std::uint8_t> converted, std::span<const std::uint32_t> rows,
                                std::uint64_t seed, Crew& crew) {
  Design design = designOf(base, points, converted, rows, seed);
  std::array<Eigen::MatrixXd, folds> curvature;
  Eigen::MatrixXd whole;
  const auto measure = [&] {
    const auto ofFold = [&](std::size_t f) { curvature[f] = curvatureOf(design, static_cast<unsigned>(f)); };
    if (!crew.run(folds, ofFold)) return false;
    whole = curvature[0];
    for (unsigned f = 1; f < folds; ++f) whole += curvature[f];
    return true;
  };
  if (!measure()) return std::nullopt;

  double best = 0, pull = 0;
  std::array<Vector, folds> x;
  x.fill(startOf(design));
  for (const double one : pulls) {  // each fit starts from the one before
    std::array<double, folds> unseen{};
    const bool done = crew.run(folds, [&](std::size_t f) {
      const auto fold = static_cast<unsigned>(f);
      x[f] = minimum(design, whole - curvature[f], fold, one, x[f], crew);
      unseen[f] = foldLoss(design, design.rows * x[f].cast<float>(), fold, true);
    });
    if (!done) return std::nullopt;
    const double loss = std::accumulate(unseen.begin(), unseen.end(), 0.0);
    if (pull != 0 && !(loss < best)) continue;
    best = loss;
    pull = one;
  }
  Vector all = minimum(design, whole, folds, pull, startOf(design), crew);
  std::vector<bool> out(points.size());
  while (takeOutNegative(design, all, out)) {
    if (!measure()) return std::nullopt;
    all = minimum(design, whole, folds, pull, startOf(design), crew);
  }
  if (crew.stopped()) return std::nullopt;
  Stacking stacking{all[0] + (all[1] - 1) * base, {}};
  for (std::size_t t = 0; t < points.size(); ++t) stacking.weights.push_back(out[t] ? 0.0 : all[1] + all[index(t + 2)]);
  return stacking;
}

}  // namespace leadlight
