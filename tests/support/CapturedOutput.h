// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/SoundOutput.h"

/// An ear in place of loudspeakers: what is played, how loud, and whether two things sounded at once. A test says when
/// it has been played.
class CapturedOutput final : public SoundOutput
{
public:
    struct Played
    {
        int number = 0;
        Pcm pcm;
        int volume = 0;
        bool sounds = true; ///< still
    };
    int play(const Pcm &pcm, int volume) override
    {
        played.append({int(played.size()) + 1, pcm, volume});
        return played.back().number;
    }
    void stop(int number) override { played[number - 1].sounds = false; }
    void end(int number)
    {
        played[number - 1].sounds = false;
        emit ended(number);
    }
    void endLast() { end(int(played.size())); }
    /// Of that length; a sound is short, a phrase is long.
    QList<Played> longerThan(int ms) const
    {
        QList<Played> some;
        std::copy_if(played.begin(), played.end(), std::back_inserter(some),
                     [ms](const Played &one) { return one.pcm.durationMs() > ms; });
        return some;
    }

    QList<Played> played;
};
