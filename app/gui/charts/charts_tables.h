#pragma once

#include <optional>
#include <vector>

#include "app/gui/charts/charts_models.h"

namespace leadlight {

// A heat table, and what a click on a cell keeps of each column.
struct TableCells {
  HeatModel model;
  std::vector<Choice> rows, columns;
};
// `down`, `over`: what holds on the two columns.
TableCells tableCells(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                      const std::optional<Choice>& down, const std::optional<Choice>& over);

// Stages in the plan's order; without one by the words in their names, first steps first and those of one step by size;
// where these say nothing, by size. A stage that ends the way without a conversion ("Lost", "Junk Lead") is outside.
struct StageRows {
  enum class From { Person, Names, Size };
  FunnelModel model;
  std::vector<std::vector<std::size_t>> groups;
  From from = From::Names;
  StageOrder order;  // of the stages as they stand
};
StageRows stageRows(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                    const std::optional<Choice>& choice);

// A mean or a sum by category, or by the bins of a number or date.
struct ValueRows {
  ValueModel model;
  std::vector<std::vector<std::size_t>> groups;
};
ValueRows valueRows(const ChartPlan& plan, const Linked& linked, const LinkedView& view,
                    const std::optional<Choice>& choice);

}  // namespace leadlight
