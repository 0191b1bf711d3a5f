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

// `path` names the term in errors ("terms[3]"); `moment` is what a decay without a date of its own counts from, in
// seconds since 1970. Errors: those of checkColumns.
Result<std::unique_ptr<TermPass>> bindTerm(const Term& term, const std::string& path, const Frame& frame,
                                           std::int64_t moment);

}  // namespace leadlight
