#include "app/gui/windows.h"

#include <algorithm>

namespace leadlight {

namespace {

constexpr int aside = 32;  // px: a new window does not hide the one before

bool sameFile(const Session& a, const Session& b) {
  return std::filesystem::absolute(a.storeFile()).lexically_normal() ==
         std::filesystem::absolute(b.storeFile()).lexically_normal();
}

// Does `shown` lack what another window on the same store has just read?
bool isBehind(const Snapshot& shown, const Snapshot& read) {
  if (shown.asOf || read.asOf) return false;
  if (shown.event < read.event) return true;
  if (shown.event > read.event || shown.datasetName != read.datasetName) return false;
  const auto championOf = [](const Snapshot& snapshot) {
    return snapshot.champion ? snapshot.champion->stored.id : std::int64_t{0};
  };
  return championOf(shown) != championOf(read) || shown.scorecards.size() < read.scorecards.size();
}

}  // namespace

Windows::Windows(QApplication& app, bool keep) : app_(app), keep_(keep) {}

Windows::~Windows() = default;

Application& Windows::open(const std::filesystem::path& store, const Preferences& preferences) {
  windows_.push_back(std::make_unique<Application>(app_, store, preferences, keep_));
  listen(*windows_.back());
  return *windows_.back();
}

template <class Tell>
void Windows::others(Application& one, bool sameStore, Tell tell) {
  for (const auto& other : windows_)
    if (other.get() != &one && (!sameStore || sameFile(other->session(), one.session()))) tell(*other);
}

void Windows::listen(Application& one) {
  connect(&one, &Application::newWindowAsked, this, [this, &one](const std::filesystem::path& store) {
    const QRect place = one.window().geometry().translated(aside, aside);
    MainWindow& window = open(store, one.preferences()).window();
    window.setGeometry(place);
    window.show();
  });
  connect(&one, &Application::preferencesChanged, this, [this, &one](const Preferences& preferences) {
    others(one, false, [&](Application& other) { other.setPreferences(preferences); });
  });
  connect(&one, &Application::viewsChanged, this,
          [this, &one] { others(one, true, [&](Application& other) { other.adoptViews(one.views()); }); });
  connect(&one.session(), &Session::snapshotChanged, this, [this, &one](const SnapshotPtr& snapshot) {
    others(one, true, [&](Application& other) {
      if (isBehind(*other.session().snapshot(), *snapshot)) other.session().refresh();
    });
  });
  // Not while its own signal is on the way.
  connect(
      &one, &Application::closed, this, [this, &one] { forget(&one); }, Qt::QueuedConnection);
}

void Windows::forget(Application* one) {
  std::erase_if(windows_, [&](const auto& window) { return window.get() == one; });
}

}  // namespace leadlight
