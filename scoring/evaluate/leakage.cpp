#include "scoring/evaluate/leakage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "model/base/grouped.h"
#include "model/base/text.h"
#include "scoring/evaluate/metrics.h"
#include "scoring/train/binned.h"
#include "scoring/train/inner_folds.h"
#include "scoring/train/outcomes.h"

namespace leadlight {

namespace {

constexpr double tooWell = 0.88, standsOut = 0.75, withName = 0.70, fillTells = 0.75;
constexpr double hardlyLost = 0.95;  // the lower end of the conversion of filled leads
constexpr double nearlyAll = 0.995;
constexpr unsigned folds = 5;

struct Leads {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint8_t> won;
  std::vector<std::uint8_t> fold;
  double share = 0;
};

// Each lead's bin's conversion among the leads of the other folds, drawn towards that of all.
std::vector<double> unseenRates(const BinnedColumn& binned, const Leads& leads) {
  constexpr double drawn = 5;
  std::vector<double> all(binned.slotCount() * (folds + 1)), won(all.size());
  const auto at = [&](std::size_t slot, std::size_t fold) { return slot * (folds + 1) + fold; };
  for (std::size_t i = 0; i < leads.rows.size(); ++i) {
    const std::size_t slot = binned.codes[leads.rows[i]];
    for (const std::size_t fold : {std::size_t{leads.fold[i]}, std::size_t{folds}}) {
      all[at(slot, fold)] += 1;
      won[at(slot, fold)] += leads.won[i];
    }
  }
  std::vector<double> rates;
  for (std::size_t i = 0; i < leads.rows.size(); ++i) {
    const std::size_t slot = binned.codes[leads.rows[i]], own = at(slot, leads.fold[i]), sum = at(slot, folds);
    rates.push_back((won[sum] - won[own] + drawn * leads.share) / (all[sum] - all[own] + drawn));
  }
  return rates;
}

// Of English, Spanish, Portuguese, French and German, lowered and without accents: whole words, and beginnings of
// words.
constexpr auto outcomeWords = std::to_array<std::string_view>(
    {"won",   "lost",   "sign",   "signed", "close", "paid",   "stage",    "grade",  "pago",
     "etapa", "ganho",  "motivo", "motif",  "grund", "dauer",  "raison",   "signe",  "signee",
     "perdu", "perdue", "gagne",  "gagnee", "duree", "umsatz", "ergebnis", "vertrag"});
constexpr auto outcomeStems = std::to_array<std::string_view>(
    {"closed",    "closing",  "outcome",   "result",   "duration",  "convert",  "conversion", "quality",  "reason",
     "cancel",    "invoice",  "revenue",   "churn",    "contract",  "payment",  "cerrad",     "cierre",   "ganad",
     "perdid",    "contrat",  "firmad",    "pagad",    "desenlace", "duracion", "factura",    "calidad",  "fechad",
     "fechament", "assinad",  "assinatur", "pagament", "duracao",   "paiement", "clotur",     "gewonn",   "verlor",
     "vertrags",  "abgeschl", "abschluss", "zahlung",  "bezahlt",   "rechnung", "gekundigt",  "unterschr"});

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

// Accents are left off the letters of Latin-1; other bytes stay.
std::string withoutAccents(std::string_view text) {
  static constexpr std::string_view plain =
      "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty";  // U+00C0 to U+00FF, in UTF-8 C3 80 to C3 BF
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool accented = text[i] == '\xC3' && i + 1 < text.size();
    kept += accented ? plain[static_cast<unsigned char>(text[++i]) & 0x3FU] : text[i];
  }
  return kept;
}

// Does a word begin at `at`? In "fechaCierre" one begins with each capital.
bool beginsWord(std::string_view text, std::size_t at) {
  return isLetter(text[at]) && (at == 0 || !isLetter(text[at - 1]) || (isUpper(text[at]) && !isUpper(text[at - 1])));
}

bool nameTells(const std::string& column) {
  const std::string cased = withoutAccents(column), name = lowered(cased);
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (!beginsWord(cased, at)) continue;
    std::size_t end = at + 1;
    while (end < name.size() && isLetter(name[end]) && !beginsWord(cased, end)) ++end;
    const std::string_view word = std::string_view(name).substr(at, end - at);
    if (std::find(outcomeWords.begin(), outcomeWords.end(), word) != outcomeWords.end() ||
        std::any_of(outcomeStems.begin(), outcomeStems.end(), [&](auto stem) { return word.starts_with(stem); }))
      return true;
  }
  return false;
}

void lookAtFill(const Column& column, const Leads& leads, ColumnReport& report) {
  std::vector<double> filled;
  for (std::size_t i = 0; i < leads.rows.size(); ++i) {
    filled.push_back(column.isMissing(leads.rows[i]) ? 0 : 1);
    if (filled.back() == 0) continue;
    ++report.filled;
    report.filledWon += leads.won[i];
  }
  const double auc = metricsOf(filled, {}, leads.won).auc;
  report.fillAuc = std::max(auc, 1 - auc);
}

ColumnReport reportOn(const Column& column, const Leads& leads) {
  ColumnReport report;
  report.column = column.name();
  lookAtFill(column, leads, report);
  const BinOutcome outcome = binColumn(column, leads.rows, {.maxBins = 20, .maxCategories = 500, .minRows = 5});
  if (outcome.binned) {
    report.auc = metricsOf(unseenRates(*outcome.binned, leads), {}, leads.won).auc;
    const std::uint64_t most = *std::max_element(outcome.binned->rows.begin(), outcome.binned->rows.end());
    if (static_cast<double>(most) >= nearlyAll * static_cast<double>(leads.rows.size()))
      report.signs.push_back(Sign::NearlyConstant);
  } else {
    report.signs.push_back(outcome.why == LeftOut::Why::Identifier ? Sign::Identifier : Sign::NearlyConstant);
  }
  return report;
}

// Is a lead with a value all but sure to be won, where others are not?
bool fillDecides(const ColumnReport& report, const Leads& leads) {
  return leads.share < 0.8 && report.filled < leads.rows.size() &&
         wilson(report.filledWon, report.filled).low >= hardlyLost;
}

bool isAmong(const std::vector<std::string>& names, const std::string& column, const Frame& frame) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const Column* found = frame.find(name);
    return found != nullptr && found->name() == column;
  });
}

// REQUIRES: the reports are in order of AUC, best first
void addSigns(std::vector<ColumnReport>& reports, const Leads& leads, const Frame& frame,
              const std::vector<std::string>& afterContact) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    ColumnReport& report = reports[i];
    std::vector<Sign> signs;
    if (report.auc >= tooWell) signs.push_back(Sign::RanksTooWell);
    const bool farAhead = i + 1 < reports.size() && report.auc - 0.5 > 2 * (reports[i + 1].auc - 0.5);
    if (report.auc >= standsOut && farAhead) signs.push_back(Sign::StandsOut);
    if (report.auc >= withName && nameTells(report.column)) signs.push_back(Sign::NameTells);
    if (report.fillAuc >= fillTells || fillDecides(report, leads)) signs.push_back(Sign::FillTellsOutcome);
    if (isAmong(afterContact, report.column, frame)) signs.push_back(Sign::MarkedAfterContact);
    report.signs.insert(report.signs.begin(), signs.begin(), signs.end());
  }
}

}  // namespace

const char* nameOf(Sign sign) {
  static constexpr const char* names[] = {"ranks_too_well",       "stands_out", "name_tells",     "fill_tells_outcome",
                                          "marked_after_contact", "identifier", "nearly_constant"};
  return names[static_cast<std::size_t>(sign)];
}

bool ColumnReport::isSuspect() const {
  return std::any_of(signs.begin(), signs.end(),
                     [](Sign sign) { return sign != Sign::Identifier && sign != Sign::NearlyConstant; });
}

Result<std::vector<ColumnReport>> findLeakage(const Frame& frame, const Target& target,
                                              const std::vector<std::string>& afterContact, const Progress& progress) {
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  Leads leads;
  leads.rows = outcomes->known();
  leads.won = outcomes->at(leads.rows);
  const auto won = static_cast<double>(std::count(leads.won.begin(), leads.won.end(), std::uint8_t{1}));
  leads.share = won / static_cast<double>(leads.rows.size());
  if (!(leads.share > 0 && leads.share < 1))
    return Error{Errc::NotTrainable,
                 "The leads have one outcome only, so that nothing can be said about columns.",
                 target.column,
                 {}};
  leads.fold = innerFolds(leads.rows, leads.won, folds, 1);
  std::vector<ColumnReport> reports;
  for (std::size_t c = 0; c < frame.columns().size(); ++c) {
    const Column& column = *frame.columns()[c];
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
    progress.report("leakage", c, frame.columns().size());
    const std::string& name = column.name();
    if (name == scoreColumn || name == probabilityColumn || name == bandColumn) continue;
    if (&column != frame.find(target.column)) reports.push_back(reportOn(column, leads));
  }
  std::stable_sort(reports.begin(), reports.end(),
                   [](const ColumnReport& a, const ColumnReport& b) { return a.auc > b.auc; });
  addSigns(reports, leads, frame, afterContact);
  return reports;
}

std::string sentenceOf(const ColumnReport& report, Sign sign) {
  switch (sign) {
    case Sign::RanksTooWell:
      return fmt::format(
          "{} alone ranks leads with an AUC of {:.2f}, which is too good for something known beforehand.",
          report.column, report.auc);
    case Sign::StandsOut:
      return fmt::format(
          "{} alone ranks leads with an AUC of {:.2f}, more than twice as far from chance as any other "
          "column.",
          report.column, report.auc);
    case Sign::NameTells:
      return fmt::format(
          "{} ranks leads with an AUC of {:.2f}, and its name sounds like something that comes with the "
          "outcome.",
          report.column, report.auc);
    case Sign::FillTellsOutcome:
      return fmt::format("Whether {} is filled tells the outcome: {} of {} leads with a value converted (AUC {:.2f}).",
                         report.column, grouped(report.filledWon), grouped(report.filled), report.fillAuc);
    case Sign::MarkedAfterContact:
      return fmt::format("The schema marks {} as written after contact.", report.column);
    case Sign::Identifier:
      return fmt::format("{} tells leads apart; nothing can be learned from it.", report.column);
    case Sign::NearlyConstant:
      return fmt::format("{} has nearly always the same value.", report.column);
  }
  return "";
}

}  // namespace leadlight
