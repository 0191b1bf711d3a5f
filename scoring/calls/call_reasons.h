#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scoring/ledger.h"

namespace leadlight {

// Why a lead should be called, as a code; whoever shows it has the words. By the column's name, known ones read as
// people would say them ("12 minutes on the website"), others as "Column: value".
struct CallReason {
  enum class Kind {
    CameBy,               // a source: "Came by Reference"
    CameThrough,          // an origin: "Came through Landing Page Submission"
    TimeOnSite,           // number: seconds
    Visits,               // number
    Occupation,           // text
    LastActivity,         // text
    LastNotableActivity,  // text
    LivesIn,              // a city or country
    NotTold,              // the lead did not say
    Other,                // column and value
  };
  Kind kind = Kind::Other;
  std::string column;  // canonical; several are joined by ", "
  std::string term;    // the scorecard's name for it
  std::string value;   // as text
  double number = 0;
  double points = 0;
};

// The terms that lift a lead most, strongest first; those that lower it are no reason to call. Groups' corrections are
// left out.
std::vector<CallReason> callReasons(const Ledger& ledger, std::size_t most = 3);

}  // namespace leadlight
