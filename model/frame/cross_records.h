#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

namespace leadlight {

// What cross-filtering must know of a row, side by side in memory, so that a changed row costs one cache line:
//   4 bytes  bit v set = the row fails condition v; two flags on top
//   4 bytes  score in fixed point
//   then one group number per view, of 8 bits as long as every view has at most 256 groups, else of 16
//   then 8 bytes per measure: its value in fixed point
class CrossRecords {
 public:
  static constexpr std::uint32_t convertedFlag = std::uint32_t{1} << 31;
  static constexpr std::uint32_t scoredFlag = std::uint32_t{1} << 30;
  static constexpr std::uint32_t conditionBits = scoredFlag - 1;

  static constexpr std::int64_t noMeasure = std::numeric_limits<std::int64_t>::min();

  explicit CrossRecords(std::size_t rows) : rows_(rows), stride_(strideFor(8, false, 0)), bytes_(rows * stride_) {}

  std::size_t rows() const { return rows_; }
  bool wide() const { return wide_; }

  // Makes room for a view whose groups are numbered below `groups`; setGroup gives them. Returns the view's number.
  std::size_t addView(std::size_t groups) {
    const bool wide = wide_ || groups > 256;
    if (wide != wide_ || views_ == room_) rebuild(views_ == room_ ? room_ * 2 : room_, wide);
    return views_++;
  }
  // Makes room for a measure, which setMeasure gives. Returns its slot.
  std::size_t addMeasure() {
    ++measures_;
    rebuild(room_, wide_);
    return measures_ - 1;
  }
  void setMeasure(std::size_t row, std::size_t slot, std::int64_t value) {
    std::memcpy(at(row) + measuresAt() + slot * 8, &value, 8);
  }
  std::int64_t measure(const std::uint8_t* record, std::size_t slot) const {
    std::int64_t value = 0;
    std::memcpy(&value, record + measuresAt() + slot * 8, 8);
    return value;
  }
  void setGroup(std::size_t row, std::size_t view, std::uint16_t group) {
    if (wide_)
      std::memcpy(at(row) + 8 + view * 2, &group, 2);
    else
      at(row)[8 + view] = static_cast<std::uint8_t>(group);
  }

  std::uint8_t* at(std::size_t row) { return bytes_.data() + row * stride_; }
  const std::uint8_t* at(std::size_t row) const { return bytes_.data() + row * stride_; }

  static std::uint32_t mask(const std::uint8_t* record) {
    std::uint32_t mask = 0;
    std::memcpy(&mask, record, 4);
    return mask;
  }
  static void setMask(std::uint8_t* record, std::uint32_t mask) { std::memcpy(record, &mask, 4); }
  static std::int32_t score(const std::uint8_t* record) {
    std::int32_t score = 0;
    std::memcpy(&score, record + 4, 4);
    return score;
  }
  static void setScore(std::uint8_t* record, std::int32_t score) { std::memcpy(record + 4, &score, 4); }
  // REQUIRES: Number is uint16_t exactly if wide()
  template <class Number>
  static std::size_t group(const std::uint8_t* record, std::size_t view) {
    Number number = 0;
    std::memcpy(&number, record + 8 + view * sizeof(Number), sizeof(Number));
    return number;
  }

 private:
  static std::size_t strideFor(std::size_t room, bool wide, std::size_t measures) {
    return 8 + room * (wide ? 2 : 1) + measures * 8;
  }
  std::size_t measuresAt() const { return 8 + room_ * (wide_ ? 2 : 1); }

  void rebuild(std::size_t room, bool wide) {
    CrossRecords other(0);
    other.rows_ = rows_;
    other.room_ = room;
    other.wide_ = wide;
    other.measures_ = measures_;
    other.stride_ = strideFor(room, wide, measures_);
    other.bytes_.resize(rows_ * other.stride_);
    const std::size_t held = (stride_ - measuresAt()) / 8;  // measures that are there already
    for (std::size_t row = 0; row < rows_; ++row) {
      std::memcpy(other.at(row), at(row), 8);
      for (std::size_t view = 0; view < views_; ++view) {
        const std::size_t number = wide_ ? group<std::uint16_t>(at(row), view) : group<std::uint8_t>(at(row), view);
        other.setGroup(row, view, static_cast<std::uint16_t>(number));
      }
      for (std::size_t slot = 0; slot < held; ++slot) other.setMeasure(row, slot, measure(at(row), slot));
    }
    other.views_ = views_;
    *this = std::move(other);
  }

  std::size_t rows_;
  std::size_t views_ = 0;
  std::size_t room_ = 8;
  std::size_t measures_ = 0;
  bool wide_ = false;
  std::size_t stride_;
  std::vector<std::uint8_t> bytes_;
};

}  // namespace leadlight
