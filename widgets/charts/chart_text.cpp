#include "widgets/charts/chart_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace leadlight {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Charts)
};

}  // namespace

QString shareText(const Group& group) { return formatRate(group.converted, group.leads); }

QString intervalText(const Rate& rate) {
  return Words::tr("%1 to %2").arg(formatDecimal(100 * rate.low), formatPercent(rate.high));
}

QString numberText(double value) {
  for (int digits = 0; digits < 6; ++digits) {
    const double scaled = value * std::pow(10.0, digits);
    if (std::abs(scaled - std::round(scaled)) < 1e-6) return formatDecimal(value, digits);
  }
  return formatDecimal(value, 6);
}

QString periodText(double seconds, HistogramModel::Scale scale) {
  const QDate date = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds), Qt::UTC).date();
  switch (scale) {
    case HistogramModel::Scale::Year:
      return QString::number(date.year());
    case HistogramModel::Scale::Month:
      return QLocale().toString(date, QStringLiteral("MMM yyyy"));
    default:
      return QLocale().toString(date, QStringLiteral("d MMM yyyy"));
  }
}

QString rangeText(const ChartRange& range, HistogramModel::Scale scale) {
  const bool number = scale == HistogramModel::Scale::Number || scale == HistogramModel::Scale::EachValue;
  const bool whole = scale != HistogramModel::Scale::Number;  // the upper bound is the last one inside
  const auto text = [&](double value) { return number ? numberText(value) : periodText(value, scale); };
  if (std::isnan(range.from) && std::isnan(range.below)) return Words::tr("any");
  if (std::isnan(range.below))
    return number ? Words::tr("%1 or more").arg(text(range.from)) : Words::tr("from %1").arg(text(range.from));
  if (std::isnan(range.from)) return Words::tr("below %1").arg(text(range.below));
  const QString from = text(range.from), to = text(whole ? range.below - 1 : range.below);
  return from == to ? from : Words::tr("%1 to %2").arg(from, to);
}

double roundStep(double max, int parts, double least) {
  if (!(max > 0)) return std::max(1.0, least);
  const double rough = std::max(max / parts, least);
  const double power = std::pow(10.0, std::floor(std::log10(rough) + 1e-9));
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    const bool whole = least < 1 || factor * power == std::floor(factor * power);
    if (whole && rough <= factor * power * (1 + 1e-9)) return factor * power;
  }
  return 10 * power;
}

QString elided(const QString& text, const QFont& font, double width) {
  return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

double textWidth(const QFont& font, const QString& text) { return QFontMetricsF(font).horizontalAdvance(text); }

double crisp(double position) { return std::floor(position) + 0.5; }

}  // namespace leadlight
