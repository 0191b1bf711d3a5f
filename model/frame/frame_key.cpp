#include "model/frame/frame_key.h"

#include <fmt/format.h>

#include "model/base/hash.h"
#include "model/base/text.h"

namespace leadlight {

std::string frameKey(Store& store, const Dataset& dataset, std::size_t maxDistinct) {
  const Result<std::string> revision = store.revision(dataset.name);
  if (!revision || revision->empty()) return {};
  std::string facts = dataset.key.value_or("") + '\n' + joined(dataset.placeholders, "\t");
  for (const DatasetColumn& column : dataset.columns)
    facts += '\n' + column.name + '\t' + column.label + '\t' + typeName(column.type);
  const Hash128 hash = hash128(facts);
  return fmt::format("{} {:016x}{:016x} {}", *revision, hash.high, hash.low, maxDistinct);
}

}  // namespace leadlight
