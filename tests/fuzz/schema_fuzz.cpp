#include "model/schema/schema.h"
#include "tests/fuzz/harness.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadlight;
  using namespace leadlight::fuzz;
  const Result<Schema> schema = parseSchema(textOf(data, size), "schema.json");
  promise(schema || !schema.error().what.empty(), "a refusal has a sentence");
  return 0;
}
