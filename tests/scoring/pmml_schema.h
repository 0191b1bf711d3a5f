#pragma once

#include <map>
#include <regex>
#include <set>
#include <string>

#include "tiny_xml.h"

namespace leadlight::test {

// What the schema of PMML 4.4 (www.dmg.org/v4-4) says of the elements that we write: which children in which order,
// which attributes must and which may be there, and which of a list an attribute must be.
struct PmmlElement {
  std::string children;  // a pattern over "Name Name Name "
  std::set<std::string> required, allowed;
  std::map<std::string, std::string> values = {};  // a pattern per attribute
};

inline const std::map<std::string, PmmlElement>& pmmlElements() {
  static const std::string predicate = "(SimplePredicate|CompoundPredicate|SimpleSetPredicate|True|False) ";
  static const std::string expression = "(Constant|FieldRef|NormContinuous|Discretize|MapValues|Apply) ";
  static const std::string types =
      "string|integer|float|double|boolean|date|time|dateTime|date(Time)?[DS]\\w+\\[\\d+\\]";
  static const std::string optypes = "categorical|ordinal|continuous";
  static const std::map<std::string, std::string> typed{{"optype", optypes}, {"dataType", types}};
  static const std::string number = "-?[0-9.]+([eE][-+]?[0-9]+)?";
  static const std::map<std::string, PmmlElement> elements{
      {"PMML",
       {"Header (MiningBuildTask )?DataDictionary (TransformationDictionary )?(Scorecard )*", {"version"}, {"xmlns"}}},
      {"Header", {"(Application )?(Annotation )*(Timestamp )?", {}, {"copyright", "description", "modelVersion"}}},
      {"Application", {"", {"name"}, {"version"}}},
      {"Annotation", {"", {}, {}}},
      {"Timestamp", {"", {}, {}}},
      {"DataDictionary", {"(DataField )+(Taxonomy )*", {}, {"numberOfFields"}}},
      {"DataField", {"((Interval )*(Value )*)", {"name", "optype", "dataType"}, {"displayName"}, typed}},
      {"Value", {"", {"value"}, {"displayValue", "property"}, {{"property", "valid|invalid|missing"}}}},
      {"Scorecard",
       {"MiningSchema (Output )?(ModelStats )?(ModelExplanation )?(Targets )?(LocalTransformations )?Characteristics "
        "(ModelVerification )?",
        {"functionName"},
        {"modelName", "algorithmName", "initialScore", "useReasonCodes", "reasonCodeAlgorithm", "baselineScore",
         "baselineMethod", "isScorable"},
        {{"functionName", "regression"},
         {"initialScore", number},
         {"useReasonCodes", "true|false"},
         {"reasonCodeAlgorithm", "pointsAbove|pointsBelow"},
         {"baselineMethod", "max|min|mean|neutral|other"}}}},
      {"MiningSchema", {"(MiningField )+", {}, {}}},
      {"MiningField", {"", {"name"}, {"usageType", "optype"}, {{"usageType", "active|target|supplementary"}}}},
      {"Output", {"(OutputField )+", {}, {}}},
      {"OutputField",
       {"(" + expression + ")?",
        {"name", "dataType"},
        {"optype", "displayName", "targetField", "feature", "rank"},
        {{"optype", optypes}, {"dataType", types}, {"feature", "predictedValue|transformedValue|reasonCode"}}}},
      {"LocalTransformations", {"(DerivedField )*", {}, {}}},
      {"DerivedField", {expression + "(Value )*", {"optype", "dataType"}, {"name", "displayName"}, typed}},
      {"Characteristics", {"(Characteristic )+", {}, {}}},
      {"Characteristic", {"(Attribute )+", {}, {"name", "reasonCode", "baselineScore"}, {{"baselineScore", number}}}},
      {"Attribute",
       {predicate + "(ComplexPartialScore )?", {}, {"reasonCode", "partialScore"}, {{"partialScore", number}}}},
      {"ComplexPartialScore", {expression, {}, {}}},
      {"SimplePredicate",
       {"",
        {"field", "operator"},
        {"value"},
        {{"operator", "equal|notEqual|lessThan|lessOrEqual|greaterThan|greaterOrEqual|isMissing|isNotMissing"}}}},
      {"CompoundPredicate",
       {"(" + predicate + "){2,}", {"booleanOperator"}, {}, {{"booleanOperator", "or|and|xor|surrogate"}}}},
      {"SimpleSetPredicate", {"Array ", {"field", "booleanOperator"}, {}, {{"booleanOperator", "isIn|isNotIn"}}}},
      {"True", {"", {}, {}}},
      {"False", {"", {}, {}}},
      {"Array", {"", {"type"}, {"n"}, {{"type", "int|real|string"}, {"n", "[0-9]+"}}}},
      {"Apply", {"(" + expression + ")*", {"function"}, {"mapMissingTo", "defaultValue", "invalidValueTreatment"}}},
      {"FieldRef", {"", {"field"}, {"mapMissingTo"}}},
      {"Constant", {"", {}, {"dataType", "missing"}, {{"dataType", types}}}},
      {"Discretize",
       {"(DiscretizeBin )*", {"field"}, {"mapMissingTo", "defaultValue", "dataType"}, {{"dataType", types}}}},
      {"MapValues",
       {"(FieldColumnPair )+(TableLocator |InlineTable )?",
        {"outputColumn"},
        {"mapMissingTo", "defaultValue", "dataType"},
        {{"dataType", types}}}},
      {"FieldColumnPair", {"", {"field", "column"}, {}}},
      {"InlineTable", {"(row )*", {}, {}}},
      // Any elements: ours are the columns that MapValues names.
      {"row", {"value slot ", {}, {}}},
      {"value", {"", {}, {}}},
      {"slot", {"", {}, {}}},
      {"DiscretizeBin", {"Interval ", {"binValue"}, {}}},
      {"Interval",
       {"",
        {"closure"},
        {"leftMargin", "rightMargin"},
        {{"closure", "(open|closed)(Open|Closed)"}, {"leftMargin", number}, {"rightMargin", number}}}},
  };
  return elements;
}

inline bool fitsPattern(const std::string& text, const std::string& pattern) {
  static std::map<std::string, std::regex> made;
  return std::regex_match(text, made.try_emplace(pattern, pattern).first->second);
}

// The first fault of an element and what is in it, with its path; empty when there is none.
inline std::string pmmlFault(const Xml& xml, const std::string& above = "") {
  const std::string path = above + "/" + xml.name;
  const auto found = pmmlElements().find(xml.name);
  if (found == pmmlElements().end()) return path + " is no element of PMML that we write";
  const PmmlElement& element = found->second;
  std::string children;
  for (const Xml& child : xml.children) children += child.name + " ";
  if (!fitsPattern(children, element.children)) return path + " holds " + children;
  for (const std::string& name : element.required)
    if (!xml.attributes.contains(name)) return path + " lacks " + name;
  for (const auto& [name, value] : xml.attributes) {
    if (!element.required.contains(name) && !element.allowed.contains(name)) return path + " has " + name;
    const auto pattern = element.values.find(name);
    if (pattern != element.values.end() && !fitsPattern(value, pattern->second))
      return path + " has " + name + " " + value;
  }
  for (const Xml& child : xml.children)
    if (std::string fault = pmmlFault(child, path); !fault.empty()) return fault;
  return {};
}

}  // namespace leadlight::test
