#include "scoring/train/stacking.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>

#include "scoring/train/calibration.h"
#include "scoring/train/inner_folds.h"

namespace leadlight {

namespace {

constexpr unsigned folds = 5;
// Weights of the pull towards the common slope, in log-likelihood; the first leaves slope and offset alone.
constexpr std::array<double, 5> pulls = {1e9, 60, 15, 4, 1};
constexpr double commonPull = 1;       // towards slope 1, offset 0, in rows
constexpr std::size_t enough = 60000;  // more rows do not change the weights
constexpr int mostSteps = 12;

Eigen::Index index(std::size_t i) { return static_cast<Eigen::Index>(i); }

// A row's offset, the sum of its points and each term's points; the unknowns are offset, slope and deviations from it.
struct Design {
  Eigen::MatrixXf rows;
  std::vector<std::uint8_t> converted;
  std::vector<std::uint8_t> fold;
};

using Vector = Eigen::VectorXd;

struct Objective {
  const Design& design;
  std::vector<Eigen::Index> use;  // rows
  double pull;

  Vector penalty(Eigen::Index unknowns) const {
    Vector penalty = Vector::Constant(unknowns, pull);
    penalty[0] = penalty[1] = commonPull;
    return penalty;
  }
  double operator()(const Vector& x) const {
    double loss = 0;
    const Eigen::VectorXf logit = design.rows * x.cast<float>();
    for (const Eigen::Index row : use) {
      const auto at = static_cast<double>(logit[row]);
      const double wrong = design.converted[static_cast<std::size_t>(row)] != 0 ? -at : at;
      loss += std::max(0.0, wrong) + std::log1p(std::exp(-std::fabs(wrong)));
    }
    Vector away = x;
    away[1] -= 1;
    return loss + 0.5 * away.cwiseAbs2().dot(penalty(x.size()));
  }
  Vector step(const Vector& x) const {
    const Eigen::VectorXf logit = design.rows * x.cast<float>();
    Eigen::VectorXf residual = Eigen::VectorXf::Zero(logit.size()), weight = residual;
    for (const Eigen::Index row : use) {
      const float p = 1 / (1 + std::exp(-logit[row]));
      residual[row] = static_cast<float>(design.converted[static_cast<std::size_t>(row)]) - p;
      weight[row] = std::sqrt(p * (1 - p));
    }
    const Eigen::MatrixXf weighted = weight.asDiagonal() * design.rows;
    Eigen::MatrixXd curvature = (weighted.transpose() * weighted).cast<double>();
    Vector away = x;
    away[1] -= 1;
    const Vector pulled = penalty(x.size());
    const Vector gradient = (design.rows.transpose() * residual).cast<double>() - pulled.cwiseProduct(away);
    curvature.diagonal() += pulled;
    return curvature.ldlt().solve(gradient);
  }
};

// Newton steps, halved until they help; nullopt when cancelled.
std::optional<Vector> minimum(const Objective& objective, Vector x, Crew& crew) {
  double loss = objective(x);
  for (int round = 0; round < mostSteps; ++round) {
    if (crew.stopped()) return std::nullopt;
    const Vector step = objective.step(x);
    double share = 1, next = loss;
    for (int halving = 0; halving < 20; ++halving, share /= 2)
      if ((next = objective(x + share * step)) < loss) break;
    if (!(next < loss - 1e-6)) break;
    x += share * step;
    loss = next;
  }
  return x;
}

std::vector<Eigen::Index> rowsWhere(const Design& design, unsigned fold, bool in) {
  std::vector<Eigen::Index> rows;
  for (std::size_t i = 0; i < design.fold.size(); ++i)
    if ((design.fold[i] == fold) == in) rows.push_back(index(i));
  return rows;
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

// The log-loss of the rows of each fold, by weights that the others taught; nullopt when cancelled.
std::optional<double> unseenLoss(const Design& design, double pull, Crew& crew) {
  Vector start = Vector::Zero(design.rows.cols());
  start[1] = 1;
  double loss = 0;
  for (unsigned fold = 0; fold < folds; ++fold) {
    const auto x = minimum({design, rowsWhere(design, fold, false), pull}, start, crew);
    if (!x) return std::nullopt;
    Vector free = *x;
    const Objective judge{design, rowsWhere(design, fold, true), 0};
    loss += judge(free) - 0.5 * commonPull * (free[0] * free[0] + (free[1] - 1) * (free[1] - 1));
  }
  return loss;
}

}  // namespace

std::optional<Stacking> stacked(double base, std::span<const std::vector<float>> points,
                                std::span<const std::uint8_t> converted, std::span<const std::uint32_t> rows,
                                std::uint64_t seed, Crew& crew) {
  const Design design = designOf(base, points, converted, rows, seed);
  double best = 0, pull = 0;
  for (const double one : pulls) {
    const auto loss = unseenLoss(design, one, crew);
    if (!loss) return std::nullopt;
    if (pull != 0 && !(*loss < best)) continue;
    best = *loss;
    pull = one;
  }
  Vector start = Vector::Zero(design.rows.cols());
  start[1] = 1;
  const auto x = minimum({design, rowsWhere(design, folds, false), pull}, start, crew);
  if (!x) return std::nullopt;
  Stacking stacking{(*x)[0] + ((*x)[1] - 1) * base, {}};
  for (std::size_t t = 0; t < points.size(); ++t)
    stacking.weights.push_back(std::max(0.0, (*x)[1] + (*x)[index(t + 2)]));
  return stacking;
}

}  // namespace leadlight
