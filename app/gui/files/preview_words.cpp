#include "app/gui/files/preview_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "app/gui/files/preview_evidence.h"
#include "app/gui/sentences.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Preview)
};

QString utf8(const std::string& text) { return QString::fromStdString(text); }

struct Separator {
  char sign;
  const char* word;
};
constexpr Separator separators[] = {{',', QT_TRANSLATE_NOOP("Preview", "Comma")},
                                    {';', QT_TRANSLATE_NOOP("Preview", "Semicolon")},
                                    {'\t', QT_TRANSLATE_NOOP("Preview", "Tab")},
                                    {'|', QT_TRANSLATE_NOOP("Preview", "Bar")}};

// The encodings to choose from: the usual ones, the one that was found, and the one that it may be as well.
std::vector<std::string> encodingsFor(const FilePreview& preview) {
  const FileFacts& facts = preview.profile.facts;
  std::vector<std::string> names{"utf-8", "latin-1", "utf-16le", "utf-16be"};
  for (const std::string& name :
       {facts.encoding == "utf-8-bom" ? "utf-8" : facts.encoding, preview.proposed.facts.encodingOrElse})
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  return names;
}

QString encodingWord(const std::string& name) {
  if (name == "latin-1") return QStringLiteral("Latin-1 (Windows)");
  return name.starts_with("windows") ? QLatin1Char('W') + utf8(name).mid(1) : utf8(name).toUpper();
}

// What a column can be read as: text, and every type that some of its values are.
std::vector<ColumnType> typesOf(const ColumnProfile& column) {
  std::vector<ColumnType> types{ColumnType::Text};
  const bool dates = column.yearFirst + column.dayFirst + column.monthFirst > 0;
  if (column.integers > 0 || column.type == ColumnType::Integer) types.push_back(ColumnType::Integer);
  if (column.decimals > 0 || column.type == ColumnType::Decimal) types.push_back(ColumnType::Decimal);
  if (dates || column.type == ColumnType::Date) types.push_back(ColumnType::Date);
  return types;
}

const ColumnProfile& columnNamed(const FilePreview& preview, const QString& name) {
  return *preview.profile.find(name.toStdString());
}

bool writtenAfterContact(const FilePreview& preview, const ColumnProfile& column) {
  if (const DatasetColumn* stored = preview.stored ? preview.stored->find(column.name) : nullptr)
    return stored->afterContact;
  const ColumnSpec* spec = preview.schema.find(column.name);
  return spec != nullptr && spec->afterContact;
}

std::optional<std::string> targetOf(const FilePreview& preview) {
  return preview.stored && preview.stored->target ? preview.stored->target : preview.schema.target;
}

// The columns that could be the key or the target: those proposed, the present one, "none" first.
struct Pick {
  std::vector<std::string> columns;  // canonical; "none" is not among them
  int current = 0;                   // of "none" and then the columns
};

Pick pickOf(std::vector<std::string> columns, const std::optional<std::string>& chosen) {
  Pick pick{std::move(columns), 0};
  if (!chosen) return pick;
  auto found = std::find(pick.columns.begin(), pick.columns.end(), *chosen);
  if (found == pick.columns.end()) found = pick.columns.insert(pick.columns.end(), *chosen);
  pick.current = static_cast<int>(found - pick.columns.begin()) + 1;
  return pick;
}

Pick keyPick(const FilePreview& preview) {
  // A dataset's key never changes.
  if (preview.stored) return pickOf({}, preview.stored->key);
  std::vector<std::string> all;
  for (const ColumnProfile& column : preview.profile.columns)
    if (column.empty < preview.profile.rows) all.push_back(column.name);
  // Those that are never empty and never the same come first.
  std::stable_partition(all.begin(), all.end(),
                        [&](const std::string& name) { return preview.profile.find(name)->keyCandidate; });
  return pickOf(std::move(all), preview.schema.key);
}

Pick targetPick(const FilePreview& preview) {
  if (preview.stored && preview.stored->target) return pickOf({}, preview.stored->target);
  std::vector<std::string> names;
  for (const TargetCandidate& one : preview.profile.targets) names.push_back(one.column);
  return pickOf(std::move(names), preview.schema.target);
}

ReadOption pickOption(const FilePreview& preview, const QString& id, const QString& name, const QString& none,
                      const Pick& pick, bool fixed) {
  ReadOption option{id, name, {none}, pick.current};
  for (const std::string& column : pick.columns) {
    const ColumnProfile* found = preview.profile.find(column);
    option.values << utf8(found ? found->label : column);
  }
  // Nothing to choose from: only what holds is shown.
  if (fixed) option = {id, name, {option.values[option.current]}, 0};
  return option;
}

// The datasets to choose from: those of the store and the proposed one.
std::vector<std::string> datasetsOf(const FilePreview& preview) {
  std::vector<std::string> names = preview.datasets;
  if (std::find(names.begin(), names.end(), preview.dataset) == names.end()) names.push_back(preview.dataset);
  const std::string own = preview.schema.name;
  if (std::find(names.begin(), names.end(), own) == names.end()) names.push_back(own);
  return names;
}

ReadOption datasetOption(const FilePreview& preview) {
  ReadOption option{"dataset", Words::tr("Dataset"), {}, 0};
  const std::vector<std::string> names = datasetsOf(preview);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool known = std::find(preview.datasets.begin(), preview.datasets.end(), names[i]) != preview.datasets.end();
    option.values << (known || preview.datasets.empty() ? utf8(names[i]) : Words::tr("%1 (new)").arg(utf8(names[i])));
    if (names[i] == preview.dataset) option.current = static_cast<int>(i);
  }
  return option;
}

void addCsvOptions(std::vector<ReadOption>& options, const FilePreview& preview) {
  const FileFacts& facts = preview.profile.facts;
  ReadOption encoding{"encoding", Words::tr("Encoding"), {}, 0};
  const std::vector<std::string> encodings = encodingsFor(preview);
  for (std::size_t i = 0; i < encodings.size(); ++i) {
    encoding.values << encodingWord(encodings[i]);
    if (facts.encoding == encodings[i]) encoding.current = static_cast<int>(i);
  }
  options.push_back(std::move(encoding));
  ReadOption separator{"separator", Words::tr("Separator"), {}, 0};
  for (std::size_t i = 0; i < std::size(separators); ++i) {
    separator.values << Words::tr(separators[i].word);
    if (facts.delimiter == separators[i].sign) separator.current = static_cast<int>(i);
  }
  options.push_back(std::move(separator));
}

ReadOption headerOption(const FilePreview& preview) {
  return {"header",
          Words::tr("First line"),
          {Words::tr("Column names"), Words::tr("A row already")},
          preview.choices.read.header ? 0 : 1};
}

}  // namespace

std::vector<PreviewColumn> previewColumns(const FilePreview& preview) {
  std::vector<PreviewColumn> columns;
  const std::uint64_t rows = preview.profile.rows;
  const std::optional<std::string> key = preview.key(), target = targetOf(preview);
  for (std::size_t i = 0; i < preview.profile.columns.size(); ++i) {
    const ColumnProfile& found = preview.profile.columns[i];
    // As proposed: an answered question stays to be seen.
    const ColumnProfile& proposed = preview.proposed.columns[i];
    PreviewColumn column;
    column.name = utf8(found.name);
    column.label = utf8(found.label);
    column.key = key == found.name;
    column.target = target == found.name;
    column.afterContact = writtenAfterContact(preview, found);
    column.markable = !preview.stored;
    column.constant = isConstant(found);
    column.kind = kindWord(found);
    const bool fixed = column.key || (preview.stored && preview.stored->find(found.name) != nullptr);
    for (const ColumnType type : typesOf(found)) {
      if (type == found.type) column.type = static_cast<int>(column.types.size());
      if (!fixed || type == found.type) column.types << typeWord(type);
    }
    if (fixed) column.type = 0;
    const EvidenceLine line = evidenceLine(proposed.placeholders.empty() ? found : proposed, rows);
    column.evidence = line.text;
    column.question = line.question;
    column.details = evidenceDetails(found);
    column.missing = rows - std::min(rows, found.values);
    column.missingShare = rows == 0 ? 0 : static_cast<double>(column.missing) / static_cast<double>(rows);
    column.distinct = found.distinct;
    columns.push_back(std::move(column));
  }
  return columns;
}

FileChoices chosenType(const FilePreview& preview, const QString& column, int type) {
  FileChoices choices = preview.choices;
  const ColumnProfile& found = columnNamed(preview, column);
  choices.schema.types[found.name] = typesOf(found)[static_cast<std::size_t>(type)];
  return choices;
}

FileChoices chosenAfterContact(const FilePreview& preview, const QString& column, bool after) {
  FileChoices choices = preview.choices;
  std::vector<std::string> names;
  for (const ColumnSpec& spec : preview.schema.columns)
    if (spec.afterContact && utf8(spec.name) != column) names.push_back(spec.name);
  if (after) names.push_back(column.toStdString());
  choices.schema.afterContact = std::move(names);
  return choices;
}

std::vector<ReadOption> previewOptions(const FilePreview& preview) {
  const FileFacts& facts = preview.profile.facts;
  std::vector<ReadOption> options{datasetOption(preview)};
  if (facts.format == FileFormat::Csv) addCsvOptions(options, preview);
  if (!facts.sheets.empty()) {
    ReadOption sheet{"sheet", Words::tr("Sheet"), {}, 0};
    for (const std::string& name : facts.sheets) {
      if (name == facts.sheet) sheet.current = static_cast<int>(sheet.values.size());
      sheet.values << utf8(name);
    }
    options.push_back(std::move(sheet));
  }
  if (!isJson(facts.format)) options.push_back(headerOption(preview));
  options.push_back(
      pickOption(preview, "key", Words::tr("Key"), Words::tr("No key"), keyPick(preview), preview.stored.has_value()));
  options.push_back(pickOption(preview, "target", Words::tr("Target"), Words::tr("None"), targetPick(preview),
                               preview.stored && preview.stored->target));
  return options;
}

FileChoices chosenOption(const FilePreview& preview, const QString& id, int value) {
  FileChoices choices = preview.choices;
  const FileFacts& facts = preview.profile.facts;
  const auto at = static_cast<std::size_t>(value);
  if (id == QLatin1String("dataset")) choices.dataset = datasetsOf(preview)[at];
  if (id == QLatin1String("encoding")) choices.read.encoding = encodingsFor(preview)[at];
  if (id == QLatin1String("separator")) choices.read.delimiter = separators[at].sign;
  if (id == QLatin1String("header")) choices.read.header = value == 0;
  if (id == QLatin1String("sheet")) choices.read.sheet = facts.sheets[at];
  if (id == QLatin1String("key")) choices.schema.key = value == 0 ? "none" : keyPick(preview).columns[at - 1];
  if (id == QLatin1String("target")) {
    choices.schema.target = value == 0 ? "none" : targetPick(preview).columns[at - 1];
    choices.schema.positives.clear();
  }
  // Columns may be others then.
  if (id == QLatin1String("separator") || id == QLatin1String("header") || id == QLatin1String("sheet"))
    choices.schema = {};
  return choices;
}

std::vector<Difference> differencesOf(const MergePreview& preview) {
  std::vector<Difference> differences;
  for (const MergePreview::Change& change : preview.examples)
    differences.push_back({utf8(change.key), utf8(change.column), utf8(change.before), utf8(change.after)});
  return differences;
}

QString previewFacts(const FilePreview& preview) {
  const FileProfile& profile = preview.profile;
  return QStringList{
      formatBytes(profile.bytes), Words::tr("%1 rows", nullptr, pluralOf(profile.rows)).arg(formatCount(profile.rows)),
      Words::tr("%1 columns", nullptr, pluralOf(profile.columns.size())).arg(formatCount(profile.columns.size())),
      QStringLiteral("SHA-256 ") + utf8(profile.sha256).left(16)}
      .join(QStringLiteral(", "));
}

namespace {

// Dates that this file proves to be written the other way round than earlier files' dates were.
QString turnedDates(const LoadReport& check) {
  QStringList dayFirst, monthFirst;
  for (const LoadReport::Warning& warning : check.warnings) {
    if (warning.code != "date_order_differs") continue;
    const auto column = std::find_if(check.columns.begin(), check.columns.end(),
                                     [&](const auto& one) { return one.name == warning.column; });
    if (column == check.columns.end() || !column->reading) continue;
    (column->reading->dates == DateOrder::MonthDayYear ? monthFirst : dayFirst) << utf8(warning.column);
  }
  QStringList sentences;
  const QString comma = QStringLiteral(", ");
  if (!dayFirst.isEmpty())
    sentences << Words::tr("Read day first, as the values prove, though earlier files had the month first: %1.")
                     .arg(dayFirst.join(comma));
  if (!monthFirst.isEmpty())
    sentences << Words::tr("Read month first, as the values prove, though earlier files had the day first: %1.")
                     .arg(monthFirst.join(comma));
  return sentences.join(QLatin1Char(' '));
}

}  // namespace

QString previewNotice(const FilePreview& preview, const LoadReport* check) {
  QStringList sentences;
  if (const FileFacts& facts = preview.proposed.facts; !facts.encodingOrElse.empty())
    sentences << Words::tr(
                     "The encoding is a guess: it could be %1 as well as %2. If letters look wrong, choose the "
                     "other one.")
                     .arg(encodingWord(facts.encodingOrElse), encodingWord(facts.encoding));
  if (const std::uint64_t empty = preview.profile.facts.uncalculated; empty > 0)
    sentences << Words::tr(
        "%n formulas have no result and are read as empty. Save the workbook in a spreadsheet "
        "program, which calculates them, and choose it again.",
        nullptr, pluralOf(empty));
  for (const std::string& file : preview.unreadableSchemas)
    sentences << Words::tr("The schema file %1 cannot be read and is left out; mend it or delete it.").arg(utf8(file));
  if (const QString turned = check ? turnedDates(*check) : QString(); !turned.isEmpty()) sentences << turned;
  if (preview.sameAs) sentences << Words::tr("Load %1 brought this content already.").arg(*preview.sameAs);
  if (!preview.datasets.empty() && !preview.stored)
    sentences << Words::tr("It goes into a dataset of its own, %1.").arg(utf8(preview.dataset));
  if (check && check->preview && preview.stored && !check->preview->newColumns.empty()) {
    QStringList names;
    for (const std::string& name : check->preview->newColumns) names << utf8(name);
    sentences << Words::tr("It brings %n new columns: %1", nullptr, static_cast<int>(names.size()))
                     .arg(names.mid(0, 6).join(QStringLiteral(", ")) +
                          (names.size() > 6 ? QStringLiteral(", …") : QString()));
  }
  return sentences.join(QLatin1Char('\n'));
}

}  // namespace leadlight
