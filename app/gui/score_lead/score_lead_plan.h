#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "app/gui/snapshot.h"
#include "model/base/progress.h"
#include "widgets/form_slider.h"

namespace leadlight {

// One field of the form that scores a typed lead.
struct FieldPlan {
  enum class Kind { Number, Choice, Switch, Text };

  std::string column;
  QString label;
  Kind kind = Kind::Text;
  bool whole = false;   // Number: no decimals
  SliderScale scale;    // Number: the range that leads have, cut at the scorecard's edges
  QStringList values;   // Choice, Switch: real values, most frequent first
  QStringList samples;  // values worth trying, for what-if; never empty but for Text
  QString typical;      // the middle number or the most frequent value; "" when most leads have none
};

// A field per column that the scorecard reads, numbers first. For a worker: it looks at every lead.
std::vector<FieldPlan> planForm(const Scorecard& scorecard, const Frame& frame, const Progress& progress);

// A frame without rows whose columns are those of `frame` that the scorecard reads: types and labels for frameOfOne().
Frame frameLike(const Scorecard& scorecard, const Frame& frame);

}  // namespace leadlight
