// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/SpeechEngine.h"

#include <QStringList>

/// A system's voice whose gifts and misfortunes a test chooses.
class ScriptedSpeech final : public SpeechEngine
{
public:
    bool speaks(Language::Tongue tongue) const override { return tongues.contains(tongue); }
    void say(const QString &words, Language::Tongue, int volume) override
    {
        said.append(words);
        lastVolume = volume;
    }
    void stop() override { ++stops; }

    QList<Language::Tongue> tongues;
    QStringList said;
    int lastVolume = -1;
    int stops = 0;
};
