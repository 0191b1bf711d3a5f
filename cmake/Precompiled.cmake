# Headers that most files of a target parse are parsed once. They are only of the standard library and of Qt, and every file
# still includes what it uses: the build without Qt and LEADLIGHT_PRECOMPILE=OFF show a file that does not.
option(LEADLIGHT_PRECOMPILE "Parse the headers of the standard library and of Qt once a target" ON)

set(LEADLIGHT_STANDARD_HEADERS
  <algorithm> <array> <charconv> <cmath> <cstdint> <cstring> <filesystem> <functional> <limits> <map> <memory> <optional>
  <span> <string> <string_view> <utility> <vector>)
set(LEADLIGHT_TEST_HEADERS ${LEADLIGHT_STANDARD_HEADERS} <fstream> <random> <set> <sstream> <gmock/gmock.h> <gtest/gtest.h>)
set(LEADLIGHT_WINDOW_HEADERS ${LEADLIGHT_STANDARD_HEADERS} <QtWidgets>)

# leadlight_precompile(TARGET HEADER...)
function(leadlight_precompile target)
  if(LEADLIGHT_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()

# leadlight_precompile_as(TARGET OTHER): takes the parsed headers of a target that compiles with the same options
function(leadlight_precompile_as target other)
  if(LEADLIGHT_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${other})
  endif()
endfunction()
