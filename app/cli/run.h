#pragma once

#include <string>
#include <vector>

#include "app/cli/io.h"

namespace leadlight {

// Runs one command line (without the program's name) and returns its exit code.
int runLeadctl(const std::vector<std::string>& args, Io& io);

}  // namespace leadlight
