#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "app/gui/charts/charts_add.h"
#include "app/gui/charts/charts_page.h"
#include "app/gui/charts/charts_stage_order.h"
#include "app/gui/filters/filter_editor.h"
#include "charts_leads.h"
#include "widgets/style.h"

namespace leadlight {
namespace {

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

// Leads with a stage each, and an outcome.
std::string stageFile(const QTemporaryDir& folder) {
  const std::string file = folder.filePath(QStringLiteral("stages.csv")).toStdString();
  std::ofstream out(file);
  out << "Prospect ID,Lead Source,Lead Stage,Converted\n";
  const char* stages[] = {"New", "New", "New", "New", "Contacted", "Contacted", "Trial", "Trial", "Won", "Lost"};
  for (int i = 0; i < 200; ++i) out << "p" << i << ",Google," << stages[i % 10] << ',' << (i % 10 == 8) << '\n';
  return file;
}

// What this thread has worked so far, whatever else the machine does.
qint64 threadMicroseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000000 + time.tv_nsec / 1000;
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
    QVERIFY(loaded.wait(60000));
    page_ = std::make_unique<ChartsPage>(*session_);
    page_->resize(1232, 842);
    page_->show();
    QTRY_VERIFY_WITH_TIMEOUT(page_->settled() && session_->snapshot()->frame.rows() > 0 && page_->cards().size() >= 4,
                             60000);
  }

  void init() {
    session_->clearConditions();
    QTRY_VERIFY(atRest() && linked().kept.leads == linked().all.leads);
  }

  void cleanupTestCase() {
    page_.reset();
    session_.reset();
  }

  void aClickOnOneChartNarrowsTheOthersNotItself() {
    ChartCard& source = card(ChartPlan::Kind::Source);
    const auto sourceBefore = view(source), activityBefore = view(card(ChartPlan::Kind::Bars));
    click(source, 0);
    QTRY_VERIFY(atRest() && session_->conditions().size() == 1);
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
    QTRY_VERIFY(atRest() && session_->conditions().size() == 2);
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
    QTRY_VERIFY(atRest() && chosen(source) == 2);
    click(source, 1, Qt::ControlModifier);
    QTRY_VERIFY(atRest() && chosen(source) == 1);
    click(source, 0);
    QTRY_VERIFY(atRest() && session_->conditions().empty());
  }

  void unknownAndOtherValuesCanBeKept() {
    ChartCard& source = card(ChartPlan::Kind::Source);
    for (int item = 0; item < source.chart()->itemCount(); ++item) {
      const auto name = rowName(source, item);
      click(source, item);
      QTRY_VERIFY(atRest() && session_->conditions().size() == 1);
      const auto rows = apply(session_->conditions().front(), session_->snapshot()->frame);
      QVERIFY(rows);
      QCOMPARE(linked().kept.leads, static_cast<std::uint64_t>(rows->count()));
      QVERIFY2(linked().kept.leads > 0, qPrintable(name));
      session_->clearConditions();
      QTRY_VERIFY(atRest() && session_->conditions().empty());
    }
  }

  void removingAChipRestoresAll() {
    click(card(ChartPlan::Kind::Source), 1);
    QTRY_VERIFY(atRest());
    const auto chips = page_->findChildren<ChipWidget*>();
    QCOMPARE(chips.size(), 1);
    emit chips.front()->removed();
    QTRY_VERIFY(atRest() && session_->conditions().empty());
    QCOMPARE(linked().kept.leads, linked().all.leads);
  }

  void aWholeDragIsOneStepOfUndo() {
    click(card(ChartPlan::Kind::Source), 0);
    QTRY_VERIFY(atRest());
    const std::uint64_t before = linked().kept.leads;
    drag(3, 14);
    QTRY_VERIFY(atRest() && session_->conditions().size() == 2);
    const std::uint64_t after = linked().kept.leads;
    QVERIFY(after < before);
    session_->undoFilter();
    QTRY_VERIFY(atRest());
    QCOMPARE(session_->conditions().size(), std::size_t{1});
    QCOMPARE(linked().kept.leads, before);
    session_->redoFilter();
    QTRY_VERIFY(atRest());
    QCOMPARE(linked().kept.leads, after);
  }

  void aDragAcrossEverythingKeepsAll() {
    const int last = card(ChartPlan::Kind::Number).chart()->itemCount() - 1;
    drag(0, last);
    QTRY_VERIFY(atRest());
    QVERIFY(session_->conditions().empty());
    QCOMPARE(linked().kept.leads, linked().all.leads);
  }

  void undoAndRedoButtonsFollow() {
    Button* undo = nullptr;
    for (Button* button : page_->findChildren<Button*>())
      if (button->accessibleName().startsWith(QStringLiteral("Undo"))) undo = button;
    QVERIFY(undo);
    click(card(ChartPlan::Kind::Source), 0);
    QTRY_VERIFY(atRest());
    QVERIFY(undo->isEnabled());
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_VERIFY(atRest() && session_->conditions().empty());
    QVERIFY(session_->canRedoFilter());
  }

  void escapeClearsTheChartsOwnFilterOnly() {
    click(card(ChartPlan::Kind::Source), 0);
    drag(2, 6);
    QTRY_VERIFY(atRest() && session_->conditions().size() == 2);
    ChartView* time = card(ChartPlan::Kind::Number).chart();
    time->setFocus();
    QTest::keyClick(time, Qt::Key_Escape);
    QTRY_VERIFY(atRest());
    QCOMPARE(session_->conditions().size(), std::size_t{1});
    QVERIFY(session_->condition("Lead_Source"));
  }

  // Over many steps of a brush: the processor time that the window's thread needs to take in a linked state.
  void aBrushStepIsShownInTime() {
    std::vector<ViewSpec> views;
    for (const LinkedView& view : linked().views) views.push_back(view.spec);
    const auto stateOf = [&](const std::vector<Filter>& conditions) {
      return std::make_shared<const Linked>(testing::linkedPlainly(session_->snapshot(), views, conditions));
    };
    const LinkedPtr narrow = stateOf({Filter::range("Total_Time_Spent_on_Website", "300", "900")});
    const LinkedPtr wide = stateOf({});
    std::vector<qint64> times;
    for (int step = 0; step < 21; ++step) {
      const LinkedPtr& state = step % 2 ? narrow : wide;
      const qint64 before = threadMicroseconds();
      for (std::size_t i = 0; i < page_->cards().size(); ++i)
        page_->cards()[i]->display(state, state->views[i], nullptr);
      times.push_back(threadMicroseconds() - before);
    }
    std::sort(times.begin(), times.end());
    QVERIFY2(times[times.size() / 2] < 16000, qPrintable(QStringLiteral("median %1 us").arg(times[times.size() / 2])));
  }

  void aShiftClickLeavesOutAndTheChipSaysNot() {
    ChartCard& source = card(ChartPlan::Kind::Source);
    const std::uint64_t first = view(source).all[0].leads;
    click(source, 0, Qt::ShiftModifier);
    QTRY_VERIFY(atRest() && session_->conditions().size() == 1);
    QCOMPARE(linked().kept.leads, linked().all.leads - first);
    QVERIFY(page_->findChildren<ChipWidget*>().front()->chip().excluded);
    click(source, 0, Qt::ShiftModifier);
    QTRY_VERIFY(atRest() && session_->conditions().empty());
  }

  void aClickOnACellKeepsItsRowAndItsColumnInOneStep() {
    ChartCard& table = card(ChartPlan::Kind::Table);
    const auto leads = view(table).all.front().leads;
    click(table, 0);
    QTRY_VERIFY(atRest() && session_->conditions().size() == 2);
    QCOMPARE(linked().kept.leads, leads);
    for (std::size_t g = 0; g < view(table).all.size(); ++g)
      QCOMPARE(view(table).groups[g].leads, view(table).all[g].leads);
    session_->undoFilter();
    QTRY_VERIFY(atRest() && session_->conditions().empty());
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
    QTRY_VERIFY(atRest() && page_->cards().size() == planned + 1);
    QTRY_VERIFY(card(ChartPlan::Kind::Values).chart()->itemCount() > 2);
    act(card(ChartPlan::Kind::Values), QStringLiteral("Move left"));
    act(card(ChartPlan::Kind::Bars), QStringLiteral("Remove"));
    QTRY_COMPARE(page_->cards().size(), planned);
    QVERIFY(page_->cards()[planned - 2]->plan().kind == ChartPlan::Kind::Values);
    ChartsPage again(*session_);
    again.resize(1000, 700);
    again.show();
    QTRY_COMPARE(again.cards().size(), planned);
    for (std::size_t i = 0; i < planned; ++i) QVERIFY(again.cards()[i]->plan() == page_->cards()[i]->plan());
    for (QMenu* menu : page_->findChildren<QMenu*>())
      for (QAction* action : menu->actions())
        if (action->text() == QStringLiteral("Reset layout")) action->trigger();
    QTRY_VERIFY(atRest() && page_->card(ChartPlan::Kind::Bars) && !page_->card(ChartPlan::Kind::Values));
  }

  void stagesArePutInOrderByKeysAndKeptThatWay() {
    Session session(folder_.filePath(QStringLiteral("stages.db")).toStdString());
    QSignalSpy loaded(&session, &Session::loaded);
    session.load({QString::fromStdString(stageFile(folder_))});
    QVERIFY(loaded.wait(60000));
    ChartsPage page(session);
    page.resize(1232, 842);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const auto stages = [](const ChartsPage& of) {
      QStringList names;
      if (const ChartCard* funnel = of.card(ChartPlan::Kind::Funnel))
        for (const auto& row : funnel->sheet().rows) names << row.front().shown;
      return names;
    };
    const QStringList guessed{"New", "Contacted", "Trial", "Won", "Lost"};
    QTRY_COMPARE(stages(page), guessed);
    QVERIFY(page.card(ChartPlan::Kind::Funnel)->caption().subtitle.contains("guessed"));

    const auto ask = [&] {
      act(*page.card(ChartPlan::Kind::Funnel), QStringLiteral("Order of stages…"));
      return page.findChild<ChartsStageOrder*>();
    };
    ChartsStageOrder* dialog = ask();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    QListWidget* list = dialog->list();
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(list->currentItem()->text(), QStringLiteral("Trial"));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);  // is at the top already
    QTest::keyClick(list, Qt::Key_End);
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);  // at the end already
    QTest::keyClick(list, Qt::Key_Up);
    QTest::keyClick(list, Qt::Key_Space);  // "Won" is no step any more
    QTest::keyClick(list, Qt::Key_Return);
    const QStringList chosen{"Trial", "New", "Contacted", "Won", "Lost"};
    QTRY_COMPARE(stages(page), chosen);
    QVERIFY((page.card(ChartPlan::Kind::Funnel)->plan().stages ==
             StageOrder{{"Trial", "New", "Contacted"}, {"Won", "Lost"}}));
    QVERIFY(!page.card(ChartPlan::Kind::Funnel)->caption().subtitle.contains("guessed"));

    ChartsPage again(session);
    again.resize(1232, 842);
    again.show();
    QTRY_COMPARE(stages(again), chosen);

    dialog = ask();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    for (QPushButton* button : dialog->findChildren<QPushButton*>())
      if (button->text() == QStringLiteral("Guess the order")) QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE(stages(page), guessed);
  }

  void aChartLeavesAsAPictureAVectorAndATable() {
    ChartCard& source = card(ChartPlan::Kind::Source);
    click(source, 0);
    QTRY_VERIFY(atRest());
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
    QTRY_VERIFY(editor->list()->count() >= 4);
    QTest::keyClicks(editor->edit(), QStringLiteral("'Goo"));
    QTRY_VERIFY(editor->list()->count() >= 1);
    QTest::keyClick(editor->edit(), Qt::Key_Tab);
    QCOMPARE(editor->edit()->text(), QStringLiteral("Lead_Source = 'Google'"));
    QTest::keyClicks(editor->edit(), QStringLiteral(" and"));
    QTest::keyClick(editor->edit(), Qt::Key_Return);
    QCOMPARE(editor->error(), QStringLiteral("At character 27: a column is missing here."));
    QVERIFY(session_->conditions().empty());
    editor->edit()->setText(QStringLiteral("Lead_Source = 'Google'"));
    QTest::keyClick(editor->edit(), Qt::Key_Return);
    QTRY_VERIFY(atRest() && session_->conditions().size() == 1);
    QVERIFY(editor->isHidden());
    const std::uint64_t google = linked().kept.leads;
    emit page_->findChildren<ChipWidget*>().front()->clicked();
    QCOMPARE(editor->edit()->text(), QStringLiteral("Lead_Source = 'Google'"));
    editor->edit()->setText(QStringLiteral("not (Lead_Source = 'Google')"));
    QTest::keyClick(editor->edit(), Qt::Key_Return);
    QTRY_VERIFY(atRest() && linked().kept.leads == linked().all.leads - google);
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
    QTRY_VERIFY(atRest());
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
