#pragma once

#include <memory>
#include <span>

#include "model/frame/frame.h"
#include "scoring/axis_sheet.h"
#include "scoring/scorecard.h"

namespace leadlight {

// A term bound to the columns of one frame, which must outlive it: what depends on the term alone is worked out once.
class TermPass {
 public:
  virtual ~TermPass() = default;
  // Adds the term's points of the rows sheet.first(), sheet.first() + 1, … to `points`, exactly one addition per row.
  // REQUIRES: a sheet of the book that the term was bound with; points.size() <= AxisSheet::blockRows
  virtual void add(AxisSheet& sheet, std::span<double> points) const = 0;

  // A term that gives row i of the sheet points[codes[i]]; several of these are added in one go.
  struct Table {
    const std::uint8_t* codes = nullptr;  // nullptr: it is no such term
    const double* points = nullptr;
  };
  virtual Table table(AxisSheet&) const { return {}; }
};

// points[i] += the points of each table in turn, in their order, so that the sums are those of one after the other.
void addTables(std::span<const TermPass::Table> tables, std::span<double> points);

// `path` names the term in errors ("terms[3]"); `moment` is what a decay without a date of its own counts from, in
// seconds since 1970; its axes join `axes`. Errors: those of checkColumns.
Result<std::unique_ptr<TermPass>> bindTerm(const Term& term, const std::string& path, const Frame& frame,
                                           std::int64_t moment, AxisBook& axes);

}  // namespace leadlight
