#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <cmath>
#include <limits>
#include <map>

#include "app/gui/score_lead/score_lead_change.h"
#include "app/gui/score_lead/score_lead_changes_view.h"
#include "app/gui/score_lead/score_lead_page.h"
#include "app/gui/score_lead/score_lead_paste.h"
#include "app/gui/score_lead/score_lead_plan.h"
#include "app/gui/score_lead/score_lead_stand.h"
#include "app/gui/score_lead/score_lead_store.h"
#include "app/gui/scoring/scoring_words.h"
#include "leads_session.h"
#include "widgets/form_field.h"
#include "widgets/format.h"
#include "widgets/kit/button.h"
#include "widgets/ledger_view.h"
#include "widgets/score_header.h"
#include "widgets/score_what_if.h"
#include "widgets/value_text.h"

namespace leadlight {

using testing::leadFile;
using testing::LoadedSession;
using testing::patience;
using testing::settles;
using testing::shown;

class ScoreLeadPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    session_ = std::make_unique<LoadedSession>(leadFile());
    QVERIFY(session_->ready());
    page_ = shown<ScoreLeadPage>(**session_);
    QVERIFY(QTest::qWaitFor([this] { return page_->form() != nullptr; }, patience));
  }
  void cleanupTestCase() {
    page_.reset();
    session_.reset();
  }

  void theFormHasEveryColumnTheChampionReads() {
    for (const std::string& column : (*session_)->snapshot()->champion->scorecard.columns())
      QVERIFY2(page_->form()->field(column), column.c_str());
  }

  void anotherChoiceChangesScoreAndLedger() {
    FormField* source = page_->form()->field("Lead_Source");
    QVERIFY(source);
    auto* combo = source->findChild<QComboBox*>();
    QVERIFY(combo);
    std::map<QString, double> scores;
    for (const char* value : {"Olark Chat", "Reference"}) {
      combo->setCurrentIndex(combo->findData(QLatin1String(value)));
      const LedgerContent& content = page_->ledgerView()->content();
      double sum = content.base;
      for (const LedgerRow& row : content.rows) sum += row.points;
      QVERIFY(std::abs(sum - page_->ledger().points) < 1e-9);
      scores[QLatin1String(value)] = page_->ledger().score;
      QCOMPARE(source->points(), pointsOf("Lead_Source"));
    }
    QVERIFY(scores[QStringLiteral("Reference")] > scores[QStringLiteral("Olark Chat")]);
  }

  void theBarOfWhatIsThereHasTheScoreAbove() {
    auto* whatIf = page_->findChild<WhatIfView*>();
    QVERIFY(whatIf);
    FormField* visits = page_->form()->field("TotalVisits");
    QVERIFY(visits);
    emit visits->focused();
    QVERIFY(visits->setValue(QStringLiteral("3")));
    emit visits->edited();
    const auto& bars = whatIf->bars();
    const auto here = std::find_if(bars.begin(), bars.end(), [](const WhatIfBar& bar) { return bar.current; });
    QVERIFY(here != bars.end());
    QCOMPARE(here->label, QStringLiteral("3"));
    QCOMPARE(here->score, page_->ledger().score);
    QVERIFY(whatIf->accessibleDescription().contains(
        "3: " + formatDecimal(here->score, here->score == std::round(here->score) ? 0 : 1)));
  }

  // "Wants no e-mail" in the form, as in the ledger, where the rule holds for a yes; else the column's own name.
  void aFieldHasTheNameThatItsRuleHas() {
    const auto ruleWhen = [](const char* text) {
      RuleTerm rule;
      rule.when = *parseFilter(text);
      return rule;
    };
    QVERIFY(asksForYes(ruleWhen("Do_Not_Email = 'Yes'")));
    QVERIFY(!asksForYes(ruleWhen("Do_Not_Email = 'No'")));
    QVERIFY(!asksForYes(ruleWhen("Do_Not_Email != 'Yes'")));
    QVERIFY(!asksForYes(ruleWhen("TotalVisits >= 5")));
    Scorecard scorecard;
    scorecard.name = "Mine";
    scorecard.terms.resize(1);
    scorecard.terms[0].name = "Wants no e-mail";
    scorecard.terms[0].kind = ruleWhen("Do_Not_Email = 'Yes'");
    const Frame& frame = (*session_)->snapshot()->frame;
    QCOMPARE(planForm(scorecard, frame, {}).at(0).label, QStringLiteral("Wants no e-mail"));
    scorecard.terms[0].kind = ruleWhen("Do_Not_Email = 'No'");
    QCOMPARE(planForm(scorecard, frame, {}).at(0).label, QStringLiteral("Do Not Email"));
  }

  void barsOfAllScoresHoldEveryLeadInItsBand() {
    const Snapshot& snapshot = *(*session_)->snapshot();
    Scorecard scorecard = snapshot.champion->scorecard;
    scorecard.bands = {{"A", 61.5}, {"B", 33}, {"C", -std::numeric_limits<double>::infinity()}};
    const ScoreSpread spread = spreadOf(snapshot.frame, scorecard);
    QCOMPARE(spread.edges.size(), spread.counts.size() + 1);
    std::vector<std::uint64_t> inBars(3, 0), inBands(3, 0);
    for (std::size_t bin = 0; bin < spread.counts.size(); ++bin)
      inBars[static_cast<std::size_t>(spread.bands[bin])] += spread.counts[bin];
    for (const double score : snapshot.frame.find(scoreColumn)->decimals()) ++inBands[scorecard.bandIndex(score)];
    QCOMPARE(inBars, inBands);
    QVERIFY(inBands[0] > 0 && inBands[1] > 0 && inBands[2] > 0);
  }

  void theSumOfALongLedgerStaysInSight() {
    auto* foot = page_->findChild<LedgerFoot*>();
    QVERIFY(foot && foot->isVisible());
    QCOMPARE(foot->visibleRegion().boundingRect().height(), foot->sizeHint().height());
    QCOMPARE(foot->accessibleDescription(), pointsText(page_->ledger().points));
  }

  void aChangeIsTriedByKeysToo() {
    ChangesView view;
    view.show(std::vector<ChangeRow>(3));
    QSignalSpy picked(&view, &ChangesView::picked);
    QVERIFY(view.focusPolicy() & Qt::TabFocus);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return, Qt::Key_Up, Qt::Key_Up, Qt::Key_Space})
      QTest::keyClick(&view, key);
    QCOMPARE(picked.size(), 2);
    QCOMPARE(picked[0][0].toInt(), 1);
    QCOMPARE(picked[1][0].toInt(), 0);
  }

  void aStoredLeadGetsItsStoredScore() {
    const Frame& frame = (*session_)->snapshot()->frame;
    for (std::size_t row = 0; row < frame.rows(); row += 197) {
      page_->receive(QVariant::fromValue<qlonglong>(frame.leadIds()[row]));
      QVERIFY2(std::abs(page_->ledger().score - frame.find(scoreColumn)->number(row)) < 1e-6,
               qPrintable(QString::number(row)));
      QCOMPARE(page_->ledger().band, frame.find(bandColumn)->textAt(row));
    }
  }

  void aPastedRowFillsTheFieldsByName_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("tabs") << "Lead Source\tTotalVisits\tNo such column\nReference\t7\tx\n";
    QTest::newRow("commas and quotes") << "\"Lead Source\",\"TotalVisits\"\r\n\"Reference\",\"7\"\r\n";
    QTest::newRow("json") << "{\"Lead_Source\": \"Reference\", \"TotalVisits\": 7, \"Other\": null}";
  }
  void aPastedRowFillsTheFieldsByName() {
    QFETCH(QString, text);
    page_->form()->setTypical();
    page_->form()->field("Lead_Source")->setValue({});
    QSignalSpy told(page_.get(), &Page::notified);
    page_->paste(text);
    QCOMPARE(told.count(), 1);
    QCOMPARE(page_->form()->field("Lead_Source")->value(), QStringLiteral("Reference"));
    if (FormField* visits = page_->form()->field("TotalVisits")) QCOMPARE(visits->value(), QStringLiteral("7"));
  }

  void aTextThatIsNoRowChangesNothing() {
    const auto before = page_->form()->values();
    QSignalSpy told(page_.get(), &Page::notified);
    for (const char* text : {"", "hello", "[1,2]", "{\"a\":"}) page_->paste(QLatin1String(text));
    QCOMPARE(told.count(), 4);
    QVERIFY(page_->form()->values() == before);
  }

  void pastedCellsMayHoldSeparatorsLinesAndQuotes() {
    const Result<PastedRow> row = parsePastedRow(QStringLiteral("a,b,c\n\"1,\"\"2\"\"\",\"x\ny\",\n"));
    QVERIFY(bool(row));
    QCOMPARE(*row, (PastedRow{{"a", "1,\"2\""}, {"b", "x\ny"}, {"c", ""}}));
  }

  void aStoredLeadStandsBesideWhatTheFormSaysNow() {
    const Frame& frame = (*session_)->snapshot()->frame;
    const std::size_t row = rowWith("Lead_Source", "Google");
    page_->receive(QVariant::fromValue<qlonglong>(frame.leadIds()[row]));
    const double then = page_->ledger().score;
    QVERIFY(page_->against()->text().contains(QLatin1String("as it is stored")));
    FormField* source = page_->form()->field("Lead_Source");
    QVERIFY(source->original().isEmpty());
    auto* combo = source->findChild<QComboBox*>();
    combo->setCurrentIndex(combo->findData(QLatin1String("Reference")));
    QCOMPARE(source->original(), QStringLiteral("was Google"));
    QVERIFY(page_->ledger().score > then);
    const QString difference = formatSigned(page_->ledger().score - then, 1);
    QVERIFY2(page_->against()->text().contains(difference), qPrintable(page_->against()->text()));
    QVERIFY(page_->against()->text().contains(formatDecimal(then)));
    FormField* time = page_->form()->field("Total_Time_Spent_on_Website");
    const double seconds = time->value().toDouble();
    time->setValue(QString::number(seconds + 300));
    emit time->edited();
    QVERIFY2(time->original().endsWith(QLatin1String("(+300)")), qPrintable(time->original()));
    QVERIFY(QTest::qWaitFor([&] { return page_->tried()->rowCount() == 2; }, patience));
    // The first line is what was tried, the last one the lead as it is.
    emit page_->tried()->cellActivated(1, 0);
    QCOMPARE(page_->ledger().score, then);
    QVERIFY(source->original().isEmpty() && time->original().isEmpty());
    page_->paste(QStringLiteral("{\"TotalVisits\": 3}"));
    QVERIFY(page_->against()->isHidden());
  }

  void pastLeadsOfThisScoreAreCountedAsTheyAre() {
    QVERIFY(settles(*page_));
    QVERIFY(QTest::qWaitFor([&] { return !page_->chance()->text().isEmpty(); }, patience));
    const Snapshot& snapshot = *(*session_)->snapshot();
    const auto found = neighboursOf(snapshot.frame, *snapshot.target, page_->ledger().score, {});
    QVERIFY(found && found->leads >= 30);
    std::uint64_t leads = 0, converted = 0;
    const std::vector<std::uint64_t> outcome = snapshot.frame.converted(*snapshot.target);
    for (std::size_t row = 0; row < snapshot.frame.rows(); ++row) {
      const double score = snapshot.frame.find(scoreColumn)->number(row);
      if (score < found->low || score > found->high) continue;
      ++leads;
      converted += outcome[row >> 6] >> (row & 63) & 1;
    }
    QCOMPARE(found->leads, leads);
    QCOMPARE(found->converted, converted);
    QCOMPARE(page_->chance()->text(), neighboursSentence(*found));
  }

  void whereOnlyWinsAreWrittenDownTheOtherPastLeadsCountAsLost() {
    const Snapshot& snapshot = *(*session_)->snapshot();
    TextColumnBuilder wins;
    const Column* outcome = snapshot.frame.find(snapshot.target->column);
    for (std::size_t row = 0; row < snapshot.frame.rows(); ++row)
      wins.append(outcome->textAt(row) == snapshot.target->positives[0] ? outcome->textAt(row) : "");
    const Frame frame =
        snapshot.frame.with({std::make_shared<Column>(std::move(wins).finish(outcome->name(), outcome->name(), {}))});
    const auto both = neighboursOf(snapshot.frame, *snapshot.target, page_->ledger().score, {});
    const auto onlyWins = neighboursOf(frame, *snapshot.target, page_->ledger().score, {});
    QVERIFY(both && onlyWins && both->converted < both->leads);
    QCOMPARE(onlyWins->leads, both->leads);
    QCOMPARE(onlyWins->converted, both->converted);
  }

  void aTypedLeadIsStoredByTheLoaderUnderItsKeyAndOnlyOnce() {
    const std::size_t before = (*session_)->snapshot()->frame.rows();
    page_->form()->setTypical();
    page_->paste(QStringLiteral("{\"Lead_Source\": \"Reference\", \"TotalVisits\": 7}"));
    const double score = page_->ledger().score;
    for (const bool again : {false, true}) {
      page_->askToStore();
      QVERIFY(page_->storeDialog());
      QVERIFY(!page_->storeDialog()->storeButton()->isEnabled());
      QTest::keyClicks(page_->storeDialog()->field(), QStringLiteral("by-hand-1"));
      QTest::keyClick(page_->storeDialog()->field(), Qt::Key_Return);
      if (again) {
        const auto refused = [&] {
          for (const QLabel* label : page_->storeDialog()->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(QLatin1String("by-hand-1"))) return true;
          return false;
        };
        QVERIFY(QTest::qWaitFor(refused, patience));
        page_->storeDialog()->reject();
        continue;
      }
      QVERIFY(QTest::qWaitFor(
          [&] { return !(*session_)->busy() && (*session_)->snapshot()->frame.rows() == before + 1; }, patience));
    }
    const Snapshot& snapshot = *(*session_)->snapshot();
    QCOMPARE(snapshot.frame.rows(), before + 1);
    QVERIFY(QString::fromStdString(snapshot.loads.front().file).endsWith(QLatin1String("Entered by hand.json")));
    QCOMPARE(snapshot.loads.front().fresh, std::uint64_t{1});
    QVERIFY(!QFile::exists(QString::fromStdString(snapshot.loads.front().file)));
    const std::size_t last = snapshot.frame.rows() - 1;
    QCOMPARE(snapshot.frame.find("Lead_Source")->textAt(last), std::string("Reference"));
    QVERIFY(QTest::qWaitFor(
        [&] { return std::abs((*session_)->snapshot()->frame.find(scoreColumn)->number(last) - score) < 1e-6; },
        patience));
  }

  void aRowWithoutAHeaderHasTheColumnsOfTheDataset() {
    const Result<PastedRow> row = parsePastedRow(QStringLiteral("x\t7\t"), {"a", "b", "c"});
    QVERIFY(bool(row));
    QCOMPARE(*row, (PastedRow{{"a", "x"}, {"b", "7"}, {"c", ""}}));
    QVERIFY(!parsePastedRow(QStringLiteral("x\t7"), {"a", "b", "c"}));
    QStringList values;
    for (const DatasetColumn& column : (*session_)->snapshot()->dataset->columns)
      values << (column.name == "Lead_Source" ? QStringLiteral("Reference") : QStringLiteral("3"));
    page_->form()->field("Lead_Source")->setValue({});
    page_->paste(values.join(QLatin1Char('\t')));
    QCOMPARE(page_->form()->field("Lead_Source")->value(), QStringLiteral("Reference"));
  }

  void theSmallestChangeReachesTheBandAndNoSmallerOneDoes() {
    FieldPlan plan;
    plan.samples = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
    FieldPlan other = plan;
    other.samples = {QStringLiteral("9"), QStringLiteral("4")};
    const ScoreOf sum = [](const ScoreLeadForm::Values& values) -> std::optional<double> {
      double all = 0;
      for (const auto& value : values) all += std::stod(value.second);
      return all;
    };
    const auto change = smallestChangeTo(5, {plan, other}, {{"a", "1"}, {"b", "1"}}, 2, sum);
    QVERIFY(change);
    QCOMPARE(change->field, std::size_t{1});
    QCOMPARE(change->to, QStringLiteral("4"));
    QVERIFY(!smallestChangeTo(50, {plan, other}, {{"a", "1"}, {"b", "1"}}, 2, sum));
    const auto best = bestChanges({plan, other}, {{"a", "1"}, {"b", "1"}}, 2, sum);
    QCOMPARE(best.size(), std::size_t{2});
    QCOMPARE(best[0].gain, 8.0);
    QCOMPARE(best[1].gain, 2.0);
  }

 private:
  std::size_t rowWith(const char* column, std::string_view value) const {
    const Frame& frame = (*session_)->snapshot()->frame;
    std::size_t row = 0;
    while (frame.find(column)->textAt(row) != value) ++row;
    return row;
  }
  double pointsOf(const std::string& column) const {
    double points = 0;
    for (const LedgerLine& line : page_->ledger().lines)
      if (line.column == column) points += line.points;
    return points;
  }

  std::unique_ptr<LoadedSession> session_;
  std::unique_ptr<ScoreLeadPage> page_;
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ScoreLeadPageTest)
#include "score_lead_page_test.moc"
