#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/simulate/simulated_lead.h"

namespace leadlight {

enum class SimulatedFormat { Csv, Ndjson, Json };

// One value of a row: its text, and whether JSON writes it as a number.
struct SimulatedCell {
  std::string text;
  bool number = false;
  bool optional = true;  // may be left out
};

// What is wrong with a broken row.
enum class BrokenKind { MissingField, ExtraField, BadDate, EmptyKey, LettersInNumber, InvalidByte, UnclosedQuote };

const std::vector<std::string_view>& simulatedHeader();
std::vector<SimulatedCell> cellsOf(const SimulatedLead& lead);
// Leaves out optional values.
void blank(std::vector<SimulatedCell>& cells, Dice& dice, double share);
// Spoils the row; kinds that only a CSV row can have turn to InvalidByte elsewhere.
void spoil(std::vector<SimulatedCell>& cells, BrokenKind kind, SimulatedFormat format);

void appendStart(std::string& out, SimulatedFormat format);
void appendRow(std::string& out, const std::vector<SimulatedCell>& cells, SimulatedFormat format, bool first);
void appendEnd(std::string& out, SimulatedFormat format);

}  // namespace leadlight
