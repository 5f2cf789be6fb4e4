# SPDX-License-Identifier: GPL-3.0-or-later
# Apart from the rest, for it alone needs Qt Multimedia.
add_library(scantill_sounds STATIC Sounds.cpp Sounds.h)
target_link_libraries(scantill_sounds PUBLIC scantill_rules Qt6::Multimedia)
qt_add_resources(scantill_sounds scantill_sound_files PREFIX / BASE ${CMAKE_SOURCE_DIR}/resources
    FILES ${CMAKE_SOURCE_DIR}/resources/sounds/paid.wav ${CMAKE_SOURCE_DIR}/resources/sounds/refused.wav)
