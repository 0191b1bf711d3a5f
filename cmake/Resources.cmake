# Compiles every file under resources/schemas and resources/scorecards into one table of (name, text), so that the
# command line needs neither Qt nor an install folder to find them.
file(GLOB LEADLIGHT_RESOURCE_FILES CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/resources
  ${CMAKE_SOURCE_DIR}/resources/schemas/*.json ${CMAKE_SOURCE_DIR}/resources/scorecards/*.json)
set(_absolute "")
foreach(_name ${LEADLIGHT_RESOURCE_FILES})
  list(APPEND _absolute ${CMAKE_SOURCE_DIR}/resources/${_name})
endforeach()
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/resources.cpp
  COMMAND ${CMAKE_COMMAND} -DOUT=${CMAKE_BINARY_DIR}/resources.cpp -DROOT=${CMAKE_SOURCE_DIR}/resources
          "-DFILES=${LEADLIGHT_RESOURCE_FILES}" -P ${CMAKE_SOURCE_DIR}/cmake/EmbedResources.cmake
  DEPENDS ${_absolute} ${CMAKE_SOURCE_DIR}/cmake/EmbedResources.cmake
  VERBATIM)
add_library(leadlight_resources STATIC ${CMAKE_BINARY_DIR}/resources.cpp)
target_link_libraries(leadlight_resources PRIVATE leadlight_options)
