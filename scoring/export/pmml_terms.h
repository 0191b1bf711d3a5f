#pragma once

#include <string>

#include "scoring/export/pmml_fields.h"

namespace leadlight {

// The terms of a scorecard as PMML characteristics.
class PmmlTerms {
 public:
  PmmlTerms(XmlWriter& xml, const Dataset& dataset) : xml_(xml), dataset_(dataset) {}

  // LocalTransformations: dates as seconds, axes of grids as slots.
  void derivedFields(const Scorecard& scorecard);
  // Errors: BadScorecard, where = "terms[index]".
  Status characteristic(const Term& term, std::size_t index);

 private:
  class Attributes;
  void axis(const GridAxis& axis, const std::string& name);

  XmlWriter& xml_;
  const Dataset& dataset_;
};

}  // namespace leadlight
