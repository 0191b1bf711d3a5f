#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <optional>

#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/frame/frame_reader.h"
#include "model/load/loader.h"
#include "scoring/apply.h"
#include "scoring/train/train.h"

// Trains by the given method on five folds of one file and prints the pooled out-of-fold figures.
// usage: train_bench FILE TARGET POSITIVE [KEY|-] [EXCLUDE,...] [FOLDS] [METHOD]

namespace leadlight {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Figures {
  double auc = 0, logLoss = 0, ece = 0;
};

double aucOf(std::vector<std::pair<double, bool>> scored) {
  std::sort(scored.begin(), scored.end());
  double rankSum = 0, positives = 0;
  for (std::size_t i = 0; i < scored.size();) {
    std::size_t end = i;
    double converted = 0;
    for (; end < scored.size() && scored[end].first == scored[i].first; ++end) converted += scored[end].second ? 1 : 0;
    rankSum += converted * (static_cast<double>(i + end) + 1) / 2;
    positives += converted;
    i = end;
  }
  return (rankSum - positives * (positives + 1) / 2) / (positives * (static_cast<double>(scored.size()) - positives));
}

Figures figuresOf(const std::vector<std::pair<double, bool>>& scored) {
  Figures figures{aucOf(scored)};
  double sums[10] = {}, converted[10] = {};
  for (const auto& [probability, outcome] : scored) {
    const double p = std::clamp(probability, 1e-15, 1 - 1e-15);
    figures.logLoss -= std::log(outcome ? p : 1 - p) / static_cast<double>(scored.size());
    const auto bin = std::min<std::size_t>(9, static_cast<std::size_t>(probability * 10));
    sums[bin] += probability;
    converted[bin] += outcome ? 1 : 0;
  }
  for (int bin = 0; bin < 10; ++bin)
    figures.ece += std::fabs(sums[bin] - converted[bin]) / static_cast<double>(scored.size());
  return figures;
}

struct Task {
  Frame frame;
  Target target;
  std::vector<std::uint64_t> fold;
};

std::optional<Task> taskOf(const char* file, const char* target, const char* positive, std::string key) {
  auto store = Store::open(":memory:", Store::Mode::ReadWrite);
  LoadOptions load;
  if (key == "-") key = "none";
  load.key = key;
  const auto report = loadFile(*store, file, load, {});
  if (!report) return std::fprintf(stderr, "%s\n", report.error().what.c_str()), std::nullopt;
  FrameOptions all;
  all.maxDistinct = 10'000'000;
  auto frame = readFrame(*store, "leads", all, {});
  if (!frame) return std::fprintf(stderr, "%s\n", frame.error().what.c_str()), std::nullopt;
  Task task{*std::move(frame), {target, {positive}}, {}};
  const Column* keys = key == "none" ? nullptr : task.frame.find(key);
  for (std::size_t row = 0; row < task.frame.rows(); ++row)
    task.fold.push_back(fnv1a64(keys ? keys->textAt(row) : std::to_string(row)) % 5);
  return task;
}

int run(int argc, char** argv) {
  if (argc < 4)
    return std::fprintf(stderr, "usage: train_bench FILE TARGET POSITIVE [KEY|-] [EXCLUDE,..] [FOLDS] [METHOD]\n"), 2;
  const auto task = taskOf(argv[1], argv[2], argv[3], argc > 4 ? argv[4] : "-");
  if (!task) return 1;
  TrainOptions options;
  if (argc > 4) options.exclude.push_back(argv[4]);
  if (argc > 5)
    for (const std::string& name : split(argv[5], ',')) options.exclude.push_back(name);
  const std::size_t folds = argc > 6 ? static_cast<std::size_t>(std::atoi(argv[6])) : 5;
  if (argc > 7) options.method = *methodNamed(argv[7]);
  std::vector<std::pair<double, bool>> scored;
  double seconds = 0;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < task->fold.size(); ++row)
      if (task->fold[row] != fold) rows.push_back(row);
    const auto start = Clock::now();
    const auto trained = trainScorecard(task->frame, task->target, rows, options, {});
    seconds += secondsSince(start);
    if (!trained) return std::fprintf(stderr, "%s\n", trained.error().what.c_str()), 1;
    const auto scores = applyScorecard(trained->scorecard, task->frame, {});
    if (!scores) return std::fprintf(stderr, "%s\n", scores.error().what.c_str()), 1;
    const auto converted = task->frame.converted(task->target);
    std::vector<std::pair<double, bool>> mine;
    for (std::size_t row = 0; row < task->fold.size(); ++row)
      if (task->fold[row] == fold)
        mine.emplace_back(scores->probability[row], (converted[row >> 6] >> (row & 63) & 1) != 0);
    scored.insert(scored.end(), mine.begin(), mine.end());
    const Figures figures = figuresOf(mine);
    std::printf("fold %zu: %zu terms, AUC %.4f, log-loss %.4f\n", fold, trained->scorecard.terms.size(), figures.auc,
                figures.logLoss);
    std::fflush(stdout);
  }
  const Figures figures = figuresOf(scored);
  std::printf("%s %s: %zu leads, AUC %.4f, log-loss %.4f, ECE %.4f, %.1f s\n", argv[1], nameOf(options.method),
              scored.size(), figures.auc, figures.logLoss, figures.ece, seconds);
  return 0;
}

}  // namespace
}  // namespace leadlight

int main(int argc, char** argv) { return leadlight::run(argc, argv); }
