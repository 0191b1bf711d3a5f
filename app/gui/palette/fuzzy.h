#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace leadlight {

// Lower case without accents, so that "educacion" finds "Educación".
QString foldedText(QStringView text);

// How well `text` answers `query`, both folded: higher is better, nullopt is no answer. Every word of the query must be
// found: as the whole text, its beginning, the beginning of a word, within, as initials of words ("lsg" for "Lead
// Source = Google"), or as letters in this order, in this order of worth. Shorter texts win among equals.
std::optional<int> fuzzyRank(QStringView query, QStringView text);

}  // namespace leadlight
