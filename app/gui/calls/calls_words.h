#pragma once

#include <QString>
#include <vector>

#include "app/gui/snapshot.h"
#include "model/export/row_writer.h"
#include "scoring/calls/call_sheets.h"

namespace leadlight {

// The words of a call list in the window's language.
// "Came by Reference (+21)". `scorecard`: the name of the one whose reasons they are.
QString reasonText(const CallReason& reason, const std::string& scorecard);
CallWords callWords(const std::string& scorecard);
// "Ana Díaz · Acme · +34 555": what a caller needs of a lead besides the first column, its key.
QString contactText(const std::vector<std::string>& columns, const std::vector<std::string>& values);
// "120 calls for 3 people" and "734 left out: do not e-mail · 3,441 left out: converted already".
QString callsResult(const DealtCalls& list, std::size_t people);
QString leftOutText(const DealtCalls& list);
// What the list says of itself on paper.
std::vector<ExportFact> callFacts(const Snapshot& snapshot, const std::vector<Filter>& conditions,
                                  const DealtCalls& list, std::size_t people);

}  // namespace leadlight
