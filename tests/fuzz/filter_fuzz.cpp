#include "model/frame/filter.h"
#include "tests/fuzz/harness.h"

// A filter text is refused with its place, or is a filter whose text reads back as itself.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadlight;
  using namespace leadlight::fuzz;
  const Result<Filter> filter = parseFilter(textOf(data, size));
  if (!filter) {
    promise(filter.error().where.starts_with("filter:"), "a refusal names the place");
    return 0;
  }
  const Result<Filter> again = parseFilter(filter->text());
  promise(again && *again == *filter, "a filter's text reads back as the filter");
  return 0;
}
