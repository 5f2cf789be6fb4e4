// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/SoundOutput.h"

#include <QThread>

class AudioWorker;

/// The machine's loudspeakers. They live on a thread of their own: opening a sound device may take its time, and the
/// window does not wait. Without a device it is silent, which the log says once.
class AudioOutput final : public SoundOutput
{
    Q_OBJECT
public:
    explicit AudioOutput(QObject *parent = nullptr);
    ~AudioOutput() override;

    int play(const Pcm &pcm, int volume) override;
    void stop(int number) override;

private:
    static constexpr int patienceMs = 3000; ///< at the end

    QThread m_thread;
    AudioWorker *m_worker; ///< lives, and dies, on m_thread
    int m_number = 0;
};
