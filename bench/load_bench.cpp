#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>
#include <map>
#include <string>

#include "bench/bench_files.h"
#include "model/frame/frame_cache.h"
#include "model/frame/frame_reader.h"
#include "model/load/loader.h"
#include "scoring/registry.h"

// The whole load of one file, durable, with its scores: LEADLIGHT_BENCH_FILE names the file, and LEADLIGHT_BENCH_UPDATE
// a second one that is loaded over it (a re-load with changed rows).

namespace leadlight {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// Seconds per stage of a load: from the first report of each stage to the first of the next.
class StageTimes {
 public:
  Progress progress() {
    Progress watch;
    watch.onReport = [this](std::string_view stage, std::uint64_t, std::uint64_t) {
      if (stage == stage_) return;
      close();
      stage_ = stage;
    };
    return watch;
  }
  void close() {
    if (!stage_.empty()) seconds_[stage_] += secondsSince(since_);
    since_ = Clock::now();
    stage_.clear();
  }
  const std::map<std::string, double>& seconds() const { return seconds_; }

 private:
  std::string stage_;
  Clock::time_point since_ = Clock::now();
  std::map<std::string, double> seconds_;
};

bool loadAndScore(Store& store, const std::string& file, StageTimes& times, benchmark::State& state) {
  const Progress progress = times.progress();
  const Result<LoadReport> report = loadFile(store, file, {}, progress);
  if (!report || !report->conserves() || report->parsed == 0) {
    state.SkipWithError(report ? "the counts are wrong" : report.error().what.c_str());
    return false;
  }
  progress.report("score", 0, 0);
  const auto champion = championOf(store, "leads");
  if (!champion || !*champion) {
    state.SkipWithError("there is no scorecard for this file");
    return false;
  }
  const Result<ScoreSummary> scored = scoreLeads(store, **champion, progress);
  times.close();
  if (scored && scored->scored == *store.leadCount("leads")) return true;
  state.SkipWithError("not every lead was scored");
  return false;
}

void report(benchmark::State& state, const StageTimes& times) {
  for (const auto& [stage, seconds] : times.seconds())
    state.counters[stage] = benchmark::Counter(seconds, benchmark::Counter::kAvgIterations);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void load(benchmark::State& state) {
  const std::string file = firstFile();
  StageTimes times;
  for (auto _ : state) {
    const BenchFolder place;
    Result<Store> store = Store::open(place.store(), Store::Mode::ReadWrite);
    if (!store || !loadAndScore(*store, file, times, state)) return;
  }
  report(state, times);
}
BENCHMARK(load)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()->Iterations(1);

void reload(benchmark::State& state) {
  const std::string file = firstFile(), update = secondFile();
  StageTimes first, times;
  for (auto _ : state) {
    state.PauseTiming();
    const BenchFolder place;
    Result<Store> store = Store::open(place.store(), Store::Mode::ReadWrite);
    if (!store || !loadAndScore(*store, file, first, state)) return;
    state.ResumeTiming();
    if (!loadAndScore(*store, update, times, state)) return;
  }
  report(state, times);
}
BENCHMARK(reload)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()->Iterations(1);

// What a window needs of a store: the frame with the champion's scores.
Result<Frame> scoredFrame(const std::filesystem::path& file) {
  Result<Store> store = Store::open(file, Store::Mode::ReadWrite);
  if (!store) return store.error();
  const Result<Frame> frame = readFrame(*store, "leads", {}, {});
  if (!frame) return frame;
  const auto champion = championOf(*store, "leads");
  return champion && *champion ? withStoredScores(*store, **champion, *frame) : frame;
}

// Opens a store with or without the copies of its frame and scores beside it. LEADLIGHT_BENCH_STORE names a loaded one.
void openStore(benchmark::State& state, bool copies) {
  const BenchFolder place;
  const char* given = std::getenv("LEADLIGHT_BENCH_STORE");
  const std::filesystem::path file = given != nullptr ? std::filesystem::path(given) : place.store();
  if (given == nullptr) {
    StageTimes times;
    Result<Store> store = Store::open(file, Store::Mode::ReadWrite);
    if (!store || !loadAndScore(*store, firstFile(), times, state)) return;
  }
  const Result<Frame> first = scoredFrame(file);
  for (auto _ : state) {
    state.PauseTiming();
    for (const char* kind : {"frame", "scores"})
      if (!copies) std::filesystem::remove(frameCacheFile(file, kind, "leads"));
    state.ResumeTiming();
    const Result<Frame> frame = scoredFrame(file);
    if (!first || !frame || frame->rows() == 0 || frame->leadIds() != first->leadIds())
      return state.SkipWithError("the frame is short of rows");
  }
}
void openToFrame(benchmark::State& state) { openStore(state, false); }
BENCHMARK(openToFrame)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()->Iterations(3);
void reopen(benchmark::State& state) { openStore(state, true); }
BENCHMARK(reopen)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime()->Iterations(10);

}  // namespace
}  // namespace leadlight
