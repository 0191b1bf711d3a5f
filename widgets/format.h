#pragma once

#include <QLocale>
#include <QString>
#include <cstdint>
#include <string>

namespace leadlight {

// Numbers, shares, sizes and dates as the user's locale (QLocale's default) writes them, with a true minus sign. Every
// text on screen that holds a number comes from here.
QString formatCount(std::uint64_t n);                 // 9,240
QString formatLeads(std::uint64_t n);                 // 1 lead; 9,240 leads
QString formatDecimal(double value, int digits = 1);  // 26.0; NaN: a dash
QString formatSigned(double value, int digits = 2);   // +2.54, −0.62
QString formatPercent(double share, int digits = 1);  // 0.385 -> 38.5%; NaN: a dash
QString formatPoints(double share, int digits = 1);   // 0.309 -> +30.9 pts
QString formatBytes(std::uint64_t bytes);             // 2.4 MB
QString formatSeconds(double seconds);                // 0.8 s, 14 s, 3 min
QString formatDateTime(const QString& iso);           // local date and time of an ISO 8601 UTC text
// A number that QLocale wrote, with the mark that Qt 6.4 forgets where a locale groups from five digits on: not
// "1234.567" but "1.234.567" in Spanish.
QString grouped(QString number, const QLocale& locale = QLocale());
// The rate of a group: one decimal, whole below 30 leads, a dash for none.
QString formatRate(std::uint64_t positives, std::uint64_t n);
// A count as tr() takes it to choose the plural.
int pluralOf(std::uint64_t n);
// The name without folders.
QString fileNameOf(const std::string& path);

// Fewer leads than this are too few for a rate: hollow and grey.
inline constexpr std::uint64_t fewLeads = 30;

}  // namespace leadlight
