#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTableView>

#include "app/gui/files/files_page.h"
#include "app/gui/files/load_details.h"
#include "app/gui/files/preview_card.h"
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

QStringList labelsIn(const QWidget& part) {
  QStringList texts;
  for (const QLabel* label : part.findChildren<QLabel*>()) texts << label->text() << label->toolTip();
  return texts;
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
    QTRY_VERIFY_WITH_TIMEOUT(settle(session()) && !session().snapshot()->masked, patience);
    QCOMPARE(session().snapshot()->frame.find("Email")->textAt(7), std::string("maria7@mail.example"));
  }

  void maskedAFileThatIsPreviewedTellsNobody() {
    startWith(people(30), [] {
      Preferences preferences{"light", "en", false};
      preferences.masked = true;
      return preferences;
    }());
    window().showPage(pages::files);
    auto* page = qobject_cast<FilesPage*>(window().currentPage());
    QByteArray changed = people(30).replace("maria7@mail", "maria77@mail");
    page->preview({place().write("june.csv", changed)});
    auto* card = page->findChild<PreviewCard*>();
    QVERIFY(QTest::qWaitFor([&] { return card->preview() && page->settled() && !card->counting(); }, patience));
    const auto shown = [&] {
      QStringList texts = labelsIn(*card);
      for (const QTableView* table : card->findChildren<QTableView*>())
        for (int row = 0; row < table->model()->rowCount(); ++row)
          for (int column = 0; column < table->model()->columnCount(); ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
              texts << table->model()->index(row, column).data(role).toString();
      return texts.join(QLatin1Char('\n'));
    };
    QVERIFY(shown().contains("Thane"));
    for (const char* personal : {"aria", "mail.example", "600 100"}) QVERIFY2(!shown().contains(personal), personal);
    QVERIFY(window().runAction("window.mask"));
    QTRY_VERIFY_WITH_TIMEOUT(settle(session()) && page->settled() && shown().contains("maria7@mail.example"), patience);
  }

  void maskedTheQuarantineTellsNobodyAndIsNotCorrected() {
    startWith(people(30) + ",Maria x,mariax@mail.example,+34 600 100 999,No,Pune,0\n" +
                  "p40,Maria short,mariay@mail.example\n",
              [] {
                Preferences preferences{"light", "en", false};
                preferences.masked = true;
                return preferences;
              }());
    window().showPage(pages::files);
    auto* view = window().currentPage()->findChild<QuarantineView*>();
    auto* details = window().currentPage()->findChild<LoadDetails*>();
    emit details->quarantineAsked(1);
    QTRY_COMPARE_WITH_TIMEOUT(view->model().rowCount(), 2, patience);
    auto* table = view->findChild<QTableView*>();
    QAbstractItemModel* model = table->model();
    const auto told = [&] {
      QStringList texts{view->asText(QLatin1Char(','))};
      for (int row = 0; row < model->rowCount(); ++row)
        for (int column = 0; column < model->columnCount(); ++column)
          for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::EditRole})
            texts << model->index(row, column).data(role).toString();
      return texts.join(QLatin1Char('\n'));
    };
    for (const char* personal : {"aria", "example", "600 100"}) QVERIFY2(!told().contains(personal), personal);
    QVERIFY(told().contains("Pune"));
    const QModelIndex key = model->index(0, QuarantineModel::AtFirstCell);
    QVERIFY(!model->flags(key).testFlag(Qt::ItemIsEditable));
    QVERIFY(!model->setData(key, "p900"));
    QVERIFY(labelsIn(*view).join(QLatin1Char(' ')).contains("Ctrl Shift H"));
    QVERIFY(window().runAction("window.mask"));
    QTRY_VERIFY_WITH_TIMEOUT(settle(session()) && told().contains("mariax@mail.example"), patience);
    QVERIFY(model->flags(model->index(0, QuarantineModel::AtFirstCell)).testFlag(Qt::ItemIsEditable));
  }

  void maskingForgetsFiltersThatTellAName() {
    startWith(people(30));
    session().setCondition("Email", Filter::contains("Email", "maria7@"));
    session().setCondition("City", Filter::in("City", {"Pune"}));
    QVERIFY(window().runAction("window.mask"));
    QTRY_VERIFY_WITH_TIMEOUT(settle(session()) && session().snapshot()->masked, patience);
    QCOMPARE(session().conditions().size(), 1u);
    session().undoFilter();
    for (const Filter& condition : session().conditions()) QVERIFY(condition.text().find("maria") == std::string::npos);
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::MaskedTest)
#include "gui_masked_test.moc"
