#pragma once

#include <memory>
#include <span>

#include "model/frame/frame.h"
#include "scoring/scorecard.h"

namespace leadlight {

// A term bound to the columns of one frame, which must outlive it: what depends on the term alone is worked out once.
class TermPass {
 public:
  // Rows per call of add: a run of points and what a term reads of it stay in the nearest cache.
  static constexpr std::size_t blockRows = 2048;

  virtual ~TermPass() = default;
  // Adds the term's points of the rows first, first + 1, … to `points`, exactly one addition per row.
  // REQUIRES: first is a multiple of blockRows, points.size() <= blockRows
  virtual void add(std::size_t first, std::span<double> points) const = 0;
};

// `path` names the term in errors ("terms[3]"). Errors: BadScorecard when the term cannot read its column.
Result<std::unique_ptr<TermPass>> bindTerm(const Term& term, const std::string& path, const Frame& frame);

// Errors: BadScorecard when a term of this kind cannot read a column of this type.
Status checkColumn(const Term& term, const std::string& path, const Column& column);
// Is every value of this text column missing? Then any term can read it.
bool holdsNothing(const Column& column);
// A frame lacks a column of the rule, so that the rule adds nothing.
bool lacksColumns(const RuleTerm& rule, const Frame& frame);

}  // namespace leadlight
