#include "scoring/evaluate/leakage.h"

#include "app/cli/learning.h"
#include "app/cli/text_table.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

struct Findings {
  LearningTask task;
  TargetReport outcome;
  std::vector<ColumnReport> columns;
};

Result<Findings> find(const Call& call, Store& store) {
  auto task = learningTask(call, store);
  if (!task) return task.error();
  auto outcome = checkTarget(task->frame, task->target);
  if (!outcome) return outcome.error();
  if (const Status both = needBothOutcomes(*task, *outcome); !both) return both.error();
  ProgressLine line(call.io, call.quiet || call.json);
  auto columns = findLeakage(task->frame, task->target, task->afterContact, line.progress());
  if (!columns) return columns.error();
  return Findings{*std::move(task), *std::move(outcome), *std::move(columns)};
}

void writeJson(const Findings& findings, std::ostream& out) {
  JsonWriter json(out);
  json.beginObject().field("target", findings.task.target.column).field("rows", findings.outcome.rows);
  json.field("positives", findings.outcome.positives).key("columns").beginArray();
  for (const ColumnReport& report : findings.columns) {
    json.beginObject().field("column", report.column).field("suspect", report.isSuspect());
    json.field("auc", report.auc).field("fill_auc", report.fillAuc).field("filled", report.filled);
    json.key("signs").beginArray();
    for (const Sign sign : report.signs)
      json.beginObject().field("code", nameOf(sign)).field("message", sentenceOf(report, sign)).endObject();
    json.endArray().endObject();
  }
  json.endArray();
  writeWarnings(json, warningsOnTarget(findings.task.target, findings.outcome));
  json.endObject().endLine();
}

void print(const Findings& findings, std::ostream& out) {
  using Align = TextTable::Align;
  TextTable table({{"column"}, {"AUC alone", Align::Right}, {"filled", Align::Right}, {"suspect"}});
  std::vector<std::string> suspects;
  for (const ColumnReport& report : findings.columns) {
    table.add({report.column, fixedNumber(report.auc, 3), grouped(report.filled), report.isSuspect() ? "yes" : ""});
    if (report.isSuspect()) suspects.push_back(report.column);
  }
  table.print(out);
  for (const ColumnReport& report : findings.columns)
    for (const Sign sign : report.signs) out << sentenceOf(report, sign) << '\n';
  printWarnings(out, warningsOnTarget(findings.task.target, findings.outcome));
  if (!suspects.empty())
    out << "Leave out what is not known for a new lead: leadctl train --exclude " << joined(suspects, ",") << '\n';
}

Result<int> runLeakage(const Call& call) {
  auto store = call.openStore(Store::Mode::ReadOnly);
  if (!store) return store.error();
  const auto findings = find(call, *store);
  if (!findings) return findings.error();
  if (call.json)
    writeJson(*findings, call.io.out);
  else
    print(*findings, call.io.out);
  return exitDone;
}

}  // namespace

Command leakageCommand() {
  Command command;
  command.name = "leakage";
  command.summary = "columns that look written after the outcome was known";
  command.synopsis = "leakage [--target COL] [--positive V]... [--dataset D]";
  command.details =
      "What each column alone says about the outcome, most telling first. A suspect ranks leads too well to be known\n"
      "beforehand, is filled when the outcome is known, has a telling name, or is marked by the schema. Whether a\n"
      "suspect may be learned from is for people to say. Columns that name each lead, or hardly vary, are named too.\n";
  command.options = {targetOption(), positiveOption(), datasetOption()};
  command.examples = {{"leakage --target Converted", "before training"},
                      {"leakage --target y --positive yes --json", "with the evidence for every column"}};
  command.run = runLeakage;
  return command;
}

}  // namespace leadlight
