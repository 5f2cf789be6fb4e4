// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/RobotCustomers.h"

#include <QJsonArray>

RobotCustomers::RobotCustomers(const ProcessShop &shop, quint64 seed) : m_twin(shop.twinUrl()), m_dice(seed)
{
    m_since.start();
    connect(&m_pace, &QTimer::timeout, this, &RobotCustomers::look);
}

void RobotCustomers::look()
{
    for (auto plan = m_payAtMs.begin(); plan != m_payAtMs.end(); ++plan) {
        if (*plan < 0 || *plan > m_since.elapsed())
            continue;
        *plan = -1;
        pay(plan.key());
    }
    if (std::exchange(m_looking, true))
        return;
    m_network.send({.method = "GET", .url = m_twin.resolved(QUrl("/sim/orders"))})
        .then(this, [this](const Result<HttpAnswer> &answer) {
            m_looking = false;
            if (!answer)
                return;
            for (const auto &order : QJsonDocument::fromJson(answer->body).object()["orders"].toArray())
                decide(order.toObject());
        });
}

void RobotCustomers::decide(const QJsonObject &order)
{
    const QString number = order["out_trade_no"].toString();
    if (m_payAtMs.contains(number))
        return;
    const bool pays = m_dice() % 100 < 75;
    const auto longestMs = number.startsWith(slowPrefix()) ? slowestMs : 1'500;
    const auto afterMs = qint64(m_dice() % quint64(longestMs));
    m_payAtMs.insert(number, pays ? m_since.elapsed() + afterMs : -1);
}

void RobotCustomers::pay(const QString &number)
{
    m_network
        .send({.method = "POST",
               .url = m_twin.resolved(QUrl("/sim/pay")),
               .headers = {{"Content-Type", "application/json"}},
               .body = QJsonDocument(QJsonObject{{"out_trade_no", number}}).toJson()})
        .then(this, [this](const Result<HttpAnswer> &answer) {
            if (answer && answer->status == 200)
                ++paid;
            else if (answer && answer->status == 409)
                ++tooLate;
        });
}
