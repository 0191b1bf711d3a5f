# What cmake --install puts where, and the Debian package: cpack -G DEB in a build folder.
include(GNUInstallDirs)
install(TARGETS leadctl RUNTIME)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

# Debian wants these compressed, without a time inside.
find_program(GZIP_PROGRAM gzip REQUIRED)
function(leadlight_install_compressed source name folder)
  set(_packed ${CMAKE_BINARY_DIR}/packaging/${name}.gz)
  add_custom_command(OUTPUT ${_packed} COMMAND sh -c "\"${GZIP_PROGRAM}\" -9nc \"${CMAKE_SOURCE_DIR}/${source}\" >\"${_packed}\""
    DEPENDS ${CMAKE_SOURCE_DIR}/${source} VERBATIM)
  add_custom_target(leadlight_${name}_gz ALL DEPENDS ${_packed})
  install(FILES ${_packed} DESTINATION ${folder})
endfunction()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/packaging)
leadlight_install_compressed(CHANGELOG.md changelog ${CMAKE_INSTALL_DOCDIR})
leadlight_install_compressed(packaging/man/leadctl.1 leadctl.1 ${CMAKE_INSTALL_MANDIR}/man1)

if(LEADLIGHT_GUI)
  install(TARGETS leadlight RUNTIME)
  leadlight_install_compressed(packaging/man/leadlight.1 leadlight.1 ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES packaging/desktop/leadlight.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES packaging/desktop/org.leadlight.Leadlight.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES packaging/desktop/leadlight-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME leadlight.xml)
  install(FILES packaging/icons/leadlight.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  foreach(_size 48 128 256)
    install(FILES packaging/icons/leadlight-${_size}.png
      DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${_size}x${_size}/apps RENAME leadlight.png)
  endforeach()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME leadlight)
set(CPACK_PACKAGE_VENDOR "The Leadlight authors")
set(CPACK_PACKAGE_CONTACT "The Leadlight authors <leadlight@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "offline, glass-box lead-scoring workbench")
set(CPACK_PACKAGE_DESCRIPTION "Reads lead files from a CRM (CSV, JSON, spreadsheets), keeps them in one
local SQLite file, scores every lead with a scorecard whose points always add
up, and shows what the leads are in linked charts and a table. Nothing leaves
the machine.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The font has digits of one width.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, qt6-wayland")
include(CPack)
