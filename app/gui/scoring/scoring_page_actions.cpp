#include <QBoxLayout>
#include <QFileDialog>
#include <QMenu>
#include <QPointer>

#include "app/gui/scoring/scoring_bands_card.h"
#include "app/gui/scoring/scoring_export.h"
#include "app/gui/scoring/scoring_list.h"
#include "app/gui/scoring/scoring_page.h"
#include "app/gui/scoring/scoring_save_dialog.h"
#include "app/gui/scoring/scoring_studio_tab.h"
#include "app/gui/scoring/scoring_versions_dialog.h"
#include "app/gui/sentences.h"
#include "scoring/scorecard_json.h"
#include "widgets/kit/button.h"
#include "widgets/kit/card.h"

// What the page does to scorecards: save, promote, go back, import, export.

namespace leadlight {

void ScoringPage::makeActions() {
  export_ = new Button(Icon::Export, tr("Export"), ButtonKind::Plain);
  learn_ = new Button(Icon::Target, tr("Train a scorecard"), ButtonKind::Plain);
  champion_ = new Button(Icon::Crown, tr("Make champion"), ButtonKind::Primary);
  champion_->setToolTip(tr("Scores every lead with this scorecard"));
  band_ = new Button(QString(), ButtonKind::Primary);
  for (Button* button : {export_, learn_, champion_, band_}) actions()->addWidget(button);
  auto* menu = new QMenu(export_);
  for (const ExportFormat& format : exportFormats())
    connect(menu->addAction(format.title), &QAction::triggered, this, [this, format] { askExport(format); });
  export_->setMenu(menu);
  connect(learn_, &QPushButton::clicked, this, [this] { showTab(Train); });
  connect(champion_, &QPushButton::clicked, this, [this] {
    if (const RegisteredScorecard* registered = scene_.scorecard()) session().setChampion(registered->stored.id);
  });
  connect(band_, &QPushButton::clicked, this, [this] {
    if (const std::optional<NewVersion> version = studio_->topBandAtThreshold())
      save(*version, studio_->topBandWords());
  });
}

// Behind the list's three dots.
void ScoringPage::makeMenu() {
  auto* menu = new QMenu(listCard_);
  connect(menu->addAction(tr("Import a scorecard")), &QAction::triggered, this, &ScoringPage::askImport);
  connect(menu->addAction(tr("Versions of this scorecard")), &QAction::triggered, this, &ScoringPage::showVersions);
  connect(menu->addAction(tr("Score all leads again")), &QAction::triggered, this, [this] {
    if (!session().busy()) session().rescore();
  });
  listCard_->setMenu(menu);
}

void ScoringPage::refreshActions() {
  const RegisteredScorecard* registered = scene_.scorecard();
  const bool free = !session().busy();
  const QString bandWords = tab() == Studio ? studio_->topBandWords() : QString();
  champion_->setVisible(registered && !registered->stored.champion && tab() != Train);
  champion_->setEnabled(free && registered && registered->stored.id != 0);
  champion_->setKind(bandWords.isEmpty() ? ButtonKind::Primary : ButtonKind::Plain);
  band_->setVisible(!bandWords.isEmpty());
  band_->setText(bandWords);
  band_->setEnabled(free);
  export_->setEnabled(registered && scene_.snapshot->dataset);
  learn_->setVisible(tab() != Train);
  bandsCard_->setBusy(!free);
  for (ScoringTab* view : views_) view->setBusy(!free);
}

void ScoringPage::save(const NewVersion& version, const QString& suggestedReason) {
  auto* dialog = new ScoringSaveDialog(version, suggestedReason, this);
  connect(dialog, &ScoringSaveDialog::saved, this, [this](const NewVersion& named) {
    wanted_ = named.scorecard.name;
    session().saveScorecard(named.scorecard, named.promote);
  });
  dialog->open();
}

void ScoringPage::rememberLearned(const NewVersion& version, const StudyPtr& study, qint64 event) {
  pending_ = Pending{version.scorecard.name, study, event};
  wanted_ = version.scorecard.name;
  session().saveScorecard(version.scorecard, version.promote);
}

// The line of one scorecard once more, with what is known of it by now.
void ScoringPage::showAuc(qint64 scorecardId) {
  for (std::size_t i = 0; i < scene_.scorecards.size(); ++i)
    if (scene_.scorecards[i].stored.id == scorecardId && static_cast<int>(i) < list_->count())
      list_->setEntry(static_cast<int>(i), entryOf(scene_.scorecards[i], known_[scorecardId].honest()));
}

void ScoringPage::askImport() {
  auto* dialog = new QFileDialog(this, tr("Import a scorecard"), QString(), tr("Scorecards (*.json)"));
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { session().importScorecard(file); });
  dialog->open();
}

void ScoringPage::askExport(const ExportFormat& format) {
  const RegisteredScorecard* registered = scene_.scorecard();
  if (!registered || !scene_.snapshot->dataset) return;
  auto* dialog = new QFileDialog(this, tr("Export %1").arg(format.title), QString(), format.filter);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(format.suffix);
  dialog->selectFile(QStringLiteral("%1-v%2.%3")
                         .arg(fileStem(registered->stored.name))
                         .arg(registered->stored.version)
                         .arg(format.suffix));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(
      dialog, &QFileDialog::fileSelected, this,
      [this, format, scorecard = registered->scorecard](const QString& file) { exportTo(scorecard, format, file); });
  dialog->open();
}

void ScoringPage::exportTo(const Scorecard& scorecard, const ExportFormat& format, const QString& file) {
  session().read<Status>(
      this,
      [scorecard, format, path = std::filesystem::path(file.toStdU16String()),
       dataset = *scene_.snapshot->dataset](Store&) { return writeScorecard(scorecard, format, dataset, path); },
      [this, file](const Status& done) {
        emit notified(done ? tr("Exported to %1.").arg(QFileInfo(file).fileName()) : sentenceOf(done.error()));
      });
}

void ScoringPage::showVersions() {
  const RegisteredScorecard* registered = scene_.scorecard();
  if (!registered) return;
  using Versions = std::vector<RegisteredScorecard>;
  session().read<Versions>(
      this,
      [name = registered->stored.name](Store& store) {
        Versions versions;
        const auto all = store.scorecards();
        if (!all) return versions;
        for (const StoredScorecard& stored : *all) {
          if (stored.name != name) continue;
          if (auto scorecard = parseScorecard(stored.json, stored.name))
            versions.push_back({stored, *std::move(scorecard)});
        }
        return versions;
      },
      [this](Versions versions) {
        auto* dialog = new ScoringVersionsDialog(std::move(versions), theme(), this);
        connect(dialog, &ScoringVersionsDialog::wanted, this, [this](const RegisteredScorecard& version) {
          const RegisteredScorecard* now = scene_.scorecard();
          save({version.scorecard, now && now->stored.champion}, tr("Back to version %1").arg(version.stored.version));
        });
        dialog->open();
      });
}

}  // namespace leadlight
