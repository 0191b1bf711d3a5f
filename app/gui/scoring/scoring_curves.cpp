#include "app/gui/scoring/scoring_curves.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "model/frame/common_step.h"
#include "widgets/charts/chart_text.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ScoringCurves)
};

constexpr int moneyPoints = 200;

CurveLine lineOf(const std::vector<CurvePoint>& points) {
  CurveLine line;
  line.points.reserve(static_cast<qsizetype>(points.size()));
  for (const CurvePoint& point : points) line.points.append(QPointF(point.x, point.y));
  return line;
}

CurveModel shareModel(const QString& title, const QString& across, const std::vector<CurvePoint>& points) {
  CurveModel model;
  model.title = title;
  model.x.title = across;
  if (!points.empty()) model.lines.push_back(lineOf(points));
  return model;
}

}  // namespace

CurveModel gainModel(const ScoringStudy& study) {
  CurveModel model = shareModel(Words::tr("Gain"), Words::tr("share of leads called, best first"), study.gain);
  model.diagonal = Words::tr("by chance");
  return model;
}

CurveModel liftModel(const ScoringStudy& study) {
  CurveModel model = shareModel(Words::tr("Lift"), Words::tr("share of leads called, best first"), study.lift);
  model.y.unit = CurveAxis::Unit::Number;
  model.y.high = 1;
  for (const CurvePoint& point : study.lift) model.y.high = std::max(model.y.high, point.y);
  model.y.high = std::ceil(model.y.high * 1.05 * 2) / 2;
  return model;
}

CurveModel rocModel(const ScoringStudy& study) {
  CurveModel model = shareModel(Words::tr("ROC"), Words::tr("share of the others called"), study.roc);
  model.diagonal = Words::tr("by chance");
  return model;
}

CurveModel prModel(const ScoringStudy& study) {
  return shareModel(Words::tr("Precision and recall"), Words::tr("share of conversions reached"), study.pr);
}

// Ten groups of leads as equal as leads of one score allow, for scorecards that predict no chance.
static CurveModel byScoreModel(const ScoringStudy& study) {
  CurveModel model;
  model.title = Words::tr("Conversion by score");
  const std::vector<Ranking::Step>& steps = study.ranking.steps();
  if (steps.empty()) return model;
  model.x = {CurveAxis::Unit::Number, std::min(0.0, steps.back().score), std::max(1.0, steps.front().score),
             Words::tr("mean score of the group")};
  std::uint64_t leads = 0, won = 0, seen = 0;
  double sum = 0;
  for (const Ranking::Step& step : steps) {
    sum += step.score * static_cast<double>(step.leads - seen);
    seen = step.leads;
    const bool full = 10 * (step.leads - leads) >= study.ranking.leads();
    if (!full && &step != &steps.back()) continue;
    const std::uint64_t here = step.leads - leads;
    const Rate rate = wilson(step.won - won, here);
    CurveDot dot{sum / static_cast<double>(here), rate.rate, rate.low, rate.high, here < fewLeads, {}};
    dot.tip = Words::tr("score about %1: %2 converted (%3), %4")
                  .arg(formatDecimal(dot.x), formatRate(step.won - won, here), intervalText(rate), formatLeads(here));
    model.dots.insert(model.dots.begin(), std::move(dot));
    leads = step.leads;
    won = step.won;
    sum = 0;
  }
  return model;
}

QString groupsWords(const CurveModel& groups) {
  const auto count = static_cast<int>(groups.dots.size());
  if (count == 10) return Words::tr("Ten equal groups, with 95% intervals");
  return Words::tr("%n groups: equal scores stay together", nullptr, count);
}

CurveModel calibrationModel(const ScoringStudy& study) {
  if (study.calibration.empty()) return byScoreModel(study);
  CurveModel model;
  model.title = Words::tr("Calibration");
  model.x.title = Words::tr("predicted");
  model.diagonal = QStringLiteral("-");
  for (const CalibrationBin& bin : study.calibration) {
    if (bin.leads == 0) continue;
    const Rate rate = bin.rate();
    CurveDot dot{bin.foretold, rate.rate, rate.low, rate.high, bin.leads < fewLeads, {}};
    dot.tip = Words::tr("predicted %1, came %2 (%3), %4")
                  .arg(formatPercent(bin.foretold), formatRate(bin.converted, bin.leads), intervalText(rate),
                       formatLeads(bin.leads));
    model.dots.push_back(std::move(dot));
  }
  return model;
}

CurveModel moneyModel(const ScoringStudy& study, const Economics& economics, double low, double high) {
  CurveModel model;
  model.title = Words::tr("Money");
  model.x = {CurveAxis::Unit::Number, low, high, Words::tr("threshold")};
  model.y = {CurveAxis::Unit::Number, 0, 0, {}};
  CurveLine line;
  for (int i = 0; i <= moneyPoints; ++i) {
    const double threshold = low + (high - low) * i / moneyPoints;
    const double money = callListAt(study.ranking, threshold, economics).money;
    model.y.low = std::min(model.y.low, money);
    model.y.high = std::max(model.y.high, money);
    line.points.append(QPointF(threshold, money));
  }
  const double step = roundStep(std::max(1.0, model.y.high - model.y.low), 5, 0);
  model.y.low = std::floor(model.y.low / step) * step;
  model.y.high = std::max(step, std::ceil(model.y.high / step) * step);
  model.lines.push_back(std::move(line));
  return model;
}

static double commonStep(std::initializer_list<const ScoringStudy*> studies) {
  CommonStep common;
  for (const ScoringStudy* study : studies)
    for (const Ranking::Step& at : study->ranking.steps()) common.add(at.score);
  return common.step();
}

double scoreBinWidth(std::initializer_list<const ScoringStudy*> studies, double range, std::size_t bins) {
  const double least = range / static_cast<double>(bins), unit = commonStep(studies);
  return unit > 0 ? roundWidth(least, unit) : least;
}

MirrorModel histogramModel(const ScoringStudy& study, double low, double high, double step, double width) {
  MirrorModel model;
  model.title = Words::tr("Scores by outcome");
  model.low = low;
  model.step = step;
  const std::vector<Ranking::Step>& steps = study.ranking.steps();
  auto bins = static_cast<std::size_t>(std::max(1.0, std::ceil((high - low) / width - 1e-9)));
  // Where each score has a bin of its own, the best has one, too.
  const bool single = !steps.empty() && commonStep({&study}) == width;
  if (single && steps.front().score >= low + width * static_cast<double>(bins)) ++bins;
  model.high = low + width * static_cast<double>(bins);
  model.converted.assign(bins, 0);
  if (study.hasOutcome) model.rest.assign(bins, 0);
  std::uint64_t leads = 0, won = 0;
  for (const Ranking::Step& at : steps) {
    const double place = std::clamp(std::floor((at.score - low) / width), 0.0, static_cast<double>(bins - 1));
    const auto bin = static_cast<std::size_t>(place);
    const std::uint64_t here = at.leads - leads, wonHere = at.won - won;
    model.converted[bin] += study.hasOutcome ? wonHere : here;
    if (study.hasOutcome) model.rest[bin] += here - wonHere;
    leads = at.leads;
    won = at.won;
  }
  return model;
}

}  // namespace leadlight
