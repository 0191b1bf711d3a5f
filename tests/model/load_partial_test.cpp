#include <random>

#include "model/load/retry.h"
#include "tests/model/load_support.h"

namespace leadlight {
namespace {

const std::vector<std::string> allColumns = {"Prospect_ID", "City", "Visits", "Modified_On"};

class PartialRecords : public LoadTest {
 protected:
  // A store with the lead k: Rome, 3 visits, modified in May.
  Store storeWithLead() {
    Store store = this->store();
    loaded(store, csv("one.csv", "Prospect ID,City,Visits,Modified On\nk,Rome,3,2024-05-01\n"));
    return store;
  }
  // What a load of these lines makes of k; the look at it before must tell the same.
  LoadReport after(Store& store, std::string_view lines) {
    const std::filesystem::path file = csv("next.ndjson", lines);
    LoadOptions look;
    look.validateOnly = true;
    const LoadReport seen = loaded(store, file, look);
    const LoadReport report = loaded(store, file);
    EXPECT_EQ(std::tuple(seen.fresh, seen.changed, seen.same, seen.superseded),
              std::tuple(report.fresh, report.changed, report.same, report.superseded));
    changes_ = {};
    for (const MergePreview::Change& change : seen.preview->examples)
      changes_[change.column] = change.before + "->" + change.after;
    return report;
  }
  static std::string lead(Store& store) { return rows(store, allColumns)["k"]; }

  std::map<std::string, std::string> changes_;  // by column, of the last look
};

TEST_F(PartialRecords, aNameThatARecordLacksKeepsTheStoredValue) {
  Store store = storeWithLead();
  const LoadReport report =
      after(store, "{\"Prospect ID\":\"k\",\"Visits\":4}\n{\"Prospect ID\":\"x\",\"City\":\"Bonn\"}\n");
  EXPECT_EQ(report.changed, 1U);
  EXPECT_EQ(lead(store), "Rome|4|2024-05-01|");
  EXPECT_EQ(changes_, (std::map<std::string, std::string>{{"Visits", "3->4"}}));
}

TEST_F(PartialRecords, anExplicitNullBlanksIt) {
  Store store = storeWithLead();
  after(store, "{\"Prospect ID\":\"k\",\"City\":null}\n{\"Prospect ID\":\"x\",\"Visits\":1}\n");
  EXPECT_EQ(lead(store), "|3|2024-05-01|");
  EXPECT_EQ(changes_, (std::map<std::string, std::string>{{"City", "Rome->"}}));
}

TEST_F(PartialRecords, anEmptyCellOfCsvBlanksIt) {
  Store store = storeWithLead();
  loaded(store, csv("two.csv", "Prospect ID,City\nk,\n"));
  EXPECT_EQ(lead(store), "|3|2024-05-01|");
}

TEST_F(PartialRecords, aRecordThatSaysNothingNewIsTheSame) {
  Store store = storeWithLead();
  const LoadReport report = after(store,
                                  "{\"Prospect ID\":\"k\",\"City\":\"Rome\"}\n"
                                  "{\"Prospect ID\":\"x\",\"Visits\":1,\"Modified On\":\"2024-01-01\"}\n");
  EXPECT_EQ(report.same, 1U);
  EXPECT_EQ(lead(store), "Rome|3|2024-05-01|");
  // The first load is all that knows the visits.
  EXPECT_FALSE(store.undo(1, {}));
  ASSERT_TRUE(store.undo(report.id, {}));
  EXPECT_TRUE(store.undo(1, {}));
}

TEST_F(PartialRecords, recordsThatHoldAllThatIsKnownOfTheirLeadsHoldThemAlone) {
  Store store = this->store();
  const std::string records = "{\"Prospect ID\":\"k\",\"City\":\"Rome\"}\n{\"Prospect ID\":\"x\",\"Visits\":1}\n";
  const LoadReport first = loaded(store, csv("one.ndjson", records));
  const std::string digest = *store.digest("leads");
  EXPECT_EQ(loaded(store, csv("two.ndjson", "\n" + records)).same, 2U);
  ASSERT_TRUE(store.undo(first.id, {}));
  EXPECT_EQ(*store.digest("leads"), digest);
}

TEST_F(PartialRecords, aCorrectedRecordKeepsWhatItNeverNamed) {
  Store store = this->store();
  std::string many = "Prospect ID,City,Visits\n";
  for (int i = 0; i < 40; ++i) many += "k" + std::to_string(i) + ",Rome,3\n";
  loaded(store, csv("one.csv", many));
  std::string records = "{\"Prospect ID\":\"k0\",\"Visits\":\"many\"}\n{\"Prospect ID\":\"k1\",\"City\":\"Bonn\"}\n";
  for (int i = 2; i < 40; ++i) records += "{\"Prospect ID\":\"k" + std::to_string(i) + "\",\"Visits\":4}\n";
  const LoadReport refused = loaded(store, csv("two.ndjson", records));
  ASSERT_EQ(refused.quarantined, 1U);
  const Result<QuarantineSheet> sheet = quarantineSheet(store, refused.id);
  ASSERT_TRUE(sheet);
  CorrectedRow row{sheet->rows[0].row.id, sheet->rows[0].cells};
  for (std::size_t i = 0; i < sheet->labels.size(); ++i)
    if (sheet->labels[i] == "Visits") row.cells[i] = "5";
  const Result<LoadReport> retried = retryRows(store, *sheet, std::span(&row, 1), {}, {});
  ASSERT_TRUE(retried) << retried.error().what;
  EXPECT_EQ(retried->changed, 1U);
  EXPECT_EQ(rows(store, {"Prospect_ID", "City", "Visits"})["k0"], "Rome|5|");
}

TEST_F(PartialRecords, amongRecordsOfOneKeyTheLastIsLaidOverWhatWasStoredBefore) {
  Store store = storeWithLead();
  const std::string before = *store.digest("leads");
  const LoadReport report = after(store,
                                  "{\"Prospect ID\":\"k\",\"City\":\"Bonn\",\"Visits\":9}\n"
                                  "{\"Prospect ID\":\"k\",\"Visits\":4}\n");
  EXPECT_EQ(report.changed, 1U);
  EXPECT_EQ(report.superseded, 1U);
  EXPECT_EQ(lead(store), "Rome|4|2024-05-01|");
  ASSERT_TRUE(store.undo(report.id, {}));
  EXPECT_EQ(*store.digest("leads"), before);
}

TEST_F(PartialRecords, aLeadWhoseDateOfChangeIsNotNamedKeepsIt) {
  Store store = storeWithLead();
  const LoadReport report = after(store,
                                  "{\"Prospect ID\":\"k\",\"Visits\":4}\n"
                                  "{\"Prospect ID\":\"k\",\"Visits\":5,\"Modified On\":\"2024-01-01\"}\n");
  EXPECT_EQ(report.superseded, 1U);
  EXPECT_EQ(lead(store), "Rome|4|2024-05-01|");
}

TEST_F(PartialRecords, theStoredHashesAreThoseOfTheLeadsAsTheyAre) {
  std::mt19937 random(11);
  for (int round = 0; round < 30; ++round) {
    TempFolder other;
    Result<Store> store = Store::open(other.path() / "a.db", Store::Mode::ReadWrite);
    std::map<std::string, std::map<std::string, std::string>> leads;
    for (int load = 0; load < 4; ++load) {
      std::string text;
      std::map<std::string, std::map<std::string, std::string>> sent;
      for (int i = 0; i < 12; ++i) {
        const std::string key = "k" + std::to_string(i);
        if (random() % 3 == 0) continue;
        std::map<std::string, std::string>& cells = sent[key];
        text += "{\"Prospect ID\":\"" + key + "\"";
        for (const char* name : {"a", "b", "c"}) {
          if (random() % 2 == 0) continue;
          const int value = static_cast<int>(random() % 4);
          cells[name] = value == 0 ? "" : std::string(name) + std::to_string(value);
          text += std::string(",\"") + name + "\":" + (value == 0 ? "null" : "\"" + cells[name] + "\"");
        }
        text += "}\n";
      }
      if (text.empty()) continue;
      for (const auto& [key, cells] : sent)
        for (const auto& [name, value] : cells) leads[key][name] = value;
      for (const auto& [key, cells] : sent) leads.try_emplace(key);
      LoadOptions options;
      options.force = true;
      loaded(*store, other.write("n.ndjson", text), options);
    }
    const Result<Dataset> dataset = store->dataset("leads");
    std::vector<std::string> names = {"Prospect_ID"};
    for (const char* name : {"a", "b", "c"})
      if (dataset->find(name) != nullptr) names.emplace_back(name);
    std::string all = joined(names, ",") + "\n";
    for (auto& [key, cells] : leads) {
      std::string line = key + "|";
      for (std::size_t i = 1; i < names.size(); ++i) line += cells[names[i]] + "|";
      EXPECT_EQ(rows(*store, names)[key], line.substr(key.size() + 1)) << "round " << round;
      all += key;
      for (std::size_t i = 1; i < names.size(); ++i) all += "," + cells[names[i]];
      all += "\n";
    }
    const LoadReport again = loaded(*store, other.write("all.csv", all));
    EXPECT_EQ(again.same, leads.size()) << "round " << round;
  }
}

}  // namespace
}  // namespace leadlight
