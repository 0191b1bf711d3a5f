#pragma once

#include <string>
#include <vector>

#include "app/gui/snapshot.h"

namespace leadlight::testing {

// A file of leads as a snapshot without a store: a column of digits is Integer, every other Text. `scorecard` (a file
// of resources/) scores it when given. An empty frame when the file is absent.
Snapshot snapshotOfFile(const std::string& file, char separator, const Target& target,
                        const std::string& scorecard = {});

// The linked state computed the plain way: each view by applying the filters anew. The opposite of the cross-filter's
// increments, so that both can be compared.
Linked linkedPlainly(const SnapshotPtr& snapshot, const std::vector<ViewSpec>& views,
                     const std::vector<Filter>& conditions);

}  // namespace leadlight::testing
