#include <cmath>

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
  template <class Values, class Append>
  void line(std::string_view name, const Values& values, Append append) {
    this->name(name);
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

void appendDate(std::string& out, double value) {
  const auto seconds = static_cast<std::int64_t>(value);
  appendJsonString(out, seconds % 86400 == 0 ? isoDate(seconds) : isoDateTime(seconds));
}

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

void writeTerms(Writer& writer, const Scorecard& scorecard) {
  writer.name("terms");
  writer.open('[');
  for (const Term& term : scorecard.terms) {
    writer.item();
    writer.open('{');
    writer.text("name", term.name);
    writer.text("kind", term.kindName());
    std::visit([&](const auto& kind) { write(writer, kind); }, term.kind);
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
  if (!provenance.description.empty()) writer.text("description", provenance.description);
  if (!provenance.target.empty()) writer.text("target", provenance.target);
  if (!provenance.method.empty()) writer.text("method", provenance.method);
  if (!provenance.date.empty()) writer.text("date", provenance.date);
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
  if (!scorecard.requiredColumns.empty())
    writer.line("requires", scorecard.requiredColumns,
                [](std::string& out, const std::string& column) { appendJsonString(out, column); });
  writeTerms(writer, scorecard);
  writeBands(writer, scorecard);
  if (scorecard.provenance != Provenance{}) writeProvenance(writer, scorecard.provenance);
  writer.close('}');
  return std::move(writer).take();
}

}  // namespace leadlight
