#include <algorithm>
#include <cmath>

#include "scoring/evaluate/insight.h"
#include "scoring/term_pass.h"
#include "scoring/train/outcomes.h"

namespace leadlight {

namespace {

constexpr std::size_t block = AxisSheet::blockRows;

// A scorecard's terms bound to a frame.
struct TermsOnFrame {
  std::unique_ptr<AxisBook> axes = std::make_unique<AxisBook>();
  std::vector<std::unique_ptr<TermPass>> passes;
};

Result<TermsOnFrame> bound(const Scorecard& scorecard, const Frame& frame, std::int64_t moment) {
  TermsOnFrame terms;
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    auto pass = bindTerm(scorecard.terms[i], "terms[" + std::to_string(i) + "]", frame, moment, *terms.axes);
    if (!pass) return pass.error();
    terms.passes.push_back(*std::move(pass));
  }
  return terms;
}

// The points of one row, term by term.
std::vector<double> pointsOf(const TermsOnFrame& terms, std::size_t row) {
  const std::size_t first = row / block * block;
  AxisSheet sheet(*terms.axes);
  sheet.turnTo(first, row - first + 1);
  std::vector<double> points;
  for (const auto& pass : terms.passes) {
    std::vector<double> run(row - first + 1);
    pass->add(sheet, run);
    points.push_back(run.back());
  }
  return points;
}

bool isNearer(const PastLead& a, const PastLead& b) {
  return a.distance != b.distance ? a.distance < b.distance : a.row > b.row;
}

}  // namespace

Result<SimilarLeads> similarLeads(const Scorecard& scorecard, const Frame& frame, const Target& target,
                                  const Frame& lead, std::size_t row, std::size_t most, const Progress& progress) {
  const Result<Outcomes> outcomes = outcomesOf(frame, target);
  if (!outcomes) return outcomes.error();
  const std::int64_t moment = secondsNow();
  const Result<TermsOnFrame> ofLead = bound(scorecard, lead, moment), ofFrame = bound(scorecard, frame, moment);
  if (!ofLead) return ofLead.error();
  if (!ofFrame) return ofFrame.error();
  const std::vector<double> own = pointsOf(*ofLead, row);
  const bool sameFrame = &lead.leadIds() == &frame.leadIds();

  SimilarLeads similar;
  AxisSheet sheet(*ofFrame->axes);
  std::vector<PastLead> heap;  // the nearest so far, the farthest of them on top
  for (std::size_t first = 0; first < frame.rows(); first += block) {
    if (progress.cancelled()) return Error{Errc::Interrupted, "Stopped. Everything is as it was.", "", {}};
    progress.report("similar", first, frame.rows());
    const std::size_t n = std::min(block, frame.rows() - first);
    sheet.turnTo(first, n);
    std::vector<double> distance(n), points(n);
    for (std::size_t t = 0; t < own.size(); ++t) {
      std::fill(points.begin(), points.end(), 0.0);
      ofFrame->passes[t]->add(sheet, points);
      for (std::size_t i = 0; i < n; ++i) distance[i] += std::fabs(points[i] - own[t]);
    }
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t at = first + i;
      if (!outcomes->isKnown(at) || (sameFrame && at == row)) continue;
      const bool won = outcomes->of[at] == 1;
      if (distance[i] == 0) {
        ++similar.alike;
        similar.alikeWon += outcomes->of[at];
      }
      const PastLead past{static_cast<std::uint32_t>(at), distance[i], won};
      if (heap.size() == most && (most == 0 || !isNearer(past, heap.front()))) continue;
      if (heap.size() == most) {
        std::pop_heap(heap.begin(), heap.end(), isNearer);
        heap.pop_back();
      }
      heap.push_back(past);
      std::push_heap(heap.begin(), heap.end(), isNearer);
    }
  }
  std::sort_heap(heap.begin(), heap.end(), isNearer);
  similar.nearest = std::move(heap);
  return similar;
}

}  // namespace leadlight
