#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <set>

#include "app/gui/application.h"
#include "app/gui/files/drop_zone.h"
#include "app/gui/files/files_page.h"
#include "app/gui/files/load_details.h"
#include "app/gui/files/load_history.h"
#include "app/gui/files/preview_card.h"
#include "app/gui/page.h"
#include "app/gui/report.h"
#include "app/gui/screenshots.h"
#include "app/gui/sentences.h"
#include "app/gui/shipped_words.h"
#include "app/gui/side_panel.h"
#include "gui_support.h"
#include "model/base/resources.h"
#include "scoring/scorecard_json.h"
#include "widgets/kit/empty_state.h"
#include "widgets/kit/progress_strip.h"
#include "widgets/kit/toast.h"

namespace leadlight {

using namespace testing;

namespace {

Preferences english() { return {"light", "en", false}; }

std::size_t coloursOf(const QImage& image) {
  std::set<QRgb> colours;
  for (int y = 0; y < image.height(); y += 3)
    for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
  return colours.size();
}

// In pixels, of the pictures in a PDF.
int widestImage(const QByteArray& pdf) {
  int widest = 0;
  for (auto at = pdf.indexOf("/Subtype /Image"); at >= 0; at = pdf.indexOf("/Subtype /Image", at + 1)) {
    const auto width = pdf.indexOf("/Width ", at) + 7;
    widest = std::max(widest, pdf.mid(width, pdf.indexOf('\n', width) - width).trimmed().toInt());
  }
  return widest;
}

}  // namespace

class WindowTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<Place> place_;
  std::unique_ptr<Application> application_;

  MainWindow& window() { return application_->window(); }
  Session& session() { return application_->session(); }
  template <class T>
  T* part() {
    return window().findChild<T*>();
  }
  void start(const Preferences& preferences = english()) {
    place_ = std::make_unique<Place>();
    application_ = std::make_unique<Application>(*qApp, place_->store(), preferences, false);
    window().resize(1280, 800);
    window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&window(), patience));
    QVERIFY(settle(session()));
  }
  void drop(const QStringList& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files) urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &enter);
    QDropEvent dropped(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &dropped);
  }
  // Drops a file and loads it as proposed.
  void dropAndLoad(const QString& file) {
    drop({file});
    auto* card = part<PreviewCard>();
    QVERIFY(QTest::qWaitFor([&] { return card->canLoad(); }, patience));
    emit card->loadAsked();
    QVERIFY(settle(session()));
  }

 private Q_SLOTS:
  void cleanup() {
    application_.reset();
    place_.reset();
  }

  void anEmptyStoreOffersFilesAndTheSample() {
    start();
    auto* empty = part<FilesPage>()->findChild<EmptyState*>();
    QVERIFY(empty->isVisible());
    QStringList words;
    for (const QPushButton* button : empty->findChildren<QPushButton*>()) words << button->text();
    QCOMPARE(words, QStringList({"Choose files", "Try the sample", "Take the tour"}));
  }

  void aDroppedFileIsLoadedAndShownInFull() {
    start();
    dropAndLoad(place_->write("leads.csv", madeLeads(120) + "broken,row\n"));
    auto* history = part<LoadHistory>();
    QVERIFY(history->isVisible());
    QCOMPARE(history->model()->rowCount(), 1);
    QCOMPARE(history->model()->index(0, 1).data().toString(), "leads.csv");
    const LoadReport& load = part<LoadDetails>()->load();
    QCOMPARE(load.fresh, 120u);
    QCOMPARE(load.quarantined, 1u);
    QVERIFY(conservationSentence(load).startsWith("121 read = 120 new"));
    QVERIFY(part<Toast>()->isVisible());
  }

  void theQuarantineOfALoadIsReadAndCopied() {
    start();
    dropAndLoad(place_->write("leads.csv", madeLeads(3) + "broken,row\n"));
    auto* details = part<LoadDetails>();
    emit details->quarantineAsked(details->load().id);
    QVERIFY(QTest::qWaitFor([&] { return details->quarantine()->asText('\t').count('\n') == 2; }, patience));
    QVERIFY(details->quarantine()->asText('\t').contains("field_count"));
    QVERIFY(details->quarantine()->asText(',').contains("\"broken,row\""));
  }

  void aDraggedPictureIsRefusedAndNothingIsLoaded() {
    start();
    const QString file = place_->write("photo.png", "x");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &enter);
    QCOMPARE(part<DropZone>()->state(), DropZone::State::Refused);
    QDragLeaveEvent leave;
    QApplication::sendEvent(&window(), &leave);
    QCOMPARE(part<DropZone>()->state(), DropZone::State::Rest);
    drop({file});
    QVERIFY(!session().busy());
  }

  void cancelInTheStripStopsTheLoad() {
    start();
    auto* strip = part<FilesPage>()->findChild<ProgressStrip*>();
    QSignalSpy progressed(&session(), &Session::progressed);
    session().load({place_->write("large.csv", madeLeads(300'000))});
    QVERIFY(progressed.wait(patience));
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->strip().action, "Cancel");
    QTest::mouseClick(strip->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(strip->strip().state, Strip::State::Stopping);
    QVERIFY(settle(session()));
    QVERIFY(!strip->isVisible());
    QVERIFY(session().snapshot()->loads.empty());
    QCOMPARE(part<Toast>()->sentence(), "Stopped. Everything is as it was.");
  }

  void undoInTheHistoryTakesTheLoadBack() {
    start();
    dropAndLoad(place_->write("leads.csv", madeLeads(40)));
    emit part<LoadHistory>()->undoAsked(1);
    QVERIFY(settle(session()));
    QCOMPARE(session().snapshot()->frame.rows(), 0u);
    QCOMPARE(session().snapshot()->loads.back().status, LoadReport::Status::Undone);
  }

  void altAndANumberOpensThatPage() {
    start();
    const auto& pages = window().pages();
    for (std::size_t i = pages.size(); i-- > 0;) {
      QTest::keyClick(&window(), static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i)), Qt::AltModifier);
      QCOMPARE(window().currentPage(), pages[i]);
    }
  }

  void theThemeChangesAtOnceAndPaintsOtherColours() {
    start();
    const QColor light = window().grab().toImage().pixelColor(4, 400);
    QTest::keyClick(&window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    const QColor dark = window().grab().toImage().pixelColor(4, 400);
    QCOMPARE(light, lightTheme().window);
    QCOMPARE(dark, darkTheme().window);
  }

  void spanishIsSpokenFromPanelToErrors() {
    start({"light", "es", false});
    QCOMPARE(window().pages()[0]->title(), "Archivos");
    QCOMPARE(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return).toString(QKeySequence::NativeText),
             QString::fromUtf8("Ctrl+Mayús+Intro"));
    QCOMPARE(sentenceOf(Error{Errc::DiskFull, "", "", {}}),
             QString::fromUtf8("El disco está lleno. No se cambió nada."));
    QCOMPARE(sentenceOf(Error{Errc::Interrupted, "", "", {}}), QString::fromUtf8("Detenido. Todo está como antes."));
    application_->setLanguage("en");
    QCOMPARE(window().pages()[0]->title(), "Files");
    QVERIFY(window().isVisible());
  }

  void everyTextOfAShippedScorecardIsTranslatedAndNoOther() {
    start({"light", "es", false});
    int shipped = 0;
    for (const Resource& resource : resources()) {
      if (!resource.name.starts_with("scorecards/")) continue;
      const auto scorecard = parseScorecard(resource.text, std::string(resource.name));
      QVERIFY(scorecard);
      ++shipped;
      const QString name = QString::fromStdString(scorecard->name);
      QVERIFY2(scorecardTitle(scorecard->name) != name, qPrintable(name));
      QCOMPARE(scorecardTitle(scorecard->name + " (crm)"), scorecardTitle(scorecard->name) + " (crm)");
      QVERIFY(descriptionText(*scorecard) != QString::fromStdString(scorecard->provenance.description));
      for (const Term& term : scorecard->terms)
        QVERIFY2(termTitle(scorecard->name, term.name) != QString::fromStdString(term.name), term.name.c_str());
    }
    QCOMPARE(shipped, 2);
    QCOMPARE(scorecardTitle("Before contact rules, mine"), "Before contact rules, mine");
    QCOMPARE(termTitle("Mine", "Visits"), "Visits");
    application_->setLanguage("en");
    QCOMPARE(scorecardTitle("Before contact rules"), "Before contact rules");
  }

  void aShippedScorecardHasASpanishTitleAndKeepsItsName() {
    start({"light", "es", false});
    dropAndLoad(LEADLIGHT_SOURCE "/resources/sample/leads-2026-q1.csv");
    QCOMPARE(session().snapshot()->champion->stored.name, std::string("Activity, grade, stage"));
    const auto says = [&](const QString& words) {
      for (const QLabel* label : part<SidePanel>()->findChildren<QLabel*>())
        if (label->text().contains(words) || label->toolTip().contains(words)) return true;
      return false;
    };
    QVERIFY(says("Actividad, grado, etapa"));
    QVERIFY(!says("Activity, grade, stage"));
  }

  void oneLeadIsNotCountedAsMany() {
    start({"light", "en", false});
    dropAndLoad(place_->write("one.csv", "Prospect ID,Visits\np1,3\n"));
    const auto said = [&] {
      QStringList words;
      for (const QLabel* label : window().findChildren<QLabel*>()) words << label->text();
      for (const QPushButton* button : window().findChildren<QPushButton*>()) words << button->text();
      return words;
    };
    QVERIFY(said().contains("1 lead from 1 file"));
    for (const Page* page : window().pages()) window().showPage(page->id());
    window().showPage(pages::leads);
    QTRY_VERIFY_WITH_TIMEOUT(said().contains("Export 1 lead"), patience);
    const QStringList many = said().filter(QRegularExpression("\\b1 leads\\b"));
    QVERIFY2(many.isEmpty(), qPrintable(many.join(" | ")));
  }

  void theSidePanelFoldsToIcons() {
    start();
    auto* panel = part<SidePanel>();
    QCOMPARE(panel->width(), 208);
    QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(panel->width(), 56);
  }

  void theNoticeOfAnUndoCountsTheLeadsThatStay() {
    start({"light", "en", false});
    UndoReport undo;
    undo.loadId = 3;
    undo.removed = 2;
    undo.restored = 1;
    QCOMPARE(undoneToast(undo), "Load 3 is undone: 2 leads removed, 1 as they were before.");
    undo.kept = 12;
    QCOMPARE(undoneToast(undo),
             "Load 3 is undone: 2 leads removed, 1 as they were before, 12 kept for the later loads that brought "
             "them too.");
    application_->setLanguage("es");
    QCOMPARE(undoneToast(undo), QString::fromUtf8("Carga 3 deshecha: 2 leads quitados, 1 como antes, 12 conservados "
                                                  "por las cargas posteriores que también los trajeron."));
  }

  void everyErrorHasASentence() {
    for (int code = 0; code <= static_cast<int>(Errc::Internal); ++code) {
      const Error error{static_cast<Errc>(code), "The core's own words.", "Leads.csv:17", {"17"}};
      QVERIFY2(!sentenceOf(error).isEmpty(), errorName(error.code));
      QVERIFY2(!sentenceOf(error).contains('%'), errorName(error.code));
    }
  }

  void aRejectedRowSaysWhyWithItsValues() {
    QuarantinedRow row;
    row.code = "field_count";
    row.message = "36 fields, 37 expected";
    QCOMPARE(rejectSentence(row), "36 fields, 37 expected.");
    row.code = "not_known_here";
    row.message = "The core's own words.";
    QCOMPARE(rejectSentence(row), "The core's own words.");
  }

  void screenshotsOfEveryPageAreWrittenAndNotEmpty() {
    start();
    session().load({place_->write("leads.csv", madeLeads(400))});
    const QString folder = place_->file("shots");
    QCOMPARE(writeScreenshots(*qApp, *application_, folder, {1280, 800}), 0);
    for (const Page* page : window().pages()) {
      const QImage image(folder + '/' + page->id() + ".png");
      QCOMPARE(image.size(), QSize(1280, 800));
      QVERIFY2(coloursOf(image) > 20, qPrintable(page->id()));
      for (const QString& view : page->views())
        QCOMPARE(QImage(folder + '/' + page->id() + '-' + view + ".png").size(), QSize(1280, 800));
    }
  }

  void theReportHasPages() {
    start();
    session().load({place_->write("leads.csv", madeLeads(400))});
    QVERIFY(settle(session()));
    const QString file = place_->file("report.pdf");
    QCOMPARE(writeReport(*qApp, session(), file), 0);
    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray text = pdf.readAll();
    QVERIFY(text.startsWith("%PDF-"));
    QVERIFY(text.size() > 8000);
    QVERIFY2(widestImage(text) <= 256, "only the mark is a picture, charts are lines and texts");
    QCOMPARE(writeReport(*qApp, session(), place_->file("no/such/folder/report.pdf")), 1);
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::WindowTest)
#include "gui_window_test.moc"
