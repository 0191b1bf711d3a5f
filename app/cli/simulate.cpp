#include "model/simulate/simulate.h"

#include <algorithm>
#include <array>

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

Status readShare(const Arguments& args, std::string_view option, double& share) {
  const auto text = args.value(option);
  if (!text) return {};
  const bool percent = text->ends_with('%');
  const auto parsed = parseDecimal(std::string_view(*text).substr(0, text->size() - (percent ? 1 : 0)));
  if (!parsed) return usageError("--" + std::string(option) + " is a share such as 0.05 or 5%, not '" + *text + "'.");
  share = percent ? *parsed / 100 : *parsed;
  return {};
}

Status readCount(const Arguments& args, std::string_view option, std::uint64_t& count) {
  const auto number = args.number(option);
  if (!number) return number.error();
  count = number->value_or(count);
  return {};
}

Status readFormat(const Arguments& args, SimulateOptions& options) {
  const std::string ending = lowered(std::filesystem::path(args.valueOr("out", "")).extension().string());
  std::string name = args.valueOr("format", ending.empty() ? "csv" : ending.substr(1));
  if (name == "jsonl") name = "ndjson";
  static constexpr std::array known = {"csv", "ndjson", "json"};
  if (std::find(known.begin(), known.end(), name) != known.end())
    options.format = name;
  else if (args.has("format"))
    return usageError("--format is csv, ndjson or json, not '" + name + "'.");
  return {};
}

Result<SimulateOptions> optionsOf(const Arguments& args) {
  SimulateOptions options;
  options.start = args.valueOr("start", options.start);
  const std::array<Status, 10> read = {readFormat(args, options),
                                       readCount(args, "rows", options.rows),
                                       readCount(args, "seed", options.seed),
                                       readCount(args, "days", options.days),
                                       readCount(args, "updates-of", options.updatesOf),
                                       readShare(args, "late-updates", options.lateUpdates),
                                       readShare(args, "nulls", options.nulls),
                                       readShare(args, "placeholders", options.placeholders),
                                       readShare(args, "duplicates", options.duplicates),
                                       readShare(args, "broken", options.broken)};
  for (const Status& status : read)
    if (!status) return status.error();
  return options;
}

void print(const Call& call, const std::string& out, const SimulateOptions& options, const SimulateReport& report) {
  if (!call.json) {
    call.say("Wrote " + counted(report.leads, "made-up lead", "made-up leads") + ", " +
             counted(report.updates, "update", "updates") + ", " +
             counted(report.duplicates, "duplicate", "duplicates") + " and " +
             counted(report.broken, "broken row", "broken rows") + " to " + out + ".");
    return;
  }
  JsonWriter json(call.io.out);
  json.beginObject().field("out", out).field("format", options.format).field("seed", options.seed);
  json.field("leads", report.leads).field("updates", report.updates).field("duplicates", report.duplicates);
  json.field("broken", report.broken).field("bytes", report.bytes).endObject().endLine();
}

Result<int> runSimulate(const Call& call) {
  if (call.args.words()[0] != "leads")
    return usageError("simulate knows the pack leads, not '" + call.args.words()[0] + "'.");
  const auto options = optionsOf(call.args);
  if (!options) return options.error();
  const auto out = call.args.value("out");
  if (call.json && !out) return usageError("--json reports about a file: add --out FILE.");
  ProgressLine line(call.io, call.quiet || call.json);
  const auto report =
      out ? simulateLeadFile(*options, *out, line.progress()) : simulateLeads(*options, call.io.out, line.progress());
  line.clear();
  if (!report) return report.error();
  if (out) print(call, *out, *options, *report);
  return exitDone;
}

}  // namespace

Command simulateCommand() {
  Command command;
  command.name = "simulate";
  command.summary = "write a lead file of made-up people, for trying things out and for measuring";
  command.synopsis = "simulate leads [--rows N] [--seed S] [--out FILE] [OPTION]...";
  command.details =
      "The same options give the same bytes on every machine. The leads convert by rules that a scorecard can find.\n"
      "Shares are written 0.05 or 5%.\n";
  command.options = {
      {"rows", "N", "new leads; default: 1000"},
      {"seed", "S", "another seed, other people; default: 1"},
      {"out", "FILE", "the file to write; default: standard output"},
      {"format", "F", "csv, ndjson or json (an array); default: by the ending of --out, else csv"},
      {"start", "DAY", "the day of the first lead; default: 2026-01-01"},
      {"days", "N", "over how many days the leads come; default: 90"},
      {"duplicates", "SHARE", "further rows with a key that came before, half of them changed; default: 0"},
      {"broken", "SHARE", "further rows that cannot be taken; default: 0"},
      {"nulls", "SHARE", "optional values left out; default: 0.02"},
      {"placeholders", "SHARE", "form fields left at Select; default: 0.2"},
      {"updates-of", "N", "the file that follows one of N rows with the same seed; default: 0"},
      {"late-updates", "SHARE", "with --updates-of: how many of those leads come again, changed; default: 0"},
  };
  command.examples = {
      {"simulate leads --rows 5000 --out demo.csv", "a file to play with"},
      {"simulate leads --rows 1000000 --seed 7 --duplicates 2% --out big.ndjson", "a million leads to measure with"},
      {"simulate leads --updates-of 5000 --late-updates 0.1 --rows 500 --out next.csv", "the next day's file"},
  };
  command.minWords = command.maxWords = 1;
  command.run = runSimulate;
  return command;
}

}  // namespace leadlight
