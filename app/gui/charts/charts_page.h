#pragma once

#include <QPointer>
#include <vector>

#include "app/gui/charts/charts_card.h"
#include "app/gui/charts/charts_drag.h"
#include "app/gui/page.h"
#include "widgets/kit/chips.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/kpi_tile.h"

class QSpacerItem;
class QStackedWidget;

namespace leadlight {

// Everything linked: tiles, chips and charts of the current leads. A click in one chart is a condition of the session,
// and each linked state that comes back is shown by all.
class ChartsPage final : public Page {
  Q_OBJECT

 public:
  explicit ChartsPage(Session& session, QWidget* parent = nullptr);

  void applyTheme(const Theme& theme) override;
  QString keys() const override;
  QJsonObject viewState() const override;  // the charts
  void restoreViewState(const QJsonObject& state) override;
  bool settled() const override;
  const std::vector<ChartCard*>& cards() const { return cards_; }
  ChartCard* card(ChartPlan::Kind kind) const;  // the first one; nullptr when the page has none
  void openAdd();                               // asks for a further chart

 protected:
  void showSnapshot(const SnapshotPtr& snapshot) override;
  void showLinked(const LinkedPtr& linked) override;

 private:
  static constexpr int gap = 12;
  static void addPart(QHBoxLayout& row, QWidget* card, int weight);

  void makeHead();
  void makeBody();
  void makeEmpty();
  void build();
  void buildNext();
  void rebuild();
  void placeCards();
  ChartCard* makeCard(const ChartPlan& plan);
  void takePlans(std::vector<ChartPlan> plans);  // by the person: kept
  void resetLayout();
  void changePlan(ChartCard* card, const ChartPlan& plan);
  void step(ChartCard* card, ChartCard::Step step);
  void moveTo(ChartCard* card, std::size_t before);
  void askForViews();
  void displayCards(const LinkedPtr& linked);
  void openFullSize(const ChartCard& card);
  void wantConditions(const std::vector<ChartCard::Change>& changes, bool moving);
  void showChips();
  void showKpis(const Linked& linked, const LinkedView* bands);
  void showColorKey(bool outcome, bool filtered);
  void removeChip(const QString& key);
  void openToWin();
  const LinkedView* bandView(const Linked& linked) const;

  std::vector<ChartPlan> plans_;
  std::vector<ChartCard*> cards_;
  QPointer<ChartCard> full_;  // a chart in a window of its own
  std::vector<KpiTile*> tiles_;
  std::vector<KpiKind> tileKinds_;
  ChipBar* chips_;
  Button* undo_;
  Button* redo_;
  Button* layout_;
  QWidget* tileRow_;
  QSpacerItem* tileSpace_;
  QStackedWidget* stack_;
  QWidget* grid_;
  QVBoxLayout* rows_;
  ChartsDrag* drag_;
  EmptyState* noLeads_;
  EmptyState* nonePass_;
  LinkedPtr shown_;
  bool settled_ = false;
  bool building_ = false;
  int dragSteps_ = 0;  // steps of the brush since the button went down
};

}  // namespace leadlight
