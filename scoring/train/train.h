#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/progress.h"
#include "model/frame/frame.h"
#include "scoring/scorecard.h"

namespace leadlight {

// The ways to learn a scorecard. All give the same form: points are log-odds, the link is logistic.
enum class Method {
  Auto,       // the best of the three by inner validation, the simpler one when they differ within the interval
  Frequency,  // naive Bayes with smoothing
  Logistic,   // binned and categorical terms, L2 chosen by inner cross-validation
  Boosted,    // additive terms and column pairs, boosted in turns and bagged
};
const char* nameOf(Method method);  // "auto", "frequency", "logistic", "boosted"
std::optional<Method> methodNamed(std::string_view name);

enum class Direction { Rising, Falling };

struct TrainOptions {
  Method method = Method::Boosted;
  // Columns not to learn from, besides the target and scoring's own; one that the frame does not hold is left out
  // anyway.
  std::vector<std::string> exclude;
  std::map<std::string, Direction> monotone;  // number or date columns whose points must rise or fall with the value
  std::uint64_t seed = 1;
  unsigned threads = 0;           // 0: all cores. The result is the same for any number
  bool keepUncalibrated = false;  // see Trained
};

// A column that was not learned from, and why.
struct LeftOut {
  enum class Why {
    Excluded,
    Constant,
    NoValues,
    Identifier,
    Target,
    NotNeeded,  // Frequency: does not help beside the columns that are used
  } why;
  std::string column;
};

struct Trained {
  Scorecard scorecard;  // provenance filled in; bands proposed
  Method method;        // the one used; never Auto
  std::uint64_t rows = 0;
  std::uint64_t positives = 0;
  std::vector<LeftOut> leftOut;
  // With options.keepUncalibrated: what was learned before leads left out had their say on it, to show what that did.
  // Log-odds; without name, bands and provenance.
  std::optional<Scorecard> uncalibrated;
};

// Learns a scorecard from `rows` (ascending; all of the frame when empty), looking at no other row. The points are
// calibrated out of fold. The same rows, options and seed give the same scorecard bit for bit. Stage: "train".
// Errors: UnknownColumn (target, monotone), NotTrainable when the rows hold one outcome only, too few leads
// of either outcome, or no column to learn from; Interrupted.
Result<Trained> trainScorecard(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                               const TrainOptions& options, const Progress& progress);

// Did one of the methods learn it?
bool isLearned(const Scorecard& scorecard);

// Options to learn a scorecard anew on `frame` as its provenance says it was learned. Where that does not tell what was
// excluded: all columns but those that the scorecard reads.
TrainOptions optionsOf(const Scorecard& learned, const Frame& frame);

}  // namespace leadlight
