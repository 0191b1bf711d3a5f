#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "app/gui/scoring/scoring_evidence.h"
#include "scoring/ledger.h"
#include "scoring/registry.h"
#include "scoring/scorecard.h"
#include "widgets/ledger_view.h"
#include "widgets/score_header.h"
#include "widgets/score_points.h"
#include "widgets/score_points_grid.h"
#include "widgets/score_scale.h"

namespace leadlight {

// Scorecards, their terms and ledgers as people read them. `evidence` may be null: then nothing is said of how leads
// fared.

// The words of a ledger's lines, in order of size. REQUIRES: it is the ledger of that row of `frame`
LedgerContent ledgerContent(const Scorecard& scorecard, const Ledger& ledger, const Frame& frame, std::size_t row,
                            const ScoringEvidence* evidence);
// Does the rule hold where its one column says yes? Then its name may stand for the column's.
bool asksForYes(const RuleTerm& rule);
// "96.3% chance to convert" over "higher than 94% of all leads".
ScoreHeadline headlineOf(const Scorecard& scorecard, const Ledger& ledger, const ScoringEvidence* evidence);
// "7.1 below band A"; empty in the highest band.
QString distanceToNextBand(const Scorecard& scorecard, double score);

std::vector<ScaleBand> scaleBands(const Scorecard& scorecard);
// The scores at the ends of a scale: 0 to 100 with a logistic link, else what the terms or the leads bound.
std::pair<double, double> scoreRange(const Scorecard& scorecard, const ScoringEvidence* evidence);

// One row per group of a term. REQUIRES: index < scorecard.terms.size()
std::vector<PointsRow> termRows(const Scorecard& scorecard, std::size_t index, const Frame& frame,
                                const ScoringEvidence* evidence);
// A grid's cells, without the rows and columns where no lead is and no points are. REQUIRES: the term is a grid
PointsTable pointsTable(const Scorecard& scorecard, std::size_t index, const Frame& frame,
                        const ScoringEvidence* evidence);
// "category", "number in 8 bins", "weight 0.35 for each 1", "rule".
QString termKindText(const Term& term, const Frame& frame);
// "Score 75 or more", "50 to 75", "below 25".
QString bandRangeText(const Scorecard& scorecard, std::size_t band);
// The label of a term's column, or the term's name.
QString columnLabel(const std::string& column, const Frame& frame);
// What a line of a ledger reads: the labels of its columns, or the name of a group.
QString readsText(const LedgerLine& line, const Frame& frame);
// The largest points, in size, of all terms' groups; the scale of their bars.
double largestPoints(const Scorecard& scorecard);
// What the scorecard says of these leads, in one sentence: "The 467 leads in band A convert at 97.2%, all at 38.5%."
QString resultSentence(const RegisteredScorecard& registered, const ScoringEvidence* evidence);
// Where it comes from: its description, method, date, leads and reason.
QString provenanceText(const Scorecard& scorecard);
// "hand-written rules", "boosted"
QString methodTitle(const std::string& method);
// The date of an ISO moment as the user's locale writes it.
QString dateOnly(const std::string& iso);
// People know a lead by its number, if it has one.
QString leadName(const Frame& frame, std::size_t row);
// "logistic, 10 terms"
QString scorecardKindText(const Scorecard& scorecard);

}  // namespace leadlight
