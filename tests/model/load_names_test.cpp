#include <algorithm>

#include "model/load/file_profile.h"
#include "tests/model/load_support.h"

namespace leadlight {
namespace {

using LoadNames = LoadTest;

// What the dataset shows for each of the labels, in their order, in the lead with this key.
std::map<std::string, std::string> valuesByLabel(Store& store, const std::string& key) {
  std::map<std::string, std::string> values;
  const Result<Dataset> dataset = store.dataset("leads");
  EXPECT_TRUE(dataset);
  std::vector<std::string> names;
  for (const DatasetColumn& column : dataset->columns) names.push_back(column.name);
  const Result<std::int64_t> id = store.leadId("leads", key);
  EXPECT_TRUE(id);
  const std::int64_t ids[] = {*id};
  EXPECT_TRUE(store.fetch("leads", names, ids, [&](std::int64_t, std::span<const StoredValue> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) values[dataset->columns[i].label] = std::string(cells[i].text);
    return true;
  }));
  return values;
}

std::string lineOf(const std::vector<std::string>& cells) { return joined(cells, ",") + "\n"; }

TEST_F(LoadNames, labelsThatShareANameKeepTheirColumnsInAnyOrderAndSelection) {
  for (const std::vector<std::string>& labels : {std::vector<std::string>{"Sales $", "Sales %", "Sales"},
                                                 {"Email", "email", "EMAIL"},
                                                 {"a", "A", "a_2"},
                                                 {"A", "A_2", "a"},
                                                 {"Score", "score", "file score"}}) {
    std::vector<std::string> order = labels;
    std::sort(order.begin(), order.end());
    do {
      for (std::size_t kept = 1; kept <= order.size(); ++kept) {
        TempFolder folder;
        Result<Store> store = Store::open(folder.path() / "leads.db", Store::Mode::ReadWrite);
        LoadOptions options;
        options.key = "Prospect ID";
        std::vector<std::string> header = {"Prospect ID"}, cells = {"k"};
        for (const std::string& label : labels) {
          header.push_back(label);
          cells.push_back("old " + label);
        }
        loaded(*store, folder.write("one.csv", lineOf(header) + lineOf(cells)), options);
        header = cells = {};
        for (std::size_t i = 0; i < kept; ++i) {
          header.push_back(order[i]);
          cells.push_back("new " + order[i]);
        }
        header.push_back("Prospect ID");
        cells.push_back("k");
        loaded(*store, folder.write("two.csv", lineOf(header) + lineOf(cells)), options);
        const auto values = valuesByLabel(*store, "k");
        EXPECT_EQ(values.size(), labels.size() + 1) << joined(header, ",");
        for (const std::string& label : labels) {
          const bool sent = std::find(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), label) !=
                            order.begin() + static_cast<std::ptrdiff_t>(kept);
          EXPECT_EQ(values.at(label), (sent ? "new " : "old ") + label) << joined(header, ",");
        }
      }
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST_F(LoadNames, aLabelThatIsNewGetsAColumnOfItsOwnBesideOnesThatShareItsName) {
  Store store = this->store();
  loaded(store, csv("one.csv", "Prospect ID,Sales $,Sales %\nk,dollars,percent\n"));
  loaded(store, csv("two.csv", "Prospect ID,Sales €,Sales $\nk,euros,more\n"));
  const auto values = valuesByLabel(store, "k");
  EXPECT_EQ(values.at("Sales $"), "more");
  EXPECT_EQ(values.at("Sales %"), "percent");
  EXPECT_EQ(values.at("Sales €"), "euros");
}

TEST_F(LoadNames, aLabelInOtherLettersFindsTheColumnThatItIsNearestTo) {
  Store store = this->store();
  loaded(store, csv("one.csv", "Prospect ID,Sales $,Sales %\nk,dollars,percent\n"));
  loaded(store, csv("two.csv", "PROSPECT_ID,SALES %\nk,higher\n"));
  EXPECT_EQ(valuesByLabel(store, "k").at("Sales %"), "higher");
}

TEST_F(LoadNames, theSchemasOwnLabelGoesBeforeItsAliases) {
  Store store = this->store();
  LoadOptions options;
  options.given.emplace();
  options.given->columns = {{"Prospect_ID", "Prospect ID", ColumnType::Text, {"ID"}, false}};
  options.given->key = "Prospect_ID";
  loaded(store, csv("one.csv", "ID,Prospect ID\n1 x,k\n"), options);
  EXPECT_EQ(loaded(store, csv("two.csv", "Prospect ID,ID\nk,2 x\n"), options).changed, 1U);
  EXPECT_EQ(valuesByLabel(store, "k").at("ID"), "2 x");
}

TEST_F(LoadNames, aSchemaThatWasKeptKnowsColumnsOfOneNameInAnyOrder) {
  const auto profile = [&](std::string_view text, const Schema& schema) {
    return *profileFile(csv("one.csv", text), {}, schema, {});
  };
  const FileProfile first = profile("Sales $,Sales %\n1,x\n", {});
  SchemaChoices choices;
  choices.name = "kept";
  const Schema kept = *schemaFrom(first, choices);
  const FileProfile turned = profile("Sales %,Sales $\nx,1\n", kept);
  EXPECT_EQ(turned.columns[0].name, "Sales_2");
  EXPECT_EQ(turned.columns[1].name, "Sales");
  EXPECT_EQ(turned.columns[1].type, ColumnType::Integer);
  const Schema again = *schemaFrom(turned, choices);
  EXPECT_EQ(again.columns[0].label, "Sales %");
  EXPECT_EQ(again.columns[1].label, "Sales $");
}

TEST_F(LoadNames, aLabelThatOnlyTheSchemaGaveIsNoHeader) {
  Store store = this->store();
  LoadOptions options;
  options.given.emplace();
  options.given->columns = {{"amt", "Amount", {}, {}, false}};
  options.key = "Prospect ID";
  loaded(store, csv("one.csv", "Prospect ID,amt\nk,1\n"), options);
  loaded(store, csv("two.csv", "Prospect ID,Amount,amt\nk,9,1\n"), options);
  EXPECT_EQ(rows(store, {"Prospect_ID", "amt", "Amount"}), (std::map<std::string, std::string>{{"k", "1|9|"}}));
}

TEST_F(LoadNames, spacesThatNobodySeesMakeNoOtherColumn) {
  Store store = this->store();
  loaded(store, csv("one.csv", "Prospect ID,City\nk,Rome\n"));
  EXPECT_EQ(loaded(store, csv("two.csv", "\u00a0City,\ufeffProspect\u00a0ID\nBonn,k\n")).changed, 1U);
  EXPECT_EQ(rows(store, {"Prospect_ID", "City"}), (std::map<std::string, std::string>{{"k", "Bonn|"}}));
  EXPECT_EQ(store.dataset("leads")->columns.size(), 2U);
}

TEST_F(LoadNames, theKeyIsTheColumnWhoseLabelIsAskedFor) {
  Store store = this->store();
  LoadOptions options;
  options.key = "ref %";
  loaded(store, csv("one.csv", "ref $,ref %\na,k\n"), options);
  EXPECT_TRUE(store.leadId("leads", "k"));
  EXPECT_EQ(loaded(store, csv("two.csv", "ref %,ref $\nk,b\n"), options).changed, 1U);
}

TEST_F(LoadNames, whatIsExportedByItsNamesComesBackToItsColumns) {
  Store store = this->store();
  loaded(store, csv("one.csv", "Prospect ID,a,A,A_2\nk,1 x,2 x,3 x\n"));
  const Result<Dataset> dataset = store.dataset("leads");
  std::vector<std::string> header, cells;
  for (const DatasetColumn& column : dataset->columns) {
    header.push_back(column.name);
    cells.push_back(valuesByLabel(store, "k").at(column.label));
  }
  std::reverse(header.begin(), header.end());
  std::reverse(cells.begin(), cells.end());
  EXPECT_EQ(loaded(store, csv("two.csv", lineOf(header) + lineOf(cells))).same, 1U);
}

}  // namespace
}  // namespace leadlight
