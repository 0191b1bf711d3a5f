#include "scoring/export/pmml_terms.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "model/base/text.h"

namespace leadlight {

namespace {

std::string pathOf(std::size_t index) { return "terms[" + std::to_string(index) + "]"; }
std::string axisField(std::size_t index, const char* side) { return "term_" + std::to_string(index + 1) + "_" + side; }

Error refused(const Term& term, std::size_t index, const std::string& why) {
  return {Errc::BadScorecard, "The term \"" + term.name + "\" cannot be exported: " + why, pathOf(index), {term.name}};
}

}  // namespace

// Writes the attributes of one term; the first whose predicate is true gives the points.
class PmmlTerms::Attributes {
 public:
  Attributes(XmlWriter& xml, const Dataset& dataset, const Term& term, std::size_t index)
      : xml_(xml), dataset_(dataset), term_(term), index_(index) {}

  Status operator()(const LookupTerm& term) {
    const DatasetColumn* column = columnOf(dataset_, term.column);
    if (column == nullptr) return always(term.missing);
    for (const auto& [value, points] : term.points) {
      const auto listed = pmmlListed(*column, value);
      if (!listed) continue;
      if (!fitsXml(*listed)) return refused(term_, index_, "XML cannot hold one of its values.");
      attribute(points, [&] { writePredicate(xml_, pmmlField(*column), "equal", *listed); });
    }
    attribute(term.missing, [&] { writeMissing(xml_, *column, dataset_); });
    return always(term.otherwise);
  }

  Status operator()(const StepsTerm& term) {
    const DatasetColumn* column = columnOf(dataset_, term.column);
    if (column == nullptr) return always(term.missing);
    attribute(term.missing, [&] { writeMissing(xml_, *column, dataset_); });
    for (std::size_t bin = 0; bin < term.edges.size(); ++bin)
      attribute(term.points[bin],
                [&] { writePredicate(xml_, pmmlField(*column), "lessThan", formatNumber(term.edges[bin])); });
    return always(term.points.back());
  }

  Status operator()(const LinearTerm& term) {
    const DatasetColumn* column = columnOf(dataset_, term.column);
    if (column == nullptr) return always(term.missing);
    attribute(term.missing, [&] { writeMissing(xml_, *column, dataset_); });
    computed([&] {
      xml_.open("Apply", {{"function", "*"}});
      number(term.weight);
      if (std::isfinite(term.high)) xml_.open("Apply", {{"function", "min"}}), number(term.high);
      if (std::isfinite(term.low)) xml_.open("Apply", {{"function", "max"}}), number(term.low);
      xml_.empty("FieldRef", {{"field", column->name}});
      if (std::isfinite(term.low)) xml_.close();
      if (std::isfinite(term.high)) xml_.close();
      xml_.close();
    });
    return {};
  }

  Status operator()(const RuleTerm& term) {
    for (const std::string& name : term.when.columns())
      if (columnOf(dataset_, name) == nullptr) return always(0);
    Status written;
    attribute(term.points, [&] { written = writeFilter(xml_, term.when, dataset_); });
    if (!written) return refused(term_, index_, written.error().what);
    return always(0);
  }

  Status operator()(const GridTerm& term) {
    const std::size_t width = term.columns.slotCount();
    for (std::size_t cell = 0; cell < term.points.size(); ++cell)
      attribute(term.points[cell], [&] {
        xml_.open("CompoundPredicate", {{"booleanOperator", "and"}});
        writePredicate(xml_, axisField(index_, "row"), "equal", std::to_string(cell / width));
        writePredicate(xml_, axisField(index_, "column"), "equal", std::to_string(cell % width));
        xml_.close();
      });
    return {};
  }

  Status operator()(const DecayTerm& term) {
    const DatasetColumn* column = columnOf(dataset_, term.column);
    if (column == nullptr) return always(term.missing);
    if (!term.asOf)
      return refused(term_, index_,
                     "it counts from the moment of scoring, which PMML does not know; give it \"as_of\".");
    attribute(term.missing, [&] { writeMissing(xml_, *column, dataset_); });
    computed([&] {
      xml_.open("Apply", {{"function", "*"}});
      number(term.points);
      xml_.open("Apply", {{"function", "pow"}});
      number(2);
      xml_.open("Apply", {{"function", "/"}});
      xml_.open("Apply", {{"function", "min"}});
      number(0);
      xml_.open("Apply", {{"function", "-"}});
      xml_.empty("FieldRef", {{"field", pmmlField(*column)}});
      number(static_cast<double>(*term.asOf));
      xml_.close();
      xml_.close();
      number(86400 * term.halfLifeDays);
      for (int i = 0; i < 3; ++i) xml_.close();
    });
    return {};
  }

 private:
  template <class Predicate>
  void attribute(double points, const Predicate& predicate) {
    xml_.open("Attribute", {{"partialScore", formatNumber(points)}});
    predicate();
    xml_.close();
  }
  Status always(double points) {
    attribute(points, [&] { xml_.empty("True"); });
    return {};
  }
  template <class Expression>
  void computed(const Expression& expression) {
    xml_.open("Attribute");
    xml_.empty("True");
    xml_.open("ComplexPartialScore");
    expression();
    xml_.close();
    xml_.close();
  }
  void number(double value) { xml_.text("Constant", formatNumber(value), {{"dataType", "double"}}); }

  XmlWriter& xml_;
  const Dataset& dataset_;
  const Term& term_;
  std::size_t index_;
};

Status PmmlTerms::characteristic(const Term& term, std::size_t index) {
  if (!term.group.empty()) return refused(term, index, "PMML has no caps on a group such as \"" + term.group + "\".");
  if (!fitsXml(term.name)) return refused(term, index, "XML cannot hold its name.");
  const double best = term.pointsRange().second;
  xml_.open("Characteristic", {{"name", term.name},
                               {"reasonCode", term.name},
                               {"baselineScore", formatNumber(std::isfinite(best) ? best : 0)}});
  const Status done = std::visit(Attributes(xml_, dataset_, term, index), term.kind);
  xml_.close();
  return done;
}

void PmmlTerms::axis(const GridAxis& axis, const std::string& name) {
  const DatasetColumn* column = columnOf(dataset_, axis.column);
  const std::string missing = std::to_string(axis.slotCount() - 1);
  xml_.open("DerivedField", {{"name", name}, {"optype", "categorical"}, {"dataType", "integer"}});
  if (column == nullptr) {
    xml_.text("Constant", missing, {{"dataType", "integer"}});
  } else if (axis.groups.empty()) {
    xml_.open("Discretize", {{"field", pmmlField(*column)}, {"mapMissingTo", missing}, {"dataType", "integer"}});
    for (std::size_t bin = 0; bin <= axis.edges.size(); ++bin) {
      XmlWriter::Attributes interval{{"closure", "closedOpen"}};
      if (bin > 0) interval.emplace_back("leftMargin", formatNumber(axis.edges[bin - 1]));
      if (bin < axis.edges.size()) interval.emplace_back("rightMargin", formatNumber(axis.edges[bin]));
      if (interval.size() == 1) interval.emplace_back("leftMargin", "-1e308");  // one margin is asked for
      xml_.open("DiscretizeBin", {{"binValue", std::to_string(bin)}});
      xml_.empty("Interval", interval);
      xml_.close();
    }
    xml_.close();
  } else {
    xml_.open("MapValues", {{"outputColumn", "slot"},
                            {"mapMissingTo", missing},
                            {"dataType", "integer"},
                            {"defaultValue", std::to_string(axis.groups.size())}});
    xml_.empty("FieldColumnPair", {{"field", pmmlField(*column)}, {"column", "value"}});
    xml_.open("InlineTable");
    std::set<std::string> written;
    const auto row = [&](const std::string& value, const std::string& slot) {
      if (!written.insert(value).second) return;
      xml_.open("row");
      xml_.text("value", value);
      xml_.text("slot", slot);
      xml_.close();
    };
    for (std::size_t group = 0; group < axis.groups.size(); ++group)
      for (const std::string& value : axis.groups[group])
        if (const auto listed = pmmlListed(*column, value)) row(*listed, std::to_string(group));
    if (column->type == ColumnType::Text) {
      row("", missing);
      for (const std::string& placeholder : dataset_.placeholders) row(placeholder, missing);
    }
    xml_.close();
    xml_.close();
  }
  xml_.close();
}

void PmmlTerms::derivedFields(const Scorecard& scorecard) {
  xml_.open("LocalTransformations");
  std::set<std::string> dates;
  for (const std::string& name : scorecard.columns()) {
    const DatasetColumn* column = columnOf(dataset_, name);
    if (column == nullptr || column->type != ColumnType::Date || !dates.insert(column->name).second) continue;
    xml_.open("DerivedField", {{"name", pmmlField(*column)}, {"optype", "continuous"}, {"dataType", "double"}});
    xml_.open("Apply", {{"function", "dateSecondsSinceYear"}});
    xml_.empty("FieldRef", {{"field", column->name}});
    xml_.text("Constant", "1970", {{"dataType", "integer"}});
    xml_.close();
    xml_.close();
  }
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    const auto* grid = std::get_if<GridTerm>(&scorecard.terms[i].kind);
    if (grid == nullptr) continue;
    axis(grid->rows, axisField(i, "row"));
    axis(grid->columns, axisField(i, "column"));
  }
  xml_.close();
}

}  // namespace leadlight
