#include "model/source/charset.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "model/base/text.h"
#include "model/source/decoding_stream.h"
#include "model/source/encoding.h"

namespace leadlight {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;
constexpr std::size_t kGathered = std::size_t{1} << 20;  // bytes of lines that detection looks at
constexpr std::size_t kFewBytes = 100;                   // below this, kin of Latin-1 cannot be told from it

class Converter {
 public:
  Converter(const std::string& to, const std::string& from) : handle_(::iconv_open(to.c_str(), from.c_str())) {}
  ~Converter() {
    if (valid()) ::iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool valid() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // Converts what it can of `in` and appends it to `out`. 0, EILSEQ or EINVAL (cut within a character); `in` is what is
  // left.
  int convert(std::string_view& in, std::string& out) {
    while (true) {
      char* from = const_cast<char*>(in.data());  // iconv does not write there
      std::size_t left = in.size();
      char* to = buffer_.data();
      std::size_t room = buffer_.size();
      const std::size_t done = ::iconv(handle_, in.empty() ? nullptr : &from, &left, &to, &room);
      const int fault = done == static_cast<std::size_t>(-1) ? errno : 0;
      in.remove_prefix(in.size() - left);
      out.append(buffer_.data(), buffer_.size() - room);
      if (fault != E2BIG) return fault;
    }
  }

 private:
  iconv_t handle_;
  std::array<char, kPiece> buffer_{};
};

class IconvStream final : public DecodingStream {
 public:
  IconvStream(std::unique_ptr<ByteStream> source, const std::string& name)
      : DecodingStream(std::move(source)), converter_("UTF-8", name) {}

 private:
  Status fill() override {
    const std::size_t kept = bytes_.size();
    bytes_.resize(kept + kPiece);
    const Result<std::size_t> got = source_->read(bytes_.data() + kept, kPiece);
    if (!got) return got.error();
    bytes_.resize(kept + *got);
    ended_ = *got == 0;
    std::string_view left = bytes_;
    while (!left.empty()) {
      const int fault = converter_.convert(left, text_);
      if (left.empty() || (fault == EINVAL && !ended_)) break;
      text_.push_back('\xFF');
      left.remove_prefix(1);
    }
    if (ended_) converter_.convert(left, text_);  // what a character could still have combined with
    bytes_.erase(0, bytes_.size() - left.size());
    return {};
  }

  Converter converter_;
  std::string bytes_;  // not decoded yet
};

bool isHigh(char c) { return (c & 0x80) != 0; }

// The lines that hold bytes above 127.
Result<std::string> highLines(ByteStream& bytes) {
  std::string lines, rest;
  std::string piece(kPiece, '\0');
  while (lines.size() < kGathered) {
    const Result<std::size_t> got = bytes.read(piece.data(), piece.size());
    if (!got) return got.error();
    rest.append(piece, 0, *got);
    std::size_t at = 0;
    for (std::size_t end = rest.find('\n'); end != std::string::npos; at = end + 1, end = rest.find('\n', at))
      if (std::any_of(rest.begin() + static_cast<std::ptrdiff_t>(at), rest.begin() + static_cast<std::ptrdiff_t>(end),
                      isHigh))
        lines.append(rest, at, end + 1 - at);
    rest.erase(0, at);
    if (*got == 0 || rest.size() > kGathered) {
      if (std::any_of(rest.begin(), rest.end(), isHigh)) lines += rest;
      rest.clear();
    }
    if (*got == 0) break;
  }
  return lines;
}

struct HighBytes {
  std::size_t count = 0;
  bool fillWords = false;  // in the words that hold some, most bytes are above 127: no Latin script
};

HighBytes countHighBytes(std::string_view lines) {
  HighBytes found;
  std::size_t plain = 0, high = 0, plainOfWords = 0;
  for (const char c : lines) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (isHigh(c)) {
      ++high;
    } else if (letter) {
      ++plain;
    } else {
      if (high > 0) plainOfWords += plain;
      found.count += high;
      plain = high = 0;
    }
  }
  found.count += high;
  found.fillWords = found.count > plainOfWords;
  return found;
}

std::string uchardetName(std::string_view text) {
  const uchardet_t detector = ::uchardet_new();
  std::string name;
  if (::uchardet_handle_data(detector, text.data(), text.size()) == 0) {
    ::uchardet_data_end(detector);
    name = lowered(::uchardet_get_charset(detector));
  }
  ::uchardet_delete(detector);
  return name;
}

// Encodings of Latin letters that agree with Windows-1252 on most of them.
bool kinOfLatin1(std::string_view name) {
  static constexpr std::array<std::string_view, 16> kin = {
      "iso-8859-2",   "iso-8859-3",        "iso-8859-4",  "iso-8859-9",   "iso-8859-10",  "iso-8859-13",
      "iso-8859-14",  "iso-8859-15",       "iso-8859-16", "windows-1250", "windows-1254", "windows-1257",
      "windows-1258", "mac-centraleurope", "ibm852",      "ibm865"};
  return std::find(kin.begin(), kin.end(), name) != kin.end();
}

std::optional<std::string> decodedAll(std::string_view text, const std::string& name) {
  Converter converter("UTF-8", name);
  std::string out;
  return converter.valid() && converter.convert(text, out) == 0 ? std::optional(std::move(out)) : std::nullopt;
}

// ISO 8859-15 differs from Windows-1252 in eight letters only, of which a text may hold none.
bool tellsLatin9(std::string_view text) {
  return text.find_first_of("\xA4\xA6\xA8\xB4\xB8\xBC\xBD\xBE") != std::string_view::npos;
}

// The encoding in which text that is read as Latin-1 for want of proof would be other text; empty when it seems to be
// Latin-1. `seems`: what its letters look like.
std::string otherReading(std::string_view lines, const std::string& seems) {
  if (seems == "iso-8859-1" || seems == "iso-8859-15" || seems == "windows-1252") return {};
  const std::string asLatin1 = fromLatin1(lines);
  const bool usual = seems.starts_with("windows-125") || seems.starts_with("iso-8859-");
  for (const std::string& name :
       {usual ? seems : std::string(), std::string("windows-1250"), std::string("windows-1254")})
    if (const auto text = name.empty() ? std::nullopt : decodedAll(lines, name); text && *text != asLatin1) return name;
  return {};
}

}  // namespace

bool iconvKnows(const std::string& name) {
  // Only names: "//TRANSLIT" would change characters.
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:+") ==
             std::string::npos &&
         Converter("UTF-8", name).valid();
}

std::unique_ptr<ByteStream> iconvStream(std::unique_ptr<ByteStream> source, const std::string& name) {
  return std::make_unique<IconvStream>(std::move(source), name);
}

std::uint64_t iconvSize(std::string_view decoded, const std::string& name) {
  Converter converter(name, "UTF-8");
  std::string out;
  std::uint64_t size = 0;
  while (!decoded.empty()) {
    converter.convert(decoded, out);
    size += out.size();
    out.clear();
    if (decoded.empty()) break;
    ++size;  // 0xFF: one byte that was no character
    decoded.remove_prefix(1);
  }
  return size;
}

Result<DetectedEncoding> detectedCharset(ByteStream& bytes) {
  const Result<std::string> lines = highLines(bytes);
  if (!lines) return lines.error();
  const HighBytes high = countHighBytes(*lines);
  std::string name = uchardetName(*lines);
  const bool trusted =
      kinOfLatin1(name) ? high.count >= kFewBytes && (name != "iso-8859-15" || tellsLatin9(*lines)) : high.fillWords;
  if (trusted && iconvKnows(name) && decodedAll(*lines, name)) return DetectedEncoding{std::move(name), {}};
  return DetectedEncoding{"latin-1", otherReading(*lines, name)};
}

}  // namespace leadlight
