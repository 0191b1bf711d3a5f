#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/frame/column.h"

namespace leadlight {

// Which column decides conversion, and which of its values count as converted.
struct Target {
  std::string column;
  std::vector<std::string> positives;
  bool operator==(const Target&) const = default;
};

// An immutable columnar picture of a dataset's final table, shared by everything that draws. Columns are shared, so a
// frame with other scores costs only the score columns.
class Frame {
 public:
  using ColumnPtr = std::shared_ptr<const Column>;

  Frame() = default;
  // REQUIRES: every column has leadIds.size() rows. leadIds ascend.
  Frame(std::vector<std::int64_t> leadIds, std::vector<ColumnPtr> columns);

  std::size_t rows() const { return leadIds_ ? leadIds_->size() : 0; }
  const std::vector<std::int64_t>& leadIds() const;
  const std::vector<ColumnPtr>& columns() const { return columns_; }
  // nullptr when absent. Names compare exactly first, then without case, then in canonical form ("Lead Source").
  const Column* find(std::string_view name) const;

  // This frame with `columns` added, each replacing the column of the same name.
  Frame with(std::vector<ColumnPtr> columns) const;

  // One bit per row: is the row converted? Empty when the frame has no such column. Numbers compare as numbers ("1"
  // is 1.0).
  std::vector<std::uint64_t> converted(const Target& target) const;

 private:
  std::shared_ptr<const std::vector<std::int64_t>> leadIds_;
  std::vector<ColumnPtr> columns_;
};

// The names of the columns that scoring adds to a frame: score (Decimal), probability (Decimal, absent with an identity
// link) and band (Text).
inline constexpr std::string_view scoreColumn = "score";
inline constexpr std::string_view probabilityColumn = "probability";
inline constexpr std::string_view bandColumn = "band";

}  // namespace leadlight
