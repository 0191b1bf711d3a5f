#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "model/frame/aggregate.h"

namespace leadlight {

// One bar, dot or bin of a chart.
struct ChartItem {
  QString name;         // in full; the chart cuts it to its room
  Group all;            // every lead
  Group passing;        // leads that pass every filter but the chart's own
  Group kept;           // leads that pass every filter
  bool chosen = false;  // the chart's own filter keeps it
};

// What every chart shows around its items.
struct ChartContext {
  QString title;          // accessible name
  bool outcome = true;    // is there a target? Without one there are no rates and one colour
  bool filtered = false;  // does some filter hold?
  bool choosing = false;  // does the chart's own filter hold?
  Group average;          // all leads that pass every filter
};

// By what the rows of a bar chart are ordered, most first.
enum class BarOrder { Leads, Conversion, Score };

struct BarModel {
  ChartContext context;
  std::vector<ChartItem> items;
  BarOrder order = BarOrder::Leads;
  bool scores = false;  // a column of mean scores
};

// A table of two categories, row by row.
struct HeatModel {
  ChartContext context;
  QStringList rows, columns;
  std::vector<ChartItem> items;  // rows.size() * columns.size(); names as "Google, Qualified"
};

// Stages in their order. `reached` counts the leads of a stage and of all later ones.
struct FunnelModel {
  ChartContext context;
  std::vector<ChartItem> items;
  std::vector<ChartItem> reached;
  std::vector<bool> outside;  // such as "Lost": no step on the way
};

// One number per row: a mean or a sum.
struct ValueModel {
  ChartContext context;
  QString measure;  // "Mean of TotalVisits"
  std::vector<ChartItem> items;
  std::vector<double> values;  // of the leads that pass every filter but the chart's own; NaN: none
  std::vector<double> all;     // of all leads
  int digits = 1;
};

// A band of the score axis: from its lower edge up to the next higher band's.
struct BandMark {
  QString name;
  double from = 0;  // -infinity for the lowest
  Group kept;
};

// An interval of the value axis; NaN is no bound.
struct ChartRange {
  double from = 0;
  double below = 0;
  bool operator==(const ChartRange&) const = default;
};

struct HistogramModel {
  ChartContext context;
  std::vector<ChartItem> items;  // one per bin
  std::vector<double> edges;     // items.size() + 1, ascending
  enum class Scale { Number, EachValue, Day, Week, Month, Year } scale = Scale::Number;
  std::vector<BandMark> bands;      // best first; only for scores
  std::optional<ChartRange> range;  // the chart's own filter
  Group missing;                    // passing leads without a value
};

}  // namespace leadlight
