#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>

#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/frame/frame_reader.h"
#include "model/load/loader.h"
#include "scoring/apply.h"
#include "scoring/evaluate/metrics.h"
#include "scoring/train/train.h"

// Trains by the given method on five folds of one file and prints the pooled out-of-fold figures.
// usage: train_bench FILE TARGET POSITIVE [KEY|-] [EXCLUDE,...] [FOLDS] [METHOD]

namespace leadlight {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// Of all threads.
double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Task {
  Frame frame;
  Target target;
  std::vector<std::uint64_t> fold;
};

std::optional<Task> taskOf(const std::string& file, const std::string& target, const std::string& positive,
                           std::string key) {
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

// The scores of all folds, pooled.
struct Pooled {
  std::vector<double> score, probability;
  std::vector<double> before;  // probability, before leads left out calibrated it
  std::vector<std::uint8_t> won;
  double seconds = 0, processor = 0;  // of training
};

// Learns from the other folds and judges this one.
Status judge(const Task& task, std::uint64_t fold, const TrainOptions& options, Pooled& pooled) {
  std::vector<std::uint32_t> learned, judged;
  for (std::uint32_t row = 0; row < task.fold.size(); ++row) (task.fold[row] == fold ? judged : learned).push_back(row);
  const auto start = Clock::now();
  const double processor = processorSeconds();
  const auto trained = trainScorecard(task.frame, task.target, learned, options, {});
  pooled.seconds += secondsSince(start);
  pooled.processor += processorSeconds() - processor;
  if (!trained) return trained.error();
  const auto scores = applyScorecard(trained->scorecard, task.frame, {});
  if (!scores) return scores.error();
  const auto before = applyScorecard(*trained->uncalibrated, task.frame, {});
  if (!before) return before.error();
  const std::vector<std::uint64_t> converted = task.frame.converted(task.target);
  for (const std::uint32_t row : judged) {
    pooled.score.push_back(scores->score[row]);
    pooled.probability.push_back(scores->probability[row]);
    pooled.before.push_back(before->probability[row]);
    pooled.won.push_back(static_cast<std::uint8_t>(converted[row >> 6] >> (row & 63) & 1));
  }
  std::printf("fold %d: %zu terms\n", static_cast<int>(fold), trained->scorecard.terms.size());
  std::fflush(stdout);
  return {};
}

int run(const std::vector<std::string>& words) {
  if (words.size() < 3)
    return std::fprintf(stderr, "usage: train_bench FILE TARGET POSITIVE [KEY|-] [EXCLUDE,..] [FOLDS] [METHOD]\n"), 2;
  const auto word = [&](std::size_t i, const char* otherwise) { return i < words.size() ? words[i] : otherwise; };
  const auto task = taskOf(words[0], words[1], words[2], word(3, "-"));
  if (!task) return 1;
  TrainOptions options;
  options.exclude = split(word(4, ""), ',');
  options.exclude.push_back(word(3, "-"));
  options.method = methodNamed(word(6, "boosted")).value_or(Method::Boosted);
  options.keepUncalibrated = true;
  Pooled pooled;
  for (std::uint64_t fold = 0; fold < std::stoull(word(5, "5")); ++fold)
    if (const Status done = judge(*task, fold, options, pooled); !done)
      return std::fprintf(stderr, "%s\n", done.error().what.c_str()), 1;
  const Metrics metrics = metricsOf(pooled.score, pooled.probability, pooled.won);
  const Metrics before = metricsOf(pooled.score, pooled.before, pooled.won);
  std::printf("%s, %s: %zu leads, AUC %.4f, log-loss %.4f (%.4f), ECE %.4f (%.4f before calibration), %.1f s, ",
              words[0].c_str(), nameOf(options.method), pooled.won.size(), metrics.auc, metrics.logLoss, before.logLoss,
              metrics.ece, before.ece, pooled.seconds);
  std::printf("processor %.1f s\n", pooled.processor);
  return 0;
}

}  // namespace
}  // namespace leadlight

int main(int argc, char** argv) { return leadlight::run({argv + 1, argv + argc}); }
