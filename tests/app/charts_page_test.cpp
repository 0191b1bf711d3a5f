#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/gui/charts/charts_add.h"
#include "app/gui/charts/charts_page.h"
#include "app/gui/filters/filter_editor.h"
#include "charts_leads.h"
#include "tests/support/patience.h"
#include "widgets/style.h"

namespace leadlight {
namespace {

using testing::patience;

const std::string leadFile = LEADLIGHT_SHARED "/data/x-education/Leads.csv";

// The same kind of file, small, where the real one is absent.
std::string smallFile(const QTemporaryDir& folder) {
  const std::string file = folder.filePath(QStringLiteral("leads.csv")).toStdString();
  std::ofstream out(file);
  out << "Prospect ID,Lead Source,Last Activity,What is your current occupation,Total Time Spent on "
         "Website,Converted\n";
  const char* sources[] = {"Google", "Direct Traffic", "Olark Chat", "Organic Search"};
  const char* occupations[] = {"Unemployed", "Working Professional", "Student"};
  for (int i = 0; i < 400; ++i)
    out << "p" << i << ',' << sources[i % 4] << ',' << (i % 3 ? "Email Opened" : "SMS Sent") << ','
        << occupations[i % 3] << ',' << (i * 37) % 2000 << ',' << (i % 5 < 2) << '\n';
  return file;
}

}  // namespace

// The page on a real session with a real file, driven by mouse and keyboard.
class ChartsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::setOrganizationName(QStringLiteral("leadlight"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.filePath(QStringLiteral("settings")));
    leadlight::applyTheme(*qApp, lightTheme());
    file_ = std::filesystem::exists(leadFile) ? leadFile : smallFile(folder_);
    session_ = std::make_unique<Session>(folder_.filePath(QStringLiteral("leads.db")).toStdString());
    QSignalSpy loaded(session_.get(), &Session::loaded);
    session_->load({QString::fromStdString(file_)});
    QVERIFY(loaded.wait(patience));
    page_ = std::make_unique<ChartsPage>(*session_);
    page_->resize(1232, 842);
    page_->show();
    QTRY_VERIFY_WITH_TIMEOUT(page_->settled() && session_->snapshot()->frame.rows() > 0 && page_->cards().size() >= 4,
                             patience);
  }

  void init() {
    session_->clearConditions();
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && linked().kept.leads == linked().all.leads, patience);
  }

  void cleanupTestCase() {
    page_.reset();
    session_.reset();
  }

  void cardsEndWhereTilesDoWhetherTheyScrollOrNot() {
    const auto rightOf = [&](const QWidget& one) { return one.mapTo(page_.get(), QPoint(one.width(), 0)).x(); };
    const auto furthest = [&](const auto& widgets) {
      int right = 0;
      for (const QWidget* one : widgets)
        if (one->isVisible()) right = std::max(right, rightOf(*one));
      return right;
    };
    const QSize size = page_->size();
    const auto* bar = page_->findChild<QScrollArea*>()->verticalScrollBar();
    for (const int height : {500, 3000}) {
      page_->resize(size.width(), height);
      QTRY_COMPARE_WITH_TIMEOUT(bar->maximum() > 0, height == 500, patience);
      QTRY_COMPARE_WITH_TIMEOUT(furthest(page_->findChildren<ChartCard*>()), furthest(page_->findChildren<KpiTile*>()),
                                patience);
    }
    page_->resize(size);
  }

  void aClickOnOneChartNarrowsTheOthersNotItself() {
    ChartCard& source = card(ChartPlan::Kind::Source);
    const auto sourceBefore = view(source), activityBefore = view(card(ChartPlan::Kind::Bars));
    click(source, 0);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().size() == 1, patience);
    QVERIFY(linked().kept.leads < linked().all.leads);
    const LinkedView sourceAfter = view(source), activityAfter = view(card(ChartPlan::Kind::Bars));
    for (std::size_t i = 0; i < sourceBefore.groups.size(); ++i)
      QCOMPARE(sourceAfter.groups[i].leads, sourceBefore.groups[i].leads);
    std::uint64_t before = 0, after = 0;
    for (std::size_t i = 0; i < activityBefore.groups.size(); ++i) {
      before += activityBefore.groups[i].leads;
      after += activityAfter.groups[i].leads;
    }
    QVERIFY(after < before);
    QCOMPARE(after, linked().kept.leads);
  }

  // The session's increments against filters applied anew.
  void figuresAgreeWithThePlainWay() {
    click(card(ChartPlan::Kind::Source), 0);
    click(card(ChartPlan::Kind::Source), 2, Qt::ControlModifier);
    drag(4, 12);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().size() == 2, patience);
    std::vector<ViewSpec> views;
    for (const LinkedView& view : linked().views) views.push_back(view.spec);
    const Linked plain = testing::linkedPlainly(session_->snapshot(), views, session_->conditions());
    QCOMPARE(linked().kept.leads, plain.kept.leads);
    QVERIFY(linked().rows == plain.rows);
    for (std::size_t v = 0; v < views.size(); ++v)
      for (std::size_t g = 0; g < plain.views[v].groups.size(); ++g) {
        QCOMPARE(linked().views[v].groups[g].leads, plain.views[v].groups[g].leads);
        QCOMPARE(linked().views[v].groups[g].converted, plain.views[v].groups[g].converted);
        QCOMPARE(linked().views[v].kept[g].leads, plain.views[v].kept[g].leads);
      }
  }

  void ctrlClickAddsAndASecondClickLetsAllIn() {
    ChartCard& source = card(ChartPlan::Kind::Source);
    click(source, 0);
    click(source, 1, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && chosen(source) == 2, patience);
    click(source, 1, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && chosen(source) == 1, patience);
    click(source, 0);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().empty(), patience);
  }

  void unknownAndOtherValuesCanBeKept() {
    ChartCard& source = card(ChartPlan::Kind::Source);
    for (int item = 0; item < source.chart()->itemCount(); ++item) {
      const auto name = rowName(source, item);
      click(source, item);
      QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().size() == 1, patience);
      const auto rows = apply(session_->conditions().front(), session_->snapshot()->frame);
      QVERIFY(rows);
      QCOMPARE(linked().kept.leads, static_cast<std::uint64_t>(rows->count()));
      QVERIFY2(linked().kept.leads > 0, qPrintable(name));
      session_->clearConditions();
      QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().empty(), patience);
    }
  }

  void removingAChipRestoresAll() {
    click(card(ChartPlan::Kind::Source), 1);
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), patience);
    const auto chips = page_->findChildren<ChipWidget*>();
    QCOMPARE(chips.size(), 1);
    emit chips.front()->removed();
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().empty(), patience);
    QCOMPARE(linked().kept.leads, linked().all.leads);
  }

  void aWholeDragIsOneStepOfUndo() {
    click(card(ChartPlan::Kind::Source), 0);
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), patience);
    const std::uint64_t before = linked().kept.leads;
    drag(3, 14);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().size() == 2, patience);
    const std::uint64_t after = linked().kept.leads;
    QVERIFY(after < before);
    session_->undoFilter();
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), patience);
    QCOMPARE(session_->conditions().size(), std::size_t{1});
    QCOMPARE(linked().kept.leads, before);
    session_->redoFilter();
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), patience);
    QCOMPARE(linked().kept.leads, after);
  }

  void aDragAcrossEverythingKeepsAll() {
    const int last = card(ChartPlan::Kind::Number).chart()->itemCount() - 1;
    drag(0, last);
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), patience);
    QVERIFY(session_->conditions().empty());
    QCOMPARE(linked().kept.leads, linked().all.leads);
  }

  void undoAndRedoButtonsFollow() {
    Button* undo = nullptr;
    for (Button* button : page_->findChildren<Button*>())
      if (button->accessibleName().startsWith(QStringLiteral("Undo"))) undo = button;
    QVERIFY(undo);
    click(card(ChartPlan::Kind::Source), 0);
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), patience);
    QVERIFY(undo->isEnabled());
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().empty(), patience);
    QVERIFY(session_->canRedoFilter());
  }

  void escapeClearsTheChartsOwnFilterOnly() {
    click(card(ChartPlan::Kind::Source), 0);
    drag(2, 6);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().size() == 2, patience);
    ChartView* time = card(ChartPlan::Kind::Number).chart();
    time->setFocus();
    QTest::keyClick(time, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), patience);
    QCOMPARE(session_->conditions().size(), std::size_t{1});
    QVERIFY(session_->condition("Lead_Source"));
  }

  void aShiftClickLeavesOutAndTheChipSaysNot() {
    ChartCard& source = card(ChartPlan::Kind::Source);
    const std::uint64_t first = view(source).all[0].leads;
    click(source, 0, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().size() == 1, patience);
    QCOMPARE(linked().kept.leads, linked().all.leads - first);
    QVERIFY(page_->findChildren<ChipWidget*>().front()->chip().excluded);
    click(source, 0, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().empty(), patience);
  }

  void aClickOnACellKeepsItsRowAndItsColumnInOneStep() {
    ChartCard& table = card(ChartPlan::Kind::Table);
    const auto leads = view(table).all.front().leads;
    click(table, 0);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().size() == 2, patience);
    QCOMPARE(linked().kept.leads, leads);
    for (std::size_t g = 0; g < view(table).all.size(); ++g)
      QCOMPARE(view(table).groups[g].leads, view(table).all[g].leads);
    session_->undoFilter();
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().empty(), patience);
  }

  void aClickOnAHeadingSortsByIt() {
    auto* bars = qobject_cast<BarChart*>(card(ChartPlan::Kind::Source).chart());
    const QString before = bars->accessibleDescription();
    QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, bars->headRect(BarOrder::Conversion).center().toPoint());
    QVERIFY(card(ChartPlan::Kind::Source).plan().order == BarOrder::Conversion);
    QVERIFY(bars->accessibleDescription() != before);
    QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, bars->headRect(BarOrder::Leads).center().toPoint());
    QCOMPARE(bars->accessibleDescription(), before);
  }

  // What somebody put together is there again in the next window; "Reset layout" takes it back.
  void theLayoutIsKeptUntilItIsReset() {
    const std::size_t planned = page_->cards().size();
    page_->openAdd();
    auto* dialog = page_->findChild<ChartsAdd*>();
    QVERIFY(dialog);
    dialog->columnBox()->setCurrentIndex(dialog->columnBox()->findData(QStringLiteral("Lead_Source")));
    dialog->measureBox()->setCurrentIndex(dialog->measureBox()->findText(QStringLiteral("Mean of a number")));
    dialog->ofBox()->setCurrentIndex(dialog->ofBox()->findData(QStringLiteral("Total_Time_Spent_on_Website")));
    QVERIFY(dialog->chosen());
    emit dialog->added(*dialog->chosen());
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && page_->cards().size() == planned + 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(card(ChartPlan::Kind::Values).chart()->itemCount() > 2, patience);
    act(card(ChartPlan::Kind::Values), QStringLiteral("Move left"));
    act(card(ChartPlan::Kind::Bars), QStringLiteral("Remove"));
    QTRY_COMPARE_WITH_TIMEOUT(page_->cards().size(), planned, patience);
    QVERIFY(page_->cards()[planned - 2]->plan().kind == ChartPlan::Kind::Values);
    ChartsPage again(*session_);
    again.resize(1000, 700);
    again.show();
    QTRY_COMPARE_WITH_TIMEOUT(again.cards().size(), planned, patience);
    for (std::size_t i = 0; i < planned; ++i) QVERIFY(again.cards()[i]->plan() == page_->cards()[i]->plan());
    for (QMenu* menu : page_->findChildren<QMenu*>())
      for (QAction* action : menu->actions())
        if (action->text() == QStringLiteral("Reset layout")) action->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && page_->card(ChartPlan::Kind::Bars) && !page_->card(ChartPlan::Kind::Values),
                             patience);
  }

  void aChartLeavesAsAPictureAVectorAndATable() {
    ChartCard& source = card(ChartPlan::Kind::Source);
    click(source, 0);
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), patience);
    QVERIFY(source.caption().stamp.contains(QStringLiteral("Lead Source")));
    QVERIFY(chartImage(*source.chart(), source.caption(), lightTheme()).height() > source.chart()->height());
    const QString file = folder_.filePath(QStringLiteral("chart.svg"));
    QVERIFY(saveChartSvg(*source.chart(), source.caption(), lightTheme(), file));
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    QVERIFY(text.contains("<svg") && text.contains("Source performance"));
    QCOMPARE(source.sheet().rows.size(), static_cast<std::size_t>(source.chart()->itemCount()));
    QVERIFY(!saveChartSvg(*source.chart(), source.caption(), lightTheme(), QStringLiteral("/nowhere/at/all.svg")));
  }

  // The filter box: what may come next, an error in words, a condition, and the same one edited by its chip.
  void aFilterCanBeTyped() {
    auto* editor = page_->findChild<FilterEditor*>();
    QVERIFY(editor);
    editor->openEmpty();
    QTest::keyClicks(editor->edit(), QStringLiteral("Lead_Sou"));
    QVERIFY(editor->list()->count() >= 1);
    QTest::keyClick(editor->edit(), Qt::Key_Tab);
    QCOMPARE(editor->edit()->text(), QStringLiteral("Lead_Source "));
    QTest::keyClicks(editor->edit(), QStringLiteral("= "));
    QTRY_VERIFY_WITH_TIMEOUT(editor->list()->count() >= 4, patience);
    QTest::keyClicks(editor->edit(), QStringLiteral("'Goo"));
    QTRY_VERIFY_WITH_TIMEOUT(editor->list()->count() >= 1, patience);
    QTest::keyClick(editor->edit(), Qt::Key_Tab);
    QCOMPARE(editor->edit()->text(), QStringLiteral("Lead_Source = 'Google'"));
    QTest::keyClicks(editor->edit(), QStringLiteral(" and"));
    QTest::keyClick(editor->edit(), Qt::Key_Return);
    QCOMPARE(editor->error(), QStringLiteral("At character 27: a column is missing here."));
    QVERIFY(session_->conditions().empty());
    editor->edit()->setText(QStringLiteral("Lead_Source = 'Google'"));
    QTest::keyClick(editor->edit(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && session_->conditions().size() == 1, patience);
    QVERIFY(editor->isHidden());
    const std::uint64_t google = linked().kept.leads;
    emit page_->findChildren<ChipWidget*>().front()->clicked();
    QCOMPARE(editor->edit()->text(), QStringLiteral("Lead_Source = 'Google'"));
    editor->edit()->setText(QStringLiteral("not (Lead_Source = 'Google')"));
    QTest::keyClick(editor->edit(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(atRest() && linked().kept.leads == linked().all.leads - google, patience);
    QCOMPARE(session_->conditions().size(), std::size_t{1});
  }

 private:
  void act(ChartCard& card, const QString& text) {
    for (QAction* action : card.chartMenu()->actions())
      if (action->text() == text) return action->trigger();
    QFAIL(qPrintable(text));
  }
  ChartCard& card(ChartPlan::Kind kind) { return *page_->card(kind); }
  const Linked& linked() const { return *session_->linked(); }
  const LinkedView& view(const ChartCard& card) const {
    for (const LinkedView& view : linked().views)
      if (view.spec == card.plan().view) return view;
    return linked().views.front();
  }
  // Has the state for the latest conditions arrived?
  bool atRest() const { return page_->settled() && linked().conditions == session_->conditions(); }

  void click(ChartCard& card, int item, Qt::KeyboardModifiers with = Qt::NoModifier) {
    QTest::mouseClick(card.chart()->viewport(), Qt::LeftButton, with, card.chart()->itemRect(item).center().toPoint());
    QTRY_VERIFY_WITH_TIMEOUT(atRest(), patience);
  }

  void drag(int from, int to) {
    ChartView* chart = card(ChartPlan::Kind::Number).chart();
    const QPoint a = chart->itemRect(from).center().toPoint(), b = chart->itemRect(to).center().toPoint();
    QTest::mousePress(chart->viewport(), Qt::LeftButton, {}, a);
    for (int step = 1; step <= 12; ++step) QTest::mouseMove(chart->viewport(), a + (b - a) * step / 12);
    QTest::mouseRelease(chart->viewport(), Qt::LeftButton, {}, b);
  }

  CategoryRows rowsOf(const ChartCard& card) const {
    const auto condition = session_->condition(card.plan().view.column);
    return categoryRows(card.plan(), linked(), view(card), condition ? choiceOf(*condition) : std::nullopt);
  }
  QString rowName(const ChartCard& card, int item) const {
    return rowsOf(card).model.items[static_cast<std::size_t>(item)].name;
  }
  int chosen(const ChartCard& card) const {
    int count = 0;
    for (const ChartItem& item : rowsOf(card).model.items) count += item.chosen ? 1 : 0;
    return count;
  }

  QTemporaryDir folder_;
  std::string file_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<ChartsPage> page_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ChartsPageTest)
#include "charts_page_test.moc"
