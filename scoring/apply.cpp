#include "scoring/apply.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <system_error>
#include <thread>

#include "scoring/column_check.h"
#include "scoring/exponential.h"
#include "scoring/term_pass.h"
#include "scoring/vector_clones.h"

namespace leadlight {

namespace {

constexpr std::size_t block = AxisSheet::blockRows;
constexpr std::size_t chunk = 16 * block;  // what a thread takes at a time

// Calls work(first, last) for runs of rows on all cores; only the calling thread talks to `progress`. False: cancelled.
template <class Work>
bool overRows(std::size_t rows, const Progress& progress, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> stop{false};
  const auto takeOne = [&] {
    const std::size_t first = next.fetch_add(chunk);
    if (first >= rows || stop.load(std::memory_order_relaxed)) return false;
    work(first, std::min(first + chunk, rows));
    return true;
  };
  const std::size_t useful = std::min<std::size_t>(rows / (2 * chunk), 8);
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min(cores, useful + 1); ++i) {
    try {
      helpers.emplace_back([&] {
        while (takeOne()) {
        }
      });
    } catch (const std::system_error&) {
      break;  // no thread to be had: the ones there do all
    }
  }
  do {
    if (progress.cancelled()) stop = true;
    progress.report("score", std::min(next.load(), rows), rows);
  } while (takeOne());
  return !stop;
}

// A scorecard bound to a frame; both must outlive it.
class BoundCard {
 public:
  static Result<BoundCard> of(const Scorecard& scorecard, const Frame& frame, const Progress& progress,
                              std::int64_t moment) {
    BoundCard bound(scorecard);
    for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
      if (progress.cancelled()) return Error{Errc::Interrupted, "Scoring was cancelled.", "", {}};
      const Term& term = scorecard.terms[i];
      const std::string path = "terms[" + std::to_string(i) + "]";
      const Result<std::optional<std::size_t>> group = groupOf(scorecard, term, path);
      if (!group) return group.error();
      auto pass = bindTerm(term, path, frame, moment, *bound.axes_);
      if (!pass) return pass.error();
      bound.passes_.push_back({*std::move(pass), *group});
    }
    return bound;
  }

  AxisSheet sheet() const { return AxisSheet(*axes_); }

  // The points of the sheet's rows. REQUIRES: a sheet of this card
  void sum(AxisSheet& sheet, std::span<double> points) const {
    std::fill(points.begin(), points.end(), card_->base);
    addAll(sheet, points);
    if (card_->groups.empty()) return;
    std::vector<double> sums(card_->groups.size() * block, 0.0);
    for (const Pass& pass : passes_)
      if (pass.group) pass.term->add(sheet, std::span(sums).subspan(*pass.group * block, points.size()));
    for (std::size_t group = 0; group < card_->groups.size(); ++group)
      for (std::size_t i = 0; i < points.size(); ++i)
        points[i] += card_->groups[group].correction(sums[group * block + i]);
  }

 private:
  struct Pass {
    std::unique_ptr<TermPass> term;
    std::optional<std::size_t> group;
  };
  explicit BoundCard(const Scorecard& scorecard) : card_(&scorecard), axes_(std::make_unique<AxisBook>()) {}

  // All terms in their order; runs of tables in one go.
  void addAll(AxisSheet& sheet, std::span<double> points) const {
    TermPass::Table tables[8];
    std::size_t held = 0;
    for (const Pass& pass : passes_) {
      const TermPass::Table table = pass.term->table(sheet);
      if (table.codes != nullptr) tables[held++] = table;
      if (table.codes != nullptr && held < std::size(tables)) continue;
      addTables(std::span(tables).first(held), points);
      held = 0;
      if (table.codes == nullptr) pass.term->add(sheet, points);
    }
    addTables(std::span(tables).first(held), points);
  }

  const Scorecard* card_;
  std::unique_ptr<AxisBook> axes_;  // where sheets find it, wherever the card moves
  std::vector<Pass> passes_;
};

LEADLIGHT_VECTOR_CLONES void toHundred(std::span<const double> from, double* to) {
  for (std::size_t i = 0; i < from.size(); ++i) to[i] = 100 * from[i];
}

LEADLIGHT_VECTOR_CLONES void countBelow(std::span<const double> score, double from, std::uint8_t* band) {
  for (std::size_t i = 0; i < score.size(); ++i) band[i] = static_cast<std::uint8_t>(band[i] + !(score[i] >= from));
}

void finish(const Scorecard& scorecard, std::size_t first, std::size_t last, Scores& scores) {
  const auto of = [&](std::vector<double>& values) { return std::span(values).subspan(first, last - first); };
  const std::span<double> points = of(scores.points), score = of(scores.score);
  if (scorecard.link == Link::Identity) {
    std::copy(points.begin(), points.end(), score.begin());
  } else {
    const std::span<double> probability = of(scores.probability);
    logistic(points, probability);
    toHundred(probability, score.data());
  }
  if (scorecard.bands.empty()) return;
  // The band is the number of lower bounds that the score stays below; the lowest band has none.
  std::uint8_t* band = scores.band.data() + first;
  std::fill(band, band + score.size(), std::uint8_t{0});
  for (std::size_t lower = 0; lower + 1 < scorecard.bands.size(); ++lower)
    countBelow(score, scorecard.bands[lower].from, band);
}

}  // namespace

Result<Scores> applyScorecard(const Scorecard& scorecard, const Frame& frame, const Progress& progress,
                              std::int64_t moment) {
  if (scorecard.bands.size() > 255) return Error{Errc::BadScorecard, "A scorecard has at most 255 bands.", "bands", {}};
  const Result<BoundCard> bound = BoundCard::of(scorecard, frame, progress, moment);
  if (!bound) return bound.error();
  const std::size_t rows = frame.rows();
  Scores scores;
  scores.points.resize(rows);
  scores.score.resize(rows);
  if (scorecard.link == Link::Logistic) scores.probability.resize(rows);
  if (!scorecard.bands.empty()) scores.band.resize(rows);
  const bool done = overRows(rows, progress, [&](std::size_t first, std::size_t last) {
    AxisSheet sheet = bound->sheet();
    for (std::size_t row = first; row < last; row += block) {
      const std::size_t end = std::min(row + block, last);
      sheet.turnTo(row, end - row);
      bound->sum(sheet, std::span(scores.points).subspan(row, end - row));
      finish(scorecard, row, end, scores);
    }
  });
  if (!done) return Error{Errc::Interrupted, "Scoring was cancelled.", "", {}};
  if (!std::all_of(scores.score.begin(), scores.score.end(), [](double score) { return std::isfinite(score); }))
    return Error{Errc::BadScorecard,
                 "\"" + scorecard.name +
                     "\" gives a lead no finite score: a value is too great for its weight. Give that "
                     "term a \"low\" and a \"high\".",
                 "terms",
                 {scorecard.name}};
  progress.report("score", rows, rows);
  return scores;
}

Frame withScores(const Frame& frame, const Scorecard& scorecard, const Scores& scores) {
  const auto shared = [](Column column) { return std::make_shared<const Column>(std::move(column)); };
  std::vector<Frame::ColumnPtr> added;
  added.push_back(shared(Column::decimals(std::string(scoreColumn), "Score", scores.score)));
  if (!scores.probability.empty())
    added.push_back(shared(Column::decimals(std::string(probabilityColumn), "Probability", scores.probability)));
  if (!scores.band.empty()) {
    std::vector<std::string> dictionary{""};
    for (const Band& band : scorecard.bands) dictionary.push_back(band.name);
    std::vector<std::uint8_t> codes(scores.band.size());
    std::transform(scores.band.begin(), scores.band.end(), codes.begin(),
                   [](std::uint8_t band) { return static_cast<std::uint8_t>(band + 1); });
    added.push_back(shared(Column::text(std::string(bandColumn), "Band", std::move(dictionary), std::move(codes), {})));
  }
  return withoutScores(frame).with(std::move(added));
}

Frame withoutScores(const Frame& frame) {
  std::vector<Frame::ColumnPtr> kept;
  for (const Frame::ColumnPtr& column : frame.columns())
    if (column->name() != scoreColumn && column->name() != probabilityColumn && column->name() != bandColumn)
      kept.push_back(column);
  if (kept.size() == frame.columns().size()) return frame;
  return Frame(frame.leadIds(), std::move(kept));
}

}  // namespace leadlight
