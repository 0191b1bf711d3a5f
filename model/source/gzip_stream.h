#pragma once

#include <memory>

#include "model/source/byte_stream.h"
#include "model/source/limits.h"

namespace leadlight {

// The content of a gzip file (RFC 1952): every member, each with its CRC and length checked. Zeros after the last
// member are padding; anything else there, a missing end or a size beyond the limits is the error Damaged.
class GzipStream final : public ByteStream {
 public:
  GzipStream(std::unique_ptr<ByteStream> source, std::string name, const ReadLimits& limits);
  ~GzipStream() override;

  static bool recognises(std::string_view head);

  Result<std::size_t> read(char* to, std::size_t capacity) override;

 private:
  struct State;
  Result<bool> refill();
  Result<bool> startNextMember();
  Error damaged(std::string what) const;
  Status checkSize() const;

  std::unique_ptr<ByteStream> source_;
  std::string name_;
  ReadLimits limits_;
  std::unique_ptr<State> state_;
};

}  // namespace leadlight
