#pragma once

#include <QString>
#include <cstdint>
#include <vector>

#include "app/gui/scoring/scoring_study.h"
#include "scoring/registry.h"
#include "widgets/band_moves.h"

namespace leadlight {

// A figure of two scorecards on the same leads.
struct FigurePair {
  enum class As { Metric, Times, Share };
  QString name;
  double champion = 0, challenger = 0;
  Estimate difference;  // challenger less champion; low and high are NaN when no interval is known
  bool lessIsBetter = false;
  As as = As::Metric;
};

// A lead that the two see most differently.
struct StudyMover {
  std::int64_t leadId = 0;
  std::uint32_t row = 0;  // of the frame
  double champion = 0, challenger = 0;
  bool won = false;
};

// Two scorecards on the leads that both judge.
struct StudyComparison {
  std::vector<FigurePair> figures;
  BandMoves moves;
  std::uint64_t moved = 0;         // leads that change band
  std::vector<StudyMover> movers;  // greatest difference of rank first
  std::uint64_t leads = 0;
  bool hasOutcome = false;
  // Judged on leads that it had seen, which flatters it. Who was written by hand has seen none.
  bool championFlattered = false, challengerFlattered = false;
};

// For a worker. Both studies are of the same frame.
StudyComparison comparisonOf(const RegisteredScorecard& champion, const ScoringStudy& championStudy,
                             const RegisteredScorecard& challenger, const ScoringStudy& challengerStudy,
                             const Frame& frame);

}  // namespace leadlight
