#pragma once

#include <string>

#include "app/cli/command.h"

namespace leadlight {

// Prints `text`, with `json` as {"help":text}.
void printHelp(Io& io, bool json, const std::string& text);
// What leadctl can do: every command with one line each.
std::string overview();
// Synopsis, explanation, every option, examples and exit codes of one command.
std::string helpOf(const Command& command);

}  // namespace leadlight
