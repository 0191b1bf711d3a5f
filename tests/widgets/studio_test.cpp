#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <cmath>

#include "widgets/band_moves.h"
#include "widgets/charts/curve_chart.h"
#include "widgets/charts/mirror_histogram.h"
#include "widgets/kit/button.h"
#include "widgets/score_matrix.h"
#include "widgets/score_points.h"
#include "widgets/score_points_grid.h"
#include "widgets/score_points_outline.h"
#include "widgets/style.h"
#include "widgets/train_form.h"

namespace leadlight {
namespace {

MirrorModel scores() {
  MirrorModel model;
  model.title = QStringLiteral("Scores by outcome");
  model.converted = {1, 2, 3, 4, 8, 16, 20, 30, 40, 60};
  model.rest = {90, 70, 40, 30, 20, 10, 8, 6, 4, 2};
  return model;
}

CurveModel gain() {
  CurveModel model;
  model.title = QStringLiteral("Gain");
  CurveLine line;
  line.points = {{0, 0}, {0.5, 0.9}, {1, 1}};
  model.lines = {line};
  model.mark = CurveMark{0.5, 0.9, QStringLiteral("90% reached"), QStringLiteral("with 50% called")};
  return model;
}

std::vector<PointsRow> rows() {
  std::vector<PointsRow> rows(3);
  rows[0] = {QStringLiteral("Reference"), 2, 100, 100, 80};
  rows[1] = {QStringLiteral("Google"), -1, 300, 300, 60};
  rows[2] = {QStringLiteral("Unknown"), 0, 10, 10, 1, true};
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].group = i;
  return rows;
}

TrainTarget outcome() { return {"Converted", QStringLiteral("Converted"), {{"0", 60, false}, {"1", 40, true}}}; }

}  // namespace

class StudioTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    leadlight::applyTheme(*qApp, lightTheme());
  }

  void theLineFollowsTheMouseInWholeSteps() {
    MirrorHistogram histogram;
    histogram.display(scores());
    histogram.resize(600, 300);
    histogram.show();
    QSignalSpy moved(&histogram, &MirrorHistogram::thresholdMoved);
    QTest::mousePress(&histogram, Qt::LeftButton, {}, {static_cast<int>(histogram.xOf(20)), 100});
    QTest::mouseMove(&histogram, {static_cast<int>(histogram.xOf(61.3)), 100});
    QTest::mouseRelease(&histogram, Qt::LeftButton, {}, {static_cast<int>(std::round(histogram.xOf(61.3))), 100});
    QCOMPARE(histogram.threshold(), 61.0);
    QCOMPARE(moved.last().at(0).toDouble(), 61.0);
  }

  void keysMoveTheLineAndStopAtTheEnds() {
    MirrorHistogram histogram;
    histogram.display(scores());
    histogram.setThreshold(98);
    QSignalSpy moved(&histogram, &MirrorHistogram::thresholdMoved);
    for (int i = 0; i < 5; ++i) QTest::keyClick(&histogram, Qt::Key_Right);
    QCOMPARE(histogram.threshold(), 100.0);
    QCOMPARE(moved.count(), 2);
    QTest::keyClick(&histogram, Qt::Key_Left);
    QTest::keyClick(&histogram, Qt::Key_PageDown);
    QCOMPARE(histogram.threshold(), 89.0);
    QTest::keyClick(&histogram, Qt::Key_Home);
    QCOMPARE(histogram.threshold(), 0.0);
  }

  // On the picture itself: what is called is in full colour, what is not is faded.
  void onlyTheCalledSideIsInFullColour() {
    MirrorHistogram histogram;
    histogram.display(scores());
    histogram.setThreshold(75);
    histogram.resize(600, 300);
    const Theme theme = lightTheme();
    const QImage picture = histogram.grab().toImage();
    int left = 0, right = 0;
    for (int x = 0; x < picture.width(); ++x)
      for (int y = 0; y < picture.height(); ++y)
        if (picture.pixelColor(x, y) == theme.conv) (x < histogram.xOf(75) ? left : right) += 1;
    QCOMPARE(left, 0);
    QVERIFY(right > 100);
  }

  // On the picture itself: as high as the leads on that side, counted, not guessed from where the line cuts the bin.
  void aBarThatTheLineCutsIsTwoBars() {
    MirrorHistogram histogram;
    histogram.display(scores());
    histogram.setThreshold(79.5, MirrorCalls{25 + 40 + 60, 3 + 4 + 2});
    histogram.resize(600, 300);
    const Theme theme = lightTheme();
    const QImage picture = histogram.grab().toImage();
    const auto high = [&](double x, bool called) {
      int pixels = 0;
      for (int y = 0; y < picture.height(); ++y) {
        const QColor color = picture.pixelColor(static_cast<int>(x), y);
        if (color != theme.window && color != theme.surface && (color == theme.conv) == called && color.blue() > 90)
          pixels += 1;
      }
      return pixels;
    };
    const double full = high(histogram.xOf(95), true), part = high(histogram.xOf(79.5) + 3, true);
    QVERIFY(full > 20);
    QVERIFY2(std::abs(part / full - 25.0 / 60) < 0.05, qPrintable(QString::number(part / full)));
    QCOMPARE(high(histogram.xOf(76), true), 0);
  }

  void theMarkSitsOnTheCurve() {
    CurveChart chart;
    chart.display(gain());
    chart.resize(320, 240);
    chart.show();
    const QImage picture = chart.grab().toImage();
    const QPointF at = chart.placeOf(0.5, 0.9);
    QCOMPARE(picture.pixelColor(at.toPoint()), lightTheme().accent);
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("90% reached")));
  }

  void arrowKeysWalkTheCurve() {
    CurveChart chart;
    chart.display(gain());
    chart.resize(320, 240);
    chart.show();
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.current(), 1);
  }

  void aDotWithoutLeadsHasNoWhiskersAndHurtsNothing() {
    CurveChart chart;
    CurveModel model;
    model.dots = {{0.2, 0.3, 0.2, 0.4, false, QStringLiteral("a")},
                  {0.7, 0.6, std::nan(""), std::nan(""), true, QStringLiteral("b")}};
    model.diagonal = QStringLiteral("-");
    chart.display(model);
    chart.resize(300, 200);
    QVERIFY(!chart.grab().isNull());
    QCOMPARE(chart.itemCount(), 2);
    chart.display({});
    QVERIFY(!chart.grab().isNull());
  }

  void theMatrixSaysItsFourNumbers() {
    ScoreMatrixView view;
    ScoreMatrix matrix;
    matrix.won = 2368;
    matrix.missed = 1193;
    matrix.inVain = 585;
    matrix.leftAlone = 5094;
    view.display(matrix);
    for (const char* number : {"2,368", "1,193", "585", "5,094"})
      QVERIFY2(view.accessibleDescription().contains(QLatin1String(number)), number);
    for (const QSize size : {QSize(270, 200), QSize(500, 320)}) {
      view.resize(size);
      QVERIFY(!view.grab().isNull());
    }
  }

  void theNumbersOfAMillionLeadsAreWrittenSmallerAndWhole() {
    ScoreMatrixView view;
    ScoreMatrix matrix;
    constexpr int width = 78, height = 80;  // of a tile in a window of 1280 pixels
    matrix.won = 2368;
    view.display(matrix);
    const QFont usual = view.numberFont(width, height);
    matrix.leftAlone = 579'034;
    view.display(matrix);
    const QFont smaller = view.numberFont(width, height);
    QVERIFY(smaller.pointSizeF() < usual.pointSizeF());
    QVERIFY(QFontMetrics(smaller).horizontalAdvance(QStringLiteral("579,034")) <= width);
  }

  void aBandMoveIsPickedByClickAndByKeys() {
    BandMovesView view;
    view.display({QStringLiteral("old"),
                  QStringLiteral("new"),
                  {QStringLiteral("A"), QStringLiteral("B")},
                  {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")},
                  {{10, 8}, {2, 1}, {0, 0}, {1, 0}, {20, 5}, {3, 0}},
                  true});
    view.resize(420, 200);
    view.show();
    QSignalSpy picked(&view, &BandMovesView::picked);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.cellRect(1, 2).center());
    QCOMPARE(picked.last(), (QVariantList{1, 2}));
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(picked.last(), (QVariantList{0, 1}));
  }

  void pointsAreDraggedByTheirHandleOnly() {
    PointsView view;
    view.setEditable(true);
    view.show(rows(), 4, true, 0.5);
    view.resize(600, view.sizeHint().height());
    static_cast<QWidget&>(view).show();
    QSignalSpy edited(&view, &PointsView::edited);
    const int y = view.rowRect(0).center().y();
    const auto at = [&](double points) { return QPoint(static_cast<int>(std::round(view.xOf(points))), y); };
    QTest::mousePress(&view, Qt::LeftButton, {}, at(-3));
    QTest::mouseMove(&view, at(3));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, at(3));
    QCOMPARE(edited.count(), 0);
    QTest::mousePress(&view, Qt::LeftButton, {}, at(2));
    QTest::mouseMove(&view, at(3.1));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, at(3.1));
    QVERIFY(edited.count() >= 2);
    QCOMPARE(edited.first().at(2).toBool(), false);
    QCOMPARE(edited.last(), (QVariantList{0, 3.0, true}));
  }

  void pointsAreTypedAndNudgedByKeys() {
    PointsView view;
    view.setEditable(true);
    view.show(rows(), 4, true, 0.5);
    view.resize(600, view.sizeHint().height());
    static_cast<QWidget&>(view).show();
    view.setFocus();
    QSignalSpy edited(&view, &PointsView::edited);
    while (view.current() < 1) QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(edited.last(), (QVariantList{1, -0.5, true}));
    QTest::keyClick(&view, Qt::Key_Return);
    auto* box = view.findChild<QDoubleSpinBox*>();
    QVERIFY(box);
    box->setValue(1.25);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(edited.last(), (QVariantList{1, 1.25, true}));
    view.openBox(2);
    const auto boxes = view.findChildren<QDoubleSpinBox*>();
    boxes.last()->setValue(3);
    QTest::keyClick(boxes.last(), Qt::Key_Escape);
    QCOMPARE(view.rows()[2].points, 0.0);
  }

  void aPairOfColumnsIsAHeatTableWhoseCellsAreEdited() {
    PointsGrid grid;
    PointsTable table{QStringLiteral("Source"), QStringLiteral("Visits"), {}, {}, {}, true};
    table.rows = {QStringLiteral("Ads"), QStringLiteral("Chat")};
    table.columns = {QStringLiteral("below 3"), QStringLiteral("3 or more"), QStringLiteral("unknown")};
    for (std::size_t cell = 0; cell < 6; ++cell)
      table.cells.push_back({0.5 * static_cast<double>(cell) - 1, 10 * cell, 10 * cell, cell, 0.1, false, cell});
    grid.display(table, 0.5);
    grid.resize(grid.sizeHint());
    grid.show();
    grid.setFocus();
    const auto colorAt = [&](int row, int column) {
      return grid.grab().toImage().pixelColor(grid.cellRect(row, column).topLeft() + QPoint(2, 2));
    };
    const Theme theme = lightTheme();
    QCOMPARE(colorAt(1, 2), theme.heat[6]);  // most points
    QCOMPARE(colorAt(0, 1), theme.heat[1]);
    QCOMPARE(colorAt(0, 0), theme.sunken);  // no lead is there
    QSignalSpy edited(&grid, &PointsGrid::edited);
    QTest::keyClick(&grid, Qt::Key_Right);
    QTest::keyClick(&grid, Qt::Key_Right);
    QTest::keyClick(&grid, Qt::Key_Down);
    QTest::keyClick(&grid, Qt::Key_Plus);
    QCOMPARE(edited.last(), (QVariantList{1, 1, 1.5}));
    QTest::mouseDClick(&grid, Qt::LeftButton, {}, grid.cellRect(0, 2).center());
    auto* box = grid.findChild<QDoubleSpinBox*>();
    QVERIFY(box);
    box->setValue(-2.25);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(edited.last(), (QVariantList{0, 2, -2.25}));
    const auto edits = edited.count();
    grid.openBox(1, 0);
    const auto boxes = grid.findChildren<QDoubleSpinBox*>();
    boxes.last()->setValue(9);
    QTest::keyClick(boxes.last(), Qt::Key_Escape);
    QCOMPARE(edited.count(), edits);
    QCOMPARE(grid.table().cells[3].points, 0.5);
  }

  void theStepsOfALongTermAreSeenAtOnceAndPicked() {
    std::vector<PointsRow> steps;
    for (int i = 0; i < 100; ++i)
      steps.push_back({QStringLiteral("step %1").arg(i), i < 50 ? -1.0 : 2.0, 10, 10, 5, false, 0.1});
    PointsOutline outline;
    outline.display(steps);
    outline.resize(400, 132);
    outline.show();
    const QImage seen = outline.grab().toImage();
    const auto colorAt = [&](int step, double up) {  // up: from the middle, in quarters of the height
      const QPointF middle = outline.columnRect(step).center();
      return seen.pixelColor(middle.toPoint() - QPoint(0, static_cast<int>(up * 24)));
    };
    QCOMPARE(colorAt(20, -0.5), lightTheme().negative);
    QCOMPARE(colorAt(80, 1), lightTheme().positive);
    QVERIFY(colorAt(20, 1) != lightTheme().negative && colorAt(80, -1) != lightTheme().positive);
    QSignalSpy picked(&outline, &PointsOutline::picked);
    QTest::mouseClick(&outline, Qt::LeftButton, {}, outline.columnRect(70).center().toPoint());
    QCOMPARE(picked.last(), QVariantList{70});
    QVERIFY(outline.accessibleDescription().startsWith(QStringLiteral("step 70: +2")));
    QTest::keyClick(&outline, Qt::Key_Right);
    QTest::keyClick(&outline, Qt::Key_Return);
    QCOMPARE(picked.last(), QVariantList{71});
    for (int i = 0; i < 200; ++i) QTest::keyClick(&outline, Qt::Key_Left);
    QCOMPARE(outline.current(), 0);
  }

  void aViewThatIsNotEditableTakesNoKeys() {
    PointsView view;
    view.show(rows(), 4, true);
    QSignalSpy edited(&view, &PointsView::edited);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rowRect(0).center());
    QCOMPARE(edited.count(), 0);
  }

  void oneClickLeavesOutTheSuspects() {
    TrainForm form;
    form.setMethods({{"boosted", QStringLiteral("Boosted"), {}}});
    form.setColumns({{"Tags", QStringLiteral("Tags"), {}, false},
                     {"Visits", QStringLiteral("Visits"), {}, true},
                     {"City", QStringLiteral("City"), {}, false, QStringLiteral("always empty")}});
    form.setTargets({outcome()}, 0);
    QCOMPARE(form.columnsTable()->item(2, 3)->text(), QStringLiteral("always empty"));
    form.setFlags({{"Tags", QStringLiteral("AUC 0.97"), true},
                   {"Visits", QStringLiteral("fine"), false},
                   {"City", QStringLiteral("nearly always the same"), false}});
    QCOMPARE(form.columnsTable()->item(2, 3)->text(), QStringLiteral("always empty"));
    QCOMPARE(form.wish().exclude, (std::vector<std::string>{"City"}));
    form.leaveOutButton()->click();
    QCOMPARE(form.wish().exclude, (std::vector<std::string>{"Tags", "City"}));
    QVERIFY(form.leaveOutButton()->isHidden() || !form.leaveOutButton()->isVisible());
  }

  void theWishSaysWhatWasChosen() {
    TrainForm form;
    form.setMethods({{"auto", QStringLiteral("Best"), {}}, {"logistic", QStringLiteral("Logistic"), {}}});
    form.setColumns({{"Visits", QStringLiteral("Visits"), {}, true}});
    form.setTargets({outcome()}, 0);
    form.setName(QStringLiteral(" Mine "));
    form.methodBox()->setCurrentIndex(1);
    auto* points = qobject_cast<QComboBox*>(form.columnsTable()->cellWidget(0, 2));
    QVERIFY(points);
    points->setCurrentIndex(1);
    const TrainWish wish = form.wish();
    QCOMPARE(wish.target, std::string("Converted"));
    QCOMPARE(wish.positives, std::vector<std::string>{"1"});
    QCOMPARE(wish.method, std::string("logistic"));
    QCOMPARE(wish.rising, std::vector<std::string>{"Visits"});
    QCOMPARE(wish.name, QStringLiteral("Mine"));
    QCOMPARE(form.outcomeCounts(), (std::pair<std::uint64_t, std::uint64_t>{40, 100}));
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::StudioTest)
#include "studio_test.moc"
