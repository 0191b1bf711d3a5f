#include "widgets/value_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <cmath>

#include "model/base/calendar.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

constexpr QChar trueMinus(0x2212);
constexpr std::int64_t secondsPerDay = 86400;

// A leading minus sign of whatever form the locale uses, made a true one.
QString withTrueMinus(QString text) {
  if (text.startsWith(QLatin1Char('-'))) text[0] = trueMinus;
  return text;
}

}  // namespace

QString unknownText() { return QCoreApplication::translate("leadlight", "Unknown"); }

QString pointsText(double points) { return formatSigned(points, points == std::round(points) ? 0 : 2); }

int pointsSign(double points) { return std::abs(points) < 0.005 ? 0 : points > 0 ? 1 : -1; }

QString shortestNumber(double number) {
  if (!std::isfinite(number)) return {};
  return withTrueMinus(QLocale().toString(number, 'f', QLocale::FloatingPointShortest));
}

QString dateText(std::int64_t seconds) {
  const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
  const bool midnight = seconds % secondsPerDay == 0;
  return midnight ? QLocale().toString(moment.date(), QLocale::ShortFormat)
                  : QLocale().toString(moment.date(), QLocale::ShortFormat) + QLatin1Char(' ') +
                        QLocale().toString(moment.time(), QLocale::ShortFormat);
}

QString valueText(const Column& column, std::size_t row, bool identifier) {
  switch (column.type()) {
    case ColumnType::Text:
      return QString::fromStdString(column.dictionary()[column.code(row)]);
    case ColumnType::Integer: {
      const qlonglong value = column.integers()[row];
      return identifier ? QString::number(value) : withTrueMinus(grouped(QLocale().toString(value)));
    }
    case ColumnType::Decimal:
      return shortestNumber(column.decimals()[row]);
    case ColumnType::Date:
      return dateText(column.integers()[row]);
  }
  return {};
}

QString canonicalText(const std::string& text, ColumnType type, bool identifier) {
  const QString plain = QString::fromStdString(text);
  bool isNumber = false;
  switch (type) {
    case ColumnType::Text:
      return plain;
    case ColumnType::Integer: {
      const qlonglong value = plain.toLongLong(&isNumber);
      return isNumber && !identifier ? withTrueMinus(grouped(QLocale().toString(value))) : plain;
    }
    case ColumnType::Decimal: {
      const double value = plain.toDouble(&isNumber);
      return isNumber ? shortestNumber(value) : plain;
    }
    case ColumnType::Date: {
      const std::optional<DateTime> moment = parseDate(text, DateOrder::YearMonthDay);
      return moment ? dateText(moment->seconds) : plain;
    }
  }
  return plain;
}

}  // namespace leadlight
