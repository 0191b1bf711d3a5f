#include "scoring/export/export_check.h"

#include "model/base/text.h"
#include "scoring/column_check.h"

namespace leadlight {

const DatasetColumn* columnOf(const Dataset& dataset, const std::string& name) {
  const DatasetColumn* column = dataset.find(name);
  return column != nullptr ? column : dataset.find(canonicalName(name));
}

Status checkForExport(const Scorecard& scorecard, const Dataset& dataset) {
  for (std::size_t i = 0; i < scorecard.terms.size(); ++i) {
    const std::string path = "terms[" + std::to_string(i) + "]";
    if (const auto group = groupOf(scorecard, scorecard.terms[i], path); !group) return group.error();
    const Status fits = checkTypes(scorecard.terms[i], path, [&](const std::string& name) {
      const DatasetColumn* column = columnOf(dataset, name);
      return column == nullptr ? std::nullopt : std::optional(ColumnFacts{column->name, column->type});
    });
    if (!fits) return fits;
  }
  return {};
}

}  // namespace leadlight
