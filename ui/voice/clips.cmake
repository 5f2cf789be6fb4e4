# SPDX-License-Identifier: GPL-3.0-or-later
# Run by the build: makes the clips of one language. The same espeak-ng makes the same bytes of the same words.
# ESPEAK, VOICE, SPEED (words a minute), WORDS (resources/voice/*.txt), INTO (a folder)
file(MAKE_DIRECTORY ${INTO})
file(STRINGS ${WORDS} lines ENCODING UTF-8 REGEX "^[^#]")
foreach(line IN LISTS lines)
    string(REGEX MATCH "^([a-z0-9]+) (.+)$" found "${line}")
    # -z: no silence behind the words; -a: loud, and clear of clipping.
    execute_process(COMMAND ${ESPEAK} -v ${VOICE} -s ${SPEED} -a 80 -z -w ${INTO}/${CMAKE_MATCH_1}.wav "${CMAKE_MATCH_2}"
        RESULT_VARIABLE failed)
    if(NOT found OR failed)
        message(FATAL_ERROR "no clip of: ${line}")
    endif()
endforeach()
