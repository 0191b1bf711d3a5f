#pragma once

#include <string>

#include "app/cli/command.h"

namespace leadlight {

// What leadctl can do: every command with one line each.
std::string overview();
// Synopsis, explanation, every option, examples and exit codes of one command.
std::string helpOf(const Command& command);

}  // namespace leadlight
