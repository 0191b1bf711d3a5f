#include "app/gui/scoring/scoring_comparison.h"

#include <QCoreApplication>
#include <cmath>

#include "app/gui/shipped_words.h"
#include "scoring/evaluate/compare.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ScoringComparison)
};

constexpr std::size_t mostMovers = 50;

std::vector<QString> bandNames(const Scorecard& scorecard) {
  std::vector<QString> names;
  for (const Band& band : scorecard.bands) names.push_back(QString::fromStdString(band.name));
  return names;
}

std::vector<FigurePair> figuresOf(const Evaluation& champion, const Evaluation& challenger) {
  const double unknown = std::nan("");
  using As = FigurePair::As;
  const auto plain = [&](const QString& name, double a, double b, bool less, As as = As::Metric) {
    return FigurePair{name, a, b, {b - a, unknown, unknown}, less, as};
  };
  const Metrics &a = champion.metrics, &b = challenger.metrics;
  std::vector<FigurePair> figures{{Words::tr("AUC"), a.auc, b.auc,
                                   aucDifference(challenger.score, champion.score, champion.won), false, As::Metric},
                                  plain(Words::tr("PR-AUC"), a.prAuc, b.prAuc, false)};
  FigurePair loss = plain(Words::tr("Log-loss"), a.logLoss, b.logLoss, true);
  if (!champion.probability.empty() && !challenger.probability.empty())
    loss.difference = lossDifference(challenger.points, champion.points, champion.won);
  figures.push_back(loss);
  figures.push_back(plain(Words::tr("Brier"), a.brier, b.brier, true));
  figures.push_back(plain(Words::tr("ECE"), a.ece, b.ece, true));
  figures.push_back(plain(Words::tr("Lift at 10%"), a.lift10, b.lift10, false, As::Times));
  figures.push_back(plain(Words::tr("Capture at 20%"), a.capture20, b.capture20, false, As::Share));
  return figures;
}

}  // namespace

StudyComparison comparisonOf(const RegisteredScorecard& champion, const ScoringStudy& championStudy,
                             const RegisteredScorecard& challenger, const ScoringStudy& challengerStudy,
                             const Frame& frame) {
  const Evaluation &a = championStudy.evaluation, &b = challengerStudy.evaluation;
  StudyComparison result;
  result.leads = a.score.size();
  result.hasOutcome = championStudy.hasOutcome && challengerStudy.hasOutcome;
  result.championFlattered = !championStudy.honest();
  result.challengerFlattered = !challengerStudy.honest();
  if (result.hasOutcome) result.figures = figuresOf(a, b);

  BandMoves& moves = result.moves;
  moves.fromName = scorecardTitle(champion.stored.name);
  moves.toName = scorecardTitle(challenger.stored.name);
  moves.from = bandNames(champion.scorecard);
  moves.to = bandNames(challenger.scorecard);
  moves.outcome = result.hasOutcome;
  moves.cells.resize(moves.from.size() * moves.to.size());
  if (!moves.cells.empty()) {
    for (std::size_t i = 0; i < a.score.size(); ++i) {
      const std::size_t from = champion.scorecard.bandIndex(a.score[i]);
      const std::size_t to = challenger.scorecard.bandIndex(b.score[i]);
      BandMoves::Cell& cell = moves.cells[from * moves.to.size() + to];
      ++cell.leads;
      cell.converted += a.won[i];
      result.moved += moves.from[from] != moves.to[to] ? 1U : 0U;
    }
  }

  for (const PlaceMove& move : greatestMoves(a.score, b.score, mostMovers)) {
    const std::uint32_t row = a.rows.empty() ? static_cast<std::uint32_t>(move.at) : a.rows[move.at];
    result.movers.push_back({frame.leadIds()[row], row, a.score[move.at], b.score[move.at], a.won[move.at] != 0});
  }
  return result;
}

}  // namespace leadlight
