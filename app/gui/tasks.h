#pragma once

#include <filesystem>
#include <string>

#include "app/gui/snapshot.h"
#include "model/base/progress.h"

namespace leadlight {

// What the session does with its store in the writer's thread. No Qt.

// Reads everything the window knows of one dataset. Leads without a score of the champion are scored first. A store
// without any dataset gives a snapshot of its loads alone. Stages: "read", "score".
Result<SnapshotPtr> readSnapshot(Store& store, const std::string& dataset, const Progress& progress);

// The dataset that the window shows: `wanted` if there is one of that name, else "leads", else the only other one.
std::string shownDataset(Store& store, const std::string& wanted);

// Registers a scorecard file and returns it. Errors: NotFound, Io, BadScorecard.
Result<RegisteredScorecard> importScorecardFile(Store& store, const std::filesystem::path& file);

}  // namespace leadlight
