#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "app/gui/scoring_list.h"
#include "app/gui/scoring_page.h"
#include "leads_session.h"
#include "scoring/scorecard_json.h"
#include "widgets/kit/button.h"
#include "widgets/score_bands.h"
#include "widgets/score_points.h"

namespace leadlight {

using testing::leadFile;
using testing::LoadedSession;
using testing::settles;

class ScoringPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    session_ = std::make_unique<LoadedSession>(leadFile());
    QVERIFY(session_->ready());
    page_ = std::make_unique<ScoringPage>(**session_);
    page_->resize(1100, 700);
    page_->show();
    QVERIFY(QTest::qWaitFor([this] { return page_->list()->count() > 0; }, 10'000));
    QVERIFY(settles(*page_));
  }
  void cleanupTestCase() {
    page_.reset();
    session_.reset();
  }

  void theChampionIsChosenFirst() {
    const auto& scorecards = (*session_)->snapshot()->scorecards;
    QCOMPARE(static_cast<std::size_t>(page_->list()->count()), scorecards.size());
    QVERIFY(scorecards[static_cast<std::size_t>(page_->list()->chosen())].stored.champion);
  }

  void theLeadsOfAllBandsAreAllLeads() {
    std::uint64_t leads = 0;
    for (const BandRow& band : page_->bands()->rows()) {
      leads += band.leads;
      QVERIFY(band.leads == 0 || (band.low <= band.rate && band.rate <= band.high));
    }
    QCOMPARE(leads, std::uint64_t{(*session_)->snapshot()->frame.rows()});
  }

  void theLeadsOfEachTermAreAllLeadsAndItsConversionsAllConversions() {
    const Snapshot& snapshot = *(*session_)->snapshot();
    const Scorecard& scorecard = snapshot.champion->scorecard;
    QCOMPARE(page_->terms().size(), scorecard.terms.size());
    for (const PointsView* term : page_->terms()) {
      std::uint64_t leads = 0;
      for (const PointsRow& row : term->rows()) leads += row.leads;
      QCOMPARE(leads, std::uint64_t{snapshot.frame.rows()});
    }
  }

  void evidenceOfALookupAgreesWithCountingRowByRow() {
    const Snapshot& snapshot = *(*session_)->snapshot();
    const Scorecard& scorecard = snapshot.champion->scorecard;
    const Result<EvidencePtr> evidence = evidenceOf(scorecard, snapshot.frame, snapshot.target, {});
    QVERIFY(bool(evidence));
    for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
      std::vector<std::uint64_t> counted(termGroups(scorecard.terms[i]), 0);
      for (std::size_t row = 0; row < snapshot.frame.rows(); ++row) {
        const Result<Ledger> ledger = ledgerOf(scorecard, snapshot.frame, row);
        QVERIFY(bool(ledger));
        const std::size_t group = termGroupOf(scorecard.terms[i], ledger->lines[i]);
        ++counted[group];
        const double points = pointsOfGroup(scorecard.terms[i], group);
        QVERIFY(std::isnan(points) || points == ledger->lines[i].points);
      }
      for (std::size_t group = 0; group < counted.size(); ++group)
        QCOMPARE((*evidence)->terms[i][group].leads, counted[group]);
    }
  }

  void theButtonMakesAnotherScorecardTheChampion() {
    const int before = page_->list()->count();
    Scorecard challenger = (*session_)->snapshot()->champion->scorecard;
    challenger.name = "Challenger";
    challenger.base += 1;
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("challenger.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(toJson(challenger).c_str());
    file.close();
    (*session_)->importScorecard(file.fileName());
    QVERIFY(QTest::qWaitFor([&] { return page_->list()->count() == before + 1; }, 20'000));
    const double score = (*session_)->snapshot()->frame.find(scoreColumn)->number(0);
    const int other =
        page_->list()->row(page_->list()->findItems(QStringLiteral("Challenger"), Qt::MatchExactly).front());
    QVERIFY(!page_->championButton()->isVisible());
    page_->list()->setCurrentRow(other);
    QVERIFY(page_->championButton()->isVisible());
    const std::string name = (*session_)->snapshot()->scorecards[static_cast<std::size_t>(other)].stored.name;
    page_->championButton()->click();
    QVERIFY(QTest::qWaitFor(
        [&] { return !(*session_)->busy() && (*session_)->snapshot()->champion->stored.name == name; }, 20'000));
    QVERIFY(QTest::qWaitFor([&] { return !page_->championButton()->isVisible(); }, 5000));
    QCOMPARE((*session_)->snapshot()->frame.find(scoreColumn)->number(0), score + 1);
  }

 private:
  std::unique_ptr<LoadedSession> session_;
  std::unique_ptr<ScoringPage> page_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ScoringPageTest)
#include "scoring_page_test.moc"
