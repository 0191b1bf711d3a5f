#include <QImage>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <limits>

#include "widgets/form_field.h"
#include "widgets/form_number.h"
#include "widgets/ledger_view.h"
#include "widgets/score_scale.h"
#include "widgets/score_what_if.h"
#include "widgets/value_text.h"

namespace leadlight {

class LedgerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void theLedgerTellsEveryLineAndGrowsWithThem() {
    LedgerView view;
    const int empty = view.sizeHint().height();
    LedgerContent content;
    content.base = -0.62;
    content.rows = {{QStringLiteral("Occupation: Student"), QString(), 2.54},
                    {QStringLiteral("Visits: 2"), QString(), -0.57}};
    content.sum = 1.35;
    view.show(content);
    QVERIFY(view.sizeHint().height() > empty);
    QCOMPARE(view.accessibleDescription(),
             QStringLiteral("Base −0.62; Occupation: Student +2.54; Visits: 2 −0.57; Sum of points +1.35"));
  }

  void upAndDownHaveTheirOwnColours() {
    const Theme theme = lightTheme();
    LedgerView view;
    view.applyTheme(theme);
    LedgerContent content;
    content.rows = {{QStringLiteral("Up"), QString(), 5}, {QStringLiteral("Down"), QString(), -3}};
    content.sum = 2;
    view.show(content);
    view.resize(400, view.sizeHint().height());
    const QImage image = view.grab().toImage();
    const auto count = [&](const QColor& color) {
      int pixels = 0;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
          if (image.pixelColor(x, y) == color) ++pixels;
      return pixels;
    };
    QVERIFY(count(theme.positive) > 12 * 40);
    QVERIFY(count(theme.negative) > 12 * 20);
    QVERIFY(count(theme.positive) > count(theme.negative));
  }

  void pointsThatSayZeroHaveNoColour() {
    QCOMPARE(pointsText(0.004), QStringLiteral("0.00"));
    QCOMPARE(pointsSign(0.004), 0);
    QCOMPARE(pointsSign(-0.004), 0);
    QCOMPARE(pointsSign(0.006), 1);
    QCOMPARE(pointsSign(-2), -1);
    const Theme theme = lightTheme();
    LedgerView view;
    view.applyTheme(theme);
    LedgerContent content;
    content.rows = {{QStringLiteral("Country: India"), QString(), 0.004}};
    view.show(content);
    view.resize(400, view.sizeHint().height());
    const QImage image = view.grab().toImage();
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) QVERIFY(image.pixelColor(x, y) != theme.positive);
  }

  // Below a ledger that scrolls, the sum is a widget of its own.
  void aLedgerWithItsFootApartIsAsHighAsItsRows() {
    LedgerContent content;
    content.rows.assign(3, {QStringLiteral("Visits: 2"), QString(), 1});
    content.sum = 3;
    LedgerView whole, rows(LedgerView::Foot::Apart);
    LedgerFoot foot;
    whole.show(content);
    rows.show(content);
    foot.show(content);
    QCOMPARE(rows.sizeHint().height() + foot.sizeHint().height(), whole.sizeHint().height());
    QCOMPARE(foot.accessibleDescription(), QStringLiteral("+3"));
  }

  void theMarkerStandsWhereTheScoreIs() {
    const Theme theme = lightTheme();
    BandScale scale;
    scale.applyTheme(theme);
    scale.setBands({{QStringLiteral("A"), 75}, {QStringLiteral("B"), -std::numeric_limits<double>::infinity()}}, 0,
                   100);
    scale.resize(402, 26);
    for (const double score : {10.0, 50.0, 90.0}) {
      scale.setScore(score);
      const QImage image = scale.grab().toImage();
      int sum = 0;
      int pixels = 0;
      for (int x = 0; x < image.width(); ++x)
        if (image.pixelColor(x, 3) == theme.text) {
          sum += x;
          ++pixels;
        }
      QVERIFY(pixels > 0);
      QVERIFY(std::abs(sum / pixels - static_cast<int>(1 + score * 4)) <= 2);
    }
  }

  void aNumberFieldKeepsSliderAndBoxTogetherAndKnowsUnknown() {
    NumberField field("Visits", QStringLiteral("Visits"), SliderScale{{0, 2, 5, 251}, {-1, 0, 2}, 1}, true);
    field.resize(340, 80);
    auto* slider = field.findChild<PointsSlider*>();
    auto* box = field.findChild<QDoubleSpinBox*>();
    QCOMPARE(field.value(), QString());
    QVERIFY(!slider->value());
    QSignalSpy edited(&field, &FormField::edited);
    QVERIFY(field.setValue(QStringLiteral("4")));
    QCOMPARE(edited.count(), 0);
    QCOMPARE(slider->value(), std::optional(4.0));
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(field.value(), QStringLiteral("5"));
    QCOMPARE(edited.count(), 1);
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("117"));
    QCOMPARE(field.value(), QStringLiteral("117"));
    QCOMPARE(slider->value(), std::optional(117.0));
    QVERIFY(!field.setValue(QStringLiteral("many")));
    QCOMPARE(field.value(), QString());
  }

  void pressingTheChosenSideAgainMakesItUnknown() {
    SwitchField field("Free", QStringLiteral("Free copy"), QStringLiteral("Yes"), QStringLiteral("No"));
    QSignalSpy edited(&field, &FormField::edited);
    const auto sides = field.findChildren<QPushButton*>();
    sides[1]->click();
    QCOMPARE(field.value(), QStringLiteral("No"));
    sides[1]->click();
    QCOMPARE(field.value(), QString());
    QCOMPARE(edited.count(), 2);
    QVERIFY(field.setValue(QStringLiteral("yes")));
    QCOMPARE(field.value(), QStringLiteral("Yes"));
  }

  void aClickOnAWhatIfBarTellsWhichOne() {
    WhatIfView view;
    view.resize(400, 100);
    view.show({{QStringLiteral("0"), 10, 3, true}, {QStringLiteral("600"), 68, 1}, {QStringLiteral("900"), 76, 0}}, 4,
              0, 100);
    QSignalSpy picked(&view, &WhatIfView::picked);
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(390, 50));
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked[0][0].toInt(), 2);
    QCOMPARE(picked[1][0].toInt(), 1);
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::LedgerTest)
#include "ledger_test.moc"
