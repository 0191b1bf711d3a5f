#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/ledger_output.h"
#include "app/cli/scorecard_choice.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

constexpr std::size_t maxBytes = 1 << 20;
constexpr int maxDepth = 8;

using LeadTexts = std::vector<std::pair<std::string, std::string>>;

Result<std::string> readAll(std::istream& in, const std::string& name) {
  std::string text(maxBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return Error{Errc::Io, "The lead could not be read.", name, {}};
  if (text.size() > maxBytes) return Error{Errc::Malformed, "One lead is 1 MB at most.", name, {}};
  return text;
}

Result<std::string> readLead(const Call& call) {
  const std::string file = call.args.words().empty() ? "-" : call.args.words()[0];
  if (file == "-") {
    auto text = readAll(call.io.in, "standard input");
    if (call.io.interrupted()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
    return text;
  }
  std::error_code unknown;
  if (std::filesystem::is_directory(file, unknown))
    return Error{Errc::IsDirectory, "This is a folder; name a file with one lead as a JSON object.", file, {}};
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{Errc::NotFound, "There is no such file, or it may not be read.", file, {}};
  return readAll(in, file);
}

// One value as the text that a lead file would hold.
std::string textOf(const nlohmann::json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_float()) return formatNumber(value.get<double>());
  return value.dump();
}

Result<LeadTexts> parseLead(const std::string& text) {
  bool tooDeep = false;
  const auto guard = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    tooDeep = tooDeep || depth > maxDepth;
    return !tooDeep;
  };
  nlohmann::json lead;
  try {
    lead = nlohmann::json::parse(text, guard);
  } catch (const nlohmann::json::out_of_range&) {
    return Error{Errc::Malformed, "A number of the lead is too great to be read.", "", {}};
  } catch (const nlohmann::json::parse_error&) {
    lead = nullptr;
  }
  if (tooDeep || !lead.is_object())
    return Error{
        Errc::Malformed, "A lead is one JSON object, such as {\"Lead_Source\":\"Google\",\"TotalVisits\":3}.", "", {}};
  LeadTexts texts;
  for (const auto& [name, value] : lead.items()) texts.emplace_back(name, textOf(value));
  return texts;
}

Result<int> runScoreLead(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto dataset = store->dataset(call.dataset());
  if (!dataset) return dataset.error();
  const auto scorecard = chosenScorecard(call, *store, *dataset);
  if (!scorecard) return scorecard.error();
  const auto text = readLead(call);
  if (!text) return text.error();
  const auto lead = parseLead(*text);
  if (!lead) return lead.error();
  const auto frame = frameOfOne(*lead, emptyFrame(*dataset), dataset->placeholders);
  if (!frame) return Error{Errc::Malformed, frame.error().what, frame.error().where, frame.error().args};
  for (const auto& [name, value] : *lead)
    if (dataset->find(canonicalName(name)) == nullptr)
      call.say("The dataset has no column " + name + "; it counts for nothing.");
  const auto ledger = ledgerOf(scorecard->scorecard, *frame, 0);
  if (!ledger) return ledger.error();
  printLedger(call, *scorecard, *ledger, "This lead");
  return exitDone;
}

}  // namespace

Command scoreLeadCommand() {
  Command command;
  command.name = "score-lead";
  command.summary = "score one lead from a JSON object, without storing it";
  command.synopsis = "score-lead [FILE|-] [--scorecard S] [--dataset D]";
  command.details =
      "Reads one JSON object, column names and values, from FILE or standard input. Columns that are left out count "
      "as\n"
      "missing. The base and the points of the ledger add up to the score exactly.\n";
  command.options = {scorecardOption("the scorecard"), datasetOption()};
  command.examples = {{"score-lead lead.json", "score the lead in a file"},
                      {"score-lead --json < lead.json", "from standard input, the ledger as JSON"}};
  command.maxWords = 1;
  command.run = runScoreLead;
  return command;
}

}  // namespace leadlight
