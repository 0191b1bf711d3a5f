#include "scoring/calls/call_reasons.h"

#include <algorithm>

#include "model/base/text.h"

namespace leadlight {

namespace {

using Kind = CallReason::Kind;

Kind kindOf(const std::string& column) {
  const std::string name = lowered(column);
  const auto holds = [&](const char* part) { return name.find(part) != std::string::npos; };
  if (name.find(',') != std::string::npos) return Kind::Other;  // a grid of two columns
  if (holds("time_spent") || holds("time_on_website") || holds("time_on_site")) return Kind::TimeOnSite;
  if (name == "totalvisits" || name == "total_visits" || name == "visits") return Kind::Visits;
  if (holds("lead_source") || name == "source") return Kind::CameBy;
  if (holds("lead_origin") || name == "origin") return Kind::CameThrough;
  if (holds("occupation")) return Kind::Occupation;
  if (name == "last_activity") return Kind::LastActivity;
  if (name == "last_notable_activity") return Kind::LastNotableActivity;
  if (name == "city" || name == "country") return Kind::LivesIn;
  return Kind::Other;
}

// An activity with its value is one reason, whichever of the two columns tells it.
bool isActivity(Kind kind) { return kind == Kind::LastActivity || kind == Kind::LastNotableActivity; }

bool saySame(const CallReason& a, const CallReason& b) {
  return a.value == b.value && (a.kind == b.kind || (isActivity(a.kind) && isActivity(b.kind)));
}

CallReason reasonOf(const LedgerLine& line) {
  CallReason reason{kindOf(line.column), line.column, line.term, line.value, 0, line.points};
  if (line.missing) {
    reason.kind = Kind::NotTold;
  } else if (reason.kind == Kind::TimeOnSite || reason.kind == Kind::Visits) {
    const auto number = parseDecimal(line.value);
    if (number)
      reason.number = *number;
    else
      reason.kind = Kind::Other;
  }
  return reason;
}

}  // namespace

std::vector<CallReason> callReasons(const Ledger& ledger, std::size_t most) {
  std::vector<CallReason> reasons;
  for (const std::size_t i : ledger.bySize()) {
    const LedgerLine& line = ledger.lines[i];
    if (line.correction || line.points <= 0) continue;
    if (reasons.size() == most) break;
    CallReason reason = reasonOf(line);
    // What two columns tell alike, such as "SMS Sent" as last and as last notable activity, is said once.
    const bool said = reason.kind != Kind::Other && reason.kind != Kind::NotTold &&
                      std::any_of(reasons.begin(), reasons.end(),
                                  [&](const CallReason& earlier) { return saySame(earlier, reason); });
    if (!said) reasons.push_back(std::move(reason));
  }
  return reasons;
}

}  // namespace leadlight
