#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>

#include "app/gui/charts/charts_page.h"
#include "leads_session.h"
#include "widgets/style.h"

namespace leadlight {

using testing::patience;

// Cards moved by their title rows, with the mouse.
class ChartsDragTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("leadlight"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
    leadlight::applyTheme(*qApp, lightTheme());
    session_ = std::make_unique<testing::LoadedSession>(testing::leadFile());
    QVERIFY(session_->ready());
  }

  void init() {
    QSettings().clear();
    page_ = testing::shown<ChartsPage>(**session_);
    QTRY_VERIFY_WITH_TIMEOUT(page_->settled() && page_->cards().size() >= 4 && page_->cards().back()->width() > 200,
                             patience);
  }

  void cleanup() { page_.reset(); }
  void cleanupTestCase() { session_.reset(); }

  void aCardGoesToWhereItIsDroppedAndStaysThereInTheNextWindow() {
    std::vector<ChartPlan> wanted = plans();
    std::rotate(wanted.begin(), wanted.begin() + 1, wanted.begin() + 3);  // behind the third
    pull(card(0), rightHalf(card(2)));
    QVERIFY(picture()->isVisible());
    release();
    QVERIFY(!picture()->isVisible());
    QVERIFY(plans() == wanted);
    QVERIFY(page_->viewState()["charts"].toArray()[2].toObject()["column"].toString().toStdString() ==
            wanted[2].view.column);
    const auto again = testing::shown<ChartsPage>(**session_);
    QTRY_COMPARE_WITH_TIMEOUT(again->cards().size(), wanted.size(), patience);
    for (std::size_t i = 0; i < wanted.size(); ++i) QVERIFY(again->cards()[i]->plan() == wanted[i]);
  }

  void aCardGoesBackwardsAndTakesItsWidthAlong() {
    std::vector<ChartPlan> wanted = plans();
    std::rotate(wanted.begin(), wanted.begin() + 3, wanted.begin() + 4);
    pull(card(3), leftHalf(card(0)));
    release();
    QVERIFY(plans() == wanted);
  }

  void aDropBesideItselfChangesNothing() {
    const std::vector<ChartPlan> before = plans();
    pull(card(1), rightHalf(card(0)));
    release();
    QVERIFY(plans() == before);
    QVERIFY(QSettings().allKeys().filter(QStringLiteral("charts/")).isEmpty());
  }

  // The chart with the focus would take its own filter away.
  void escLeavesAllAsItWas() {
    const std::vector<ChartPlan> before = plans();
    card(1).chart()->setFocus();
    QSignalSpy cleared(card(1).chart(), &ChartView::cleared);
    pull(card(0), rightHalf(card(2)));
    QTest::keyClick(page_.get(), Qt::Key_Escape);
    QVERIFY(!picture()->isVisible());
    release();
    QVERIFY(plans() == before);
    QCOMPARE(cleared.count(), 0);
  }

  void aClickOnATitleMovesNothing() {
    const std::vector<ChartPlan> before = plans();
    QTest::mouseClick(card(0).head(), Qt::LeftButton);
    QVERIFY(plans() == before);
  }

  void thePageScrollsAtItsEdge() {
    page_->resize(1100, 420);
    QScrollBar* bar = area()->verticalScrollBar();
    QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 40, patience);
    pull(card(0), area()->viewport()->mapToGlobal(QPoint(80, area()->viewport()->height() - 4)));
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), bar->maximum(), patience);
    drag(area()->viewport()->mapToGlobal(QPoint(80, 4)));
    QTRY_COMPARE_WITH_TIMEOUT(bar->value(), 0, patience);
    release();
  }

 private:
  ChartCard& card(std::size_t i) const { return *page_->cards()[i]; }
  std::vector<ChartPlan> plans() const {
    std::vector<ChartPlan> plans;
    for (const ChartCard* card : page_->cards()) plans.push_back(card->plan());
    return plans;
  }
  QScrollArea* area() const { return page_->findChild<QScrollArea*>(); }
  QLabel* picture() const { return area()->findChild<QLabel*>(QString(), Qt::FindDirectChildrenOnly); }
  static QPoint leftHalf(const ChartCard& card) { return card.mapToGlobal(QPoint(card.width() / 4, 60)); }
  static QPoint rightHalf(const ChartCard& card) { return card.mapToGlobal(QPoint(card.width() * 3 / 4, 60)); }

  // The button goes down on the title's own words, as it does for people.
  void pull(const ChartCard& card, const QPoint& to) {
    handle_ = card.head()->findChild<QLabel*>();
    QTest::mousePress(handle_, Qt::LeftButton);
    drag((handle_->mapToGlobal(handle_->rect().center()) + to) / 2);
    drag(to);
  }
  void drag(const QPoint& to) {
    to_ = to;
    QTest::mouseMove(handle_, handle_->mapFromGlobal(to));
  }
  void release() { QTest::mouseRelease(handle_, Qt::LeftButton, {}, handle_->mapFromGlobal(to_)); }

  QTemporaryDir folder_;
  std::unique_ptr<testing::LoadedSession> session_;
  std::unique_ptr<ChartsPage> page_;
  QWidget* handle_ = nullptr;
  QPoint to_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ChartsDragTest)
#include "charts_drag_test.moc"
