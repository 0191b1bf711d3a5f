#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"
#include "model/schema/vote.h"

namespace leadlight {

// What a load would change, found without writing.
struct MergePreview {
  struct ColumnChanges {
    std::string column;
    std::uint64_t leads = 0;  // whose value would change
  };
  struct Change {
    std::string key;
    std::string column;
    std::string before, after;  // as text; empty when absent
  };
  std::vector<std::string> newColumns;  // that the dataset does not have yet
  std::vector<ColumnChanges> columns;   // in the order of the file
  std::vector<Change> examples;         // of the first changed leads in the order of the file
};

// One attempt to bring in one file: kept for ever, whatever became of it.
struct LoadReport {
  enum class Status { Loaded, Skipped, Failed, Validated, Undone };
  struct ColumnFacts {
    std::string name;   // canonical
    std::string label;  // as in the file
    ColumnType type = ColumnType::Text;
    std::uint64_t nulls = 0;         // absent or empty
    std::uint64_t placeholders = 0;  // such as "Select"; not counted in nulls
    std::uint64_t distinct = 0;      // of the other values; exact up to 65,536, an estimate beyond
    bool ambiguous = false;          // its dates could be read day first and month first alike
    // How its values were read; absent in the reports of older versions.
    struct Reading {
      // Who says in which order day and month of its dates stand: nothing but the schema's default, values that are
      // dates in one order only, a person, or earlier loads of the dataset.
      enum class By { Default, Values, Asked, Dataset };
      DateOrder dates = DateOrder::DayMonthYear;
      DecimalForm decimals;
      By by = By::Default;
      bool escapes = false;  // between quotes, \" meant a quote; the same for all columns
    };
    std::optional<Reading> reading = {};
    // The type that the dataset's column had before this load or undo changed it, and the first line of the file whose
    // value does not fit that; 0 where the values alone do not say.
    struct ChangedFrom {
      ColumnType type = ColumnType::Text;
      std::uint64_t line = 0;
    };
    std::optional<ChangedFrom> changedFrom = {};
    bool first = false;  // the dataset had no leads before this load
    bool key = false;    // told the leads of the dataset apart; false in the reports of older versions
  };
  // Something that is no fault of a row, and that a person should look at.
  struct Warning {
    std::string code;
    std::string column;   // canonical; empty: of the whole file
    std::string message;  // English sentences: what, and what to do
  };
  struct FirstError {
    std::uint64_t line = 0;
    std::uint64_t byte = 0;
    std::string column;
    std::string code;     // rejectName() or errorName()
    std::string message;  // one English sentence
  };

  std::int64_t id = 0;  // 0 when nothing was recorded (validate)
  std::string dataset;
  std::string file;    // path as given
  std::string sha256;  // of the file's bytes; empty when the file could not be read
  std::uint64_t bytes = 0;
  Status status = Status::Loaded;
  std::string format, encoding, delimiter;
  std::uint64_t parsed = 0, fresh = 0, changed = 0, same = 0, superseded = 0, quarantined = 0;
  std::vector<ColumnFacts> columns;
  std::optional<FirstError> firstError;
  double seconds = 0;
  std::string startedAt;                 // ISO 8601, UTC
  std::optional<std::int64_t> sameAs;    // Skipped: the load that brought this content
  std::optional<std::int64_t> undoneBy;  // Undone: the event
  std::optional<std::int64_t> retryOf;   // the load whose quarantined rows were sent again
  std::vector<std::string> leftOut;      // columns of the file that were this program's own; never stored
  std::optional<MergePreview> preview;   // Validated: what would change; never stored
  std::vector<Warning> warnings;         // never stored

  // The conservation law of loading.
  bool conserves() const { return parsed == fresh + changed + same + superseded + quarantined; }
};

const char* orderedByName(LoadReport::ColumnFacts::Reading::By by);  // "default", "values", "asked", "dataset"
const char* statusName(LoadReport::Status status);  // "loaded", "skipped", "failed", "validated", "undone"

// The one sentence for a number that no load has.
Error unknownLoad(std::int64_t loadId);

struct QuarantinedRow {
  std::int64_t loadId = 0;
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
  std::string column, code, message;
  std::string raw;                      // bytes as in the file
  std::int64_t id = 0;                  // unique within the dataset
  std::optional<std::int64_t> takenBy;  // the retry that took it, unless that was undone
};

}  // namespace leadlight
