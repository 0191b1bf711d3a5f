#include "scoring/evaluate/compare.h"

#include <cmath>

#include "app/cli/learning.h"
#include "app/cli/text_table.h"
#include "scoring/registry.h"

namespace leadlight {

namespace {

struct Match {
  LearningTask task;
  RegisteredScorecard champion, challenger;
  Comparison comparison;
  std::vector<std::string> keys;  // of the movers
  std::vector<Warning> warnings;
};

Result<Match> compare(const Call& call, Store& store, std::size_t movers) {
  auto champion = findScorecard(store, call.args.words()[0]);
  if (!champion) return champion.error();
  auto challenger = findScorecard(store, call.args.words()[1]);
  if (!challenger) return challenger.error();
  auto task = learningTask(call, store, {&*champion, &*challenger});
  if (!task) return task.error();
  const auto outcome = checkTarget(task->frame, task->target);
  if (!outcome) return outcome.error();
  if (const Status both = needBothOutcomes(*task, *outcome); !both) return both.error();
  ProgressLine line(call.io, call.quiet || call.json);
  auto comparison = compareScorecards(champion->scorecard, challenger->scorecard, task->frame, task->target, {}, movers,
                                      line.progress());
  if (!comparison) return comparison.error();
  const auto keys = readKeys(store, task->dataset.name, task->frame, line.progress());
  if (!keys) return keys.error();
  Match match{*std::move(task), *std::move(champion), *std::move(challenger), *std::move(comparison), {}, {}};
  for (const Mover& mover : match.comparison.movers) match.keys.push_back((*keys)[mover.row]);
  for (const RegisteredScorecard* one : {&match.champion, &match.challenger})
    for (Warning& warning : warningsOnLearned(*one, match.task.dataset.name))
      match.warnings.push_back(std::move(warning));
  return match;
}

std::string bandName(const Scorecard& scorecard, std::size_t band) {
  return scorecard.bands.empty() ? "all" : scorecard.bands[band].name;
}

void writeEstimate(JsonWriter& json, const char* name, const Estimate& estimate) {
  json.key(name).beginObject().field("value", estimate.value).field("low", estimate.low).field("high", estimate.high);
  json.endObject();
}

void writeSide(JsonWriter& json, const char* name, const RegisteredScorecard& scorecard, const Evaluation& evaluation) {
  json.key(name).beginObject().field("scorecard", scorecard.stored.name).field("version", scorecard.stored.version);
  writeMetrics(json, evaluation);
  json.endObject();
}

void writeMover(JsonWriter& json, const Match& match, std::size_t i) {
  const Mover& mover = match.comparison.movers[i];
  json.beginObject().field("key", match.keys[i]);
  json.field("champion_score", mover.championScore).field("challenger_score", mover.challengerScore);
  json.field("champion_place", mover.championPlace).field("challenger_place", mover.challengerPlace);
  json.field("champion_band", bandName(match.champion.scorecard, mover.championBand));
  json.field("challenger_band", bandName(match.challenger.scorecard, mover.challengerBand));
  json.key("ledger").beginArray();
  for (const LedgerDifference& line : mover.ledger)
    json.beginObject()
        .field("column", line.columns)
        .field("value", line.value)
        .field("champion", line.champion)
        .field("challenger", line.challenger)
        .endObject();
  json.endArray().endObject();
}

void writeJson(const Match& match, std::ostream& out) {
  const Comparison& comparison = match.comparison;
  JsonWriter json(out);
  json.beginObject();
  writeSide(json, "champion", match.champion, comparison.champion);
  writeSide(json, "challenger", match.challenger, comparison.challenger);
  writeEstimate(json, "auc_difference", comparison.aucDifference);
  writeEstimate(json, "log_loss_difference", comparison.lossDifference);
  json.key("bands").beginArray();
  for (std::size_t i = 0; i < comparison.leads.size(); ++i)
    for (std::size_t j = 0; j < comparison.leads[i].size(); ++j)
      json.beginObject()
          .field("champion", bandName(match.champion.scorecard, i))
          .field("challenger", bandName(match.challenger.scorecard, j))
          .field("leads", comparison.leads[i][j])
          .field("converted", comparison.converted[i][j])
          .endObject();
  json.endArray().key("movers").beginArray();
  for (std::size_t i = 0; i < comparison.movers.size(); ++i) writeMover(json, match, i);
  json.endArray();
  writeWarnings(json, match.warnings);
  json.endObject().endLine();
}

std::string withInterval(const Estimate& estimate) {
  return fixedNumber(estimate.value, 4) + " (95 %: " + fixedNumber(estimate.low, 4) + " to " +
         fixedNumber(estimate.high, 4) + ")";
}

void printBandMoves(const Match& match, std::ostream& out) {
  using Align = TextTable::Align;
  std::vector<TextTable::Heading> headings{{"band before \\ after"}};
  const auto& leads = match.comparison.leads;
  for (std::size_t j = 0; j < leads.front().size(); ++j)
    headings.push_back({bandName(match.challenger.scorecard, j), Align::Right});
  TextTable table(std::move(headings));
  for (std::size_t i = 0; i < leads.size(); ++i) {
    std::vector<std::string> cells{bandName(match.champion.scorecard, i)};
    for (const std::uint64_t cell : leads[i]) cells.push_back(grouped(cell));
    table.add(std::move(cells));
  }
  table.print(out);
}

void print(const Match& match, std::ostream& out) {
  const Comparison& comparison = match.comparison;
  using Align = TextTable::Align;
  TextTable table(
      {{"figure"}, {match.champion.stored.name, Align::Right}, {match.challenger.stored.name, Align::Right}});
  const Metrics &a = comparison.champion.metrics, &b = comparison.challenger.metrics;
  const auto add = [&](const char* figure, double before, double after) {
    const auto cell = [](double value) { return std::isfinite(value) ? fixedNumber(value, 4) : "-"; };
    table.add({figure, cell(before), cell(after)});
  };
  add("ROC-AUC", a.auc, b.auc);
  add("log-loss", a.logLoss, b.logLoss);
  add("lift at 10 %", a.lift10, b.lift10);
  add("capture at 20 %", a.capture20, b.capture20);
  table.print(out);
  const std::string& after = match.challenger.stored.name;
  out << "ROC-AUC changes by " << withInterval(comparison.aucDifference) << "; above 0, " << after
      << " ranks better.\n";
  if (std::isfinite(comparison.lossDifference.value))
    out << "Log-loss changes by " << withInterval(comparison.lossDifference) << "; below 0, " << after
        << " gives better probabilities.\n\n";
  else
    out << "Log-loss cannot be compared: not both give probabilities.\n\n";
  printBandMoves(match, out);
  for (std::size_t i = 0; i < comparison.movers.size(); ++i) {
    const Mover& mover = comparison.movers[i];
    out << '\n'
        << match.keys[i] << ": better than " << fixedNumber(mover.championPlace * 100, 1) << " % before, "
        << fixedNumber(mover.challengerPlace * 100, 1) << " % after";
    for (std::size_t line = 0; line < std::min<std::size_t>(3, mover.ledger.size()); ++line) {
      const LedgerDifference& one = mover.ledger[line];
      out << "\n  " << one.columns << " " << (one.value.empty() ? "(unknown)" : shortened(one.value, 30)) << ": "
          << fixedNumber(one.champion, 2) << " -> " << fixedNumber(one.challenger, 2);
    }
  }
  if (!comparison.movers.empty()) out << '\n';
  printWarnings(out, match.warnings);
}

Result<int> runCompare(const Call& call) {
  const auto movers = call.args.number("movers");
  if (!movers) return movers.error();
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto match = compare(call, *store, movers->value_or(5));
  if (!match) return match.error();
  if (call.json)
    writeJson(*match, call.io.out);
  else
    print(*match, call.io.out);
  return exitDone;
}

}  // namespace

Command compareCommand() {
  Command command;
  command.name = "compare";
  command.summary = "a champion and a challenger on the same leads";
  command.synopsis = "compare CHAMPION CHALLENGER [--target COL] [--positive V]... [OPTION]...";
  command.details =
      "Figures of both with the 95 % interval of their difference, how many leads move from which band to which, and\n"
      "the leads whose place in the order changes most, with the points that do it. A scorecard that was learned from\n"
      "these leads has the advantage of having seen them; 'evaluate --relearn' judges it honestly.\n";
  command.options = judgedOptions();
  command.options.push_back({"movers", "N", "so many leads that move most; default: 5"});
  command.examples = {{"compare 'Before contact rules' 'Converted logistic'", "is the new one better?"},
                      {"compare mine@1 mine@2 --json", "two versions"}};
  command.minWords = command.maxWords = 2;
  command.run = runCompare;
  return command;
}

}  // namespace leadlight
