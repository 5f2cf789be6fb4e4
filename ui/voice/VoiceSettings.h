// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What a shop wants to hear.
struct VoiceSettings
{
    /// Whose voice it is. A shop's own clips come before either.
    enum class From {
        Auto, ///< the system's where it is a good one, else the program's clips
        Clips,
        Engine, ///< the system's, whatever it is
    };
    bool sound = true;
    int soundVolume = 80; ///< 0 to 100
    bool voice = true;
    int voiceVolume = 100; ///< 0 to 100
    bool sayTill = false; ///< the till's number before each payment, where several tills are in earshot
    From from = From::Auto;
};
