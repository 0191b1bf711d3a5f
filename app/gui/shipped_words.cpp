#include "app/gui/shipped_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace leadlight {

namespace {

constexpr std::array names = {QT_TRANSLATE_NOOP("ShippedScorecards", "Activity, grade, stage"),
                              QT_TRANSLATE_NOOP("ShippedScorecards", "Before contact rules")};

// Of both, in the words of resources/scorecards: here only for the translators.
[[maybe_unused]] constexpr std::array texts = {
    QT_TRANSLATE_NOOP("ShippedScorecards",
                      "The scoring function of a CRM pipeline: the activity score, plus points for the grade and for "
                      "the stage of the lead."),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Activity score"),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Grade"),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Stage"),
    QT_TRANSLATE_NOOP("ShippedScorecards",
                      "Hand-written rules for course enquiries from 0 to 100 points, from what is known before anyone "
                      "has talked to the lead: how it came, what it did on the website, what it told about itself."),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Time on the website"),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Visits"),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Source"),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Origin"),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Occupation"),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Specialization"),
    QT_TRANSLATE_NOOP("ShippedScorecards", "Wants no e-mail")};

// The shipped scorecard whose name this is; in a dataset of another name it is called "name (dataset)". Null for none.
const char* shippedName(const std::string& name) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const char* shipped) {
    const std::string text(shipped);
    return name == text || (name.starts_with(text + " (") && name.ends_with(")"));
  });
  return found == names.end() ? nullptr : *found;
}

QString translated(const char* text) { return QCoreApplication::translate("ShippedScorecards", text); }

QString shippedText(const std::string& scorecard, const std::string& text) {
  const bool shipped = !text.empty() && shippedName(scorecard) != nullptr;
  return shipped ? translated(text.c_str()) : QString::fromStdString(text);
}

}  // namespace

QString scorecardTitle(const std::string& name) {
  const char* shipped = shippedName(name);
  if (!shipped) return QString::fromStdString(name);
  return translated(shipped) + QString::fromStdString(name.substr(std::string_view(shipped).size()));
}

QString versionTitle(const RegisteredScorecard& registered) {
  return QStringLiteral("%1 v%2").arg(scorecardTitle(registered.stored.name),
                                      QString::number(registered.stored.version));
}

QString descriptionText(const Scorecard& scorecard) {
  return shippedText(scorecard.name, scorecard.provenance.description);
}

QString termTitle(const std::string& scorecard, const std::string& term) { return shippedText(scorecard, term); }

}  // namespace leadlight
