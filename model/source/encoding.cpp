#include "model/source/encoding.h"

#include <algorithm>
#include <array>

#include "model/base/text.h"
#include "model/source/charset.h"
#include "model/source/decoding_stream.h"

namespace leadlight {
namespace {

// Windows-1252, bytes 0x80 to 0x9F.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void appendByte(std::string& out, std::uint32_t byte) { out.push_back(static_cast<char>(byte)); }

// Surrogates get the three bytes that the scheme of UTF-8 would give them, which no UTF-8 reader accepts.
void appendCodePoint(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    appendByte(out, code);
  } else if (code < 0x800) {
    appendByte(out, 0xC0 | (code >> 6));
    appendByte(out, 0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    appendByte(out, 0xE0 | (code >> 12));
    appendByte(out, 0x80 | ((code >> 6) & 0x3F));
    appendByte(out, 0x80 | (code & 0x3F));
  } else {
    appendByte(out, 0xF0 | (code >> 18));
    appendByte(out, 0x80 | ((code >> 12) & 0x3F));
    appendByte(out, 0x80 | ((code >> 6) & 0x3F));
    appendByte(out, 0x80 | (code & 0x3F));
  }
}

void appendLatin1(std::string& out, std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    appendCodePoint(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte);
  }
}

class DecodedStream final : public DecodingStream {
 public:
  DecodedStream(std::unique_ptr<ByteStream> source, TextEncoding::Kind encoding)
      : DecodingStream(std::move(source)), encoding_(encoding) {}

 private:
  Status fill() override {
    const Result<std::size_t> got = source_->read(bytes_.data(), bytes_.size());
    if (!got) return got.error();
    ended_ = *got == 0;
    if (encoding_ == TextEncoding::Kind::Latin1)
      appendLatin1(text_, {bytes_.data(), *got});
    else if (ended_)
      finishUtf16();
    else
      for (std::size_t i = 0; i < *got; ++i) takeUtf16Byte(static_cast<unsigned char>(bytes_[i]));
    return {};
  }

  void takeUtf16Byte(unsigned char byte) {
    if (!hasFirst_) {
      first_ = byte;
      hasFirst_ = true;
      return;
    }
    hasFirst_ = false;
    const bool little = encoding_ == TextEncoding::Kind::Utf16Le;
    const std::uint32_t unit = little ? first_ | (std::uint32_t{byte} << 8) : (std::uint32_t{first_} << 8) | byte;
    const bool isLow = unit >= 0xDC00 && unit < 0xE000;
    if (high_ != 0 && isLow) {
      appendCodePoint(text_, 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00));
      high_ = 0;
      return;
    }
    if (high_ != 0) appendCodePoint(text_, high_);
    high_ = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
    if (high_ == 0) appendCodePoint(text_, unit);
  }

  void finishUtf16() {
    if (high_ != 0) appendCodePoint(text_, high_);
    if (hasFirst_) appendByte(text_, 0xFF);
    high_ = 0;
    hasFirst_ = false;
  }

  TextEncoding::Kind encoding_;
  std::array<char, std::size_t{64} << 10> bytes_{};
  std::uint32_t high_ = 0;  // a high surrogate that waits for its low one
  unsigned char first_ = 0;
  bool hasFirst_ = false;
};

}  // namespace

bool TextEncoding::isWide() const {
  return kind == Kind::Utf16Le || kind == Kind::Utf16Be || name.starts_with("utf-32") || name.starts_with("ucs-");
}

std::optional<TextEncoding> encodingNamed(std::string_view name) {
  using Kind = TextEncoding::Kind;
  std::string key;
  for (const char c : lowered(name))
    if (c != '-' && c != '_' && c != ' ') key.push_back(c);
  if (key == "utf8" || key == "utf8bom" || key == "ascii") return TextEncoding{};
  if (key == "latin1" || key == "iso88591" || key == "windows1252" || key == "cp1252")
    return TextEncoding{Kind::Latin1, "latin-1"};
  if (key == "utf16" || key == "utf16le") return TextEncoding{Kind::Utf16Le, "utf-16le"};
  if (key == "utf16be") return TextEncoding{Kind::Utf16Be, "utf-16be"};
  if (key == "utf32" || key == "utf32le") return TextEncoding{Kind::Other, "utf-32le"};
  if (iconvKnows(std::string(name))) return TextEncoding{Kind::Other, lowered(name)};
  return std::nullopt;
}

ByteOrderMark byteOrderMark(std::string_view head) {
  using namespace std::string_view_literals;
  using Kind = TextEncoding::Kind;
  if (head.substr(0, 3) == "\xEF\xBB\xBF"sv) return {3, {}};
  if (head.substr(0, 4) == "\xFF\xFE\0\0"sv) return {4, {Kind::Other, "utf-32le"}};
  if (head.substr(0, 4) == "\0\0\xFE\xFF"sv) return {4, {Kind::Other, "utf-32be"}};
  if (head.substr(0, 2) == "\xFF\xFE"sv) return {2, {Kind::Utf16Le, "utf-16le"}};
  if (head.substr(0, 2) == "\xFE\xFF"sv) return {2, {Kind::Utf16Be, "utf-16be"}};
  return {};
}

std::optional<TextEncoding> unmarkedUtf16(std::string_view head) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? std::size_t{1} : std::size_t{0};
  // A file with a stray zero or two is none.
  const auto only = [&](std::size_t parity) {
    const std::size_t share = zeros[parity] >= 32 ? 20 : 4;
    return head.size() >= 8 && zeros[parity] * share > head.size() && zeros[1 - parity] * 50 <= zeros[parity];
  };
  if (only(1)) return encodingNamed("utf-16le");
  if (only(0)) return encodingNamed("utf-16be");
  return std::nullopt;
}

std::unique_ptr<ByteStream> decodedStream(std::unique_ptr<ByteStream> source, const TextEncoding& encoding) {
  if (encoding.kind == TextEncoding::Kind::Utf8) return source;
  if (encoding.kind == TextEncoding::Kind::Other) return iconvStream(std::move(source), encoding.name);
  return std::make_unique<DecodedStream>(std::move(source), encoding.kind);
}

std::uint64_t encodedSize(std::string_view decoded, const TextEncoding& encoding) {
  using Kind = TextEncoding::Kind;
  if (encoding.kind == Kind::Utf8) return decoded.size();
  if (encoding.kind == Kind::Other && !encoding.isWide() &&
      std::none_of(decoded.begin(), decoded.end(), [](char c) { return (c & 0x80) != 0; }))
    return decoded.size();
  if (encoding.kind == Kind::Other) return iconvSize(decoded, encoding.name);
  std::uint64_t units = 0;
  for (const char c : decoded) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) ++units;
    if (byte >= 0xF0 && byte < 0xF8 && encoding.kind != Kind::Latin1) ++units;
  }
  return encoding.kind == Kind::Latin1 ? units : 2 * units;
}

std::string fromLatin1(std::string_view text) {
  std::string out;
  appendLatin1(out, text);
  return out;
}

}  // namespace leadlight
