#pragma once

#include <string>
#include <string_view>

#include "model/base/progress.h"
#include "model/frame/frame.h"
#include "model/frame/row_set.h"

namespace leadlight {

// The rows of `within` of which any column of `frame` holds `text`: text columns by "contains" without regard to ASCII
// case, numbers and dates by their canonical text's beginning, so that "5947" finds lead 594743 and "2016-07" a month.
// Empty text keeps all. Returns no row when cancelled.
RowSet findRows(const Frame& frame, const RowSet& within, std::string_view text, const Progress& progress);

}  // namespace leadlight
