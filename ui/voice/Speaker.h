// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/voice/Announcement.h"
#include "ui/voice/SoundOutput.h"
#include "ui/voice/Voice.h"
#include "ui/voice/VoiceSettings.h"

#include <optional>

/// The till's loudspeaker: three sounds, which come at once, and the voice, one phrase after the other. What is being
/// said is said to its end; of those that wait only the newest stay. Whoever calls paid has written down that they do.
class Speaker : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostWaiting = 3;
    static constexpr auto afterSound = std::chrono::milliseconds(380); ///< the voice is not said into the sound
    static constexpr auto patience = std::chrono::seconds(30); ///< for the end of a phrase

    Speaker(SoundOutput &output, Voice &voice, Clock &clock, const VoiceSettings &settings);

    const VoiceSettings &settings() const { return m_settings; }
    /// From the next sound on. `from` counts at the start only.
    void setSettings(const VoiceSettings &settings) { m_settings = settings; }

public slots:
    void paid(const Announcement &announcement);
    void refused(); ///< a key that could not count
    void attention(); ///< a case, or money that came late
    void test(); ///< a sound and a phrase that no payment has, to set the volume by

signals:
    /// The voice has begun with that order's payment.
    void speaking(const QString &outTradeNo);

private:
    void play(const Pcm &sound);
    /// A payment, or the test phrase. The words are made when it is said, in the language of that moment.
    using Waiting = std::optional<Announcement>;
    void enqueue(const Waiting &what);
    void next();
    void ended();

    SoundOutput &m_output;
    Voice &m_voice;
    Clock &m_clock;
    VoiceSettings m_settings;
    const Pcm m_paid;
    const Pcm m_refused;
    const Pcm m_attention;
    QList<Waiting> m_waiting;
    bool m_busy = false; ///< a phrase is being said, or about to
    int m_spoken = 0; ///< counts phrases, so that an old one's patience does not end a newer one
};
