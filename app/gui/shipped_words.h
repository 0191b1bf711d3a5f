#pragma once

#include <QString>
#include <string>

#include "scoring/registry.h"

namespace leadlight {

// The shipped scorecards in the window's language. Stored names stay as they are, and so does what is written into
// files or told by leadctl. Names and texts of other scorecards are shown as they were given.

QString scorecardTitle(const std::string& name);
QString versionTitle(const RegisteredScorecard& registered);  // "Before contact rules v2"
QString descriptionText(const Scorecard& scorecard);
QString termTitle(const std::string& scorecard, const std::string& term);  // by their names

}  // namespace leadlight
