#include "app/cli/run.h"

#include <algorithm>

#include "app/cli/command.h"
#include "app/cli/help.h"
#include "model/base/json_writer.h"

namespace leadlight {

namespace {

// Is JSON asked for? Known before the command line is understood, so that its faults come as JSON too.
bool asksForJson(const std::vector<std::string>& args) {
  const auto end = std::find(args.begin(), args.end(), "--");
  return std::find(args.begin(), end, "--json") != end;
}

Error unknownCommand(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.push_back(command.name);
  std::string what = "There is no command '" + name + "'";
  if (const auto nearest = nearestName(name, names))
    what += "; did you mean " + *nearest + "?";
  else
    what += "; see leadctl help.";
  return usageError(std::move(what));
}

Status checkWords(const Command& command, const Arguments& args) {
  const std::size_t words = args.words().size();
  if (words < command.minWords) return usageError(command.name + " needs more: leadctl " + command.synopsis + ".");
  if (words > command.maxWords)
    return usageError("'" + args.words()[command.maxWords] + "' is one word too many: leadctl " + command.synopsis +
                      ".");
  return {};
}

std::vector<OptionSpec> optionsOf(const Command& command) {
  std::vector<OptionSpec> all = globalOptions();
  all.insert(all.end(), command.options.begin(), command.options.end());
  return all;
}

int printVersion(Io& io, bool json) {
  if (json)
    JsonWriter(io.out).beginObject().field("version", LEADLIGHT_VERSION).endObject().endLine();
  else
    io.out << "leadctl " LEADLIGHT_VERSION "\n";
  return exitDone;
}

Result<int> runCommand(const Command& command, const Arguments& before, const Arguments& args, Io& io, bool json) {
  if (before.has("help") || args.has("help")) {
    printHelp(io, json, helpOf(command));
    return exitDone;
  }
  if (before.has("version") || args.has("version")) return printVersion(io, json);
  if (const Status fits = checkWords(command, args); !fits) return fits.error();
  if (before.has("store") && args.has("store")) return usageError("--store is given twice.");
  const auto given = before.has("store") ? before.value("store") : args.value("store");
  if (given && given->empty()) return usageError("--store needs the name of a file.");
  const bool quiet = before.has("quiet") || args.has("quiet");
  return command.run(Call{args, io, given ? std::filesystem::path(*given) : defaultStorePath(), json, quiet});
}

Result<int> dispatch(const std::vector<std::string>& args, Io& io, bool json) {
  std::size_t next = 0;
  const auto before = parseArguments(args, next, globalOptions(), true);
  if (!before) return before.error();
  if (next == args.size()) {
    if (before->has("version")) return printVersion(io, json);
    if (before->has("help")) {
      printHelp(io, json, overview());
      return exitDone;
    }
    return usageError("A command is needed; see leadctl help.");
  }
  const Command* command = findCommand(args[next]);
  if (command == nullptr) return unknownCommand(args[next]);
  ++next;
  const auto parsed = parseArguments(args, next, optionsOf(*command), false);
  if (!parsed) {
    Error error = parsed.error();
    error.what += " See leadctl help " + command->name + ".";
    return error;
  }
  return runCommand(*command, *before, *parsed, io, json);
}

}  // namespace

int runLeadctl(const std::vector<std::string>& args, Io& io) {
  const bool json = asksForJson(args);
  Result<int> code = dispatch(args, io, json);
  // Ctrl-C while another program held the store.
  if (!code && code.error().code == Errc::StoreBusy && io.interrupted())
    code = Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  if (!code) printError(code.error(), io, json);
  io.out.flush();
  if (!io.out && code) {
    printError({Errc::Io,
                "The results could not be written. If the command changed the store, that stays.",
                "standard output",
                {}},
               io, false);
    return exitFailed;
  }
  return code ? *code : exitCodeOf(code.error().code);
}

}  // namespace leadlight
