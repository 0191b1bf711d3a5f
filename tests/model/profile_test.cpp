#include "model/load/file_profile.h"

#include <gmock/gmock.h>

#include "model/load/loader.h"
#include "model/load/schemas.h"
#include "model/schema/vote.h"
#include "tests/model/source_support.h"

namespace leadlight {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ProfileTest : public testing::Test {
 protected:
  FileProfile profiled(std::string_view text, const Schema& schema = {}, const ReadOptions& options = {}) const {
    std::filesystem::remove(folder_.path() / "file.csv");
    Result<FileProfile> profile = profileFile(folder_.write("file.csv", text), options, schema, {});
    EXPECT_TRUE(profile) << profile.error().what;
    return profile ? *std::move(profile) : FileProfile{};
  }
  std::filesystem::path schemas() const { return folder_.path() / "schemas"; }
  TempFolder folder_;
};

TEST_F(ProfileTest, aNumberThatIsOneByEitherMarkIsNamedUntilAMarkIsProven) {
  EXPECT_EQ(profiled("a;b\n1;1.234\n2;5\n").find("b")->eitherMark, "1.234");
  EXPECT_EQ(profiled("a;b\n1;1,234\n2;5\n").find("b")->eitherMark, "1,234");
  EXPECT_EQ(profiled("a;b\n1;1.234\n2;1.5\n").find("b")->eitherMark, "");
  EXPECT_EQ(profiled("a;b\n1;1.234\n2;word\n").find("b")->eitherMark, "");
  EXPECT_EQ(profiled("a;b\n1;1234\n2;5\n").find("b")->eitherMark, "");
  Schema comma;
  comma.decimalMark = ',';
  EXPECT_EQ(profiled("a;b\n1;1.234\n2;5\n", comma).find("b")->decimalMark, ',');
}

TEST_F(ProfileTest, everyColumnComesWithItsEvidence) {
  const FileProfile profile = profiled(
      "id;zip;amount;on;flag;note\n"
      "1;00123;1,5;13.01.2024;yes;a\n"
      "2;04567;1.234,56;05.02.2024;no;Select\n"
      "3;99999;;06.03.2024;yes;\n");
  EXPECT_EQ(profile.rows, 3U);
  EXPECT_EQ(profile.facts.delimiter, ';');
  const ColumnProfile& id = *profile.find("id");
  EXPECT_EQ(id.type, ColumnType::Integer);
  EXPECT_EQ(id.integers, 3U);
  EXPECT_TRUE(id.keyCandidate);
  EXPECT_EQ(id.least, "1");
  EXPECT_EQ(id.greatest, "3");
  const ColumnProfile& zip = *profile.find("zip");
  EXPECT_EQ(zip.type, ColumnType::Text);
  EXPECT_EQ(zip.leadingZeros, 2U);
  EXPECT_THAT(zip.why, HasSubstr("begin with a zero"));
  const ColumnProfile& amount = *profile.find("amount");
  EXPECT_EQ(amount.type, ColumnType::Decimal);
  EXPECT_EQ(amount.decimalMark, ',');
  EXPECT_TRUE(amount.provenMark);
  EXPECT_EQ(amount.empty, 1U);
  EXPECT_EQ(amount.greatest, "1.234,56");
  const ColumnProfile& on = *profile.find("on");
  EXPECT_EQ(on.type, ColumnType::Date);
  EXPECT_EQ(on.dates, DateOrder::DayMonthYear);
  EXPECT_FALSE(on.ambiguousDates);
  EXPECT_EQ(on.dayFirst, 3U);
  EXPECT_EQ(on.monthFirst, 2U);
  EXPECT_EQ(on.least, "13.01.2024");
  EXPECT_EQ(on.greatest, "06.03.2024");
  EXPECT_EQ(profile.find("flag")->booleans, 3U);
  EXPECT_EQ(profile.find("flag")->distinct, 2U);
  EXPECT_THAT(profile.keys, ElementsAre("id", "zip", "on"));
}

TEST_F(ProfileTest, placeholdersAreProposedAndCountAsValuesUntilTheyAreKnown) {
  const std::string text = "id,city,visits\n1,Select,3\n2,Select,N/A\n3,Rome,5\n";
  const FileProfile before = profiled(text);
  ASSERT_EQ(before.find("city")->placeholders.size(), 1U);
  EXPECT_EQ(before.find("city")->placeholders[0].value, "Select");
  EXPECT_EQ(before.find("city")->placeholders[0].count, 2U);
  EXPECT_FALSE(before.find("city")->placeholders[0].known);
  EXPECT_EQ(before.find("city")->values, 3U);
  EXPECT_EQ(before.find("visits")->type, ColumnType::Text);
  EXPECT_THAT(before.find("visits")->why, HasSubstr("1 of 3 values are no number, such as \"N/A\""));
  Schema schema;
  schema.placeholders = {"Select", "N/A"};
  const FileProfile after = profiled(text, schema);
  EXPECT_TRUE(after.find("city")->placeholders[0].known);
  EXPECT_EQ(after.find("city")->values, 1U);
  EXPECT_EQ(after.find("visits")->type, ColumnType::Integer);
}

TEST_F(ProfileTest, datesWithoutADayAboveTwelveAreMarkedAmbiguous) {
  const FileProfile profile = profiled("a,b,c\n01/02/2024,01/13/2024,2024-01-02\n03/04/2024,02/01/2024,2024-02-01\n");
  EXPECT_TRUE(profile.find("a")->ambiguousDates);
  EXPECT_EQ(profile.find("a")->dates, DateOrder::DayMonthYear);
  EXPECT_FALSE(profile.find("b")->ambiguousDates);
  EXPECT_EQ(profile.find("b")->dates, DateOrder::MonthDayYear);
  EXPECT_FALSE(profile.find("c")->ambiguousDates);
  Schema american;
  american.dates = DateOrder::MonthDayYear;
  EXPECT_EQ(profiled("a\n01/02/2024\n", american).find("a")->dates, DateOrder::MonthDayYear);
}

TEST_F(ProfileTest, outcomesAreColumnsOfTwoAnswersOneOfWhichIsSuccess) {
  const FileProfile profile =
      profiled("id,y,colour,stage,optin\n1,yes,red,Won,no\n2,no,blue,Lost,yes\n3,no,red,Lost,yes\n");
  ASSERT_GE(profile.targets.size(), 2U);
  EXPECT_EQ(profile.targets[0].column, "y");
  EXPECT_TRUE(profile.targets[0].named);
  EXPECT_THAT(profile.targets[0].positives, ElementsAre("yes"));
  EXPECT_NEAR(profile.targets[0].share, 1.0 / 3, 1e-9);
  EXPECT_EQ(profile.targets[1].column, "stage");
  EXPECT_FALSE(profile.targets[1].named);
}

TEST(ColumnVote, anEstimateIsNeverMoreThanThereAreValues) {
  for (int column = 0; column < 8; ++column) {
    const std::vector<std::string> none;
    ColumnVote vote(none);
    for (int i = 0; i < 70000; ++i) vote.see(std::to_string(column) + "-" + std::to_string(i));
    EXPECT_LE(vote.distinct(), 70000U);
    EXPECT_GT(vote.distinct(), 67000U);
  }
}

TEST_F(ProfileTest, manyDifferentValuesAreCountedExactlyWhereTheyAreAKey) {
  std::string text = "id,twice,word\n";
  for (int i = 0; i < 100000; ++i)
    text += std::to_string(i) + "," + std::to_string(i % 99999) + ",w" + std::to_string(i % 7) + "\n";
  const FileProfile profile = profiled(text);
  EXPECT_TRUE(profile.find("id")->keyCandidate);
  EXPECT_EQ(profile.find("id")->distinct, 100000U);
  EXPECT_FALSE(profile.find("twice")->keyCandidate);
  EXPECT_FALSE(profile.find("twice")->distinctIsExact);
  EXPECT_NEAR(static_cast<double>(profile.find("twice")->distinct), 99999, 3000);
  EXPECT_EQ(profile.find("word")->frequent.size(), 7U);
  EXPECT_TRUE(profile.find("word")->frequentAreExact);
  EXPECT_EQ(profile.preview.size(), FileEvidence::kPreviewRows);
}

TEST_F(ProfileTest, aRealFileIsProfiledAsItsSourceDescribesIt) {
  const auto path = sharedPath("data/x-education/Leads.csv");
  if (!path) return;
  const Result<Schema> leads = schemaForFile(*path, {}, "auto", {});
  ASSERT_TRUE(leads);
  EXPECT_EQ(leads->name, "leads");
  const Result<FileProfile> known = profileFile(*path, {}, *leads, {});
  ASSERT_TRUE(known);
  EXPECT_EQ(known->rows, 9240U);
  EXPECT_THAT(known->keys, ElementsAre("Prospect_ID", "Lead_Number"));
  EXPECT_EQ(known->targets.at(0).column, "Converted");
  EXPECT_NEAR(known->targets.at(0).share, 0.3854, 0.0001);
  const Result<FileProfile> unknown = profileFile(*path, {}, Schema{}, {});
  const auto& found = unknown->find("City")->placeholders;
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].value, "Select");
  EXPECT_EQ(found[0].count, 2249U);
  EXPECT_FALSE(found[0].known);
}

TEST_F(ProfileTest, anEncodingThatIsNoUtf8IsFoundAndReported) {
  const auto declared = [&](const std::string& bytes, const char* encoding) {
    const FileProfile profile = profiled(bytes);
    EXPECT_EQ(profile.facts.encoding, encoding);
    return profile.preview.at(0).at(1);
  };
  EXPECT_EQ(declared("id,name\n1,M\xFCller\n2,x\n", "latin-1"), "Müller");
  // "Привет, как дела? Это письмо" in Windows-1251, several times.
  std::string russian = "id,name\n";
  for (int i = 0; i < 20; ++i)
    russian += std::to_string(i) +
               ",\xCF\xF0\xE8\xE2\xE5\xF2 \xEA\xE0\xEA \xE4\xE5\xEB\xE0 \xFD\xF2\xEE \xEF\xE8\xF1\xFC\xEC\xEE\n";
  EXPECT_EQ(declared(russian, "windows-1251"), "Привет как дела это письмо");
  // "こんにちは世界" in Shift JIS.
  std::string japanese = "id,name\n";
  for (int i = 0; i < 20; ++i)
    japanese += std::to_string(i) + ",\x82\xB1\x82\xF1\x82\xC9\x82\xBF\x82\xCD\x90\xA2\x8A\x45\n";
  EXPECT_EQ(declared(japanese, "shift_jis"), "こんにちは世界");
}

TEST_F(ProfileTest, aSchemaOfAProfileCarriesWhatAPersonChose) {
  ReadOptions options;
  options.delimiter = ';';
  options.encoding = "windows-1251";
  const FileProfile profile = profiled("id;zip;amount;won\n1;7;1,5;yes\n2;8;2,5;no\n", {}, options);
  SchemaChoices choices;
  choices.name = "mine";
  choices.key = "id";
  choices.target = "won";
  choices.positives = {"yes"};
  choices.placeholders = std::vector<std::string>{"?"};
  choices.dates = DateOrder::MonthDayYear;
  choices.decimalMark = ',';
  choices.types["zip"] = ColumnType::Text;
  choices.afterContact = std::vector<std::string>{"amount"};
  const Result<Schema> schema = schemaFrom(profile, choices);
  ASSERT_TRUE(schema);
  const Result<Schema> read = parseSchema(schemaJson(*schema), "mine");
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(schemaJson(*read), schemaJson(*schema));
  EXPECT_EQ(read->key, "id");
  EXPECT_EQ(read->target, "won");
  EXPECT_THAT(read->positives, ElementsAre("yes"));
  EXPECT_THAT(read->placeholders, ElementsAre("?"));
  EXPECT_EQ(read->dates, DateOrder::MonthDayYear);
  EXPECT_EQ(read->decimalMark, ',');
  EXPECT_EQ(read->read.delimiter, ';');
  EXPECT_EQ(read->read.encoding, "windows-1251");
  EXPECT_EQ(read->find("zip")->type, ColumnType::Text);
  EXPECT_EQ(read->find("amount")->type, ColumnType::Decimal);
  EXPECT_TRUE(read->find("amount")->afterContact);
  choices.key = "nothing";
  EXPECT_EQ(schemaFrom(profile, choices).error().code, Errc::UnknownColumn);
}

TEST_F(ProfileTest, aSavedSchemaIsFoundByNameAndByItsColumns) {
  const auto file = folder_.write("a.csv", "ref;amount;when\nx;1.234;01/02/2024\n");
  const Result<FileProfile> profile = profileFile(file, {}, Schema{}, {});
  SchemaChoices choices;
  choices.name = "sales";
  choices.key = "ref";
  choices.decimalMark = ',';
  choices.dates = DateOrder::MonthDayYear;
  choices.types["amount"] = ColumnType::Decimal;
  const Result<Schema> schema = schemaFrom(*profile, choices);
  ASSERT_TRUE(schema);
  ASSERT_TRUE(saveSchema(schemas(), *schema));
  EXPECT_THAT(savedSchemaNames(schemas()), ElementsAre("sales"));
  EXPECT_EQ(std::filesystem::status(schemas() / "sales.json").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(schemaNamed("sales", schemas())->key, "ref");
  EXPECT_EQ(schemaForFile(file, {}, "auto", schemas())->name, "sales");
  EXPECT_EQ(schemaNamed("nothing", schemas()).error().code, Errc::UnknownSchema);
  EXPECT_THAT(schemaNamed("nothing", schemas()).error().what, HasSubstr("sales, leads"));
  Schema bad = *schema;
  bad.name = "../sales";
  EXPECT_EQ(saveSchema(schemas(), bad).error().code, Errc::Usage);
  // The loader finds it beside the store and reads as it says.
  Result<Store> store = Store::open(folder_.path() / "leads.db", Store::Mode::ReadWrite);
  const Result<LoadReport> report = loadFile(*store, file, {}, {});
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_TRUE(report->columns[2].ambiguous);
  EXPECT_EQ(store->dataset("leads")->key, "ref");
  std::string line;
  ASSERT_TRUE(store->scan("leads", {"amount", "when"}, [&](std::int64_t, std::span<const StoredValue> values) {
    line = std::to_string(values[0].decimal) + " " + std::string(values[1].text);
    return true;
  }));
  EXPECT_EQ(line, "1234.000000 2024-01-02");
}

}  // namespace
}  // namespace leadlight
