#include <algorithm>
#include <cmath>

#include "model/base/text.h"
#include "model/frame/filter_plan.h"
#include "model/frame/parallel.h"

namespace leadlight {

namespace {

// Evaluates a plan over blocks of rows, so that partial results stay in the cache.
class Evaluator {
 public:
  explicit Evaluator(std::size_t rows) : rows_(rows) {}

  void run(const FilterPlan& plan, std::size_t firstWord, std::size_t lastWord, std::uint64_t* out) const {
    for (std::size_t word = firstWord; word < lastWord; word += blockWords)
      block(plan, word, std::min(word + blockWords, lastWord), out + word);
  }

 private:
  static constexpr std::size_t blockWords = 512;

  // Bits beyond the last row are unspecified; RowSet drops them.
  template <class Test>
  void each(std::size_t first, std::size_t last, std::uint64_t* out, const Test& test) const {
    for (std::size_t w = first; w < last; ++w) {
      const std::size_t begin = w * 64, n = std::min<std::size_t>(64, rows_ - begin);
      std::uint64_t bits = 0;
      if (n == 64)
        for (std::size_t i = 0; i < 64; ++i) bits |= static_cast<std::uint64_t>(test(begin + i)) << i;
      else
        for (std::size_t i = 0; i < n; ++i) bits |= static_cast<std::uint64_t>(test(begin + i)) << i;
      *out++ = bits;
    }
  }

  void block(const FilterPlan& plan, std::size_t first, std::size_t last, std::uint64_t* out) const {
    const std::size_t n = last - first;
    switch (plan.test) {
      case FilterPlan::Test::All:
        std::fill(out, out + n, ~std::uint64_t{0});
        return;
      case FilterPlan::Test::Not:
        block(plan.operands.front(), first, last, out);
        for (std::size_t i = 0; i < n; ++i) out[i] = ~out[i];
        return;
      case FilterPlan::Test::And:
      case FilterPlan::Test::Or:
        groupBlock(plan, first, last, out);
        return;
      case FilterPlan::Test::Entries:
        std::visit(
            [&](const auto& codes) {
              const std::uint8_t* passes = plan.passes.data();
              const auto* code = codes.data();
              each(first, last, out, [=](std::size_t row) { return passes[code[row]]; });
            },
            plan.column->codes());
        return;
      case FilterPlan::Test::Texts:
        each(first, last, out, [&](std::size_t row) {
          return !plan.column->isMissing(row) && containsIgnoringCase(plan.column->textAt(row), plan.text);
        });
        return;
      case FilterPlan::Test::DecimalRange:
      case FilterPlan::Test::DecimalNot:
      case FilterPlan::Test::DecimalIn:
        decimalBlock(plan, first, last, out);
        return;
      default:
        integerBlock(plan, first, last, out);
    }
  }

  void groupBlock(const FilterPlan& plan, std::size_t first, std::size_t last, std::uint64_t* out) const {
    const bool all = plan.test == FilterPlan::Test::And;
    const std::size_t n = last - first;
    std::fill(out, out + n, all ? ~std::uint64_t{0} : 0);
    std::vector<std::uint64_t> part(n);
    for (const FilterPlan& operand : plan.operands) {
      block(operand, first, last, part.data());
      for (std::size_t i = 0; i < n; ++i) out[i] = all ? out[i] & part[i] : out[i] | part[i];
    }
  }

  void integerBlock(const FilterPlan& plan, std::size_t first, std::size_t last, std::uint64_t* out) const {
    const std::int64_t* v = plan.column->integers().data();
    const std::int64_t low = plan.low, high = plan.high;
    if (plan.test == FilterPlan::Test::IntegerRange)
      each(first, last, out, [=](std::size_t row) { return v[row] >= low && v[row] <= high; });
    else if (plan.test == FilterPlan::Test::IntegerNot)
      each(first, last, out,
           [=](std::size_t row) { return v[row] != Column::missingInteger && !(v[row] >= low && v[row] <= high); });
    else
      each(first, last, out,
           [&](std::size_t row) { return std::binary_search(plan.integers.begin(), plan.integers.end(), v[row]); });
  }

  void decimalBlock(const FilterPlan& plan, std::size_t first, std::size_t last, std::uint64_t* out) const {
    const double* v = plan.column->decimals().data();
    const double least = plan.least, most = plan.most;
    if (plan.test == FilterPlan::Test::DecimalRange)
      each(first, last, out, [=](std::size_t row) { return v[row] >= least && v[row] <= most; });
    else if (plan.test == FilterPlan::Test::DecimalNot)
      each(first, last, out, [=](std::size_t row) { return v[row] < least || v[row] > most; });
    else
      each(first, last, out, [&](std::size_t row) {
        return !std::isnan(v[row]) && std::binary_search(plan.decimals.begin(), plan.decimals.end(), v[row]);
      });
  }

  std::size_t rows_;
};

}  // namespace

Result<RowSet> apply(const Filter& filter, const Frame& frame) {
  const Result<FilterPlan> plan = planFilter(filter, frame);
  if (!plan) return plan.error();
  const std::size_t rows = frame.rows();
  std::vector<std::uint64_t> words((rows + 63) / 64);
  const Evaluator evaluator(rows);
  inHalves(rows, parallelRows, [&](std::size_t, std::size_t begin, std::size_t end) {
    evaluator.run(*plan, begin / 64, (end + 63) / 64, words.data());
  });
  return RowSet(rows, std::move(words));
}

}  // namespace leadlight
