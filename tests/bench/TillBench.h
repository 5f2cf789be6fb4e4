// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Figures.h"
#include "tests/bench/HurriedClock.h"
#include "tests/server/SignedNotify.h"
#include "tests/window/TillUnderTest.h"

#include <QTcpSocket>

/// Rounds of whole sales through the real window at a training server in this process: how long the cashier waits.
/// "Painted" is the end of the first round of painting in the new state, confirmed by a picture of the screen; a round
/// whose picture does not show it ends the bench.
class TillBench
{
public:
    explicit TillBench(QSize window);

    /// False, with a line on stderr, when something did not show on the screen.
    bool run(int rounds);
    /// From one page to another and back, between two sales.
    bool runPages(int rounds);

    Figures echo; ///< a key goes down to its digit painted
    Figures code; ///< Enter goes down to the QR painted
    Figures page; ///< a key goes down to another page painted
    Figures green; ///< a notification is written to the server's socket to Paid painted

private:
    bool round();
    bool key(QChar digit);
    bool pay();
    bool bePaid();
    bool turn(int key, Qt::KeyboardModifiers modifiers, OfficeView::Page to);
    static bool fail(const char *what);

    HurriedClock m_clock;
    TillUnderTest m_till;
    SignedNotify m_gateway;
    QTcpSocket m_provider; ///< WeChat's connection to /wechatpay/notify
    int m_round = 0;
};
