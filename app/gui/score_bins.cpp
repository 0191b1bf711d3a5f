#include "app/gui/score_bins.h"

#include <cmath>

namespace leadlight {

Binning scoreBins(const Column& scores, std::size_t bins, const Scorecard& scorecard) {
  std::vector<double> edges;
  for (const Band& band : scorecard.bands)
    if (std::isfinite(band.from)) edges.push_back(band.from);
  return withEdges(binningOf(scores, bins), edges);
}

}  // namespace leadlight
