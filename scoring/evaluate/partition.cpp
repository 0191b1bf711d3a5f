#include "scoring/evaluate/partition.h"

#include <algorithm>

#include "model/base/calendar.h"
#include "model/base/hash.h"
#include "scoring/train/time_split.h"

namespace leadlight {

namespace {

template <class Test>
std::vector<std::uint32_t> rowsWhere(const std::vector<std::uint8_t>& part, const Test& test) {
  std::vector<std::uint32_t> rows;
  for (std::size_t row = 0; row < part.size(); ++row)
    if (test(part[row])) rows.push_back(static_cast<std::uint32_t>(row));
  return rows;
}

}  // namespace

std::vector<std::uint32_t> Partition::judged(unsigned p) const {
  return rowsWhere(part, [&](std::uint8_t one) { return one == p; });
}

std::vector<std::uint32_t> Partition::teachers(unsigned p) const {
  return rowsWhere(part, [&](std::uint8_t one) { return one != p; });
}

Partition byFolds(std::span<const std::string> keys, unsigned folds) {
  Partition partition;
  partition.parts = folds;
  for (const std::string& key : keys) partition.part.push_back(static_cast<std::uint8_t>(fnv1a64(key) % folds));
  return partition;
}

Partition byHoldout(std::span<const std::string> keys, unsigned folds) {
  Partition partition = byFolds(keys, folds);
  partition.kind = Partition::Kind::Holdout;
  partition.parts = 1;
  for (std::uint8_t& part : partition.part)
    if (part != 0) part = Partition::taughtOnly;
  return partition;
}

Result<Partition> byTime(const Frame& frame, const std::string& column, double share) {
  const Column* dates = frame.find(column);
  if (dates == nullptr) return Error{Errc::UnknownColumn, "There is no column " + column + ".", column, {column}};
  if (dates->type() != ColumnType::Date)
    return Error{
        Errc::NotTrainable, column + " does not hold dates, so that leads cannot be parted by time.", column, {column}};
  const auto moment = newestFrom(*dates, {}, share);
  if (!moment)
    return Error{
        Errc::NotTrainable, column + " has too few different dates to part the leads by time.", column, {column}};
  Partition partition;
  partition.kind = Partition::Kind::Time;
  partition.parts = 1;
  partition.column = dates->name();
  partition.judgedFrom = isoDateTime(*moment);
  for (const std::int64_t seconds : dates->integers())
    partition.part.push_back(seconds >= *moment ? 0 : Partition::taughtOnly);
  return partition;
}

}  // namespace leadlight
