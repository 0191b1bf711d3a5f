#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace leadlight {

// Makes a ZIP archive in memory, its entries stored or deflated.
class ZipWriter {
 public:
  void add(std::string_view name, std::string_view text, bool deflate = false) {
    const std::string packed = deflate ? deflated(text) : std::string(text);
    const auto crc = static_cast<std::uint32_t>(::crc32_z(0, reinterpret_cast<const Bytef*>(text.data()), text.size()));
    std::string facts;
    append(facts, deflate ? 8 : 0, 2);  // method
    append(facts, 0, 4);                // time and date
    append(facts, crc, 4);
    append(facts, packed.size(), 4);
    append(facts, text.size(), 4);
    append(facts, name.size(), 2);
    append(facts, 0, 2);  // no extra field
    directory_ += "PK\x01\x02";
    append(directory_, 20, 2);
    append(directory_, 20, 2);
    append(directory_, 0, 2);
    directory_ += facts;
    append(directory_, 0, 10);  // comment, disk, attributes
    append(directory_, file_.size(), 4);
    directory_ += name;
    file_ += "PK\x03\x04";
    append(file_, 20, 2);
    append(file_, 0, 2);
    file_ += facts;
    file_ += name;
    file_ += packed;
    ++entries_;
  }

  std::string finished() const {
    std::string whole = file_ + directory_ + "PK\x05\x06";
    append(whole, 0, 4);
    append(whole, entries_, 2);
    append(whole, entries_, 2);
    append(whole, directory_.size(), 4);
    append(whole, file_.size(), 4);
    append(whole, 0, 2);
    return whole;
  }

 private:
  static void append(std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<char>(i < 8 ? value >> (8 * i) & 0xFF : 0));
  }

  static std::string deflated(std::string_view text) {
    z_stream stream{};
    ::deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string out(::deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    std::string in(text);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
  }

  std::string file_, directory_;
  std::uint64_t entries_ = 0;
};

}  // namespace leadlight
