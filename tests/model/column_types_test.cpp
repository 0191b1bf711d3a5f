#include <gtest/gtest.h>

#include <map>
#include <random>

#include "model/base/text.h"
#include "model/load/loader.h"
#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

namespace fs = std::filesystem;
using Rows = std::map<std::string, std::string>;

// What becomes of a column's type, and of its values with it, as files come and go.
class ColumnTypes : public testing::Test {
 protected:
  static Store storeAt(const fs::path& file, Store::Mode mode = Store::Mode::ReadWrite) {
    Result<Store> opened = Store::open(file, mode);
    EXPECT_TRUE(opened) << opened.error().what;
    return *std::move(opened);
  }
  Store store() const { return storeAt(folder_.path() / "leads.db"); }
  LoadReport load(Store& store, std::string_view name, std::string_view text, bool validate = false) const {
    LoadOptions options;
    options.key = "id";
    options.force = true;
    options.validateOnly = validate;
    Result<LoadReport> report = loadFile(store, folder_.write(name, text), options, {});
    EXPECT_TRUE(report) << report.error().what;
    return report ? *std::move(report) : LoadReport{};
  }
  static ColumnType typeOf(Store& store, std::string_view column) {
    const Result<Dataset> dataset = store.dataset("leads");
    return dataset && dataset->find(column) != nullptr ? dataset->find(column)->type : ColumnType::Date;
  }
  // One column's values by key, each with its kind: i, d, t or nothing.
  static Rows values(Store& store, const std::string& column) {
    Rows found;
    EXPECT_TRUE(store.scan("leads", {"id", column}, [&](std::int64_t, std::span<const StoredValue> row) {
      constexpr const char* kinds[] = {"", "i", "d", "t"};
      found[textOf(row[0])] = kinds[static_cast<int>(row[1].kind)] + textOf(row[1]);
      return true;
    }));
    return found;
  }

  TempFolder folder_;
};

TEST_F(ColumnTypes, longIntegersKeepTheirDigitsWhenALaterFileBringsADecimal) {
  Store store = this->store();
  load(store, "whole.csv", "id,n\na,9007199254740993\nb,123456789012345678\n");
  const std::string before = *store.digest("leads");
  const LoadReport later = load(store, "parts.csv", "id,n\nc,1.5\n");
  EXPECT_EQ(later.quarantined, 0U);
  EXPECT_EQ(values(store, "n"), (Rows{{"a", "t9007199254740993"}, {"b", "t123456789012345678"}, {"c", "t1.5"}}));
  ASSERT_TRUE(store.undo(later.id, {}));
  EXPECT_EQ(*store.digest("leads"), before);
}

TEST_F(ColumnTypes, aDecimalAmongShortIntegersStillMakesANumberColumn) {
  Store store = this->store();
  load(store, "whole.csv", "id,n\na,999999999999999\n");
  load(store, "parts.csv", "id,n\nc,1.5\n");
  EXPECT_EQ(values(store, "n"), (Rows{{"a", "d999999999999999"}, {"c", "d1.5"}}));
}

TEST_F(ColumnTypes, aLongIntegerAmongDecimalsMakesTextAndIsNotRefused) {
  for (const char* file :
       {"id,n\na,1.5\nb,9007199254740993\n", R"([{"id":"a","n":1.5},{"id":"b","n":9007199254740993}])"}) {
    const TempFolder other;
    Store store = storeAt(other.path() / "leads.db");
    EXPECT_EQ(load(store, "both", file).quarantined, 0U) << file;
    EXPECT_EQ(values(store, "n"), (Rows{{"a", "t1.5"}, {"b", "t9007199254740993"}})) << file;
  }
}

TEST_F(ColumnTypes, longIntegersThatComeToADecimalColumnAreTakenAsTheyAre) {
  for (const char* file : {"id,n\nb,9007199254740993\n", "id,n\nb,9007199254740993\nc,2.5\nd,7\n"}) {
    const TempFolder other;
    Store store = storeAt(other.path() / "leads.db");
    load(store, "parts.csv", "id,n\na,1.5\n");
    EXPECT_EQ(load(store, "long.csv", file).quarantined, 0U) << file;
    EXPECT_EQ(values(store, "n")["b"], "t9007199254740993") << file;
  }
}

TEST_F(ColumnTypes, decimalsAndLongIntegersThatComeTogetherToAnIntegerColumnAreTakenAsTheyAre) {
  Store store = this->store();
  load(store, "whole.csv", "id,n\na,1\n");
  EXPECT_EQ(load(store, "both.csv", "id,n\nb,9007199254740993\nc,2.5\n").quarantined, 0U);
  EXPECT_EQ(values(store, "n"), (Rows{{"a", "t1"}, {"b", "t9007199254740993"}, {"c", "t2.5"}}));
}

using Changed = std::map<std::string, std::pair<ColumnType, std::uint64_t>>;

Changed changedOf(const LoadReport& report) {
  Changed changed;
  for (const LoadReport::ColumnFacts& column : report.columns)
    if (column.changedFrom) changed[column.name] = {column.changedFrom->type, column.changedFrom->line};
  return changed;
}

const std::string goodFile =
    "id,visits,amount,seen\n"
    "a,3,\"1.234,50\",05/01/2024\n"
    "b,20,\"0,10\",31/12/2023\n"
    "c,,7,\n";
const std::string badFile = "id,visits,amount,seen\nd,4,8,01/02/2024\ne,many,some,soon\nf,x,y,z\n";

TEST_F(ColumnTypes, aLoadNamesTheColumnsWhoseTypeItChangedAndTheLineThatMadeIt) {
  Store store = this->store();
  EXPECT_EQ(changedOf(load(store, "good.csv", goodFile)), Changed());
  const Changed expected = {
      {"visits", {ColumnType::Integer, 3}}, {"amount", {ColumnType::Decimal, 3}}, {"seen", {ColumnType::Date, 3}}};
  EXPECT_EQ(changedOf(load(store, "bad.csv", badFile, true)), expected);
  EXPECT_EQ(changedOf(load(store, "bad.csv", badFile)), expected);
  EXPECT_EQ(changedOf(store.loads()->front()), expected) << "and is remembered";
  EXPECT_EQ(changedOf(load(store, "bad.csv", badFile)), Changed());
}

TEST_F(ColumnTypes, undoingAFileThatMadeTextOfNumbersMakesThemNumbersAgain) {
  Store store = this->store();
  load(store, "good.csv", goodFile);
  const std::string before = *store.digest("leads");
  const Rows amounts = values(store, "amount"), seen = values(store, "seen");
  const LoadReport bad = load(store, "bad.csv", badFile);
  EXPECT_EQ(values(store, "amount")["a"], "t1.234,50") << "as the file wrote it";
  EXPECT_EQ(values(store, "seen")["a"], "t05/01/2024");
  const Result<UndoReport> undone = store.undo(bad.id, {});
  ASSERT_TRUE(undone) << undone.error().what;
  EXPECT_EQ(undone->types.size(), 3U);
  EXPECT_EQ(typeOf(store, "visits"), ColumnType::Integer);
  EXPECT_EQ(typeOf(store, "amount"), ColumnType::Decimal);
  EXPECT_EQ(typeOf(store, "seen"), ColumnType::Date);
  EXPECT_EQ(values(store, "visits"), (Rows{{"a", "i3"}, {"b", "i20"}, {"c", ""}}));
  EXPECT_EQ(values(store, "amount"), amounts);
  EXPECT_EQ(values(store, "seen"), seen);
  EXPECT_EQ(*store.digest("leads"), before);
  EXPECT_EQ(load(store, "good.csv", goodFile).same, 3U);
}

TEST_F(ColumnTypes, aPlaceholderAmongNumbersIsThereAgainWhenTheyBecomeText) {
  Store store = this->store();
  LoadOptions options;
  options.schema = "leads";
  const auto loaded = [&](std::string_view text) { return loadFile(store, folder_.write("f.csv", text), options, {}); };
  ASSERT_TRUE(loaded("Prospect ID,id,TotalVisits\na,a,3\nb,b,Select\n"));
  const std::string before = *store.digest("leads");
  const auto bad = loaded("Prospect ID,id,TotalVisits\nc,c,many\n");
  ASSERT_TRUE(bad);
  EXPECT_EQ(values(store, "TotalVisits"), (Rows{{"a", "t3"}, {"b", "tSelect"}, {"c", "tmany"}}));
  ASSERT_TRUE(store.undo(bad->id, {}));
  EXPECT_EQ(values(store, "TotalVisits"), (Rows{{"a", "i3"}, {"b", ""}}));
  EXPECT_EQ(*store.digest("leads"), before);
}

TEST_F(ColumnTypes, anyFileLoadedAgainAfterItsColumnsBecameTextChangesNothing) {
  for (const std::string& good :
       {goodFile, std::string("id,visits,amount,seen\na,3,1.50,2024-01-05 10:00\n"),
        std::string(R"([{"id":"a","visits":3,"amount":1.50,"seen":"2024-01-05"},{"id":"b","amount":2e-07}])")}) {
    const TempFolder other;
    Store store = storeAt(other.path() / "leads.db");
    const LoadReport first = load(store, "good", good);
    const LoadReport previewed = load(store, "bad.csv", badFile, true);
    const LoadReport bad = load(store, "bad.csv", badFile);
    EXPECT_EQ(previewed.fresh, bad.fresh) << good;
    EXPECT_EQ(load(store, "good", good, true).same, first.parsed) << good;
    EXPECT_EQ(load(store, "good", good).same, first.parsed) << good;
  }
}

TEST_F(ColumnTypes, aPreviewOfAFileThatChangesTypesCountsWhatTheLoadDoes) {
  Store store = this->store();
  load(store, "good.csv", goodFile);
  const std::string next = goodFile + "g,many,1,01/01/2024\nh,1,2,3\n";
  const LoadReport previewed = load(store, "next.csv", next, true), loaded = load(store, "next.csv", next);
  EXPECT_EQ(previewed.same, 3U);
  EXPECT_EQ(previewed.same, loaded.same);
  EXPECT_EQ(previewed.changed, loaded.changed);
  EXPECT_EQ(previewed.fresh, loaded.fresh);
}

TEST_F(ColumnTypes, filesOneByOneGiveTheDigestOfAllRowsInOneFile) {
  const std::string header = "id,n\n", numbers = "a,1.50\nb,2\nc,0.10\n", words = "d,none\ne,7.0\n";
  const TempFolder other;
  Store apart = store(), whole = storeAt(other.path() / "leads.db");
  load(apart, "numbers.csv", header + numbers);
  load(apart, "words.csv", header + words);
  load(whole, "all.csv", header + numbers + words);
  EXPECT_EQ(*apart.digest("leads"), *whole.digest("leads"));
}

TEST_F(ColumnTypes, aColumnStaysTextWhileAnotherLoadNeedsItSo) {
  Store store = this->store();
  load(store, "good.csv", "id,n\na,1\n");
  const std::string before = *store.digest("leads");
  const LoadReport bad = load(store, "bad.csv", "id,n\nb,two\n");
  const LoadReport worse = load(store, "worse.csv", "id,n\nb,three\n");
  const LoadReport fine = load(store, "fine.csv", "id,n\nb,4\n");
  const LoadReport other = load(store, "other.csv", "id,n\nc,many\n");
  ASSERT_TRUE(store.undo(other.id, {}));
  EXPECT_EQ(typeOf(store, "n"), ColumnType::Text) << "an undo of the last file could bring back what two files said";
  ASSERT_TRUE(store.undo(fine.id, {}));
  ASSERT_TRUE(store.undo(worse.id, {}));
  EXPECT_EQ(typeOf(store, "n"), ColumnType::Text);
  ASSERT_TRUE(store.undo(bad.id, {}));
  EXPECT_EQ(values(store, "n"), (Rows{{"a", "i1"}}));
  EXPECT_EQ(*store.digest("leads"), before);
}

TEST_F(ColumnTypes, aVersionThatANumberReplacedComesBackAsANumber) {
  Store store = this->store();
  load(store, "one.csv", "id,n\na,1\n");
  const std::string before = *store.digest("leads");
  const LoadReport two = load(store, "two.csv", "id,n\na,2\n");
  const LoadReport bad = load(store, "bad.csv", "id,n\nb,many\n");
  ASSERT_TRUE(store.undo(bad.id, {}));
  ASSERT_TRUE(store.undo(two.id, {}));
  EXPECT_EQ(values(store, "n"), (Rows{{"a", "i1"}}));
  EXPECT_EQ(*store.digest("leads"), before);
  const auto life = store.history("leads", "a");
  ASSERT_TRUE(life);
  EXPECT_EQ(life->size(), 3U) << "one, two, one again";
}

TEST_F(ColumnTypes, aValueOfALoadWithoutTheColumnIsReadOnlyWhereItMeansOneNumber) {
  for (const auto& [value, type] : {std::pair("1.5", ColumnType::Decimal), {"1.234", ColumnType::Text}}) {
    const TempFolder other;
    Store store = storeAt(other.path() / "leads.db");
    load(store, "one.csv", std::string("id,n,m\na,0.5,x\nb,") + value + ",x\n");
    load(store, "other.csv", "id,m\nb,y\n");
    const LoadReport bad = load(store, "bad.csv", "id,n\nc,many\n");
    ASSERT_TRUE(store.undo(bad.id, {}));
    EXPECT_EQ(typeOf(store, "n"), type);
  }
}

class EmptyDataset : public ColumnTypes {
 protected:
  Result<LoadReport> loaded(Store& store, std::string_view text, std::optional<std::string> key = {}) const {
    LoadOptions options;
    options.key = std::move(key);
    return loadFile(store, folder_.write("file.csv", text), options, {});
  }
  static std::vector<std::string> columnsOf(Store& store) {
    std::vector<std::string> names;
    const Result<Dataset> dataset = store.dataset("leads");
    for (const DatasetColumn& column : dataset->columns) names.push_back(column.name);
    return names;
  }
};

TEST_F(EmptyDataset, takesAFileOfOtherColumnsAndAnotherKeyAsItsFirst) {
  Store store = this->store();
  const auto wrong = loaded(store, "sku,price\n1,2.5\n2,x\n", "sku");
  ASSERT_TRUE(wrong);
  const std::string before = *store.digest("leads");
  EXPECT_FALSE(loaded(store, "id,name,Price\na,Ana,3\n", "id")) << "while its leads are there";
  ASSERT_TRUE(store.undo(wrong->id, {}));
  const auto preview = loaded(store, "id,name,Price\na,Ana,3\n", "id");
  ASSERT_TRUE(preview) << preview.error().what;
  EXPECT_EQ(preview->fresh, 1U);
  EXPECT_EQ(changedOf(*preview), Changed());
  EXPECT_EQ(columnsOf(store), (std::vector<std::string>{"id", "name", "Price"}));
  EXPECT_EQ(store.dataset("leads")->key, "id");
  EXPECT_EQ(values(store, "price"), (Rows{{"a", "i3"}}));
  EXPECT_EQ(loaded(store, "id,name,Price\na,Ana,4\n")->changed, 1U);
  Store past = storeAt(folder_.path() / "leads.db", Store::Mode::ReadOnly);
  ASSERT_TRUE(past.showAsOf(wrong->id));
  EXPECT_EQ(*past.digest("leads"), before);
  EXPECT_EQ(past.dataset("leads")->key, "sku");
  ASSERT_TRUE(past.leadId("leads", "2"));
  Rows prices;
  ASSERT_TRUE(past.scan("leads", {"sku", "price"}, [&](std::int64_t, std::span<const StoredValue> row) {
    prices[textOf(row[0])] = textOf(row[1]);
    return true;
  }));
  EXPECT_EQ(prices, (Rows{{"1", "2.5"}, {"2", "x"}}));
}

TEST_F(EmptyDataset, takesColumnsOfBeforeAgainWhateverTheirTypeWas) {
  Store store = this->store();
  const auto first = loaded(store, "id,n,m\na,0.1,05/01/2024\n", "id");
  const std::string one = *store.digest("leads");
  ASSERT_TRUE(store.undo(first->id, {}));
  const auto second = loaded(store, "key,other\nx,1\n", "key");
  ASSERT_TRUE(second) << second.error().what;
  const std::string two = *store.digest("leads");
  ASSERT_TRUE(loaded(store, "key,n,m\nx,many,7\ny,2,8\n"));
  ASSERT_TRUE(loaded(store, "key,n,m\nx,few,7\ny,2,9\n"));
  for (const auto& [event, digest] : {std::pair(first->id, one), {second->id, two}}) {
    Store past = storeAt(folder_.path() / "leads.db", Store::Mode::ReadOnly);
    ASSERT_TRUE(past.showAsOf(event));
    EXPECT_EQ(*past.digest("leads"), digest);
  }
  Store past = storeAt(folder_.path() / "leads.db", Store::Mode::ReadOnly);
  ASSERT_TRUE(past.showAsOf(first->id));
  EXPECT_EQ(values(past, "n"), (Rows{{"a", "d0.1"}}));
  EXPECT_EQ(values(past, "m"), (Rows{{"a", "t2024-01-05"}}));
}

TEST_F(EmptyDataset, forgetsWhatItsColumnsWereBefore) {
  Store store = this->store();
  const auto one = loaded(store, "id,zip\na,12345\n", "id");
  const auto two = loaded(store, "id,zip\nb,none\n");
  ASSERT_TRUE(store.undo(two->id, {}) && store.undo(one->id, {}));
  LoadOptions text;
  text.schema = folder_.write("zips.json", R"({"leadlight_schema":1,"name":"zips","key":"id","columns":[
      {"name":"id","label":"id"},{"name":"zip","label":"zip","type":"text"}]})");
  ASSERT_TRUE(loadFile(store, folder_.write("zips.csv", "id,zip\na,12345\n"), text, {}));
  const auto last = loaded(store, "id,zip\nc,99999\n");
  ASSERT_TRUE(store.undo(last->id, {}));
  EXPECT_EQ(values(store, "zip"), (Rows{{"a", "t12345"}})) << "text, as the schema says";
}

TEST_F(EmptyDataset, keepsTheKeyAndTheTargetThatTheNextFileHas) {
  Store store = this->store();
  const auto first = loaded(store, "id,n,converted\na,x,yes\nb,y,no\n", "id");
  ASSERT_TRUE(store.undo(first->id, {}));
  ASSERT_TRUE(loaded(store, "id,n,converted\na,1,yes\na,2,yes\n"));
  EXPECT_EQ(store.dataset("leads")->key, "id");
  EXPECT_EQ(store.dataset("leads")->target, "converted");
  EXPECT_EQ(values(store, "n"), (Rows{{"a", "i2"}})) << "types are those of the new file";
}

struct Picture {
  std::string digest;
  std::map<std::string, Rows> columns;
  std::map<std::string, ColumnType> types;
  bool operator==(const Picture&) const = default;
};

// Any loads and any undos of the latest one: each undo gives the state of before, and each state can be seen again.
TEST_F(ColumnTypes, whateverComesAndGoesEveryStateCanBeSeenAgain) {
  const std::vector<std::vector<std::string>> kinds = {
      {"1", "20", "-3", ""},           {"1.50", "0.10", "7", "2.0"},     {"9007199254740993", "5", "60"},
      {"\"1,5\"", "\"0,25\"", "2"},    {"05/01/2024", "31/12/2023", ""}, {"2024-01-05", "2024-02-06 10:00"},
      {"many", "x", "1", "2024-01-05"}};
  std::mt19937 random(11);
  std::size_t restored = 0;
  for (int round = 0; round < 12; ++round) {
    const TempFolder other;
    Store store = storeAt(other.path() / "leads.db");
    const std::vector<std::string> columns = {"n", "m"};
    const auto picture = [&](Store& of) {
      Picture now;
      now.digest = *of.digest("leads");
      for (const std::string& column : columns) {
        now.columns[column] = values(of, column);
        now.types[column] = typeOf(of, column);
      }
      return now;
    };
    std::vector<std::pair<std::int64_t, Picture>> standing;  // loads and what was before them
    std::map<std::int64_t, Picture> events;
    Picture before;
    for (int step = 0; step < 10; ++step) {
      if (random() % 3 != 0 || standing.size() < 2) {
        std::string text = "id,n,m\n";
        const auto& n = kinds[random() % kinds.size()];
        const auto& m = kinds[random() % kinds.size()];
        for (std::size_t rows = 1 + random() % 5; rows > 0; --rows)
          text +=
              "k" + std::to_string(random() % 6) + "," + n[random() % n.size()] + "," + m[random() % m.size()] + "\n";
        const LoadReport report = load(store, "f.csv", text);
        standing.emplace_back(report.id, before);
        events[report.id] = before = picture(store);
      } else {
        const auto undone = store.undo(standing.back().first, {});
        ASSERT_TRUE(undone) << undone.error().what;
        restored += undone->types.size();
        before = picture(store);
        EXPECT_EQ(before.digest, standing.back().second.digest) << "round " << round << ", step " << step;
        EXPECT_EQ(before.columns, standing.back().second.columns) << "round " << round << ", step " << step;
        EXPECT_TRUE(before == standing.back().second);
        standing.pop_back();
        events[undone->event] = before;
      }
    }
    for (const auto& [event, then] : events) {
      Store past = storeAt(other.path() / "leads.db", Store::Mode::ReadOnly);
      ASSERT_TRUE(past.showAsOf(event));
      const Picture shown = picture(past);
      EXPECT_EQ(shown.columns, then.columns) << "round " << round << ", as of " << event;
      EXPECT_EQ(shown.digest, then.digest) << "round " << round << ", as of " << event;
      EXPECT_TRUE(shown == then);
    }
  }
  EXPECT_GT(restored, 5U);
}

}  // namespace
}  // namespace leadlight
