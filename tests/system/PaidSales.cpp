// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/PaidSales.h"

#include <QTest>

PaidSales::PaidSales(const ServerAddresses &server) : m_server(server)
{
    m_clock.start();
    connect(&m_pace, &QTimer::timeout, this, &PaidSales::sell);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &PaidSales::heard);
    connect(&m_socket, &QWebSocket::disconnected, this, [this] { m_faults += QStringLiteral("the till was cut off"); });
}

bool PaidSales::open()
{
    m_socket.open(QUrl("ws:" + m_server.http.mid(5) + "/websocket/myHandler"));
    return QTest::qWaitFor([this] { return m_socket.isValid(); }, 10'000);
}

HttpHeaders PaidSales::headers() const
{
    return {{"Authorization", "Bearer " + m_server.terminalToken}, {"Content-Type", "application/json"}};
}

void PaidSales::begin(int perSecond)
{
    m_pace.start(1000 / perSecond);
}

bool PaidSales::finish(int timeoutMs)
{
    m_pace.stop();
    const bool ended = QTest::qWaitFor([this] { return m_askedAt.isEmpty(); }, timeoutMs);
    m_socket.disconnect(this);
    return ended;
}

void PaidSales::sell()
{
    const auto number = QStringLiteral("SOLD%1").arg(++m_begun, 6, 10, QLatin1Char('0'));
    m_askedAt.insert(number, m_clock.elapsed());
    const QJsonObject order{{"amount", 1234}, {"description", "tea"}, {"out_trade_no", number}};
    m_network
        .send({.method = "POST",
               .url = QUrl(m_server.http + "/api/v1/orders"),
               .headers = headers(),
               .body = QJsonDocument(order).toJson()})
        .then(this, [this, number](const Result<HttpAnswer> &answer) {
            if (!answer || answer->status != 201) {
                m_askedAt.remove(number);
                m_faults += QStringLiteral("order %1: %2").arg(number).arg(answer ? answer->status : 0);
                return;
            }
            watch(number);
            pay(number);
        });
}

void PaidSales::watch(const QString &number)
{
    m_socket.sendTextMessage(QStringLiteral(R"({"action":"create","outTradeNo":"%1","token":"%2","after":0})")
                                 .arg(number, QString::fromLatin1(m_server.terminalToken)));
}

void PaidSales::pay(const QString &number)
{
    m_network
        .send({.method = "POST",
               .url = QUrl(m_server.simulator + "/sim/pay"),
               .headers = {{"Content-Type", "application/json"}},
               .body = QJsonDocument(QJsonObject{{"out_trade_no", number}}).toJson()})
        .then(this, [this, number](const Result<HttpAnswer> &answer) {
            if (!answer || answer->status != 200)
                m_faults += QStringLiteral("payment of %1: %2").arg(number).arg(answer ? answer->status : 0);
        });
}

void PaidSales::heard(const QString &text)
{
    const auto message = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto order = message["order"].toObject();
    if (order["trade_state"] != QLatin1String("SUCCESS"))
        return;
    const auto number = message["outTradeNo"].toString(order["out_trade_no"].toString());
    if (const auto running = m_askedAt.constFind(number); running != m_askedAt.constEnd()) {
        m_tookMs += m_clock.elapsed() - *running;
        m_askedAt.erase(running);
        m_socket.sendTextMessage(QStringLiteral(R"({"action":"remove","outTradeNo":"%1"})").arg(number));
    }
}

qint64 PaidSales::percentileMs(int percent) const
{
    auto sorted = m_tookMs;
    std::sort(sorted.begin(), sorted.end());
    return sorted.isEmpty() ? -1 : sorted[std::min(sorted.size() - 1, sorted.size() * percent / 100)];
}
