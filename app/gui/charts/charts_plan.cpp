#include "app/gui/charts/charts_plan.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <set>

#include "model/base/text.h"
#include "model/frame/lead_dates.h"

namespace leadlight {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChartsPlan)
};

QString labelOf(const Column& column) {
  return QString::fromStdString(column.label().empty() ? column.name() : column.label());
}

// Columns whose titles people know better than their labels.
QString titleOf(const Column& column, ChartPlan::Kind kind) {
  const std::string name = lowered(column.name());
  if (name == "lead_source") return Words::tr("Source performance");
  if (name == "last_activity" && kind != ChartPlan::Kind::Shares) return Words::tr("Last activity");
  if (name == "what_is_your_current_occupation" && kind == ChartPlan::Kind::Shares)
    return Words::tr("Conversion by occupation");
  if (name == "lead_stage" && kind == ChartPlan::Kind::Shares) return Words::tr("Conversion by stage");
  if (name == "total_time_spent_on_website") return Words::tr("Total time on website");
  if (kind == ChartPlan::Kind::Funnel) return Words::tr("Funnel by %1").arg(labelOf(column));
  if (kind == ChartPlan::Kind::Bands) return Words::tr("Conversion by score band");
  if (kind == ChartPlan::Kind::Score) return Words::tr("Score distribution");
  if (kind == ChartPlan::Kind::Shares) return Words::tr("Conversion by %1").arg(labelOf(column));
  if (kind == ChartPlan::Kind::Time) return Words::tr("Leads over time, by %1").arg(labelOf(column));
  if (kind == ChartPlan::Kind::Source || kind == ChartPlan::Kind::Bars)
    return Words::tr("Leads by %1").arg(labelOf(column));
  return labelOf(column);
}

class Planner {
 public:
  explicit Planner(const Snapshot& snapshot) : snapshot_(snapshot) {
    for (const std::string_view name : {scoreColumn, probabilityColumn, bandColumn}) used_.insert(std::string(name));
    if (snapshot.target) used_.insert(snapshot.target->column);
    if (snapshot.dataset && snapshot.dataset->key) used_.insert(*snapshot.dataset->key);
  }

  std::vector<ChartPlan> plan() {
    add(ChartPlan::Kind::Source,
        category({"lead_source", "source"}, {"source", "channel", "origin", "job", "type", "month"}), 20);
    const bool scored = snapshot_.champion && snapshot_.frame.find(scoreColumn) != nullptr;
    if (scored)
      addScores();
    else
      add(ChartPlan::Kind::Number, number(), 24);
    // Chosen before the other categories, drawn after them.
    const Column* shares =
        category({"lead_stage", "what_is_your_current_occupation"},
                 {"stage", "occupation", "job", "education", "visitor", "priority", "status", "type"});
    if (shares) used_.insert(shares->name());
    add(ChartPlan::Kind::Bars,
        category({"last_activity"}, {"activity", "channel", "contact", "month", "marital", "subject"}), 20);
    // Without an outcome the funnel says all that bars of the stages would.
    if (shares && (snapshot_.target || shares != stageColumn()))
      add(snapshot_.target ? ChartPlan::Kind::Shares : ChartPlan::Kind::Bars, shares, 20);
    add(ChartPlan::Kind::Number, number(), 24);
    addOutcomes(shares);
    if (const Column* date = dateColumn()) add(ChartPlan::Kind::Time, date, 36);
    for (std::size_t i = 0; i < plans_.size(); ++i)
      if (i < 2 || plans_[i].kind == ChartPlan::Kind::Time || plans_[i].kind == ChartPlan::Kind::Table)
        plans_[i].width = ChartPlan::Width::Half;
    return std::move(plans_);
  }

 private:
  void addScores() { offer({ChartPlan::Kind::Score, {std::string(scoreColumn), 20}, {}}); }

  // What the other columns say of the outcome: bands, stages, days, and where sources and stages meet.
  void addOutcomes(const Column* shares) {
    if (snapshot_.target && snapshot_.frame.find(bandColumn))
      offer({ChartPlan::Kind::Bands, {std::string(bandColumn), 20}, {}});
    const Column* stage = stageColumn();
    if (stage) offer({ChartPlan::Kind::Funnel, {stage->name(), 20}, {}});
    offer({ChartPlan::Kind::Number, {std::string(daysToConvertColumn), 20}, {}});
    const Column* across = stage ? stage : shares;
    if (!across || plans_.front().kind != ChartPlan::Kind::Source) return;
    ViewSpec table{plans_.front().view.column, 8};
    table.across = across->name();
    if (table.across != table.column) offer({ChartPlan::Kind::Table, table, {}});
  }

  void offer(ChartPlan plan) {
    if (auto whole = completed(std::move(plan), snapshot_)) plans_.push_back(*std::move(whole));
  }

  const Column* stageColumn() const {
    for (const Frame::ColumnPtr& column : snapshot_.frame.columns()) {
      const std::string name = lowered(column->name());
      if ((name == "stage" || name.ends_with("_stage")) && !name.starts_with("previous") &&
          column->type() == ColumnType::Text && column->dictionary().size() > 2 && column->dictionary().size() <= 40 &&
          !(snapshot_.target && snapshot_.target->column == column->name()))
        return column.get();
    }
    return nullptr;
  }

  void add(ChartPlan::Kind kind, const Column* column, std::size_t bins) {
    if (!column) return;
    used_.insert(column->name());
    const DatasetColumn* known = snapshot_.dataset ? snapshot_.dataset->find(column->name()) : nullptr;
    plans_.push_back({kind, {column->name(), bins}, titleOf(*column, kind), known && known->afterContact});
  }

  // The first free column that suits and has one of the names; else the one with the earliest of the words in its name;
  // else the one that `rank` likes most (smaller is better).
  template <class Suits, class Rank>
  const Column* best(const std::vector<std::string>& names, const std::vector<std::string>& words, Suits suits,
                     Rank rank) const {
    std::vector<const Column*> free;
    for (const Frame::ColumnPtr& column : snapshot_.frame.columns())
      if (!used_.contains(column->name()) && suits(*column)) free.push_back(column.get());
    for (const std::string& name : names)
      for (const Column* column : free)
        if (equalsIgnoringCase(column->name(), name)) return column;
    for (const std::string& word : words)
      for (const Column* column : free)
        if (containsIgnoringCase(column->name(), word)) return column;
    const auto least =
        std::min_element(free.begin(), free.end(), [&](auto* a, auto* b) { return rank(*a) < rank(*b); });
    return least == free.end() ? nullptr : *least;
  }

  const Column* category(const std::vector<std::string>& names, const std::vector<std::string>& words) const {
    // Code 0 is "missing". A category with one value says nothing, one with hundreds is a name.
    const auto values = [](const Column& column) { return static_cast<int>(column.dictionary().size()) - 1; };
    const auto suits = [&](const Column& column) {
      return column.type() == ColumnType::Text && values(column) >= 2 && values(column) <= 200;
    };
    return best(names, words, suits, [&](const Column& column) { return std::abs(values(column) - 8); });
  }

  const Column* number() const {
    const auto suits = [](const Column& column) {
      if (column.type() != ColumnType::Integer && column.type() != ColumnType::Decimal) return false;
      const std::string name = lowered(column.name());
      const bool names = name == "id" || name.ends_with("_id") || name.ends_with("number") || name.ends_with("code") ||
                         name.ends_with("phone") || name.starts_with("id_");
      return !names;
    };
    const auto rank = [](const Column& column) { return column.type() == ColumnType::Decimal ? 0 : 1; };
    return best(
        {"total_time_spent_on_website"},
        {"total_time", "duration", "amount", "value", "balance", "totalvisits", "visits", "score", "rating", "age"},
        suits, rank);
  }

  const Column* dateColumn() const {
    const auto suits = [](const Column& column) { return column.type() == ColumnType::Date; };
    return best({"created_on"}, {"created", "date", "start"}, suits, [](const Column&) { return 0; });
  }

  const Snapshot& snapshot_;
  std::set<std::string> used_;
  std::vector<ChartPlan> plans_;
};

bool suits(const ChartPlan& plan, const Column& column, const Snapshot& snapshot) {
  const ColumnType type = column.type();
  const bool number = type == ColumnType::Integer || type == ColumnType::Decimal;
  switch (plan.kind) {
    case ChartPlan::Kind::Source:
    case ChartPlan::Kind::Bars:
    case ChartPlan::Kind::Shares:
    case ChartPlan::Kind::Funnel:
      return type == ColumnType::Text;
    case ChartPlan::Kind::Score:
      return number && snapshot.champion.has_value() && column.name() == scoreColumn;
    case ChartPlan::Kind::Number:
      return number;
    case ChartPlan::Kind::Time:
      return type == ColumnType::Date;
    case ChartPlan::Kind::Bands:
      return snapshot.champion.has_value() && column.name() == bandColumn;
    case ChartPlan::Kind::Table: {
      const Column* across = snapshot.frame.find(plan.view.across);
      return type == ColumnType::Text && across && across->type() == ColumnType::Text && across != &column;
    }
    case ChartPlan::Kind::Values:
      break;
  }
  if (plan.measure == ChartPlan::Measure::MeanScore) return snapshot.frame.find(scoreColumn) != nullptr;
  const Column* of = snapshot.frame.find(plan.view.measure);
  return of && of->type() != ColumnType::Text && of->type() != ColumnType::Date;
}

QString valuesTitle(const ChartPlan& plan, const Column& column, const Snapshot& snapshot) {
  const QString by = labelOf(column);
  if (plan.measure == ChartPlan::Measure::MeanScore) return Words::tr("Mean score by %1").arg(by);
  const Column* of = snapshot.frame.find(plan.view.measure);
  const QString what = of ? labelOf(*of) : QString::fromStdString(plan.view.measure);
  return (plan.measure == ChartPlan::Measure::Sum ? Words::tr("Sum of %1 by %2") : Words::tr("Mean of %1 by %2"))
      .arg(what, by);
}

bool hasDaysToConvert(const Snapshot& snapshot) {
  const LeadDates dates = leadDates(snapshot.frame);
  return snapshot.target && dates.created && (dates.converted || dates.modified);
}

}  // namespace

std::optional<ChartPlan> completed(ChartPlan plan, const Snapshot& snapshot) {
  if (plan.kind == ChartPlan::Kind::Number && plan.view.column == daysToConvertColumn) {
    if (!hasDaysToConvert(snapshot)) return std::nullopt;
    plan.title = Words::tr("Time to convert");
    return plan;
  }
  const Column* column = snapshot.frame.find(plan.view.column);
  if (!column || column->name() != plan.view.column || !suits(plan, *column, snapshot)) return std::nullopt;
  const DatasetColumn* known = snapshot.dataset ? snapshot.dataset->find(column->name()) : nullptr;
  plan.afterContact = known && known->afterContact;
  if (plan.kind == ChartPlan::Kind::Shares && !snapshot.target) plan.kind = ChartPlan::Kind::Bars;
  if (plan.kind == ChartPlan::Kind::Table)
    plan.title = Words::tr("%1 and %2").arg(labelOf(*column), labelOf(*snapshot.frame.find(plan.view.across)));
  else if (plan.kind == ChartPlan::Kind::Values)
    plan.title = valuesTitle(plan, *column, snapshot);
  else
    plan.title = titleOf(*column, plan.kind);
  return plan;
}

ChartPlan chartOf(const Column& column, ChartPlan::Measure measure, const std::string& of) {
  ChartPlan plan;
  plan.view.column = column.name();
  plan.measure = measure;
  const bool text = column.type() == ColumnType::Text, date = column.type() == ColumnType::Date;
  if (measure == ChartPlan::Measure::Leads || measure == ChartPlan::Measure::Conversion) {
    const bool shares = measure == ChartPlan::Measure::Conversion;
    plan.view.bins = date ? 36 : text ? 20 : 24;
    if (column.name() == scoreColumn)
      plan.kind = ChartPlan::Kind::Score;
    else if (text)
      plan.kind = shares ? ChartPlan::Kind::Shares : ChartPlan::Kind::Bars;
    else
      plan.kind = date ? ChartPlan::Kind::Time : ChartPlan::Kind::Number;
    if (!of.empty()) {
      plan.kind = ChartPlan::Kind::Table;
      plan.view.bins = 8;
      plan.view.across = of;
      plan.width = ChartPlan::Width::Half;
    }
    return plan;
  }
  plan.kind = ChartPlan::Kind::Values;
  plan.view.bins = text ? 20 : 10;
  if (measure != ChartPlan::Measure::MeanScore) plan.view.measure = of;
  return plan;
}

std::vector<ChartPlan> planCharts(const Snapshot& snapshot) {
  if (snapshot.frame.rows() == 0) return {};
  return Planner(snapshot).plan();
}

}  // namespace leadlight
