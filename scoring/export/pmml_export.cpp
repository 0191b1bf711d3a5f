#include "scoring/export/pmml_export.h"

#include <algorithm>
#include <cmath>

#include "model/base/text.h"
#include "scoring/export/pmml_terms.h"

namespace leadlight {

namespace {

constexpr std::size_t maxReasons = 5;

class PmmlWriter {
 public:
  PmmlWriter(const Scorecard& card, const Dataset& dataset) : card_(card), dataset_(dataset) {
    for (const std::string& name : card.columns())
      if (const DatasetColumn* column = columnOf(dataset, name))
        if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) columns_.push_back(column);
    // PMML wants a field even where the scorecard reads none.
    if (columns_.empty() && !dataset.columns.empty()) columns_.push_back(&dataset.columns.front());
  }

  Result<std::string> write() && {
    xml_.open("PMML", {{"xmlns", "http://www.dmg.org/PMML-4_4"}, {"version", "4.4"}});
    const std::string& description = card_.provenance.description;
    xml_.open("Header", {{"description", fitsXml(description) && !description.empty() ? description : "A scorecard"}});
    xml_.empty("Application", {{"name", "Leadlight"}});
    xml_.close();
    dictionary();
    xml_.open("Scorecard", {{"modelName", fitsXml(card_.name) ? card_.name : "scorecard"},
                            {"functionName", "regression"},
                            {"initialScore", formatNumber(card_.base)},
                            {"useReasonCodes", "true"},
                            {"reasonCodeAlgorithm", "pointsBelow"},
                            {"baselineMethod", "max"}});
    schema();
    outputs();
    PmmlTerms terms(xml_, dataset_);
    terms.derivedFields(card_);
    xml_.open("Characteristics");
    for (std::size_t i = 0; i < card_.terms.size(); ++i)
      if (const Status done = terms.characteristic(card_.terms[i], i); !done) return done.error();
    if (card_.terms.empty())
      if (const Status done = terms.characteristic({"none", RuleTerm{}}, 0); !done) return done.error();
    xml_.close();
    xml_.close();
    xml_.close();
    return std::move(xml_).take();
  }

 private:
  void dictionary() {
    xml_.open("DataDictionary", {{"numberOfFields", std::to_string(columns_.size())}});
    for (const DatasetColumn* column : columns_) {
      const bool text = column->type == ColumnType::Text;
      const char* type = text                                  ? "string"
                         : column->type == ColumnType::Integer ? "integer"
                         : column->type == ColumnType::Decimal ? "double"
                                                               : "dateTime";
      xml_.empty("DataField",
                 {{"name", column->name}, {"optype", text ? "categorical" : "continuous"}, {"dataType", type}});
    }
    xml_.close();
  }

  void schema() {
    xml_.open("MiningSchema");
    for (const DatasetColumn* column : columns_)
      xml_.empty("MiningField", {{"name", column->name}, {"usageType", "active"}});
    xml_.close();
  }

  void openOutput(const char* name, const char* type, const char* feature) {
    const bool text = std::string_view(type) == "string";
    xml_.open(
        "OutputField",
        {{"name", name}, {"optype", text ? "categorical" : "continuous"}, {"dataType", type}, {"feature", feature}});
  }
  void constant(double value) { xml_.text("Constant", formatNumber(value), {{"dataType", "double"}}); }
  void reference(const char* field) { xml_.empty("FieldRef", {{"field", field}}); }

  void outputs() {
    xml_.open("Output");
    xml_.empty("OutputField",
               {{"name", "points"}, {"optype", "continuous"}, {"dataType", "double"}, {"feature", "predictedValue"}});
    if (card_.link == Link::Logistic) probability();
    openOutput("score", "double", "transformedValue");
    if (card_.link == Link::Logistic) {
      xml_.open("Apply", {{"function", "*"}});
      constant(100);
      reference("probability");
      xml_.close();
    } else {
      reference("points");
    }
    xml_.close();
    if (!card_.bands.empty()) bands();
    for (std::size_t i = 1; i <= std::min(maxReasons, card_.terms.size()); ++i)
      xml_.empty("OutputField", {{"name", "reason_" + std::to_string(i)},
                                 {"optype", "categorical"},
                                 {"dataType", "string"},
                                 {"feature", "reasonCode"},
                                 {"rank", std::to_string(i)}});
    xml_.close();
  }

  // 1 / (1 + e^-points)
  void probability() {
    openOutput("probability", "double", "transformedValue");
    xml_.open("Apply", {{"function", "/"}});
    constant(1);
    xml_.open("Apply", {{"function", "+"}});
    constant(1);
    xml_.open("Apply", {{"function", "exp"}});
    xml_.open("Apply", {{"function", "*"}});
    constant(-1);
    reference("points");
    for (int i = 0; i < 5; ++i) xml_.close();
  }

  void bands() {
    openOutput("band", "string", "transformedValue");
    xml_.open("Discretize", {{"field", "score"}});
    for (std::size_t i = 0; i < card_.bands.size(); ++i) {
      XmlWriter::Attributes interval{{"closure", "closedOpen"}};
      if (std::isfinite(card_.bands[i].from)) interval.emplace_back("leftMargin", formatNumber(card_.bands[i].from));
      if (i > 0) interval.emplace_back("rightMargin", formatNumber(card_.bands[i - 1].from));
      if (interval.size() == 1) interval.emplace_back("leftMargin", "-1e308");  // one margin is asked for
      xml_.open("DiscretizeBin", {{"binValue", card_.bands[i].name}});
      xml_.empty("Interval", interval);
      xml_.close();
    }
    xml_.close();
    xml_.close();
  }

  const Scorecard& card_;
  const Dataset& dataset_;
  std::vector<const DatasetColumn*> columns_;
  XmlWriter xml_;
};

}  // namespace

Result<std::string> toPmml(const Scorecard& scorecard, const Dataset& dataset) {
  if (const Status fits = checkForExport(scorecard, dataset); !fits) return fits.error();
  return PmmlWriter(scorecard, dataset).write();
}

}  // namespace leadlight
