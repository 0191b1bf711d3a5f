#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <algorithm>

#include "app/gui/scoring/scoring_bands_card.h"
#include "app/gui/scoring/scoring_compare_tab.h"
#include "app/gui/scoring/scoring_effect_card.h"
#include "app/gui/scoring/scoring_evaluate_tab.h"
#include "app/gui/scoring/scoring_list.h"
#include "app/gui/scoring/scoring_page.h"
#include "app/gui/scoring/scoring_points_tab.h"
#include "app/gui/scoring/scoring_save_dialog.h"
#include "app/gui/scoring/scoring_studio_tab.h"
#include "app/gui/scoring/scoring_train_tab.h"
#include "app/gui/scoring/scoring_words.h"
#include "leads_session.h"
#include "scoring/scorecard_json.h"
#include "widgets/band_moves.h"
#include "widgets/charts/curve_chart.h"
#include "widgets/charts/mirror_histogram.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/kit/kpi_tile.h"
#include "widgets/kit/plain_table.h"
#include "widgets/kit/progress_strip.h"
#include "widgets/score_bands.h"
#include "widgets/score_matrix.h"
#include "widgets/score_points.h"
#include "widgets/score_points_outline.h"

namespace leadlight {

using testing::leadFile;
using testing::LoadedSession;
using testing::patience;
using testing::settles;
using testing::shown;

class ScoringPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    session_ = std::make_unique<LoadedSession>(leadFile());
    QVERIFY(session_->ready());
    page_ = shown<ScoringPage>(**session_);
    QVERIFY(QTest::qWaitFor([this] { return page_->list()->count() > 0; }, patience));
    QVERIFY(settles(*page_));
  }
  void cleanupTestCase() {
    page_.reset();
    session_.reset();
  }

  void theChampionIsChosenFirst() {
    QVERIFY(page_->scene().scorecard());
    QVERIFY(page_->scene().scorecard()->stored.champion);
    QCOMPARE(page_->tab(), ScoringPage::Points);
  }

  void theLeadsOfAllBandsAreAllLeads() {
    std::uint64_t leads = 0;
    for (const BandRow& band : page_->bandsCard()->bands()->rows()) {
      leads += band.leads;
      QVERIFY(band.leads == 0 || (band.low <= band.rate && band.rate <= band.high));
    }
    QCOMPARE(leads, std::uint64_t{(*session_)->snapshot()->frame.rows()});
  }

  void theLeadsOfEachTermAreAllLeads() {
    const Snapshot& snapshot = *(*session_)->snapshot();
    const Scorecard& scorecard = snapshot.champion->scorecard;
    QCOMPARE(page_->points()->terms().size(), scorecard.terms.size());
    for (const PointsView* term : page_->points()->terms()) {
      std::uint64_t leads = 0;
      for (const PointsRow& row : term->rows()) leads += row.leads;
      QCOMPARE(leads, std::uint64_t{snapshot.frame.rows()});
    }
  }

  void evidenceOfATermAgreesWithCountingRowByRow() {
    const Snapshot& snapshot = *(*session_)->snapshot();
    const Scorecard& scorecard = snapshot.champion->scorecard;
    const Result<EvidencePtr> evidence = evidenceOf(scorecard, snapshot.frame, snapshot.target, {});
    QVERIFY(bool(evidence));
    const std::size_t rows = std::min<std::size_t>(snapshot.frame.rows(), 2000);
    for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
      std::vector<std::uint64_t> counted(scorecard.terms[i].slotCount(), 0);
      for (std::size_t row = 0; row < rows; ++row) {
        const Result<Ledger> ledger = ledgerOf(scorecard, snapshot.frame, row);
        QVERIFY(bool(ledger));
        const std::size_t slot = ledger->lines[i].slot;
        ++counted[slot];
        if (std::holds_alternative<LookupTerm>(scorecard.terms[i].kind) ||
            std::holds_alternative<StepsTerm>(scorecard.terms[i].kind))
          QCOMPARE(pointsOfSlot(scorecard.terms[i], slot), ledger->lines[i].points);
      }
      for (std::size_t slot = 0; slot < counted.size(); ++slot)
        QVERIFY((*evidence)->terms[i][slot].leads >= counted[slot]);
    }
  }

  void editedPointsShowTheirEffectAndAreSavedOnlyOnRequest() {
    ScoringPointsTab& tab = *page_->points();
    QVERIFY(!tab.effectShown());
    const std::size_t group = tab.terms()[0]->rows()[0].group;
    const double before = pointsOfSlot(tab.draft().original().terms[0], group);
    emit tab.terms()[0]->edited(0, before + 30, true);
    QVERIFY(tab.effectShown());
    QVERIFY(settles(*page_));
    QVERIFY2(tab.effect()->words().contains(QStringLiteral("AUC")), qPrintable(tab.effect()->words()));
    QCOMPARE(pointsOfSlot(tab.draft().now().terms[0], group), before + 30);
    tab.effect()->undoButton()->click();
    QVERIFY(!tab.draft().changed());
    emit tab.terms()[0]->edited(0, before + 5, true);
    tab.effect()->discardButton()->click();
    QVERIFY(!tab.effectShown());
    QVERIFY(settles(*page_));
  }

  void theKeysAreThoseOfTheTab() {
    const Page& page = *page_;
    QVERIFY(!page.keys().contains(QLatin1String("threshold")));
    QSignalSpy told(page_.get(), &Page::keysChanged);
    page_->showTab(ScoringPage::Studio);
    QCOMPARE(told.count(), 1);
    QVERIFY(page.keys().contains(QLatin1String("threshold")));
    page_->showTab(ScoringPage::Points);
  }

  void oneThresholdMovesWordsMatrixAndMoney() {
    page_->showTab(ScoringPage::Studio);
    QVERIFY(settles(*page_));
    ScoringStudioTab& studio = *page_->studio();
    QTest::keyClick(studio.histogram(), Qt::Key_Home);
    const ScoreMatrix all = studio.matrix()->matrix();
    QCOMPARE(all.leads(), std::uint64_t{(*session_)->snapshot()->frame.rows()});
    QCOMPARE(all.missed + all.leftAlone, std::uint64_t{0});
    studio.box()->setValue(60);
    QCOMPARE(studio.threshold(), 60.0);
    QCOMPARE(studio.histogram()->threshold(), 60.0);
    const ScoreMatrix matrix = studio.matrix()->matrix();
    QVERIFY(matrix.won > 0 && matrix.missed > 0);
    QCOMPARE(matrix.won + matrix.missed, all.won);
    // Counted again, row by row.
    const ScoringStudy& study = *page_->scene().study;
    std::uint64_t won = 0;
    for (std::size_t i = 0; i < study.evaluation.score.size(); ++i)
      won += study.evaluation.score[i] >= 60 && study.evaluation.won[i] ? 1U : 0U;
    QCOMPARE(matrix.won, won);
    QCOMPARE(matrix.leftWords, formatRate(matrix.missed, matrix.missed + matrix.leftAlone) + " convert");
    studio.winBox()->setValue(100);
    studio.callBox()->setValue(10);
    const double money = 100.0 * static_cast<double>(won) - 10.0 * static_cast<double>(won + matrix.inVain);
    QCOMPARE(studio.money()->model().mark->y, money);
  }

  void theTopBandStartsAtTheThresholdAsANewVersion() {
    page_->showTab(ScoringPage::Studio);
    page_->studio()->setThreshold(62);
    QVERIFY(page_->bandButton()->isVisible());
    const qint64 version = page_->scene().scorecard()->stored.version;
    page_->bandButton()->click();
    auto* dialog = page_->findChild<ScoringSaveDialog*>();
    QVERIFY(dialog);
    QVERIFY(dialog->promoteBox()->isChecked());
    dialog->reasonEdit()->setText(QStringLiteral("More time this month"));
    dialog->accept();
    QVERIFY(QTest::qWaitFor(
        [&] {
          const RegisteredScorecard* now = page_->scene().scorecard();
          return !(*session_)->busy() && now && now->stored.version == version + 1;
        },
        patience));
    const RegisteredScorecard& now = *page_->scene().scorecard();
    QVERIFY(now.stored.champion);
    QCOMPARE(now.scorecard.bands.front().from, 62.0);
    QCOMPARE(now.scorecard.provenance.reason, std::string("More time this month"));
    QVERIFY(settles(*page_));
  }

  void evaluationSaysWhatTheFiguresMean() {
    page_->showTab(ScoringPage::Evaluate);
    QVERIFY(settles(*page_));
    ScoringEvaluateTab& tab = *page_->evaluate();
    QCOMPARE(tab.tiles().size(), std::size_t{7});
    QVERIFY(!tab.result()->text().isEmpty());
    for (const CurveChart* chart : tab.charts()) QVERIFY(chart->itemCount() > 0);
    int end = 0;
    for (const KpiTile* tile : tab.tiles()) end = std::max(end, tile->geometry().right());
    QCOMPARE(tab.tiles().back()->geometry().right(), end);  // both rows are filled
    // Rules give points: what only a chance has is left open, and why. Their AUC is the list's, too.
    QCOMPARE(tab.tiles()[2]->kpi().note, QStringLiteral("points give no chance"));
    QVERIFY(page_->list()->currentItem()->toolTip().contains("AUC " + tab.tiles()[0]->kpi().number));
    // Nothing was learned, so nothing can be judged on leads it had not seen.
    QVERIFY(!tab.evaluateButton()->isVisible());
  }

  void aColumnThatTellsNothingIsNotLearnedFromUnasked() {
    page_->showTab(ScoringPage::Train);
    QVERIFY(settles(*page_));
    TrainForm& form = *page_->train()->form();
    const std::vector<std::string> without = form.wish().exclude;
    for (const char* column : {"Magazine", "Prospect_ID", "Lead_Number"})
      QVERIFY2(std::find(without.begin(), without.end(), column) != without.end(), column);
    QMap<QString, QString> why;
    for (int row = 0; row < form.columnsTable()->rowCount(); ++row)
      why[form.columnsTable()->item(row, 0)->text()] = form.columnsTable()->item(row, 3)->text();
    QCOMPARE(why["Magazine"], QStringLiteral("always the same"));
    QCOMPARE(why["Prospect ID"], QStringLiteral("names each lead"));
    QCOMPARE(why["Lead Number"], QStringLiteral("names each lead"));
  }

  void aLedgersLineIsReadByTheLabelsOfItsColumns() {
    LedgerLine line;
    line.column = "Lead_Source, Lead_Origin";
    QCOMPARE(readsText(line, (*session_)->snapshot()->frame), QStringLiteral("Lead Source x Lead Origin"));
  }

  void aScorecardIsLearnedJudgedSavedAndCompared() {
    page_->showTab(ScoringPage::Train);
    QVERIFY(settles(*page_));
    TrainForm& form = *page_->train()->form();
    QCOMPARE(form.wish().target, std::string("Converted"));
    form.methodBox()->setCurrentIndex(3);
    QCOMPARE(form.wish().method, std::string("frequency"));
    form.setName(QStringLiteral("Learned here"));
    QVERIFY(form.trainButton()->isEnabled());
    form.trainButton()->click();
    QVERIFY(page_->train()->progress()->isVisible());
    QVERIFY(QTest::qWaitFor(
        [&] {
          const RegisteredScorecard* now = page_->scene().scorecard();
          return !(*session_)->busy() && now && now->stored.name == "Learned here";
        },
        patience));
    QVERIFY(settles(*page_));
    const RegisteredScorecard& learned = *page_->scene().scorecard();
    QVERIFY(learned.scorecard.provenance.metrics.contains("auc"));
    QVERIFY2(!learned.scorecard.provenance.dataDigest.empty(), "it says of which data it was learned");
    QVERIFY(page_->scene().study->honest());
    QVERIFY(!learned.stored.champion);

    page_->showTab(ScoringPage::Compare);
    QVERIFY(settles(*page_));
    ScoringCompareTab& compare = *page_->compare();
    QVERIFY(compare.challengerBox()->currentText().contains(QStringLiteral("Learned here")));
    QVERIFY(compare.movers()->rowCount() > 0);
    const QString mover = compare.movers()->item(0, 0)->text();
    QVERIFY2(compare.movers()->fontMetrics().horizontalAdvance(mover) < compare.movers()->columnWidth(0) - 16,
             qPrintable(mover));
    QVERIFY(compare.ledgers()->rowCount() > 0);
    std::uint64_t leads = 0;
    for (const BandMoves::Cell& cell : compare.moves()->moves().cells) leads += cell.leads;
    QCOMPARE(leads, std::uint64_t{(*session_)->snapshot()->frame.rows()});
  }

  void trainingIsStoppedByCancelAndChangesNothing() {
    page_->showTab(ScoringPage::Train);
    QVERIFY(settles(*page_));
    const int before = page_->list()->count();
    page_->train()->form()->methodBox()->setCurrentIndex(1);  // boosted: long enough
    page_->train()->form()->setName(QStringLiteral("Never"));
    ScoringTrainTab& train = *page_->train();
    for (const bool atOnce : {true, false}) {
      train.form()->trainButton()->click();
      QVERIFY2(train.learning(), "training never started");
      if (!atOnce) QTRY_VERIFY_WITH_TIMEOUT(!train.progress()->strip().figures.isEmpty(), patience);  // it has got on
      QVERIFY(train.learning());
      train.cancel();
      QTRY_VERIFY_WITH_TIMEOUT(!train.learning(), patience);
      QCOMPARE(train.result()->text(), QStringLiteral("Stopped. Everything is as it was."));
    }
    QCOMPARE(page_->list()->count(), before);
  }

  void aLongTermIsFoldedUntilOneOfItsStepsIsPicked() {
    Scorecard scorecard = (*session_)->snapshot()->champion->scorecard;
    scorecard.name = "Long";
    StepsTerm steps{"TotalVisits", {}, {0}};
    for (int edge = 1; edge <= 60; ++edge) {
      steps.edges.push_back(edge);
      steps.points.push_back(edge % 7);
    }
    scorecard.terms = {{"Visits", steps}};
    import(scorecard);
    page_->showTab(ScoringPage::Points);
    page_->list()->setCurrentRow(rowOf("Long"));
    QVERIFY(settles(*page_));
    PointsOutline* outline = page_->points()->outlines().front();
    PointsView* list = page_->points()->terms().front();
    QVERIFY(outline && outline->isVisible() && !list->isVisible());
    QCOMPARE(outline->rows().size(), list->rows().size());
    QTest::mouseClick(outline, Qt::LeftButton, {}, outline->columnRect(40).center().toPoint());
    QVERIFY(list->isVisible());
    auto* box = list->findChild<QDoubleSpinBox*>();
    QVERIFY(box && !box->visibleRegion().isEmpty());
    box->setValue(9);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(outline->rows()[40].points, 9.0);
    page_->points()->effect()->discardButton()->click();
    QCOMPARE(outline->rows()[40].points, 5.0);
  }

  void withoutAnOutcomeNothingIsDrawnThatNobodyKnows() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("open.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Prospect_ID,Asymmetrique_Activity_Score,Lead_Grade,Lead_Stage\n");
    for (int i = 0; i < 60; ++i)
      file.write(QStringLiteral("p%1,%2,%3,%4\n")
                     .arg(QString::number(i), QString::number(9 + i % 8), i % 3 ? "B" : "C", i % 2 ? "Open" : "Lost")
                     .toUtf8());
    file.close();
    LoadedSession session(file.fileName());
    QVERIFY(session.ready());
    const auto page = shown<ScoringPage>(*session);
    QVERIFY(QTest::qWaitFor([&] { return page->list()->count() > 0 && page->scene().study; }, patience));
    const auto visible = [&](auto* kind) {
      const auto all = page->findChildren<decltype(kind)>();
      return std::any_of(all.begin(), all.end(), [](const auto* one) { return one->isVisible(); });
    };
    for (const ScoringPage::Tab tab : {ScoringPage::Evaluate, ScoringPage::Studio, ScoringPage::Compare}) {
      page->showTab(tab);
      QVERIFY(settles(*page));
      QVERIFY(!visible(static_cast<CurveChart*>(nullptr)));
      QVERIFY(!visible(static_cast<QTableWidget*>(nullptr)));
      QCOMPARE(visible(static_cast<MirrorHistogram*>(nullptr)), tab == ScoringPage::Studio);
    }
    page->showTab(ScoringPage::Train);
    QVERIFY(settles(*page));
    const auto labels = page->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
      return label->isVisible() && label->text() == "Choose the column that says how it ended.";
    }));
  }

  void theButtonMakesAnotherScorecardTheChampion() {
    page_->showTab(ScoringPage::Points);
    const auto& all = page_->scene().scorecards;
    const auto champion =
        std::find_if(all.begin(), all.end(), [](const RegisteredScorecard& each) { return each.stored.champion; });
    page_->list()->setCurrentRow(static_cast<int>(champion - all.begin()));
    Scorecard challenger = (*session_)->snapshot()->champion->scorecard;
    challenger.name = "Challenger";
    challenger.base += 1;
    import(challenger);
    const double score = (*session_)->snapshot()->frame.find(scoreColumn)->number(0);
    const int other = rowOf("Challenger");
    QVERIFY(!page_->championButton()->isVisible());
    page_->list()->setCurrentRow(other);
    QVERIFY(page_->championButton()->isVisible());
    const std::string name = page_->scene().scorecards[static_cast<std::size_t>(other)].stored.name;
    page_->championButton()->click();
    QVERIFY(QTest::qWaitFor(
        [&] { return !(*session_)->busy() && (*session_)->snapshot()->champion->stored.name == name; }, patience));
    QVERIFY(QTest::qWaitFor([&] { return !page_->championButton()->isVisible(); }, patience));
    QCOMPARE((*session_)->snapshot()->frame.find(scoreColumn)->number(0), score + 1);
  }

 private:
  void import(const Scorecard& scorecard) {
    const int before = page_->list()->count();
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("scorecard.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(toJson(scorecard).c_str());
    file.close();
    (*session_)->importScorecard(file.fileName());
    QVERIFY(QTest::qWaitFor([&] { return page_->list()->count() == before + 1; }, patience));
  }
  int rowOf(const char* name) const {
    return page_->list()->row(page_->list()->findItems(QString::fromLatin1(name), Qt::MatchStartsWith).front());
  }

  std::unique_ptr<LoadedSession> session_;
  std::unique_ptr<ScoringPage> page_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ScoringPageTest)
#include "scoring_page_test.moc"
