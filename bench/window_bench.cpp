#include <benchmark/benchmark.h>

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "app/gui/application.h"
#include "app/gui/page.h"
#include "app/gui/scoring/scoring_page.h"
#include "app/gui/scoring/scoring_train_tab.h"
#include "bench/bench_files.h"
#include "scoring/registry.h"
#include "widgets/table/row_find.h"

// The window on a big store: how long it takes to show, and for how long its thread is held at a time.
// LEADLIGHT_BENCH_STORE names a store; else one is made from LEADLIGHT_BENCH_FILE or a million made-up leads.

namespace leadlight {
namespace {

constexpr int patience = 600'000;  // ms

// Times every event that the window's thread handles: the longest one is the longest stall.
class WatchedApplication : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* receiver, QEvent* event) override {
    if (depth_ > 0) return QApplication::notify(receiver, event);
    ++depth_;
    QElapsedTimer timer;
    timer.start();
    const bool handled = QApplication::notify(receiver, event);
    longest_ = std::max(longest_, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    --depth_;
    return handled;
  }
  double takeLongest() { return std::exchange(longest_, 0.0); }  // ms

 private:
  int depth_ = 0;
  double longest_ = 0;
};

WatchedApplication& watched() { return *static_cast<WatchedApplication*>(qApp); }

std::filesystem::path storeFile() {
  if (const char* given = std::getenv("LEADLIGHT_BENCH_STORE")) return given;
  static const BenchFolder folder;
  if (std::filesystem::exists(folder.store())) return folder.store();
  Result<Store> store = Store::open(folder.store(), Store::Mode::ReadWrite);
  if (!store || !loadFile(*store, firstFile(), {}, {})) return {};
  const auto champion = championOf(*store, "leads");
  if (champion && *champion) static_cast<void>(scoreLeads(*store, **champion, {}));
  return folder.store();
}

// The processor time of this thread so far.
double threadMilliseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

bool settle(Application& application) {
  return QTest::qWaitFor(
      [&] {
        const Page* page = application.window().currentPage();
        return application.session().settled() && page->settled();
      },
      patience);
}

std::unique_ptr<Application> shown(const char* page) {
  auto application = std::make_unique<Application>(watched(), storeFile(), Preferences{"light", "en", false}, false);
  application->window().resize(1440, 900);
  application->window().showPage(QString::fromLatin1(page));
  application->window().show();
  return application;
}

void openToCharts(benchmark::State& state) {
  static_cast<void>(storeFile());
  for (auto _ : state) {
    watched().takeLongest();
    std::unique_ptr<Application> application = shown(pages::charts);
    if (!settle(*application) || application->session().linked()->all.leads == 0)
      return state.SkipWithError("the charts stay empty");
    application->window().grab();
    state.counters["stall_ms"] = watched().takeLongest();
    state.PauseTiming();
    application.reset();
    watched().setStyleSheet({});  // the next one starts like a program, without
    state.ResumeTiming();
  }
}
BENCHMARK(openToCharts)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

// One step of a range filter after another, each until the charts show it.
void brush(benchmark::State& state) {
  const std::unique_ptr<Application> application = shown(pages::charts);
  if (!settle(*application)) return state.SkipWithError("the charts stay empty");
  Session& session = application->session();
  watched().takeLongest();
  std::vector<double> steps;
  int low = 0;
  for (auto _ : state) {
    low = (low + 1) % 60;
    QElapsedTimer timer;
    timer.start();
    session.setCondition(std::string(scoreColumn),
                         Filter::range(std::string(scoreColumn), std::to_string(low), std::to_string(low + 30)));
    if (!settle(*application)) return state.SkipWithError("a step does not end");
    steps.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  const auto again = apply(session.linked()->conditions.front(), session.snapshot()->frame);
  if (!again || again->count() != session.linked()->kept.leads) return state.SkipWithError("the counts are wrong");
  std::sort(steps.begin(), steps.end());
  state.counters["p95_ms"] = steps[steps.size() * 95 / 100];
  state.counters["stall_ms"] = watched().takeLongest();
}
BENCHMARK(brush)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(60);

// A page of the table further at each step, painted.
void scroll(benchmark::State& state) {
  const std::unique_ptr<Application> application = shown(pages::leads);
  if (!settle(*application)) return state.SkipWithError("the table stays empty");
  QTableView* table = nullptr;
  for (QTableView* view : application->window().currentPage()->findChildren<QTableView*>())
    if (view->isVisible() && (table == nullptr || view->width() > table->width())) table = view;
  if (table == nullptr || table->model()->rowCount() == 0) return state.SkipWithError("there is no table");
  QScrollBar* bar = table->verticalScrollBar();
  watched().takeLongest();
  double longest = 0;
  std::vector<double> pages;
  for (auto _ : state) {
    QElapsedTimer timer;
    timer.start();
    bar->setValue((bar->value() + bar->maximum() / 97) % std::max(1, bar->maximum()));
    table->viewport()->repaint();
    pages.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    longest = std::max(longest, pages.back());
    QCoreApplication::sendPostedEvents();
  }
  std::sort(pages.begin(), pages.end());
  state.counters["p95_ms"] = pages[pages.size() * 95 / 100];
  state.counters["stall_ms"] = std::max(longest, watched().takeLongest());
}
BENCHMARK(scroll)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(200);

// A scorecard is learned; thread_ms: what the window's thread works meanwhile, to show how far it has got.
void train(benchmark::State& state) {
  const std::unique_ptr<Application> application = shown(pages::scoring);
  auto& page = dynamic_cast<ScoringPage&>(*application->window().currentPage());
  page.showTab(ScoringPage::Train);
  if (!settle(*application)) return state.SkipWithError("the page never settles");
  TrainForm& form = *page.train()->form();
  form.methodBox()->setCurrentIndex(2);  // logistic
  watched().takeLongest();
  for (auto _ : state) {
    const double before = threadMilliseconds();
    form.trainButton()->click();
    if (!page.train()->learning()) return state.SkipWithError("nothing is learned");
    if (!settle(*application) || page.train()->learning()) return state.SkipWithError("learning does not end");
    state.counters["thread_ms"] = threadMilliseconds() - before;
  }
  state.counters["stall_ms"] = watched().takeLongest();
}
BENCHMARK(train)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

// What "Find in these leads" asks of every text after the last key, as its worker does it.
void findInAllText(benchmark::State& state) {
  const std::unique_ptr<Application> application = shown(pages::leads);
  if (!settle(*application)) return state.SkipWithError("the table stays empty");
  const Frame frame = application->session().snapshot()->frame;
  const RowSet all(frame.rows(), true);
  std::vector<double> times;
  std::size_t found = 0;
  for (auto _ : state) {
    QElapsedTimer timer;
    timer.start();
    found = findRows(frame, all, "olark", {}).count();
    times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  const Column* source = frame.find("Lead_Source");
  if (source == nullptr) return state.SkipWithError("there is no source to check by");
  std::size_t least = 0;
  for (std::size_t row = 0; row < frame.rows(); ++row) least += source->textAt(row) == "Olark Chat" ? 1U : 0U;
  if (found < least || found > frame.rows()) return state.SkipWithError("not every lead is found");
  std::sort(times.begin(), times.end());
  state.counters["p95_ms"] = times[times.size() * 95 / 100];
}
BENCHMARK(findInAllText)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(20);

}  // namespace
}  // namespace leadlight

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  leadlight::WatchedApplication application(argc, argv);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
