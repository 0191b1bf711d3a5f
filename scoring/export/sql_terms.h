#pragma once

#include <string>
#include <vector>

#include "model/store/store.h"
#include "scoring/export/sql_dialect.h"
#include "scoring/scorecard.h"

namespace leadlight {

// The slots of the axes of grids, each worked out once per lead, in a column of its own.
class SqlAxes {
 public:
  // The name of the column with this expression, not quoted; the same for an expression that is there already.
  std::string nameOf(const std::string& expression);
  const std::vector<std::string>& expressions() const { return expressions_; }
  static std::string name(std::size_t axis) { return "leadlight_axis_" + std::to_string(axis + 1); }

 private:
  std::vector<std::string> expressions_;
};

// Terms and filters as SQL expressions over the columns of a dataset's table.
class SqlTerms {
 public:
  SqlTerms(const Dataset& dataset, SqlDialect dialect) : dataset_(dataset), words_(dialect) {}

  const SqlWords& words() const { return words_; }
  // The term's points. With `axes` a grid looks its cell up by columns that hold the slots, else all is one expression.
  // Errors: BadScorecard, where = `path`, when SQL cannot say it.
  // REQUIRES: the scorecard passes checkForExport
  Result<std::string> points(const Term& term, const std::string& path, SqlAxes* axes = nullptr) const;

 private:
  const Dataset& dataset_;
  SqlWords words_;
};

}  // namespace leadlight
