#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/schema/schema.h"

namespace leadlight {

struct DatasetColumn {
  std::string name;   // canonical
  std::string label;  // as people read it
  ColumnType type = ColumnType::Text;
  bool afterContact = false;
};

// A column whose values become another type's.
struct TypeChange {
  std::string column;
  ColumnType from = ColumnType::Text, to = ColumnType::Text;
};

// What the store knows about a dataset; grows with each load.
struct Dataset {
  std::string name;
  std::vector<DatasetColumn> columns;
  std::optional<std::string> key;  // canonical name; without one, the row is its own identity
  std::optional<std::string> modified;
  std::optional<std::string> target;
  std::vector<std::string> positives;
  std::vector<std::string> placeholders;

  const DatasetColumn* find(std::string_view column) const;  // exactly, then without case
};

}  // namespace leadlight
