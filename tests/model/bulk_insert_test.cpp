#include "model/store/bulk_insert.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <deque>
#include <random>

#include "tests/support/temp_folder.h"

namespace leadlight {
namespace {

constexpr const char* kColumns =
    "(id INTEGER PRIMARY KEY, whole INTEGER, share REAL, name TEXT, note TEXT, \"odd \"\"name\" TEXT) STRICT";

class BulkInserting : public testing::Test {
 protected:
  BulkInserting() { run("CREATE TABLE quick" + std::string(kColumns) + "; CREATE TABLE plain" + kColumns); }
  void run(const std::string& sql) {
    const Status done = database_->run(sql);
    ASSERT_TRUE(done) << sql << ": " << done.error().what;
  }
  std::unique_ptr<BulkInsert> quick() {
    auto rows = BulkInsert::into(*database_, "quick", "side");
    EXPECT_TRUE(rows && *rows);
    return *std::move(rows);
  }
  void insertPlainly(const char* table, std::int64_t id, std::span<const TypedCell> cells) {
    Statement insert = *database_->prepare(std::string("INSERT INTO ") + table + " VALUES(?, ?, ?, ?, ?, ?)");
    insert.bind(1, id);
    for (int i = 1; i < 6; ++i) {
      const TypedCell& cell = cells[static_cast<std::size_t>(i)];
      if (cell.kind == TypedCell::Kind::Integer) insert.bind(i + 1, cell.integer);
      if (cell.kind == TypedCell::Kind::Decimal) insert.bind(i + 1, cell.decimal);
      if (cell.kind == TypedCell::Kind::Text) insert.bind(i + 1, cell.view());
      if (cell.kind == TypedCell::Kind::Null) insert.bindNull(i + 1);
    }
    ASSERT_TRUE(insert.run());
  }
  // How many rows of either table the other lacks, value and storage class both.
  std::int64_t differences() {
    const std::string all =
        "SELECT id, whole, share, hex(name), hex(note), \"odd \"\"name\", typeof(whole), "
        "typeof(share), typeof(name) FROM ";
    const auto lacking = [&](const char* a, const char* b) {
      return *database_->number("SELECT count(*) FROM (" + all + a + " EXCEPT " + all + b + ")");
    };
    return lacking("quick", "plain") + lacking("plain", "quick");
  }

  TempFolder folder_;
  std::unique_ptr<Database> database_ = *Database::open(folder_.path() / "a.db", Database::Mode::ReadWrite);
};

std::vector<TypedCell> randomRow(std::mt19937_64& random, std::deque<std::string>& texts) {
  const auto whole = [&] {
    const auto value = static_cast<std::int64_t>(random() >> (random() % 64));
    return TypedCell::of(random() % 2 == 0 ? value : -value);
  };
  const auto text = [&] {
    // Mostly short, some of them longer than a page of the store, a few longer than any page.
    const std::size_t size = random() % 400 == 0  ? random() % 150'000
                             : random() % 12 == 0 ? random() % 6000
                                                  : random() % 9;
    texts.emplace_back(size, static_cast<char>('a' + random() % 26));
    return TypedCell::of(std::string_view(texts.back()));
  };
  const auto perhaps = [&](TypedCell cell) { return random() % 5 == 0 ? TypedCell{} : cell; };
  const double share = static_cast<double>(static_cast<std::int64_t>(random() % 2001) - 1000) / 8;
  return {TypedCell{}, perhaps(whole()), perhaps(TypedCell::of(share)), perhaps(text()), perhaps(text()), text()};
}

TEST_F(BulkInserting, givesTheRowsThatOrdinaryInsertsGive) {
  std::mt19937_64 random(11);
  std::deque<std::string> texts;
  std::size_t left = 0;
  run("BEGIN IMMEDIATE");
  {
    const auto rows = quick();
    EXPECT_EQ(rows->columns(), (std::vector<std::string>{"id", "whole", "share", "name", "note", "odd \"name"}));
    std::int64_t id = 0;
    for (int i = 0; i < 30'000; ++i) {
      id += 1 + static_cast<std::int64_t>(random() % 3);
      const std::vector<TypedCell> row = randomRow(random, texts);
      const Result<bool> added = rows->add(id, row);
      ASSERT_TRUE(added) << added.error().what;
      if (!*added) insertPlainly("quick", id, row);
      left += *added ? 0U : 1U;
      insertPlainly("plain", id, row);
      texts.clear();
    }
    ASSERT_TRUE(rows->flush());
    run("COMMIT");
  }
  EXPECT_GT(left, 20U);  // too long for a page
  EXPECT_EQ(*database_->number("SELECT count(*) FROM quick"), 30'000);
  EXPECT_EQ(differences(), 0);
  EXPECT_TRUE(database_->checkIntegrity());
}

TEST_F(BulkInserting, everyWholeNumberNearASizeOfStorageIsKept) {
  std::vector<std::int64_t> numbers = {0, 1, -1, std::numeric_limits<std::int64_t>::min(),
                                       std::numeric_limits<std::int64_t>::max()};
  for (const int bits : {7, 8, 15, 16, 23, 24, 31, 32, 47, 48, 56, 62})
    for (std::int64_t by = -2; by <= 2; ++by)
      for (const std::int64_t sign : {-1, 1}) numbers.push_back(sign * (std::int64_t{1} << bits) + by);
  const auto rows = quick();
  std::int64_t id = std::numeric_limits<std::int64_t>::max() - 1000;
  for (const std::int64_t number : numbers) {
    const TypedCell row[] = {{}, TypedCell::of(number), {}, {}, {}, {}};
    ASSERT_TRUE(*rows->add(++id, row));
    insertPlainly("plain", id, row);
  }
  ASSERT_TRUE(rows->flush());
  EXPECT_EQ(differences(), 0);
}

TEST_F(BulkInserting, aValueOfAnotherTypeIsLeftToTheDatabase) {
  const auto rows = quick();
  const TypedCell good[] = {{}, TypedCell::of(std::int64_t{1}), {}, {}, {}, {}};
  const TypedCell wholeShare[] = {{}, {}, TypedCell::of(std::int64_t{2}), {}, {}, {}};
  const TypedCell numberName[] = {{}, {}, {}, TypedCell::of(0.5), {}, {}};
  EXPECT_TRUE(*rows->add(1, good));
  EXPECT_TRUE(rows->keeps(1));
  EXPECT_FALSE(*rows->add(2, wholeShare));
  EXPECT_FALSE(rows->keeps(1));
  EXPECT_FALSE(*rows->add(3, numberName));
  EXPECT_EQ(*database_->number("SELECT count(*) FROM quick"), 1);
}

TEST_F(BulkInserting, aRollbackTakesTheRowsBack) {
  const TypedCell row[] = {{}, TypedCell::of(std::int64_t{7}), {}, {}, {}, {}};
  run("BEGIN IMMEDIATE");
  {
    const auto rows = quick();
    for (std::int64_t id = 1; id <= 300'000; ++id) ASSERT_TRUE(*rows->add(id, row));
    ASSERT_TRUE(rows->flush());
    run("ROLLBACK");
  }
  EXPECT_EQ(*database_->number("SELECT count(*) FROM quick"), 0);
  // The name is free again, and a number that is there already is refused as by any insert.
  const auto again = quick();
  EXPECT_TRUE(*again->add(1, row) && again->flush());
  EXPECT_TRUE(*again->add(1, row) && !again->flush());
}

TEST_F(BulkInserting, aTableWithADefinitionLongerThanAPageIsRefused) {
  std::string columns;
  for (int i = 0; i < 1500; ++i) columns += ", a_rather_long_name_of_a_column_" + std::to_string(i) + " TEXT";
  run("CREATE TABLE wide(id INTEGER PRIMARY KEY" + columns + ") STRICT");
  const auto rows = BulkInsert::into(*database_, "wide", "side");
  ASSERT_TRUE(rows);
  EXPECT_EQ(*rows, nullptr);
}

// What a SQLite of another make or setting might refuse: to attach a database in memory, or to take over the pages of
// one, for which it attaches "x".
int refusesToAttach(void* name, int action, const char* first, const char*, const char*, const char*) {
  return action == SQLITE_ATTACH && std::string_view(first) == static_cast<const char*>(name) ? SQLITE_DENY : SQLITE_OK;
}

TEST_F(BulkInserting, isLeftOutWhereTheDatabaseRefusesIt) {
  for (const bool within : {false, true})
    for (std::string refused : {":memory:", "x"}) {
      if (within) run("BEGIN IMMEDIATE");
      sqlite3_set_authorizer(database_->handle(), refusesToAttach, refused.data());
      const auto rows = BulkInsert::into(*database_, "quick", "side");
      sqlite3_set_authorizer(database_->handle(), nullptr, nullptr);
      ASSERT_TRUE(rows) << rows.error().what;
      EXPECT_EQ(*rows, nullptr);
      EXPECT_EQ(database_->inTransaction(), within);
      if (within) run("INSERT INTO quick(id) VALUES(1); ROLLBACK");
      EXPECT_EQ(*database_->number("SELECT count(*) FROM quick"), 0);
    }
  EXPECT_NE(quick(), nullptr);
}

}  // namespace
}  // namespace leadlight
