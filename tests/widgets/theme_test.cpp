#include "widgets/theme.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <algorithm>

#include "widgets/style.h"

namespace leadlight {

namespace {

// The lowest contrast of `color` over the grounds on which it is used.
double worst(const Theme& theme, const QColor& color, std::initializer_list<QColor Theme::*> grounds) {
  double low = 21;
  for (QColor Theme::*ground : grounds) low = std::min(low, contrast(color, theme.*ground));
  return low;
}

}  // namespace

class ThemeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aContrastIsThatOfTheStandard() {
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(contrast(QColor("#767676"), Qt::white) - 4.54) < 0.01);
  }

  void everyTextCanBeRead_data() { bothThemes(); }
  void everyTextCanBeRead() {
    const Theme theme = current();
    const auto grounds = {&Theme::window, &Theme::surface,   &Theme::sunken,    &Theme::raised,
                          &Theme::hover,  &Theme::selection, &Theme::accentSoft};
    QVERIFY(worst(theme, theme.text, grounds) >= 4.5);
    QVERIFY(worst(theme, theme.muted, grounds) >= 4.5);
    QVERIFY(worst(theme, theme.accent, {&Theme::window, &Theme::surface, &Theme::accentSoft, &Theme::selection}) >=
            4.5);
    QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
    QVERIFY(worst(theme, theme.positive, {&Theme::window, &Theme::surface, &Theme::positiveSoft}) >= 4.5);
    QVERIFY(worst(theme, theme.negative, {&Theme::window, &Theme::surface, &Theme::negativeSoft}) >= 4.5);
    QVERIFY(worst(theme, theme.warning, {&Theme::window, &Theme::surface, &Theme::warningSoft}) >= 4.5);
    QVERIFY(contrast(theme.onTip, theme.tip) >= 4.5);
    QVERIFY(worst(theme, theme.accent, {&Theme::raised}) >= 4.5);
    for (const BandColors& band : theme.bands) QVERIFY(contrast(band.text, band.fill) >= 4.5);
    for (const QColor& heat : theme.heat)
      QVERIFY(std::max(contrast(theme.text, heat), contrast(theme.surface, heat)) >= 4.5);
  }

  void everyGraphicStandsOut_data() { bothThemes(); }
  void everyGraphicStandsOut() {
    const Theme theme = current();
    const auto grounds = {&Theme::window, &Theme::surface};
    QVERIFY(worst(theme, theme.focus, grounds) >= 3.0);
    QVERIFY(worst(theme, theme.control, grounds) >= 3.0);
    QVERIFY(contrast(theme.control, theme.raised) >= 3.0);
    QVERIFY(worst(theme, theme.conv, {&Theme::surface}) >= 3.0);
    QVERIFY(worst(theme, theme.lead, {&Theme::surface}) >= 3.0);
    QVERIFY(contrast(theme.conv, theme.lead) >= 3.0);
    QVERIFY(worst(theme, theme.axis, {&Theme::surface}) >= 3.0);
    for (const BandColors& band : theme.bands) QVERIFY(worst(theme, band.edge, {&Theme::surface}) >= 3.0);
    for (const QColor& color : theme.series) QVERIFY(worst(theme, color, {&Theme::surface}) >= 3.0);
  }

  void theNumbersAreThoseOfTheDesign() {
    const Theme light = lightTheme(), dark = darkTheme();
    const auto near = [](double a, double b) { return std::abs(a - b) < 0.06; };
    QVERIFY(near(contrast(light.onAccent, light.accent), 7.1));
    QVERIFY(near(contrast(dark.onAccent, dark.accent), 7.9));
    QVERIFY(near(contrast(light.bands[0].text, light.bands[0].fill), 10.6));
    QVERIFY(near(contrast(dark.bands[0].text, dark.bands[0].fill), 12.2));
    QVERIFY(near(contrast(light.conv, light.surface), 10.6));
    QVERIFY(near(contrast(light.onTip, light.tip), 13.2));
    QVERIFY(near(contrast(dark.onTip, dark.tip), 13.7));
  }

  void bandsOfOtherNumbersKeepTheOrderOfLightness() {
    const Theme theme = lightTheme();
    QCOMPARE(theme.band(0, 1).fill, theme.bands[0].fill);
    QCOMPARE(theme.band(1, 2).fill, theme.bands[3].fill);
    QCOMPARE(theme.band(1, 3).fill, theme.bands[2].fill);
    QCOMPARE(theme.band(1, 4).fill, theme.bands[1].fill);
    QCOMPARE(theme.band(9, 4).fill, theme.bands[3].fill);
  }

  void theStyleSheetHasAColourForEveryToken_data() { bothThemes(); }
  void theStyleSheetHasAColourForEveryToken() {
    const QString sheet = styleSheetOf(current());
    QVERIFY(sheet.size() > 1000);
    QVERIFY2(!sheet.contains('@'), qPrintable(sheet.mid(sheet.indexOf('@'), 40)));
  }

  void whatAFieldWouldHoldCanBeRead_data() { bothThemes(); }
  void whatAFieldWouldHoldCanBeRead() {
    const Theme theme = current();
    applyTheme(*qApp, theme);
    QLineEdit line;
    QPlainTextEdit text;
    for (QWidget* field : {static_cast<QWidget*>(&line), static_cast<QWidget*>(&text)}) {
      field->ensurePolished();
      const QColor ink = field->palette().color(QPalette::Active, QPalette::PlaceholderText);
      QCOMPARE(ink.alpha(), 255);
      QVERIFY(contrast(ink, theme.surface) >= 4.5);
      QCOMPARE(field->palette().color(QPalette::Active, QPalette::Text), theme.text);
    }
  }

 private:
  static void bothThemes() {
    QTest::addColumn<QString>("name");
    QTest::newRow("light") << "light";
    QTest::newRow("dark") << "dark";
  }
  static Theme current() {
    QFETCH(QString, name);
    return themeNamed(name);
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ThemeTest)
#include "theme_test.moc"
