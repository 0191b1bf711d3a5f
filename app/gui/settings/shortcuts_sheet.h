#pragma once

#include <QDialog>
#include <vector>

#include "app/gui/palette/action.h"

namespace leadlight {

class Page;

// F1: every key of the window, by group, and what the pages say of theirs.
class ShortcutsSheet : public QDialog {
  Q_OBJECT

 public:
  ShortcutsSheet(const Actions& actions, const std::vector<Page*>& pages, QWidget* parent);
};

}  // namespace leadlight
