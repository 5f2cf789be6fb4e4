# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the two Debian packages made of it: scantill (a shop's PC) and scantill-server (its machine room).
# They share no file. `./dev package` makes both.
include(GNUInstallDirs)
set(here ${CMAKE_CURRENT_LIST_DIR})
set(made ${CMAKE_BINARY_DIR}/packaging)
string(TIMESTAMP SCANTILL_DATE "%Y-%m-%d" UTC) # SOURCE_DATE_EPOCH's, where it is set
string(TIMESTAMP SCANTILL_CHANGED "%a, %d %b %Y %H:%M:%S +0000" UTC)

# scantill_gzip(FROM TO): the same bytes each time.
function(scantill_gzip from to)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${from})
    get_filename_component(folder ${to} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    execute_process(COMMAND gzip -9nc ${from} OUTPUT_FILE ${to} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# scantill_documents(COMPONENT PACKAGE PROGRAM…): copyright, changelogs, and each program's manual page and completion.
function(scantill_documents component package)
    set(doc ${CMAKE_INSTALL_DATADIR}/doc/${package})
    configure_file(${here}/changelog.in ${made}/${package}/changelog @ONLY)
    scantill_gzip(${made}/${package}/changelog ${made}/${package}/changelog.Debian.gz)
    scantill_gzip(${CMAKE_SOURCE_DIR}/CHANGELOG.md ${made}/${package}/changelog.gz)
    install(FILES ${here}/copyright ${made}/${package}/changelog.Debian.gz ${made}/${package}/changelog.gz
        DESTINATION ${doc} COMPONENT ${component})
    foreach(program IN LISTS ARGN)
        scantill_gzip(${here}/man/${program}.1 ${made}/${package}/${program}.1.gz)
        install(FILES ${made}/${package}/${program}.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT ${component})
        install(FILES ${here}/completion/${program} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
            COMPONENT ${component})
    endforeach()
endfunction()

# scantill_papers(COMPONENT PACKAGE PAPER…): those as pages, as they lie in the tree, with the pictures they show.
function(scantill_papers component package)
    find_program(PANDOC pandoc REQUIRED)
    string(REPLACE ";" ":" installed "${ARGN}")
    set(html ${CMAKE_INSTALL_DATADIR}/doc/${package}/html)
    set(made_from ${here}/papers/paper.lua ${here}/papers/paper.html)
    foreach(paper IN LISTS ARGN)
        string(REGEX REPLACE "\\.md$" ".html" page ${paper})
        cmake_path(GET paper PARENT_PATH folder)
        cmake_path(APPEND folder .) # never empty
        file(MAKE_DIRECTORY ${made}/${package}/html/${folder})
        execute_process(COMMAND ${CMAKE_COMMAND} -E env SCANTILL_PAPER=${paper} SCANTILL_PAPERS=${installed} ${PANDOC} --from gfm+east_asian_line_breaks
            --to html --template ${here}/papers/paper.html --lua-filter ${here}/papers/paper.lua --no-highlight --wrap none
            --output ${made}/${package}/html/${page} ${CMAKE_SOURCE_DIR}/${paper} COMMAND_ERROR_IS_FATAL ANY)
        install(FILES ${made}/${package}/html/${page} DESTINATION ${html}/${folder} COMPONENT ${component})
        list(APPEND made_from ${CMAKE_SOURCE_DIR}/${paper})
        file(READ ${paper} text)
        string(REGEX MATCHALL "\\([a-z/-]+\\.png\\)" shown "${text}")
        list(REMOVE_DUPLICATES shown)
        foreach(picture IN LISTS shown)
            string(REGEX REPLACE "[()]" "" picture ${picture})
            get_filename_component(beside ${folder}/${picture} DIRECTORY)
            install(FILES ${folder}/${picture} DESTINATION ${html}/${beside} COMPONENT ${component})
        endforeach()
    endforeach()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${made_from})
    install(FILES ${here}/papers/${package}.doc-base RENAME ${package} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc-base
        COMPONENT ${component})
endfunction()

set(SCANTILL_MAINTAINER "ScanTill maintainers <maintainers@scantill.invalid>" CACHE STRING "Who answers for the packages")
set(SCANTILL_HOMEPAGE "https://scantill.invalid/" CACHE STRING "Where whoever hands the packages on tells of them")
set(SCANTILL_DEB_REVISION "1" CACHE STRING "The packages' revision: 1~deb12u1 of Debian 12")

# The server without a window.
install(TARGETS scantill-server RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT server)
install(FILES ${here}/scantill-server/scantill-server.service DESTINATION lib/systemd/system COMPONENT server)
install(FILES ${here}/scantill-server/sysusers.conf RENAME scantill-server.conf DESTINATION lib/sysusers.d COMPONENT server)
install(FILES ${here}/scantill-server/options.conf DESTINATION ${CMAKE_INSTALL_FULL_SYSCONFDIR}/scantill-server COMPONENT server)

# The till, with the simulator for those who practise.
if(SCANTILL_GUI)
    install(TARGETS scantill scantill-simulator RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT till)
    install(FILES ${here}/desktop/scantill.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT till)
    install(FILES ${here}/desktop/scantill-kiosk.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/xsessions COMPONENT till)
    install(PROGRAMS ${here}/desktop/kiosk-session DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/scantill COMPONENT till)
    install(FILES ${here}/desktop/autostart.desktop RENAME scantill.desktop
        DESTINATION ${CMAKE_INSTALL_FULL_SYSCONFDIR}/xdg/autostart COMPONENT till)
    configure_file(${here}/desktop/scantill.metainfo.xml.in ${made}/org.scantill.scantill.metainfo.xml @ONLY)
    install(FILES ${made}/org.scantill.scantill.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT till)
    set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
    install(FILES ${here}/../scantill.svg DESTINATION ${icons}/scalable/apps COMPONENT till)
endif()

if(NOT SCANTILL_PACKAGES)
    return()
endif()
scantill_documents(server scantill-server scantill-server)
scantill_documents(till scantill scantill scantill-simulator)
set(papers resources/guide/zh/administrator.md resources/guide/en/administrator.md README.md server/http/API.md
    LICENSES/THIRD-PARTY.md CHANGELOG.md)
scantill_papers(server scantill-server ${papers})
scantill_papers(till scantill resources/guide/zh/cashier.md resources/guide/en/cashier.md ${papers})
find_program(RSVG_CONVERT rsvg-convert REQUIRED)
foreach(size IN ITEMS 16 22 24 32 48 64 128 256 512) # for desktops that do not paint the scalable one
    set(icon ${made}/icons/${size}/scantill.png)
    file(MAKE_DIRECTORY ${made}/icons/${size})
    execute_process(COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} -o ${icon} ${here}/../scantill.svg COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${icon} DESTINATION ${icons}/${size}x${size}/apps COMPONENT till)
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT ${SCANTILL_MAINTAINER})
set(CPACK_PACKAGE_VENDOR ScanTill)
set(CPACK_OUTPUT_FILE_PREFIX ${CMAKE_SOURCE_DIR}/build/packages)
set(CPACK_SET_DESTDIR ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL till server)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${SCANTILL_DEB_REVISION})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${SCANTILL_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${SCANTILL_HOMEPAGE})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)

# What no program is linked with: Chinese letters, and Qt's plugin for the scalable icon, which has a package of its own since Debian 13.
set(CPACK_DEBIAN_TILL_PACKAGE_NAME scantill)
set(CPACK_DEBIAN_TILL_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_TILL_PACKAGE_DEPENDS
    "debconf (>= 0.5) | debconf-2.0, fonts-noto-cjk | fonts-wqy-zenhei, qt6-svg-plugins | libqt6svg6 (<< 6.5)")
set(CPACK_DEBIAN_TILL_PACKAGE_RECOMMENDS
    "fonts-inter, pipewire-pulse | pulseaudio, qt6-speech-speechd-plugin, qt6-wayland, speech-dispatcher-espeak-ng, x11-xkb-utils")
set(CPACK_DEBIAN_TILL_PACKAGE_SUGGESTS "cups, fcitx5-frontend-qt6, scantill-server")
file(READ ${here}/scantill/description CPACK_COMPONENT_TILL_DESCRIPTION)
file(GLOB CPACK_DEBIAN_TILL_PACKAGE_CONTROL_EXTRA CONFIGURE_DEPENDS ${here}/scantill/control/*)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME scantill-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers | systemd-sysusers")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS "scantill, sqlite3")
file(READ ${here}/scantill-server/description CPACK_COMPONENT_SERVER_DESCRIPTION)
file(GLOB CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA CONFIGURE_DEPENDS ${here}/scantill-server/control/*)
include(CPack)
