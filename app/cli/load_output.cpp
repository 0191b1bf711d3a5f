#include "app/cli/load_output.h"

#include <algorithm>
#include <filesystem>

#include "app/cli/text_table.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

std::string delimiterName(const std::string& delimiter) { return delimiter == "\t" ? "tab" : "\"" + delimiter + "\""; }

std::string howItWasRead(const LoadReport& report) {
  std::string text = " (" + report.format + ", " + report.encoding;
  if (!report.delimiter.empty()) text += ", " + delimiterName(report.delimiter);
  return text + ", " + fixedNumber(report.seconds, 2) + " s)";
}

}  // namespace

std::string loadLine(const LoadReport& report) {
  const std::string file = std::filesystem::path(report.file).filename().string() + ": ";
  if (report.status == LoadReport::Status::Skipped) {
    const std::string earlier = report.sameAs ? "load " + std::to_string(*report.sameAs) : "an earlier load";
    return file + "skipped, the same content came with " + earlier + "; --force loads it again";
  }
  if (report.status == LoadReport::Status::Failed)
    return file + "failed" + (report.firstError ? ": " + report.firstError->message : std::string());
  std::string text = file + counted(report.parsed, "row", "rows") + " = " + grouped(report.fresh) + " new + " +
                     grouped(report.changed) + " changed + " + grouped(report.same) + " unchanged + " +
                     grouped(report.superseded) + " superseded + " + grouped(report.quarantined) + " in quarantine";
  text += howItWasRead(report);
  if (report.status == LoadReport::Status::Validated) {
    text += "; checked only, nothing written";
    if (report.sameAs)
      text += "; the same content came with load " + std::to_string(*report.sameAs) + ", so it would be skipped";
  }
  if (report.status == LoadReport::Status::Undone) text += "; undone";
  return text;
}

void sayWarnings(const Call& call, const LoadReport& report) {
  const std::string file = std::filesystem::path(report.file).filename().string() + ": ";
  for (const LoadReport::Warning& warning : report.warnings) call.say(file + warning.message);
}

namespace {

void printChanges(const MergePreview& preview, std::ostream& out) {
  using Align = TextTable::Align;
  TextTable columns({{"column"}, {"leads changed", Align::Right}});
  for (const MergePreview::ColumnChanges& column : preview.columns) columns.add({column.column, grouped(column.leads)});
  columns.print(out);
  out << '\n';
  constexpr std::size_t most = 20;
  TextTable examples({{"lead"}, {"column"}, {"now"}, {"then"}});
  for (std::size_t i = 0; i < std::min(most, preview.examples.size()); ++i) {
    const MergePreview::Change& change = preview.examples[i];
    examples.add({shortened(change.key, 40), change.column, shortened(change.before, 40), shortened(change.after, 40)});
  }
  examples.print(out);
}

}  // namespace

void printNotes(const LoadReport& report, std::ostream& out) {
  const bool done = report.status == LoadReport::Status::Loaded;
  for (const LoadReport::ColumnFacts& column : report.columns) {
    if (!column.changedFrom) continue;
    const auto& from = *column.changedFrom;
    out << column.name << (done ? " is now " : " would become ") << typeName(column.type) << "; it "
        << (done ? "was " : "is ") << typeName(from.type);
    if (from.line != 0) out << ", which line " << from.line << " does not fit";
    out << '.';
    if (done) out << " leadctl undo " << report.id << " takes that back.";
    out << '\n';
  }
  if (!report.leftOut.empty())
    out << "Left out " << joined(report.leftOut, " and ") << ", which Leadlight adds to leads that it writes.\n";
}

void printPreview(const MergePreview& preview, std::ostream& out) {
  if (!preview.newColumns.empty()) {
    out << "New columns:";
    for (const std::string& column : preview.newColumns) out << ' ' << column;
    out << '\n';
  }
  if (!preview.columns.empty()) printChanges(preview, out);
}

}  // namespace leadlight
