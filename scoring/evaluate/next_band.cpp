#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <span>

#include "scoring/evaluate/insight.h"

namespace leadlight {

namespace {

using ColumnPtr = Frame::ColumnPtr;

constexpr std::size_t mostTexts = 40;
constexpr std::size_t mostNumbers = 100;
constexpr std::size_t mostChanges = 3;

// Rows of a frame from which a value can be borrowed, and how far each is from the lead's own: 0 to 1.
struct Loan {
  std::uint32_t row;
  double cost;
};

// The column with the values of these rows; `rows` may repeat.
ColumnPtr taken(const Column& column, std::span<const std::uint32_t> rows) {
  const auto shared = [](Column one) { return std::make_shared<const Column>(std::move(one)); };
  if (column.type() == ColumnType::Text) {
    std::vector<std::string> placeholders;
    for (std::uint32_t code = 1; code < column.dictionary().size(); ++code)
      if (column.isMissingCode(code)) placeholders.push_back(column.dictionary()[code]);
    TextColumnBuilder builder;
    for (const std::uint32_t row : rows) builder.append(column.dictionary()[column.code(row)]);
    return shared(std::move(builder).finish(column.name(), column.label(), placeholders));
  }
  if (column.type() == ColumnType::Decimal) {
    std::vector<double> values;
    for (const std::uint32_t row : rows) values.push_back(column.decimals()[row]);
    return shared(Column::decimals(column.name(), column.label(), std::move(values)));
  }
  std::vector<std::int64_t> values;
  for (const std::uint32_t row : rows) values.push_back(column.integers()[row]);
  if (column.type() == ColumnType::Date) return shared(Column::dates(column.name(), column.label(), std::move(values)));
  return shared(Column::integers(column.name(), column.label(), std::move(values)));
}

// One row per most frequent text; the rarer it is, the more it costs.
std::vector<Loan> textLoans(const Column& column, const std::string& own) {
  struct Seen {
    std::size_t rows = 0;
    std::uint32_t first = 0;
  };
  std::map<std::uint32_t, Seen> seen;
  for (std::uint32_t row = 0; row < column.rows(); ++row) {
    const std::uint32_t code = column.code(row);
    if (column.isMissingCode(code) || column.dictionary()[code] == own) continue;
    Seen& one = seen[code];
    if (one.rows++ == 0) one.first = row;
  }
  std::vector<Loan> loans;
  for (const auto& [code, one] : seen)
    loans.push_back({one.first, 1 - static_cast<double>(one.rows) / static_cast<double>(column.rows())});
  std::stable_sort(loans.begin(), loans.end(), [](const Loan& a, const Loan& b) { return a.cost < b.cost; });
  if (loans.size() > mostTexts) loans.resize(mostTexts);
  return loans;
}

// One row per percentile; the cost is the share of the leads between it and the lead's own value.
std::vector<Loan> numberLoans(const Column& column, double own) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < column.rows(); ++row)
    if (!column.isMissing(row)) rows.push_back(row);
  std::sort(rows.begin(), rows.end(),
            [&](std::uint32_t a, std::uint32_t b) { return column.number(a) < column.number(b); });
  std::vector<Loan> loans;
  if (rows.empty()) return loans;
  const auto placeOf = [&](double value) {
    const auto at =
        std::partition_point(rows.begin(), rows.end(), [&](std::uint32_t row) { return column.number(row) < value; });
    return static_cast<double>(at - rows.begin()) / static_cast<double>(rows.size());
  };
  const double from = std::isnan(own) ? 0.5 : placeOf(own);
  for (std::size_t i = 0; i <= mostNumbers; ++i) {
    const std::uint32_t row = rows[i * (rows.size() - 1) / mostNumbers];
    const double value = column.number(row);
    if (value == own || (!loans.empty() && column.number(loans.back().row) == value)) continue;
    loans.push_back({row, std::fabs(placeOf(value) - from)});
  }
  return loans;
}

// One column's way to change: a value, what it costs and the score it gives on its own.
struct Option {
  const Column* column;
  std::uint32_t row;
  double cost;
  double score;
};

// The lead as `copies` equal rows.
Frame copiesOf(const Frame& lead, std::size_t row, std::size_t copies) {
  const std::vector<std::uint32_t> rows(copies, static_cast<std::uint32_t>(row));
  std::vector<ColumnPtr> columns;
  for (const ColumnPtr& column : lead.columns()) columns.push_back(taken(*column, rows));
  std::vector<std::int64_t> ids(copies);
  std::iota(ids.begin(), ids.end(), std::int64_t{0});
  return Frame(std::move(ids), std::move(columns));
}

class Search {
 public:
  Search(const Scorecard& scorecard, const Frame& lead, std::size_t row, std::int64_t moment)
      : scorecard_(scorecard), lead_(lead), row_(row), moment_(moment) {}

  // Scores of the lead with `column` at each of the loans, the columns of `before` changed already.
  Result<std::vector<Option>> tried(const Column& column, const std::vector<Loan>& loans,
                                    const std::vector<Option>& before) const {
    std::vector<std::uint32_t> rows;
    for (const Loan& loan : loans) rows.push_back(loan.row);
    std::vector<ColumnPtr> changed{taken(column, rows)};
    for (const Option& one : before)
      changed.push_back(taken(*one.column, std::vector<std::uint32_t>(loans.size(), one.row)));
    const Result<Scores> scores =
        applyScorecard(scorecard_, copiesOf(lead_, row_, loans.size()).with(std::move(changed)), {}, moment_);
    if (!scores) return scores.error();
    std::vector<Option> options;
    for (std::size_t i = 0; i < loans.size(); ++i)
      options.push_back({&column, loans[i].row, loans[i].cost, scores->score[i]});
    return options;
  }

  // The lead's value in a column that the other frame calls so.
  const Column* own(const Column& column) const { return lead_.find(column.name()); }
  std::size_t row() const { return row_; }

 private:
  const Scorecard& scorecard_;
  const Frame& lead_;
  std::size_t row_;
  std::int64_t moment_;
};

std::vector<Loan> loansOf(const Column& column, const Search& search) {
  const Column* own = search.own(column);
  if (column.type() == ColumnType::Text)
    return textLoans(column, own == nullptr ? std::string() : own->textAt(search.row()));
  return numberLoans(column, own == nullptr ? std::nan("") : own->number(search.row()));
}

// The cheapest of the options that reach the bound; without one, that of the highest score.
const Option& bestOf(const std::vector<Option>& options, double bound) {
  return *std::min_element(options.begin(), options.end(), [&](const Option& a, const Option& b) {
    const bool reachesA = a.score >= bound, reachesB = b.score >= bound;
    if (reachesA != reachesB) return reachesA;
    return reachesA ? a.cost < b.cost : a.score > b.score;
  });
}

BandStep stepOf(const std::string& band, const std::vector<Option>& changes, const Search& search) {
  BandStep step{band, {}, changes.back().score};
  for (const Option& one : changes) {
    const Column* own = search.own(*one.column);
    step.changes.push_back(
        {one.column->name(), own == nullptr ? std::string() : own->textAt(search.row()), one.column->textAt(one.row)});
  }
  return step;
}

}  // namespace

Reasons reasonsOf(const Ledger& ledger, std::size_t most) {
  Reasons reasons;
  for (const std::size_t line : ledger.bySize()) {
    const double points = ledger.lines[line].points;
    if (points > 0 && reasons.up.size() < most) reasons.up.push_back(line);
    if (points < 0 && reasons.down.size() < most) reasons.down.push_back(line);
  }
  return reasons;
}

Result<std::optional<BandStep>> nextBandStep(const Scorecard& scorecard, const Frame& frame, const Frame& lead,
                                             std::size_t row, const std::vector<std::string>& changeable,
                                             std::int64_t moment) {
  const Result<Scores> now = applyScorecard(scorecard, copiesOf(lead, row, 1), {}, moment);
  if (!now) return now.error();
  if (scorecard.bands.empty() || now->band[0] == 0) return std::optional<BandStep>();
  const Band& next = scorecard.bands[now->band[0] - 1U];
  const Search search(scorecard, lead, row, moment);
  std::vector<const Column*> open;
  for (const std::string& name : changeable) {
    const Column* column = frame.find(name);
    if (column == nullptr) return Error{Errc::UnknownColumn, "There is no column " + name + ".", name, {name}};
    open.push_back(column);
  }
  // Column by column: the one that reaches the band most cheaply, or that brings most towards it.
  std::vector<Option> changes;
  while (changes.size() < mostChanges && !open.empty()) {
    std::vector<Option> best;
    for (const Column* column : open) {
      const std::vector<Loan> loans = loansOf(*column, search);
      if (loans.empty()) continue;
      const auto options = search.tried(*column, loans, changes);
      if (!options) return options.error();
      best.push_back(bestOf(*options, next.from));
    }
    const double before = changes.empty() ? now->score[0] : changes.back().score;
    if (best.empty() || bestOf(best, next.from).score <= before) break;
    changes.push_back(bestOf(best, next.from));
    if (changes.back().score >= next.from) return std::optional(stepOf(next.name, changes, search));
    std::erase(open, changes.back().column);
  }
  return std::optional<BandStep>();
}

}  // namespace leadlight
