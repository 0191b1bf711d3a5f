#pragma once

#include <string>
#include <vector>

namespace leadlight {

// Names that outcome columns of unknown files bear, the likeliest first; compared without case.
const std::vector<std::string>& outcomeNames();
// Answers that mean that a lead converted, as people and programs spell them.
const std::vector<std::string>& positiveAnswers();

}  // namespace leadlight
