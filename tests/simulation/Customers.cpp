// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Customers.h"

#include "server/domain/Json.h"
#include "server/simulator/OrderCalls.h"

void Customers::see(const QString &codeUrl, qint64 lifetimeMs)
{
    const qint64 kind = m_dice.between(0, 99);
    if (kind < 62)
        return payAfter(codeUrl, 1500 + m_dice.around(9000));
    if (kind < 70)
        return payAfter(codeUrl, m_dice.between(60'000, 250'000));
    if (kind < 77)
        return payAfter(codeUrl, lifetimeMs + m_dice.between(-2000, 700)); // as it expires
    if (kind < 81)
        return payAfter(codeUrl, lifetimeMs + m_dice.between(5'000, 900'000));
    if (kind < 85) { // and once more
        const qint64 first = 2000 + m_dice.around(8000);
        payAfter(codeUrl, first);
        return payAfter(codeUrl, first + m_dice.between(500, 60'000));
    }
    if (kind < 94) {
        m_waitForCancel.insert(codeUrl);
        if (m_dice.happens(0.5))
            payAfter(codeUrl, m_dice.between(90'000, 200'000));
    }
    // the others give up
}

void Customers::cancelled(const QString &codeUrl)
{
    if (m_waitForCancel.remove(codeUrl))
        payAfter(codeUrl, m_dice.happens(0.6) ? m_dice.between(0, 300) : m_dice.between(300, 15'000));
}

void Customers::payAfter(const QString &codeUrl, qint64 delayMs)
{
    m_clock.callAfter(std::chrono::milliseconds(std::max<qint64>(1, delayMs)), this, [this, codeUrl] { pay(codeUrl); });
}

void Customers::pay(const QString &codeUrl)
{
    Books &books = m_provider.twin().books();
    const auto *order = books.findByCode(CodeUrlForm::codeIn(codeUrl));
    if (!order)
        return m_trace.note(QStringLiteral("a customer's code is dead"));
    const bool outOfTurn = books.stateOf(*order) != TradeState::NotPay || books.isPastExpiry(*order);
    QJsonObject body{{"code_url", codeUrl}};
    const qint64 coupon = m_dice.happens(0.15) ? m_dice.between(1, order->total.fen() / 2) : 0;
    if (coupon > 0)
        body["payer_total"] = order->total.fen() - coupon;
    const HttpReply reply = m_provider.control("POST", QStringLiteral("/sim/pay"), body);
    const auto answer = Json::parseObject(reply.body);
    if (reply.status == 200 && answer)
        m_ledger.paid(*answer, outOfTurn);
    else
        m_trace.note(QStringLiteral("a customer is refused: %1").arg(reply.status));
}
