#include "tests/fuzz/read_input.h"

// Any file, its format found by content: CSV, JSON, gzip, spreadsheets, any encoding. What is read may not depend on
// where blocks end.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadlight::fuzz;
  const std::string_view text = textOf(data, size);
  const Outcome whole = readInput(text, {}, std::size_t{1} << 16);
  if (size < 4096) promise(agree(readInput(text, {}, 7), whole), "the size of blocks does not change what is read");
  return 0;
}
