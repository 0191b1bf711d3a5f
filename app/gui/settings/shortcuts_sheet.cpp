#include "app/gui/settings/shortcuts_sheet.h"

#include <QGridLayout>
#include <QScrollArea>
#include <algorithm>
#include <utility>

#include "app/gui/page.h"
#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

namespace leadlight {

namespace {

struct KeyLine {
  QString words, keys;
};
struct KeyGroup {
  QString title;
  std::vector<KeyLine> lines;
};

std::vector<KeyGroup> groupsOf(const Actions& actions) {
  std::vector<KeyGroup> groups;
  for (const Action& action : actions) {
    if (action.keys.isEmpty()) continue;
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](const KeyGroup& one) { return one.title == action.group; });
    if (group == groups.end()) group = groups.insert(groups.end(), KeyGroup{action.group, {}});
    group->lines.push_back({action.words, action.keys.toString(QKeySequence::NativeText)});
  }
  return groups;
}

// What the status line tells of each page, one under the other beside its title.
KeyGroup groupOfPages(const QString& title, const std::vector<Page*>& pages) {
  KeyGroup group{title, {}};
  for (const Page* page : pages) {
    QString name = page->title();
    for (const QString& words : page->keys().split(QStringLiteral("    "), Qt::SkipEmptyParts))
      group.lines.push_back({words, std::exchange(name, {})});
  }
  return group;
}

QVBoxLayout* makeGroup(const KeyGroup& group) {
  auto* rows = new QVBoxLayout;
  rows->setSpacing(4);
  rows->addWidget(makeLabel(group.title, TextRole::CardTitle));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(16);
  grid->setVerticalSpacing(3);
  grid->setColumnStretch(1, 1);
  for (const KeyLine& line : group.lines) {
    const int row = grid->rowCount();
    grid->addWidget(makeLabel(line.keys, TextRole::Strong), row, 0);
    grid->addWidget(makeLabel(line.words, TextRole::Body), row, 1);
  }
  rows->addLayout(grid);
  rows->addSpacing(4);
  return rows;
}

}  // namespace

ShortcutsSheet::ShortcutsSheet(const Actions& actions, const std::vector<Page*>& pages, QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("All keys"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(20, 16, 20, 16);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setAccessibleName(tr("All keys"));
  auto* inner = new QWidget;
  inner->setObjectName(QStringLiteral("scrolled"));
  auto* columns = new QHBoxLayout(inner);
  columns->setContentsMargins(0, 0, 8, 0);
  columns->setSpacing(32);
  auto* left = new QVBoxLayout;
  auto* right = new QVBoxLayout;
  columns->addLayout(left, 1);
  columns->addLayout(right, 1);
  std::vector<KeyGroup> groups = groupsOf(actions);
  groups.push_back(groupOfPages(tr("On the pages"), pages));
  std::size_t lines = 0, done = 0;
  for (const KeyGroup& group : groups) lines += group.lines.size() + 2;
  for (const KeyGroup& group : groups) {
    (2 * done < lines ? left : right)->addLayout(makeGroup(group));
    done += group.lines.size() + 2;
  }
  left->addStretch(1);
  right->addStretch(1);
  scroll->setWidget(inner);
  all->addWidget(scroll, 1);
  all->addLayout(closingRow(*this, tr("Close")));
  resize(860, 740);
}

}  // namespace leadlight
