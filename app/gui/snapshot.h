#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/frame/aggregate.h"
#include "model/frame/filter.h"
#include "model/frame/frame.h"
#include "model/frame/row_set.h"
#include "model/store/store.h"
#include "scoring/registry.h"

namespace leadlight {

// What the window knows of the store at one moment. Immutable and shared: pages keep a pointer, never a copy.
struct Snapshot {
  std::string datasetName = "leads";  // the one that is shown
  std::vector<std::string> datasets;  // all of the store
  std::optional<Dataset> dataset;     // absent: nothing was loaded yet
  Frame frame;                        // current leads, with score, probability and band when scored
  std::optional<std::int64_t> asOf;   // the load after which the leads were like this; absent: as they are now
  std::optional<Target> target;
  std::optional<RegisteredScorecard> champion;
  std::vector<RegisteredScorecard> scorecards;  // latest versions
  std::vector<LoadReport> loads;                // newest first
  std::int64_t event = 0;                       // Store::lastEvent: the leads change only together with it
  bool masked = false;                          // names, e-mail and phone are hidden in the frame
  std::vector<std::string> hidden;              // the columns concerned
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

// A chart's grouping: asked for by the charts page.
struct ViewSpec {
  std::string column;
  std::size_t bins = 20;
  std::string across = {};                     // a second category: a table of both
  std::optional<Binning::Period> period = {};  // of a date; absent: by its span
  std::string measure = {};                    // a number that is added up for each group
  bool operator==(const ViewSpec&) const = default;
};

// One chart's figures under the current filter.
struct LinkedView {
  ViewSpec spec;
  Binning binning;
  Binning across;             // a table's columns; then group r * tableSize(across) + c is row r, column c
  std::vector<Group> all;     // every lead
  std::vector<Group> groups;  // leads that pass every condition but the chart's own
  std::vector<Group> kept;    // leads that pass every condition
};

// Everything that one filter step changes, computed in a worker.
struct Linked {
  SnapshotPtr snapshot;
  std::vector<Filter> conditions;  // one per chip; all must hold
  std::vector<LinkedView> views;   // in the order of Session::setViews; a view whose column is absent has no groups
  Group kept, all;
  RowSet rows;  // rows of snapshot->frame that pass
};
using LinkedPtr = std::shared_ptr<const Linked>;

}  // namespace leadlight

#include <QMetaType>
Q_DECLARE_METATYPE(leadlight::SnapshotPtr)
Q_DECLARE_METATYPE(leadlight::LinkedPtr)
