// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Ledger.h"

#include <QObject>

/// The people in front of the tills, with phones of their own: they pay, pay late, pay twice, at the very moment of a
/// cancel or of the expiry, with a coupon, or not at all.
class Customers : public QObject
{
    Q_OBJECT
public:
    Customers(Clock &clock, Trace &trace, Provider &provider, Ledger &ledger, quint64 seed)
        : m_clock(clock), m_trace(trace), m_provider(provider), m_ledger(ledger), m_dice(seed, "customers")
    {
    }

    /// A code is on a screen in front of one of them.
    void see(const QString &codeUrl, qint64 lifetimeMs);
    /// The cashier ends this attempt now; who has the code may just be paying.
    void cancelled(const QString &codeUrl);

private:
    void payAfter(const QString &codeUrl, qint64 delayMs);
    void pay(const QString &codeUrl);

    Clock &m_clock;
    Trace &m_trace;
    Provider &m_provider;
    Ledger &m_ledger;
    Dice m_dice;
    QSet<QString> m_waitForCancel; ///< codes
};
