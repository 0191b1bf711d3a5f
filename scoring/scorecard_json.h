#pragma once

#include <string>
#include <string_view>

#include "model/base/result.h"
#include "scoring/scorecard.h"

namespace leadlight {

// The scorecard file:
// {"leadlight_scorecard":1,"name","dataset","link":"identity|logistic","base",
//  "terms":[{"name","kind":"lookup","column","points":{value:points},"otherwise","missing"},
//           {"name","kind":"steps","column","edges":[n],"points":[n+1],"missing"},      dates: edges as ISO text
//           {"name","kind":"linear","column","weight","low","high","missing"},
//           {"name","kind":"rule","when":"filter text","points"}],
//  "bands":[{"name","from"}],"provenance":{…}}
// Limits: 16 MB, depth 32, 10,000 terms, 100,000 points in all, numbers finite. Errors: BadScorecard, where =
// "<origin>: terms[3].edges".
Result<Scorecard> parseScorecard(std::string_view json, std::string_view origin);
std::string toJson(const Scorecard& scorecard);  // parseScorecard(toJson(s)) == s

}  // namespace leadlight
