#include <cmath>

#include "app/cli/learning.h"
#include "app/cli/text_table.h"

namespace leadlight {

void printMetrics(std::ostream& out, const Evaluation& evaluation) {
  const Metrics& metrics = evaluation.metrics;
  using Align = TextTable::Align;
  TextTable table({{"figure"}, {"value", Align::Right}, {"meaning"}});
  const auto add = [&](const char* figure, double value, const std::string& meaning) {
    if (std::isfinite(value)) table.add({figure, fixedNumber(value, 4), meaning});
  };
  add("ROC-AUC", metrics.auc,
      "a won lead outscores a lost one; 95 % interval " + fixedNumber(evaluation.auc.low, 4) + " to " +
          fixedNumber(evaluation.auc.high, 4));
  add("PR-AUC", metrics.prAuc, "average precision");
  const auto before = [](double value) {
    return std::isfinite(value) ? "; before calibration " + fixedNumber(value, 4) : std::string();
  };
  add("log-loss", metrics.logLoss, "of the probabilities; lower is better" + before(evaluation.logLossBefore));
  add("Brier", metrics.brier, "squared error of the probabilities; lower is better");
  add("ECE", metrics.ece, "mean gap between probability and conversion" + before(evaluation.eceBefore));
  add("lift at 10 %", metrics.lift10, "conversion of the best tenth over that of all");
  add("capture at 20 %", metrics.capture20, "share of all wins in the best fifth");
  table.print(out);
  out << "Judged on " << counted(metrics.rows, "lead", "leads") << ", " << grouped(metrics.positives)
      << " of them converted.\n";
}

void printBands(std::ostream& out, const std::vector<BandConversion>& bands) {
  if (bands.empty()) return;
  using Align = TextTable::Align;
  TextTable table({{"band"},
                   {"from", Align::Right},
                   {"leads", Align::Right},
                   {"converted", Align::Right},
                   {"rate", Align::Right},
                   {"95 % low", Align::Right},
                   {"high", Align::Right}});
  for (const BandConversion& band : bands) {
    const Rate rate = band.rate();
    table.add({band.band.name, std::isfinite(band.band.from) ? fixedNumber(band.band.from, 2) : "", grouped(band.leads),
               grouped(band.converted), percent(rate.rate), percent(rate.low), percent(rate.high)});
  }
  table.print(out);
}

void printWarnings(std::ostream& out, const std::vector<Warning>& warnings) {
  for (const Warning& warning : warnings) out << "Note: " << warning.sentence << '\n';
}

}  // namespace leadlight
