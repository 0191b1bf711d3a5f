#include "scoring/train/assembly.h"

#include <algorithm>
#include <cmath>

#include "scoring/train/additive.h"

namespace leadlight {

namespace {

constexpr double negligible = 0.002;  // points; a term that never gives more is left out

GridAxis axisOf(const BinnedColumn& column, const CoarseAxis& coarse) {
  GridAxis axis{column.column->name(), {}, column.column->type() == ColumnType::Date, {}};
  if (column.ordered()) {
    for (std::size_t slot = 1; slot + 1 < column.slotCount(); ++slot)
      if (coarse.pooled[slot] != coarse.pooled[slot - 1]) axis.edges.push_back(column.edges[slot - 1]);
  } else {
    axis.groups.resize(coarse.axis.slots - 2);
    for (std::size_t slot = 0; slot < axis.groups.size(); ++slot) axis.groups[slot] = {column.values[slot]};
  }
  return axis;
}

// Moves the mean of each row of the grid, or of each column, over its training leads into `column`'s own points.
void moveMargin(std::vector<double>& grid, const std::vector<std::uint64_t>& rows, std::size_t across, bool ofRows,
                const CoarseAxis& axis, std::vector<double>& column) {
  std::vector<double> sum(axis.axis.slots), weight(axis.axis.slots);
  const auto slotOf = [&](std::size_t cell) { return ofRows ? cell / across : cell % across; };
  for (std::size_t cell = 0; cell < grid.size(); ++cell) {
    sum[slotOf(cell)] += grid[cell] * static_cast<double>(rows[cell]);
    weight[slotOf(cell)] += static_cast<double>(rows[cell]);
  }
  for (std::size_t slot = 0; slot < sum.size(); ++slot) sum[slot] = weight[slot] > 0 ? sum[slot] / weight[slot] : 0;
  for (std::size_t cell = 0; cell < grid.size(); ++cell) grid[cell] -= sum[slotOf(cell)];
  for (std::size_t slot = 0; slot < column.size(); ++slot) column[slot] += sum[axis.pooled[slot]];
}

// The grid's points, points[at], then say only what its two columns say together.
void moveMargins(const LearnedGrid& grid, const std::vector<std::uint64_t>& rows,
                 std::vector<std::vector<double>>& points, std::size_t at) {
  for (int round = 0; round < 20; ++round) {
    moveMargin(points[at], rows, grid.columnAxis.axis.slots, true, grid.rowAxis, points[grid.rows]);
    moveMargin(points[at], rows, grid.columnAxis.axis.slots, false, grid.columnAxis, points[grid.columns]);
  }
}

Term gridTermOf(const TrainingData& data, const LearnedGrid& grid, std::vector<double> points) {
  const BinnedColumn &rows = data.columns[grid.rows], &columns = data.columns[grid.columns];
  GridTerm term{axisOf(rows, grid.rowAxis), axisOf(columns, grid.columnAxis), std::move(points)};
  return {rows.column->label() + " x " + columns.column->label(), std::move(term)};
}

bool saysNothing(const std::vector<double>& points, const std::vector<std::uint64_t>& rows) {
  for (std::size_t i = 0; i < points.size(); ++i)
    if (rows[i] > 0 && std::fabs(points[i]) > negligible) return false;
  return true;
}

std::vector<double> scaled(std::vector<double> points, double slope) {
  for (double& point : points) point *= slope;
  return points;
}

// Errors are written and read by people.
double shortNumber(double value) { return std::round(value * 1e4) / 1e4; }
std::vector<double> shortNumbers(std::vector<double> values) {
  std::transform(values.begin(), values.end(), values.begin(), shortNumber);
  return values;
}

// The slot of a training row in a grid.
struct CellOf {
  const BinnedColumn &rows, &columns;
  const LearnedGrid& grid;
  std::size_t operator()(std::uint32_t row) const {
    return grid.rowAxis.pooled[rows.codes[row]] * grid.columnAxis.axis.slots +
           grid.columnAxis.pooled[columns.codes[row]];
  }
};

void makeNamesUnique(std::vector<Term>& terms) {
  for (std::size_t i = 0; i < terms.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (terms[i].name == terms[j].name) {
        terms[i].name += " (" + terms[i].column() + ")";
        break;
      }
}

}  // namespace

Scorecard assembled(const TrainingData& data, const Ensemble& ensemble, std::span<const LearnedGrid> grids,
                    const Stacking& stacking, Crew& crew) {
  const std::size_t columns = data.columns.size();
  std::vector<std::vector<double>> points(columns + grids.size());
  std::vector<Support> support(points.size());
  const bool whole = crew.run(points.size(), [&](std::size_t i) {
    points[i] = scaled(ensemble.points(i), stacking.weights[i]);
    if (i < columns) {
      support[i] = supportOf(data, points[i].size(), [&](std::uint32_t row) { return data.columns[i].codes[row]; });
    } else {
      const LearnedGrid& grid = grids[i - columns];
      support[i] = supportOf(data, points[i].size(), CellOf{data.columns[grid.rows], data.columns[grid.columns], grid});
    }
    support[i].errors = shortNumbers(scaled(ensemble.errors(i), stacking.weights[i]));
  });
  if (!whole) return {};

  Scorecard card;
  card.link = Link::Logistic;
  card.base = stacking.offset + ensemble.base();
  for (std::size_t g = 0; g < grids.size(); ++g) moveMargins(grids[g], support[columns + g].rows, points, columns + g);
  for (std::size_t i = 0; i < columns; ++i) card.base += centred(points[i], support[i].rows);
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (saysNothing(points[i], support[i].rows)) continue;
    Term term =
        i < columns ? termOf(data.columns[i], points[i]) : gridTermOf(data, grids[i - columns], std::move(points[i]));
    term.support = std::move(support[i]);
    card.terms.push_back(std::move(term));
  }
  makeNamesUnique(card.terms);
  return card;
}

}  // namespace leadlight
