#include <algorithm>

#include "app/cli/command.h"
#include "app/cli/find_lead.h"
#include "app/cli/ledger_output.h"
#include "app/cli/scorecard_choice.h"
#include "model/frame/frame_reader.h"

namespace leadlight {

namespace {

using LeadTexts = std::vector<std::pair<std::string, std::string>>;

// The lead's values in all columns of the dataset.
Result<LeadTexts> textsOf(Store& store, const Dataset& dataset, std::int64_t leadId) {
  std::vector<std::string> names;
  for (const DatasetColumn& column : dataset.columns) names.push_back(column.name);
  LeadTexts texts;
  const Status fetched =
      store.fetch(dataset.name, names, std::span(&leadId, 1), [&](std::int64_t, std::span<const StoredValue> values) {
        for (std::size_t i = 0; i < values.size(); ++i)
          if (values[i].kind != StoredValue::Kind::Null) texts.emplace_back(names[i], textOf(values[i]));
        return true;
      });
  if (!fetched) return fetched.error();
  return texts;
}

// The outcome to tell by: the dataset's, else the one that the scorecard was learned for.
std::optional<Target> outcomeOf(const Dataset& dataset, const Scorecard& scorecard) {
  auto target = targetOf(dataset);
  if (!target && !scorecard.provenance.positives.empty())
    target = Target{scorecard.provenance.target, scorecard.provenance.positives};
  return target && dataset.find(target->column) != nullptr ? target : std::nullopt;
}

Result<Frame> readColumns(Store& store, const Dataset& dataset, const Scorecard& scorecard,
                          const std::optional<Target>& target, const Progress& progress) {
  FrameOptions options;
  std::vector<std::string> names = scorecard.columns();
  if (target) names.push_back(target->column);
  for (const std::string& name : names)
    if (const DatasetColumn* column = dataset.find(name)) options.columns.push_back(column->name);
  return readFrame(store, dataset.name, options, progress);
}

// Key and score of leads, in their order.
Result<std::vector<LeadBackground::Past>> namedLeads(Store& store, const Dataset& dataset, const Scorecard& scorecard,
                                                     const Frame& frame, const std::vector<PastLead>& leads) {
  std::vector<LeadBackground::Past> named;
  std::vector<std::int64_t> ids;
  for (const PastLead& lead : leads) {
    const auto ledger = ledgerOf(scorecard, frame, lead.row);
    if (!ledger) return ledger.error();
    ids.push_back(frame.leadIds()[lead.row]);
    named.push_back({std::to_string(ids.back()), ledger->score});
  }
  if (!dataset.key) return named;
  std::size_t next = 0;
  const Status fetched =
      store.fetch(dataset.name, {*dataset.key}, ids, [&](std::int64_t id, std::span<const StoredValue> values) {
        while (ids[next] != id) ++next;
        named[next].key = textOf(values[0]);
        return true;
      });
  if (!fetched) return fetched.error();
  return named;
}

// What the other leads say of this one, as the window tells it.
Result<LeadBackground> backgroundOf(const Call& call, Store& store, const Dataset& dataset, const Scorecard& scorecard,
                                    const Ledger& ledger, std::int64_t leadId) {
  ProgressLine line(call.io, call.quiet || call.json);
  const auto target = outcomeOf(dataset, scorecard);
  const auto frame = readColumns(store, dataset, scorecard, target, line.progress());
  if (!frame) return frame.error();
  const auto outcomes = outcomesIfAny(*frame, target);
  if (!outcomes) return outcomes.error();
  const auto evidence = evidenceOfTerms(scorecard, *frame, *outcomes, line.progress());
  if (!evidence) return evidence.error();
  LeadBackground background;
  for (std::size_t i = 0; i < evidence->size(); ++i) background.terms.push_back((*evidence)[i][ledger.lines[i].slot]);
  const auto at = std::find(frame->leadIds().begin(), frame->leadIds().end(), leadId);
  if (at == frame->leadIds().end())
    return Error{Errc::UnknownLead, "This lead is gone: another program has undone its load.", "", {}};
  const auto row = static_cast<std::size_t>(at - frame->leadIds().begin());
  auto insight = insightOf(scorecard, *frame, target, dataset, *frame, row, line.progress());
  if (!insight) return insight.error();
  background.insight = *std::move(insight);
  if (!background.insight.similar) return background;
  auto nearest = namedLeads(store, dataset, scorecard, *frame, background.insight.similar->nearest);
  if (!nearest) return nearest.error();
  background.nearest = *std::move(nearest);
  return background;
}

Result<int> runExplain(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto dataset = store->dataset(call.dataset());
  if (!dataset) return dataset.error();
  const std::string& key = call.args.words()[0];
  const auto lead = findLead(call, *store, *dataset, key, call.args.value("by"));
  if (!lead) return lead.error();
  const auto scorecard = chosenScorecard(call, *store, *dataset);
  if (!scorecard) return scorecard.error();
  const auto texts = textsOf(*store, *dataset, lead->id);
  if (!texts) return texts.error();
  const auto frame = frameOfOne(*texts, emptyFrame(*dataset), dataset->placeholders);
  if (!frame) return frame.error();
  const auto ledger = ledgerOf(scorecard->scorecard, *frame, 0);
  if (!ledger) return ledger.error();
  const auto background = backgroundOf(call, *store, *dataset, scorecard->scorecard, *ledger, lead->id);
  if (!background) return background.error();
  printLedger(call, *scorecard, *ledger, call.json ? key : lead->column + " " + key, &*background);
  return exitDone;
}

}  // namespace

Command explainCommand() {
  Command command;
  command.name = "explain";
  command.summary = "why a lead has its score: every term and its points";
  command.synopsis = "explain KEY [--by COL] [--scorecard S] [--dataset D]";
  command.details =
      "KEY is the lead's key; in a dataset without a key, its lead_id ('leads --columns lead_id,…' shows it). When no "
      "key\n"
      "matches, columns whose names end in Number or Id are tried. The base and the points add up to the score "
      "exactly. Behind each term stand the leads that share its value and their conversion, with the 95 % interval;\n"
      "above, the past leads most like this one and the least change of its columns that reaches the next band.\n";
  command.options = {{"by", "COL", "look for KEY in this column instead; default: the dataset's key"},
                     scorecardOption("the scorecard"),
                     datasetOption()};
  command.examples = {{"explain 660737 --by Lead_Number", "a lead by its number"},
                      {"explain 7927b2df-8bba-4d29-b9a2-b6e0beafe620 --json", "the ledger as JSON, by size of points"}};
  command.minWords = command.maxWords = 1;
  command.run = runExplain;
  return command;
}

}  // namespace leadlight
