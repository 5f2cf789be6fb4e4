// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/Clips.h"
#include "ui/voice/SoundOutput.h"
#include "ui/voice/SpeechEngine.h"
#include "ui/voice/VoiceSettings.h"

/// Says one phrase at a time, in the language that is switched on: with the shop's own clips where there are some, else
/// with the system's voice where there is a good one, else with the program's clips.
class Voice : public QObject
{
    Q_OBJECT
public:
    /// folder: of the shop's own clips; empty: none are looked for.
    Voice(SoundOutput &output, SpeechEngine &engine, const QString &folder, VoiceSettings::From from,
          Language::Tongue tongue);

    void use(Language::Tongue tongue); ///< from the next phrase on
    Language::Tongue tongue() const { return m_tongue; }
    /// Goes on to ended, whatever happens to it. volume: 0 to 100. Not while another one is being said.
    void say(const QStringList &phrase, int volume);
    void stop(); ///< without ended

signals:
    void ended();

private:
    bool usesEngine() const;
    void play();
    void end();

    SoundOutput &m_output;
    SpeechEngine &m_engine;
    const QString m_folder;
    const VoiceSettings::From m_from;
    Language::Tongue m_tongue;
    Clips m_clips;
    QStringList m_phrase; ///< being said; empty: nothing is
    int m_volume = 0;
    int m_playing = -1; ///< number at m_output
    bool m_engineFailed = false; ///< not asked again until the next start
};
