#include "app/gui/score_lead/score_lead_plan.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/gui/scoring/scoring_words.h"
#include "app/gui/shipped_words.h"
#include "model/base/text.h"

namespace leadlight {

namespace {

constexpr std::size_t mostChoices = 400;
constexpr std::size_t mostSamples = 8;

struct Counted {
  std::string value;
  std::uint64_t leads = 0;
};

// Does a term of the scorecard give points to this very value?
bool isListed(const Scorecard& scorecard, const std::string& column, const std::string& value) {
  return std::any_of(scorecard.terms.begin(), scorecard.terms.end(), [&](const Term& term) {
    const auto* lookup = std::get_if<LookupTerm>(&term.kind);
    return lookup && equalsIgnoringCase(lookup->column, column) &&
           std::any_of(lookup->points.begin(), lookup->points.end(),
                       [&](const auto& entry) { return entry.first == value; });
  });
}

// The column's values, most frequent first; blanks and placeholders without points of their own left out.
std::vector<Counted> countedValues(const Scorecard& scorecard, const Column& column) {
  std::vector<Counted> values;
  if (column.type() == ColumnType::Text) {
    std::vector<std::uint64_t> counts(column.dictionary().size(), 0);
    std::visit(
        [&](const auto& codes) {
          for (const auto code : codes) ++counts[code];
        },
        column.codes());
    for (std::size_t code = 0; code < counts.size(); ++code)
      if (counts[code] > 0 && (!column.isMissingCode(static_cast<std::uint32_t>(code)) ||
                               isListed(scorecard, column.name(), column.dictionary()[code])))
        values.push_back({column.dictionary()[code], counts[code]});
  } else {
    std::map<std::string, std::uint64_t> counts;
    for (std::size_t row = 0; row < column.rows() && counts.size() <= mostChoices; ++row)
      if (!column.isMissing(row)) ++counts[column.textAt(row)];
    for (const auto& [value, leads] : counts) values.push_back({value, leads});
  }
  std::stable_sort(values.begin(), values.end(), [](const Counted& a, const Counted& b) { return a.leads > b.leads; });
  return values;
}

bool isYesOrNo(const std::string& value) {
  static constexpr const char* words[] = {"yes", "no", "true", "false", "y", "n", "0", "1", "sí", "si"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](const char* word) { return equalsIgnoringCase(value, word); });
}

void planChoice(const Scorecard& scorecard, const Column& column, FieldPlan& plan) {
  const std::vector<Counted> values = countedValues(scorecard, column);
  if (values.empty() || values.size() > mostChoices) return;
  std::uint64_t filled = 0;
  for (const Counted& counted : values) {
    plan.values << QString::fromStdString(counted.value);
    filled += counted.leads;
  }
  plan.samples = plan.values.mid(0, static_cast<qsizetype>(mostSamples));
  if (filled * 2 >= column.rows()) plan.typical = plan.values.front();
  const bool two = values.size() == 2 && isYesOrNo(values[0].value) && isYesOrNo(values[1].value);
  plan.kind = two ? FieldPlan::Kind::Switch : FieldPlan::Kind::Choice;
  if (two) {
    // "Yes" at the left, whichever is more frequent.
    std::sort(plan.values.begin(), plan.values.end(), [](const QString& a, const QString& b) { return a > b; });
  }
}

const StepsTerm* stepsOf(const Scorecard& scorecard, const std::string& column) {
  for (const Term& term : scorecard.terms)
    if (const auto* steps = std::get_if<StepsTerm>(&term.kind); steps && steps->column == column) return steps;
  return nullptr;
}

bool hasLookup(const Scorecard& scorecard, const std::string& column) {
  return std::any_of(scorecard.terms.begin(), scorecard.terms.end(), [&](const Term& term) {
    const auto* lookup = std::get_if<LookupTerm>(&term.kind);
    return lookup && lookup->column == column;
  });
}

// 1, 2 or 5 times a power of ten near a hundredth of the range.
double niceStep(double range, bool whole) {
  const double raw = range / 100;
  const double power = std::pow(10, std::floor(std::log10(std::max(raw, 1e-9))));
  const double lead = raw / power;
  const double step = (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
  return whole ? std::max(1.0, std::round(step)) : std::max(0.01, step);
}

QString plain(double value) { return QString::fromStdString(formatNumber(value)); }

void planNumber(const Column& column, const StepsTerm* steps, FieldPlan& plan) {
  std::vector<double> values;
  for (std::size_t row = 0; row < column.rows(); ++row)
    if (const double value = column.number(row); !std::isnan(value)) values.push_back(value);
  if (values.empty()) return;
  const auto at = [&](double share) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
  };
  const double middle = at(0.5);
  const double low = *std::min_element(values.begin(), values.end());
  const double most = *std::max_element(values.begin(), values.end());
  const double high = std::max(steps ? most : at(0.995), low + 1);
  plan.kind = FieldPlan::Kind::Number;
  plan.whole = column.type() == ColumnType::Integer;
  if (2 * values.size() >= column.rows())
    plan.typical = plain(plan.whole ? std::round(middle) : std::round(middle * 100) / 100);
  plan.scale.stops = {low};
  plan.scale.points.clear();
  if (steps) {
    for (std::size_t i = 0; i < steps->edges.size(); ++i) {
      if (steps->edges[i] <= low || steps->edges[i] >= high) continue;
      plan.scale.stops.push_back(steps->edges[i]);
      plan.scale.points.push_back(steps->points[i]);
    }
    const auto last = std::upper_bound(steps->edges.begin(), steps->edges.end(), std::nextafter(high, low));
    plan.scale.points.push_back(steps->points[static_cast<std::size_t>(last - steps->edges.begin())]);
  }
  plan.scale.stops.push_back(high);
  const double span =
      steps && plan.scale.stops.size() > 2 ? plan.scale.stops[plan.scale.stops.size() - 2] - low : high - low;
  plan.scale.step = niceStep(std::max(span, 1.0), plan.whole);
  if (steps) {
    const std::size_t bins = plan.scale.stops.size() - 1;
    const std::size_t stride = std::max<std::size_t>(1, (bins + mostSamples - 1) / mostSamples);
    for (std::size_t i = 0; i < bins; i += stride) plan.samples << plain(plan.scale.stops[i]);
  } else {
    for (std::size_t i = 0; i < mostSamples; ++i) {
      const double raw = low + (high - low) * static_cast<double>(i) / static_cast<double>(mostSamples - 1);
      const QString text = plain(std::round(raw / plan.scale.step) * plan.scale.step);
      if (!plan.samples.contains(text)) plan.samples << text;
    }
  }
}

// What the scorecard calls the column when one term alone reads it, which is shorter than most labels; else its label.
QString labelOf(const Scorecard& scorecard, const std::string& column, const Frame& frame) {
  const Term* reader = nullptr;
  for (const Term& term : scorecard.terms) {
    const auto* rule = std::get_if<RuleTerm>(&term.kind);
    const bool reads = rule ? asksForYes(*rule) && equalsIgnoringCase(rule->when.column, column)
                            : equalsIgnoringCase(term.column(), column);
    if (reads && reader) return columnLabel(column, frame);
    if (reads) reader = &term;
  }
  return reader ? termTitle(scorecard.name, reader->name) : columnLabel(column, frame);
}

Column emptyLike(const Column& column) {
  switch (column.type()) {
    case ColumnType::Integer:
      return Column::integers(column.name(), column.label(), {});
    case ColumnType::Decimal:
      return Column::decimals(column.name(), column.label(), {});
    case ColumnType::Date:
      return Column::dates(column.name(), column.label(), {});
    case ColumnType::Text:
      break;
  }
  return TextColumnBuilder().finish(column.name(), column.label(), {});
}

}  // namespace

std::vector<FieldPlan> planForm(const Scorecard& scorecard, const Frame& frame, const Progress& progress) {
  std::vector<FieldPlan> plans;
  for (const std::string& name : scorecard.columns()) {
    if (progress.cancelled()) break;
    FieldPlan plan;
    plan.column = name;
    plan.label = labelOf(scorecard, name, frame);
    if (const Column* column = frame.find(name)) {
      plan.column = column->name();
      const bool number = column->type() == ColumnType::Integer || column->type() == ColumnType::Decimal;
      if (number && !hasLookup(scorecard, name)) {
        planNumber(*column, stepsOf(scorecard, name), plan);
      } else if (column->type() != ColumnType::Date) {
        planChoice(scorecard, *column, plan);
      }
    }
    plans.push_back(std::move(plan));
  }
  std::stable_partition(plans.begin(), plans.end(),
                        [](const FieldPlan& plan) { return plan.kind == FieldPlan::Kind::Number; });
  return plans;
}

Frame frameLike(const Scorecard& scorecard, const Frame& frame) {
  std::vector<Frame::ColumnPtr> columns;
  for (const std::string& name : scorecard.columns())
    if (const Column* column = frame.find(name)) columns.push_back(std::make_shared<const Column>(emptyLike(*column)));
  return Frame({}, std::move(columns));
}

}  // namespace leadlight
