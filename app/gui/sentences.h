#pragma once

#include <QString>

#include "model/base/result.h"
#include "model/load/drop_folder.h"
#include "model/store/store.h"

namespace leadlight {

// The one place where codes of the core become translated sentences: what happened, and what to do. An unknown code or
// a code whose values are absent falls back on the core's own sentence.

QString sentenceOf(const Error& error);
// A row in quarantine, by its code: "36 fields, 37 expected." `message` is the core's sentence.
QString rejectSentence(const QuarantinedRow& row);
// One sentence for a row of the load history.
QString loadSentence(const LoadReport& load);
// A toast when a file is done.
QString loadedToast(const LoadReport& load);
// What became of a file of the watched folder.
QString watchedSentence(const DropOutcome& outcome);
QString undoneToast(const UndoReport& undo);
// What was copied or written, and that nobody can be told from it while names are hidden.
QString maskedToast(const QString& sentence, bool masked);
QString statusWord(LoadReport::Status status);  // "loaded"
QString stageWord(const QString& stage);        // "profile" -> "reading the columns"
QString typeWord(ColumnType type);              // "Whole number"
// "9,240 read = 9,240 new + 0 changed + 0 unchanged + 0 replaced in the file + 0 rejected"
QString conservationSentence(const LoadReport& load);

}  // namespace leadlight
