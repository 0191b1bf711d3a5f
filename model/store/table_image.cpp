#include "model/store/table_image.h"

#include <bit>
#include <cstring>

namespace leadlight {

namespace {

constexpr unsigned char interiorPage = 5, leafPage = 13;
constexpr std::size_t firstPageHeader = 100, leafHeader = 8, interiorHeader = 12;
constexpr std::size_t longestVarint = 9;
// A longer record would need overflow pages.
constexpr std::size_t longestRecord = 65536 - 35;

// SQLite's variable-length integer, at most nine bytes, seven bits each, the highest first. Returns its size.
std::size_t putVarint(unsigned char* to, std::uint64_t value) {
  if (value < 0x80) {
    *to = static_cast<unsigned char>(value);
    return 1;
  }
  if (value >> 56 != 0) {
    to[8] = static_cast<unsigned char>(value);
    value >>= 8;
    for (int i = 7; i >= 0; --i, value >>= 7) to[i] = static_cast<unsigned char>(value | 0x80);
    return 9;
  }
  const auto size = static_cast<std::size_t>((std::bit_width(value) + 6) / 7);
  for (std::size_t i = size; i-- > 0; value >>= 7)
    to[i] = static_cast<unsigned char>(i + 1 == size ? value & 0x7F : value | 0x80);
  return size;
}

void putBigEndian(unsigned char* to, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = bytes; i-- > 0; value >>= 8) to[i] = static_cast<unsigned char>(value);
}

// The offset of a page's content; 65536 is written as 0.
void putTop(unsigned char* to, std::size_t top) { putBigEndian(to, top & 0xFFFF, 2); }

// The serial type of a whole number, and how many bytes follow.
struct IntegerForm {
  unsigned char type;
  std::uint8_t bytes;
};

IntegerForm formOf(std::int64_t value) {
  if (value == 0) return {8, 0};
  if (value == 1) return {9, 0};
  const auto bits = std::bit_width(static_cast<std::uint64_t>(value < 0 ? ~value : value)) + 1;
  if (bits <= 8) return {1, 1};
  if (bits <= 16) return {2, 2};
  if (bits <= 24) return {3, 3};
  if (bits <= 32) return {4, 4};
  if (bits <= 48) return {5, 6};
  return {6, 8};
}

}  // namespace

TableImage::TableImage(std::string_view name, std::string_view createSql, std::vector<Storage> columns)
    : columns_(std::move(columns)),
      bytes_(std::make_unique<unsigned char[]>(pages * pageSize)),
      header_((columns_.size() + 1) * longestVarint) {
  writeFirstPage(name, createSql);
}

void TableImage::writeFirstPage(std::string_view name, std::string_view createSql) {
  unsigned char* const first = page(1);
  std::memcpy(first, "SQLite format 3", 16);
  putBigEndian(first + 16, 1, 2);  // pages of 65536 bytes
  first[18] = first[19] = 1;       // no write-ahead log
  std::memcpy(first + 21, "\x40\x20\x20", 3);
  putBigEndian(first + 24, 1, 4);        // changes
  putBigEndian(first + 40, 1, 4);        // version of the schema
  putBigEndian(first + 44, 4, 4);        // format of the schema
  putBigEndian(first + 56, 1, 4);        // UTF-8
  putBigEndian(first + 92, 1, 4);        // the page count is valid for these changes
  putBigEndian(first + 96, 3040001, 4);  // version of SQLite

  // The one row of sqlite_schema: type, name, table name, root page, SQL.
  const std::string_view texts[] = {"table", name, name, createSql};
  unsigned char types[6 * longestVarint];
  std::size_t size = 0, body = 1;
  for (std::size_t i = 0; i < 4; ++i) {
    if (i == 3) types[size++] = 1;  // the root page in one byte
    size += putVarint(types + size, 13 + 2 * texts[i].size());
    body += texts[i].size();
  }
  const std::size_t record = 1 + size + body;
  unsigned char start[2 * longestVarint];
  std::size_t startSize = putVarint(start, record);
  startSize += putVarint(start + startSize, 1);
  const std::size_t top = pageSize - startSize - record;
  unsigned char* to = first + top;
  const auto put = [&](const void* from, std::size_t bytes) {
    std::memcpy(to, from, bytes);
    to += bytes;
  };
  put(start, startSize);
  *to++ = static_cast<unsigned char>(size + 1);
  put(types, size);
  for (std::size_t i = 0; i < 4; ++i) {
    if (i == 3) *to++ = rootPage;
    put(texts[i].data(), texts[i].size());
  }
  unsigned char* const header = first + firstPageHeader;
  header[0] = leafPage;
  putBigEndian(header + 3, 1, 2);
  putTop(header + 5, top);
  putTop(header + leafHeader, top);
}

// Works out the record's header and the size of its body. False when a value is not of its column's type.
bool TableImage::measure(std::span<const TypedCell> values) {
  unsigned char* to = header_.data();
  std::size_t body = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const TypedCell& value = values[i];
    if (value.kind == TypedCell::Kind::Null || columns_[i] == Storage::RowId) {
      *to++ = 0;
    } else if (value.kind == TypedCell::Kind::Text) {
      if (columns_[i] != Storage::Text) return false;
      to += putVarint(to, 13 + 2 * std::uint64_t{value.size});
      body += value.size;
    } else if (value.kind == TypedCell::Kind::Integer) {
      if (columns_[i] != Storage::Integer) return false;
      const IntegerForm form = formOf(value.integer);
      *to++ = form.type;
      body += form.bytes;
    } else {
      if (columns_[i] != Storage::Real) return false;
      *to++ = 7;
      body += 8;
    }
  }
  headerSize_ = static_cast<std::size_t>(to - header_.data());
  bodySize_ = body;
  return true;
}

void TableImage::writeBody(unsigned char* to, std::span<const TypedCell> values) const {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const TypedCell& value = values[i];
    if (columns_[i] == Storage::RowId) continue;
    if (value.kind == TypedCell::Kind::Text) {
      std::memcpy(to, value.text, value.size);
      to += value.size;
    } else if (value.kind == TypedCell::Kind::Integer) {
      const std::size_t bytes = formOf(value.integer).bytes;
      putBigEndian(to, static_cast<std::uint64_t>(value.integer), bytes);
      to += bytes;
    } else if (value.kind == TypedCell::Kind::Decimal) {
      putBigEndian(to, std::bit_cast<std::uint64_t>(value.decimal), 8);
      to += 8;
    }
  }
}

TableImage::Added TableImage::add(std::int64_t rowId, std::span<const TypedCell> values) {
  if (values.size() != columns_.size() || !measure(values)) return Added::Unfitting;
  // The header's size counts itself, in one byte or two.
  const std::size_t header = headerSize_ + (headerSize_ + 1 < 0x80 ? 1 : 2);
  const std::size_t record = header + bodySize_;
  if (record > longestRecord || header >= 0x4000) return Added::Unfitting;
  unsigned char start[2 * longestVarint + 2];
  std::size_t startSize = putVarint(start, record);
  startSize += putVarint(start + startSize, static_cast<std::uint64_t>(rowId));
  startSize += putVarint(start + startSize, header);
  const std::size_t size = startSize + headerSize_ + bodySize_;
  if (leafHeader + 2 * (cells_ + 1) + size > top_) {
    if (leaf_ == pages) return Added::Full;
    closeLeaf();
    ++leaf_;
  }
  top_ -= size;
  unsigned char* const cell = page(leaf_) + top_;
  std::memcpy(cell, start, startSize);
  std::memcpy(cell + startSize, header_.data(), headerSize_);
  writeBody(cell + startSize + headerSize_, values);
  putTop(page(leaf_) + leafHeader + 2 * cells_, top_);
  ++cells_;
  lastRowId_ = rowId;
  return Added::Done;
}

void TableImage::closeLeaf() {
  unsigned char* const header = page(leaf_);
  std::memset(header, 0, leafHeader);
  header[0] = leafPage;
  putBigEndian(header + 3, cells_, 2);
  putTop(header + 5, top_);
  leaves_.push_back({leaf_, lastRowId_});
  cells_ = 0;
  top_ = pageSize;
}

std::span<unsigned char> TableImage::finish() {
  closeLeaf();
  unsigned char* const root = page(rootPage);
  if (leaves_.size() == 1) {
    std::memcpy(root, page(leaf_), pageSize);
  } else {
    std::memset(root, 0, interiorHeader);
    std::size_t top = pageSize;
    for (std::size_t i = 0; i + 1 < leaves_.size(); ++i) {
      unsigned char cell[4 + longestVarint];
      putBigEndian(cell, leaves_[i].page, 4);
      const std::size_t size = 4 + putVarint(cell + 4, static_cast<std::uint64_t>(leaves_[i].lastRowId));
      top -= size;
      std::memcpy(root + top, cell, size);
      putTop(root + interiorHeader + 2 * i, top);
    }
    root[0] = interiorPage;
    putBigEndian(root + 3, leaves_.size() - 1, 2);
    putTop(root + 5, top);
    putBigEndian(root + 8, leaves_.back().page, 4);
  }
  putBigEndian(page(1) + 28, leaf_, 4);
  return {bytes_.get(), leaf_ * pageSize};
}

void TableImage::clear() {
  leaves_.clear();
  leaf_ = rootPage + 1;
  cells_ = 0;
  top_ = pageSize;
}

}  // namespace leadlight
