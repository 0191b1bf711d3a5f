#pragma once

#include <string>
#include <vector>

#include "app/cli/options.h"
#include "model/load/loader.h"

namespace leadlight {

// How a file is read: --encoding, --delimiter, --no-header, --sheet.
std::vector<OptionSpec> readOptionSpecs();
// How dates and numbers are read that fit several ways.
std::vector<OptionSpec> valueOptionSpecs();
Status readValueOptions(const Arguments& args, std::optional<DateOrder>& dates, std::optional<char>& decimalMark);
// Errors: Usage.
Result<ReadOptions> readOptionsOf(const Arguments& args);

std::vector<OptionSpec> loadOptionSpecs();
// Errors: Usage.
Result<LoadOptions> loadOptionsOf(const Arguments& args, std::string dataset);

}  // namespace leadlight
