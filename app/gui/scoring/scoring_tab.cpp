#include "app/gui/scoring/scoring_tab.h"

#include <QLabel>
#include <algorithm>

#include "app/gui/scoring/scoring_words.h"
#include "widgets/format.h"
#include "widgets/kit/labels.h"

namespace leadlight {

namespace {

QString basisWords(const ScoringStudy& study) {
  const QString n = formatCount(study.evaluation.won.size());
  switch (study.basis) {
    case ScoringStudy::Basis::Folds:
      return ScoringTab::tr("Judged on leads the scorecard had not seen: %1 folds, n = %2")
          .arg(formatCount(study.folds), n);
    case ScoringStudy::Basis::Holdout:
      return ScoringTab::tr("Judged on leads the scorecard had not seen: one part in %1, n = %2")
          .arg(formatCount(study.folds), n);
    case ScoringStudy::Basis::Time:
      return ScoringTab::tr("Judged on the newest leads, from %1 on, by what the older ones teach: n = %2")
          .arg(dateOnly(study.judgedFrom), n);
    case ScoringStudy::Basis::AsItStands:
      break;
  }
  if (!study.hasOutcome) return ScoringTab::tr("No outcome is known for these leads: n = %1").arg(n);
  if (!study.learned) return ScoringTab::tr("Written by hand and counted on all leads with an outcome: n = %1").arg(n);
  if (study.heldBackAuc)
    return ScoringTab::tr(
               "Counted on the leads it learned from, which flatters it: on leads held back its AUC was %1. "
               "Evaluate tells all figures for such leads. n = %2")
        .arg(metricText(*study.heldBackAuc), n);
  return ScoringTab::tr(
             "The leads it learned from are among these, so new leads will fare less well. "
             "Evaluate tells by how much. n = %1")
      .arg(n);
}

}  // namespace

QLabel* wrappingLabel(TextRole role) {
  QLabel* label = makeLabel({}, role);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

ResultHead makeResultHead() {
  ResultHead head{new Card, new QVBoxLayout, new QHBoxLayout, wrappingLabel(TextRole::Result),
                  wrappingLabel(TextRole::Caption)};
  head.card->body()->setContentsMargins(18, 10, 18, 10);
  head.card->body()->addLayout(head.across);
  head.across->addLayout(head.words, 1);
  head.across->addSpacing(12);
  head.words->setSpacing(2);
  head.words->addWidget(head.result);
  head.words->addWidget(head.basis);
  return head;
}

void raiseTopBand(Scorecard& scorecard, double from) {
  std::vector<Band>& bands = scorecard.bands;
  bands.front().from = from;
  bands.erase(
      std::remove_if(bands.begin() + 1, bands.end() - 1, [from](const Band& band) { return band.from >= from; }),
      bands.end() - 1);
}

QString basisSentence(const ScoringStudy& study) {
  // "n = 9,240" stays on one line.
  return basisWords(study).replace(QLatin1String(" = "), QStringLiteral("\u00A0=\u00A0"));
}

QString metricText(double value) { return formatDecimal(value, 4); }

}  // namespace leadlight
