#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/frame/frame.h"
#include "model/frame/frame_reader.h"

namespace leadlight {

// How leads are parted for an honest judgement: the leads of part p are judged by what all other leads teach.
struct Partition {
  static constexpr std::uint8_t taughtOnly = 255;  // a lead that teaches and is never judged
  enum class Kind {
    Folds,    // every lead is judged once
    Holdout,  // one fold is judged, for the sake of time
    Time,     // the newest leads are judged
  };
  Kind kind = Kind::Folds;
  std::vector<std::uint8_t> part;  // per row: below `parts`, or taughtOnly
  unsigned parts = 0;
  std::string column;      // Time: the date
  std::string judgedFrom;  // Time: the first moment that is judged, ISO

  std::vector<std::uint32_t> judged(unsigned p) const;    // rows of part p, ascending
  std::vector<std::uint32_t> teachers(unsigned p) const;  // all other rows
};

// Folds by the rule that anyone can follow: FNV-1a 64 of the key's text, modulo `folds`. REQUIRES: 2 <= folds <= 254
Partition byFolds(std::span<const std::string> keys, unsigned folds);
// The same, but only fold 0 is judged.
Partition byHoldout(std::span<const std::string> keys, unsigned folds);
// Judges the newest `share` of the leads that have a date; leads of one moment stay together, leads without a date
// only teach. Errors: UnknownColumn; NotTrainable when the column holds no dates or too few moments to part the leads.
Result<Partition> byTime(const Frame& frame, const std::string& column, double share = 0.2);

}  // namespace leadlight
