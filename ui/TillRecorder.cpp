// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TillRecorder.h"

#include "ui/Answers.h"

TillRecorder::TillRecorder(TimelineDesk &desk, Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock)
{
}

void TillRecorder::mark(const OutTradeNo &number, const QString &what)
{
    if (m_waiting.size() >= mostWaiting)
        m_waiting.removeFirst();
    m_waiting.append({.number = number, .at = m_clock.now(), .source = QStringLiteral("till"), .what = what});
    sendSoon();
}

void TillRecorder::setBusy(bool busy)
{
    m_busy = busy;
    sendSoon();
}

QList<OrderMark> TillRecorder::take(const OutTradeNo &number)
{
    QList<OrderMark> taken;
    for (const OrderMark &mark : std::as_const(m_waiting)) {
        if (mark.number == number && taken.size() < TimelineDesk::mostInCall)
            taken.append(mark);
    }
    qsizetype left = taken.size();
    m_waiting.removeIf([&](const OrderMark &mark) { return mark.number == number && left-- > 0; });
    return taken;
}

void TillRecorder::sendSoon()
{
    if (m_busy || m_waiting.isEmpty() || std::exchange(m_sending, true))
        return;
    m_clock.callAfter(sendAfter, this, [this] { sendSome(); });
}

void TillRecorder::sendSome()
{
    if (m_busy || m_waiting.isEmpty()) {
        m_sending = false;
        return;
    }
    const OutTradeNo number = m_waiting.first().number;
    whenAnswered(m_desk.send(number, take(number)), this, [this](const Result<void> &) {
        m_sending = false;
        sendSoon(); // whatever the answer was: a mark is sent once
    });
}
