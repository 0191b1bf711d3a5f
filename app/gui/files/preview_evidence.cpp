#include "app/gui/files/preview_evidence.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <optional>

#include "app/gui/files/preview.h"
#include "app/gui/sentences.h"
#include "model/base/text.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

constexpr std::uint64_t mostCategories = 100;
constexpr int longestShown = 32, examplesShown = 5;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Evidence)
};

QString shortened(const std::string& value) {
  const QString text = QString::fromStdString(value).simplified();
  return text.size() <= longestShown ? text : text.left(longestShown - 1) + QStringLiteral("…");
}

bool onlyTwoAnswers(const ColumnProfile& column) {
  const auto isAnswer = [](const ColumnProfile::Counted& one) {
    const std::string word = lowered(one.value);
    return word == "0" || word == "1" || word == "yes" || word == "no" || word == "true" || word == "false";
  };
  return column.distinct == 2 && column.frequent.size() == 2 &&
         std::all_of(column.frequent.begin(), column.frequent.end(), isAnswer);
}

// Two frequent values that are one but for their capitals.
std::optional<EvidenceLine> capitals(const ColumnProfile& column) {
  for (std::size_t i = 0; i < column.frequent.size(); ++i)
    for (std::size_t k = i + 1; k < column.frequent.size(); ++k) {
      const auto &a = column.frequent[i], &b = column.frequent[k];
      if (!equalsIgnoringCase(a.value, b.value)) continue;
      return EvidenceLine{Words::tr("%1 %2 and %3 %4 differ only in capitals")
                              .arg(shortened(a.value), formatCount(a.count), shortened(b.value), formatCount(b.count)),
                          true};
    }
  return std::nullopt;
}

QString orderWord(DateOrder order) {
  switch (order) {
    case DateOrder::YearMonthDay:
      return Words::tr("year first");
    case DateOrder::DayMonthYear:
      return Words::tr("day first");
    case DateOrder::MonthDayYear:
      return Words::tr("month first");
  }
  return {};
}

QString numberLine(const ColumnProfile& column) {
  QStringList parts;
  if (column.type == ColumnType::Integer)
    parts << Words::tr("%1 of %2 whole").arg(formatCount(column.integers), formatCount(column.values));
  else if (column.decimalMark == ',')
    parts << Words::tr("comma as decimal mark");
  else
    parts << Words::tr("point as decimal mark");
  parts << (column.keyCandidate ? Words::tr("all distinct")
                                : Words::tr("%1 to %2").arg(shortened(column.least), shortened(column.greatest)));
  return parts.join(QStringLiteral(", "));
}

EvidenceLine dateLine(const ColumnProfile& column) {
  if (column.ambiguousDates)
    return {Words::tr("day first or month first: no day is above 12, such as %1")
                .arg(column.examples.empty() ? QString() : shortened(column.examples.front())),
            true};
  return {Words::tr("%1 dates, %2, %3 to %4")
              .arg(formatCount(column.values), orderWord(column.dates), shortened(column.least),
                   shortened(column.greatest))};
}

QString placeholderLine(const ColumnProfile::Placeholder& one, const ColumnProfile& column) {
  const QString value = shortened(one.value), count = formatCount(one.count);
  if (column.empty == 0) return Words::tr("\"%1\" in %2 rows", nullptr, pluralOf(one.count)).arg(value, count);
  return Words::tr("\"%1\" in %2 rows, empty in %3", nullptr, pluralOf(one.count))
      .arg(value, count, formatCount(column.empty));
}

EvidenceLine textLine(const ColumnProfile& column, std::uint64_t rows) {
  if (column.keyCandidate)
    return {Words::tr("all %1 distinct, up to %2 characters", nullptr, pluralOf(column.longest))
                .arg(formatCount(rows), formatCount(column.longest))};
  if (column.leadingZeros > 0)
    return {Words::tr("%1 values with leading zeros, kept as text", nullptr, pluralOf(column.leadingZeros))
                .arg(formatCount(column.leadingZeros))};
  if (column.longNumbers > 0)
    return {Words::tr("%1 numbers too long for a number column, kept as text", nullptr, pluralOf(column.longNumbers))
                .arg(formatCount(column.longNumbers))};
  if (const auto found = capitals(column)) return *found;
  if (column.integers > 0 || column.decimals > 0)
    return {Words::tr("%1 of %2 are numbers, the rest is not")
                .arg(formatCount(std::max(column.integers, column.decimals)), formatCount(column.values))};
  const QString values = Words::tr("%1 values", nullptr, pluralOf(column.distinct)).arg(formatCount(column.distinct));
  if (column.frequent.empty() || column.distinct > mostCategories) return {values};
  const ColumnProfile::Counted& most = column.frequent.front();
  return {Words::tr("%1, most often %2 (%3)").arg(values, shortened(most.value), formatCount(most.count))};
}

}  // namespace

bool isConstant(const ColumnProfile& column) { return column.distinct <= 1; }

QString kindWord(const ColumnProfile& column) {
  if (isConstant(column)) return column.values == 0 ? Words::tr("Empty") : Words::tr("Constant");
  if (onlyTwoAnswers(column)) return Words::tr("Yes / no");
  const bool repeats = column.distinct <= mostCategories && column.distinct * 2 <= column.values;
  return column.type == ColumnType::Text && repeats ? Words::tr("Category") : typeWord(column.type);
}

EvidenceLine evidenceLine(const ColumnProfile& column, std::uint64_t rows) {
  for (const ColumnProfile::Placeholder& one : column.placeholders)
    if (isPlaceholder(one)) return {placeholderLine(one, column), !one.known};
  if (column.values == 0) return {Words::tr("empty in every row")};
  if (column.distinct == 1) {
    const QString value = column.frequent.empty() ? shortened(column.least) : shortened(column.frequent.front().value);
    return {column.values == rows ? Words::tr("\"%1\" in all %2 rows").arg(value, formatCount(rows))
                                  : Words::tr("\"%1\" in %2 rows, the rest is empty", nullptr, pluralOf(column.values))
                                        .arg(value, formatCount(column.values))};
  }
  if (onlyTwoAnswers(column)) {
    const auto &a = column.frequent[0], &b = column.frequent[1];
    return {Words::tr("only %1 (%2) and %3 (%4)")
                .arg(shortened(a.value), formatCount(a.count), shortened(b.value), formatCount(b.count))};
  }
  if (!column.eitherMark.empty())
    return {Words::tr("decimals or thousands: nothing tells, such as %1").arg(shortened(column.eitherMark)), true};
  switch (column.type) {
    case ColumnType::Integer:
    case ColumnType::Decimal:
      return {numberLine(column)};
    case ColumnType::Date:
      return dateLine(column);
    case ColumnType::Text:
      break;
  }
  return textLine(column, rows);
}

QString evidenceDetails(const ColumnProfile& column) {
  QStringList lines;
  const auto count = [&lines](const QString& name, std::uint64_t n) {
    if (n > 0) lines << name + QStringLiteral(": ") + formatCount(n);
  };
  count(Words::tr("Filled"), column.values);
  count(Words::tr("Empty"), column.empty);
  for (const ColumnProfile::Placeholder& one : column.placeholders)
    count(QStringLiteral("\"%1\"").arg(shortened(one.value)), one.count);
  count(Words::tr("Whole numbers"), column.integers);
  count(Words::tr("Numbers"), column.decimals);
  count(Words::tr("Yes or no"), column.booleans);
  count(Words::tr("With leading zeros"), column.leadingZeros);
  count(Words::tr("Of 17 digits or more"), column.longNumbers);
  count(Words::tr("Dates, year first"), column.yearFirst);
  count(Words::tr("Dates, day first"), column.dayFirst);
  count(Words::tr("Dates, month first"), column.monthFirst);
  lines << (column.distinctIsExact ? Words::tr("Different values: %1") : Words::tr("Different values: about %1"))
               .arg(formatCount(column.distinct));
  if (!column.least.empty())
    lines << Words::tr("From %1 to %2").arg(shortened(column.least), shortened(column.greatest));
  count(Words::tr("Longest, in characters"), column.longest);
  QStringList frequent;
  for (const ColumnProfile::Counted& one : column.frequent)
    if (frequent.size() < examplesShown && one.count > 1)
      frequent << QStringLiteral("%1 (%2)").arg(shortened(one.value), formatCount(one.count));
  if (!frequent.isEmpty()) lines << Words::tr("Most frequent: %1").arg(frequent.join(QStringLiteral(", ")));
  QStringList examples;
  for (const std::string& one : column.examples)
    if (examples.size() < examplesShown) examples << shortened(one);
  if (frequent.isEmpty() && !examples.isEmpty())
    lines << Words::tr("For example: %1").arg(examples.join(QStringLiteral(", ")));
  return lines.join(QLatin1Char('\n'));
}

}  // namespace leadlight
