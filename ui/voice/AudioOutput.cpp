// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/AudioOutput.h"

#include "ui/voice/AudioWorker.h"

AudioOutput::AudioOutput(QObject *parent) : SoundOutput(parent), m_worker(new AudioWorker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &AudioWorker::ended, this, &SoundOutput::ended);
    m_thread.setObjectName(QStringLiteral("sound"));
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, &AudioWorker::open);
}

AudioOutput::~AudioOutput()
{
    m_thread.quit();
    if (!m_thread.wait(patienceMs)) { // a sound server that hangs does not keep the till from ending
        m_thread.terminate();
        m_thread.wait(patienceMs);
    }
}

int AudioOutput::play(const Pcm &pcm, int volume)
{
    const int number = ++m_number;
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, number, pcm, volume] { worker->play(number, pcm, volume); });
    return number;
}

void AudioOutput::stop(int number)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, number] { worker->stop(number); });
}
