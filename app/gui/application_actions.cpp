// What one can ask of the application beside what its window does: views, settings, other windows, help.

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <algorithm>

#include "app/gui/application.h"
#include "app/gui/kept/view_dialogs.h"
#include "app/gui/page.h"
#include "app/gui/settings/settings_dialog.h"
#include "app/gui/settings/shortcuts_sheet.h"
#include "app/gui/side_panel.h"
#include "app/gui/tour/tour.h"
#include "widgets/format.h"

namespace leadlight {

namespace {

std::filesystem::path pathOf(const QString& name) { return std::filesystem::path(name.toStdU16String()); }

constexpr const char* latelyMenu = "lately";

// The menu of the side panel offers, once per window, what else is found by the palette alone.
void addMenuEntries(MainWindow& window, const QString& lately) {
  QMenu* menu = window.sidePanel()->settingsMenu();
  if (menu->findChild<QMenu*>(QLatin1String(latelyMenu))) return;
  menu->addSeparator();
  QMenu* recent = menu->addMenu(lately);
  recent->setObjectName(QLatin1String(latelyMenu));
  QObject::connect(menu, &QMenu::aboutToShow, recent, [&window, recent] {
    recent->clear();
    for (const Action& action : window.possibleActions())
      if (action.id.startsWith(QLatin1String("recent."))) recent->addAction(action.words, &window, action.run);
    recent->setEnabled(!recent->isEmpty());
  });
  const QStringList wanted{"window.new", "window.other", "window.mask", "window.settings", "help.tour", "help.keys"};
  for (const Action& action : window.possibleActions()) {
    if (!wanted.contains(action.id)) continue;
    QAction* entry = menu->addAction(action.words, &window, [&window, id = action.id] { window.runAction(id); });
    // The keys are shown only: the window's own shortcut runs it.
    QObject::connect(menu, &QMenu::aboutToShow, entry, [&window, entry, id = action.id] {
      for (const Action& now : window.possibleActions())
        if (now.id == id) entry->setText(now.words + QLatin1Char('\t') + now.keys.toString(QKeySequence::NativeText));
    });
  }
}

}  // namespace

Actions Application::ownActions() {
  const QString window = tr("Window"), help = tr("Help");
  Actions all = viewActions();
  all.push_back({QStringLiteral("window.new"), window, tr("New window on this store"),
                 QKeySequence(Qt::CTRL | Qt::Key_N), Icon::Add, [this] { emit newWindowAsked(session_.storeFile()); }});
  all.push_back({QStringLiteral("window.other"), window, tr("New window on another store…"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), Icon::Add, [this] { askStoreForWindow(); }});
  all.push_back({QStringLiteral("window.settings"), window, tr("Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
                 Icon::Scoring, [this] { openSettings(); }});
  all.push_back({QStringLiteral("window.mask"), window,
                 preferences_.masked ? tr("Show names, e-mail and phone") : tr("Hide names, e-mail and phone"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), Icon::Hide, [this] {
                   Preferences next = preferences_;
                   next.masked = !next.masked;
                   setPreferences(next);
                 }});
  all.push_back({QStringLiteral("help.tour"), help, tr("Take the tour"), {}, Icon::Info, [this] { startTour(); }});
  all.push_back({QStringLiteral("help.keys"), help, tr("All keys (also ?)"), QKeySequence(Qt::Key_F1), Icon::Key,
                 [this] { openShortcuts(); }});
  for (Action& action : recentActions()) all.push_back(std::move(action));
  return all;
}

Actions Application::viewActions() {
  const QString group = tr("Views");
  Actions all = {
      {QStringLiteral("view.save"), group, tr("Save this view…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
       Icon::Save, [this] { askViewName(); }, session_.snapshot()->dataset.has_value()},
      {QStringLiteral("view.manage"), group, tr("Saved views…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
       Icon::Pin, [this] { openViews(); }}};
  for (const SavedView& view : views_)
    all.push_back({QStringLiteral("view.open.") + view.name,
                   group,
                   tr("Open the view %1").arg(view.name),
                   {},
                   Icon::Pin,
                   [this, view] { openView(view); }});
  return all;
}

Actions Application::recentActions() {
  Actions all;
  if (!keep_) return all;
  const QString group = tr("Lately used");
  for (const QString& store : readRecent(Recent::Stores))
    if (store != storeName())
      all.push_back({QStringLiteral("recent.store.") + store,
                     group,
                     tr("Open the store %1").arg(QFileInfo(store).fileName()),
                     {},
                     Icon::Clock,
                     [this, store] { session_.open(pathOf(store)); }});
  for (const QString& file : readRecent(Recent::Files))
    all.push_back({QStringLiteral("recent.file.") + file,
                   group,
                   tr("Load %1 again").arg(QFileInfo(file).fileName()),
                   {},
                   Icon::Clock,
                   [this, file] { window_->preview({file}); }});
  return all;
}

void Application::askStoreForWindow() {
  auto* dialog =
      new QFileDialog(window_.get(), tr("Open a store"), QString(), tr("Leadlight stores (*.db);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::AnyFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { emit newWindowAsked(pathOf(file)); });
  dialog->open();
}

void Application::saveView(const QString& wanted) {
  const QString name = wanted.trimmed();
  if (name.isEmpty()) return;
  Page* page = window_->currentPage();
  SavedView view{name, session_.snapshot()->datasetName, page->id(), session_.namedConditions(), page->viewState()};
  std::vector<SavedView> views = views_;
  const auto same = std::find_if(views.begin(), views.end(), [&](const SavedView& one) {
    return one.name == view.name && one.dataset == view.dataset;
  });
  if (same == views.end())
    views.push_back(std::move(view));
  else
    *same = std::move(view);
  setViews(std::move(views));
  window_->say(tr("The view %1 is saved.").arg(name));
}

void Application::openView(const SavedView& view) {
  opening_ = view;
  if (view.dataset == session_.snapshot()->datasetName)
    finishView();
  else
    session_.showDataset(view.dataset);
}

void Application::finishView() {
  if (!opening_ || opening_->dataset != session_.snapshot()->datasetName) return;
  const SavedView view = *std::exchange(opening_, std::nullopt);
  session_.setConditions(view.conditions);
  window_->showPage(view.page);
  if (window_->currentPage()->id() == view.page) window_->currentPage()->restoreViewState(view.state);
}

void Application::setViews(std::vector<SavedView> views) {
  adoptViews(std::move(views));
  if (keep_) keptWriter_.write(keptFilesOf(session_.storeFile()).views, viewsText(views_));
  emit viewsChanged();
}

void Application::adoptViews(std::vector<SavedView> views) {
  views_ = std::move(views);
  showViews();
}

void Application::showViews() {
  addMenuEntries(*window_, tr("Lately used"));
  QMenu* menu = window_->sidePanel()->viewsMenu();
  menu->clear();
  for (const SavedView& view : views_) menu->addAction(view.name, this, [this, view] { openView(view); });
  menu->addSeparator();
  menu->addAction(tr("Save this view…"), this, &Application::askViewName);
  menu->addAction(tr("Rename or delete…"), this, &Application::openViews)->setEnabled(!views_.empty());
  window_->sidePanel()->setViewCount(views_.empty() ? QString() : formatCount(views_.size()));
}

void Application::askViewName() {
  auto* dialog = new ViewNameDialog(tr("Save this view"), {}, window_.get());
  connect(dialog, &ViewNameDialog::named, this, &Application::saveView);
  dialog->open();
}

void Application::openViews() {
  auto* dialog = new ViewsDialog(views_, window_.get());
  connect(dialog, &ViewsDialog::changed, this, &Application::setViews);
  connect(dialog, &ViewsDialog::openAsked, this, &Application::openView);
  dialog->open();
}

void Application::openSettings() {
  auto* dialog = new SettingsDialog(preferences_, QString::fromStdString(defaultStorePath().string()), window_.get());
  // A new language builds the window anew, and the dialog with it.
  connect(
      dialog, &SettingsDialog::changed, this,
      [this](const Preferences& preferences) {
        const MainWindow* before = window_.get();
        setPreferences(preferences);
        if (window_.get() != before) openSettings();
      },
      Qt::QueuedConnection);
  dialog->open();
}

void Application::openShortcuts() {
  (new ShortcutsSheet(window_->possibleActions(), window_->pages(), window_.get()))->open();
}

void Application::startTour() {
  auto* tour = new Tour(window_.get(), tourSteps(*window_));
  tour->applyTheme(themeNamed(themeOf(preferences_)));
  applyThemeTo(*tour, themeNamed(themeOf(preferences_)));
  tour->start();
}

}  // namespace leadlight
