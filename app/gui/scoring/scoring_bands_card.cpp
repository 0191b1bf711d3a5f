#include "app/gui/scoring/scoring_bands_card.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <algorithm>
#include <cmath>

#include "app/gui/scoring/scoring_words.h"
#include "widgets/charts/chart_text.h"
#include "widgets/format.h"
#include "widgets/kit/combo_box.h"
#include "widgets/score_bands.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

// Bands start at tenths: what people can say and type. Rounded up, so that a list is never longer than asked for.
double tenth(double threshold) { return std::ceil(threshold * 10 - 1e-9) / 10; }

void roundBands(std::vector<Band>& bands) {
  for (Band& band : bands) band.from = std::isfinite(band.from) ? tenth(band.from) : band.from;
  bands.erase(std::unique(bands.begin(), bands.end(), [](const Band& a, const Band& b) { return a.from == b.from; }),
              bands.end());
}

}  // namespace

ScoringBandsCard::ScoringBandsCard(QWidget* parent) : Card(tr("Bands"), parent) {
  bands_ = new BandsView;
  order_ = wrappingLabel(TextRole::Caption);
  capacity_ = makeCapacity();
  body()->addWidget(bands_);
  body()->addWidget(order_);
  body()->addWidget(capacity_);
}

QWidget* ScoringBandsCard::makeCapacity() {
  auto* host = new QWidget;
  auto* layout = new QVBoxLayout(host);
  layout->setContentsMargins(0, 6, 0, 0);
  layout->setSpacing(6);
  layout->addWidget(makeLine());
  layout->addWidget(makeLabel(tr("By team capacity"), TextRole::Strong));
  kind_ = new ComboBox;
  kind_->setAccessibleName(tr("By team capacity"));
  kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  kind_->setMinimumContentsLength(8);
  kind_->addItems({tr("Calls in all"), tr("Calls a day"), tr("Share that converts")});
  number_ = new QDoubleSpinBox;
  number_->setAccessibleName(tr("How many"));
  number_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  number_->setFixedWidth(72);
  number_->setKeyboardTracking(true);
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  row->addWidget(kind_, 1);
  row->addWidget(number_);
  sentence_ = wrappingLabel(TextRole::Caption);
  use_ = new Button(tr("Use as the highest band"), ButtonKind::Plain);
  propose_ = new Button(tr("Use for all bands"), ButtonKind::Plain);
  for (Button* button : {use_, propose_}) button->setSmall();
  layout->addLayout(row);
  layout->addWidget(sentence_);
  layout->addWidget(use_);
  layout->addWidget(propose_);
  kindChanged();
  connect(kind_, &QComboBox::currentIndexChanged, this, &ScoringBandsCard::kindChanged);
  connect(number_, &QDoubleSpinBox::valueChanged, this, &ScoringBandsCard::showCapacity);
  connect(use_, &QPushButton::clicked, this, &ScoringBandsCard::wantTopBand);
  connect(propose_, &QPushButton::clicked, this, &ScoringBandsCard::wantBands);
  return host;
}

void ScoringBandsCard::kindChanged() {
  const bool share = kind_->currentIndex() == Share;
  number_->setDecimals(0);
  number_->setRange(1, share ? 100 : 1e9);
  number_->setSuffix(share ? QStringLiteral(" %") : QString());
  number_->setValue(share ? 60 : kind_->currentIndex() == CallsADay ? 40 : 800);
  showCapacity();
}

void ScoringBandsCard::show(const ScoringScene& scene) {
  scene_ = scene;
  showBands();
  showCapacity();
}

void ScoringBandsCard::setBusy(bool busy) {
  busy_ = busy;
  showCapacity();
}

void ScoringBandsCard::showBands() {
  const RegisteredScorecard* registered = scene_.scorecard();
  setVisible(registered && !registered->scorecard.bands.empty());
  if (!registered) return;
  const Scorecard& scorecard = registered->scorecard;
  const ScoringStudy* study = scene_.study.get();
  const bool rates = study && study->hasOutcome;
  std::vector<BandRow> rows;
  QStringList names;
  for (std::size_t i = 0; i < scorecard.bands.size(); ++i) {
    BandRow row{QString::fromStdString(scorecard.bands[i].name), bandRangeText(scorecard, i)};
    if (study) {
      const BandConversion& band = study->bands[i];
      const Rate rate = band.rate();
      row.leads = band.leads;
      row.rate = rate.rate;
      row.low = rate.low;
      row.high = rate.high;
    }
    names << row.name;
    rows.push_back(std::move(row));
  }
  setSubtitle(rates ? tr("leads and conversion, 95% interval") : tr("leads by score"));
  bands_->show(rows, rates, rates ? wilson(study->ranking.won(), study->ranking.leads()).rate : 0);
  order_->setVisible(rates && rows.size() > 1);
  if (!rates) return;
  const bool inOrder = isMonotonic(study->bands);
  order_->setText(inOrder ? tr("In order: %1").arg(names.join(tr(" beats ")))
                          : tr("Not in order: a lower band converts better than the one above it."));
  setTone(*order_, inOrder ? Tone::Positive : Tone::Warning);
}

std::uint64_t ScoringBandsCard::calls() const {
  const ScoringStudy& study = *scene_.study;
  if (kind_->currentIndex() == CallsInAll) return static_cast<std::uint64_t>(number_->value());
  const double share = std::min(1.0, number_->value() / study.leadsPerDay.value_or(1));
  return static_cast<std::uint64_t>(share * static_cast<double>(study.ranking.leads()));
}

std::optional<double> ScoringBandsCard::wantedThreshold() const {
  if (!scene_.study || scene_.study->ranking.leads() == 0) return std::nullopt;
  const ScoringStudy& study = *scene_.study;
  if (kind_->currentIndex() == Share) {
    if (!study.hasOutcome) return std::nullopt;
    return thresholdForPrecision(study.ranking, number_->value() / 100);
  }
  if (kind_->currentIndex() == CallsADay && !study.leadsPerDay) return std::nullopt;
  const double threshold = thresholdForCalls(study.ranking, calls());
  return std::isfinite(threshold) ? std::optional(threshold) : std::nullopt;
}

// Why a list is shorter than asked for: there are no more leads, or the next step down brings too many at once.
QString ScoringBandsCard::reasonForFewer(const CallList& list) const {
  const Ranking& ranking = scene_.study->ranking;
  if (kind_->currentIndex() == Share || list.calls >= calls()) return {};
  if (list.calls == ranking.leads()) return tr(" There are no more leads.");
  const auto& steps = ranking.steps();
  const auto next =
      std::find_if(steps.begin(), steps.end(), [&](const Ranking::Step& step) { return step.leads > list.calls; });
  const double lower = std::floor(next->score * 10 + 1e-9) / 10;
  return tr(" From %1 on there would be %2.")
      .arg(shortestNumber(lower), formatCount(callListAt(ranking, lower, {}).calls));
}

void ScoringBandsCard::showCapacity() {
  if (!sentence_) return;
  const std::optional<double> threshold = wantedThreshold();
  const RegisteredScorecard* registered = scene_.scorecard();
  const bool bands = registered && registered->scorecard.bands.size() > 1;
  use_->setEnabled(threshold && bands && !busy_);
  propose_->setEnabled(threshold && !busy_);
  if (!scene_.study) return sentence_->setText({});
  const ScoringStudy& study = *scene_.study;
  const int kind = kind_->currentIndex();
  if (!threshold) {
    sentence_->setText(
        kind == CallsADay && !study.leadsPerDay ? tr("These leads have no date that tells how many come a day.")
        : kind == Share && !study.hasOutcome    ? tr("No outcome is known for these leads.")
        : kind == Share
            ? tr("No list of 20 leads or more converts at %1.").arg(formatPercent(number_->value() / 100, 0))
        : study.ranking.leads() == 0
            ? QString()
            : tr("Even the best score, %1, has %2.")
                  .arg(shortestNumber(std::round(study.ranking.steps().front().score * 10) / 10),
                       formatLeads(study.ranking.steps().front().leads)));
    return;
  }
  const CallList list = callListAt(study.ranking, tenth(*threshold), {});
  QString text = kind == CallsADay ? tr("%1 leads come a day. ").arg(formatDecimal(*study.leadsPerDay)) : QString();
  text += tr("The best %1 score %2 or more").arg(formatCount(list.calls), shortestNumber(tenth(*threshold)));
  const Rate rate = wilson(list.confusion.truePositives, list.calls);
  text = !study.hasOutcome || list.calls == 0
             ? text + QLatin1Char('.')
             : tr("%1; %2 of them convert (%3).")
                   .arg(text, formatRate(list.confusion.truePositives, list.calls), intervalText(rate));
  sentence_->setText(text + reasonForFewer(list));
}

void ScoringBandsCard::wantTopBand() {
  const std::optional<double> threshold = wantedThreshold();
  const RegisteredScorecard* registered = scene_.scorecard();
  if (!threshold || !registered) return;
  NewVersion version{registered->scorecard, registered->stored.champion};
  raiseTopBand(version.scorecard, tenth(*threshold));
  emit saveWanted(version, tr("Band %1 starts at %2")
                               .arg(QString::fromStdString(version.scorecard.bands.front().name),
                                    shortestNumber(tenth(*threshold))));
}

void ScoringBandsCard::wantBands() {
  const RegisteredScorecard* registered = scene_.scorecard();
  if (!wantedThreshold() || !registered) return;
  const Ranking& ranking = scene_.study->ranking;
  NewVersion version{registered->scorecard, registered->stored.champion};
  if (kind_->currentIndex() == Share) {
    const double top = number_->value() / 100;
    const double shares[] = {top, top / 2};
    version.scorecard.bands = bandsByPrecision(ranking, shares);
  } else {
    const std::uint64_t each[] = {calls(), calls(), calls()};
    version.scorecard.bands = bandsByCapacity(ranking, each);
  }
  roundBands(version.scorecard.bands);
  emit saveWanted(version, tr("Bands by capacity"));
}

}  // namespace leadlight
