#pragma once

#include <functional>
#include <optional>
#include <string>

#include "model/frame/frame.h"
#include "scoring/scorecard.h"

namespace leadlight {

// Can a term read its columns? `path` names the term in errors ("terms[3]").

struct ColumnFacts {
  std::string name;
  ColumnType type;
};
// nullopt: there is no such column, or it holds no value, so that any term can read it.
using FindFacts = std::function<std::optional<ColumnFacts>(const std::string& name)>;

// Errors: BadScorecard when the term has not as many points as slots or cannot read a column. A rule that cannot is
// found by its filter.
Status checkTypes(const Term& term, const std::string& path, const FindFacts& find);
Status checkColumns(const Term& term, const std::string& path, const Frame& frame);
// Index of the term's group; nullopt without one. Errors: BadScorecard when the scorecard does not list it.
Result<std::optional<std::size_t>> groupOf(const Scorecard& scorecard, const Term& term, const std::string& path);

// Is every value of this text column missing? Then any term can read it.
bool holdsNothing(const Column& column);
// A frame lacks a column of the rule, so that the rule adds nothing.
bool lacksColumns(const RuleTerm& rule, const Frame& frame);

}  // namespace leadlight
