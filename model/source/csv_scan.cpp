#include "model/source/csv_scan.h"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace leadlight {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101U;
constexpr std::uint64_t kHighs = 0x8080808080808080U;

// The high bit of every byte of `word` that equals `wanted`, and no other bit.
std::uint64_t equalBytes(std::uint64_t word, char wanted) {
  const std::uint64_t x = word ^ (kOnes * static_cast<unsigned char>(wanted));
  return ~(((x & ~kHighs) + ~kHighs) | x | ~kHighs);
}

}  // namespace

std::uint64_t SpecialBytes::findPortably(const char* text) const {
  std::uint64_t result = 0;
  for (unsigned part = 0; part < 8; ++part) {
    std::uint64_t word = 0;
    std::memcpy(&word, text + 8 * part, 8);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    const std::uint64_t hits =
        equalBytes(word, delimiter_) | equalBytes(word, '"') | equalBytes(word, '\n') | equalBytes(word, '\r');
    // Gathers the eight high bits into the top byte.
    result |= (((hits >> 7) * 0x0102040810204080U) >> 56) << (8 * part);
  }
  return result;
}

#if defined(__SSE2__)
std::uint64_t SpecialBytes::find(const char* text) const {
  const __m128i delimiter = _mm_set1_epi8(delimiter_);
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i lf = _mm_set1_epi8('\n');
  const __m128i cr = _mm_set1_epi8('\r');
  std::uint64_t result = 0;
  for (int part = 0; part < 4; ++part) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + 16 * part));
    const __m128i hits = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, delimiter), _mm_cmpeq_epi8(bytes, quote)),
                                      _mm_or_si128(_mm_cmpeq_epi8(bytes, lf), _mm_cmpeq_epi8(bytes, cr)));
    result |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hits))) << (16 * part);
  }
  return result;
}
#else
std::uint64_t SpecialBytes::find(const char* text) const { return findPortably(text); }
#endif

void CsvScanner::reset(std::string_view text, bool last) {
  text_ = text.data();
  size_ = text.size();
  last_ = last;
  seek(0);
}

void CsvScanner::seek(std::size_t position) {
  at_ = position;
  chunk_ = position;
  mask_ = 0;
  if (position >= size_) return;
  mask_ = special_.find(text_ + position);
  if (size_ - position < 64) mask_ &= (std::uint64_t{1} << (size_ - position)) - 1;
}

// The offset of the next delimiter, quote or line end byte; size_ when there is none.
inline std::size_t CsvScanner::nextSpecial() {
  while (mask_ == 0) {
    if (size_ - chunk_ <= 64) return size_;
    chunk_ += 64;
    mask_ = special_.find(text_ + chunk_);
    if (size_ - chunk_ < 64) mask_ &= (std::uint64_t{1} << (size_ - chunk_)) - 1;
  }
  const std::size_t found = chunk_ + static_cast<std::size_t>(std::countr_zero(mask_));
  mask_ &= mask_ - 1;
  return found;
}

// Does an odd number of backslashes stand before the quote?
bool CsvScanner::isEscaped(std::size_t open, std::size_t quote) const {
  std::size_t from = quote;
  while (from > open + 1 && text_[from - 1] == '\\') --from;
  return (quote - from) % 2 == 1;
}

// Reads from the opening quote up to and with the closing one.
CsvScanner::Field CsvScanner::quotedField(std::size_t open, CsvRow& row, Cell& cell, Arena& arena) {
  row.quoteAt = open;
  std::size_t doubled = 0;
  std::size_t close = 0;
  for (;;) {
    close = nextSpecial();
    if (close == size_) {
      row.insideQuotes = true;
      return last_ ? Field::Unclosed : Field::Incomplete;
    }
    const char c = text_[close];
    if (c == '"') {
      if (escapes_ && isEscaped(open, close)) continue;
      const bool atEdge = close + 1 == size_;
      if (atEdge && !last_) return Field::Incomplete;
      if (atEdge || text_[close + 1] != '"') break;
      (void)nextSpecial();
      ++doubled;
    } else if (c == '\r' || (c == '\n' && text_[close - 1] != '\r')) {
      ++row.lineEnds;
    }
  }
  if (close + 1 < size_) {
    const char after = text_[close + 1];
    if (after != delimiter_ && after != '\n' && after != '\r') {
      row.strayAt = close + 1;
      return Field::Stray;
    }
  }
  const char* const from = text_ + open + 1;
  const std::size_t size = close - open - 1;
  cell = {from, static_cast<std::uint32_t>(size - doubled), Cell::Kind::Text};
  const bool escaped = escapes_ && std::memchr(from, '\\', size) != nullptr;
  if (doubled == 0 && !escaped) return Field::Done;
  char* to = arena.allocate(escaped ? size : size - doubled, 64);
  cell.data = to;
  for (std::size_t i = 0; i < size; ++i) {
    if (escaped && from[i] == '\\' && i + 1 < size && (from[i + 1] == '"' || from[i + 1] == '\\')) {
      *to++ = from[++i];
      continue;
    }
    *to++ = from[i];
    if (from[i] == '"') ++i;
  }
  cell.size = static_cast<std::uint32_t>(to - cell.data);
  return Field::Done;
}

CsvOutcome CsvScanner::next(std::span<Cell> cells, Arena& arena, CsvRow& row) {
  Cell* const out = cells.data();
  const std::size_t columns = cells.size();
  row = {};
  row.begin = at_;
  std::size_t fieldStart = at_;
  std::size_t fields = 0;
  bool quoted = false;  // the field at fieldStart has been read to its closing quote
  Cell beyond;
  for (;;) {
    const std::size_t found = nextSpecial();
    const char c = found == size_ ? '\n' : text_[found];
    if (c == '"') {
      if (found != fieldStart) continue;
      const Field outcome = quotedField(found, row, fields < columns ? out[fields] : beyond, arena);
      quoted = true;
      if (outcome == Field::Done) continue;
      seek(row.begin);
      if (outcome == Field::Incomplete) return CsvOutcome::Incomplete;
      return outcome == Field::Unclosed ? CsvOutcome::UnclosedQuote : CsvOutcome::StrayQuote;
    }
    if (!quoted && fields < columns)
      out[fields] = {text_ + fieldStart, static_cast<std::uint32_t>(found - fieldStart), Cell::Kind::Text};
    ++fields;
    if (c == delimiter_) {
      fieldStart = found + 1;
      quoted = false;
      continue;
    }
    const bool cutOff = found == size_ || (c == '\r' && found + 1 == size_);
    if (cutOff && !last_) {
      seek(row.begin);
      return CsvOutcome::Incomplete;
    }
    row.end = found;
    row.next = found == size_ ? size_ : found + 1;
    if (c == '\r' && row.next < size_ && text_[row.next] == '\n') {
      (void)nextSpecial();
      ++row.next;
    }
    if (found != size_) ++row.lineEnds;
    row.fields = fields;
    row.quoted = quoted;
    at_ = row.next;
    return CsvOutcome::Row;
  }
}

bool CsvScanner::lineAfter(std::size_t from, std::size_t& end, std::size_t& next) const {
  end = from;
  while (end < size_ && text_[end] != '\n' && text_[end] != '\r') ++end;
  next = end;
  if (end == size_) return last_;
  ++next;
  if (text_[end] == '\n') return true;
  if (next == size_) return last_;
  if (text_[next] == '\n') ++next;
  return true;
}

}  // namespace leadlight
