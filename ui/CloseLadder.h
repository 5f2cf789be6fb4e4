// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/PaymentDesk.h"

/// Asks the server to close one order until its end is known: cancel, expiry and a new code are all this (product.md,
/// promise 2). It never concludes anything by itself; what it hears, it hands on.
class CloseLadder final : public QObject
{
    Q_OBJECT
public:
    CloseLadder(PaymentDesk &desk, Clock &clock, const OutTradeNo &number, QObject *parent = nullptr);

    void start();
    /// Nothing is asked and nothing is told any more.
    void stop();
    const OutTradeNo &number() const { return m_number; }

signals:
    void heard(const Order &order);
    /// The server has never heard of it: nobody can have been shown its code.
    void unknownNumber();
    /// Whoever is signed in may not close it. It goes on asking: past the deadline everybody may.
    void notOurs();

private:
    void ask();
    void answered(const Result<Order> &answer);
    void askLater();

    PaymentDesk &m_desk;
    Clock &m_clock;
    OutTradeNo m_number;
    int m_asked = 0;
    bool m_running = false;
};
