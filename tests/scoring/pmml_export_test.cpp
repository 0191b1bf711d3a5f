#include "scoring/export/pmml_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "export_support.h"
#include "model/base/text.h"
#include "pmml_schema.h"
#include "random_scorecards.h"
#include "scoring/apply.h"
#include "tiny_xml.h"

namespace leadlight {
namespace {

using test::Xml;
using ::testing::HasSubstr;

// A value of a field: missing, a text or a number.
struct Value {
  bool missing = true;
  std::string text;
  double number = 0;
};
Value numberValue(double number) { return {false, formatNumber(number), number}; }

// A Scorecard of PMML as its specification says, for one row of a frame: an evaluator that shares no code with ours.
class Evaluator {
 public:
  Evaluator(const Xml& pmml, const Frame& frame, std::size_t row) : card_(*pmml.child("Scorecard")) {
    for (const Xml& field : pmml.child("DataDictionary")->children) {
      const Column* column = frame.find(field["name"]);
      Value& value = fields_[field["name"]];
      value.text = column->textAt(row);
      value.missing = value.text.empty();
      if (!value.missing && column->type() != ColumnType::Text) value.number = column->number(row);
    }
    for (const Xml& derived : card_.child("LocalTransformations")->children)
      fields_[derived["name"]] = of(derived.children.front());
  }

  double points() const {
    double sum = std::stod(card_["initialScore"]);
    for (const Xml& characteristic : card_.child("Characteristics")->children) sum += partial(characteristic);
    return sum;
  }
  // An output by its name, when the prediction is `points`.
  Value output(const std::string& name, double points) {
    for (const Xml& output : card_.child("Output")->children) {
      if (output["feature"] == "predictedValue") fields_[output["name"]] = numberValue(points);
      if (output["feature"] == "transformedValue") fields_[output["name"]] = of(output.children.front());
    }
    return fields_[name];
  }

 private:
  enum class Truth { False, True, Unknown };

  double partial(const Xml& characteristic) const {
    for (const Xml& attribute : characteristic.children) {
      if (holds(attribute.children.front()) != Truth::True) continue;
      if (attribute.children.size() == 1) return std::stod(attribute["partialScore"]);
      return of(attribute.children[1].children.front()).number;
    }
    ADD_FAILURE() << "no attribute of " << characteristic["name"] << " holds";
    return 0;
  }

  Truth holds(const Xml& predicate) const {
    if (predicate.name == "True") return Truth::True;
    if (predicate.name == "False") return Truth::False;
    if (predicate.name == "CompoundPredicate") return compound(predicate);
    const Value& value = fields_.at(predicate["field"]);
    const std::string comparison = predicate["operator"];
    if (comparison == "isMissing") return truth(value.missing);
    if (comparison == "isNotMissing") return truth(!value.missing);
    if (value.missing) return Truth::Unknown;
    if (predicate.name == "SimpleSetPredicate")
      return truth(among(*predicate.child("Array"), value) == (predicate["booleanOperator"] == "isIn"));
    const int order = compared(value, predicate["value"]);
    if (comparison == "equal") return truth(order == 0);
    if (comparison == "notEqual") return truth(order != 0);
    if (comparison == "lessThan") return truth(order < 0);
    if (comparison == "lessOrEqual") return truth(order <= 0);
    if (comparison == "greaterThan") return truth(order > 0);
    EXPECT_EQ(comparison, "greaterOrEqual");
    return truth(order >= 0);
  }
  static Truth truth(bool holds) { return holds ? Truth::True : Truth::False; }
  Truth compound(const Xml& predicate) const {
    const bool all = predicate["booleanOperator"] == "and";
    EXPECT_GE(predicate.children.size(), 2U);
    Truth result = all ? Truth::True : Truth::False;
    for (const Xml& child : predicate.children) {
      const Truth one = holds(child);
      if (one == (all ? Truth::False : Truth::True)) return one;
      if (one == Truth::Unknown) result = one;
    }
    return result;
  }
  static bool isNumber(const Value& value) { return formatNumber(value.number) == value.text || value.number != 0; }
  static int compared(const Value& value, const std::string& text) {
    if (!isNumber(value)) return value.text.compare(text);
    const double other = std::stod(text);
    return value.number < other ? -1 : value.number > other ? 1 : 0;
  }
  static bool among(const Xml& array, const Value& value) {
    std::size_t count = 0;
    bool found = false;
    for (std::size_t at = 0; at < array.text.size(); ++at) {
      if (array.text[at] != '"') continue;
      std::string item;
      for (++at; array.text[at] != '"'; ++at) {
        if (array.text[at] == '\\' && array.text[at + 1] == '"') ++at;
        item += array.text[at];
      }
      ++count;
      found = found || compared(value, item.empty() && isNumber(value) ? "nan" : item) == 0;
    }
    EXPECT_EQ(std::to_string(count), array["n"]);
    return found;
  }

  Value of(const Xml& expression) const {
    if (expression.name == "Constant") return numberValue(std::stod(expression.text));
    if (expression.name == "FieldRef") return fields_.at(expression["field"]);
    if (expression.name == "Discretize") return discretized(expression);
    if (expression.name == "MapValues") return mapped(expression);
    EXPECT_EQ(expression.name, "Apply");
    std::vector<double> values;
    for (const Xml& child : expression.children) {
      const Value value = of(child);
      if (value.missing) return {};
      values.push_back(value.number);
    }
    const std::string function = expression["function"];
    if (function == "dateSecondsSinceYear") return numberValue(values[0]);
    if (function == "exp") return numberValue(std::exp(values[0]));
    if (function == "+") return numberValue(values[0] + values[1]);
    if (function == "-") return numberValue(values[0] - values[1]);
    if (function == "*") return numberValue(values[0] * values[1]);
    if (function == "/") return numberValue(values[0] / values[1]);
    if (function == "pow") return numberValue(std::pow(values[0], values[1]));
    if (function == "min") return numberValue(std::min(values[0], values[1]));
    EXPECT_EQ(function, "max");
    return numberValue(std::max(values[0], values[1]));
  }
  Value discretized(const Xml& discretize) const {
    const Value& value = fields_.at(discretize["field"]);
    if (value.missing) return {false, discretize["mapMissingTo"], std::stod(discretize["mapMissingTo"])};
    for (const Xml& bin : discretize.children) {
      const Xml& interval = bin.children.front();
      const std::string low = interval["leftMargin"], high = interval["rightMargin"];
      if (!low.empty() && value.number < std::stod(low)) continue;
      if (!high.empty() && value.number >= std::stod(high)) continue;
      const auto number = parseDecimal(bin["binValue"]);
      return {false, bin["binValue"], number.value_or(0)};
    }
    return {};
  }
  Value mapped(const Xml& map) const {
    const Value& value = fields_.at((*map.child("FieldColumnPair"))["field"]);
    if (value.missing) return {false, map["mapMissingTo"], std::stod(map["mapMissingTo"])};
    for (const Xml& row : map.child("InlineTable")->children) {
      const std::string& listed = row.child("value")->text;
      if (listed.empty() || compared(value, listed) != 0) continue;
      return {false, row.child("slot")->text, std::stod(row.child("slot")->text)};
    }
    return {false, map["defaultValue"], std::stod(map["defaultValue"])};
  }

  const Xml& card_;
  std::map<std::string, Value> fields_;
};

TEST(PmmlExport, anEvaluatorOfItsOwnGivesEveryRowOurScoreAndBand) {
  test::Random random(99);
  int exported = 0;
  for (int round = 0; round < 200; ++round) {
    const Frame frame = test::randomFrame(random, 1 + test::below(random, 40));
    Scorecard card = test::randomScorecard(random);
    for (Term& term : card.terms) {
      term.group.clear();
      if (auto* decay = std::get_if<DecayTerm>(&term.kind); decay && !decay->asOf) decay->asOf = 1'472'345'678;
    }
    card.groups.clear();
    const Result<std::string> pmml = toPmml(card, test::datasetOf(frame));
    if (!pmml) {
      EXPECT_THAT(pmml.error().what, HasSubstr("\"~\""));
      continue;
    }
    ++exported;
    const Xml document = test::XmlReader::read(*pmml);
    ASSERT_EQ(document.name, "PMML") << *pmml;
    ASSERT_EQ(test::pmmlFault(document), "") << *pmml;
    const Result<Scores> scores = applyScorecard(card, frame, {}, 0);
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      Evaluator evaluator(document, frame, row);
      const double points = evaluator.points();
      ASSERT_LE(std::fabs(points - scores->points[row]), 1e-9 * std::max(1.0, std::fabs(points))) << row << *pmml;
      EXPECT_NEAR(evaluator.output("score", points).number, scores->score[row],
                  1e-9 * std::max(1.0, std::fabs(scores->score[row])));
      if (!card.bands.empty()) {
        EXPECT_EQ(evaluator.output("band", points).text, card.bands[scores->band[row]].name);
      }
    }
  }
  EXPECT_GT(exported, 50);
}

TEST(PmmlExport, eachTermIsACharacteristicWithAReasonCodeAndABaseline) {
  Scorecard card;
  card.terms.push_back({"Visits <and> \"more\"", LinearTerm{"Visits", 2, 0, 10, -1}});
  card.terms.push_back({"Source", LookupTerm{"Source", {{"Google", 5}}, 1, 0}});
  test::Random random(1);
  const Xml pmml = test::XmlReader::read(*toPmml(card, test::datasetOf(test::randomFrame(random, 1))));
  const Xml& scorecard = *pmml.child("Scorecard");
  EXPECT_EQ(pmml["version"], "4.4");
  EXPECT_EQ(scorecard["useReasonCodes"], "true");
  const std::vector<Xml>& characteristics = scorecard.child("Characteristics")->children;
  ASSERT_EQ(characteristics.size(), 2U);
  EXPECT_EQ(characteristics[0]["reasonCode"], "Visits <and> \"more\"");
  EXPECT_EQ(characteristics[0]["baselineScore"], "20");
  EXPECT_EQ(characteristics[1]["baselineScore"], "5");
  // The order that the schema of PMML asks for.
  std::vector<std::string> order;
  for (const Xml& part : scorecard.children) order.push_back(part.name);
  EXPECT_THAT(order, testing::ElementsAre("MiningSchema", "Output", "LocalTransformations", "Characteristics"));
}

TEST(PmmlExport, theCheckOfItsStructureFindsFaults) {
  Scorecard card;
  card.terms.push_back({"Source", LookupTerm{"Source", {{"Google", 5}}, 1, 0}});
  test::Random random(1);
  const Xml good = test::XmlReader::read(*toPmml(card, test::datasetOf(test::randomFrame(random, 1))));
  EXPECT_EQ(test::pmmlFault(good), "");
  Xml turned = good, unnamed = good;
  for (Xml& part : turned.children)
    if (part.name == "Scorecard") std::swap(part.children.front(), part.children.back());
  EXPECT_THAT(test::pmmlFault(turned), HasSubstr("/PMML/Scorecard holds Characteristics"));
  for (Xml& part : unnamed.children)
    if (part.name == "DataDictionary") part.children.front().attributes.erase("optype");
  EXPECT_EQ(test::pmmlFault(unnamed), "/PMML/DataDictionary/DataField lacks optype");
}

TEST(PmmlExport, whatPmmlCannotSayIsRefusedNamingTheTerm) {
  test::Random random(1);
  const Dataset dataset = test::datasetOf(test::randomFrame(random, 1));
  const auto refusal = [&](Term term, std::vector<TermGroup> groups = {}) {
    Scorecard card;
    card.groups = std::move(groups);
    card.terms.push_back(std::move(term));
    const Result<std::string> pmml = toPmml(card, dataset);
    return pmml ? "" : pmml.error().where + ": " + pmml.error().what;
  };
  EXPECT_THAT(refusal({"Fresh", DecayTerm{"Created", 1, 2, {}, 0}}), HasSubstr("terms[0]: The term \"Fresh\""));
  EXPECT_THAT(refusal({"Name", RuleTerm{*parseFilter("City ~ 'x'"), 1}}), HasSubstr("\"Name\""));
  EXPECT_THAT(refusal({"Order", RuleTerm{*parseFilter("City < 'x'"), 1}}), HasSubstr("by order"));
  EXPECT_THAT(refusal({"Capped", LinearTerm{"Visits", 1, 0, 1, 0}, "G"}, {{"G", 0, 1}}), HasSubstr("caps"));
  EXPECT_THAT(refusal({"Town", LinearTerm{"City", 1, 0, 1, 0}}), HasSubstr("needs numbers"));
}

}  // namespace
}  // namespace leadlight
