#include "model/load/merge_preview.h"

#include <algorithm>

#include "model/base/text.h"
#include "model/store/row_hash.h"

namespace leadlight {

namespace {

std::string textOf(const TypedCell& cell) {
  std::string text;
  switch (cell.kind) {
    case TypedCell::Kind::Null:
      break;
    case TypedCell::Kind::Integer:
      appendNumber(text, cell.integer);
      break;
    case TypedCell::Kind::Decimal:
      appendNumber(text, cell.decimal);
      break;
    case TypedCell::Kind::Text:
      text = cell.view();
      break;
  }
  return text;
}

}  // namespace

void MergePreviewer::change(std::uint32_t lead, std::span<const TypedCell> before, std::span<const TypedCell> after) {
  std::vector<std::uint32_t>& columns = changed_[lead];
  const std::string key = plan_.key ? textOf(after[*plan_.key]) : std::string();
  for (std::size_t i = 0; i < after.size(); ++i) {
    const std::uint64_t seed = plan_.columns[i].nameSeed;
    if (cellHash(before[i], seed) == cellHash(after[i], seed)) continue;
    ++leads_[i];
    columns.push_back(static_cast<std::uint32_t>(i));
    if (examples_.size() < maxExamples)
      examples_.emplace_back(lead,
                             MergePreview::Change{key, plan_.columns[i].name, textOf(before[i]), textOf(after[i])});
  }
}

void MergePreviewer::forget(std::uint32_t lead) {
  const auto found = changed_.find(lead);
  if (found == changed_.end()) return;
  for (const std::uint32_t column : found->second) --leads_[column];
  changed_.erase(found);
  std::erase_if(examples_, [&](const auto& example) { return example.first == lead; });
}

MergePreview MergePreviewer::result() const {
  MergePreview preview;
  for (std::size_t i = 0; i < leads_.size(); ++i)
    if (leads_[i] != 0) preview.columns.push_back({plan_.columns[i].name, leads_[i]});
  for (const auto& [lead, change] : examples_) preview.examples.push_back(change);
  return preview;
}

}  // namespace leadlight
