// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/Speaker.h"

#include <QFile>

namespace {

Pcm sound(const char *name)
{
    QFile file(QStringLiteral(":/sounds/%1.wav").arg(QLatin1String(name)));
    const auto pcm = file.open(QIODevice::ReadOnly) ? Pcm::fromWav(file.readAll()) : Pcm();
    if (!pcm || pcm->isEmpty())
        qFatal("the sound %s is missing from the program", name);
    return *pcm;
}

} // namespace

Speaker::Speaker(SoundOutput &output, Voice &voice, Clock &clock, const VoiceSettings &settings)
    : m_output(output), m_voice(voice), m_clock(clock), m_settings(settings), m_paid(sound("paid")),
      m_refused(sound("refused")), m_attention(sound("attention"))
{
    connect(&m_voice, &Voice::ended, this, &Speaker::ended);
}

void Speaker::paid(const Announcement &announcement)
{
    play(m_paid);
    enqueue(announcement);
}

void Speaker::refused()
{
    play(m_refused);
}

void Speaker::attention()
{
    play(m_attention);
}

void Speaker::test()
{
    play(m_paid);
    enqueue({});
}

void Speaker::play(const Pcm &sound)
{
    if (m_settings.sound && m_settings.soundVolume > 0)
        m_output.play(sound, m_settings.soundVolume);
}

void Speaker::enqueue(const Waiting &what)
{
    if (!m_settings.voice || m_settings.voiceVolume == 0)
        return;
    m_waiting.append(what);
    if (m_waiting.size() > mostWaiting)
        m_waiting.removeFirst();
    if (std::exchange(m_busy, true))
        return;
    const bool sounds = m_settings.sound && m_settings.soundVolume > 0;
    m_clock.callAfter(sounds ? afterSound : std::chrono::milliseconds(0), this, [this] { next(); });
}

void Speaker::next()
{
    if (m_waiting.isEmpty()) {
        m_busy = false;
        return;
    }
    const Waiting what = m_waiting.takeFirst();
    const auto tongue = m_voice.tongue();
    m_voice.say(what ? what->phrase(tongue) : Announcement::test(tongue), m_settings.voiceVolume);
    if (what && !what->outTradeNo.isEmpty())
        emit speaking(what->outTradeNo);
    m_clock.callAfter(patience, this, [this, spoken = ++m_spoken] {
        if (spoken != m_spoken || !m_busy)
            return;
        m_voice.stop(); // it never ended: the next one must not wait for it
        ended();
    });
}

void Speaker::ended()
{
    ++m_spoken;
    next();
}
