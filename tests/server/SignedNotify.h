// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/simulator/GatewaySigner.h"
#include "server/simulator/NotifyBody.h"
#include "server/simulator/SimulatorKeys.h"
#include "tests/server/ServerTalk.h"

/// A notification as the gateway of that server's merchant would send it, for a test to spoil.
struct SignedNotify
{
    explicit SignedNotify(const ServerTalk &server)
        : keys(*SimulatorKeys::open(server.path("simulator"), clock, random)), signer(keys, clock, random)
    {
    }

    QJsonObject content(const QJsonObject &order, const QString &transactionId = "4200001") const
    {
        const auto amount = order["amount"].toObject()["total"];
        return {
            {"mchid", keys.mchid()},
            {"appid", keys.appid()},
            {"out_trade_no", order["out_trade_no"]},
            {"transaction_id", transactionId},
            {"trade_type", "NATIVE"},
            {"trade_state", "SUCCESS"},
            {"trade_state_desc", "ok"},
            {"bank_type", "OTHERS"},
            {"success_time", "2026-01-01T08:00:20+08:00"},
            {"payer", QJsonObject{{"openid", "o1"}}},
            {"amount",
             QJsonObject{{"total", amount}, {"payer_total", amount}, {"currency", "CNY"}, {"payer_currency", "CNY"}}}};
    }
    QByteArray body(const QJsonObject &plain, bool tampered = false)
    {
        const NotifyEvent event{.id = NotifyBody::newId(random),
                                .outTradeNo = {},
                                .url = {},
                                .eventType = "TRANSACTION.SUCCESS",
                                .originalType = "transaction",
                                .summary = "ok",
                                .createdAt = clock.now(),
                                .content = plain};
        return NotifyBody::sealed(event, apiV3Key, random, tampered);
    }
    HttpHeaders headers(const QByteArray &bytes, qint64 ageS = 0) const
    {
        auto headers = signer.headersFor(bytes, keys.publicKeyId(), ageS);
        headers.add("Content-Type", "application/json");
        return headers;
    }
    HttpAnswer send(ServerTalk &server, const QByteArray &bytes, const HttpHeaders &withHeaders) const
    {
        return server.send("POST", server.at().http + "/wechatpay/notify", bytes, withHeaders);
    }
    HttpAnswer send(ServerTalk &server, const QByteArray &bytes) const { return send(server, bytes, headers(bytes)); }

    SystemClock clock;
    mutable SystemRandom random;
    SimulatorKeys keys;
    GatewaySigner signer;
    QByteArray apiV3Key = keys.apiV3Key(); ///< another one: as after a change of keys
};
