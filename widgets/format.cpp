#include "widgets/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>

namespace leadlight {

namespace {

constexpr QChar dash(0x2013);
constexpr QChar minus(0x2212);

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Format)
};

QString magnitude(double value, int digits) { return grouped(QLocale().toString(std::abs(value), 'f', digits)); }

// Does `value` print as something other than zero?
bool isVisible(double value, int digits) { return std::abs(value) * std::pow(10.0, digits) >= 0.5; }

}  // namespace

QString grouped(QString number, const QLocale& locale) {
  const qsizetype mark = number.indexOf(locale.groupSeparator());
  if (mark >= 4 && number[mark - 4].isDigit()) number.insert(mark - 3, locale.groupSeparator());
  return number;
}

QString formatCount(std::uint64_t n) { return grouped(QLocale().toString(static_cast<qulonglong>(n))); }

QString formatLeads(std::uint64_t n) { return Words::tr("%1 leads", nullptr, pluralOf(n)).arg(formatCount(n)); }

QString formatDecimal(double value, int digits) {
  if (std::isnan(value)) return dash;
  return (value < 0 && isVisible(value, digits) ? QString(minus) : QString()) + magnitude(value, digits);
}

QString formatSigned(double value, int digits) {
  if (std::isnan(value)) return dash;
  if (!isVisible(value, digits)) return magnitude(0, digits);
  return (value < 0 ? minus : QChar('+')) + magnitude(value, digits);
}

QString formatPercent(double share, int digits) {
  if (std::isnan(share)) return dash;
  //: A share in percent; %1 is the number. Spanish puts a narrow space before the sign.
  return Words::tr("%1%").arg(formatDecimal(100 * share, digits));
}

QString formatPoints(double share, int digits) {
  //: A difference of two shares in percentage points
  return Words::tr("%1 pts").arg(formatSigned(100 * share, digits));
}

QString formatBytes(std::uint64_t bytes) {
  static constexpr std::array<const char*, 4> units = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return Words::tr("%1 bytes").arg(formatCount(bytes));
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; value >= 999.5 && unit + 1 < units.size(); ++unit) value /= 1000;
  return QLocale().toString(value, 'f', value < 9.95 ? 1 : 0) + QChar(0xA0) + QLatin1String(units[unit]);
}

QString formatSeconds(double seconds) {
  if (seconds < 0.95) return Words::tr("%1 s").arg(magnitude(std::max(seconds, 0.1), 1));
  if (seconds < 90) return Words::tr("%1 s").arg(magnitude(std::round(seconds), 0));
  if (seconds < 5400) return Words::tr("%1 min").arg(magnitude(std::round(seconds / 60), 0));
  return Words::tr("%1 h").arg(magnitude(seconds / 3600, 1));
}

QString formatDateTime(const QString& iso) {
  QDateTime moment = QDateTime::fromString(iso, Qt::ISODate);
  if (!moment.isValid()) return iso;
  return QLocale().toString(moment.toLocalTime(), QStringLiteral("d MMM yyyy HH:mm"));
}

QString formatRate(std::uint64_t positives, std::uint64_t n) {
  if (n == 0) return dash;
  return formatPercent(static_cast<double>(positives) / static_cast<double>(n), n < fewLeads ? 0 : 1);
}

int pluralOf(std::uint64_t n) { return static_cast<int>(std::min<std::uint64_t>(n, 2'000'000'000)); }

QString fileNameOf(const std::string& path) { return QFileInfo(QString::fromStdString(path)).fileName(); }

}  // namespace leadlight
