#include "app/gui/scoring/scoring_effect_card.h"

#include <QBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/gui/scoring/scoring_curves.h"
#include "app/gui/scoring/scoring_tab.h"
#include "widgets/charts/chart_text.h"
#include "widgets/charts/curve_chart.h"
#include "widgets/format.h"
#include "widgets/kit/plain_table.h"

namespace leadlight {

namespace {

constexpr int rowHeight = 24;

// The scores of both versions as shares of the leads.
CurveModel distributionModel(const DraftEffect& effect, double low, double high) {
  CurveModel model;
  model.title = ScoringEffectCard::tr("Leads by score, before and after");
  model.x = {CurveAxis::Unit::Number, low, high, ScoringEffectCard::tr("score")};
  model.y.high = 0.01;
  const double width = scoreBinWidth({effect.before.get(), effect.after.get()}, high - low, 25);
  for (const bool after : {false, true}) {
    const ScoringStudy& study = after ? *effect.after : *effect.before;
    const MirrorModel bins = histogramModel(study, low, high, 1, width);
    CurveLine line;
    line.name = after ? ScoringEffectCard::tr("after") : ScoringEffectCard::tr("before");
    line.main = after;
    for (std::size_t bin = 0; bin < bins.converted.size(); ++bin) {
      const std::uint64_t leads = bins.converted[bin] + (bins.rest.empty() ? 0 : bins.rest[bin]);
      const double share = static_cast<double>(leads) / std::max(1.0, static_cast<double>(effect.leads));
      const double x = std::min(high, low + width * (static_cast<double>(bin) + 0.5));
      line.points.append(QPointF(x, share));
      model.y.high = std::max(model.y.high, share * 1.1);
    }
    model.lines.push_back(std::move(line));
  }
  return model;
}

QString rankingWords(const DraftEffect& effect) {
  const Estimate& change = effect.aucChange;
  const QString words =
      ScoringEffectCard::tr("AUC %1, before %2").arg(metricText(effect.aucAfter), metricText(effect.aucBefore));
  if (std::isnan(change.low)) return words + QLatin1Char('.');
  return words + (change.low > 0    ? ScoringEffectCard::tr(": it ranks better.")
                  : change.high < 0 ? ScoringEffectCard::tr(": it ranks worse.")
                                    : ScoringEffectCard::tr(": no difference that these leads can show."));
}

}  // namespace

ScoringEffectCard::ScoringEffectCard(QWidget* parent) : Card(tr("What your edits change"), parent) {
  body()->setContentsMargins(16, 4, 16, 12);
  undo_ = new Button(Icon::Undo, tr("Undo"), ButtonKind::Flat);
  discard_ = new Button(tr("Discard"), ButtonKind::Plain);
  save_ = new Button(Icon::Save, tr("Save as a new version"), ButtonKind::Primary);
  for (Button* button : {undo_, discard_, save_}) {
    button->setSmall();
    tools()->addWidget(button);
  }
  words_ = wrappingLabel(TextRole::Body);
  bands_ = new PlainTable(tr("Bands before and after"),
                          {tr("Band"), tr("Leads before"), tr("after"), tr("Convert before"), tr("after")}, rowHeight);
  bands_->setSelectionMode(QAbstractItemView::NoSelection);
  scores_ = new CurveChart;
  scores_->setFixedHeight(150);
  auto* across = new QHBoxLayout;
  auto* left = new QVBoxLayout;
  left->addWidget(words_);
  left->addWidget(bands_, 1);
  across->addLayout(left, 3);
  across->addWidget(scores_, 2);
  body()->addLayout(across);
}

void ScoringEffectCard::display(const DraftEffect& effect, double low, double high) {
  QString words = effect.moved == 0
                      ? tr("No lead changes band.")
                      : tr("%1 of %2 leads change band.").arg(formatCount(effect.moved), formatCount(effect.leads));
  if (effect.hasOutcome && !std::isnan(effect.aucAfter)) words += QLatin1Char(' ') + rankingWords(effect);
  say(words);
  const auto rate = [&](const Rate& share, std::uint64_t leads) {
    if (!effect.hasOutcome || leads == 0) return formatDecimal(std::nan(""));
    return formatPercent(share.rate, leads < fewLeads ? 0 : 1);
  };
  bands_->setRowCount(static_cast<int>(effect.bands.size()));
  for (int row = 0; row < bands_->rowCount(); ++row) {
    const DraftEffect::BandChange& band = effect.bands[static_cast<std::size_t>(row)];
    bands_->setRow(row, {band.name, formatCount(band.before), formatCount(band.after),
                         rate(band.rateBefore, band.before), rate(band.rateAfter, band.after)});
    bands_->item(row, 4)->setToolTip(intervalText(band.rateAfter));
  }
  bands_->setFixedHeight(rowHeight * (bands_->rowCount() + 1) + 8);
  scores_->display(distributionModel(effect, low, high));
}

}  // namespace leadlight
