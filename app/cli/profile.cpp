#include "app/cli/command.h"
#include "app/cli/load_options.h"
#include "app/cli/profile_output.h"
#include "model/base/text.h"
#include "model/load/file_profile.h"
#include "model/load/file_warnings.h"
#include "model/load/schemas.h"
#include "model/source/sheet_cache.h"

namespace leadlight {

namespace {

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> values;
  for (const std::string& part : split(text, ','))
    if (const std::string_view value = trimmed(part); !value.empty()) values.emplace_back(value);
  return values;
}

Result<SchemaChoices> choicesOf(const Arguments& args, const std::string& otherwise) {
  SchemaChoices choices;
  choices.name = args.valueOr("save-schema", otherwise);
  choices.key = args.value("key");
  choices.target = args.value("target");
  if (const auto positives = args.value("positive")) choices.positives = listed(*positives);
  if (const auto values = args.value("placeholders")) choices.placeholders = listed(*values);
  if (const auto columns = args.value("after-contact")) choices.afterContact = listed(*columns);
  if (const Status read = readValueOptions(args, choices.dates, choices.decimalMark); !read) return read.error();
  for (const std::string& pair : listed(args.valueOr("types", ""))) {
    const std::size_t at = pair.find('=');
    const auto type = typeFromName(at == std::string::npos ? "" : std::string_view(pair).substr(at + 1));
    if (!type) return usageError("--types is a list such as Zip=text,Amount=decimal, not '" + pair + "'.");
    choices.types[pair.substr(0, at)] = *type;
  }
  return choices;
}

Result<int> runProfile(const Call& call) {
  const std::string& file = call.args.words().front();
  auto options = readOptionsOf(call.args);
  if (!options) return options.error();
  options->sheets = std::make_shared<SheetCache>();
  const auto choices = choicesOf(call.args, std::filesystem::path(file).stem().string());
  if (!choices) return choices.error();
  const std::filesystem::path folder = schemaFolder(call.store);
  std::vector<Error> leftOut;
  auto schema = schemaForFile(file, *options, call.args.valueOr("schema", "auto"), folder, &leftOut);
  if (!schema) return schema.error();
  // What changes how values are read holds for the profile too.
  if (choices->placeholders) schema->placeholders = *choices->placeholders;
  if (choices->dates) schema->dates = *choices->dates;
  if (choices->decimalMark) schema->decimalMark = choices->decimalMark;
  ProgressLine line(call.io, call.quiet || call.json);
  const auto profile = profileFile(file, *options, *schema, line.progress());
  line.clear();
  if (!profile) return profile.error();
  const auto proposed = schemaFrom(*profile, *choices);
  if (!proposed) return proposed.error();
  if (call.args.has("save-schema"))
    if (const Status saved = saveSchema(folder, *proposed); !saved) return saved.error();
  std::vector<LoadReport::Warning> warnings = schemaWarnings(leftOut);
  for (LoadReport::Warning& warning : fileWarnings(profile->facts, *options)) warnings.push_back(std::move(warning));
  if (call.json)
    writeProfile(*profile, *proposed, warnings, call.io.out);
  else
    printProfile(*profile, call.io.out);
  if (!call.json)
    for (const LoadReport::Warning& warning : warnings) call.say(profile->file + ": " + warning.message);
  if (call.args.has("save-schema")) call.say("Kept the schema \"" + proposed->name + "\".");
  return exitDone;
}

}  // namespace

Command profileCommand() {
  Command command;
  command.name = "profile";
  command.summary = "what a file is and what its columns hold, before anything is loaded";
  command.synopsis = "profile FILE [OPTION]...";
  command.details =
      "Reads every row once and writes nothing to the store. For each column: its type and why, empty cells, "
      "different\n"
      "values, least and greatest, examples, values that may mean no answer; for the file: encoding, delimiter, "
      "header,\n"
      "columns that could be the key or the outcome, and with --json the schema that a load would use.\n"
      "With --save-schema the schema is kept beside the store: --schema NAME uses it, and files with its columns find "
      "it.\n";
  command.options = readOptionSpecs();
  command.options.insert(
      command.options.begin(),
      {{"schema", "NAME|FILE|auto", "what is known about the columns; default: auto, the known schema that fits"},
       {"save-schema", "NAME", "keep the schema, with the choices below"},
       {"key", "COL|none", "the column that identifies a lead"},
       {"target", "COL|none", "the outcome column"},
       {"positive", "A,B", "the answers of the outcome that mean success"},
       {"placeholders", "A,B", "values that mean no answer"},
       {"types", "COL=TYPE,…", "text, integer, decimal or date for a column"},
       {"after-contact", "A,B", "columns that are written after the outcome was known"}});
  for (const OptionSpec& option : valueOptionSpecs()) command.options.push_back(option);
  command.examples = {
      {"profile Leads.csv", "a table of its columns"},
      {"profile export.xlsx --sheet May --json", "everything about one sheet"},
      {"profile bank.csv --placeholders unknown --save-schema bank", "decide, and keep it for the next file"},
  };
  command.minWords = 1;
  command.maxWords = 1;
  command.run = runProfile;
  return command;
}

}  // namespace leadlight
