#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "model/load/cleaner.h"
#include "model/load/plan.h"

namespace leadlight {

// Sees the leads of a file on their way into a dataset that has none. They are numbered one by one from the first on.
// All calls come from the thread of loadFile(), before it commits; they should be brief.
class LeadWatcher {
 public:
  virtual ~LeadWatcher() = default;
  virtual void begin(const LoadPlan& plan, std::int64_t firstLead, std::uint64_t atMost) = 0;
  // These rows of the batch became the next leads.
  virtual void added(std::shared_ptr<const CleanBatch> batch, std::vector<std::uint32_t> rows) = 0;
  // After the last one: leads that later rows of the same file wrote over, in any order, perhaps repeatedly.
  virtual void end(std::span<const std::int64_t> rewritten) = 0;
};

}  // namespace leadlight
