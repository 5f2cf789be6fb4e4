// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Figures.h"
#include "tests/server/SignedNotify.h"
#include "tests/window/ShopServer.h"

#include <QTcpSocket>
#include <vector>

/// What one verified payment costs until it is durably in the books: a notification's last byte to its 204.
class SettleBench
{
public:
    static constexpr int atOnce = 32;

    SettleBench() : m_gateway(m_shop) {}

    /// False when one is not answered as it should be.
    bool runAlone(int events);
    bool runAtOnce(int rounds);

    Figures alone;
    Figures together; ///< a round's time divided by its events

private:
    struct Line
    {
        QTcpSocket socket;
        QByteArray request;
    };
    bool prepare(Line &line);
    static bool isAnswered(Line &line);

    ShopServer m_shop;
    SignedNotify m_gateway;
    int m_transactions = 0;
};
