#pragma once

#include <QFrame>
#include <vector>

#include "app/gui/snapshot.h"
#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"
#include "widgets/theme.h"

class QMenu;
class QVBoxLayout;

namespace leadlight {

class NavButton;

// The panel at the left: pages, the dataset, its champion scorecard, and what never leaves the machine. 208 px wide,
// collapsed 56 px.
class SidePanel : public QFrame, public Themed {
  Q_OBJECT

 public:
  explicit SidePanel(QWidget* parent = nullptr);

  void addPage(Icon icon, const QString& word);
  void setCurrent(int page);
  void setCount(int page, const QString& count);
  void display(const SnapshotPtr& snapshot);
  void setCollapsed(bool collapsed);
  bool collapsed() const { return collapsed_; }
  void applyTheme(const Theme& theme) override;
  QMenu* settingsMenu() { return settings_; }
  QMenu* viewsMenu() { return viewsMenu_; }
  void setViewCount(const QString& count);
  NavButton* searchButton() { return search_; }

 signals:
  void pageChosen(int page);
  void collapsedChanged(bool collapsed);
  void datasetChosen(const QString& name);
  void championChosen(qint64 scorecardId);
  void themeToggled();
  void openStoreAsked();
  void refreshAsked();
  void searchAsked();

 private:
  struct PickCard {
    QLabel* section;
    QFrame* box;
    ElidedLabel* name;
    QLabel* icon;
    ElidedLabel* note;
    Button* more;
    QMenu* menu;
  };
  PickCard addCard(QVBoxLayout* rows, const QString& section, const QString& name);
  void displayDatasets(const Snapshot& snapshot);
  NavButton* addRow(QVBoxLayout* rows, Icon icon, const QString& word, const QString& keys);
  void displayScorecards(const Snapshot& snapshot);

  Theme theme_ = lightTheme();
  bool collapsed_ = false;
  std::vector<NavButton*> pages_;
  QLabel* mark_;
  QLabel* brand_;
  Button* collapse_;
  QVBoxLayout* pageRows_;
  NavButton* search_;
  NavButton* views_;
  QMenu* viewsMenu_;
  PickCard dataset_, scorecard_;
  QLabel* lock_;
  QLabel* stays_;
  Button* themeButton_;
  Button* settingsButton_;
  QMenu* settings_;
};

}  // namespace leadlight
