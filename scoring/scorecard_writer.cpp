#include <cmath>
#include <span>

#include "model/base/calendar.h"
#include "model/base/text.h"
#include "scoring/scorecard_json.h"

namespace leadlight {

namespace {

// Writes "name": value lines with commas between them and an indent of two spaces per level.
class Writer {
 public:
  void open(char bracket) {
    out_ += bracket;
    ++level_;
    first_ = true;
  }
  void close(char bracket) {
    --level_;
    if (!first_) breakLine();
    out_ += bracket;
    first_ = false;
  }
  void item() {
    if (!first_) out_ += ',';
    breakLine();
    first_ = false;
  }
  void name(std::string_view name) {
    item();
    appendJsonString(out_, name);
    out_ += ": ";
  }
  void text(std::string_view name, std::string_view value) {
    this->name(name);
    appendJsonString(out_, value);
  }
  void number(std::string_view name, double value) {
    this->name(name);
    appendNumber(out_, value);
  }
  void count(std::string_view name, std::uint64_t value) {
    this->name(name);
    out_ += std::to_string(value);
  }
  template <class Values, class Append>
  void line(std::string_view name, const Values& values, Append append) {
    this->name(name);
    list(values, append);
  }
  template <class Values, class Append>
  void list(const Values& values, Append append) {
    out_ += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out_ += ", ";
      append(out_, values[i]);
    }
    out_ += ']';
  }
  std::string take() && { return std::move(out_) + "\n"; }

 private:
  void breakLine() {
    out_ += '\n';
    out_.append(level_ * 2, ' ');
  }
  std::string out_;
  std::size_t level_ = 0;
  bool first_ = true;
};

void appendDouble(std::string& out, double value) { appendNumber(out, value); }
void appendCount(std::string& out, std::uint64_t value) { out += std::to_string(value); }

std::string dateText(std::int64_t seconds) { return seconds % 86400 == 0 ? isoDate(seconds) : isoDateTime(seconds); }
void appendDate(std::string& out, double value) { appendJsonString(out, dateText(static_cast<std::int64_t>(value))); }

void write(Writer& writer, const LookupTerm& term) {
  writer.text("column", term.column);
  writer.name("points");
  writer.open('{');
  for (const auto& [value, points] : term.points) writer.number(value, points);
  writer.close('}');
  writer.number("otherwise", term.otherwise);
  writer.number("missing", term.missing);
}

void write(Writer& writer, const StepsTerm& term) {
  writer.text("column", term.column);
  writer.line("edges", term.edges, term.dates ? appendDate : appendDouble);
  writer.line("points", term.points, appendDouble);
  writer.number("missing", term.missing);
}

void write(Writer& writer, const LinearTerm& term) {
  writer.text("column", term.column);
  writer.number("weight", term.weight);
  if (std::isfinite(term.low)) writer.number("low", term.low);
  if (std::isfinite(term.high)) writer.number("high", term.high);
  writer.number("missing", term.missing);
}

void write(Writer& writer, const RuleTerm& term) {
  writer.text("when", term.when.empty() ? "true" : term.when.text());
  writer.number("points", term.points);
}

void writeAxis(Writer& writer, std::string_view name, const GridAxis& axis) {
  writer.name(name);
  writer.open('{');
  writer.text("column", axis.column);
  if (axis.groups.empty()) {
    writer.line("edges", axis.edges, axis.dates ? appendDate : appendDouble);
  } else {
    writer.name("groups");
    writer.open('[');
    for (const std::vector<std::string>& values : axis.groups) {
      writer.item();
      writer.list(values, appendJsonString);
    }
    writer.close(']');
  }
  writer.close('}');
}

void write(Writer& writer, const GridTerm& term) {
  writeAxis(writer, "rows", term.rows);
  writeAxis(writer, "columns", term.columns);
  writer.name("points");
  writer.open('[');
  const std::size_t width = term.columns.slotCount();
  for (std::size_t cell = 0; cell < term.points.size(); cell += width) {
    writer.item();
    writer.list(std::span(term.points).subspan(cell, width), appendDouble);
  }
  writer.close(']');
}

void write(Writer& writer, const DecayTerm& term) {
  writer.text("column", term.column);
  writer.number("points", term.points);
  writer.number("half_life_days", term.halfLifeDays);
  if (term.asOf) writer.text("as_of", dateText(*term.asOf));
  writer.number("missing", term.missing);
}

void writeSupport(Writer& writer, const Support& support) {
  writer.name("support");
  writer.open('{');
  if (!support.errors.empty()) writer.line("errors", support.errors, appendDouble);
  if (!support.rows.empty()) writer.line("rows", support.rows, appendCount);
  if (!support.positives.empty()) writer.line("positives", support.positives, appendCount);
  writer.close('}');
}

void writeTerms(Writer& writer, const Scorecard& scorecard) {
  writer.name("terms");
  writer.open('[');
  for (const Term& term : scorecard.terms) {
    writer.item();
    writer.open('{');
    writer.text("name", term.name);
    writer.text("kind", term.kindName());
    if (!term.group.empty()) writer.text("group", term.group);
    std::visit([&](const auto& kind) { write(writer, kind); }, term.kind);
    if (term.support != Support{}) writeSupport(writer, term.support);
    writer.close('}');
  }
  writer.close(']');
}

void writeGroups(Writer& writer, const Scorecard& scorecard) {
  writer.name("groups");
  writer.open('[');
  for (const TermGroup& group : scorecard.groups) {
    writer.item();
    writer.open('{');
    writer.text("name", group.name);
    if (std::isfinite(group.low)) writer.number("low", group.low);
    if (std::isfinite(group.high)) writer.number("high", group.high);
    writer.close('}');
  }
  writer.close(']');
}

void writeBands(Writer& writer, const Scorecard& scorecard) {
  writer.name("bands");
  writer.open('[');
  for (const Band& band : scorecard.bands) {
    writer.item();
    writer.open('{');
    writer.text("name", band.name);
    if (std::isfinite(band.from)) writer.number("from", band.from);
    writer.close('}');
  }
  writer.close(']');
}

void writeProvenance(Writer& writer, const Provenance& provenance) {
  writer.name("provenance");
  writer.open('{');
  const auto text = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) writer.text(name, value);
  };
  text("description", provenance.description);
  text("target", provenance.target);
  if (!provenance.positives.empty()) writer.line("positives", provenance.positives, appendJsonString);
  text("method", provenance.method);
  text("date", provenance.date);
  text("reason", provenance.reason);
  if (provenance.rows != 0) writer.count("rows", provenance.rows);
  if (provenance.positiveCount != 0) writer.count("positive_count", provenance.positiveCount);
  if (provenance.seed) writer.count("seed", *provenance.seed);
  text("data_digest", provenance.dataDigest);
  if (provenance.excluded) writer.line("excluded", *provenance.excluded, appendJsonString);
  if (!provenance.rising.empty()) writer.line("rising", provenance.rising, appendJsonString);
  if (!provenance.falling.empty()) writer.line("falling", provenance.falling, appendJsonString);
  if (!provenance.metrics.empty()) {
    writer.name("metrics");
    writer.open('{');
    for (const auto& [name, value] : provenance.metrics) writer.number(name, value);
    writer.close('}');
  }
  writer.close('}');
}

}  // namespace

std::string toJson(const Scorecard& scorecard) {
  Writer writer;
  writer.open('{');
  writer.number("leadlight_scorecard", 1);
  writer.text("name", scorecard.name);
  writer.text("dataset", scorecard.dataset);
  writer.text("link", scorecard.link == Link::Identity ? "identity" : "logistic");
  writer.number("base", scorecard.base);
  if (!scorecard.requiredColumns.empty()) writer.line("requires", scorecard.requiredColumns, appendJsonString);
  if (!scorecard.groups.empty()) writeGroups(writer, scorecard);
  writeTerms(writer, scorecard);
  writeBands(writer, scorecard);
  if (scorecard.provenance != Provenance{}) writeProvenance(writer, scorecard.provenance);
  writer.close('}');
  return std::move(writer).take();
}

}  // namespace leadlight
