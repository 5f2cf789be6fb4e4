// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/Pcm.h"

#include <QObject>

/// Where sound goes: loudspeakers, or a test's ear.
class SoundOutput : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Begins at once, beside whatever sounds already. volume: 0 to 100. Answers a number for ended and stop; it never
    /// fails, for a machine without loudspeakers is a silent one.
    virtual int play(const Pcm &pcm, int volume) = 0;
    virtual void stop(int number) = 0;

signals:
    /// It has been played, or cannot be. Never from within play.
    void ended(int number);
};
