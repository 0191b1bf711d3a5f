// What the window can do, as values for the palette, the shortcuts and whoever asks by name.

#include <QApplication>
#include <QLineEdit>
#include <QShortcut>
#include <algorithm>

#include "app/gui/files/files_page.h"
#include "app/gui/main_window.h"
#include "app/gui/page.h"
#include "app/gui/palette/command_palette.h"
#include "app/gui/shipped_words.h"
#include "app/gui/side_panel.h"

namespace leadlight {

void MainWindow::addPalette() {
  commands_ = new CommandPalette(session_, this);
  connect(commands_, &CommandPalette::columnWanted, this,
          [this](const QString& label) { showPage(QString::fromLatin1(pages::leads), label); });
  connect(commands_, &CommandPalette::leadWanted, this, &MainWindow::showLead);
  connect(commands_, &CommandPalette::findWanted, this, &MainWindow::findLeads);
  // A second key for an action; a text field takes it as a letter.
  connect(new QShortcut(Qt::Key_Question, this), &QShortcut::activated, this,
          [this] { runAction(QStringLiteral("help.keys")); });
}

void MainWindow::addActionSource(ActionSource source) {
  addShortcuts(source());
  sources_.push_back(std::move(source));
}

void MainWindow::addShortcuts(const Actions& actions) {
  for (const Action& action : actions)
    if (!action.keys.isEmpty())
      connect(new QShortcut(action.keys, this), &QShortcut::activated, this, [this, id = action.id] { runAction(id); });
}

Actions MainWindow::possibleActions() {
  Actions all;
  for (const ActionSource& source : sources_)
    for (Action& action : source()) all.push_back(std::move(action));
  for (Page* page : pages_)
    for (Action& action : page->possibleActions()) {
      // It may need its page to be seen.
      action.run = [this, page, run = std::move(action.run)] {
        showPage(page->id());
        run();
      };
      all.push_back(std::move(action));
    }
  return all;
}

bool MainWindow::runAction(const QString& id) {
  for (const Action& action : possibleActions()) {
    if (action.id != id) continue;
    if (action.enabled) action.run();
    return action.enabled;
  }
  return false;
}

Actions MainWindow::windowActions() {
  Actions all = pageActions();
  for (Actions some : {filterActions(), leadActions(), frameActions()})
    for (Action& action : some) all.push_back(std::move(action));
  return all;
}

Actions MainWindow::pageActions() {
  const QString group = tr("Pages");
  Actions all;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const int index = static_cast<int>(i);
    all.push_back({QStringLiteral("page.") + pages_[i]->id(), group, tr("Go to %1").arg(pages_[i]->title()),
                   QKeySequence(QStringLiteral("Alt+%1").arg(index + 1)), pages_[i]->icon(),
                   [this, index] { showIndex(index); }});
  }
  all.push_back({QStringLiteral("page.find"), group, tr("Find on this page"), QKeySequence(QKeySequence::Find),
                 Icon::Search, [this] { currentPage()->find(); }});
  return all;
}

Actions MainWindow::filterActions() {
  const QString group = tr("Filters");
  return {
      {QStringLiteral("filter.undo"), group, tr("Undo the last filter"), QKeySequence(QKeySequence::Undo), Icon::Undo,
       [this] { session_.undoFilter(); }, session_.canUndoFilter()},
      {QStringLiteral("filter.redo"), group, tr("Redo the filter"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
       Icon::Redo, [this] { session_.redoFilter(); }, session_.canRedoFilter()},
      {QStringLiteral("filter.clear"), group, tr("Clear all filters"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X),
       Icon::Close, [this] { session_.clearConditions(); }, !session_.conditions().empty()}};
}

Actions MainWindow::leadActions() {
  const QString group = tr("Leads");
  const Snapshot& snapshot = *session_.snapshot();
  Actions all = {
      {QStringLiteral("leads.load"), group, tr("Load lead files…"), QKeySequence(QKeySequence::Open), Icon::Files,
       [this] {
         showPage(QString::fromLatin1(pages::files));
         files_->chooseFiles();
       }},
      {QStringLiteral("leads.sample"), group, tr("Try the sample"), {}, Icon::Files, [this] { session_.loadSample(); }},
      {QStringLiteral("store.open"), group, tr("Open another store…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
       Icon::File, [this] { chooseStore(); }},
      {QStringLiteral("store.refresh"), group, tr("Read the store again"), QKeySequence(Qt::Key_F5), Icon::Clock,
       [this] { session_.refresh(); }},
      {QStringLiteral("store.snapshot"),
       group,
       tr("Make a snapshot of the store"),
       {},
       Icon::Save,
       [this] { session_.createSnapshot(); }},
      {QStringLiteral("task.stop"),
       group,
       tr("Stop the running task"),
       {},
       Icon::Close,
       [this] { session_.cancelTask(); },
       session_.busy()},
      {QStringLiteral("leads.now"),
       group,
       tr("Back to now"),
       {},
       Icon::Clock,
       [this] { session_.showAsOf(std::nullopt); },
       snapshot.asOf.has_value()},
      {QStringLiteral("leads.rescore"),
       group,
       tr("Score all leads again"),
       {},
       Icon::Scoring,
       [this] { session_.rescore(); },
       snapshot.champion.has_value()}};
  for (const std::string& name : snapshot.datasets)
    if (name != snapshot.datasetName)
      all.push_back({QStringLiteral("dataset.") + QString::fromStdString(name),
                     group,
                     tr("Show the dataset %1").arg(QString::fromStdString(name)),
                     {},
                     Icon::Leads,
                     [this, name] { session_.showDataset(name); }});
  for (const RegisteredScorecard& one : snapshot.scorecards) {
    if (snapshot.champion && snapshot.champion->stored.id == one.stored.id) continue;
    all.push_back({QStringLiteral("champion.%1").arg(one.stored.id),
                   group,
                   tr("Make %1 the champion").arg(scorecardTitle(one.stored.name)),
                   {},
                   Icon::Crown,
                   [this, id = one.stored.id] { session_.setChampion(id); }});
  }
  return all;
}

// Under the mouse the panel does the same.
Actions MainWindow::frameActions() {
  const QString group = tr("Window");
  const bool dark = theme_.dark();
  return {
      {QStringLiteral("window.commands"), group, tr("Search everything"), QKeySequence(Qt::CTRL | Qt::Key_K),
       Icon::Search, [this] { commands_->open(possibleActions()); }},
      {QStringLiteral("window.theme"), group, dark ? tr("Light colours") : tr("Dark colours"),
       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), dark ? Icon::Sun : Icon::Moon,
       [this, dark] { emit themeChosen(dark ? QStringLiteral("light") : QStringLiteral("dark")); }},
      {QStringLiteral("window.panel"), group, panel_->collapsed() ? tr("Widen the panel") : tr("Collapse the panel"),
       QKeySequence(Qt::CTRL | Qt::Key_B), Icon::Collapse, [this] { panel_->setCollapsed(!panel_->collapsed()); }},
      {QStringLiteral("window.english"),
       group,
       QStringLiteral("English"),
       {},
       Icon::Info,
       [this] { emit languageChosen(QStringLiteral("en")); }},
      {QStringLiteral("window.spanish"),
       group,
       QString::fromUtf8("Español"),
       {},
       Icon::Info,
       [this] { emit languageChosen(QStringLiteral("es")); }},
      {QStringLiteral("window.close"), group, tr("Close this window"), QKeySequence(Qt::CTRL | Qt::Key_W), Icon::Close,
       [this] { close(); }},
      {QStringLiteral("window.quit"), group, tr("Leave Leadlight"), QKeySequence(Qt::CTRL | Qt::Key_Q), Icon::Close,
       [] { QApplication::closeAllWindows(); }}};
}

// A lead that the filter leaves out would not be in the table.
void MainWindow::showLead(qint64 leadId, quint32 row) {
  const Linked& linked = *session_.linked();
  if (linked.snapshot == session_.snapshot() && row < linked.rows.rows() && !linked.rows.contains(row)) {
    session_.clearConditions();
    say(tr("The filters are cleared to show this lead. Undo brings them back."));
  }
  showPage(QString::fromLatin1(pages::leads), leadId);
}

void MainWindow::findLeads(const QString& text) {
  showPage(QString::fromLatin1(pages::leads));
  currentPage()->find();
  if (auto* field = qobject_cast<QLineEdit*>(focusWidget())) field->setText(text);
}

}  // namespace leadlight
