# SPDX-License-Identifier: GPL-3.0-or-later
# What the till sounds and says. Apart from the rest, for it alone needs Qt Multimedia and Qt TextToSpeech.
set(voice ${CMAKE_CURRENT_LIST_DIR})
find_program(ESPEAK_NG espeak-ng REQUIRED)

add_library(scantill_voice
    ${voice}/AmountSpeech.cpp ${voice}/AmountSpeech.h ${voice}/Announcement.cpp ${voice}/Announcement.h
    ${voice}/AudioOutput.cpp ${voice}/AudioOutput.h ${voice}/AudioWorker.cpp ${voice}/AudioWorker.h
    ${voice}/Clips.cpp ${voice}/Clips.h ${voice}/ClipWords.cpp ${voice}/ClipWords.h
    ${voice}/Pcm.cpp ${voice}/Pcm.h ${voice}/QtSpeechEngine.cpp ${voice}/QtSpeechEngine.h
    ${voice}/SoundOutput.h ${voice}/Speaker.cpp ${voice}/Speaker.h ${voice}/SpeechEngine.h
    ${voice}/SpeechWorker.cpp ${voice}/SpeechWorker.h ${voice}/Voice.cpp ${voice}/Voice.h ${voice}/VoiceSettings.h)
target_link_libraries(scantill_voice PUBLIC scantill_domain Qt6::Multimedia Qt6::TextToSpeech)

# scantill_clips(TONGUE VOICE SPEED): the clips of one language, made at build time and packed into the program.
function(scantill_clips tongue espeak_voice speed)
    set(words ${CMAKE_SOURCE_DIR}/resources/voice/${tongue}.txt)
    set(into ${CMAKE_CURRENT_BINARY_DIR}/voice/${tongue})
    file(STRINGS ${words} lines ENCODING UTF-8 REGEX "^[^#]")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${words})
    set(clips)
    foreach(line IN LISTS lines)
        string(REGEX REPLACE " .*" "" name "${line}")
        list(APPEND clips ${into}/${name}.wav)
    endforeach()
    add_custom_command(OUTPUT ${clips}
        COMMAND ${CMAKE_COMMAND} -DESPEAK=${ESPEAK_NG} -DVOICE=${espeak_voice} -DSPEED=${speed} -DWORDS=${words}
            -DINTO=${into} -P ${voice}/clips.cmake
        DEPENDS ${words} ${voice}/clips.cmake
        COMMENT "Speaking the clips of ${tongue}" VERBATIM)
    qt_add_resources(scantill_voice scantill_clips_${tongue} PREFIX / BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${clips})
    qt_add_resources(scantill_voice scantill_clip_words_${tongue} PREFIX / BASE ${CMAKE_SOURCE_DIR}/resources
        FILES ${words})
endfunction()
# Not "cmn": espeak-ng 1.51's takes the syllables for English letters.
scantill_clips(zh_CN cmn-latn-pinyin 230)
scantill_clips(en en-us 220)

file(GLOB scantill_sound_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/sounds/*.wav)
qt_add_resources(scantill_voice scantill_sound_files PREFIX / BASE ${CMAKE_SOURCE_DIR}/resources
    FILES ${scantill_sound_files})
