#include "app/gui/side_panel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "app/gui/nav_button.h"
#include "app/gui/shipped_words.h"
#include "widgets/format.h"

namespace leadlight {

namespace {
constexpr int wide = 208, narrow = 56;
}

SidePanel::SidePanel(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("sidePanel"));
  setFixedWidth(wide);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(8, 12, 8, 12);
  rows->setSpacing(2);

  auto* brand = new QHBoxLayout;
  brand->setContentsMargins(9, 1, 0, 10);
  brand->setSpacing(9);
  brand->addWidget(mark_ = new QLabel);
  brand_ = makeLabel(QStringLiteral("Leadlight"), TextRole::Strong);
  brand_->setStyleSheet(QStringLiteral("font-size: 12pt; font-weight: 700"));
  brand->addWidget(brand_, 1);
  collapse_ = Button::iconOnly(Icon::Collapse, tr("Collapse the panel"));
  brand->addWidget(collapse_);
  rows->addLayout(brand);
  connect(collapse_, &QPushButton::clicked, this, [this] { setCollapsed(!collapsed_); });

  pageRows_ = new QVBoxLayout;
  pageRows_->setSpacing(2);
  rows->addLayout(pageRows_);
  rows->addSpacing(6);
  search_ = addRow(rows, Icon::Search, tr("Search"), QStringLiteral("Ctrl+K"));
  search_->setCount(QStringLiteral("Ctrl K"));
  connect(search_, &QAbstractButton::clicked, this, &SidePanel::searchAsked);
  views_ = addRow(rows, Icon::Pin, tr("Views"), QStringLiteral("Ctrl+Shift+V"));
  viewsMenu_ = new QMenu(this);
  connect(views_, &QAbstractButton::clicked, this,
          [this] { viewsMenu_->popup(views_->mapToGlobal(QPoint(views_->width(), 0))); });
  dataset_ = addCard(rows, tr("Dataset"), tr("Dataset"));
  displayDatasets({});
  scorecard_ = addCard(rows, tr("Scorecard"), tr("Scorecard"));
  scorecard_.name->setWordWrap(true);  // names of scorecards say what they read
  rows->addStretch(1);

  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(0);
  themeButton_ = Button::iconOnly(Icon::Moon, tr("Light or dark"));
  settingsButton_ = Button::iconOnly(Icon::More, tr("Settings"));
  settings_ = new QMenu(settingsButton_);
  settingsButton_->setMenu(settings_);
  buttons->addWidget(themeButton_);
  buttons->addWidget(settingsButton_);
  buttons->addStretch(1);
  rows->addLayout(buttons);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(8, 4, 0, 0);
  foot->setSpacing(8);
  foot->addWidget(lock_ = new QLabel);
  foot->addWidget(stays_ = new ElidedLabel(tr("Stays on this machine"), TextRole::Caption), 1);
  rows->addLayout(foot);
  connect(themeButton_, &QPushButton::clicked, this, &SidePanel::themeToggled);
  applyTheme(theme_);
}

SidePanel::PickCard SidePanel::addCard(QVBoxLayout* rows, const QString& section, const QString& name) {
  PickCard card{};
  card.section = makeLabel(section, TextRole::Caption);
  card.section->setContentsMargins(10, 16, 0, 4);
  rows->addWidget(card.section);
  card.box = new QFrame;
  card.box->setProperty("role", "card");
  auto* lines = new QVBoxLayout(card.box);
  lines->setContentsMargins(10, 5, 4, 7);
  lines->setSpacing(0);
  auto* top = new QHBoxLayout;
  top->addWidget(card.name = new ElidedLabel({}, TextRole::Strong), 1);
  card.more = Button::iconOnly(Icon::ChevronDown, name);
  card.more->setIconSize({16, 16});
  card.more->setSmall();
  card.menu = new QMenu(card.more);
  card.more->setMenu(card.menu);
  top->addWidget(card.more);
  lines->addLayout(top);
  auto* bottom = new QHBoxLayout;
  bottom->setSpacing(5);
  bottom->addWidget(card.icon = new QLabel);
  card.icon->hide();
  bottom->addWidget(card.note = new ElidedLabel({}, TextRole::Caption), 1);
  lines->addLayout(bottom);
  rows->addWidget(card.box);
  return card;
}

NavButton* SidePanel::addRow(QVBoxLayout* rows, Icon icon, const QString& word, const QString& keys) {
  auto* button = new NavButton(icon, word, keys);
  button->setAutoExclusive(false);
  button->setCheckable(false);
  rows->addWidget(button);
  return button;
}

void SidePanel::setViewCount(const QString& count) { views_->setCount(count); }

void SidePanel::addPage(Icon icon, const QString& word) {
  const int index = static_cast<int>(pages_.size());
  auto* button = new NavButton(icon, word, QStringLiteral("Alt+%1").arg(index + 1));
  button->applyTheme(theme_);
  connect(button, &QAbstractButton::clicked, this, [this, index] { emit pageChosen(index); });
  pageRows_->addWidget(button);
  pages_.push_back(button);
}

void SidePanel::setCurrent(int page) { pages_[static_cast<std::size_t>(page)]->setChecked(true); }

void SidePanel::setCount(int page, const QString& count) { pages_[static_cast<std::size_t>(page)]->setCount(count); }

void SidePanel::display(const SnapshotPtr& snapshot) {
  dataset_.name->setFullText(QString::fromStdString(snapshot->datasetName));
  const int columns = snapshot->dataset ? static_cast<int>(snapshot->dataset->columns.size()) : 0;
  dataset_.note->setFullText(snapshot->dataset ? formatLeads(snapshot->frame.rows()) + QStringLiteral(" · ") +
                                                     tr("%n columns", nullptr, columns)
                                               : tr("no leads yet"));
  displayDatasets(*snapshot);
  displayScorecards(*snapshot);
}

void SidePanel::displayDatasets(const Snapshot& snapshot) {
  dataset_.menu->clear();
  for (const std::string& name : snapshot.datasets) {
    const QString word = QString::fromStdString(name);
    QAction* action = dataset_.menu->addAction(word, this, [this, word] { emit datasetChosen(word); });
    action->setCheckable(true);
    action->setChecked(name == snapshot.datasetName);
    action->setEnabled(name != snapshot.datasetName);
  }
  dataset_.menu->addSeparator();
  dataset_.menu->addAction(tr("Open another store…"), this, &SidePanel::openStoreAsked);
  dataset_.menu->addAction(tr("Read the store again"), this, &SidePanel::refreshAsked);
}

void SidePanel::displayScorecards(const Snapshot& snapshot) {
  scorecard_.menu->clear();
  for (const RegisteredScorecard& one : snapshot.scorecards) {
    const bool champion = snapshot.champion && snapshot.champion->stored.id == one.stored.id;
    QAction* action = scorecard_.menu->addAction(
        QStringLiteral("%1  v%2").arg(scorecardTitle(one.stored.name)).arg(one.stored.version), this,
        [this, id = one.stored.id] { emit championChosen(id); });
    action->setCheckable(true);
    action->setChecked(champion);
    action->setEnabled(!champion);
  }
  scorecard_.more->setVisible(!snapshot.scorecards.empty());
  scorecard_.icon->setVisible(snapshot.champion.has_value());
  if (!snapshot.champion) {
    scorecard_.name->setFullText(tr("None"));
    scorecard_.note->setFullText(tr("leads have no score"));
    return;
  }
  scorecard_.name->setFullText(scorecardTitle(snapshot.champion->stored.name));
  scorecard_.note->setFullText(tr("champion, v%1").arg(snapshot.champion->stored.version));
}

void SidePanel::setCollapsed(bool collapsed) {
  if (collapsed == collapsed_) return;
  collapsed_ = collapsed;
  setFixedWidth(collapsed ? narrow : wide);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{brand_, mark_, dataset_.section, dataset_.box, scorecard_.section,
                                       scorecard_.box, lock_, stays_, settingsButton_})
    widget->setVisible(!collapsed);
  for (NavButton* page : pages_) page->setCollapsed(collapsed);
  search_->setCollapsed(collapsed);
  views_->setCollapsed(collapsed);
  const QString name = collapsed ? tr("Widen the panel") : tr("Collapse the panel");
  collapse_->setToolTip(name);
  collapse_->setAccessibleName(name);
  emit collapsedChanged(collapsed);
}

void SidePanel::applyTheme(const Theme& theme) {
  theme_ = theme;
  mark_->setPixmap(markPixmap(26, theme, devicePixelRatioF()));
  lock_->setPixmap(iconPixmap(Icon::Lock, 16, theme.muted, devicePixelRatioF()));
  scorecard_.icon->setPixmap(iconPixmap(Icon::Crown, 14, theme.muted, devicePixelRatioF()));
  themeButton_->setIconShape(theme.dark() ? Icon::Sun : Icon::Moon);
}

}  // namespace leadlight
