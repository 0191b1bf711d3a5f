#include <benchmark/benchmark.h>

#include <ctime>
#include <fstream>

#include "bench/bench_files.h"
#include "model/base/hash.h"
#include "model/frame/frame_reader.h"
#include "model/load/cleaner.h"
#include "model/load/merger.h"
#include "model/load/plan.h"
#include "model/load/profile.h"
#include "model/load/schemas.h"
#include "scoring/registry.h"

// Where the time of a first load goes: each stage alone, one after the other, in seconds of processor time. A load
// itself reads, parses and cleans on a second thread.

namespace leadlight {
namespace {

class Stages {
 public:
  explicit Stages(benchmark::State& state) : state_(state) {}

  template <class Work>
  auto time(const char* stage, const Work& work) {
    const double before = now();
    auto result = work();
    state_.counters[stage] += now() - before;
    return result;
  }
  // What `stage` took beyond others that it did once more.
  void subtract(const char* stage, const char* other) {
    state_.counters[stage] = std::max(0.0, double{state_.counters[stage]} - double{state_.counters[other]});
  }

 private:
  static double now() {
    timespec at{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e9;
  }
  benchmark::State& state_;
};

std::uint64_t readBytes(const std::string& file, Sha256* hash) {
  std::ifstream in(file, std::ios::binary);
  std::vector<char> block(1 << 20);
  std::uint64_t bytes = 0;
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0) {
    const auto size = static_cast<std::size_t>(in.gcount());
    if (hash != nullptr) hash->update({block.data(), size});
    bytes += size;
  }
  return bytes;
}

// Parses, cleans, merges and writes batch by batch, as a load does; `counted` only merges.
bool writeRows(Stages& stages, RecordReader& reader, const LoadPlan& plan, LoadWriter& writer, Merger& merger,
               Merger& counted) {
  while (true) {
    RecordBatch records;
    const auto more = stages.time("parse", [&] { return reader.next(records); });
    if (!more) return false;
    if (!*more) return true;
    const CleanBatch batch =
        stages.time("clean", [&] { return cleaned(std::move(records), plan, reader.facts().format); });
    std::int64_t lastRaw = 0;
    stages.time("insert_raw", [&] {
      for (const CleanRow& row : batch.rows)
        if (const auto raw = writer.insertRaw(row.line, row.byte, batch.rawOf(row))) lastRaw = *raw;
      return 0;
    });
    const auto mergeAll = [&](Merger& into) {
      std::int64_t raw = lastRaw - static_cast<std::int64_t>(batch.rows.size());
      bool done = true;
      for (const CleanRow& row : batch.rows) done = into.merge(batch, row, ++raw) && done;
      return done;
    };
    const bool merged = stages.time("merge", [&] { return mergeAll(counted); });
    const bool written = stages.time("insert_final", [&] { return mergeAll(merger); });
    if (!merged || !written) return false;
  }
}

bool loadInStages(Stages& stages, Store& store, const std::string& file) {
  const LoadOptions options;
  Sha256 hash;
  stages.time("read", [&] { return readBytes(file, nullptr); });
  stages.time("hash", [&] { return readBytes(file, &hash); });
  stages.subtract("hash", "read");
  const auto schema = schemaForFile(file, {}, options.schema, {});
  if (!schema) return false;
  const auto profile =
      stages.time("profile", [&] { return voteOnFile(file, readOptions({}, *schema), schema->placeholders, {}); });
  auto writer = LoadWriter::begin(store, true);
  if (!profile || !writer) return false;
  const auto plan = planLoad(*profile, *schema, std::nullopt, options, file);
  if (!plan) return false;
  std::vector<std::string> names;
  for (const PlannedColumn& column : plan->columns) names.push_back(column.name);
  auto reader = openRecords(file, profile->read);
  if (!reader || !writer->prepare(plan->dataset, names, names)) return false;
  Merger merger(*writer, *plan, true), counted(*writer, *plan, false);
  if (!writeRows(stages, **reader, *plan, *writer, merger, counted)) return false;
  stages.subtract("profile", "parse");
  stages.subtract("insert_final", "merge");
  for (const char* stage : {"read", "hash"}) stages.subtract("parse", stage);
  LoadReport report;
  report.id = writer->loadId();
  report.dataset = options.dataset;
  report.file = file;
  report.sha256 = profile->sha256;
  report.parsed = report.fresh = merger.counts().fresh;
  const bool indexed = stages.time("index", [&] { return bool(writer->buildIndex()); });
  return indexed && stages.time("commit", [&] { return bool(writer->commit(report)); });
}

void stages(benchmark::State& state) {
  for (auto _ : state) {
    Stages stages(state);
    const BenchFolder place;
    auto store = Store::open(place.store(), Store::Mode::ReadWrite);
    if (!store || !loadInStages(stages, *store, firstFile())) return state.SkipWithError("the load failed");
    const auto champion = championOf(*store, "leads");
    if (!champion || !*champion) return state.SkipWithError("there is no scorecard for this file");
    const auto scored = stages.time("score", [&] { return scoreLeads(*store, **champion, {}); });
    const auto frame = stages.time("frame", [&] { return readFrame(*store, "leads", {}, {}); });
    if (!scored || !frame || frame->rows() != scored->scored) return state.SkipWithError("the counts are wrong");
  }
}
BENCHMARK(stages)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace
}  // namespace leadlight
