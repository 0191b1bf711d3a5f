#pragma once

#include <functional>
#include <utility>

#include "app/gui/charts/charts_models.h"
#include "app/gui/charts/charts_plan.h"
#include "app/gui/charts/charts_sheet.h"
#include "app/gui/charts/charts_tables.h"
#include "widgets/charts/bar_chart.h"
#include "widgets/charts/chart_picture.h"
#include "widgets/charts/dot_chart.h"
#include "widgets/charts/funnel_chart.h"
#include "widgets/charts/heat_chart.h"
#include "widgets/charts/histogram.h"
#include "widgets/charts/value_chart.h"
#include "widgets/kit/card.h"
#include "widgets/theme.h"

namespace leadlight {

// One chart of the page in its card: turns the linked state into the chart's model, and clicks into conditions on the
// chart's columns.
class ChartCard final : public Card, public Themed {
  Q_OBJECT

 public:
  using Change = std::pair<std::string, std::optional<Filter>>;
  enum class Step { Left, Right, Remove };

  explicit ChartCard(const ChartPlan& plan, QWidget* parent = nullptr);

  // `bands`: the view on the band column, or nullptr.
  void display(const LinkedPtr& linked, const LinkedView& view, const LinkedView* bands);
  // For a plan of the same kind.
  void setPlan(const ChartPlan& plan);
  const ChartPlan& plan() const { return plan_; }
  ChartView* chart() const { return chart_; }
  void applyTheme(const Theme& theme) override { theme_ = theme; }
  QMenu* chartMenu() const { return menu_; }
  ChartSheet sheet() const;
  ChartCaption caption() const;
  // Its row says how high it is: a second line of the subtitle takes from the chart.
  bool hasHeightForWidth() const override { return false; }

 signals:
  // moving: a brush is being dragged, more will follow. nullopt: no condition on that column.
  void conditionsWanted(const std::vector<leadlight::ChartCard::Change>& changes, bool moving);
  void planWanted(const leadlight::ChartPlan& plan);
  void stepWanted(leadlight::ChartCard::Step step);
  void fullSizeWanted();
  void notified(const QString& sentence);

 private:
  void makeChart();
  void fillMenu();
  void fillSettings();
  void addChoices(const QString& title, const QStringList& names, int current, const std::function<void(int)>& chosen);
  void displayCategories(const Linked& linked, const LinkedView& view);
  void displayHistogram(const Linked& linked, const LinkedView& view, const LinkedView* bands);
  void displayTable(const Linked& linked, const LinkedView& view);
  void displayValues(const Linked& linked, const LinkedView& view);
  void displayWords(const Linked& linked, const LinkedView& view);
  QString subtitleOf(const Linked& linked, const LinkedView& view) const;
  std::optional<Choice> choiceOn(const Linked& linked, const std::string& column) const;
  void want(const std::optional<Filter>& condition, bool moving);
  void clearFilter();
  void pick(int item, bool add);
  void pickCell(int item);
  void leaveOut(int item);
  void wantChoice(const Choice& choice);
  void setRange(const ChartRange& range, bool moving);
  void openTable();
  void openStages();
  void savePicture(bool vector);
  void saveData();
  void ask(const QString& title, const QString& suffix, const QString& kind,
           const std::function<bool(const QString& file)>& save);

  ChartPlan plan_;
  ChartView* chart_ = nullptr;
  BarChart* bars_ = nullptr;
  DotChart* dots_ = nullptr;
  Histogram* histogram_ = nullptr;
  HeatChart* heat_ = nullptr;
  FunnelChart* funnel_ = nullptr;
  ValueChart* values_ = nullptr;
  QMenu* menu_;
  Theme theme_ = lightTheme();

  LinkedPtr shown_;
  std::optional<Choice> choice_;
  bool filtered_ = false;  // a condition on the column holds, whatever its shape
  bool dates_ = false;
  bool eachValue_ = false;                        // a bin per whole number
  std::vector<std::vector<std::size_t>> groups_;  // behind each item that is a category
  TableCells cells_;
  StageOrder stages_;  // as they stand in a funnel
  StageRows::From stagesFrom_ = StageRows::From::Person;
  ValueModel valueModel_;
  Binning binning_;
  ChartContext context_;
  std::vector<ChartItem> items_;
};

}  // namespace leadlight
