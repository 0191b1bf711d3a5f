#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "model/frame/filter.h"
#include "model/frame/frame.h"
#include "model/frame/row_set.h"
#include "scoring/registry.h"

namespace leadlight {

// A column as a command line names it: one of the dataset, or one that is computed.
struct NamedColumn {
  enum class Source { Stored, Score, Probability, Band, LeadId };
  Source source = Source::Stored;
  std::string name;
  ColumnType type = ColumnType::Text;

  bool operator==(const NamedColumn&) const = default;
};

// "score", "probability" and "band" are the champion's, "lead_id" the number of a lead; other names are the dataset's,
// found exactly, then without case, then as a header, label or alias. Errors: UnknownColumn with the nearest name.
Result<NamedColumn> resolveColumn(const Dataset& dataset, std::string_view name);

// The leads of one question: those that pass a filter, with the columns that the answer needs in memory.
struct LeadPicture {
  Frame frame;
  RowSet rows;
  std::optional<RegisteredScorecard> champion;  // read when scores were needed
};

// Reads the columns that `asked` and `needed` name (computed ones too) and applies `asked`. Errors: BadFilter,
// UnknownColumn, Interrupted, store errors.
Result<LeadPicture> readLeads(const Call& call, Store& store, const Dataset& dataset, const Filter& asked,
                              const std::vector<std::string>& needed);

// Why the picture lacks a column that the champion would give.
Error lacksScores(const LeadPicture& picture, const std::string& column);

// The filter of --where; keeps all leads without one. Errors: BadFilter.
Result<Filter> whereOf(const Arguments& args);

}  // namespace leadlight
