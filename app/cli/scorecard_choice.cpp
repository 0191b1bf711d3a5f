#include "app/cli/scorecard_choice.h"

namespace leadlight {

Result<RegisteredScorecard> chosenScorecard(const Call& call, Store& store, const Dataset& dataset) {
  if (const auto name = call.args.value("scorecard")) return findScorecard(store, *name);
  auto champion = championOf(store, dataset.name);
  if (!champion) return champion.error();
  if (*champion) return std::move(**champion);
  return Error{Errc::UnknownScorecard,
               "No scorecard fits the dataset '" + dataset.name + "'; import one: leadctl scorecard import FILE.",
               dataset.name,
               {dataset.name}};
}

}  // namespace leadlight
