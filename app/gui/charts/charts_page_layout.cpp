#include <QDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/charts/charts_add.h"
#include "app/gui/charts/charts_layout.h"
#include "app/gui/charts/charts_page.h"

namespace leadlight {
namespace {

// Least heights of the rows of cards: two rows fit a small window, three scroll in one and need not be low.
constexpr int wideRow = 244, narrowRow = 236, scrolledRow = 288;
// Each costs a little at every step of a brush.
constexpr std::size_t mostCharts = 20;

}  // namespace

// The parts of a row by weight, whatever the cards would like.
void ChartsPage::addPart(QHBoxLayout& row, QWidget* card, int weight) {
  QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Expanding);
  policy.setHorizontalStretch(weight);
  card->setSizePolicy(policy);
  row.addWidget(card, weight);
}

ChartCard* ChartsPage::makeCard(const ChartPlan& plan) {
  auto* card = new ChartCard(plan, grid_);
  connect(card, &ChartCard::conditionsWanted, this, &ChartsPage::wantConditions);
  connect(card, &ChartCard::notified, this, &Page::notified);
  connect(card, &ChartCard::planWanted, this, [this, card](const ChartPlan& wanted) { changePlan(card, wanted); });
  connect(card, &ChartCard::stepWanted, this, [this, card](ChartCard::Step way) { step(card, way); });
  connect(card, &ChartCard::fullSizeWanted, this, [this, card] { openFullSize(*card); });
  drag_->watch(*card);
  card->applyTheme(theme());
  applyThemeTo(*card, theme());
  return card;
}

// The first cards are made one by one, so that the window never waits for all of them.
void ChartsPage::build() {
  building_ = true;
  QTimer::singleShot(0, this, &ChartsPage::buildNext);
}

void ChartsPage::buildNext() {
  if (!building_) return;
  if (cards_.size() < plans_.size()) {
    cards_.push_back(makeCard(plans_[cards_.size()]));
    return build();
  }
  building_ = false;
  placeCards();
  showLinked(session().linked());
}

// Cards whose plan stays are kept with their focus; others go once the menu that asked for it is closed.
void ChartsPage::rebuild() {
  drag_->cancel();
  building_ = false;
  std::vector<ChartCard*> old = std::move(cards_);
  cards_.clear();
  for (const ChartPlan& plan : plans_) {
    const auto same = std::find_if(old.begin(), old.end(), [&](const ChartCard* card) {
      return card && card->plan().kind == plan.kind && card->plan().view.column == plan.view.column &&
             card->plan().view.across == plan.view.across && card->plan().measure == plan.measure;
    });
    if (same == old.end()) {
      cards_.push_back(makeCard(plan));
    } else {
      cards_.push_back(*same);
      cards_.back()->setPlan(plan);
      *same = nullptr;
    }
  }
  for (ChartCard* card : old)
    if (card) {
      card->hide();
      card->deleteLater();
    }
  placeCards();
}

// As many in a row as their widths allow; a row that is not full is stretched.
void ChartsPage::placeCards() {
  for (ChartCard* card : cards_) card->setParent(grid_);
  while (QLayoutItem* item = rows_->takeAt(0)) {
    if (QWidget* row = item->widget()) row->deleteLater();
    delete item;
  }
  constexpr int whole = 6;
  const auto sizeOf = [](const ChartPlan& plan) {
    return plan.width == ChartPlan::Width::Third ? 2 : plan.width == ChartPlan::Width::Half ? 3 : whole;
  };
  const bool scrolls = cards_.size() > 5;
  for (std::size_t next = 0; next < cards_.size();) {
    const std::size_t first = next;
    for (int room = whole; next < cards_.size() && sizeOf(plans_[next]) <= room; ++next) room -= sizeOf(plans_[next]);
    const bool wide = next - first == 2;
    auto* host = new QWidget(grid_);  // at once: each parent it gets later would style its cards anew
    host->setMinimumHeight(scrolls ? scrolledRow : wide ? wideRow : narrowRow);
    auto* row = new QHBoxLayout(host);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    for (std::size_t i = first; i < next; ++i) {
      // Bars with shares beside them need more room than what stands next to them.
      const bool source =
          wide && plans_[i].kind == ChartPlan::Kind::Source && plans_[i].width == ChartPlan::Width::Half;
      addPart(*row, cards_[i], source ? 440 : 100 * sizeOf(plans_[i]));
      cards_[i]->show();
    }
    rows_->addWidget(host, wide ? 344 : 312);
  }
}

void ChartsPage::takePlans(std::vector<ChartPlan> plans) {
  plans_ = std::move(plans);
  writeLayout(QString::fromStdU16String(session().storeFile().u16string()),
              QString::fromStdString(session().snapshot()->datasetName), layoutText(plans_));
  rebuild();
  askForViews();
  if (shown_) displayCards(shown_);
}

QJsonObject ChartsPage::viewState() const { return QJsonDocument::fromJson(layoutText(plans_)).object(); }

void ChartsPage::restoreViewState(const QJsonObject& state) {
  auto plans = layoutOf(QJsonDocument(state).toJson(QJsonDocument::Compact), *session().snapshot());
  if (plans && *plans != plans_) takePlans(*std::move(plans));
}

void ChartsPage::resetLayout() {
  takePlans(planCharts(*session().snapshot()));
  writeLayout(QString::fromStdU16String(session().storeFile().u16string()),
              QString::fromStdString(session().snapshot()->datasetName), {});
}

void ChartsPage::changePlan(ChartCard* card, const ChartPlan& plan) {
  const auto found = std::find(cards_.begin(), cards_.end(), card);
  if (found == cards_.end()) return;
  const auto whole = completed(plan, *session().snapshot());
  if (!whole) return;
  std::vector<ChartPlan> plans = plans_;
  plans[static_cast<std::size_t>(found - cards_.begin())] = *whole;
  takePlans(std::move(plans));
}

void ChartsPage::step(ChartCard* card, ChartCard::Step step) {
  const auto found = std::find(cards_.begin(), cards_.end(), card);
  if (found == cards_.end()) return;
  const auto at = static_cast<std::size_t>(found - cards_.begin());
  if (step == ChartCard::Step::Left && at > 0) moveTo(card, at - 1);
  if (step == ChartCard::Step::Right) moveTo(card, at + 2);
  if (step != ChartCard::Step::Remove) return;
  std::vector<ChartPlan> plans = plans_;
  plans.erase(plans.begin() + static_cast<std::ptrdiff_t>(at));
  takePlans(std::move(plans));
}

// `before`: a place among the cards as they stand, with the card itself.
void ChartsPage::moveTo(ChartCard* card, std::size_t before) {
  const auto found = std::find(cards_.begin(), cards_.end(), card);
  if (found == cards_.end() || before > plans_.size()) return;
  std::vector<ChartPlan> plans = plans_;
  const auto from = plans.begin() + (found - cards_.begin());
  const auto to = plans.begin() + static_cast<std::ptrdiff_t>(before);
  if (to > from)
    std::rotate(from, from + 1, to);
  else
    std::rotate(to, from, from + 1);
  if (plans != plans_) takePlans(std::move(plans));
}

void ChartsPage::openAdd() {
  if (plans_.size() >= mostCharts) {
    emit notified(tr("There is room for %1 charts. Remove one first.").arg(mostCharts));
    return;
  }
  auto* dialog = new ChartsAdd(session().snapshot(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  applyThemeTo(*dialog, theme());
  connect(dialog, &ChartsAdd::added, this, [this](const ChartPlan& plan) {
    std::vector<ChartPlan> plans = plans_;
    plans.push_back(plan);
    takePlans(std::move(plans));
  });
  dialog->open();
}

// The same chart in a window of its own, linked like the others.
void ChartsPage::openFullSize(const ChartCard& card) {
  auto* dialog = new QDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(card.plan().title);
  auto* all = new QVBoxLayout(dialog);
  all->setContentsMargins(12, 12, 12, 12);
  full_ = new ChartCard(card.plan());
  full_->chartMenu()->setEnabled(false);
  connect(full_, &ChartCard::conditionsWanted, this, &ChartsPage::wantConditions);
  connect(full_, &ChartCard::planWanted, this, [this, held = QPointer<const ChartCard>(&card)](const ChartPlan& plan) {
    if (!held) return;
    full_->setPlan(plan);
    changePlan(const_cast<ChartCard*>(held.data()), plan);
  });
  all->addWidget(full_);
  full_->applyTheme(theme());
  applyThemeTo(*full_, theme());
  dialog->resize(window()->size() * 9 / 10);
  dialog->open();
  if (shown_) displayCards(shown_);
}

}  // namespace leadlight
