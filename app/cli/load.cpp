#include <algorithm>

#include "app/cli/command.h"
#include "app/cli/load_options.h"
#include "app/cli/load_output.h"
#include "app/cli/rescore.h"
#include "app/cli/text_table.h"
#include "model/frame/frame_load.h"
#include "model/load/retry.h"
#include "model/load/schemas.h"
#include "scoring/registry.h"

namespace leadlight {

namespace {

// What became of all files of one command line.
struct Outcome {
  std::vector<LoadReport> loads;
  std::optional<Error> firstError, scoringError;
  bool interrupted = false;

  bool changedLeads() const {
    return std::any_of(loads.begin(), loads.end(),
                       [](const LoadReport& load) { return load.status == LoadReport::Status::Loaded; });
  }
};

// The report that a failed load left in the store; one made from the error when it left none.
LoadReport failedReport(Store& store, const std::string& file, const LoadOptions& options, const Error& error,
                        std::int64_t lastId) {
  if (const auto loads = store.loads(); loads && !loads->empty()) {
    const LoadReport& latest = loads->front();
    if (latest.id > lastId && latest.status == LoadReport::Status::Failed && latest.file == file) return latest;
  }
  LoadReport report;
  report.dataset = options.dataset;
  report.file = file;
  report.status = LoadReport::Status::Failed;
  report.firstError = LoadReport::FirstError{0, 0, "", errorName(error.code), error.what};
  return report;
}

std::int64_t lastLoadId(Store& store) {
  const auto loads = store.loads();
  return loads && !loads->empty() ? loads->front().id : 0;
}

// The columns of the first file decide which shipped scorecard becomes champion, whatever else the same command brings.
void chooseChampion(Store& store, const LoadReport& load) {
  if (load.status == LoadReport::Status::Loaded) static_cast<void>(championOf(store, load.dataset));
}

// Rows of an earlier load's quarantine: those of the file that was corrected, or all that can be sent as they are.
Result<LoadReport> retry(const Call& call, Store& store, std::int64_t loadId, const LoadOptions& options,
                         const Progress& progress) {
  const auto sheet = quarantineSheet(store, loadId);
  if (!sheet) return sheet.error();
  const auto rows =
      call.args.words().empty() ? unchangedRows(*sheet) : correctedRows(*sheet, call.args.words()[0], options.read);
  if (!rows) return rows.error();
  auto report = retryRows(store, *sheet, *rows, options, progress);
  if (report)
    call.say(counted(rows->size() - report->quarantined, "row", "rows") + " of load " + std::to_string(loadId) +
             " taken, " + grouped(sheet->rows.size() - rows->size() + report->quarantined) +
             " still in its quarantine.");
  return report;
}

void loadOne(const Call& call, Store& store, const std::string& file, const LoadOptions& options, Outcome& outcome) {
  const std::int64_t lastId = lastLoadId(store);
  ProgressLine line(call.io, call.quiet || call.json);
  const auto retried = call.args.number("retry", 1);
  if (!retried) return static_cast<void>(outcome.firstError = retried.error());
  const auto loaded = *retried ? retry(call, store, static_cast<std::int64_t>(**retried), options, line.progress())
                               : loadWithFrame(store, file, options, copiedFrame, line.progress());
  line.clear();
  if (loaded) {
    outcome.loads.push_back(*loaded);
    if (!call.json) call.io.out << loadLine(*loaded) << '\n';
    if (!call.json) printNotes(*loaded, call.io.out);
    if (!call.json && loaded->preview) printPreview(*loaded->preview, call.io.out);
    if (!call.json) sayWarnings(call, *loaded);
    chooseChampion(store, *loaded);
    return;
  }
  if (!outcome.firstError) outcome.firstError = loaded.error();
  // Ctrl-C also ends the waiting for a store that another program holds.
  if (loaded.error().code == Errc::Interrupted || (loaded.error().code == Errc::StoreBusy && call.io.interrupted())) {
    outcome.interrupted = true;
    return;
  }
  if (!call.json) printError(loaded.error(), call.io, false);
  outcome.loads.push_back(failedReport(store, file, options, loaded.error(), lastId));
}

void describeQuarantine(const Call& call, const Outcome& outcome) {
  for (const LoadReport& load : outcome.loads)
    if (load.quarantined != 0 && load.firstError)
      call.say("First row in quarantine: line " + std::to_string(load.firstError->line) + ": " +
               load.firstError->message + "." +
               (load.id == 0 ? "" : " See leadctl quarantine " + std::to_string(load.id) + "."));
}

Error interruption(const Outcome& outcome) {
  const auto kept =
      static_cast<std::uint64_t>(std::count_if(outcome.loads.begin(), outcome.loads.end(), [](const LoadReport& load) {
        return load.status == LoadReport::Status::Loaded;
      }));
  if (kept == 0) return {Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
  return {Errc::Interrupted,
          "Stopped. This file changed nothing; " + counted(kept, "file", "files") + " before it stay loaded.",
          "",
          {}};
}

void writeDocument(Io& io, const Outcome& outcome, const std::optional<Rescored>& scored) {
  JsonWriter json(io.out);
  json.beginObject().key("loads").beginArray();
  for (const LoadReport& load : outcome.loads) writeLoad(json, load);
  json.endArray();
  if (scored) {
    json.field("scored", scored->summary.scored);
    json.field("scorecard", scored->scorecard.stored.name);
  }
  if (outcome.scoringError) json.field("scoring_error", *outcome.scoringError);
  if (outcome.firstError) json.field("error", outcome.interrupted ? interruption(outcome) : *outcome.firstError);
  json.endObject().endLine();
}

// Checking files against a store that does not exist yet does not create it.
Result<Store> openForLoad(const Call& call, bool validateOnly) {
  std::error_code unknown;
  const bool missing = !std::filesystem::exists(call.store, unknown) && !unknown;
  const std::filesystem::path place = validateOnly && missing ? std::filesystem::path(":memory:") : call.store;
  auto store = Store::open(place, Store::Mode::ReadWrite, call.patience());
  if (store || !validateOnly || store.error().code != Errc::NoPermission) return store;
  return Store::open(place, Store::Mode::ReadOnly, call.patience());
}

Result<int> runLoad(const Call& call) {
  auto options = loadOptionsOf(call.args, call.dataset());
  if (!options) return options.error();
  options->schemas = schemaFolder(call.store);
  const bool retrying = call.args.has("retry");
  std::vector<std::string> files = call.args.words();
  if (files.empty() && !retrying) return usageError("load needs more: leadctl load FILE... [OPTION]....");
  if (const auto load = call.args.number("retry", 1); !load) return load.error();
  if (retrying && files.size() > 1) return usageError("--retry takes one file of corrected rows.");
  if (files.empty()) files.push_back("quarantine of load " + call.args.valueOr("retry", ""));
  auto store = openForLoad(call, options->validateOnly);
  if (!store) return store.error();
  Outcome outcome;
  for (const std::string& file : files) {
    loadOne(call, *store, file, *options, outcome);
    if (outcome.interrupted) break;
    if (outcome.firstError && options->onError == LoadOptions::OnError::Abort) break;
  }
  if (!call.json) describeQuarantine(call, outcome);
  std::optional<Rescored> scored;
  if (!options->validateOnly && !call.args.has("no-score") && !outcome.loads.empty()) {
    auto done = rescore(call, *store, outcome.loads.front().dataset, outcome.changedLeads());
    if (done)
      scored = std::move(*done);
    else
      outcome.scoringError = done.error();  // what was loaded stays loaded
    if (!done && !call.json) printError(done.error(), call.io, false);
  }
  if (call.json)
    writeDocument(call.io, outcome, scored);
  else if (scored)
    call.io.out << scoredLine(*scored) << '\n';
  if (outcome.interrupted && !call.json) printError(interruption(outcome), call.io, false);
  if (!outcome.firstError) return exitDone;
  return outcome.interrupted ? exitInterrupted : exitCodeOf(outcome.firstError->code);
}

}  // namespace

Command loadCommand() {
  Command command;
  command.name = "load";
  command.summary = "take lead files in: read, check, clean, merge by key, score";
  command.synopsis = "load FILE... [OPTION]...";
  command.details =
      "Reads CSV (any delimiter), JSON (an array, one object a line, one after another, or a list in an object), both "
      "also\n"
      "gzipped, and a sheet of an .xlsx or .ods workbook.\n"
      "Format, encoding and delimiter are found in the content, types by a vote of every row. One file is one\n"
      "transaction: it is taken in whole or not at all. Every row is accounted for:\n"
      "  rows = new + changed + unchanged + superseded + in quarantine\n"
      "A column whose type the file changes is named, with the line that does not fit.\n"
      "Content that was loaded before is skipped. Then the leads are scored with the dataset's champion.\n"
      "The columns score, band and probability of a file that leadctl leads wrote are left out; another program's\n"
      "become file_score, file_band and file_probability.\n"
      "--validate also shows, cell by cell, what would change in the leads that are there; each of several files is\n"
      "compared with the store as it is.\n"
      "--retry LOAD is a load of its own, linked to LOAD: rows that are taken leave its quarantine, and undoing the "
      "new\n"
      "load opens them again. FILE is read like any other, in whatever encoding an editor saved it.\n";
  command.options = loadOptionSpecs();
  command.examples = {
      {"load Leads.csv", "load one file into the dataset 'leads'"},
      {"load --validate --json export.json", "say what a load would do, and write nothing"},
      {"load bank.csv --dataset bank --key none", "a dataset of its own, each row its own identity"},
      {"load --retry 3 mended.csv", "take the corrected rows of load 3's quarantine"},
      {"load leads.xlsx --sheet May", "one sheet of a workbook"},
      {"load june/*.csv --on-error skip-file", "leave out every file that has a bad row"},
  };
  command.maxWords = static_cast<std::size_t>(-1);
  command.run = runLoad;
  return command;
}

}  // namespace leadlight
