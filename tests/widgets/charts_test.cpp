#include <QFontMetricsF>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <limits>

#include "widgets/charts/bar_chart.h"
#include "widgets/charts/chart_text.h"
#include "widgets/charts/dot_chart.h"
#include "widgets/charts/funnel_chart.h"
#include "widgets/charts/histogram.h"
#include "widgets/charts/value_chart.h"
#include "widgets/style.h"

namespace leadlight {
namespace {

constexpr double open = std::numeric_limits<double>::quiet_NaN();

Group groupOf(std::uint64_t leads, std::uint64_t converted) {
  Group group;
  group.leads = leads;
  group.converted = converted;
  return group;
}

ChartItem itemOf(const char* name, std::uint64_t leads, std::uint64_t converted) {
  const Group group = groupOf(leads, converted);
  return {QString::fromUtf8(name), group, group, group, false};
}

BarModel sources() {
  BarModel model;
  model.context.title = QStringLiteral("Source performance");
  model.context.average = groupOf(9240, 3561);
  model.items = {itemOf("Google", 2868, 1147), itemOf("Direct Traffic", 2543, 818), itemOf("Olark Chat", 1755, 448),
                 itemOf("Unknown", 36, 29), itemOf("13 other values", 28, 9)};
  return model;
}

HistogramModel times() {
  HistogramModel model;
  model.context.title = QStringLiteral("Total time on website");
  for (int i = 0; i < 10; ++i) {
    model.edges.push_back(i * 100.0);
    const QByteArray name = QByteArray::number(i * 100);
    model.items.push_back(itemOf(name.constData(), static_cast<std::uint64_t>(100 + 40 * i), 10));
  }
  model.edges.push_back(1000);
  return model;
}

template <class Chart, class Model>
void present(Chart& chart, const Model& model, QSize size = {640, 280}) {
  chart.display(model);
  chart.resize(size);
  static_cast<QWidget&>(chart).show();
}

void click(ChartView& chart, int item, Qt::KeyboardModifiers with = Qt::NoModifier) {
  QTest::mouseClick(chart.viewport(), Qt::LeftButton, with, chart.itemRect(item).center().toPoint());
}

// A drag as a hand makes it: down, some moves, up.
void drag(Histogram& chart, double from, double to) {
  const int y = static_cast<int>(chart.itemRect(0).center().y()), a = static_cast<int>(from), b = static_cast<int>(to);
  QTest::mousePress(chart.viewport(), Qt::LeftButton, Qt::NoModifier, {a, y});
  for (int step = 1; step <= 8; ++step) QTest::mouseMove(chart.viewport(), {a + (b - a) * step / 8, y});
  QTest::mouseRelease(chart.viewport(), Qt::LeftButton, Qt::NoModifier, {b, y});
}

ChartRange rangeOf(const QSignalSpy& spy, qsizetype at) { return spy.at(at).at(0).value<ChartRange>(); }

}  // namespace

class ChartsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qRegisterMetaType<ChartRange>("leadlight::ChartRange");
    leadlight::applyTheme(*qApp, lightTheme());
  }

  void aClickOnABarNamesIt() {
    BarChart chart(BarChart::Style::Full);
    present(chart, sources());
    QSignalSpy spy(&chart, &ChartView::picked);
    click(chart, 1);
    click(chart, 3, Qt::ControlModifier);
    QCOMPARE(spy.count(), 2);
    QCOMPARE(spy.at(0), (QVariantList{1, false}));
    QCOMPARE(spy.at(1), (QVariantList{3, true}));
  }

  void aPressReleasedOnAnotherBarPicksNothing() {
    BarChart chart(BarChart::Style::Compact);
    present(chart, sources());
    QSignalSpy spy(&chart, &ChartView::picked);
    QTest::mousePress(chart.viewport(), Qt::LeftButton, {}, chart.itemRect(0).center().toPoint());
    QTest::mouseRelease(chart.viewport(), Qt::LeftButton, {}, chart.itemRect(2).center().toPoint());
    QCOMPARE(spy.count(), 0);
  }

  void arrowsWalkSpaceKeepsEscapeClears() {
    DotChart chart;
    present(chart, sources());
    QSignalSpy picked(&chart, &ChartView::picked), cleared(&chart, &ChartView::cleared);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Up);
    QCOMPARE(chart.current(), 1);
    QTest::keyClick(&chart, Qt::Key_Space);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.at(0).at(0).toInt(), 1);
    QCOMPARE(cleared.count(), 1);
  }

  // Bars are as long as their numbers say, measured on the picture itself.
  void barsAreDrawnToScaleAndInTheirColours() {
    BarChart chart(BarChart::Style::Full);
    const Theme theme = lightTheme();
    chart.applyTheme(theme);
    present(chart, sources());
    const QImage picture = chart.grab().toImage();
    const auto run = [&](int item, const QColor& color) {
      const int y = static_cast<int>(chart.itemRect(item).center().y());
      int pixels = 0;
      for (int x = 0; x < picture.width() * 7 / 10; ++x) pixels += picture.pixelColor(x, y) == color ? 1 : 0;
      return pixels;
    };
    const double converted = run(0, theme.conv), lead = run(0, theme.lead);
    QVERIFY2(converted > 50, "the first bar is drawn");
    QVERIFY(std::abs(lead / converted - (2868.0 - 1147) / 1147) < 0.05);
    QVERIFY(std::abs(run(1, theme.conv) / converted - 818.0 / 1147) < 0.05);
  }

  void aFilterFadesBarsAndNeverRescalesThem() {
    BarChart chart(BarChart::Style::Full);
    const Theme theme = lightTheme();
    chart.applyTheme(theme);
    BarModel model = sources();
    present(chart, model);
    const auto lastColoured = [&] {
      const QImage picture = chart.grab().toImage();
      const int y = static_cast<int>(chart.itemRect(0).center().y());
      for (int x = picture.width() * 7 / 10; x > 0; --x) {
        const QColor color = picture.pixelColor(x, y);
        if (color == theme.lead || color == theme.rest) return x;
      }
      return 0;
    };
    const int before = lastColoured();
    model.context.filtered = true;
    for (ChartItem& item : model.items)
      item.passing = item.kept = groupOf(item.all.leads / 10, item.all.converted / 10);
    chart.display(model);
    QCOMPARE(lastColoured(), before);
  }

  void chartsDescribeThemselvesToScreenReaders() {
    BarChart chart(BarChart::Style::Compact);
    present(chart, sources());
    QCOMPARE(chart.accessibleName(), QStringLiteral("Source performance"));
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("Google: 2,868 of 2,868, 40.0%")));
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("13 other values: 28 of 28, 32%")));
  }

  void aDragSetsARangeOfWholeBins() {
    Histogram chart;
    present(chart, times());
    QSignalSpy spy(&chart, &Histogram::rangeChanged);
    drag(chart, chart.itemRect(2).center().x(), chart.itemRect(5).center().x());
    QVERIFY(spy.count() >= 2);
    QCOMPARE(rangeOf(spy, spy.count() - 1), (ChartRange{200, 600}));
    QCOMPARE(spy.last().at(1).toBool(), false);
    for (int i = 0; i + 1 < spy.count(); ++i) QCOMPARE(spy.at(i).at(1).toBool(), true);
  }

  void aRangeToTheLastBinIsOpenAbove() {
    Histogram chart;
    present(chart, times());
    QSignalSpy spy(&chart, &Histogram::rangeChanged);
    drag(chart, chart.itemRect(6).center().x(), chart.width() - 3.0);
    QCOMPARE(rangeOf(spy, spy.count() - 1).from, 600.0);
    QVERIFY(std::isnan(rangeOf(spy, spy.count() - 1).below));
  }

  void gripsMoveOneEdgeAndTheBrushMovesWhole() {
    Histogram chart;
    HistogramModel model = times();
    model.range = ChartRange{200, 500};
    present(chart, model);
    QSignalSpy spy(&chart, &Histogram::rangeChanged);
    drag(chart, chart.xOf(500), chart.xOf(800));
    QCOMPARE(rangeOf(spy, spy.count() - 1), (ChartRange{200, 800}));
    model.range = ChartRange{200, 500};
    chart.display(model);
    drag(chart, chart.xOf(350), chart.xOf(550));
    QCOMPARE(rangeOf(spy, spy.count() - 1), (ChartRange{400, 700}));
  }

  void aClickKeepsABinAndTheSameClickLetsItGo() {
    Histogram chart;
    HistogramModel model = times();
    present(chart, model);
    QSignalSpy range(&chart, &Histogram::rangeChanged), cleared(&chart, &ChartView::cleared);
    click(chart, 4);
    QCOMPARE(range.count(), 1);
    QCOMPARE(rangeOf(range, 0), (ChartRange{400, 500}));
    model.range = ChartRange{400, 500};
    chart.display(model);
    click(chart, 4);
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(range.count(), 1);
  }

  void shiftAndArrowsExtendARange() {
    Histogram chart;
    present(chart, times());
    QSignalSpy spy(&chart, &Histogram::rangeChanged);
    click(chart, 3);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Left);
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(rangeOf(spy, spy.count() - 1).below, 500.0);
    QCOMPARE(rangeOf(spy, spy.count() - 1).from, 200.0);
  }

  void aBandUnderTheScoresKeepsItsRange() {
    Histogram chart;
    HistogramModel model = times();
    for (double& edge : model.edges) edge /= 10;
    constexpr double lowest = -std::numeric_limits<double>::infinity();
    model.bands = {{"A", 75, {}}, {"B", 50, {}}, {"C", 25, {}}, {"D", lowest, {}}};
    present(chart, model);
    QSignalSpy spy(&chart, &Histogram::rangeChanged);
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, chart.bandRect(1).center().toPoint());
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, chart.bandRect(0).center().toPoint());
    QCOMPARE(spy.count(), 2);
    QCOMPARE(rangeOf(spy, 0), (ChartRange{50, 75}));
    QCOMPARE(rangeOf(spy, 1).from, 75.0);
    QVERIFY(std::isnan(rangeOf(spy, 1).below));
  }

  void captionsOfNarrowBandsStandSideBySide() {
    Histogram chart;
    HistogramModel model = times();
    for (double& edge : model.edges) edge /= 10;
    model.bands = {{"A", 98, groupOf(100, 60)},
                   {"B", 96, groupOf(100, 40)},
                   {"C", 94, groupOf(100, 20)},
                   {"D", -1e9, groupOf(900, 20)}};
    present(chart, model, {480, 278});
    for (std::size_t i = 0; i + 1 < model.bands.size(); ++i) {
      QVERIFY(!chart.bandRect(i).intersects(chart.bandRect(i + 1)));
      QVERIFY(chart.bandRect(i).right() <= chart.width());
    }
  }

  void longCountsOfBandsDoNotTouchTheNextBand() {
    Histogram chart;
    HistogramModel model = times();
    for (double& edge : model.edges) edge /= 10;
    model.bands = {{"A", 95, groupOf(1246480, 1246000)},
                   {"B", 68, groupOf(2012120, 1700000)},
                   {"C", 12, groupOf(3009560, 900000)},
                   {"D", -1e9, groupOf(3731840, 90000)}};
    for (ChartItem& item : model.items) item.all = item.passing = item.kept = groupOf(1000000, 300000);
    chart.applyTheme(lightTheme());
    for (const int width : {407, 340}) {
      present(chart, model, {width, 226});
      const QImage image = chart.grab().toImage();
      for (std::size_t i = 0; i + 1 < model.bands.size(); ++i) {
        const QRect band = chart.bandRect(i).toRect();
        for (int x = band.left() - 1; x <= band.left() + 1; ++x)
          for (int y = band.top() + 4; y < band.bottom(); ++y)
            QVERIFY2(image.pixelColor(x, y) == lightTheme().surface, qPrintable(model.bands[i].name));
      }
    }
  }

  // Where a stage's bar ends is where its leads end, on both sides.
  void aFunnelsBarsAreCentredAndLayered() {
    FunnelChart chart;
    FunnelModel model;
    model.items = {itemOf("New", 400, 40), itemOf("Won", 200, 100)};
    model.reached = model.items;
    model.reached[1].passing = groupOf(100, 50);
    model.outside = {false, false};
    chart.applyTheme(lightTheme());
    present(chart, model);
    const Theme theme = lightTheme();
    const QRgb rest = theme.rest.rgb(), lead = theme.lead.rgb(), conv = theme.conv.rgb();
    const auto runs = [&](int item) {  // the colours along a stage's bar, without its soft edges
      const QImage image = chart.grab().toImage();
      const QList<QRgb> known{rest, lead, conv, theme.unchosen.rgb()};
      QList<QRgb> colours;
      const int y = static_cast<int>(chart.itemRect(item).center().y() + 10);
      for (int x = 60; x < image.width() - 130; ++x)
        if (colours.isEmpty() || colours.last() != image.pixel(x, y)) colours << image.pixel(x, y);
      colours.removeIf([&](QRgb one) { return !known.contains(one); });
      return colours;
    };
    QCOMPARE(runs(0), (QList<QRgb>{lead, conv, lead}));
    QCOMPARE(runs(1), (QList<QRgb>{rest, lead, conv, lead, rest}));
    model.context.outcome = false;
    chart.display(model);
    QCOMPARE(runs(0), (QList<QRgb>{lead}));
    model.context.choosing = model.items[0].chosen = true;
    chart.display(model);
    QCOMPARE(runs(1), (QList<QRgb>{rest, theme.unchosen.rgb(), rest}));
  }

  void valuesGrowFromZeroToBothSidesBeforeThoseOfAllLeads() {
    ValueChart chart;
    ValueModel model;
    model.items = {itemOf("Up", 40, 4), itemOf("Down", 40, 4), itemOf("None", 40, 4)};
    model.values = {50, -50, std::nan("")};
    model.all = {100, -100, std::nan("")};
    chart.applyTheme(lightTheme());
    present(chart, model);
    const QImage image = chart.grab().toImage();
    const Theme theme = lightTheme();
    const auto first = [&](int item, const QColor& color) {
      const int y = static_cast<int>(chart.itemRect(item).center().y());
      for (int x = 60; x < image.width() - 70; ++x)
        if (image.pixelColor(x, y) == color) return x;
      return -1;
    };
    QVERIFY(first(0, theme.lead) >= 0 && first(0, theme.lead) < first(0, theme.rest));
    QVERIFY(first(1, theme.rest) >= 0 && first(1, theme.rest) < first(1, theme.lead));
    QVERIFY(first(1, theme.lead) < first(0, theme.lead));
    QCOMPARE(first(2, theme.lead), -1);
    QSignalSpy spy(&chart, &ChartView::picked);
    click(chart, 1);
    QCOMPARE(spy.at(0).at(0).toInt(), 1);
  }

  void rangesReadAsPeopleSayThem() {
    using Scale = HistogramModel::Scale;
    QCOMPARE(rangeText({600, 2272}, Scale::Number), QStringLiteral("600 to 2,272"));
    QCOMPARE(rangeText({600, open}, Scale::Number), QStringLiteral("600 or more"));
    QCOMPARE(rangeText({open, -0.5}, Scale::Number), QStringLiteral("below \u22120.5"));
    QCOMPARE(rangeText({3, 4}, Scale::EachValue), QStringLiteral("3"));
    QCOMPARE(rangeText({3, 6}, Scale::EachValue), QStringLiteral("3 to 5"));
    QCOMPARE(rangeText({1467331200, 1472688000}, Scale::Month), QStringLiteral("Jul 2016 to Aug 2016"));
  }

  void stepsAreRoundAndNeverMoreThanAsked() {
    for (double max = 1; max < 1e7; max *= 1.37)
      for (const int parts : {1, 3, 5}) {
        const double step = roundStep(max, parts, 1);
        QVERIFY(step >= 1 && step == std::floor(step));
        QVERIFY(max / step <= parts * (1 + 1e-9) || step == 1);
        QVERIFY(step <= std::max(1.0, 2.5 * max / parts));
      }
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ChartsTest)
#include "charts_test.moc"
