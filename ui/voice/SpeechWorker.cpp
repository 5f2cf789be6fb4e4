// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/SpeechWorker.h"

#include <QLoggingCategory>

namespace {
Q_LOGGING_CATEGORY(lcSpeech, "scantill.speech")
}

void SpeechWorker::look(bool any)
{
    // mock says nothing; flite knows no Chinese, and no better English than ours.
    QStringList refused{QStringLiteral("mock"), QStringLiteral("flite")};
    if (!any)
        refused.append(QStringLiteral("speechd"));
    for (const QString &engine : QTextToSpeech::availableEngines()) {
        if (!refused.contains(engine) && take(engine))
            break;
    }
    emit found(m_chinese != QLocale::c(), m_english != QLocale::c());
}

bool SpeechWorker::take(const QString &engine)
{
    auto *speech = new QTextToSpeech(engine, this);
    if (speech->state() != QTextToSpeech::Error) {
        for (const QLocale &locale : speech->availableLocales()) {
            if (locale.language() == QLocale::Chinese && locale.script() != QLocale::TraditionalChineseScript)
                m_chinese = locale;
            else if (locale.language() == QLocale::English && m_english == QLocale::c())
                m_english = locale;
        }
    }
    if (m_chinese == QLocale::c()) { // the till's first language; one voice for both
        m_english = QLocale::c();
        delete speech;
        return false;
    }
    m_speech = speech;
    connect(speech, &QTextToSpeech::stateChanged, this, &SpeechWorker::stateChanged);
    qCInfo(lcSpeech).noquote() << "the system's voice:" << engine;
    return true;
}

void SpeechWorker::say(const QString &words, Language::Tongue tongue, int volume)
{
    m_saying = true;
    m_begun = false;
    if (!m_speech || m_speech->state() == QTextToSpeech::Error)
        return stateChanged(QTextToSpeech::Error);
    const QLocale &locale = tongue == Language::Tongue::Chinese ? m_chinese : m_english;
    if (m_speech->locale() != locale)
        m_speech->setLocale(locale);
    m_speech->setVolume(volume / 100.0);
    m_speech->say(words);
}

void SpeechWorker::stop()
{
    m_saying = false;
    if (m_speech)
        m_speech->stop();
}

void SpeechWorker::stateChanged(QTextToSpeech::State state)
{
    if (!m_saying)
        return;
    if (state == QTextToSpeech::Speaking) {
        m_begun = true;
    } else if (state == QTextToSpeech::Ready && m_begun) {
        m_saying = false;
        emit ended();
    } else if (state == QTextToSpeech::Error) {
        m_saying = false;
        emit failed(m_begun);
    }
}
