// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/WatchedOrders.h"

#include "server/simulator/NotifyBody.h"

#include <QJsonDocument>

WatchedOrders::WatchedOrders(Loop &loop, quint16 port, const QString &folder, const QByteArray &terminalToken)
    : m_loop(loop), m_dialect(Dialect::Kind::Seed, port), m_token(terminalToken),
      m_keys(*SimulatorKeys::open(folder + QStringLiteral("/simulator"), m_clock, m_random)),
      m_signer(m_keys, m_clock, m_random), m_line(loop, port)
{
}

std::vector<PushRun::Notice> WatchedOrders::prepare(int count, Waiters &waiters)
{
    std::vector<PushRun::Notice> notices;
    for (int i = 0; i < count; ++i) {
        const auto order = place();
        if (order.isEmpty())
            return {};
        waiters.alsoWaitFor(order["out_trade_no"].toString().toLatin1());
        notices.push_back(notice(order));
    }
    return waiters.confirmAll() ? notices : std::vector<PushRun::Notice>();
}

QJsonObject WatchedOrders::place()
{
    const QByteArray body = R"({"amount":101,"description":"bench","out_trade_no":"BENCH)"
                            + QByteArray::number(++m_number).rightJustified(10, '0') + R"("})";
    QJsonObject order;
    bool answered = false;
    m_line.ask(m_dialect.post("/api/v1/orders", "Authorization: Bearer " + m_token + "\r\n", body),
               [&](int status, const QByteArray &reply) {
                   answered = true;
                   if (status == 201)
                       order = QJsonDocument::fromJson(reply).object();
               });
    m_loop.runUntil([&] { return answered; }, 10'000);
    return order;
}

PushRun::Notice WatchedOrders::notice(const QJsonObject &order)
{
    const auto total = order["amount"].toObject()["total"];
    const QJsonObject content{
        {"mchid", m_keys.mchid()},
        {"appid", m_keys.appid()},
        {"out_trade_no", order["out_trade_no"]},
        {"transaction_id", QStringLiteral("42000%1").arg(m_number)},
        {"trade_type", "NATIVE"},
        {"trade_state", "SUCCESS"},
        {"trade_state_desc", "ok"},
        {"bank_type", "OTHERS"},
        {"success_time", "2026-01-01T08:00:20+08:00"},
        {"payer", QJsonObject{{"openid", "o1"}}},
        {"amount",
         QJsonObject{{"total", total}, {"payer_total", total}, {"currency", "CNY"}, {"payer_currency", "CNY"}}}};
    const NotifyEvent event{.id = NotifyBody::newId(m_random),
                            .outTradeNo = {},
                            .url = {},
                            .eventType = QStringLiteral("TRANSACTION.SUCCESS"),
                            .originalType = QStringLiteral("transaction"),
                            .summary = QStringLiteral("ok"),
                            .createdAt = m_clock.now(),
                            .content = content};
    const QByteArray body = NotifyBody::sealed(event, m_keys.apiV3Key(), m_random, false);
    QByteArray fields;
    const HttpHeaders headers = m_signer.headersFor(body, m_keys.publicKeyId());
    for (const auto &[name, value] : headers.fields())
        fields += name + ": " + value + "\r\n";
    return {order["out_trade_no"].toString().toLatin1(), m_dialect.post("/wechatpay/notify", fields, body)};
}
