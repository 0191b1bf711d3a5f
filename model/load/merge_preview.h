#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/load/plan.h"
#include "model/store/load_writer.h"

namespace leadlight {

// Collects what a load would change, cell by cell. A lead that comes twice counts with its last row.
class MergePreviewer {
 public:
  static constexpr std::size_t maxExamples = 100;

  explicit MergePreviewer(const LoadPlan& plan) : plan_(plan), leads_(plan.columns.size()) {}

  // The stored cells of lead number `lead` and those that would replace them, both by planned column.
  void change(std::uint32_t lead, std::span<const TypedCell> before, std::span<const TypedCell> after);
  // The lead's change is void: a later row takes its place.
  void forget(std::uint32_t lead);
  MergePreview result() const;

 private:
  const LoadPlan& plan_;
  std::vector<std::uint64_t> leads_;                                       // by planned column: leads that would change
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> changed_;  // by lead: its columns
  std::vector<std::pair<std::uint32_t, MergePreview::Change>> examples_;   // with their lead
};

}  // namespace leadlight
