#pragma once

namespace leadlight::testing {

// How long a test waits for what must come, in ms. It goes on as soon as that is there, so that only a fault, and no
// busy machine, makes it wait that long.
inline constexpr int patience = 60'000;

}  // namespace leadlight::testing
