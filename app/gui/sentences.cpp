#include "app/gui/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <map>

#include "widgets/format.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Sentences)
};

// A number for choosing the plural form.
QString newRows(std::uint64_t n) { return Words::tr("%1 new", nullptr, pluralOf(n)).arg(formatCount(n)); }
QString changedRows(std::uint64_t n) { return Words::tr("%1 changed", nullptr, pluralOf(n)).arg(formatCount(n)); }
QString sameRows(std::uint64_t n) { return Words::tr("%1 unchanged", nullptr, pluralOf(n)).arg(formatCount(n)); }
QString supersededRows(std::uint64_t n) {
  return Words::tr("%1 replaced within the file", nullptr, pluralOf(n)).arg(formatCount(n));
}
QString rejectedRows(std::uint64_t n) { return Words::tr("%1 rejected", nullptr, pluralOf(n)).arg(formatCount(n)); }

QString argument(const Error& error, std::size_t index) {
  return index < error.args.size() ? QString::fromStdString(error.args[index]) : QString();
}

// "Leads.csv:17" -> "Leads.csv"; a path -> its name.
QString fileOf(const Error& error) {
  QString where = fileNameOf(error.where);
  static const QRegularExpression line(QStringLiteral(":\\d+$"));
  where.remove(line);
  return where.isEmpty() ? Words::tr("The file") : where;
}

QString coreSentence(const Error& error) { return QString::fromStdString(error.what); }

// Codes about a lead file.
QString fileSentence(const Error& error) {
  const QString file = fileOf(error);
  switch (error.code) {
    case Errc::NotFound:
      return Words::tr("%1 is not there any more. Nothing was loaded.").arg(file);
    case Errc::IsDirectory:
      return Words::tr("%1 is a folder. Choose the files in it.").arg(file);
    case Errc::IsDatabase:
      return Words::tr("%1 is a database, which is not written over. Choose another name.").arg(file);
    case Errc::NoPermission:
      return Words::tr("%1 may not be read or written by this user.").arg(file);
    case Errc::Io:
      return Words::tr("%1 could not be read or written to its end. Nothing was changed.").arg(file);
    case Errc::EmptyFile:
      return Words::tr("%1 holds no leads.").arg(file);
    case Errc::NotALeadFile:
      return Words::tr("%1 is not a lead file. Leadlight reads CSV, TSV, JSON, NDJSON, XLSX and ODS, also as .gz.")
          .arg(file);
    case Errc::Damaged:
      return Words::tr("%1 is damaged: its compressed data fail their own check. Nothing was loaded.").arg(file);
    case Errc::Malformed:
      return Words::tr("%1 cannot be read as a whole. Nothing was loaded.").arg(QString::fromStdString(error.where));
    case Errc::FileChanged:
      return Words::tr("%1 changed while it was read. Nothing was loaded; load it again.").arg(file);
    case Errc::TooManyErrors:
      return Words::tr("%1 has more rejected rows than allowed. Nothing was loaded.").arg(file);
    case Errc::NoSharedColumn:
      return Words::tr("%1 shares no column with this dataset, so nothing was loaded. Load it into a store of its own.")
          .arg(file);
    case Errc::Conservation:
      return Words::tr("%1: the rows do not add up, so nothing was loaded.").arg(file);
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
  if (code == "field_count" && values.size() >= 2)
    return Words::tr("%1 fields, %2 expected.", nullptr, values[0].toInt()).arg(values[0], values[1]);
  if (!value.isEmpty()) {
    if (code == "bad_integer") return Words::tr("\"%1\" is no whole number.").arg(value);
    if (code == "bad_decimal") return Words::tr("\"%1\" is no number.").arg(value);
    if (code == "bad_date") return Words::tr("\"%1\" is no date.").arg(value);
  }
  if (const auto found = plain.find(code); found != plain.end()) return Words::tr(found->second);
  return message;
}

QString failedSentence(const LoadReport& load) {
  if (!load.firstError) return Words::tr("Nothing was stored.");
  const LoadReport::FirstError& first = *load.firstError;
  for (int code = 0; code <= static_cast<int>(Errc::Internal); ++code)
    if (first.code == errorName(static_cast<Errc>(code)))
      return sentenceOf(Error{static_cast<Errc>(code), first.message, fileNameOf(load.file).toStdString(), {}});
  const QString message = QString::fromStdString(first.message);
  const QString why = rejectSentence(first.code, message);
  return first.line == 0 ? why : Words::tr("Line %1: %2").arg(formatCount(first.line), why);
}

// Its values are counts, or a count and the target's name.
QString notTrainableSentence(const Error& error) {
  if (error.args.size() == 3)
    return Words::tr("Only %1 of %2 leads have the rarer outcome: too few to learn from some and judge the others.")
        .arg(argument(error, 0), argument(error, 1));
  if (error.args.size() != 2) return coreSentence(error);
  bool isCount = false;
  argument(error, 1).toULongLong(&isCount);
  return isCount ? Words::tr("Only %1 of %2 leads have the rarer outcome. Learning takes 10 of each.")
                       .arg(argument(error, 0), argument(error, 1))
                 : Words::tr("All %1 leads have the same outcome by %2. Check which value means converted.")
                       .arg(argument(error, 0), argument(error, 1));
}

}  // namespace

QString sentenceOf(const Error& error) {
  switch (error.code) {
    case Errc::Interrupted:
      return Words::tr("Stopped. Everything is as it was.");
    case Errc::DiskFull:
      return Words::tr("The disk is full. Nothing was changed.");
    case Errc::StoreNewer:
      return Words::tr("This store was written by a newer version of Leadlight. Update the program to open it.");
    case Errc::StoreDamaged:
      return Words::tr("%1 is no store that Leadlight can read. Choose another file.").arg(fileOf(error));
    case Errc::StoreBusy:
      return Words::tr("Another program holds the store. Close it there and try again.");
    case Errc::CannotUndo:
      return Words::tr("Later loads build on this one. Undo them first.");
    case Errc::UnknownLoad:
      return Words::tr("There is no load %1.").arg(argument(error, 0));
    case Errc::UnknownColumn:
      return Words::tr("There is no column %1.").arg(argument(error, 0));
    case Errc::UnknownScorecard:
      return Words::tr("There is no scorecard %1.").arg(argument(error, 0));
    case Errc::UnknownLead:
      return Words::tr("No lead has this %1.").arg(argument(error, 0));
    case Errc::BadScorecard:
      return Words::tr("The scorecard cannot be accepted: %1").arg(QString::fromStdString(error.where));
    case Errc::NotTrainable:
      return notTrainableSentence(error);
    case Errc::BadSnapshot:
      return Words::tr("This snapshot is damaged or gone. Nothing was changed.");
    case Errc::BadFilter:
      return Words::tr("The filter cannot be read: %1").arg(coreSentence(error));
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
      return load.sameAs ? Words::tr("Same content as load %1, so nothing was loaded twice.").arg(*load.sameAs)
                         : Words::tr("Nothing was loaded twice.");
    case LoadReport::Status::Failed:
      return failedSentence(load);
    case LoadReport::Status::Undone:
      return Words::tr("Taken back: every lead is as it was before.");
    case LoadReport::Status::Loaded:
    case LoadReport::Status::Validated:
      break;
  }
  QStringList parts;
  if (load.retryOf) parts << Words::tr("corrected rows of load %1").arg(*load.retryOf);
  if (!load.retryOf)
    parts << Words::tr("%1 columns", nullptr, pluralOf(load.columns.size())).arg(formatCount(load.columns.size()));
  if (load.retryOf && load.fresh > 0) parts << newRows(load.fresh);
  if (load.changed > 0) parts << changedRows(load.changed);
  if (load.same > 0) parts << sameRows(load.same);
  if (load.superseded > 0) parts << supersededRows(load.superseded);
  parts << (load.quarantined == 0 ? Words::tr("nothing rejected") : rejectedRows(load.quarantined));
  return parts.join(QStringLiteral(", "));
}

QString loadedToast(const LoadReport& load) {
  const QString file = fileNameOf(load.file);
  if (load.status == LoadReport::Status::Skipped) return file + QStringLiteral(": ") + loadSentence(load);
  QStringList parts;
  if (load.fresh > 0) parts << newRows(load.fresh);
  if (load.changed > 0) parts << changedRows(load.changed);
  if (load.same > 0) parts << sameRows(load.same);
  if (load.quarantined > 0) parts << rejectedRows(load.quarantined);
  return Words::tr("Loaded %1: %2.").arg(file, parts.join(QStringLiteral(", ")));
}

QString watchedSentence(const DropOutcome& outcome) {
  const QString file = QString::fromStdString(outcome.name);
  if (outcome.kind == DropOutcome::Kind::Waits) return Words::tr("%1 waits; it is tried again soon").arg(file);
  if (outcome.load && outcome.kind == DropOutcome::Kind::Done) return loadedToast(*outcome.load);
  if (outcome.error) return sentenceOf(*outcome.error);
  return Words::tr("%1 could not be loaded and is in the folder failed").arg(file);
}

QString undoneToast(const UndoReport& undo) {
  if (undo.kept > 0)
    return Words::tr(
               "Load %1 is undone: %2 leads removed, %3 as they were before, %4 kept for the later loads that brought "
               "them too.")
        .arg(QString::number(undo.loadId), formatCount(undo.removed), formatCount(undo.restored),
             formatCount(undo.kept));
  return Words::tr("Load %1 is undone: %2 leads removed, %3 as they were before.")
      .arg(QString::number(undo.loadId), formatCount(undo.removed), formatCount(undo.restored));
}

QString maskedToast(const QString& sentence, bool masked) {
  return masked ? Words::tr("%1. Names, e-mail and phone are hidden in it.").arg(sentence) : sentence;
}

QString statusWord(LoadReport::Status status) {
  switch (status) {
    case LoadReport::Status::Loaded:
      return Words::tr("loaded");
    case LoadReport::Status::Skipped:
      return Words::tr("skipped");
    case LoadReport::Status::Failed:
      return Words::tr("failed");
    case LoadReport::Status::Validated:
      return Words::tr("checked");
    case LoadReport::Status::Undone:
      return Words::tr("undone");
  }
  return {};
}

QString stageWord(const QString& stage) {
  if (stage == QLatin1String("profile")) return Words::tr("proving the columns");
  if (stage == QLatin1String("load")) return Words::tr("loading");
  if (stage == QLatin1String("index")) return Words::tr("building the index");
  if (stage == QLatin1String("commit")) return Words::tr("writing to disk");
  if (stage == QLatin1String("undo")) return Words::tr("taking the load back");
  if (stage == QLatin1String("snapshot")) return Words::tr("copying the store");
  if (stage == QLatin1String("check")) return Words::tr("checking the copy");
  if (stage == QLatin1String("score")) return Words::tr("scoring");
  if (stage == QLatin1String("train")) return Words::tr("learning");
  if (stage == QLatin1String("evaluate")) return Words::tr("judging on leads held back");
  return Words::tr("reading the leads");
}

QString typeWord(ColumnType type) {
  switch (type) {
    case ColumnType::Text:
      return Words::tr("Text");
    case ColumnType::Integer:
      return Words::tr("Whole number");
    case ColumnType::Decimal:
      return Words::tr("Decimal");
    case ColumnType::Date:
      return Words::tr("Date");
  }
  return {};
}

QString conservationSentence(const LoadReport& load) {
  QStringList parts{newRows(load.fresh), changedRows(load.changed), sameRows(load.same)};
  if (load.superseded > 0) parts << supersededRows(load.superseded);
  parts << rejectedRows(load.quarantined);
  return Words::tr("%1 read = %2").arg(formatCount(load.parsed), parts.join(QStringLiteral(" + ")));
}

}  // namespace leadlight
