// The frame at one and ten million generated leads. Every benchmark first checks its own answer against a plain count.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <tuple>

#include "model/frame/cross_filter.h"
#include "model/frame/frequency.h"
#include "model/frame/row_order.h"

namespace leadlight {
namespace {

const Target target{"Converted", {"1"}};

// Twelve sources, five origins, ten activities, eight cities, visits, time on site, months and a score.
std::shared_ptr<const Frame> leads(std::size_t rows) {
  static std::map<std::size_t, std::shared_ptr<const Frame>> made;
  if (made[rows] != nullptr) return made[rows];
  std::mt19937_64 random(12345);
  const auto share = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  const auto below = [&](double n) { return static_cast<std::int64_t>(share() * n); };
  std::vector<TextColumnBuilder> texts(4);
  std::vector<std::vector<std::int64_t>> integers(5, std::vector<std::int64_t>(rows));
  std::vector<double> score(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    texts[0].append("Source " + std::to_string(static_cast<int>(share() * share() * 12)));
    texts[1].append("Origin " + std::to_string(below(5)));
    texts[2].append("Activity " + std::to_string(below(10)));
    texts[3].append("City " + std::to_string(below(8)));
    integers[0][row] = below(30);
    integers[1][row] = below(2300);
    integers[2][row] = 1420070400 + below(730) * 86400 + below(86400);
    integers[3][row] = share() < 0.38 ? 1 : 0;
    score[row] = static_cast<double>(below(10000)) / 100;
  }
  const char* const textNames[] = {"Source", "Origin", "Activity", "City"};
  std::vector<Frame::ColumnPtr> columns;
  for (std::size_t i = 0; i < texts.size(); ++i)
    columns.push_back(std::make_shared<const Column>(std::move(texts[i]).finish(textNames[i], textNames[i], {})));
  columns.push_back(std::make_shared<const Column>(Column::integers("Visits", "Visits", std::move(integers[0]))));
  columns.push_back(std::make_shared<const Column>(Column::integers("Time", "Time", std::move(integers[1]))));
  columns.push_back(std::make_shared<const Column>(Column::dates("Created", "Created", std::move(integers[2]))));
  columns.push_back(std::make_shared<const Column>(Column::integers("Converted", "Converted", std::move(integers[3]))));
  columns.push_back(std::make_shared<const Column>(Column::decimals("score", "Score", std::move(score))));
  std::vector<std::int64_t> ids(rows);
  std::iota(ids.begin(), ids.end(), 1);
  made.clear();  // one size at a time fits in memory
  return made[rows] = std::make_shared<const Frame>(std::move(ids), std::move(columns));
}

const char* const viewColumns[] = {"Source", "Origin", "Activity", "City", "Visits", "Time", "Created", "score"};
constexpr std::size_t scoreView = 7;

CrossFilter eightViews(const std::shared_ptr<const Frame>& frame) {
  CrossFilter filter(frame, target);
  for (const char* name : viewColumns)
    if (!filter.addView(name, binningOf(*frame->find(name), 25))) std::abort();
  return filter;
}

// Does the filter show what a plain count over the rows with low <= score <= high gives?
bool showsRange(const CrossFilter& filter, const Frame& frame, double low, double high) {
  const std::vector<double>& score = frame.find("score")->decimals();
  const std::vector<std::int64_t>& converted = frame.find("Converted")->integers();
  for (std::size_t view = 0; view < scoreView; ++view) {
    const std::vector<std::uint16_t> groupOfRow = groupOfRows(*frame.find(viewColumns[view]), filter.binning(view));
    std::vector<std::uint64_t> leadsOf(filter.binning(view).groups()), convertedOf(leadsOf.size());
    for (std::size_t row = 0; row < score.size(); ++row) {
      if (score[row] < low || score[row] > high) continue;
      ++leadsOf[groupOfRow[row]];
      convertedOf[groupOfRow[row]] += converted[row] == 1 ? 1U : 0U;
    }
    for (std::size_t g = 0; g < leadsOf.size(); ++g)
      if (filter.groups(view)[g].leads != leadsOf[g] || filter.groups(view)[g].converted != convertedOf[g])
        return false;
  }
  return true;
}

// Moves a range of 30 points over the score and reads all eight views, as a drag does; p95 in milliseconds.
template <class NextLow>
void moveRange(benchmark::State& state, const NextLow& nextLow) {
  const auto frame = leads(static_cast<std::size_t>(state.range(0)));
  CrossFilter filter = eightViews(frame);
  filter.keepRange(scoreView, 0, 30);
  std::vector<double> times;
  double low = 0;
  int step = 0;
  for (auto _ : state) {
    low = nextLow(step++);
    const auto start = std::chrono::steady_clock::now();
    filter.keepRange(scoreView, low, low + 30);
    for (std::size_t view = 0; view <= scoreView; ++view) benchmark::DoNotOptimize(filter.groups(view).data());
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(times.begin(), times.end());
  state.counters["median_ms"] = times[times.size() / 2];
  state.counters["p95_ms"] = times[times.size() * 95 / 100];
  if (!showsRange(filter, *frame, low, low + 30)) state.SkipWithError("the views show wrong counts");
}

// The charts of a full page: the eight, a table of two columns, a second view on dates and a mean by source.
CrossFilter fullPage(const std::shared_ptr<const Frame>& frame) {
  CrossFilter filter = eightViews(frame);
  const Binning sources = binningOf(*frame->find("Source"), 20), origins = binningOf(*frame->find("Origin"), 20);
  const auto table = filter.addTable("Source", "Origin", {sources, origins, 8});
  const auto weeks = filter.addView("Created", binningOf(*frame->find("Created"), 36, Binning::Period::Week));
  const auto bands = filter.addView("City", binningOf(*frame->find("City"), 20));
  const auto means = filter.addView("Source", sources);
  if (!table || !weeks || !bands || !means || !filter.addMeasure(*means, "Time")) std::abort();
  for (const std::size_t one : {std::size_t{0}, std::size_t{1}}) filter.ignore(*table, one);
  filter.ignore(*weeks, 6);
  filter.ignore(*bands, 3);
  filter.ignore(*means, 0);
  return filter;
}

// A brush over the score of a full page, its sums and its table compared with a plain loop at the end.
void brushFullPage(benchmark::State& state) {
  const auto frame = leads(static_cast<std::size_t>(state.range(0)));
  CrossFilter filter = fullPage(frame);
  filter.keepRange(scoreView, 0, 30);
  std::vector<double> times;
  double low = 0;
  int step = 0;
  for (auto _ : state) {
    low = static_cast<double>(1 + step++ % 60);
    const auto start = std::chrono::steady_clock::now();
    filter.keepRange(scoreView, low, low + 30);
    for (std::size_t view = 0; view < 12; ++view) benchmark::DoNotOptimize(filter.groups(view).data());
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(times.begin(), times.end());
  state.counters["median_ms"] = times[times.size() / 2];
  state.counters["p95_ms"] = times[times.size() * 95 / 100];
  const std::vector<double>& score = frame->find("score")->decimals();
  const std::vector<std::int64_t>& time = frame->find("Time")->integers();
  double sum = 0, shown = 0;
  std::uint64_t rows = 0, cells = 0;
  for (std::size_t row = 0; row < score.size(); ++row) {
    if (score[row] < low || score[row] > low + 30) continue;
    sum += static_cast<double>(time[row]);
    ++rows;
  }
  for (const Group& group : filter.groups(11)) shown += group.measureSum;
  for (const Group& group : filter.groups(8)) cells += group.leads;
  if (shown != sum || cells != rows) state.SkipWithError("the sums or the table are wrong");
}

// The rows and the answers of some steps of the brush, for peers.mjs.
void dump(const std::string& folder, std::size_t rows) {
  const auto frame = leads(rows);
  std::ofstream csv(folder + "/leads.csv");
  csv << "Source,Origin,Activity,City,Visits,Time,Created,score,Converted\n";
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t view = 0; view < 4; ++view) csv << frame->find(viewColumns[view])->code(row) << ',';
    csv << frame->find("Visits")->integers()[row] << ',' << frame->find("Time")->integers()[row] / 100 << ','
        << frame->find("Created")->integers()[row] / 2592000 << ',' << frame->find("score")->decimals()[row] << ','
        << frame->find("Converted")->integers()[row] << '\n';
  }
  std::ofstream out(folder + "/answers.json");
  out << "{\"steps\":[";
  for (int low = 1; low <= 40; ++low) {
    out << (low > 1 ? ",\n" : "") << "{\"low\":" << low << ",\"views\":[";
    const RowSet kept =
        *apply(*parseFilter("score between " + std::to_string(low) + " and " + std::to_string(low + 30)), *frame);
    for (std::size_t view = 0; view < scoreView; ++view) {
      std::map<std::int64_t, std::pair<int, int>> groups;
      kept.forEach([&](std::size_t row) {
        const Column& column = *frame->find(viewColumns[view]);
        const std::int64_t group = view < 4    ? column.code(row)
                                   : view == 4 ? column.integers()[row]
                                   : view == 5 ? column.integers()[row] / 100
                                               : column.integers()[row] / 2592000;
        ++groups[group].first;
        groups[group].second += frame->find("Converted")->integers()[row] == 1 ? 1 : 0;
      });
      std::vector<std::string> texts;
      for (const auto& [key, counts] : groups)
        texts.push_back('"' + std::to_string(counts.first) + '/' + std::to_string(counts.second) + '"');
      std::sort(texts.begin(), texts.end());
      out << (view > 0 ? ",[" : "[");
      for (std::size_t i = 0; i < texts.size(); ++i) out << (i > 0 ? "," : "") << texts[i];
      out << ']';
    }
    out << "]}";
  }
  out << "]}\n";
}

void brushStep(benchmark::State& state) {
  moveRange(state, [](int step) { return static_cast<double>(1 + step % 60); });
}
void brushJump(benchmark::State& state) {
  std::mt19937 random(7);
  moveRange(state, [&](int) { return static_cast<double>(random() % 70); });
}

void clickOnABar(benchmark::State& state) {
  const auto frame = leads(static_cast<std::size_t>(state.range(0)));
  CrossFilter filter = eightViews(frame);
  std::size_t group = 0;
  for (auto _ : state) {
    group = (group + 1) % 12;
    filter.keepGroups(0, {group});
    for (std::size_t view = 0; view <= scoreView; ++view) benchmark::DoNotOptimize(filter.groups(view).data());
  }
  if (filter.kept().leads != filter.allGroups(0)[group].leads) state.SkipWithError("the click kept other rows");
}

void buildEightViews(benchmark::State& state) {
  const auto frame = leads(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    CrossFilter filter = eightViews(frame);
    benchmark::DoNotOptimize(filter.kept().leads);
    if (filter.kept().leads != frame->rows()) state.SkipWithError("rows are lost");
  }
}

void applyFilter(benchmark::State& state) {
  const auto frame = leads(static_cast<std::size_t>(state.range(0)));
  const Filter filter =
      *parseFilter("Source in ('Source 1','Source 3') and Visits >= 3 and score < 60 and not City ~ '7'");
  std::size_t expected = 0;
  for (std::size_t row = 0; row < frame->rows(); ++row) {
    const std::string source = frame->find("Source")->textAt(row);
    expected += (source == "Source 1" || source == "Source 3") && frame->find("Visits")->integers()[row] >= 3 &&
                frame->find("score")->decimals()[row] < 60 && frame->find("City")->textAt(row) != "City 7";
  }
  for (auto _ : state) {
    const auto rows = apply(filter, *frame);
    if (!rows || rows->count() != expected) state.SkipWithError("other rows pass");
  }
}

void aggregateOneChart(benchmark::State& state) {
  const auto frame = leads(static_cast<std::size_t>(state.range(0)));
  const Column& visits = *frame->find("Visits");
  const Binning binning = binningOf(visits, 30);
  const std::vector<std::uint16_t> groupOfRow = groupOfRows(visits, binning);
  const std::vector<std::uint64_t> converted = frame->converted(target);
  const RowSet all(frame->rows(), true);
  const auto three = static_cast<std::uint64_t>(std::count(visits.integers().begin(), visits.integers().end(), 3));
  for (auto _ : state) {
    const auto groups = aggregate(groupOfRow, binning.groups(), all, converted, frame->find("score"));
    if (groups[3].leads != three) state.SkipWithError("a group has the wrong count");
  }
}

void sortRows(benchmark::State& state, const char* column, bool descending) {
  const auto frame = leads(static_cast<std::size_t>(state.range(0)));
  const RowSet all(frame->rows(), true);
  const Column& by = *frame->find(column);
  std::vector<std::uint32_t> order;
  for (auto _ : state) order = *rowOrder(*frame, all, {{column, descending}}, {});
  const bool text = by.type() == ColumnType::Text;
  for (std::size_t i = 1; i < order.size(); i += 97) {
    const std::uint32_t a = order[descending ? i : i - 1], b = order[descending ? i - 1 : i];
    if (text ? by.textAt(a) > by.textAt(b) : by.number(a) > by.number(b))
      return state.SkipWithError("rows are out of order");
  }
}
// The 95th percentile of some runs, in ms, as a counter; every run's answer is checked by the last one's.
template <class Run>
void timePercentile(benchmark::State& state, const Run& run) {
  std::vector<double> times;
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    run();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(times.begin(), times.end());
  state.counters["p95_ms"] = times[std::min(times.size() - 1, times.size() * 95 / 100)];
}

void sortByThree(benchmark::State& state) {
  const auto frame = leads(static_cast<std::size_t>(state.range(0)));
  const RowSet all(frame->rows(), true);
  std::vector<std::uint32_t> order;
  timePercentile(state, [&] {
    order = *rowOrder(*frame, all, {{"Activity", false}, {"Visits", true}, {"score", true}}, {});
  });
  const Column &activity = *frame->find("Activity"), &visits = *frame->find("Visits"), &score = *frame->find("score");
  for (std::size_t i = 1; i < order.size(); i += 97) {
    const std::uint32_t a = order[i - 1], b = order[i];
    const auto key = [&](std::uint32_t row) {
      return std::tuple(activity.textAt(row), -visits.number(row), -score.number(row));
    };
    if (key(b) < key(a)) return state.SkipWithError("rows are out of order");
  }
}

// What the key F asks for.
void countValues(benchmark::State& state) {
  const auto frame = leads(static_cast<std::size_t>(state.range(0)));
  const RowSet all(frame->rows(), true);
  const std::vector<std::uint64_t> converted = frame->converted(target);
  Frequencies found;
  timePercentile(state, [&] { found = frequenciesOf(*frame->find("Activity"), all, converted, 100000, {}); });
  std::uint64_t sum = 0;
  for (const ValueCount& one : found.values) sum += one.leads;
  if (sum != frame->rows()) state.SkipWithError("not every lead is counted");
}

void sortByScore(benchmark::State& state) { sortRows(state, "score", true); }
void sortByDate(benchmark::State& state) { sortRows(state, "Created", false); }
void sortByText(benchmark::State& state) { sortRows(state, "Activity", false); }

// All of one size before the next.
const int registered = [] {
  if (const char* folder = std::getenv("LEADLIGHT_BENCH_DUMP")) dump(folder, 1000000);
  for (const std::int64_t rows : {1000000, 10000000}) {
    const auto add = [rows](const char* name, void (*body)(benchmark::State&)) {
      return benchmark::RegisterBenchmark(name, body)
          ->Arg(rows)
          ->Unit(benchmark::kMillisecond)
          ->MeasureProcessCPUTime()
          ->UseRealTime();
    };
    add("brushStep", brushStep)->Iterations(120);
    add("brushFullPage", brushFullPage)->Iterations(120);
    add("brushJump", brushJump)->Iterations(60);
    add("clickOnABar", clickOnABar);
    add("buildEightViews", buildEightViews);
    add("applyFilter", applyFilter);
    add("aggregateOneChart", aggregateOneChart);
    add("sortByScore", sortByScore);
    add("sortByDate", sortByDate);
    add("sortByText", sortByText);
    add("sortByThree", sortByThree)->Iterations(20);
    add("countValues", countValues)->Iterations(20);
  }
  return 0;
}();

}  // namespace
}  // namespace leadlight
