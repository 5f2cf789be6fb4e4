# SPDX-License-Identifier: GPL-3.0-or-later
# The icons as pictures of 192 pixels, for a Qt that cannot draw SVG. Their colour is put on when they are shown.
find_program(RSVG_CONVERT rsvg-convert REQUIRED)
set(scantill_painted)
foreach(svg IN LISTS scantill_icons)
    get_filename_component(name ${svg} NAME_WE)
    set(png ${CMAKE_CURRENT_BINARY_DIR}/icons/${name}.png)
    add_custom_command(OUTPUT ${png} COMMAND ${RSVG_CONVERT} -w 192 -h 192 -o ${png} ${svg} DEPENDS ${svg} VERBATIM)
    list(APPEND scantill_painted ${png})
endforeach()
file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/icons)
qt_add_resources(scantill_ui scantill_painted_icons PREFIX / BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${scantill_painted})
