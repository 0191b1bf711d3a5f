#pragma once

#include <optional>
#include <string>

#include "app/cli/command.h"
#include "model/base/json_writer.h"
#include "model/frame/frame_reader.h"
#include "scoring/registry.h"

namespace leadlight {

// A window that opens a store of up to so many leads finds the copies of its frame and scores made already. Beyond,
// they are left to it, so that a load of any size stays small in memory.
inline const FrameOptions copiedFrame{.columns = {}, .mostCachedRows = 2'000'000};

// Scores that were brought up to date.
struct Rescored {
  RegisteredScorecard scorecard;
  ScoreSummary summary;
};

// Scores the dataset with its champion after its leads changed; when they did not, only if leads lack a score. Nothing
// when the dataset has no champion or no leads. Not stopped by Ctrl-C: what came before it is committed already.
Result<std::optional<Rescored>> rescore(const Call& call, Store& store, const std::string& dataset, bool changed);

// promote(), shown as it goes.
Result<ScoreSummary> promoted(const Call& call, Store& store, const RegisteredScorecard& scorecard);

// The same of a version that was just added. Where it cannot score the leads, it is kept, the champion stays, and why
// comes back and is said. Errors: Interrupted, telling the same.
Result<std::optional<Error>> promotedIfItScores(const Call& call, Store& store, const RegisteredScorecard& scorecard);

// "Scored 9,240 leads with pipeline (version 1): sum 2,602, least 9, most 66, mean 26.02; A 3, B 20, …"
std::string scoredLine(const Rescored& scored);

// The fields "scored", "scorecard", "version", "sum", "min", "max", "mean", "bands".
void writeScored(JsonWriter& json, const Rescored& scored);

}  // namespace leadlight
