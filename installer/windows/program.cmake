# SPDX-License-Identifier: GPL-3.0-or-later
# scantill_windows_program(TARGET DESCRIPTION): what Windows says about a program: its icon and version. Nothing elsewhere.
set(SCANTILL_ICON "" CACHE FILEPATH "The programs' icon for Windows (made by installer/windows/icon)")
if(WIN32)
    enable_language(RC)
endif()

function(scantill_windows_program target description)
    if(NOT WIN32)
        return()
    endif()
    set(SCANTILL_ICON_LINE "")
    if(SCANTILL_ICON)
        file(TO_CMAKE_PATH "${SCANTILL_ICON}" icon)
        set(SCANTILL_ICON_LINE "1 ICON \"${icon}\"")
    endif()
    configure_file(${CMAKE_SOURCE_DIR}/installer/windows/program.rc.in ${target}.rc @ONLY)
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
endfunction()
