#pragma once

#include <string>

#include "model/store/store.h"
#include "scoring/export/export_check.h"
#include "scoring/export/xml_writer.h"
#include "scoring/scorecard.h"

namespace leadlight {

// What a predicate or an expression names: the column itself, of a date the derived field with its seconds.
std::string pmmlField(const DatasetColumn& column);
// `value` as a predicate compares it with that field; nullopt when no value of the column is equal to it.
std::optional<std::string> pmmlListed(const DatasetColumn& column, const std::string& value);

// field operator value
void writePredicate(XmlWriter& xml, const std::string& field, const char* comparison, const std::string& value);
// field is one of the values, or none of them.
void writeSetPredicate(XmlWriter& xml, const DatasetColumn& column, const char* comparison,
                       const std::vector<std::string>& values);
// The value is absent, empty or a placeholder; or, `present`, none of that.
void writeMissing(XmlWriter& xml, const DatasetColumn& column, const Dataset& dataset, bool present = false);
// The filter, or its opposite, as a predicate that is true exactly when it holds. Errors: BadFilter.
Status writeFilter(XmlWriter& xml, const Filter& filter, const Dataset& dataset, bool negated = false);

}  // namespace leadlight
