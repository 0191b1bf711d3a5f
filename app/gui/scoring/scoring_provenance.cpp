#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include "app/gui/scoring/scoring_words.h"
#include "app/gui/shipped_words.h"
#include "widgets/format.h"

// What a scorecard says of itself: kind, method and where it came from.

namespace leadlight {

namespace {

struct Scoring {
  Q_DECLARE_TR_FUNCTIONS(Scoring)
};

}  // namespace

QString provenanceText(const Scorecard& scorecard) {
  const Provenance& from = scorecard.provenance;
  QStringList parts;
  if (!from.description.empty()) parts << descriptionText(scorecard);
  if (!from.method.empty()) parts << Scoring::tr("Method: %1.").arg(methodTitle(from.method));
  if (from.rows > 0)
    parts << Scoring::tr("Learned from %1 leads, %2 of them converted.")
                 .arg(formatCount(from.rows), formatCount(from.positiveCount));
  if (!from.date.empty()) parts << Scoring::tr("Made on %1.").arg(dateOnly(from.date));
  if (!from.reason.empty()) parts << Scoring::tr("Why this version: %1.").arg(QString::fromStdString(from.reason));
  return parts.join(QLatin1Char(' '));
}

QString dateOnly(const std::string& iso) {
  const QDate date = QDate::fromString(QString::fromStdString(iso).left(10), Qt::ISODate);
  return date.isValid() ? QLocale().toString(date, QStringLiteral("d MMM yyyy")) : QString::fromStdString(iso);
}

QString methodTitle(const std::string& method) {
  if (method == "frequency") return Scoring::tr("frequency");
  if (method == "logistic") return Scoring::tr("logistic");
  if (method == "boosted") return Scoring::tr("boosted");
  if (method == "rules") return Scoring::tr("hand-written rules");
  return QString::fromStdString(method);
}

QString scorecardKindText(const Scorecard& scorecard) {
  const QString kind = !scorecard.provenance.method.empty() ? methodTitle(scorecard.provenance.method)
                       : scorecard.link == Link::Logistic   ? Scoring::tr("probability")
                                                            : Scoring::tr("sum of points");
  return Scoring::tr("%1, %n terms", nullptr, static_cast<int>(scorecard.terms.size())).arg(kind);
}

}  // namespace leadlight
