#pragma once

#include <QString>

#include "app/gui/snapshot.h"
#include "scoring/evaluate/insight.h"

namespace leadlight {

// For a worker. Row `row` of `lead`, which may be the snapshot's frame. Without a champion there is nothing to say.
LeadInsight insightOf(const Snapshot& snapshot, const Frame& lead, std::size_t row, const Progress& progress);

// "Of the 20 past leads most like it, 14 converted (70%, 48 to 86%)." Empty without an outcome.
QString similarSentence(const LeadInsight& insight);
// "Band A takes 2 changes: Source to Reference, Visits to 4." `frame` gives labels and types.
QString stepSentence(const LeadInsight& insight, const Frame& frame);

}  // namespace leadlight
