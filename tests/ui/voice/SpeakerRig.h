// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/CapturedOutput.h"
#include "tests/support/ScriptedSpeech.h"
#include "tests/support/VirtualClock.h"
#include "ui/voice/Speaker.h"

/// A speaker whose every sound is heard, on a clock that stands still.
struct SpeakerRig
{
    explicit SpeakerRig(const VoiceSettings &settings = {})
        : voice(output, engine, {}, settings.from, Language::Tongue::Chinese), speaker(output, voice, clock, settings)
    {
    }
    static Announcement payment(qint64 fen) { return {.amount = *Money::fromFen(fen)}; }
    Pcm spoken(const Announcement &payment) const
    {
        return Clips(voice.tongue(), {}).joined(payment.phrase(voice.tongue()));
    }
    /// Of all that was played, what is no sound.
    QList<CapturedOutput::Played> phrases() const { return output.longerThan(1000); }
    bool heard(qsizetype phrase, const Announcement &payment) const
    {
        return phrases().size() > phrase && phrases()[phrase].pcm.samples() == spoken(payment).samples();
    }
    int phrasesSounding() const
    {
        int sounding = 0;
        for (const auto &phrase : phrases())
            sounding += phrase.sounds;
        return sounding;
    }

    VirtualClock clock;
    CapturedOutput output;
    ScriptedSpeech engine;
    Voice voice;
    Speaker speaker;
};
