#include "app/gui/filters/condition_chips.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/gui/charts/charts_choice.h"
#include "model/frame/lead_dates.h"
#include "widgets/charts/chart_text.h"

namespace leadlight {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ConditionChips)
};

QString valuesText(const Choice& choice) {
  constexpr qsizetype shown = 3;
  QStringList names;
  for (const std::string& value : choice.values) names << QString::fromStdString(value);
  if (choice.missing) names << Words::tr("Unknown");
  if (names.size() <= shown) return names.join(QStringLiteral(", "));
  const auto more = static_cast<std::uint64_t>(names.size() - shown + 1);
  return Words::tr("%1 and %2 more").arg(names.mid(0, shown - 1).join(QStringLiteral(", ")), formatCount(more));
}

QString fieldOf(const std::string& column, const Snapshot& snapshot) {
  if (column == scoreColumn) return Words::tr("Score");
  if (column == bandColumn) return Words::tr("Band");
  if (column == daysToConvertColumn) return Words::tr("Days to convert");
  if (column == probabilityColumn) return Words::tr("Probability");
  const Column* found = snapshot.frame.find(column);
  return QString::fromStdString(found && !found->label().empty() ? found->label() : column);
}

}  // namespace

Chip chipOf(const Filter& condition, const Snapshot& snapshot) {
  if (condition.kind == Filter::Kind::Not && condition.operands.size() == 1) {
    Chip chip = chipOf(condition.operands.front(), snapshot);
    chip.excluded = !chip.excluded;
    return chip;
  }
  const std::vector<std::string> columns = condition.columns();
  const QString key = columns.size() == 1 ? QString::fromStdString(columns.front()) : QString();
  const auto choice = choiceOf(condition);
  if (!choice) return {key, Words::tr("filter"), QString::fromStdString(condition.text())};
  const QString field = fieldOf(columns.front(), snapshot);
  if (!choice->range) return {key, field, valuesText(*choice)};
  const Column* found = snapshot.frame.find(columns.front());
  const ColumnType type = found ? found->type() : ColumnType::Decimal;
  const auto scale = type == ColumnType::Date ? HistogramModel::Scale::Day : HistogramModel::Scale::Number;
  return {key, field, rangeText(*choice->range, scale)};
}

std::vector<Chip> chipsOf(const std::vector<Filter>& conditions, const Snapshot& snapshot) {
  std::vector<Chip> chips;
  for (const Filter& condition : conditions) chips.push_back(chipOf(condition, snapshot));
  return chips;
}

}  // namespace leadlight
