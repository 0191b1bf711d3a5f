#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <set>

#include "app/gui/calls/calls_page.h"
#include "app/gui/calls/calls_words.h"
#include "leads_session.h"
#include "model/base/text.h"
#include "tests/support/pdf_text.h"

namespace leadlight {

using testing::leadFile;
using testing::LoadedSession;
using testing::patience;
using testing::settles;
using testing::shown;

class CallsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings_.path());
    session_ = std::make_unique<LoadedSession>(leadFile());
    QVERIFY(session_->ready());
  }
  void cleanupTestCase() { session_.reset(); }

  void init() {
    QSettings().clear();
    (*session_)->clearConditions();
    page_ = shown<CallsPage>(**session_);
    QVERIFY(QTest::qWaitFor([this] { return !page_->rows().empty(); }, patience));
    QVERIFY(settles(*page_));
  }
  void cleanup() { page_.reset(); }

  void threePeopleGetFortyLeadsEachAndNobodyWhoConverted() {
    QCOMPARE(page_->rows().size(), std::size_t{120});
    QCOMPARE(page_->callers()->model()->rowCount(), 3);
    QCOMPARE(page_->calls()->model()->rowCount(), 40);
    const Snapshot& snapshot = *(*session_)->snapshot();
    const std::vector<std::uint64_t> converted = snapshot.frame.converted(*snapshot.target);
    for (const CallRow& row : page_->rows()) QVERIFY((converted[row.call.row >> 6] >> (row.call.row & 63) & 1) == 0);
    const DealtCalls& list = page_->list();
    QCOMPARE(list.asked,
             list.doNotCall + list.doNotEmail + list.converted + list.unscored + list.calls.size() + list.later);
    QVERIFY(list.converted > 0);
  }

  void namesAndCapacityDealAnewAndAreKept() {
    auto* names = page_->findChild<QLineEdit*>();
    for (QLineEdit* line : page_->findChildren<QLineEdit*>())
      if (line->accessibleName() == QLatin1String("Their names")) names = line;
    QTest::keyClicks(names, QStringLiteral("Ana, Ben,Carla, Dora"));
    spin("Calls a day, each person")->setValue(5);
    QVERIFY(QTest::qWaitFor([&] { return page_->rows().size() == 20; }, patience));
    QVERIFY(settles(*page_));
    QCOMPARE(page_->callers()->model()->index(3, 0).data().toString(), QStringLiteral("Dora"));
    QCOMPARE(page_->calls()->model()->rowCount(), 5);
    CallsPage other(**session_);
    QCOMPARE(other.wish().people.size(), std::size_t{4});
    QCOMPARE(other.wish().perDay, std::size_t{5});
  }

  void aFilterNarrowsTheList() {
    (*session_)->setCondition("Lead_Source", Filter::equals("Lead_Source", "Reference"));
    const Column& source = *(*session_)->snapshot()->frame.find("Lead_Source");
    QVERIFY(QTest::qWaitFor([&] { return page_->list().asked < source.rows(); }, patience));
    QVERIFY(settles(*page_));
    QVERIFY(!page_->rows().empty());
    for (const CallRow& row : page_->rows()) QCOMPARE(source.textAt(row.call.row), std::string("Reference"));
  }

  void eachPersonChosenShowsOwnCallsAndEnterShowsTheLead() {
    std::set<QString> seen;
    for (int person = 0; person < 3; ++person) {
      page_->callers()->setCurrentIndex(page_->callers()->model()->index(person, 0));
      for (int row = 0; row < page_->calls()->model()->rowCount(); ++row)
        seen.insert(page_->calls()->model()->index(row, callLead).data().toString());
    }
    QCOMPARE(seen.size(), std::size_t{120});
    QSignalSpy going(page_.get(), &Page::navigate);
    page_->calls()->setFocus();
    QTest::keyClick(page_->calls(), Qt::Key_Return);
    QCOMPARE(going.count(), 1);
    QCOMPARE(going.at(0).at(0).toString(), QStringLiteral("leads"));
    QVERIFY(going.at(0).at(1).value<QVariant>().toLongLong() > 0);
  }

  void reasonsReadAsPeopleWouldSayThem() {
    CallReason reason{CallReason::Kind::TimeOnSite, "Total_Time_Spent_on_Website", "Time", "720", 720, 9};
    QCOMPARE(reasonText(reason, {}).section(QLatin1Char(' '), 0, 0), QStringLiteral("12"));
    reason = {CallReason::Kind::CameBy, "Lead_Source", "Source", "Reference", 0, 21};
    QCOMPARE(reasonText(reason, {}), QStringLiteral("Came by Reference (+21)"));
    reason = {CallReason::Kind::LastActivity, "Last_Activity", "Activity", "SMS Sent", 0, 1};
    QCOMPARE(reasonText(reason, {}), QStringLiteral("Last activity: SMS Sent (+1)"));
    reason.kind = CallReason::Kind::LastNotableActivity;
    QCOMPARE(reasonText(reason, {}), QStringLiteral("Last notable activity: SMS Sent (+1)"));
    reason = {CallReason::Kind::NotTold, "City", "City", "", 0, 2.5};
    QCOMPARE(reasonText(reason, {}), QStringLiteral("City: not told (+2.50)"));
  }

  void reasonsTooLongForOneLineGoOnInASecond() {
    QTableView* calls = page_->calls();
    page_->resize(1900, 700);
    QVERIFY(QTest::qWaitFor([&] { return calls->viewport()->width() > 1300; }, patience));
    const int oneLine = calls->rowHeight(1);
    page_->resize(900, 700);
    QVERIFY(QTest::qWaitFor([&] { return calls->viewport()->width() < 700; }, patience));
    QVERIFY(calls->rowHeight(1) > oneLine);
    const auto inked = [&](bool lower) {
      QRect half = calls->visualRect(calls->model()->index(1, callWhy)).adjusted(4, 4, -4, -4);
      (lower ? half.setTop(half.center().y() + 1) : half.setBottom(half.center().y() - 1));
      const QImage image = calls->viewport()->grab(half).toImage();
      const QRgb ground = image.pixel(image.width() - 1, image.height() - 1);
      int count = 0;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) != ground;
      return count;
    };
    QVERIFY(inked(false) > 100);
    QVERIFY(inked(true) > 50);
  }

  void eachPersonGetsAPdfAndTheWorkbookIsOneFile() {
    const QTemporaryDir folder;
    QSignalSpy told(page_.get(), &Page::notified);
    page_->writePdfs(folder.filePath(QStringLiteral("calls.pdf")));
    QVERIFY(QTest::qWaitFor([&] { return told.count() == 1; }, patience));
    const QStringList names = QDir(folder.path()).entryList(QDir::Files);
    QCOMPARE(names, (QStringList{QStringLiteral("calls-Person 1.pdf"), QStringLiteral("calls-Person 2.pdf"),
                                 QStringLiteral("calls-Person 3.pdf")}));
    for (std::size_t person = 0; person < 3; ++person) {
      const std::vector<std::string> pages =
          pdfPages(folder.filePath(names[static_cast<qsizetype>(person)]).toStdString());
      QVERIFY(pages.size() > 1);
      QVERIFY(pages[0].find("Calls of Person " + std::to_string(person + 1)) != std::string::npos);
      const std::string all = joined(pages, "\n");
      for (const CallRow& row : page_->rows())
        if (row.call.person == person) QVERIFY(all.find(row.values[0]) != std::string::npos);
    }
    page_->writeBook(folder.filePath(QStringLiteral("calls.xlsx")));
    QVERIFY(QTest::qWaitFor([&] { return told.count() == 2; }, patience));
    QVERIFY(QFile(folder.filePath(QStringLiteral("calls.xlsx"))).size() > 5000);
  }

  void maskedLeadsStayMaskedInTheList() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("People.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "Prospect ID,Lead Source,Total Time Spent on Website,What is your current occupation,First Name,Phone\r\n");
    for (int i = 0; i < 40; ++i)
      file.write("id-" + QByteArray::number(i) + ",Reference,900,Student,Rosalind" + QByteArray::number(i) +
                 ",+49 171 55512" + QByteArray::number(100 + i) + "\r\n");
    file.close();
    LoadedSession people(file.fileName());
    QVERIFY(people.ready());
    CallsPage page(*people);
    page.show();
    const auto holds = [&](const char* text) {
      for (const CallRow& row : page.rows())
        for (const std::string& value : row.values)
          if (value.find(text) != std::string::npos) return true;
      return false;
    };
    QVERIFY(QTest::qWaitFor([&] { return holds("Rosalind") && holds("171 55512"); }, patience));
    people->setMasked(true);
    QVERIFY(QTest::qWaitFor([&] { return !page.rows().empty() && !holds("Rosalind"); }, patience));
    QVERIFY(!holds("171 55512"));
  }

  void theReasonsGetTheRoomThatFewNamesLeave() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("People.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Prospect ID,Lead Source,Total Time Spent on Website,What is your current occupation,Company\r\n");
    for (int i = 0; i < 40; ++i)
      file.write("id-" + QByteArray::number(i) + ",Reference,900,Student," +
                 (i % 4 == 0 ? "The University of a Very Long Name at a River" : "") + "\r\n");
    file.close();
    LoadedSession people(file.fileName());
    QVERIFY(people.ready());
    const auto page = shown<CallsPage>(*people);
    QVERIFY(QTest::qWaitFor([&] { return !page->rows().empty(); }, patience));
    QVERIFY(settles(*page));
    QVERIFY(!page->calls()->isColumnHidden(callWho));
    const QAbstractItemView* calls = page->calls();
    QVERIFY(page->calls()->columnWidth(callWhy) >= calls->sizeHintForColumn(callWhy));
    QVERIFY(page->calls()->columnWidth(callWho) < calls->sizeHintForColumn(callWho));
    for (const int column : {callPlace, callLead, callScore, callBand})
      QVERIFY(page->calls()->columnWidth(column) < 100);
  }

  void aNameIsWrittenAsOneAndTheRestIsSetApart() {
    const std::vector<std::string> columns = {"Lead_Number", "First_Name", "Last_Name", "Company", "Phone"};
    QCOMPARE(contactText(columns, {"7", "Ana", "Díaz", "Acme", "+34 555"}),
             QStringLiteral("Ana Díaz · Acme · +34 555"));
    QCOMPARE(contactText(columns, {"7", "Ana", "", "", "+34 555"}), QStringLiteral("Ana · +34 555"));
    QCOMPARE(contactText(columns, {"7", "", "", "", ""}), QString());
  }

  void peopleWithOneNameGetFilesOfTheirOwn() {
    const auto names = callPdfNames("/x/calls.pdf", {"Ana", "Ana", "a/b"});
    QCOMPARE(names[0].string(), std::string("/x/calls-Ana.pdf"));
    QCOMPARE(names[1].string(), std::string("/x/calls-Ana-2.pdf"));
    QCOMPARE(names[2].string(), std::string("/x/calls-a-b.pdf"));
    QCOMPARE(callPdfNames("/x/calls.pdf", {"Ana"})[0].string(), std::string("/x/calls.pdf"));
  }

 private:
  QSpinBox* spin(const char* name) const {
    for (QSpinBox* box : page_->findChildren<QSpinBox*>())
      if (box->accessibleName() == QLatin1String(name)) return box;
    return nullptr;
  }

  QTemporaryDir settings_;
  std::unique_ptr<LoadedSession> session_;
  std::unique_ptr<CallsPage> page_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::CallsPageTest)
#include "calls_page_test.moc"
