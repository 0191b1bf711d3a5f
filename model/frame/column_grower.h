#pragma once

#include <string>
#include <vector>

#include "model/frame/column.h"
#include "model/store/dataset.h"
#include "model/store/stored_value.h"

namespace leadlight {

// Grows one column of a frame row by row out of stored values, whatever its type.
class ColumnGrower {
 public:
  ColumnGrower(const DatasetColumn& column, std::size_t rows);

  void append(const StoredValue& value);
  // All rows of `other`, which grew for the same column.
  void append(const ColumnGrower& other);

  Column finish(const std::vector<std::string>& placeholders) &&;

 private:
  DatasetColumn column_;
  TextColumnBuilder text_;
  std::vector<std::int64_t> integers_;
  std::vector<double> decimals_;
};

}  // namespace leadlight
