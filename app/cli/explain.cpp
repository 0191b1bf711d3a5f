#include "app/cli/command.h"
#include "app/cli/find_lead.h"
#include "app/cli/ledger_output.h"
#include "app/cli/scorecard_choice.h"

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
  printLedger(call, *scorecard, *ledger, call.json ? key : lead->column + " " + key);
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
      "exactly.\n";
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
