#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "model/export/row_writer.h"
#include "model/store/store.h"
#include "scoring/calls/call_list.h"
#include "scoring/calls/call_reasons.h"
#include "scoring/scorecard.h"

namespace leadlight {

// One line of a call list with all that a caller wants to know.
struct CallRow {
  PlannedCall call;
  std::int64_t leadId = 0;
  std::vector<std::string> values;  // of the columns asked for, as text
  double score = 0;
  std::string band;
  std::vector<CallReason> reasons;
};

// The key, the columns that name a person, and a short whole number of the lead's own, as far as there are any.
std::vector<std::string> callColumns(const Dataset& dataset);

// The calls of a list, in its order. Values come from the frame, which may hide some, else from the store; reasons from
// the scorecard's ledger. Errors: Interrupted, store errors, those of ledgerOf.
Result<std::vector<CallRow>> callRows(Store& store, const std::string& dataset, const Frame& frame,
                                      const Scorecard& scorecard, const DealtCalls& list,
                                      const std::vector<std::string>& columns, const Progress& progress);

// The words of a list on paper, in the reader's language.
struct CallWords {
  std::string day = "Day", place = "Call", score = "Score", band = "Band", why = "Why", about = "About";
  std::function<std::string(const CallReason&)> reason;
};

// A workbook with a sheet for each person and one for the facts. `labels` are the heads of the values. REQUIRES:
// words.reason. Errors: as OutputFile and Workbook.
Status writeCallBook(const std::filesystem::path& file, const std::vector<std::string>& people,
                     const std::vector<std::string>& labels, const std::vector<CallRow>& rows, const CallWords& words,
                     const std::vector<ExportFact>& facts);

// "A, B, C": the reasons in words.
std::string joinedReasons(const CallRow& row, const CallWords& words);

}  // namespace leadlight
