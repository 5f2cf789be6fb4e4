// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QDateTime>
#include <QString>
#include <chrono>
#include <optional>

class Clock;
class Random;

/// A code that pairs one till: shown on one side, typed on the other.
struct PairingCode
{
    QString text; ///< "7K3M-Q9XD"
    QDateTime expiresAt;
};

/// The one code with which a till may be paired now. It is good once, for five minutes, and for few wrong tries of all
/// who try; a new one takes its place. Its 40 bits and the ten tries leave a guess one chance in 10^11.
class PairingCodes
{
public:
    static constexpr std::chrono::minutes life{5};
    static constexpr int maxTries = 10;
    static constexpr const char *dropBoxName = "pairing_code"; ///< in the data folder

    /// dropBox: where another program of this machine's may leave a code, with leaveIn.
    PairingCodes(Clock &clock, Random &random, QString dropBox)
        : m_clock(clock), m_random(random), m_dropBox(std::move(dropBox))
    {
    }

    /// by: the operator who pairs.
    PairingCode make(const QString &by);
    /// Uses the code up and answers who had it made. What was typed may be lower case, without the hyphen, and with
    /// look-alikes in place of 0 and 1. Forbidden: it is another, over, used, or there is none; which, nobody is told.
    Result<QString> take(const QString &typed);

    /// For whoever may write the server's data folder: it takes the code from there when a till comes with one.
    static Result<PairingCode> leaveIn(const QString &dropBox, const Clock &clock, Random &random);

private:
    struct Current
    {
        QByteArray code; ///< without the hyphen
        QString by;
        qint64 endsAtMs = 0; ///< steady
        int tries = 0;
    };
    void emptyDropBox();

    Clock &m_clock;
    Random &m_random;
    const QString m_dropBox;
    std::optional<Current> m_current;
};
