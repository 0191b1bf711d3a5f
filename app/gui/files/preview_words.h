#pragma once

#include <vector>

#include "app/gui/files/preview.h"
#include "widgets/files/differences_table.h"
#include "widgets/files/options_row.h"
#include "widgets/files/preview_table.h"
#include "widgets/files/question_list.h"

namespace leadlight {

// A file's preview in words, and what a person chose there as choices again. Each `chosen…` gives the preview's choices
// with one changed. REQUIRES: the preview is the one whose words were shown.

std::vector<PreviewColumn> previewColumns(const FilePreview& preview);
FileChoices chosenType(const FilePreview& preview, const QString& column, int type);
FileChoices chosenAfterContact(const FilePreview& preview, const QString& column, bool after);

std::vector<ReadOption> previewOptions(const FilePreview& preview);
FileChoices chosenOption(const FilePreview& preview, const QString& id, int value);

std::vector<Question> previewQuestions(const FilePreview& preview);
FileChoices answeredQuestion(const FilePreview& preview, const QString& id, int answer);

std::vector<Difference> differencesOf(const MergePreview& preview);
// "2.4 MB, 9,240 rows, 37 columns, SHA-256 1426dffd94246b8c"
QString previewFacts(const FilePreview& preview);
// What is worth knowing before loading, beyond the sum: the same content, new columns; empty: nothing.
QString previewNotice(const FilePreview& preview, const LoadReport* check);

}  // namespace leadlight
