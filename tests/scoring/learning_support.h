#pragma once

#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "model/frame/frame.h"

namespace leadlight::test {

// Leads of a known world: Source and Visits tell of the outcome, Noise does not, Gap is filled now and then.
struct MadeLeads {
  Frame frame;
  Target target{"Won", {"yes"}};
  std::vector<double> truth;  // log-odds
};

inline Frame::ColumnPtr shareColumn(Column column) { return std::make_shared<const Column>(std::move(column)); }

inline MadeLeads madeLeads(std::size_t rows, unsigned seed, double strength = 1) {
  std::mt19937_64 random(seed);
  const auto unit = [&] { return static_cast<double>(random() >> 11) * 0x1p-53; };
  MadeLeads made;
  TextColumnBuilder source, noise, won;
  std::vector<std::int64_t> ids, visits;
  std::vector<double> gap;
  static const std::vector<std::string> sources = {"Ads", "Chat", "Friend", "Mail"};
  for (std::size_t i = 0; i < rows; ++i) {
    const std::size_t from = random() % sources.size();
    const auto seen = static_cast<std::int64_t>(random() % 20);
    const double points = strength * ((from == 2   ? 1.5
                                       : from == 0 ? -1
                                                   : 0) +
                                      0.15 * (static_cast<double>(seen) - 10)) -
                          0.5;
    ids.push_back(static_cast<std::int64_t>(i) + 1);
    source.append(sources[from]);
    visits.push_back(seen);
    noise.append("n" + std::to_string(random() % 6));
    gap.push_back(random() % 3 == 0 ? std::nan("") : unit());
    won.append(unit() < 1 / (1 + std::exp(-points)) ? "yes" : "no");
    made.truth.push_back(points);
  }
  made.frame = Frame(std::move(ids), {shareColumn(std::move(source).finish("Source", "Source", {})),
                                      shareColumn(Column::integers("Visits", "Visits", std::move(visits))),
                                      shareColumn(std::move(noise).finish("Noise", "Noise", {})),
                                      shareColumn(Column::decimals("Gap", "Gap", std::move(gap))),
                                      shareColumn(std::move(won).finish("Won", "Won", {}))});
  return made;
}

}  // namespace leadlight::test
