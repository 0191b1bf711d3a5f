#include "app/gui/scoring/scoring_versions_dialog.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTableWidget>

#include "app/gui/scoring/scoring_tab.h"
#include "app/gui/scoring/scoring_words.h"
#include "app/gui/shipped_words.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/labels.h"

namespace leadlight {

ScoringVersionsDialog::ScoringVersionsDialog(std::vector<RegisteredScorecard> versions, const Theme& theme,
                                             QWidget* parent)
    : QDialog(parent), versions_(std::move(versions)) {
  const QString name = versions_.empty() ? QString() : scorecardTitle(versions_.front().stored.name);
  setWindowTitle(tr("Versions of %1").arg(name));
  setAttribute(Qt::WA_DeleteOnClose);
  resize(720, 360);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->addWidget(
      makeLabel(tr("Going back saves the earlier version anew, so that nothing is lost."), TextRole::Muted));
  table_ = new QTableWidget(static_cast<int>(versions_.size()), 5);
  table_->setAccessibleName(tr("Versions"));
  table_->setHorizontalHeaderLabels({tr("Version"), tr("Saved"), tr("Made by"), tr("AUC"), tr("Why")});
  table_->horizontalHeader()->setStretchLastSection(true);
  table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  dressTable(*table_);
  delegate_.setTheme(theme);
  table_->setItemDelegate(&delegate_);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  for (std::size_t i = 0; i < versions_.size(); ++i) {
    const RegisteredScorecard& version = versions_[i];
    const Provenance& from = version.scorecard.provenance;
    const auto auc = from.metrics.find("auc");
    const QString number = version.stored.champion ? tr("%1, champion").arg(version.stored.version)
                                                   : QString::number(version.stored.version);
    const QString cells[] = {
        number, formatDateTime(QString::fromStdString(version.stored.createdAt)), scorecardKindText(version.scorecard),
        auc == from.metrics.end() ? QString() : metricText(auc->second),
        from.reason.empty() ? descriptionText(version.scorecard) : QString::fromStdString(from.reason)};
    for (int column = 0; column < 5; ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setToolTip(cells[column]);
      item->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
      table_->setItem(static_cast<int>(i), column, item);
    }
  }
  table_->resizeColumnsToContents();
  layout->addWidget(table_, 1);
  auto* buttons = new QHBoxLayout;
  auto* close = new Button(tr("Close"), ButtonKind::Plain);
  back_ = new Button(Icon::Undo, tr("Go back to this version"), ButtonKind::Primary);
  back_->setEnabled(false);
  buttons->addStretch(1);
  buttons->addWidget(close);
  buttons->addWidget(back_);
  layout->addLayout(buttons);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  // The newest version is where one is.
  connect(table_, &QTableWidget::itemSelectionChanged, this, [this] { back_->setEnabled(table_->currentRow() > 0); });
  connect(back_, &QPushButton::clicked, this, [this] {
    emit wanted(versions_[static_cast<std::size_t>(table_->currentRow())]);
    accept();
  });
}

}  // namespace leadlight
