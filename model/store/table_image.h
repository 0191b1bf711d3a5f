#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/store/typed_cell.h"

namespace leadlight {

// A SQLite database in memory that holds one table: its pages are written here, value by value, in the file format that
// SQLite documents (https://www.sqlite.org/fileformat2.html), which is several times faster than binding parameters.
// BulkInsert has SQLite copy its rows into the store.
class TableImage {
 public:
  enum class Storage : std::uint8_t { RowId, Integer, Real, Text };

  // `columns` are those of `createSql`, in order; one is the INTEGER PRIMARY KEY. REQUIRES: fits(createSql)
  TableImage(std::string_view name, std::string_view createSql, std::vector<Storage> columns);

  // A definition that is too long for one page is left to ordinary inserts.
  static bool fits(std::string_view createSql) { return createSql.size() < pageSize / 2; }

  enum class Added : std::uint8_t {
    Done,
    Full,      // clear() first
    Unfitting  // too long for a page, or of another type than its column: left to SQLite
  };
  // One value per column; that of the row id is not looked at. REQUIRES: rowId ascends
  Added add(std::int64_t rowId, std::span<const TypedCell> values);

  bool empty() const { return leaves_.empty() && cells_ == 0; }
  // The whole database, also of no rows. REQUIRES: clear() before the next add()
  std::span<unsigned char> finish();
  void clear();

 private:
  static constexpr std::size_t pageSize = 65536;
  static constexpr std::size_t pages = 34;
  static constexpr std::size_t rootPage = 2;  // numbers count from 1
  struct Leaf {
    std::size_t page;
    std::int64_t lastRowId;
  };

  unsigned char* page(std::size_t number) { return bytes_.get() + (number - 1) * pageSize; }
  void writeFirstPage(std::string_view name, std::string_view createSql);
  bool measure(std::span<const TypedCell> values);
  void writeBody(unsigned char* to, std::span<const TypedCell> values) const;
  void closeLeaf();

  std::vector<Storage> columns_;
  std::unique_ptr<unsigned char[]> bytes_;
  std::vector<unsigned char> header_;  // of the record in hand: one type per value
  std::size_t headerSize_ = 0, bodySize_ = 0;
  std::vector<Leaf> leaves_;  // those that are full
  std::size_t leaf_ = rootPage + 1;
  std::size_t cells_ = 0;       // in the leaf in hand
  std::size_t top_ = pageSize;  // where its content begins
  std::int64_t lastRowId_ = 0;
};

}  // namespace leadlight
