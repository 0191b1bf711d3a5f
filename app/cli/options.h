#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"

namespace leadlight {

// One long option of a command, as the parser and the help text see it.
struct OptionSpec {
  std::string name;       // without the dashes
  std::string valueName;  // "FILE"; empty for a switch
  std::string help;       // one sentence, with its default
  bool repeats = false;   // may be given several times
};

// The parsed words of one command line.
class Arguments {
 public:
  bool has(std::string_view option) const { return values_.contains(option); }
  std::optional<std::string> value(std::string_view option) const;
  // All values of an option that repeats, in order.
  std::vector<std::string> values(std::string_view option) const;
  std::string valueOr(std::string_view option, std::string_view otherwise) const;
  // A whole number of at least `least`. Errors: Usage.
  Result<std::optional<std::uint64_t>> number(std::string_view option, std::uint64_t least = 0) const;
  // A decimal number. Errors: Usage.
  Result<std::optional<double>> decimal(std::string_view option) const;

  const std::vector<std::string>& words() const { return words_; }

  void set(const std::string& option, std::string value) { values_[option].push_back(std::move(value)); }
  void add(std::string word) { words_.push_back(std::move(word)); }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> words_;
};

// Reads long options ("--name value", "--name=value", switches), "-h" and "-q"; "--" ends the options and "-" is a
// word. Stops in front of the first word when `untilWord`; `next` is where it stopped. Errors: Usage, naming the
// nearest option for an unknown one.
Result<Arguments> parseArguments(const std::vector<std::string>& args, std::size_t& next,
                                 const std::vector<OptionSpec>& specs, bool untilWord);

// The candidate closest to `name` by edit distance, if any is close enough to be what was meant.
std::optional<std::string> nearestName(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace leadlight
