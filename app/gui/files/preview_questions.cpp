#include <QCoreApplication>
#include <algorithm>

#include "app/gui/files/preview_words.h"
#include "widgets/format.h"

namespace leadlight {

// What a file leaves open, and the answers.

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Preview)
};

QString utf8(const std::string& text) { return QString::fromStdString(text); }

Question placeholderQuestion(const FilePreview& preview, const std::vector<ColumnProfile::Placeholder>& found) {
  QStringList words;
  std::uint64_t cells = 0;
  for (const ColumnProfile::Placeholder& one : found) {
    if (words.size() < 4) words << Words::tr("\"%1\"").arg(utf8(one.value));
    cells += one.count;
  }
  const auto& known = preview.schema.placeholders;
  const bool missing = std::find(known.begin(), known.end(), found.front().value) != known.end();
  return {"placeholders",
          Words::tr("Does %1 mean no answer?", nullptr, static_cast<int>(words.size()))
              .arg(words.join(QStringLiteral(", "))),
          Words::tr("%1 cells hold it", nullptr, pluralOf(cells)).arg(formatCount(cells)),
          {Words::tr("Read as missing"), Words::tr("Keep as a value")},
          missing ? 0 : 1};
}

std::vector<const ColumnProfile*> ambiguousDates(const FilePreview& preview) {
  std::vector<const ColumnProfile*> found;
  for (const ColumnProfile& column : preview.profile.columns)
    if (column.ambiguousDates) found.push_back(&column);
  return found;
}

// The columns whose numbers a decimal point and a decimal comma make different ones, unless the dataset has them as
// text.
std::vector<const ColumnProfile*> ambiguousMarks(const FilePreview& preview) {
  std::vector<const ColumnProfile*> found;
  for (const ColumnProfile& column : preview.profile.columns) {
    const DatasetColumn* stored = preview.stored ? preview.stored->find(column.name) : nullptr;
    if (!column.eitherMark.empty() && (!stored || stored->type != ColumnType::Text)) found.push_back(&column);
  }
  return found;
}

char markIn(const ColumnProfile& column) { return column.eitherMark.find(',') == std::string::npos ? '.' : ','; }

QString labelsOf(const std::vector<const ColumnProfile*>& columns) {
  QStringList names;
  for (const ColumnProfile* column : columns) names << utf8(column->label);
  return names.join(QStringLiteral(", "));
}

enum MarkAnswer { PartsDecimals, PartsThousands, NoNumber };

Question markQuestion(const std::vector<const ColumnProfile*>& found) {
  const ColumnProfile& first = *found.front();
  const char mark = markIn(first);
  const MarkAnswer chosen = first.type != ColumnType::Decimal ? NoNumber
                            : first.decimalMark == mark       ? PartsDecimals
                                                              : PartsThousands;
  return {"mark",
          (mark == ',' ? Words::tr("Does the comma in %1 part decimals or thousands?")
                       : Words::tr("Does the point in %1 part decimals or thousands?"))
              .arg(utf8(first.eitherMark)),
          Words::tr("No value in %1 tells.").arg(labelsOf(found)),
          {Words::tr("Decimals"), Words::tr("Thousands"), Words::tr("Neither: text")},
          chosen};
}

void answerMark(FileChoices& choices, const std::vector<const ColumnProfile*>& found, int answer) {
  const char mark = markIn(*found.front());
  choices.schema.decimalMark.reset();
  if (answer != NoNumber) choices.schema.decimalMark = (answer == PartsDecimals) == (mark == ',') ? ',' : '.';
  for (const ColumnProfile* column : found)
    if (answer == NoNumber)
      choices.schema.types[column->name] = ColumnType::Text;
    else
      choices.schema.types.erase(column->name);
}

}  // namespace

std::vector<Question> previewQuestions(const FilePreview& preview) {
  std::vector<Question> questions;
  // What a dataset reads as missing was settled when it began.
  if (const auto found = proposedPlaceholders(preview.proposed); !found.empty() && !preview.stored)
    questions.push_back(placeholderQuestion(preview, found));
  if (const auto found = ambiguousDates(preview); !found.empty()) {
    const std::string example = found.front()->examples.empty() ? std::string() : found.front()->examples.front();
    questions.push_back({"dates",
                         Words::tr("Does %1 begin with the day or the month?").arg(utf8(example)),
                         Words::tr("No value in %1 tells.").arg(labelsOf(found)),
                         {Words::tr("The day"), Words::tr("The month")},
                         preview.schema.dates == DateOrder::MonthDayYear ? 1 : 0});
  }
  if (const auto found = ambiguousMarks(preview); !found.empty()) questions.push_back(markQuestion(found));
  const auto& keys = preview.proposed.keys;
  if (!preview.stored && !preview.proposed.schema.key && !keys.empty()) {
    Question key{"key",
                 Words::tr("Which column tells leads apart?"),
                 Words::tr("A later file then updates the leads it holds again."),
                 {},
                 0};
    for (std::size_t i = 0; i < std::min<std::size_t>(keys.size(), 2); ++i) {
      if (preview.schema.key == keys[i]) key.chosen = static_cast<int>(i);
      key.answers << utf8(preview.proposed.find(keys[i])->label);
    }
    key.answers << Words::tr("None: each row is a lead");
    if (!preview.schema.key) key.chosen = static_cast<int>(key.answers.size()) - 1;
    questions.push_back(std::move(key));
  }
  return questions;
}

FileChoices answeredQuestion(const FilePreview& preview, const QString& id, int answer) {
  FileChoices choices = preview.choices;
  if (id == QLatin1String("placeholders")) {
    choices.schema.placeholders.reset();
    if (answer == 1) choices.schema.placeholders = preview.proposed.schema.placeholders;
  }
  if (id == QLatin1String("dates"))
    choices.schema.dates = answer == 0 ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
  if (id == QLatin1String("mark")) answerMark(choices, ambiguousMarks(preview), answer);
  if (id == QLatin1String("key")) {
    const auto offered = std::min<std::size_t>(preview.proposed.keys.size(), 2);
    const auto at = static_cast<std::size_t>(answer);
    choices.schema.key = at < offered ? preview.proposed.keys[at] : "none";
  }
  return choices;
}

}  // namespace leadlight
