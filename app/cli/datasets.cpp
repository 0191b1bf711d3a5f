#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "model/base/json_writer.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

// A dataset with what a list says about it.
struct Listed {
  Dataset dataset;
  std::uint64_t leads = 0;
  std::string champion;
};

Result<std::vector<Listed>> listDatasets(Store& store) {
  std::vector<Listed> all;
  for (const std::string& name : store.datasets()) {
    const auto dataset = store.dataset(name);
    if (!dataset) return dataset.error();
    const auto leads = store.leadCount(name);
    if (!leads) return leads.error();
    const auto champion = store.champion(name);
    if (!champion) return champion.error();
    all.push_back({*dataset, *leads, *champion ? (*champion)->name : std::string()});
  }
  return all;
}

void writeTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).beginArray();
  for (const std::string& text : texts) json.value(text);
  json.endArray();
}

void writeJson(const std::vector<Listed>& all, std::ostream& out) {
  JsonWriter json(out);
  json.beginObject().key("datasets").beginArray();
  for (const Listed& listed : all) {
    const Dataset& dataset = listed.dataset;
    json.beginObject().field("name", dataset.name).field("leads", listed.leads).field("key", dataset.key);
    json.field("target", dataset.target);
    writeTexts(json, "positives", dataset.positives);
    writeTexts(json, "placeholders", dataset.placeholders);
    json.field("champion", listed.champion.empty() ? std::optional<std::string>() : listed.champion);
    json.key("columns").beginArray();
    for (const DatasetColumn& column : dataset.columns)
      json.beginObject()
          .field("name", column.name)
          .field("label", column.label)
          .field("type", typeName(column.type))
          .field("after_contact", column.afterContact)
          .endObject();
    json.endArray().endObject();
  }
  json.endArray().endObject().endLine();
}

void printTable(const std::vector<Listed>& all, std::ostream& out) {
  using Align = TextTable::Align;
  TextTable table(
      {{"dataset"}, {"leads", Align::Right}, {"columns", Align::Right}, {"key"}, {"outcome"}, {"champion"}});
  for (const Listed& listed : all)
    table.add({listed.dataset.name, grouped(listed.leads), grouped(listed.dataset.columns.size()),
               listed.dataset.key.value_or("(each row)"), listed.dataset.target.value_or(""), listed.champion});
  table.print(out);
}

Result<int> runDatasets(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto all = listDatasets(*store);
  if (!all) return all.error();
  if (call.json)
    writeJson(*all, call.io.out);
  else
    printTable(*all, call.io.out);
  return exitDone;
}

}  // namespace

Command datasetsCommand() {
  Command command;
  command.name = "datasets";
  command.summary = "the datasets of the store, with their leads, columns, key and outcome";
  command.synopsis = "datasets";
  command.details = "With --json, also every column with its label and type.\n";
  command.examples = {{"datasets", "as a table"}, {"datasets --json", "with all columns"}};
  command.run = runDatasets;
  return command;
}

}  // namespace leadlight
