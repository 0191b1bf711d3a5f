#pragma once

#include "model/frame/frame.h"
#include "model/store/store.h"

namespace leadlight::test {

// What a store would know about a dataset with these columns; the placeholder is "Select".
inline Dataset datasetOf(const Frame& frame) {
  Dataset dataset;
  dataset.name = "leads";
  dataset.placeholders = {"Select"};
  for (const Frame::ColumnPtr& column : frame.columns())
    dataset.columns.push_back({column->name(), column->label(), column->type(), false});
  return dataset;
}

}  // namespace leadlight::test
