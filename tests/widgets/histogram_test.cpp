#include "widgets/charts/histogram.h"

#include <QTest>
#include <cmath>

#include "widgets/style.h"

namespace leadlight {

namespace {

Group groupOf(std::uint64_t leads, std::uint64_t converted) {
  Group group;
  group.leads = leads;
  group.converted = converted;
  return group;
}

ChartItem itemOf(const QString& name, std::uint64_t leads, std::uint64_t converted) {
  const Group group = groupOf(leads, converted);
  return {name, group, group, group, false};
}

// Ten bins of which the first is far higher than the others.
HistogramModel times() {
  HistogramModel model;
  for (int i = 0; i < 10; ++i) {
    model.edges.push_back(i * 100.0);
    model.items.push_back(itemOf(QString::number(i * 100), static_cast<std::uint64_t>(100 + 40 * i), 10));
  }
  model.edges.push_back(1000);
  model.items[0] = itemOf(QStringLiteral("0"), 3000, 1200);
  model.items[9] = itemOf(QStringLiteral("900"), 460, 460);
  return model;
}

// Pixels of the colour in the middle of a bin, from top to bottom.
int run(Histogram& chart, int item, const QColor& color) {
  const QImage picture = chart.grab().toImage();
  const int x = static_cast<int>(chart.itemRect(item).center().x());
  int pixels = 0;
  for (int y = 0; y < picture.height(); ++y) pixels += picture.pixelColor(x, y) == color ? 1 : 0;
  return pixels;
}

}  // namespace

class HistogramTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { leadlight::applyTheme(*qApp, lightTheme()); }

  void aBinThatIsCutKeepsTheShareThatConverted() {
    Histogram chart;
    const Theme theme = lightTheme();
    chart.applyTheme(theme);
    chart.display(times());
    chart.resize(640, 280);
    static_cast<QWidget&>(chart).show();
    const double converted = run(chart, 0, theme.conv), lead = run(chart, 0, theme.lead);
    QVERIFY(converted > 30);
    QVERIFY(std::abs(converted / (converted + lead) - 0.4) < 0.05);  // the slit takes a little
  }

  void whatPassesAFilterAndHasRoomStandsAtItsOwnHeight() {
    Histogram chart;
    const Theme theme = lightTheme();
    chart.applyTheme(theme);
    HistogramModel model = times();
    model.items[0].passing = model.items[0].kept = groupOf(230, 230);
    chart.display(model);
    chart.resize(640, 280);
    static_cast<QWidget&>(chart).show();
    QVERIFY(std::abs(2 * run(chart, 0, theme.conv) - run(chart, 9, theme.conv)) <= 3);
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::HistogramTest)
#include "histogram_test.moc"
