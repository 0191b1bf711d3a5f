#include "scoring/scorecard_json.h"
#include "tests/fuzz/harness.h"

// A scorecard file is refused with the path of its fault, or is written so that it reads back as itself.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leadlight;
  using namespace leadlight::fuzz;
  const Result<Scorecard> card = parseScorecard(textOf(data, size), "card.json");
  if (!card) {
    promise(card.error().where.starts_with("card.json"), "a refusal names the place");
    return 0;
  }
  const Result<Scorecard> again = parseScorecard(toJson(*card), "card.json");
  promise(again && *again == *card, "a written scorecard reads back as itself");
  return 0;
}
