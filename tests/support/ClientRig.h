// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Json.h"
#include "tests/support/LoopbackServer.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"
#include "ui/TillClient.h"

#include <QSignalSpy>
#include <QTest>

/// The till's client at a server on loopback: the sockets are real, the time is not.
struct ClientRig
{
    ClientRig() : client(server.url(), "terminal-token", clock, random)
    {
        QObject::connect(&client, &PaymentDesk::orderChanged, &client,
                         [this](const Order &order) { heard.append(order); });
        QObject::connect(&client, &PaymentDesk::onlineChanged, &client, [this](bool is) { online.append(is); });
        client.start();
    }
    static OutTradeNo number() { return *OutTradeNo::parse(QStringLiteral("NUMBER1")); }
    static Order order(qint64 seq, TradeState state = TradeState::NotPay)
    {
        return {.shopId = {}, .outTradeNo = number(), .total = *Money::fromFen(1250), .state = state, .seq = seq};
    }
    static QJsonObject event(const char *name, const Order &order)
    {
        return {{"event", name},
                {"outTradeNo", order.outTradeNo.text()},
                {"seq", order.seq},
                {"order", Json::fromOrder(order)}};
    }
    static QByteArray body(const Order &order)
    {
        return QJsonDocument(Json::fromOrder(order)).toJson(QJsonDocument::Compact);
    }
    QList<qint64> seqs() const
    {
        QList<qint64> all;
        for (const Order &order : heard)
            all.append(order.seq);
        return all;
    }
    /// Lets what is under way on the sockets arrive. It takes turns of the loop, however long a busy machine makes one.
    static void settle()
    {
        for (int turn = 0; turn < 12; ++turn)
            QTest::qWait(5);
    }

    LoopbackServer server;
    VirtualClock clock;
    SeededRandom random;
    TillClient client;
    QList<Order> heard;
    QList<bool> online;
};
