// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Language.h"

#include <QObject>

/// The system's own voice, where it has one.
class SpeechEngine : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// As far as is known by now: looking for a voice takes its time.
    virtual bool speaks(Language::Tongue tongue) const = 0;
    /// Goes on to ended or failed, and never both. volume: 0 to 100.
    virtual void say(const QString &words, Language::Tongue tongue, int volume) = 0;
    virtual void stop() = 0;

signals:
    void ended();
    /// begun: some of it may have been heard.
    void failed(bool begun);
};
