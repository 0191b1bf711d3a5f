# One interface target carries what every target of the project compiles with.
add_library(leadlight_options INTERFACE)
target_include_directories(leadlight_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(leadlight_options INTERFACE
  # Another compiler's warning must not stop a user's build; all others are stopped.
  -Wall -Wextra -Wpedantic $<$<NOT:$<CONFIG:Release>>:-Werror> -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  # g++ 12 reports std::string concatenation at -O3 as overlapping memory.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
# ccache reads precompiled headers of g++ only so.
target_compile_options(leadlight_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
target_compile_definitions(leadlight_options INTERFACE LEADLIGHT_VERSION="${PROJECT_VERSION}")
find_package(Threads REQUIRED)
target_link_libraries(leadlight_options INTERFACE Threads::Threads)
if(LEADLIGHT_SANITIZE)
  # Instrumented code makes g++ 12 report standard library internals as used uninitialized; the plain builds check that.
  target_compile_options(leadlight_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_compile_options(leadlight_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(leadlight_options INTERFACE -fsanitize=address,undefined)
endif()
if(LEADLIGHT_FUZZ)
  target_compile_options(leadlight_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
