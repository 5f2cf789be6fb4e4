// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/QtSpeechEngine.h"

#include "ui/voice/SpeechWorker.h"

QtSpeechEngine::QtSpeechEngine(bool any, QObject *parent) : SpeechEngine(parent), m_worker(new SpeechWorker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SpeechWorker::found, this, [this](bool chinese, bool english) {
        m_chinese = chinese;
        m_english = english;
    });
    connect(m_worker, &SpeechWorker::ended, this, &SpeechEngine::ended);
    connect(m_worker, &SpeechWorker::failed, this, &SpeechEngine::failed);
    m_thread.setObjectName(QStringLiteral("speech"));
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, any] { worker->look(any); });
}

QtSpeechEngine::~QtSpeechEngine()
{
    m_thread.quit();
    if (!m_thread.wait(patienceMs)) { // a voice that hangs does not keep the till from ending
        m_thread.terminate();
        m_thread.wait(patienceMs);
    }
}

bool QtSpeechEngine::speaks(Language::Tongue tongue) const
{
    return tongue == Language::Tongue::Chinese ? m_chinese : m_english;
}

void QtSpeechEngine::say(const QString &words, Language::Tongue tongue, int volume)
{
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, words, tongue, volume] { worker->say(words, tongue, volume); });
}

void QtSpeechEngine::stop()
{
    QMetaObject::invokeMethod(m_worker, &SpeechWorker::stop);
}
