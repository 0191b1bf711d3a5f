#include "app/gui/score_lead/score_lead_chance.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

#include "scoring/train/outcomes.h"
#include "widgets/charts/chart_text.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ScoreLeadChance)
};

constexpr double nearShare = 0.025;  // of the range, to either side

}  // namespace

std::optional<ScoreNeighbours> neighboursOf(const Frame& frame, const Target& target, double score,
                                            const Progress& progress) {
  const Column* scores = frame.find(scoreColumn);
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (scores == nullptr || scores->type() != ColumnType::Decimal || !outcomes) return std::nullopt;
  const std::vector<double>& values = scores->decimals();
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (!(low <= high)) return std::nullopt;
  ScoreNeighbours found;
  for (double reach = std::max(1e-9, (high - low) * nearShare); !progress.cancelled(); reach *= 2) {
    found = {score - reach, score + reach, 0, 0};
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (!(values[row] >= found.low && values[row] <= found.high) || !outcomes->isKnown(row)) continue;
      ++found.leads;
      found.converted += outcomes->of[row];
    }
    if (found.leads >= fewLeads || (found.low <= low && found.high >= high)) break;
  }
  found.low = std::max(found.low, low);
  found.high = std::min(found.high, high);
  return found;
}

std::vector<std::uint32_t> nearestByScore(const Frame& frame, double score, std::size_t most) {
  const Column* scores = frame.find(scoreColumn);
  std::vector<std::uint32_t> rows;
  if (scores == nullptr || scores->type() != ColumnType::Decimal) return rows;
  const std::vector<double>& values = scores->decimals();
  for (std::size_t row = 0; row < values.size(); ++row)
    if (!std::isnan(values[row])) rows.push_back(static_cast<std::uint32_t>(row));
  const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(most, rows.size()));
  std::partial_sort(rows.begin(), end, rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    const double fromA = std::abs(values[a] - score), fromB = std::abs(values[b] - score);
    return fromA != fromB ? fromA < fromB : a > b;
  });
  rows.erase(end, rows.end());
  return rows;
}

QString neighboursSentence(const ScoreNeighbours& neighbours) {
  if (neighbours.leads == 0) return {};
  return Words::tr("Of %1 past leads that score %2 to %3, %4 converted (%5).")
      .arg(formatCount(neighbours.leads), formatDecimal(neighbours.low), formatDecimal(neighbours.high),
           formatRate(neighbours.converted, neighbours.leads),
           intervalText(wilson(neighbours.converted, neighbours.leads)));
}

}  // namespace leadlight
