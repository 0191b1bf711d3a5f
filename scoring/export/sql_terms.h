#pragma once

#include <string>

#include "model/store/store.h"
#include "scoring/export/sql_dialect.h"
#include "scoring/scorecard.h"

namespace leadlight {

// Terms and filters as SQL expressions over the columns of a dataset's table.
class SqlTerms {
 public:
  SqlTerms(const Dataset& dataset, SqlDialect dialect) : dataset_(dataset), words_(dialect) {}

  const SqlWords& words() const { return words_; }
  // The term's points. Errors: BadScorecard, where = `path`, when SQL cannot say it.
  // REQUIRES: the scorecard passes checkForExport
  Result<std::string> points(const Term& term, const std::string& path) const;

 private:
  const Dataset& dataset_;
  SqlWords words_;
};

}  // namespace leadlight
