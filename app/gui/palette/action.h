#pragma once

#include <QKeySequence>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "widgets/icons.h"

namespace leadlight {

// One thing that the window can do, as a value: listed by the palette and the shortcuts sheet, run by its keys. Lists
// of actions are made when they are asked for, so that words and `enabled` are those of the moment.
struct Action {
  QString id;     // fixed, e.g. "page.charts"
  QString group;  // translated, e.g. "Pages": its heading in the shortcuts sheet
  QString words;  // translated, e.g. "Go to Charts"
  QKeySequence keys;
  Icon icon = Icon::After;
  std::function<void()> run;
  bool enabled = true;
};
using Actions = std::vector<Action>;

}  // namespace leadlight
