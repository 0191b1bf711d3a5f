#include "model/base/text.h"
#include "tests/fuzz/read_input.h"

// The first byte chooses the encoding that the user declares, and with its high bit that there is no header.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadlight;
  using namespace leadlight::fuzz;
  static constexpr const char* encodings[] = {"utf-8", "latin-1", "utf-16le", "utf-16be"};
  if (size == 0) return 0;
  ReadOptions options;
  options.encoding = encodings[data[0] % std::size(encodings)];
  options.header = (data[0] & 0x80) == 0;
  const std::string_view text = textOf(data + 1, size - 1);
  const Outcome whole = readInput(text, options, std::size_t{1} << 16);
  for (const std::string& record : whole.records)
    promise(firstInvalidUtf8(record) == std::string_view::npos, "what is read is UTF-8");
  if (text.find("\xEF\xBF\xBD") == std::string_view::npos && *options.encoding == "utf-8")
    for (const std::string& record : whole.records)
      promise(record.find("\xEF\xBF\xBD") == std::string::npos, "no replacement character is made");
  if (size < 4096)
    promise(agree(readInput(text, options, 5), whole), "the size of blocks does not change what is read");
  return 0;
}
