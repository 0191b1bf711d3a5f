#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <limits>

#include "tests/support/patience.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/kit/badge.h"
#include "widgets/kit/chips.h"
#include "widgets/kit/focus_ring.h"
#include "widgets/kit/kpi_tile.h"
#include "widgets/kit/labels.h"
#include "widgets/kit/progress_strip.h"
#include "widgets/kit/tab_order.h"
#include "widgets/kit/toast.h"
#include "widgets/style.h"

namespace leadlight {

using testing::patience;

class KitTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

  void numbersAreWrittenAsTheLocaleDoes() {
    QCOMPARE(formatCount(9240), "9,240");
    QCOMPARE(formatDecimal(26.02, 1), "26.0");
    QCOMPARE(formatSigned(-0.619), QString::fromUtf8("−0.62"));
    QCOMPARE(formatSigned(2.54), "+2.54");
    QCOMPARE(formatSigned(-0.001), "0.00");
    QCOMPARE(formatPercent(0.3854), "38.5%");
    QCOMPARE(formatPercent(std::numeric_limits<double>::quiet_NaN()), QString::fromUtf8("–"));
    QCOMPARE(formatBytes(2'400'000), QString::fromUtf8("2.4\u00A0MB"));
    QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::Spain));
    QCOMPARE(formatDecimal(38.5, 1), "38,5");
    QCOMPARE(formatCount(9240), "9240");
    QCOMPARE(formatCount(12345), "12.345");
    QCOMPARE(formatCount(1000000), "1.000.000");
    QCOMPARE(formatCount(1234567890), "1.234.567.890");
    QCOMPARE(formatDecimal(-1234567.5), QString(QChar(0x2212)) + "1.234.567,5");
  }

  void aRateOfFewLeadsHasNoDecimals() {
    QCOMPARE(formatRate(3561, 9240), "38.5%");
    QCOMPARE(formatRate(4, 5), "80%");
    QCOMPARE(formatRate(0, 0), QString::fromUtf8("–"));
  }

  void everyIconIsDrawnInItsColour() {
    for (int i = 0; i <= static_cast<int>(Icon::Warning); ++i) {
      const QImage image = iconPixmap(static_cast<Icon>(i), 20, QColor("#ff0000")).toImage();
      int red = 0;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
          const QColor pixel = image.pixelColor(x, y);
          if (pixel.alpha() > 128 && pixel.red() > 200 && pixel.green() < 60) ++red;
        }
      QVERIFY2(red >= 4, qPrintable(QStringLiteral("icon %1").arg(i)));
    }
  }

  void aChipIsRemovedByItsCrossAndByDelete() {
    ChipBar bar;
    bar.resize(800, 40);
    bar.display({{"Lead_Source", "Lead Source", "Google", false}, {"City", "City", "Mumbai", true}});
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar, patience));
    QSignalSpy removed(&bar, &ChipBar::chipRemoved), clicked(&bar, &ChipBar::chipClicked);
    const auto chips = bar.findChildren<ChipWidget*>();
    QCOMPARE(chips.size(), 2);
    QTest::mouseClick(chips[0], Qt::LeftButton, {}, {chips[0]->width() - 14, 14});
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].toString(), "Lead_Source");
    QTest::mouseClick(chips[1], Qt::LeftButton, {}, {20, 14});
    QCOMPARE(clicked.size(), 1);
    QTest::keyClick(chips[1], Qt::Key_Delete);
    QCOMPARE(removed.size(), 2);
    QCOMPARE(removed[1][0].toString(), "City");
  }

  void chipsWrapWhenThereIsNoRoom() {
    ChipBar bar;
    bar.display({{"a", "Lead Source", "Google", false}, {"b", "City", "Mumbai", false}, {"c", "Tags", "Busy", false}});
    bar.resize(300, 200);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar, patience));
    const auto chips = bar.findChildren<ChipWidget*>();
    QVERIFY(chips.last()->y() > chips.first()->y());
  }

  void aTileTooNarrowForItsNoteSaysTheShortOne() {
    KpiTile tile;
    Kpi kpi;
    kpi.number = QStringLiteral("29.9");
    kpi.note = QStringLiteral("by Activity, grade, stage v1");
    kpi.noteShort = QStringLiteral("by the champion");
    tile.display(kpi);
    for (const auto& [width, note] : {std::pair(600, kpi.note), std::pair(140, kpi.noteShort)}) {
      tile.resize(width, 86);
      tile.show();
      QCOMPARE(tile.findChild<ElidedLabel*>()->fullText(), note);
      QCOMPARE(tile.toolTip(), note == kpi.note ? QString() : kpi.note);
    }
  }

  void aTileShowsTheBandAndMutesFewLeads() {
    KpiTile tile;
    Kpi kpi;
    kpi.caption = "Conversion";
    kpi.number = "4 of 5";
    kpi.few = true;
    tile.display(kpi);
    auto muted = [&] {
      for (const QLabel* label : tile.findChildren<QLabel*>())
        if (label->text() == tile.kpi().number) return label->property("tone").toString() == "muted";
      return false;
    };
    QVERIFY(muted());
    kpi.few = false;
    tile.display(kpi);
    QVERIFY(!muted());
    QVERIFY(tile.findChild<Badge*>()->isHidden());
    kpi.band = "A";
    kpi.bandCount = 4;
    tile.display(kpi);
    QVERIFY(!tile.findChild<Badge*>()->isHidden());
  }

  void everyTileHasItsNumberAtOneHeight() {
    Kpi plain, banded, linked;
    for (Kpi* kpi : {&plain, &banded, &linked}) {
      kpi->caption = "Leads";
      kpi->number = "978";
      kpi->note = "99.9% convert";
    }
    banded.band = "A";
    banded.bandCount = 4;
    linked.link = true;
    const auto topOf = [](const Kpi& kpi) {
      KpiTile tile;
      tile.setStyleSheet(styleSheetOf(lightTheme()));
      tile.display(kpi);
      tile.resize(160, 86);
      tile.show();
      for (const QLabel* label : tile.findChildren<QLabel*>())
        if (label->text() == kpi.number) return label->geometry().center().y();
      return 0;
    };
    QVERIFY(topOf(plain) > 0);
    QCOMPARE(topOf(banded), topOf(plain));
    QCOMPARE(topOf(linked), topOf(plain));
  }

  void aLongNumberIsWrittenSmallerThanAShortOne() {
    KpiTile tile;
    tile.setStyleSheet(styleSheetOf(lightTheme()));
    const auto widthOf = [&](const char* number) {
      Kpi kpi;
      kpi.number = number;
      tile.display(kpi);
      for (const QLabel* label : tile.findChildren<QLabel*>())
        if (label->text() == kpi.number) return label->sizeHint().width();
      return 0;
    };
    QVERIFY(widthOf("10,000,000") < widthOf("1,000,000"));
    QVERIFY(widthOf("5,300") < widthOf("10,000,000"));
  }

  void theBarOfAStripIsAsLongAsItsShare() {
    ProgressStrip strip;
    const Theme theme = lightTheme();
    strip.applyTheme(theme);
    strip.resize(428, 48);
    const auto accentPixels = [&](double share) {
      strip.display({Strip::State::Running, "Loading", "", share, "Cancel"});
      const QImage image = strip.grab().toImage();
      int count = 0;
      for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, 36) == theme.accent ? 1 : 0;
      return count;
    };
    QVERIFY(std::abs(accentPixels(0.25) - 100) <= 3);
    QVERIFY(std::abs(accentPixels(0.75) - 300) <= 3);
    QCOMPARE(accentPixels(-1), 0);
  }

  void whatIsMadeLateTakesItsPlaceInTheTabOrder() {
    QWidget window;
    auto* rows = new QVBoxLayout(&window);
    auto* before = new QLineEdit;
    auto* part = new QWidget;
    auto* after = new QLineEdit;
    for (QWidget* widget : {static_cast<QWidget*>(before), part, static_cast<QWidget*>(after)}) rows->addWidget(widget);
    auto* inside = new QVBoxLayout(part);
    auto* number = new QSpinBox;  // a field of several widgets
    auto* text = new QLineEdit;
    inside->addWidget(number);
    inside->addWidget(text);
    keepTabOrder(*part);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window, patience));
    before->setFocus();
    for (QWidget* next : {static_cast<QWidget*>(number), static_cast<QWidget*>(text), static_cast<QWidget*>(after)}) {
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      QCOMPARE(QApplication::focusWidget(), next);
    }
  }

  void aLongLabelIsCutAndKeepsItsTextInTheToolTip() {
    ElidedLabel label("a rather long text that cannot fit here at all", TextRole::Body);
    label.resize(80, 20);
    label.show();
    QVERIFY(label.text().endsWith(QChar(0x2026)));
    QCOMPARE(label.toolTip(), label.fullText());
    label.resize(900, 20);
    QCOMPARE(label.text(), label.fullText());
  }

  void theRingFollowsTheKeyboardAndGoesWithTheMouse() {
    QWidget window;
    auto* first = new Button("One", ButtonKind::Plain, &window);
    auto* second = new Button("Two", ButtonKind::Plain, &window);
    first->setGeometry(20, 20, 80, 30);
    second->setGeometry(120, 20, 80, 30);
    auto* ring = new FocusRing(&window);
    window.resize(300, 100);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window, patience));
    first->setFocus();
    QVERIFY(!ring->isVisible());
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(second->hasFocus());
    QVERIFY(ring->isVisible());
    QCOMPARE(ring->geometry(), second->geometry().adjusted(-3, -3, 3, 3));
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(!ring->isVisible());
  }

  void aToastRunsItsActionOnce() {
    QWidget window;
    window.resize(800, 600);
    window.show();
    Toast toast(&window);
    int ran = 0;
    toast.display(Toast::Kind::Done, "Loaded Leads.csv", "Undo", [&] { ++ran; });
    QVERIFY(toast.isVisible());
    QVERIFY(window.rect().contains(toast.geometry()));
    QTest::mouseClick(toast.findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(ran, 1);
    QVERIFY(!toast.isVisible());
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::KitTest)
#include "kit_test.moc"
