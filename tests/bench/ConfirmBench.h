// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Random.h"
#include "tests/bench/Figures.h"
#include "tests/bench/HurriedClock.h"
#include "tests/support/QuietTill.h"
#include "tests/window/ShopServer.h"

#include <QElapsedTimer>
#include <random>
#include <vector>

/// Sales at several tills without windows at one training server: from the customer's thumb on "pay" to green. The
/// customers come at any moment of the server's asking.
class ConfirmBench : public QObject
{
    Q_OBJECT
public:
    explicit ConfirmBench(int tills);

    /// So many sales in all, with WeChat's notifications or with none. False when they take too long.
    bool run(int sales, bool notifications);

    Figures green;

private:
    struct Desk
    {
        std::unique_ptr<QuietTill> till;
        QElapsedTimer sinceConfirmed;
        PayState last = PayState::Ready;
        QString paidCode; ///< what its customer has confirmed
    };
    void changed(Desk &desk);
    void confirm(Desk &desk);

    ShopServer m_shop;
    HurriedClock m_clock;
    SystemRandom m_random;
    std::mt19937_64 m_dice{1};
    std::vector<std::unique_ptr<Desk>> m_desks;
    int m_toBegin = 0;
};
