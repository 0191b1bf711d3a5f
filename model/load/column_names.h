#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/load/loader.h"
#include "model/schema/schema.h"
#include "model/store/dataset.h"

namespace leadlight {

// The names in the final table of columns with these labels, each once. A label that the dataset has keeps its column,
// wherever it stands; only then do names of the dataset, the schema's labels and, last, canonical names count. Labels
// that share a canonical name become Name, Name_2, …
std::vector<std::string> columnNames(const std::vector<std::string>& labels, const Schema& schema,
                                     const std::optional<Dataset>& existing, const RetriedRows* retried);

}  // namespace leadlight
