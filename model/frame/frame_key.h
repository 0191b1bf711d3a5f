#pragma once

#include <cstddef>
#include <string>

#include "model/store/store.h"

namespace leadlight {

// What a copy of the frame of all columns of this dataset is made from: the store's state, what the dataset is, and
// which columns are left out. Empty when that cannot be told.
std::string frameKey(Store& store, const Dataset& dataset, std::size_t maxDistinct);

}  // namespace leadlight
