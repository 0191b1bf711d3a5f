#pragma once

#include <QListWidget>
#include <vector>

#include "scoring/registry.h"
#include "widgets/theme.h"

namespace leadlight {

// The scorecards to choose from: name with a crown for the champion, kind and version beneath.
class ScorecardList final : public QListWidget, public Themed {
  Q_OBJECT

 public:
  explicit ScorecardList(QWidget* parent = nullptr);
  // Keeps the choice by name; else chooses the champion, else the first.
  void show(const std::vector<RegisteredScorecard>& scorecards);
  int chosen() const { return currentRow(); }
  void applyTheme(const Theme& theme) override;

 private:
  class Delegate;
  Delegate* delegate_;
};

}  // namespace leadlight
