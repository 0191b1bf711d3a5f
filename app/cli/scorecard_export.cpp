#include "app/cli/scorecard_export.h"

#include "model/base/json_writer.h"
#include "model/base/output_file.h"
#include "model/base/text.h"
#include "scoring/export/pmml_export.h"
#include "scoring/export/sql_export.h"
#include "scoring/registry.h"

namespace leadlight {

namespace {

Result<SqlParts> partsOf(const Call& call, SqlDialect dialect) {
  const bool all = dialect == SqlDialect::Snowflake;
  const auto given = call.args.value("with");
  if (!given) return SqlParts{true, all, all, all};
  SqlParts parts{false, false, false, false};
  for (const std::string& part : split(*given, ',')) {
    bool* wanted = part == "select"      ? &parts.select
                   : part == "function"  ? &parts.function
                   : part == "procedure" ? &parts.procedure
                   : part == "task"      ? &parts.task
                                         : nullptr;
    if (wanted == nullptr) return usageError("--with takes select, function, procedure, task, not '" + part + "'.");
    *wanted = true;
  }
  return parts;
}

Result<std::string> sqlOf(const Call& call, const RegisteredScorecard& found, const Dataset& dataset) {
  const std::string name = call.args.valueOr("dialect", "sqlite");
  const auto dialect = dialectNamed(name);
  if (!dialect) return usageError("--dialect is one of " + joined(dialectNames(), ", ") + ", not '" + name + "'.");
  const auto parts = partsOf(call, *dialect);
  if (!parts) return parts.error();
  return toSql(
      found.scorecard, dataset,
      {*dialect, call.args.valueOr("table", ""), call.args.valueOr("key", ""), call.args.has("ledger"), *parts});
}

Result<std::string> textOf(const Call& call, const std::string& format, Store& store,
                           const RegisteredScorecard& found) {
  if (format == "json") return found.stored.json + "\n";
  const auto dataset = store.dataset(found.stored.dataset);
  if (!dataset) return dataset.error();
  return format == "sql" ? sqlOf(call, found, *dataset) : toPmml(found.scorecard, *dataset);
}

}  // namespace

Result<int> exportScorecard(const Call& call) {
  const std::string format = call.args.valueOr("format", "json");
  if (format != "json" && format != "sql" && format != "pmml")
    return usageError("--format is json, sql or pmml, not '" + format + "'.");
  for (const char* option : {"dialect", "table", "key", "ledger", "with"})
    if (format != "sql" && call.args.has(option))
      return usageError(std::string("--") + option + " goes with --format sql only.");
  if (call.json && format != "json" && !call.args.has("out"))
    return usageError("--json prints one JSON document; leave out --json, or write --format " + format +
                      " with --out.");
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto found = findScorecard(*store, call.args.words()[1]);
  if (!found) return found.error();
  const auto text = textOf(call, format, *store, *found);
  if (!text) return text.error();
  const auto out = call.args.value("out");
  if (!out) {
    call.io.out << *text;
    return exitDone;
  }
  auto file = OutputFile::create(*out);
  if (!file) return file.error();
  file->stream() << *text;
  if (const Status done = file->commit(); !done) return done.error();
  if (call.json)
    JsonWriter(call.io.out).beginObject().field("out", *out).field("name", found->stored.name).endObject().endLine();
  else
    call.say("Wrote " + found->stored.name + " to " + *out + ".");
  return exitDone;
}

}  // namespace leadlight
