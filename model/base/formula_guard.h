#pragma once

#include <string>
#include <string_view>

namespace leadlight {

// Texts that a spreadsheet would take for a formula, made inert in CSV and given back exactly by our own CSV reader.
//
// A text is taken apart at every ; TAB CR LF, where a spreadsheet that splits a line wrongly would start a new cell. In
// front of each piece that would be a formula goes a mark: an apostrophe and a no-break space (U+00A0). A piece is a
// formula when, after white space, control and invisible characters, it starts with = + - @ or one of their full-width
// twins and is no plain number; the start of a text that begins with TAB, CR or LF counts as one. A piece that carries
// marks in front of a formula already gets one more, so taking one away always gives the text back. The mark survives
// UTF-8 and Windows-1252 alike, and no other program writes it in front of a formula.
inline constexpr std::string_view formulaMark = "'\xC2\xA0";

bool needsGuard(std::string_view text);
std::string guarded(std::string_view text);
// unguarded(guarded(text)) == text for every text; a text without marks stays as it is.
std::string unguarded(std::string_view text);

}  // namespace leadlight
