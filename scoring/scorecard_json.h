#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/base/result.h"
#include "scoring/scorecard.h"

namespace leadlight {

// The scorecard file:
// {"leadlight_scorecard":1,"name","dataset","link":"identity|logistic","base","requires":[column],
//  "groups":[{"name","low","high"}],
//  "terms":[{"name","kind":"lookup","column","points":{value:points},"otherwise","missing"},
//           {"name","kind":"steps","column","edges":[n],"points":[n+1],"missing"},      dates: edges as ISO text
//           {"name","kind":"linear","column","weight","low","high","missing"},
//           {"name","kind":"rule","when":"filter text","points"},
//           {"name","kind":"grid","rows":AXIS,"columns":AXIS,"points":[[…],…]},
//           {"name","kind":"decay","column","points","half_life_days","as_of","missing"}],
//  "bands":[{"name","from"}],
//  "provenance":{"description","target","positives":[value],"method","date","reason","rows","positive_count","seed",
//                "data_digest","metrics":{name:number}}}
// AXIS = {"column","edges":[n]} with n+2 slots, the bins and missing, or {"column","groups":[[value]]} with the groups,
// any other value and missing as slots; a grid's points are one list per slot of the rows, with one number per slot of
// the columns. Any term may have "group", one of the groups, and "support":{"errors":[],"rows":[],"positives":[]}, each
// list with one number per slot of the term (Term::slotCount), or left out.
// Bands go from the highest to the lowest, whose "from" may be left out and is not read: it holds all scores below.
// Left out: "dataset" is leads, "link" identity, "base", "otherwise" and "missing" 0, "low" and "high" no bound (a
// group has at least one of them), "as_of" the moment of scoring. A name that is not in this list is an error, except
// in "provenance". A lookup and an axis list no empty value: that is missing. Limits: 16 MB, depth 32, 10,000 terms,
// 100,000 points in all, 1,000 groups, 100 bands, numbers finite. Errors: BadScorecard, where = "<origin>:
// terms[3].edges".
Result<Scorecard> parseScorecard(std::string_view json, std::string_view origin);
// Why a scorecard may not have this name, as "'@' is kept for versions"; nullopt when it may.
std::optional<std::string> scorecardNameFault(std::string_view name);
// The file of a scorecard that parseScorecard would accept; parseScorecard(toJson(s)) == s, every number to the last
// bit.
std::string toJson(const Scorecard& scorecard);

}  // namespace leadlight
