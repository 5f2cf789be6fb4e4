// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/Pcm.h"

#include <QAudioDevice>
#include <QHash>
#include <QObject>

class QAudioSink;

/// What AudioOutput's thread does.
class AudioWorker : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostAtOnce = 4; ///< more are not heard anyway

    void open(); ///< finds the device ahead of the first sound
    void play(int number, const Pcm &pcm, int volume);
    void stop(int number);

signals:
    void ended(int number);

private:
    void end(int number);
    void sayOnce(const QString &what);

    QHash<int, QAudioSink *> m_sinks;
    bool m_said = false;
};
