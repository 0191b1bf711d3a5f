#include "app/gui/charts/charts_plan.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <set>

#include "model/base/text.h"

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
    if (shares) add(snapshot_.target ? ChartPlan::Kind::Shares : ChartPlan::Kind::Bars, shares, 20);
    add(ChartPlan::Kind::Number, number(), 24);
    if (const Column* date = dateColumn()) add(ChartPlan::Kind::Time, date, 36);
    return std::move(plans_);
  }

 private:
  void addScores() {
    ChartPlan plan;
    plan.kind = ChartPlan::Kind::Score;
    plan.view = {std::string(scoreColumn), 20};
    plan.title = Words::tr("Score distribution");
    plans_.push_back(std::move(plan));
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

}  // namespace

std::vector<ChartPlan> planCharts(const Snapshot& snapshot) {
  if (snapshot.frame.rows() == 0) return {};
  return Planner(snapshot).plan();
}

}  // namespace leadlight
