// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CloseLadder.h"

#include "ui/Answers.h"

namespace {

/// Every 2 s while a cashier looks on, then less often, for as long as it takes.
std::chrono::seconds pauseAfter(int asked)
{
    using namespace std::chrono_literals;
    return asked <= 15 ? 2s : asked <= 60 ? 10s : 30s;
}

} // namespace

CloseLadder::CloseLadder(PaymentDesk &desk, Clock &clock, const OutTradeNo &number, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_number(number)
{
}

void CloseLadder::start()
{
    if (m_running)
        return;
    m_running = true;
    ask();
}

void CloseLadder::stop()
{
    m_running = false;
}

void CloseLadder::ask()
{
    ++m_asked;
    whenAnswered(m_desk.close(m_number), this, [this](const Result<Order> &answer) { answered(answer); });
}

void CloseLadder::answered(const Result<Order> &answer)
{
    if (!m_running)
        return;
    if (!answer && answer.error().code == ErrorCode::NotFound) {
        m_running = false;
        emit unknownNumber();
        return;
    }
    if (!answer && (answer.error().code == ErrorCode::OrderPaid || answer.error().code == ErrorCode::OrderClosed)) {
        // The end is known, the order just did not come along.
        whenAnswered(m_desk.order(m_number), this, [this](const Result<Order> &order) {
            if (!m_running)
                return;
            m_running = !order || !order->isFinal();
            if (order)
                emit heard(*order);
            askLater();
        });
        return;
    }
    m_running = !answer || !answer->isFinal();
    if (answer)
        emit heard(*answer);
    else if (answer.error().code == ErrorCode::Forbidden)
        emit notOurs();
    askLater();
}

void CloseLadder::askLater()
{
    if (!m_running)
        return;
    m_clock.callAfter(pauseAfter(m_asked), this, [this] {
        if (m_running)
            ask();
    });
}
