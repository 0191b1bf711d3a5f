#include "app/gui/scoring/scoring_training.h"

#include <QTableWidget>
#include <QTest>
#include <numeric>

namespace leadlight {

namespace {

// A million leads keep their key in the store: the frame of these has none.
Snapshot leads() {
  Snapshot made;
  std::vector<std::int64_t> ids(200), visits;
  std::iota(ids.begin(), ids.end(), 1);
  TextColumnBuilder tags;
  for (const std::int64_t id : ids) {
    visits.push_back(id % 7);
    tags.append(id % 3 == 0 ? "Busy" : "Ringing");
  }
  made.frame = Frame(ids, {std::make_shared<const Column>(Column::integers("Visits", "Visits", visits)),
                           std::make_shared<const Column>(std::move(tags).finish("Tags", "Tags", {}))});
  made.dataset = Dataset{};
  made.dataset->columns = {{"Visits", "Visits", ColumnType::Integer},
                           {"Prospect_ID", "Prospect ID", ColumnType::Text},
                           {"Tags", "Tags", ColumnType::Text, true}};
  made.dataset->key = "Prospect_ID";
  return made;
}

}  // namespace

class ScoringTrainingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aColumnThatStaysInTheStoreIsListedYetNotTicked() {
    TrainForm form;
    form.setColumns(trainingChoices(leads()).columns);
    const auto* table = form.findChild<QTableWidget*>();
    QCOMPARE(table->rowCount(), 3);
    const QTableWidgetItem* key = table->item(1, 0);
    QCOMPARE(key->text(), QStringLiteral("Prospect ID"));
    QCOMPARE(key->checkState(), Qt::Unchecked);
    QVERIFY(!(key->flags() & Qt::ItemIsUserCheckable));
    QCOMPARE(table->item(1, 3)->text(), QStringLiteral("names each lead"));
    QVERIFY(table->item(0, 0)->flags() & Qt::ItemIsUserCheckable);
  }

  void whatWasWrittenAfterContactIsMarkedBeforeAnOutcomeIsChosenToo() {
    TrainForm form;
    form.setColumns(trainingChoices(leads()).columns);
    const auto* table = form.findChild<QTableWidget*>();
    QVERIFY(table->item(0, 3)->icon().isNull());
    QVERIFY(!table->item(2, 3)->icon().isNull());
    form.setFlags({{"Visits", QStringLiteral("too good"), true}});
    QVERIFY(!table->item(0, 3)->icon().isNull());
    form.setFlags({});
    QVERIFY(table->item(0, 3)->icon().isNull());
  }
};

}  // namespace leadlight

QTEST_MAIN(leadlight::ScoringTrainingTest)
#include "scoring_training_test.moc"
