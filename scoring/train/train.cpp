#include "scoring/train/train.h"

#include "scoring/train/boosted.h"

namespace leadlight {

const char* nameOf(Method method) {
  static constexpr const char* names[] = {"auto", "frequency", "logistic", "boosted"};
  return names[static_cast<std::size_t>(method)];
}

std::optional<Method> methodNamed(std::string_view name) {
  for (const Method method : {Method::Auto, Method::Frequency, Method::Logistic, Method::Boosted})
    if (name == nameOf(method)) return method;
  return std::nullopt;
}

Result<Trained> trainScorecard(const Frame& frame, const Target& target, std::span<const std::uint32_t> rows,
                               const TrainOptions& options, const Progress& progress) {
  Crew crew(options.threads, progress);
  return trainBoosted(frame, target, rows, options, crew);
}

}  // namespace leadlight
