// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Language.h"

#include <QLocale>
#include <QTextToSpeech>

/// What QtSpeechEngine's thread does.
class SpeechWorker : public QObject
{
    Q_OBJECT
public:
    void look(bool any); ///< goes on to found
    void say(const QString &words, Language::Tongue tongue, int volume);
    void stop();

signals:
    void found(bool chinese, bool english);
    void ended();
    void failed(bool begun);

private:
    bool take(const QString &engine);
    void stateChanged(QTextToSpeech::State state);

    QTextToSpeech *m_speech = nullptr;
    QLocale m_chinese = QLocale::c(); ///< c: it has none
    QLocale m_english = QLocale::c();
    bool m_saying = false;
    bool m_begun = false;
};
