#include <gtest/gtest.h>

#include <map>

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

}  // namespace
}  // namespace leadlight
