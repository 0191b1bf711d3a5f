#include "model/load/column_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "model/base/text.h"
#include "model/store/dataset_tables.h"

namespace leadlight {

namespace {

// Gives every label its name, the surest matches first, so that none takes a column that is another's.
class Naming {
 public:
  Naming(const std::vector<std::string>& labels, const Schema& schema, const std::optional<Dataset>& existing)
      : labels_(labels), schema_(schema), existing_(existing), names_(labels.size()) {
    if (!existing) return;
    for (const DatasetColumn& column : existing->columns) {
      stored_.insert(lowered(column.name));
      ++labelsNamed_[lowered(canonicalName(column.label))];
    }
  }

  std::vector<std::string> run(const RetriedRows* retried) {
    if (retried != nullptr)
      match(retried->columns, [](const auto& column, const std::string& label) { return column.label == label; });
    if (existing_) matchStored();
    matchSchema();
    // "Sales_2" is called so before "Sales" comes a second time.
    for (std::size_t i = 0; i < labels_.size(); ++i)
      if (const std::string wanted = wantedName(i); wanted == labels_[i]) give(i, wanted);
    for (std::size_t i = 0; i < labels_.size(); ++i)
      if (names_[i].empty()) give(i, freeName(wantedName(i)));
    return std::move(names_);
  }

 private:
  void matchStored() {
    const std::vector<DatasetColumn>& columns = existing_->columns;
    match(columns, [](const DatasetColumn& column, const std::string& label) {
      return column.label == label && cameWithLabel(column);
    });
    match(columns, [](const DatasetColumn& column, const std::string& label) { return column.name == label; });
    match(columns, [](const DatasetColumn& column, const std::string& label) {
      return equalsIgnoringCase(column.label, label) && cameWithLabel(column);
    });
  }

  // Was the column named after its label? A schema may have given it another one, such as "Amount" for amt.
  static bool cameWithLabel(const DatasetColumn& column) {
    const std::string named = lowered(canonicalName(column.label)), name = lowered(column.name);
    return name.starts_with(named) || name.starts_with("file_" + named);
  }

  void matchSchema() {
    const std::vector<ColumnSpec>& columns = schema_.columns;
    match(columns, [](const ColumnSpec& column, const std::string& label) {
      return column.name == label || (column.label == label && column.name == canonicalName(label));
    });
    match(columns, [](const ColumnSpec& column, const std::string& label) {
      return std::find(column.aliases.begin(), column.aliases.end(), label) != column.aliases.end();
    });
  }

  template <class Columns, class Same>
  void match(const Columns& columns, const Same& same) {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (!names_[i].empty()) continue;
      for (const auto& column : columns)
        if (same(column, labels_[i]) && give(i, column.name)) break;
    }
  }

  // False when the label has a name or the name a label.
  bool give(std::size_t i, const std::string& name) {
    if (!names_[i].empty() || !taken_.insert(lowered(name)).second) return false;
    names_[i] = name;
    return true;
  }

  // The schema's name, else the dataset's spelling of the canonical one.
  std::string wantedName(std::size_t i) const {
    if (const ColumnSpec* known = schema_.find(labels_[i])) return known->name;
    std::string name = canonicalName(labels_[i]);
    if (name.empty()) name = fmt::format("column_{}", i + 1);
    if (isReservedColumn(name)) name = "file_" + name;
    const DatasetColumn* found = existing_ ? existing_->find(name) : nullptr;
    return found != nullptr ? found->name : name;
  }

  std::string freeName(const std::string& wanted) const {
    // Where stored labels differ in their signs only, such as $ and %, one more is none of them.
    const auto sharing = labelsNamed_.find(lowered(wanted));
    const bool apart = sharing != labelsNamed_.end() && sharing->second > 1;
    if (!apart && !taken_.contains(lowered(wanted))) return wanted;
    for (int i = 2;; ++i) {
      std::string name = fmt::format("{}_{}", wanted, i);
      const std::string key = lowered(name);
      if (!taken_.contains(key) && !stored_.contains(key) && schema_.find(name) == nullptr) return name;
    }
  }

  const std::vector<std::string>& labels_;
  const Schema& schema_;
  const std::optional<Dataset>& existing_;
  std::vector<std::string> names_;
  std::unordered_set<std::string> taken_, stored_;            // lowered names
  std::unordered_map<std::string, std::size_t> labelsNamed_;  // stored labels by their canonical name, lowered
};

}  // namespace

std::vector<std::string> columnNames(const std::vector<std::string>& labels, const Schema& schema,
                                     const std::optional<Dataset>& existing, const RetriedRows* retried) {
  return Naming(labels, schema, existing).run(retried);
}

}  // namespace leadlight
