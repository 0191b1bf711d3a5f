#include "tests/fuzz/read_input.h"
#include "tests/support/workbooks.h"

// The rows of a sheet as XML, within an otherwise whole workbook, so that mutations reach what the checksums of an
// archive keep from the target `records`. The first byte chooses the format, and with its high bit dates since 1904.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadlight;
  using namespace leadlight::fuzz;
  if (size == 0) return 0;
  const std::string rows(textOf(data + 1, size - 1));
  const std::string file = data[0] % 2 == 0 ? xlsxOf({{"one", rows}}, (data[0] & 0x80) != 0) : odsOf({{"one", rows}});
  const Outcome whole = readInput(file, {}, std::size_t{1} << 16);
  promise(agree(readInput(file, {}, 7), whole), "the size of blocks does not change what is read");
  return 0;
}
