#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>

#include "app/gui/leads/leads_page.h"
#include "app/gui/page.h"
#include "shell_fixture.h"

namespace leadlight {

using namespace testing;

namespace {

QByteArray people(int rows) {
  QByteArray text = "Prospect ID,First Name,Email,Mobile,Do Not Email,City,Converted\n";
  for (int i = 0; i < rows; ++i) {
    const QByteArray n = QByteArray::number(i);
    text += "p" + n + ",Maria" + n + ",maria" + n + "@mail.example,+34 600 100 " + QByteArray::number(100 + i % 900) +
            ",No," + (i % 2 ? "Thane" : "Pune") + ',' + (i % 4 ? '0' : '1') + '\n';
  }
  return text;
}

}  // namespace

class MaskedTest : public ShellFixture {
  Q_OBJECT

 private Q_SLOTS:
  void maskedNothingOfAPersonIsShownFoundCopiedOrExported() {
    startWith(people(50), [] {
      Preferences preferences{"light", "en", false};
      preferences.masked = true;
      return preferences;
    }());
    const Snapshot& snapshot = *session().snapshot();
    QVERIFY(snapshot.masked);
    QCOMPARE(snapshot.frame.rows(), 50u);
    for (const char* column : {"First_Name", "Email", "Mobile"})
      for (std::size_t row = 0; row < 50; ++row) {
        const QString shown = QString::fromStdString(snapshot.frame.find(column)->textAt(row));
        QVERIFY2(!shown.contains("aria") && !shown.contains("example") && !shown.contains("600"), qPrintable(shown));
      }
    QCOMPARE(snapshot.frame.find("Do_Not_Email")->textAt(0), std::string("No"));
    ask("maria7");
    for (const QString& words : wordsOf(palette()))
      QVERIFY2(words.startsWith("Find ") || !words.contains("maria7"), qPrintable(words));
    QTest::keyClick(palette().field(), Qt::Key_Escape);
    window().showPage(pages::leads);
    auto* page = qobject_cast<LeadsPage*>(window().currentPage());
    QVERIFY(QTest::qWaitFor([&] { return page->settled() && page->model()->rowCount() == 50; }, patience));
    const QString exported = place().file("exported.csv");
    page->exportTo(exported);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(exported), patience);
    QGuiApplication::clipboard()->clear();
    emit page->table()->copyRequested();
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().contains("Email"), patience);
    QFile file(exported);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll(), copied = QGuiApplication::clipboard()->text().toUtf8();
    QVERIFY(written.contains("Thane"));
    for (const QByteArray& text : {written, copied})
      for (const char* personal : {"aria", "example", "600 100"}) QVERIFY2(!text.contains(personal), text.left(400));
    const auto labels = window().findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
      return label->isVisible() && label->text() == "Names, e-mail and phone are hidden";
    }));
    QVERIFY(window().runAction("window.mask"));
    QTRY_VERIFY(settle(session()) && !session().snapshot()->masked);
    QCOMPARE(session().snapshot()->frame.find("Email")->textAt(7), std::string("maria7@mail.example"));
  }

  void maskingForgetsFiltersThatTellAName() {
    startWith(people(30));
    session().setCondition("Email", Filter::contains("Email", "maria7@"));
    session().setCondition("City", Filter::in("City", {"Pune"}));
    QVERIFY(window().runAction("window.mask"));
    QTRY_VERIFY(settle(session()) && session().snapshot()->masked);
    QCOMPARE(session().conditions().size(), 1u);
    session().undoFilter();
    for (const Filter& condition : session().conditions()) QVERIFY(condition.text().find("maria") == std::string::npos);
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::MaskedTest)
#include "gui_masked_test.moc"
