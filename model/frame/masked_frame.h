#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/frame/frame.h"

namespace leadlight {

// A frame that can be shown to anybody.
struct MaskedFrame {
  Frame frame;
  std::vector<std::string> hidden;  // the columns that hold names, e-mail addresses or phone numbers
};

// `frame` with names, e-mail addresses and phone numbers hidden in every value (see maskedValue). Columns without any
// are shared. `stored` are the dataset's columns that are not in the frame, with some of their values: the personal
// ones come into the frame as a column of dots, so that nobody looks them up.
struct ColumnSample {
  std::string name, label;
  std::vector<std::string> values;
};
MaskedFrame maskedFrame(const Frame& frame, const std::vector<ColumnSample>& stored);

}  // namespace leadlight
