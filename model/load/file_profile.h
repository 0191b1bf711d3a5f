#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/load/profile.h"

namespace leadlight {

// What every value of one column of a file says.
struct ColumnProfile {
  struct Counted {
    std::string value;
    std::uint64_t count = 0;
  };
  struct Placeholder {
    std::string value;
    std::uint64_t count = 0;
    bool known = false;  // named by the schema; otherwise only proposed, and counted as a value like any other
  };

  std::string name;   // canonical
  std::string label;  // as in the file
  ColumnType type = ColumnType::Text;
  std::string why;  // one English clause: what decided the type

  std::uint64_t values = 0;  // neither empty nor a known placeholder; the counts below are of these
  std::uint64_t empty = 0;
  std::uint64_t integers = 0, decimals = 0, booleans = 0;
  std::uint64_t leadingZeros = 0;  // digits that a number type would change, such as 00123 and +49…
  std::uint64_t longNumbers = 0;   // of 17 digits or more
  std::uint64_t yearFirst = 0, dayFirst = 0, monthFirst = 0;  // dates that can be read in this order

  DateOrder dates = DateOrder::DayMonthYear;  // Date: how they are read
  bool ambiguousDates = false;                // day first and month first alike: none has a day above 12
  char decimalMark = '.';                     // Decimal: how they are read
  bool provenMark = false;                    // by values such as "1,5", which mean nothing otherwise
  std::string eitherMark;  // nothing proves a mark: a value such as "1.234", a number by either; else empty

  std::vector<Placeholder> placeholders;
  std::uint64_t distinct = 0;
  bool distinctIsExact = true;
  std::string least, greatest;  // by the type's order, as the file writes them
  std::uint64_t longest = 0;    // characters
  std::vector<std::string> examples;
  std::vector<Counted> frequent;  // the most frequent first
  bool frequentAreExact = true;
  bool keyCandidate = false;  // never empty and never the same twice
  bool own = false;           // written by this program beside the leads: a load leaves it out
};

// A column that may be the outcome.
struct TargetCandidate {
  std::string column;                  // canonical name
  std::vector<std::string> positives;  // likely; as the file writes them
  double share = 0;                    // of positives among the values, 0..1
  bool named = false;                  // the schema names it, or it is named like an outcome
};

struct FileProfile {
  std::string file;  // without the folder
  FileFacts facts;
  ReadOptions asked;  // what the caller fixed
  std::string sha256;
  std::uint64_t bytes = 0;
  std::uint64_t rows = 0;     // that could be read
  std::uint64_t rejects = 0;  // that could not
  std::vector<ColumnProfile> columns;
  std::vector<std::string> keys;         // candidates; the schema's own first
  std::vector<TargetCandidate> targets;  // the likeliest first
  // The first rows as the file writes them, a cell for each column.
  std::vector<std::vector<std::string>> preview;
  Schema schema;  // the one that the columns were read with

  const ColumnProfile* find(std::string_view name) const;
};

// One pass over the whole file, and nothing is written: what a load would make of it with `schema` (one without
// columns: nothing is known). Stage reported: "profile". Errors: those of voteOnFile.
Result<FileProfile> profileFile(const std::filesystem::path& file, const ReadOptions& options, const Schema& schema,
                                const Progress& progress);

// What a person decides after seeing a profile; absent: as profiled.
struct SchemaChoices {
  std::string name;
  std::optional<std::string> key;     // a column, or "none"
  std::optional<std::string> target;  // a column, or "none"
  std::vector<std::string> positives;
  std::optional<std::vector<std::string>> placeholders;  // absent: the schema's
  std::optional<DateOrder> dates;
  std::optional<char> decimalMark;
  std::map<std::string, ColumnType> types;               // by canonical name
  std::optional<std::vector<std::string>> afterContact;  // absent: the schema's
};

// The schema to keep for files like this one: every column with its type, and how the file was asked to be read.
// Errors: UnknownColumn.
Result<Schema> schemaFrom(const FileProfile& profile, const SchemaChoices& choices);

}  // namespace leadlight
