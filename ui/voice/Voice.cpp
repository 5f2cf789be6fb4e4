// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/Voice.h"

#include "ui/voice/ClipWords.h"

Voice::Voice(SoundOutput &output, SpeechEngine &engine, const QString &folder, VoiceSettings::From from,
             Language::Tongue tongue)
    : m_output(output), m_engine(engine), m_folder(folder), m_from(from), m_tongue(tongue), m_clips(tongue, folder)
{
    connect(&m_output, &SoundOutput::ended, this, [this](int number) {
        if (number == m_playing)
            end();
    });
    connect(&m_engine, &SpeechEngine::ended, this, [this] {
        if (m_playing < 0)
            end();
    });
    connect(&m_engine, &SpeechEngine::failed, this, [this](bool begun) {
        m_engineFailed = true;
        if (m_phrase.isEmpty() || m_playing >= 0)
            return;
        begun ? end() : play(); // what may have been heard is not said again
    });
}

void Voice::use(Language::Tongue tongue)
{
    if (std::exchange(m_tongue, tongue) != tongue)
        m_clips = Clips(tongue, m_folder);
}

bool Voice::usesEngine() const
{
    return m_from != VoiceSettings::From::Clips && !m_clips.hasOwn() && !m_engineFailed && m_engine.speaks(m_tongue);
}

void Voice::say(const QStringList &phrase, int volume)
{
    m_phrase = phrase;
    m_volume = volume;
    if (usesEngine())
        m_engine.say(ClipWords::of(m_tongue).sentence(phrase), m_tongue, volume);
    else
        play();
}

void Voice::play()
{
    m_playing = m_output.play(m_clips.joined(m_phrase), m_volume);
}

void Voice::stop()
{
    m_phrase.clear();
    if (const int number = std::exchange(m_playing, -1); number >= 0)
        m_output.stop(number);
    else
        m_engine.stop();
}

void Voice::end()
{
    m_playing = -1;
    if (!std::exchange(m_phrase, {}).isEmpty())
        emit ended();
}
