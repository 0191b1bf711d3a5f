#include "app/gui/charts/charts_stamp.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include "app/gui/filters/condition_chips.h"
#include "widgets/format.h"

namespace leadlight {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChartsStamp)
};

}  // namespace

QString filterWords(const Linked& linked) {
  if (linked.conditions.empty()) return Words::tr("no filter");
  QStringList parts;
  for (const Chip& chip : chipsOf(linked.conditions, *linked.snapshot))
    parts << (chip.excluded ? Words::tr("not %1 %2") : Words::tr("%1 %2")).arg(chip.field, chip.value);
  return Words::tr("Filter: %1").arg(parts.join(QStringLiteral("; ")));
}

QString stampOf(const Linked& linked) {
  const Snapshot& snapshot = *linked.snapshot;
  QStringList parts{Words::tr("%1 of %2 leads").arg(formatCount(linked.kept.leads), formatCount(linked.all.leads)),
                    filterWords(linked)};
  if (snapshot.champion)
    parts << Words::tr("scorecard %1 v%2")
                 .arg(QString::fromStdString(snapshot.champion->scorecard.name))
                 .arg(snapshot.champion->stored.version);
  for (const LoadReport& load : snapshot.loads) {
    if (snapshot.asOf && load.id != *snapshot.asOf) continue;
    parts << Words::tr("load %1, %2").arg(load.id).arg(fileNameOf(load.file));
    break;
  }
  parts << QLocale().toString(QDate::currentDate(), QStringLiteral("d MMM yyyy"));
  return parts.join(QStringLiteral(" · "));
}

}  // namespace leadlight
