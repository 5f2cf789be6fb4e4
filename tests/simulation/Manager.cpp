// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Manager.h"

using namespace std::chrono_literals;

namespace {
const QString manager = QStringLiteral("manager");
}

void Manager::work(qint64 untilMs)
{
    m_untilMs = untilMs;
    decideCases();
}

void Manager::paid(const Order &order)
{
    if (m_refundedOrders.contains(order.outTradeNo.text()) || !m_dice.happens(0.12))
        return;
    m_refundedOrders.insert(order.outTradeNo.text());
    const qint64 fen = order.total.fen();
    const qint64 kind = m_dice.between(0, 9);
    if (kind < 4)
        return planRefund(order, order.total);
    const int parts = kind < 7 ? 1 : int(m_dice.between(2, 4));
    for (int part = 0; part < parts; ++part)
        planRefund(order, *Money::fromFen(m_dice.between(1, fen))); // in all it may be too much, and is refused
}

void Manager::planRefund(const Order &order, Money amount)
{
    const NewRefund wanted{.number = OutRefundNo::make(m_clock, m_random),
                           .order = order.outTradeNo,
                           .amount = amount,
                           .reason = QStringLiteral("returned"),
                           .operatorId = manager};
    const auto delay = std::chrono::milliseconds(m_dice.happens(0.3) ? 10 : m_dice.around(600'000));
    m_clock.callAfter(delay, this, [this, wanted] { refund(wanted, 0); });
}

void Manager::refund(const NewRefund &wanted, int tries)
{
    constexpr int mostTries = 60;
    auto *server = m_server();
    if (server && server->power().point()) {
        m_trace.note(QStringLiteral("office refunds %1 fen of %2").arg(wanted.amount.fen()).arg(wanted.order.text()));
        server->refunds().request(wanted).then(server, [this](const Result<RefundStore::Requested> &answer) {
            if (!answer)
                m_trace.note(QStringLiteral("office hears: ") + answer.error().message);
        });
    }
    // Whether it was heard or not: the number makes asking again harmless.
    if (tries < 1 || (!server && tries < mostTries))
        m_clock.callAfter(std::chrono::milliseconds(m_dice.between(5'000, 90'000)), this,
                          [this, wanted, tries] { refund(wanted, tries + 1); });
}

void Manager::decideCases()
{
    auto *server = m_server();
    if (server && server->power().point())
        server->cases().list(QStringLiteral("open")).then(server, [this](const Result<QList<PaymentCase>> &open) {
            for (const PaymentCase &one : open ? *open : QList<PaymentCase>())
                decide(one);
        });
    if (m_clock.steadyMs() < m_untilMs)
        m_clock.callAfter(std::chrono::milliseconds(300'000 + m_dice.around(900'000)), this, [this] { decideCases(); });
}

void Manager::decide(const PaymentCase &open)
{
    auto *server = m_server();
    if (!server || !server->power().point() || m_dice.happens(0.3))
        return; // later
    if (!m_decisions.contains(open.id))
        m_decisions[open.id] = m_dice.happens(0.5);
    const bool honoured = m_decisions[open.id];
    const CaseDecision decision{.id = open.id, .reason = QStringLiteral("seen"), .operatorId = manager};
    m_trace.note(QStringLiteral("office %1 case %2 (%3) of %4")
                     .arg(honoured ? QStringLiteral("honours") : QStringLiteral("gives back"))
                     .arg(open.id)
                     .arg(toText(open.kind), open.outTradeNo));
    auto decided = honoured ? server->cases().honour(decision) : server->cases().refund(decision);
    decided.then(server, [this](const Result<PaymentCase> &answer) {
        if (!answer)
            m_trace.note(QStringLiteral("office hears: ") + answer.error().message);
    });
}
