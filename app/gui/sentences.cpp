#include "app/gui/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <map>

#include "widgets/format.h"

namespace leadlight {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Sentences", text); }
QString tr(const char* text, std::uint64_t n) {
  QString result = QCoreApplication::translate("Sentences", text, nullptr,
                                               static_cast<int>(std::min<std::uint64_t>(n, 2'000'000'000)));
  return result;
}
// A plural sentence whose %1 is the number as the locale writes it.
QString counted(const char* text, std::uint64_t n) { return tr(text, n).arg(formatCount(n)); }

QString argument(const Error& error, std::size_t index) {
  return index < error.args.size() ? QString::fromStdString(error.args[index]) : QString();
}

// "Leads.csv:17" -> "Leads.csv"; a path -> its name.
QString fileOf(const Error& error) {
  QString where = fileNameOf(error.where);
  static const QRegularExpression line(QStringLiteral(":\\d+$"));
  where.remove(line);
  return where.isEmpty() ? tr("The file") : where;
}

QString coreSentence(const Error& error) { return QString::fromStdString(error.what); }

// Codes about a lead file.
QString fileSentence(const Error& error) {
  const QString file = fileOf(error);
  switch (error.code) {
    case Errc::NotFound:
      return tr("%1 is not there any more. Nothing was loaded.").arg(file);
    case Errc::IsDirectory:
      return tr("%1 is a folder. Choose the files in it.").arg(file);
    case Errc::NoPermission:
      return tr("%1 may not be read or written by this user.").arg(file);
    case Errc::Io:
      return tr("%1 could not be read or written to its end. Nothing was changed.").arg(file);
    case Errc::EmptyFile:
      return tr("%1 holds no leads.").arg(file);
    case Errc::NotALeadFile:
      return tr("%1 is not a lead file. Leadlight reads CSV, TSV, JSON and NDJSON, also as .gz.").arg(file);
    case Errc::Damaged:
      return tr("%1 is damaged: its compressed data fail their own check. Nothing was loaded.").arg(file);
    case Errc::Malformed:
      return tr("%1 cannot be read as a whole. Nothing was loaded.").arg(QString::fromStdString(error.where));
    case Errc::FileChanged:
      return tr("%1 changed while it was read. Nothing was loaded; load it again.").arg(file);
    case Errc::TooManyErrors:
      return tr("%1 has more rejected rows than allowed. Nothing was loaded.").arg(file);
    case Errc::NoSharedColumn:
      return tr("%1 shares no column with this dataset, so nothing was loaded. Load it into a store of its own.")
          .arg(file);
    case Errc::Conservation:
      return tr("%1: the rows do not add up, so nothing was loaded.").arg(file);
    default:
      return coreSentence(error);
  }
}

// The values inside a core sentence: what stands in quotes, else its whole numbers.
QStringList valuesIn(const QString& message) {
  static const QRegularExpression quoted(QStringLiteral("[\"'\\x{201C}]([^\"\\x{201D}]*)[\"'\\x{201D}]"));
  static const QRegularExpression number(QStringLiteral("\\d+"));
  QStringList values;
  for (const QRegularExpression* pattern : {&quoted, &number}) {
    for (auto it = pattern->globalMatch(message); it.hasNext();) {
      const QRegularExpressionMatch match = it.next();
      values << match.captured(match.lastCapturedIndex());
    }
    if (!values.isEmpty()) return values;
  }
  return values;
}

QString rejectSentence(const std::string& code, const QString& message) {
  const QStringList values = valuesIn(message);
  const QString value = values.value(0);
  static const std::map<std::string, const char*> plain = {
      {"unclosed_quote", QT_TRANSLATE_NOOP("Sentences", "A quote is opened and never closed.")},
      {"stray_quote", QT_TRANSLATE_NOOP("Sentences", "A quote stands in the middle of a field.")},
      {"bad_encoding", QT_TRANSLATE_NOOP("Sentences", "The bytes are not UTF-8.")},
      {"nul_byte", QT_TRANSLATE_NOOP("Sentences", "The row holds a zero byte.")},
      {"bad_json", QT_TRANSLATE_NOOP("Sentences", "This is not JSON.")},
      {"too_deep", QT_TRANSLATE_NOOP("Sentences", "The record is nested too deeply.")},
      {"duplicate_name", QT_TRANSLATE_NOOP("Sentences", "The record names a column twice.")},
      {"not_an_object", QT_TRANSLATE_NOOP("Sentences", "The record is no JSON object.")},
      {"empty_key", QT_TRANSLATE_NOOP("Sentences", "The key is empty.")},
      {"too_long", QT_TRANSLATE_NOOP("Sentences", "The record is larger than the limit.")},
  };
  if (code == "field_count" && values.size() >= 2) return tr("%1 fields, %2 expected.").arg(values[0], values[1]);
  if (!value.isEmpty()) {
    if (code == "bad_integer") return tr("\"%1\" is no whole number.").arg(value);
    if (code == "bad_decimal") return tr("\"%1\" is no number.").arg(value);
    if (code == "bad_date") return tr("\"%1\" is no date.").arg(value);
  }
  if (const auto found = plain.find(code); found != plain.end()) return tr(found->second);
  return message;
}

QString failedSentence(const LoadReport& load) {
  if (!load.firstError) return tr("Nothing was stored.");
  const LoadReport::FirstError& first = *load.firstError;
  const QString message = QString::fromStdString(first.message);
  const QString why = rejectSentence(first.code, message);
  return first.line == 0 ? why : tr("Line %1: %2").arg(formatCount(first.line), why);
}

}  // namespace

QString sentenceOf(const Error& error) {
  switch (error.code) {
    case Errc::Interrupted:
      return tr("Stopped. Everything is as it was.");
    case Errc::DiskFull:
      return tr("The disk is full. Nothing was changed.");
    case Errc::StoreNewer:
      return tr("This store was written by a newer version of Leadlight. Update the program to open it.");
    case Errc::StoreDamaged:
      return tr("%1 is no store that Leadlight can read. Choose another file.").arg(fileOf(error));
    case Errc::StoreBusy:
      return tr("Another program holds the store. Close it there and try again.");
    case Errc::CannotUndo:
      return tr("Later loads build on this one. Undo them first.");
    case Errc::UnknownLoad:
      return tr("There is no load %1.").arg(argument(error, 0));
    case Errc::UnknownColumn:
      return tr("There is no column %1.").arg(argument(error, 0));
    case Errc::UnknownScorecard:
      return tr("There is no scorecard %1.").arg(argument(error, 0));
    case Errc::UnknownLead:
      return tr("There is no lead %1.").arg(argument(error, 0));
    case Errc::BadScorecard:
      return tr("The scorecard cannot be accepted: %1").arg(QString::fromStdString(error.where));
    case Errc::BadFilter:
      return tr("The filter cannot be read: %1").arg(coreSentence(error));
    default:
      return fileSentence(error);
  }
}

QString rejectSentence(const QuarantinedRow& row) {
  return rejectSentence(row.code, QString::fromStdString(row.message));
}

QString loadSentence(const LoadReport& load) {
  switch (load.status) {
    case LoadReport::Status::Skipped:
      return load.sameAs ? tr("Same content as load %1, so nothing was loaded twice.").arg(*load.sameAs)
                         : tr("Nothing was loaded twice.");
    case LoadReport::Status::Failed:
      return failedSentence(load);
    case LoadReport::Status::Undone:
      return tr("Taken back: every lead is as it was before.");
    case LoadReport::Status::Loaded:
    case LoadReport::Status::Validated:
      break;
  }
  QStringList parts{counted("%1 columns", load.columns.size())};
  if (load.changed > 0) parts << counted("%1 changed", load.changed);
  if (load.same > 0) parts << counted("%1 unchanged", load.same);
  if (load.superseded > 0) parts << counted("%1 replaced within the file", load.superseded);
  parts << (load.quarantined == 0 ? tr("nothing rejected") : counted("%1 rejected", load.quarantined));
  return parts.join(QStringLiteral(", "));
}

QString loadedToast(const LoadReport& load) {
  const QString file = fileNameOf(load.file);
  if (load.status == LoadReport::Status::Skipped) return file + QStringLiteral(": ") + loadSentence(load);
  QStringList parts;
  if (load.fresh > 0) parts << counted("%1 new", load.fresh);
  if (load.changed > 0) parts << counted("%1 changed", load.changed);
  if (load.same > 0) parts << counted("%1 unchanged", load.same);
  if (load.quarantined > 0) parts << counted("%1 rejected", load.quarantined);
  return tr("Loaded %1: %2.").arg(file, parts.join(QStringLiteral(", ")));
}

QString undoneToast(const UndoReport& undo) {
  return tr("Load %1 is undone: %2 leads removed, %3 as they were before.")
      .arg(QString::number(undo.loadId), formatCount(undo.removed), formatCount(undo.restored));
}

QString statusWord(LoadReport::Status status) {
  switch (status) {
    case LoadReport::Status::Loaded:
      return tr("loaded");
    case LoadReport::Status::Skipped:
      return tr("skipped");
    case LoadReport::Status::Failed:
      return tr("failed");
    case LoadReport::Status::Validated:
      return tr("checked");
    case LoadReport::Status::Undone:
      return tr("undone");
  }
  return {};
}

QString stageWord(const QString& stage) {
  if (stage == QLatin1String("profile")) return tr("proving the columns");
  if (stage == QLatin1String("load")) return tr("loading");
  if (stage == QLatin1String("index")) return tr("building the index");
  if (stage == QLatin1String("commit")) return tr("writing to disk");
  if (stage == QLatin1String("score")) return tr("scoring");
  return tr("reading the leads");
}

QString typeWord(ColumnType type) {
  switch (type) {
    case ColumnType::Text:
      return tr("Text");
    case ColumnType::Integer:
      return tr("Whole number");
    case ColumnType::Decimal:
      return tr("Decimal");
    case ColumnType::Date:
      return tr("Date");
  }
  return {};
}

QString conservationSentence(const LoadReport& load) {
  QStringList parts;
  const auto part = [&](const char* text, std::uint64_t n) { parts << counted(text, n); };
  part("%1 new", load.fresh);
  part("%1 changed", load.changed);
  part("%1 unchanged", load.same);
  if (load.superseded > 0) part("%1 replaced within the file", load.superseded);
  part("%1 rejected", load.quarantined);
  return tr("%1 read = %2").arg(formatCount(load.parsed), parts.join(QStringLiteral(" + ")));
}

}  // namespace leadlight
