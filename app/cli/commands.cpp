#include <algorithm>
#include <cctype>

#include "app/cli/command.h"
#include "model/base/json_writer.h"

namespace leadlight {

namespace {

// Does the sentence tell the place already: as a word of its own, or as the character of a filter?
bool namesPlace(const std::string& sentence, const std::string& where) {
  if (where.starts_with("filter:")) return true;
  const auto isPart = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  for (std::size_t at = sentence.find(where); at != std::string::npos; at = sentence.find(where, at + 1)) {
    const std::size_t end = at + where.size();
    if ((at == 0 || !isPart(sentence[at - 1])) && (end == sentence.size() || !isPart(sentence[end]))) return true;
  }
  return false;
}

}  // namespace

void Call::say(std::string_view message) const {
  if (!quiet) io.err << message << '\n';
}

Result<Store> Call::openStore(Store::Mode mode) const {
  std::error_code unknown;
  const bool missing = std::filesystem::status(store, unknown).type() == std::filesystem::file_type::not_found;
  Result<Store> opened = Store::open(store, missing ? Store::Mode::ReadOnly : mode, patience());
  if (!opened && opened.error().code == Errc::NotFound)
    return Error{
        Errc::NotFound, "There is no store here yet; load a file first: leadctl load FILE.", store.string(), {}};
  return opened;
}

Result<Store> Call::openAsAsked() const {
  const auto event = args.number("as-of", 1);
  if (!event) return event.error();
  Result<Store> opened = openStore(Store::Mode::ReadOnly);
  if (!opened || !*event) return opened;
  if (const Status shown = opened->showAsOf(static_cast<std::int64_t>(**event)); !shown) return shown.error();
  return opened;
}

WaitForOthers Call::patience() const {
  return [this, told = false](std::chrono::milliseconds waited) mutable {
    if (!told && waited > std::chrono::seconds(1)) {
      say("Waiting for another program that is writing to the store; Ctrl-C ends the waiting.");
      told = true;
    }
    return !io.interrupted();
  };
}

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      loadCommand(),      profileCommand(),  loadsCommand(),    undoCommand(),    quarantineCommand(),
      historyCommand(),   datasetsCommand(), leadsCommand(),    callsCommand(),   countCommand(),
      aggregateCommand(), digestCommand(),   scoreCommand(),    explainCommand(), scoreLeadCommand(),
      scorecardCommand(), trainCommand(),    evaluateCommand(), leakageCommand(), compareCommand(),
      snapshotCommand(),  watchCommand(),    auditCommand(),    sqlCommand(),     simulateCommand(),
      helpCommand(),
  };
  return all;
}

const Command* findCommand(std::string_view name) {
  const auto found =
      std::find_if(commands().begin(), commands().end(), [&](const Command& c) { return c.name == name; });
  return found == commands().end() ? nullptr : &*found;
}

const std::vector<OptionSpec>& globalOptions() {
  static const std::vector<OptionSpec> all = {
      {"store", "FILE", "the store to work on; default: $XDG_DATA_HOME/leadlight/leads.db"},
      {"json", "", "print exactly one JSON document, errors too"},
      {"quiet", "", "no progress and no messages, only results and errors; short: -q"},
      {"help", "", "explain the command; short: -h"},
      {"version", "", "print the version"},
  };
  return all;
}

OptionSpec datasetOption() { return {"dataset", "D", "the dataset; default: leads"}; }

OptionSpec whereOption() {
  return {"where", "FILTER", "only leads that pass, such as \"TotalVisits >= 3 and not (City is null)\"; default: all"};
}

OptionSpec asOfOption() { return {"as-of", "LOAD", "the leads as they were after this load or undo; default: now"}; }

OptionSpec scorecardOption(std::string_view purpose) {
  return {"scorecard", "S", std::string(purpose) + ", by name or name@version; default: the dataset's champion"};
}

Error usageError(std::string what) { return {Errc::Usage, std::move(what), "", {}}; }

int exitCodeOf(Errc code) {
  if (code == Errc::Usage || code == Errc::BadFilter) return exitUsage;
  return code == Errc::Interrupted ? exitInterrupted : exitFailed;
}

void printError(const Error& error, Io& io, bool json) {
  Error told = error;
  if (told.code == Errc::Interrupted && told.what.empty()) told.what = "Stopped. Everything is as it was.";
  if (json) {
    JsonWriter(io.out).beginObject().field("error", told).endObject().endLine();
    return;
  }
  io.err << "leadctl: " << told.what;
  if (!error.where.empty() && !namesPlace(told.what, error.where)) io.err << " (" << error.where << ')';
  io.err << '\n';
}

}  // namespace leadlight
