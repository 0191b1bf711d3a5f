#include "model/source/gzip_stream.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace leadlight {

struct GzipStream::State {
  z_stream zlib{};
  std::array<char, std::size_t{64} << 10> input{};
  std::uint64_t taken = 0;  // compressed bytes handed to zlib
  std::uint64_t given = 0;  // bytes handed out
  bool usable = false;      // zlib has its memory
  bool sourceEnded = false;
  bool betweenMembers = false;
  bool ended = false;
};

GzipStream::GzipStream(std::unique_ptr<ByteStream> source, std::string name, const ReadLimits& limits)
    : source_(std::move(source)), name_(std::move(name)), limits_(limits), state_(std::make_unique<State>()) {
  state_->usable = inflateInit2(&state_->zlib, MAX_WBITS + 16) == Z_OK;  // +16: gzip members only
}

GzipStream::~GzipStream() {
  if (state_->usable) inflateEnd(&state_->zlib);
}

bool GzipStream::recognises(std::string_view head) { return head.substr(0, 2) == "\x1f\x8b"; }

Error GzipStream::damaged(std::string what) const { return {Errc::Damaged, std::move(what), name_, {name_}}; }

// Makes input available; false at the end of the file.
Result<bool> GzipStream::refill() {
  State& s = *state_;
  if (s.zlib.avail_in > 0) return true;
  if (s.sourceEnded) return false;
  const Result<std::size_t> got = source_->read(s.input.data(), s.input.size());
  if (!got) return got.error();
  s.sourceEnded = *got == 0;
  s.taken += *got;
  s.zlib.next_in = reinterpret_cast<Bytef*>(s.input.data());
  s.zlib.avail_in = static_cast<uInt>(*got);
  return !s.sourceEnded;
}

// After a member: another one, or zeros up to the end. False when the file is complete.
Result<bool> GzipStream::startNextMember() {
  State& s = *state_;
  bool padded = false;
  for (;;) {
    const Result<bool> more = refill();
    if (!more) return more.error();
    if (!*more) return false;
    if (*s.zlib.next_in != 0) break;
    padded = true;
    ++s.zlib.next_in;
    --s.zlib.avail_in;
  }
  if (padded || *s.zlib.next_in != 0x1f)
    return damaged("\"" + name_ + "\" has other bytes after its compressed content. Get the file again.");
  if (inflateReset(&s.zlib) != Z_OK) return Error{Errc::Internal, "Resetting zlib failed.", name_, {}};
  return true;
}

Status GzipStream::checkSize() const {
  const State& s = *state_;
  const std::uint64_t used = s.taken - s.zlib.avail_in;
  if (s.given > limits_.inflatedBytes || (s.given > limits_.inflatedFree && s.given / limits_.inflatedRatio > used))
    return damaged("\"" + name_ + "\" grows to more than " +
                   std::to_string(s.given / std::max<std::uint64_t>(used, 1)) +
                   " times its size when unpacked, which lead files do not. If you trust it, unpack it yourself and "
                   "load the result.");
  return {};
}

Result<std::size_t> GzipStream::read(char* to, std::size_t capacity) {
  State& s = *state_;
  if (!s.usable) return Error{Errc::Internal, "There is no memory to unpack \"" + name_ + "\".", name_, {name_}};
  if (s.ended) return std::size_t{0};
  s.zlib.next_out = reinterpret_cast<Bytef*>(to);
  const auto room = static_cast<uInt>(std::min<std::size_t>(capacity, std::numeric_limits<uInt>::max()));
  s.zlib.avail_out = room;
  while (s.zlib.avail_out == room) {
    if (s.betweenMembers) {
      const Result<bool> another = startNextMember();
      if (!another) return another.error();
      if (!*another) {
        s.ended = true;
        return std::size_t{0};
      }
      s.betweenMembers = false;
    }
    const Result<bool> more = refill();
    if (!more) return more.error();
    if (!*more)
      return damaged("\"" + name_ + "\" ends in the middle of its compressed content. Get the complete file again.");
    const int outcome = inflate(&s.zlib, Z_NO_FLUSH);
    s.betweenMembers = outcome == Z_STREAM_END;
    if (outcome != Z_OK && outcome != Z_STREAM_END && outcome != Z_BUF_ERROR)
      return damaged("\"" + name_ + "\" is damaged: its compressed content fails its checks. Get the file again.");
  }
  s.given += room - s.zlib.avail_out;
  if (const Status size = checkSize(); !size) return size.error();
  return static_cast<std::size_t>(room - s.zlib.avail_out);
}

}  // namespace leadlight
