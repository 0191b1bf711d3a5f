#pragma once

#include <string>
#include <vector>

#include "app/cli/options.h"
#include "model/load/loader.h"

namespace leadlight {

std::vector<OptionSpec> loadOptionSpecs();
// Errors: Usage.
Result<LoadOptions> loadOptionsOf(const Arguments& args, std::string dataset);

}  // namespace leadlight
