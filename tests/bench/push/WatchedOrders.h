// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/simulator/GatewaySigner.h"
#include "server/simulator/SimulatorKeys.h"
#include "tests/bench/push/Dialect.h"
#include "tests/bench/push/PushRun.h"
#include "tests/bench/push/Waiters.h"

#include <QJsonObject>

/// Orders of a server that somebody waits for, and WeChat Pay's signed notifications that they are paid.
class WatchedOrders
{
public:
    /// folder: the simulator's data folder; its keys sign.
    WatchedOrders(Loop &loop, quint16 port, const QString &folder, const QByteArray &terminalToken);

    /// Places so many orders, watched by the waiters in turn. Empty when one is refused.
    std::vector<PushRun::Notice> prepare(int count, Waiters &waiters);

private:
    QJsonObject place();
    PushRun::Notice notice(const QJsonObject &order);

    Loop &m_loop;
    Dialect m_dialect;
    QByteArray m_token;
    SystemClock m_clock;
    SystemRandom m_random;
    SimulatorKeys m_keys;
    GatewaySigner m_signer;
    HttpLine m_line;
    int m_number = 0;
};
