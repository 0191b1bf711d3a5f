#include "scoring/scorecard.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>

#include "app/cli/learning.h"
#include "app/cli/rescore.h"
#include "app/cli/scorecard_export.h"
#include "app/cli/scorecard_table.h"
#include "app/cli/text_table.h"
#include "model/base/output_file.h"
#include "scoring/column_check.h"
#include "scoring/scorecard_json.h"

namespace leadlight {

namespace {

constexpr std::size_t maxFileBytes = 16 << 20;

void writeStored(JsonWriter& json, const StoredScorecard& stored) {
  json.field("name", stored.name).field("version", stored.version).field("dataset", stored.dataset);
  json.field("champion", stored.champion).field("created_at", stored.createdAt);
}

// Puts the shipped scorecards that fit into the list: in the store where it may be written, else beside it.
Result<std::vector<StoredScorecard>> allScorecards(Store& store) {
  std::vector<StoredScorecard> all;
  for (const std::string& dataset : store.datasets()) {
    auto registered = registeredScorecards(store, dataset);
    if (!registered) return registered.error();
    for (RegisteredScorecard& one : *registered) all.push_back(std::move(one.stored));
  }
  auto stored = store.scorecards();
  if (!stored) return stored.error();
  for (StoredScorecard& version : *stored) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const StoredScorecard& one) {
      return one.name == version.name && one.version == version.version;
    });
    if (!known) all.push_back(std::move(version));
  }
  return all;
}

Result<int> runList(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto all = allScorecards(*store);
  if (!all) return all.error();
  if (!call.json) {
    TextTable table({{"scorecard"}, {"version", TextTable::Align::Right}, {"dataset"}, {"champion"}, {"added"}});
    for (const StoredScorecard& one : *all)
      table.add({one.name, std::to_string(one.version), one.dataset, one.champion ? "yes" : "", one.createdAt});
    table.print(call.io.out);
    return exitDone;
  }
  JsonWriter json(call.io.out);
  json.beginObject().key("scorecards").beginArray();
  for (const StoredScorecard& one : *all) {
    json.beginObject();
    writeStored(json, one);
    json.endObject();
  }
  json.endArray().endObject().endLine();
  return exitDone;
}

Result<int> runShow(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto found = findScorecard(*store, call.args.words()[1]);
  if (!found) return found.error();
  if (call.json)
    call.io.out << found->stored.json << '\n';
  else
    printScorecard(*found, call.io.out);
  return exitDone;
}

Result<std::string> readText(const std::string& file) {
  std::error_code unknown;
  if (std::filesystem::is_directory(file, unknown))
    return Error{Errc::IsDirectory, "This is a folder; name a scorecard file.", file, {}};
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{Errc::NotFound, "There is no such file, or it may not be read.", file, {}};
  std::string text(maxFileBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return Error{Errc::Io, "The file could not be read.", file, {}};
  if (text.size() > maxFileBytes) return Error{Errc::BadScorecard, "A scorecard file is 16 MB at most.", file, {}};
  return text;
}

// Terms that cannot read a column of the dataset.
std::vector<Warning> warningsOnTypes(const Scorecard& scorecard, const Dataset& dataset) {
  const auto find = [&](const std::string& name) -> std::optional<ColumnFacts> {
    const DatasetColumn* column = dataset.find(name);
    return column == nullptr ? std::nullopt : std::optional(ColumnFacts{column->name, column->type});
  };
  std::vector<Warning> warnings;
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i)
    if (const Status fits = checkTypes(scorecard.terms[i], "terms[" + std::to_string(i) + "]", find); !fits)
      warnings.push_back({Warning::Kind::ColumnType, "", fits.error().what});
  return warnings;
}

// What keeps the scorecard from scoring its dataset as it was meant to.
std::vector<Warning> warningsOnImport(Store& store, const Scorecard& scorecard, const std::string& name) {
  const auto dataset = store.dataset(name);
  if (!dataset)
    return {{Warning::Kind::UnknownDataset, "",
             "The store has no dataset '" + name + "' yet; the scorecard waits until its leads are loaded."}};
  std::vector<Warning> warnings = warningsOnTypes(scorecard, *dataset);
  std::vector<std::string> known;
  for (const DatasetColumn& column : dataset->columns) known.push_back(column.name);
  for (const std::string& column : scorecard.columns()) {
    if (dataset->find(column) != nullptr) continue;
    const auto nearest = nearestName(column, known);
    warnings.push_back({Warning::Kind::UnknownColumn, column,
                        "The dataset '" + name + "' has no column " + column + ", so that it counts as missing" +
                            (nearest ? "; did you mean " + *nearest + "?" : ".")});
  }
  return warnings;
}

Result<int> runImport(const Call& call) {
  const std::string& file = call.args.words()[1];
  const auto text = readText(file);
  if (!text) return text.error();
  const auto scorecard = parseScorecard(*text, file);
  if (!scorecard) return scorecard.error();
  auto store = Store::open(call.store, Store::Mode::ReadWrite, call.patience());  // made where it is missing
  if (!store) return store.error();
  const auto stored = store->putScorecard(scorecard->name, call.args.valueOr("dataset", scorecard->dataset), *text);
  if (!stored) return stored.error();
  const std::vector<Warning> warnings = warningsOnImport(*store, *scorecard, stored->dataset);
  if (!call.json) {
    printWarnings(call.io.err, warnings);
    call.io.out << "Imported " << stored->name << ", version " << stored->version << ", for the dataset "
                << stored->dataset << ": " << counted(scorecard->terms.size(), "term", "terms")
                << ". It scores leads once it is the champion: leadctl scorecard champion '" << stored->name << "'\n";
    return exitDone;
  }
  JsonWriter json(call.io.out);
  json.beginObject();
  writeStored(json, *stored);
  json.field("terms", scorecard->terms.size());
  writeWarnings(json, warnings);
  json.endObject().endLine();
  return exitDone;
}

Result<int> runChampion(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadWrite);
  if (!store) return store.error();
  auto found = findScorecard(*store, call.args.words()[1]);
  if (!found) return found.error();
  const auto summary = promoted(call, *store, *found);
  if (!summary) return summary.error();
  const Rescored scored{*found, *summary};
  if (!call.json) {
    call.io.out << found->stored.name << " is the champion of " << found->stored.dataset << ".\n";
    if (summary->scored != 0) call.io.out << scoredLine(scored) << '\n';
    return exitDone;
  }
  JsonWriter json(call.io.out);
  json.beginObject().field("champion", found->stored.name).field("dataset", found->stored.dataset);
  if (summary->scored != 0)
    writeScored(json, scored);
  else
    json.field("scored", 0);
  json.endObject().endLine();
  return exitDone;
}

Result<int> runVersions(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto found = findScorecard(*store, call.args.words()[1]);
  if (!found) return found.error();
  const auto all = store->scorecards();
  if (!all) return all.error();
  JsonWriter json(call.io.out);
  TextTable table({{"version", TextTable::Align::Right}, {"champion"}, {"added"}, {"method"}, {"reason"}});
  if (call.json) json.beginObject().field("name", found->stored.name).key("versions").beginArray();
  for (const StoredScorecard& one : *all) {
    if (one.name != found->stored.name) continue;
    const auto scorecard = parseScorecard(one.json, one.name);
    if (!scorecard) return scorecard.error();
    const Provenance& from = scorecard->provenance;
    table.add({std::to_string(one.version), one.champion ? "yes" : "", one.createdAt, from.method, from.reason});
    if (!call.json) continue;
    json.beginObject();
    writeStored(json, one);
    json.field("method", from.method).field("reason", from.reason).field("date", from.date);
    json.key("metrics").beginObject();
    for (const auto& [name, value] : from.metrics) json.field(name, value);
    json.endObject().endObject();
  }
  if (call.json)
    json.endArray().endObject().endLine();
  else
    table.print(call.io.out);
  return exitDone;
}

struct Rollback {
  StoredScorecard from, to;
  bool champion = false;
  std::optional<Error> scoringError;
};

void print(const Call& call, const Rollback& rollback) {
  const StoredScorecard& to = rollback.to;
  if (call.json) {
    JsonWriter json(call.io.out);
    json.beginObject().field("name", to.name).field("version", to.version).field("dataset", to.dataset);
    json.field("champion", rollback.champion).field("from", rollback.from.version);
    if (rollback.scoringError) json.field("scoring_error", *rollback.scoringError);
    json.endObject().endLine();
    return;
  }
  if (to.version == rollback.from.version)
    call.io.out << to.name << ": version " << to.version << " is the newest already; there is nothing to go back from";
  else
    call.io.out << to.name << ": version " << to.version << " is version " << rollback.from.version << " again";
  call.io.out << (rollback.champion ? "; all leads are scored with it.\n" : ".\n");
}

// An earlier version comes back as a new one, so that the history stays whole; the champion's scores follow.
Result<int> runRollback(const Call& call) {
  const std::string& name = call.args.words()[1];
  if (name.rfind('@') == std::string::npos)
    return usageError("rollback needs the version to go back to: leadctl scorecard rollback '" + name + "@1'.");
  auto store = call.openStore(Store::Mode::ReadWrite);
  if (!store) return store.error();
  const auto earlier = store->scorecard(name);
  if (!earlier) return earlier.error();
  const auto champion = store->champion(earlier->dataset);
  if (!champion) return champion.error();
  const bool isChampion = *champion && (*champion)->name == earlier->name;
  const auto stored = store->putScorecard(earlier->name, earlier->dataset, earlier->json);
  if (!stored) return stored.error();
  Rollback rollback{*earlier, *stored, isChampion, {}};
  if (isChampion && (*champion)->id != stored->id) {
    const auto again = findScorecard(*store, stored->id);
    if (!again) return again.error();
    auto failed = promotedIfItScores(call, *store, *again);
    if (!failed) return failed.error();
    rollback.scoringError = *std::move(failed);
    rollback.champion = !rollback.scoringError;
  }
  print(call, rollback);
  return exitDone;
}

struct Verb {
  const char* name;
  std::size_t words;  // the verb itself included
  const char* synopsis;
  Result<int> (*run)(const Call&);
};
constexpr std::array<Verb, 7> verbs = {
    {{"list", 1, "scorecard list", runList},
     {"show", 2, "scorecard show S", runShow},
     {"import", 2, "scorecard import FILE [--dataset D]", runImport},
     {"export", 2, "scorecard export S [--format json|sql|pmml] [--out FILE]", exportScorecard},
     {"champion", 2, "scorecard champion S", runChampion},
     {"versions", 2, "scorecard versions S", runVersions},
     {"rollback", 2, "scorecard rollback S@VERSION", runRollback}}};

Result<int> runScorecard(const Call& call) {
  const std::string& name = call.args.words()[0];
  const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const Verb& v) { return name == v.name; });
  if (verb == verbs.end())
    return usageError("scorecard does list, show, import, export, champion, versions or rollback, not '" + name + "'.");
  if (call.args.words().size() != verb->words) return usageError(std::string("Usage: leadctl ") + verb->synopsis + ".");
  return verb->run(call);
}

}  // namespace

Command scorecardCommand() {
  Command command;
  command.name = "scorecard";
  command.summary = "list, show, import and export scorecards, and choose the champion";
  command.synopsis = "scorecard list | show S | import FILE | export S | champion S | versions S | rollback S@V";
  command.details =
      "S is a scorecard's name; name@2 is its second version. A file is checked whole before it is taken; one that "
      "cannot\n"
      "be accepted is refused with the place of the fault. Importing a changed file adds a version. The champion is "
      "the\n"
      "scorecard whose scores the leads show; choosing it scores all leads. Every version is\n"
      "kept; rollback brings an earlier one back as a new version. Exported as SQL, a scorecard runs where "
      "the\n"
      "leads are: a SELECT of key, score, probability and band; for snowflake also a function, the procedure\n"
      "apply_scoring() that fills missing scores, and a task that calls it. Exported as PMML, other programs score by "
      "it.\n";
  command.options = {{"format", "F", "export: json, sql or pmml; default: json"},
                     {"dialect", "D", "sql: sqlite, postgresql, snowflake, trino, spark, bigquery, duckdb, clickhouse"},
                     {"table", "T", "sql: the table of leads; default: the dataset's"},
                     {"key", "COL", "sql: the column that names a lead; default: the dataset's key"},
                     {"ledger", "", "sql: a column of points for each line of the ledger"},
                     {"with", "PARTS", "sql for snowflake: select, function, procedure, task; default: all"},
                     {"out", "FILE", "export: write to a file; default: standard output"},
                     {"dataset", "D", "import: the dataset it is for; default: the one that the file names"}};
  command.examples = {{"scorecard list", "what there is"},
                      {"scorecard show pipeline", "base, terms, points and bands to read"},
                      {"scorecard import mine.json", "take a scorecard in"},
                      {"scorecard export mine --format sql --dialect duckdb --table leads", "score inside a database"},
                      {"scorecard champion mine", "score all leads with it from now on"}};
  command.minWords = 1;
  command.maxWords = 2;
  command.run = runScorecard;
  return command;
}

}  // namespace leadlight
