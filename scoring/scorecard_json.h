#pragma once

#include <string>
#include <string_view>

#include "model/base/result.h"
#include "scoring/scorecard.h"

namespace leadlight {

// The scorecard file:
// {"leadlight_scorecard":1,"name","dataset","link":"identity|logistic","base","requires":[column],
//  "terms":[{"name","kind":"lookup","column","points":{value:points},"otherwise","missing"},
//           {"name","kind":"steps","column","edges":[n],"points":[n+1],"missing"},      dates: edges as ISO text
//           {"name","kind":"linear","column","weight","low","high","missing"},
//           {"name","kind":"rule","when":"filter text","points"}],
//  "bands":[{"name","from"}],"provenance":{"description","target","method","date"}}
// Bands go from the highest to the lowest, whose "from" may be left out and is not read: it holds all scores below.
// Left out: "dataset" is leads, "link" identity, "base", "otherwise" and "missing" 0, "low" and "high" no bound. A name
// that is not in this list is an error, except in "provenance". A lookup lists no empty value: that is "missing".
// Limits: 16 MB, depth 32, 10,000 terms, 100,000 points in all, 100 bands, numbers finite. Errors: BadScorecard, where
// =
// "<origin>: terms[3].edges".
Result<Scorecard> parseScorecard(std::string_view json, std::string_view origin);
// The file of a scorecard that parseScorecard would accept; parseScorecard(toJson(s)) == s, every number to the last
// bit.
std::string toJson(const Scorecard& scorecard);

}  // namespace leadlight
