#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/base/calendar.h"
#include "model/source/record.h"

namespace leadlight {

// The least and the greatest of some values, as the file writes them.
template <class T>
struct ValueRange {
  std::optional<T> least, greatest;
  std::string leastText, greatestText;

  void see(const T& value, std::string_view text) {
    if (!least || value < *least) {
      least = value;
      leastText = text;
    }
    if (!greatest || *greatest < value) {
      greatest = value;
      greatestText = text;
    }
  }
};

// What people want to see of a column's values, beyond what decides its type (ColumnVote).
class ColumnEvidence {
 public:
  struct Counted {
    std::string value;
    std::uint64_t count = 0;
  };

  void see(std::string_view value, bool placeholder);  // not empty

  std::uint64_t booleans() const { return booleans_; }          // true, false, yes, no, in any case
  std::uint64_t leadingZeros() const { return leadingZeros_; }  // digits that begin with a zero too many
  std::uint64_t longNumbers() const { return longNumbers_; }    // of 17 digits or more
  std::uint64_t longest() const { return longest_; }            // in characters
  // The first few different values, and the most frequent ones.
  const std::vector<std::string>& examples() const { return examples_; }
  std::vector<Counted> frequent(std::size_t most) const;
  // Every value with its count, in no order, while there are at most kCounted of them.
  const std::unordered_map<std::string, std::uint64_t>& counts() const { return counts_; }
  // Have all different values been counted?
  bool countedAll() const { return all_; }
  // Are all values, of which there are some, different?
  bool isUnique();
  // The first value that is neither number nor date; empty when there is none.
  const std::string& firstWord() const { return firstWord_; }

  const ValueRange<std::string>& texts() const { return texts_; }
  const ValueRange<double>& numbers(char decimalMark) const { return decimalMark == ',' ? commas_ : points_; }
  const ValueRange<std::int64_t>& dates(DateOrder order) const { return dates_[static_cast<std::size_t>(order)]; }

  static constexpr std::size_t kCounted = 4096;

 private:
  void examine(std::string_view value);

  std::uint64_t values_ = 0;
  std::uint64_t booleans_ = 0, leadingZeros_ = 0, longNumbers_ = 0, longest_ = 0;
  std::vector<std::string> examples_;
  std::unordered_map<std::string, std::uint64_t> counts_;
  bool all_ = true;
  std::string firstWord_;
  ValueRange<std::string> texts_;
  ValueRange<double> points_, commas_;
  ValueRange<std::int64_t> dates_[3];
  std::vector<std::uint64_t> hashes_;  // of all values, while none came twice as far as counts_ can tell
  bool unique_ = true;
};

// The evidence of every column of a file, and its first rows.
class FileEvidence {
 public:
  static constexpr std::size_t kPreviewRows = 50;

  // REQUIRES: `placeholders` outlives this
  explicit FileEvidence(const std::vector<std::string>& placeholders) : placeholders_(&placeholders) {}

  void see(const RecordBatch& batch);
  std::vector<ColumnEvidence>& columns() { return columns_; }
  // The first rows as the file writes them; a row may end early, absent values are "".
  const std::vector<std::vector<std::string>>& preview() const { return preview_; }

 private:
  const std::vector<std::string>* placeholders_;
  std::vector<ColumnEvidence> columns_;
  std::vector<std::vector<std::string>> preview_;
};

}  // namespace leadlight
