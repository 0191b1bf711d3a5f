#include "app/cli/options.h"

#include <algorithm>
#include <numeric>

#include "model/base/text.h"

namespace leadlight {

namespace {

std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row[b.size()];
}

Error unknownOption(std::string_view given, const std::vector<OptionSpec>& specs) {
  std::vector<std::string> names;
  for (const OptionSpec& spec : specs) names.push_back(spec.name);
  std::string what = "There is no option " + std::string(given) + " here";
  const std::size_t start = std::min(given.find_first_not_of('-'), given.size());
  if (const auto nearest = nearestName(given.substr(start), names))
    what += "; did you mean --" + *nearest + "?";
  else
    what += ".";
  return {Errc::Usage, what, "", {}};
}

std::string longName(std::string_view arg) {
  if (arg == "-h") return "help";
  if (arg == "-q") return "quiet";
  return arg.starts_with("--") ? std::string(arg.substr(2)) : std::string();
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = values_.find(option);
  if (found == values_.end()) return std::nullopt;
  return found->second.back();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

std::string Arguments::valueOr(std::string_view option, std::string_view otherwise) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::string(otherwise) : found->second.back();
}

Result<std::optional<std::uint64_t>> Arguments::number(std::string_view option, std::uint64_t least) const {
  const auto text = value(option);
  if (!text) return std::optional<std::uint64_t>();
  const auto parsed = parseInteger(*text);
  const bool tooGreat = text->size() > 18 && text->find_first_not_of("0123456789") == std::string::npos;
  if (!parsed || tooGreat || *parsed < 0 || static_cast<std::uint64_t>(*parsed) < least)
    return Error{Errc::Usage,
                 "--" + std::string(option) + " needs a whole number of at " +
                     (tooGreat ? "most 18 digits" : "least " + std::to_string(least)) + ", not '" + *text + "'.",
                 "",
                 {}};
  return std::optional<std::uint64_t>(static_cast<std::uint64_t>(*parsed));
}

Result<std::optional<double>> Arguments::decimal(std::string_view option) const {
  const auto text = value(option);
  if (!text) return std::optional<double>();
  const auto parsed = parseDecimal(*text);
  if (!parsed) return Error{Errc::Usage, "--" + std::string(option) + " needs a number, not '" + *text + "'.", "", {}};
  return std::optional<double>(*parsed);
}

Result<Arguments> parseArguments(const std::vector<std::string>& args, std::size_t& next,
                                 const std::vector<OptionSpec>& specs, bool untilWord) {
  Arguments result;
  for (; next < args.size(); ++next) {
    const std::string& arg = args[next];
    if (arg == "--" && !untilWord) {
      for (++next; next < args.size(); ++next) result.add(args[next]);
      break;
    }
    if (arg.size() < 2 || arg[0] != '-') {
      if (untilWord) break;
      result.add(arg);
      continue;
    }
    const std::size_t equals = arg.find('=');
    const std::string name = longName(std::string_view(arg).substr(0, equals));
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const OptionSpec& s) { return s.name == name; });
    if (spec == specs.end()) return unknownOption(std::string_view(arg).substr(0, equals), specs);
    if (result.has(name) && !spec->valueName.empty() && !spec->repeats)
      return Error{Errc::Usage, "--" + name + " is given twice.", "", {}};
    if (spec->valueName.empty()) {
      if (equals != std::string::npos) return Error{Errc::Usage, "--" + name + " takes no value.", "", {}};
      result.set(name, "");
    } else if (equals != std::string::npos) {
      result.set(name, arg.substr(equals + 1));
    } else if (next + 1 < args.size()) {
      result.set(name, args[++next]);
    } else {
      return Error{Errc::Usage, "--" + name + " needs a value: --" + name + " " + spec->valueName + ".", "", {}};
    }
  }
  return result;
}

std::optional<std::string> nearestName(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string wanted = lowered(name);
  std::optional<std::string> best;
  std::size_t bestDistance = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = editDistance(wanted, lowered(candidate));
    if (distance < bestDistance) {
      bestDistance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace leadlight
