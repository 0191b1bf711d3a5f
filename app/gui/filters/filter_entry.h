#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/filter_history.h"
#include "model/base/result.h"
#include "model/frame/filter_hint.h"
#include "model/frame/frame.h"

namespace leadlight {

// What a typed filter does to the session's conditions: one for each column it names, so that charts of these columns
// show them, and one for what cannot be taken apart. `empty` has the columns and needs no rows. `edited`: the condition
// that the text replaces; without it, a second condition on a column joins the first. Errors: those of parseFilter and
// apply.
using FilterChanges = std::vector<std::pair<std::string, std::optional<Filter>>>;
Result<FilterChanges> filterChanges(const std::string& text, const Frame& empty, const FilterHistory::Conditions& now,
                                    const std::optional<std::string>& edited);

// The error as a person reads it, in their language.
QString filterSentence(const Error& error);

// One thing that can be typed next.
struct FilterOffer {
  QString shown;
  QString insert;
  QString note;  // how many leads, or what type
};
using ValueCounts = std::vector<std::pair<std::string, std::uint64_t>>;
// What suits the hint, those that begin with its prefix first. `counts`: the values of the hint's column, once known.
std::vector<FilterOffer> filterOffers(const FilterHint& hint, const Frame& empty, const ValueCounts& counts);

}  // namespace leadlight
