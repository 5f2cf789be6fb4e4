// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/SpeechEngine.h"

#include <QThread>

class SpeechWorker;

/// The voice of the system through Qt TextToSpeech, whose engines are plugins that may be missing. It lives on a thread
/// of its own, as looking for a voice and speaking may wait for another program.
class QtSpeechEngine final : public SpeechEngine
{
    Q_OBJECT
public:
    /// any: Linux' speech dispatcher, too. It is most often espeak-ng, which the program's own clips are made with, and
    /// Debian 12's reads Chinese as English letters.
    explicit QtSpeechEngine(bool any, QObject *parent = nullptr);
    ~QtSpeechEngine() override;

    bool speaks(Language::Tongue tongue) const override;
    void say(const QString &words, Language::Tongue tongue, int volume) override;
    void stop() override;

private:
    static constexpr int patienceMs = 3000; ///< at the end

    QThread m_thread;
    SpeechWorker *m_worker; ///< lives, and dies, on m_thread
    bool m_chinese = false;
    bool m_english = false;
};
