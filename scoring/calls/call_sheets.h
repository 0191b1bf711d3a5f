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

// What goes on paper.
struct CallPaper {
  std::vector<std::string> people;
  std::vector<std::string> labels;  // of the rows' values
  std::vector<CallRow> rows;
  std::vector<ExportFact> facts;
};

// The words of a list on paper, in the reader's language. REQUIRES: the functions are given.
struct CallWords {
  std::string day = "Day", place = "Call", lead = "Lead", score = "Score", band = "Band", why = "Why", about = "About";
  std::function<std::string(const std::string& person)> title;
  std::function<std::string(double score)> number;
  std::function<std::string(const CallReason&)> reason;
};

// A workbook with a sheet for each person and one for the facts. Errors: as OutputFile and Workbook.
Status writeCallBook(const std::filesystem::path& file, const CallPaper& paper, const CallWords& words);

// The PDF of one person among several: "calls.pdf" becomes "calls-Ana.pdf"; of a single person it stays as it is. A
// name that several have gets a number.
std::vector<std::filesystem::path> callPdfNames(const std::filesystem::path& file,
                                                const std::vector<std::string>& people);
// One PDF for each person. Returns the files. Errors: as OutputFile and writePdf.
Result<std::vector<std::filesystem::path>> writeCallPdfs(const std::filesystem::path& file, const CallPaper& paper,
                                                         const CallWords& words);

// "A, B, C": the reasons in words.
std::string joinedReasons(const CallRow& row, const CallWords& words);

}  // namespace leadlight
