#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTest>
#include <algorithm>

#include "app/gui/scoring/scoring_bands_card.h"
#include "app/gui/scoring/scoring_curves.h"
#include "app/gui/scoring/scoring_list.h"
#include "app/gui/scoring/scoring_page.h"
#include "leads_session.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"

// What the scoring page makes of scores that come in steps, as those of hand-written points do.

namespace leadlight {

using testing::leadFile;
using testing::LoadedSession;
using testing::patience;
using testing::settles;
using testing::shown;

class ScoringStepsTest : public QObject {
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

  void capacityNamesTheScoreFromWhichToCall() {
    ScoringBandsCard& card = *page_->bandsCard();
    card.kindBox()->setCurrentIndex(0);
    card.numberBox()->setValue(150);
    QVERIFY2(card.useButton()->isEnabled(), qPrintable(card.sentence()->text()));
    QVERIFY(card.sentence()->text().contains(QStringLiteral("score")));
  }

  // Points come in steps, so a list may be shorter than asked for: it says what the next step would bring.
  void aShorterListThanAskedForSaysWhy() {
    ScoringBandsCard& card = *page_->bandsCard();
    const std::vector<Ranking::Step>& steps = page_->scene().study->ranking.steps();
    const auto wide = std::adjacent_find(
        steps.begin(), steps.end(), [](const auto& a, const auto& b) { return b.leads > a.leads + 1 && a.leads > 0; });
    QVERIFY(wide != steps.end());
    const Ranking::Step& next = *(wide + 1);
    card.kindBox()->setCurrentIndex(0);
    card.numberBox()->setValue(static_cast<double>(next.leads - 1));
    QVERIFY2(card.sentence()->text().contains("there would be " + formatCount(next.leads)),
             qPrintable(card.sentence()->text()));
    card.numberBox()->setValue(static_cast<double>(next.leads));
    QVERIFY(!card.sentence()->text().contains(QStringLiteral("there would be")));
    if (steps.front().leads > 1) {
      card.numberBox()->setValue(static_cast<double>(steps.front().leads - 1));
      QVERIFY(card.sentence()->text().endsWith("has " + formatCount(steps.front().leads) + " leads."));
    }
    card.numberBox()->setValue(1e8);
    QVERIFY(card.sentence()->text().contains(QStringLiteral("no more leads")));
  }

  // The scores of hand-written points come in fives: bins of another width would be full and empty in turn.
  void scoresThatComeInFivesHaveABinEach() {
    ScoringStudy study;
    const std::vector<double> scores = {0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60};
    study.ranking = Ranking(scores, std::vector<std::uint8_t>(scores.size(), 0));
    const double width = scoreBinWidth({&study}, 60, 50);
    QCOMPARE(width, 5.0);
    const MirrorModel model = histogramModel(study, 0, 60, 1, width);
    QCOMPARE(model.converted, std::vector<std::uint64_t>(scores.size(), 1));
    QCOMPARE(model.high, 65.0);
    QCOMPARE(scoreBinWidth({&study}, 60, 8), 10.0);
  }

 private:
  std::unique_ptr<LoadedSession> session_;
  std::unique_ptr<ScoringPage> page_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ScoringStepsTest)
#include "scoring_steps_test.moc"
