#include "app/gui/calls/calls_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "app/gui/shipped_words.h"
#include "model/schema/personal.h"
#include "widgets/format.h"
#include "widgets/value_text.h"

namespace leadlight {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Calls)
};

QString utf8(const std::string& text) { return QString::fromStdString(text); }

QString plainReason(const CallReason& reason, const QString& term) {
  using Kind = CallReason::Kind;
  const QString value = utf8(reason.value).simplified();
  switch (reason.kind) {
    case Kind::CameBy:
      return Words::tr("Came by %1").arg(value);
    case Kind::CameThrough:
      return Words::tr("Came through %1").arg(value);
    case Kind::TimeOnSite:
      return reason.number < 120
                 ? Words::tr("%n seconds on the website", nullptr, static_cast<int>(reason.number))
                 : Words::tr("%n minutes on the website", nullptr, static_cast<int>(reason.number / 60));
    case Kind::Visits:
      return Words::tr("%n visits", nullptr, static_cast<int>(reason.number));
    case Kind::Occupation:
      return Words::tr("Occupation: %1").arg(value);
    case Kind::LastActivity:
      return Words::tr("Last activity: %1").arg(value);
    case Kind::LastNotableActivity:
      return Words::tr("Last notable activity: %1").arg(value);
    case Kind::LivesIn:
      return Words::tr("Lives in %1").arg(value);
    case Kind::NotTold:
      return Words::tr("%1: not told").arg(term);
    case Kind::Other:
      break;
  }
  return QStringLiteral("%1: %2").arg(term, value);
}

QString counted(std::uint64_t count, const QString& text) {
  return QString(text).replace(QString::number(count), formatCount(count));
}

}  // namespace

QString reasonText(const CallReason& reason, const std::string& scorecard) {
  return QStringLiteral("%1 (%2)").arg(plainReason(reason, termTitle(scorecard, reason.term)),
                                       pointsText(reason.points));
}

CallWords callWords(const std::string& scorecard) {
  CallWords words;
  words.day = Words::tr("Day").toStdString();
  words.place = Words::tr("Call").toStdString();
  words.lead = Words::tr("Lead").toStdString();
  words.score = Words::tr("Score").toStdString();
  words.band = Words::tr("Band").toStdString();
  words.why = Words::tr("Why").toStdString();
  words.about = Words::tr("About").toStdString();
  words.title = [](const std::string& person) { return Words::tr("Calls of %1").arg(utf8(person)).toStdString(); };
  words.number = [](double score) { return formatDecimal(score).toStdString(); };
  words.reason = [scorecard](const CallReason& reason) { return reasonText(reason, scorecard).toStdString(); };
  return words;
}

QString callsResult(const DealtCalls& list, std::size_t people) {
  const std::uint64_t calls = list.calls.size();
  return Words::tr("%1 for %2")
      .arg(counted(calls, Words::tr("%n calls", nullptr, static_cast<int>(calls))),
           Words::tr("%n people", nullptr, static_cast<int>(people)));
}

QString leftOutText(const DealtCalls& list) {
  QStringList parts;
  const auto add = [&](std::uint64_t count, const QString& why) {
    if (count > 0) parts << Words::tr("%1 left out: %2").arg(formatCount(count), why);
  };
  add(list.doNotCall, Words::tr("do not call"));
  add(list.doNotEmail, Words::tr("do not e-mail"));
  add(list.converted, Words::tr("converted already"));
  add(list.unscored, Words::tr("no score"));
  if (list.later > 0) parts << Words::tr("%1 for later").arg(formatCount(list.later));
  return parts.isEmpty() ? Words::tr("Nobody is left out.") : parts.join(QStringLiteral("  ·  "));
}

QString contactText(const std::vector<std::string>& columns, const std::vector<std::string>& values) {
  QString text;
  bool afterName = false;
  for (std::size_t i = 1; i < std::min(columns.size(), values.size()); ++i) {
    if (values[i].empty()) continue;
    const bool name = personalByName(columns[i]) == Personal::Name;
    if (!text.isEmpty()) text += afterName && name ? QStringLiteral(" ") : QStringLiteral(" · ");
    text += utf8(values[i]);
    afterName = name;
  }
  return text;
}

std::vector<ExportFact> callFacts(const Snapshot& snapshot, const std::vector<Filter>& conditions,
                                  const DealtCalls& list, std::size_t people) {
  std::vector<ExportFact> facts;
  const auto add = [&](const QString& name, const QString& value) {
    facts.emplace_back(name.toStdString(), value.toStdString());
  };
  QStringList filters;
  for (const Filter& condition : conditions) filters << utf8(condition.text());
  add(Words::tr("Call list"), callsResult(list, people));
  add(Words::tr("Left out"), leftOutText(list));
  add(Words::tr("Filter"), filters.isEmpty() ? Words::tr("all leads") : filters.join(QStringLiteral(" and ")));
  if (snapshot.champion)
    add(Words::tr("Scorecard"),
        QStringLiteral("%1 v%2").arg(utf8(snapshot.champion->stored.name)).arg(snapshot.champion->stored.version));
  if (!snapshot.loads.empty())
    add(Words::tr("Latest load"),
        QStringLiteral("%1, %2").arg(snapshot.loads.front().id).arg(fileNameOf(snapshot.loads.front().file)));
  add(Words::tr("Written"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
  return facts;
}

}  // namespace leadlight
