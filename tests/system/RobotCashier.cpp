// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/RobotCashier.h"

#include <csignal>

namespace {

SaleSettings habits()
{
    SaleSettings settings;
    settings.paidSeconds = 2;
    settings.description = QStringLiteral("tea");
    return settings;
}

} // namespace

RobotCashier::RobotCashier(const QuietTill::Place &place, Clock &clock, Random &random, quint64 seed,
                           QFile &announcements)
    : m_till(place, clock, random, habits()), m_announcements(announcements), m_dice(seed)
{
    connect(&m_till.flow(), &SaleFlow::announce, this, [this](Money amount, bool, const QString &number) {
        m_announcements.write(number.toLatin1() + ' ' + QByteArray::number(amount.fen()) + '\n');
        if (!m_finishing && happens(diesSpeakingPercent))
            std::raise(SIGKILL);
    });
    connect(&m_pace, &QTimer::timeout, this, &RobotCashier::look);
}

void RobotCashier::start()
{
    m_till.start();
    m_pace.start(paceMs);
}

bool RobotCashier::isIdle() const
{
    return m_till.state() == PayState::Ready && m_till.view().strip.parked == 0;
}

void RobotCashier::look()
{
    const PayState state = m_till.state();
    m_looks = state == std::exchange(m_lastState, state) ? m_looks + 1 : 0;
    switch (state) {
    case PayState::Ready:
        if (m_till.view().confirmBigAmount) // of an amount that may have been paid just now
            return m_till.wish(Wish::Kind::Pay);
        if (!m_finishing && m_till.view().strip.parked < 15 && happens(60)) {
            m_till.wish(Wish::Kind::Clear);
            m_till.wish(Wish::Kind::Clear);
            m_till.sell(QString::number(1 + m_dice() % 300));
        }
        return;
    case PayState::Waiting:
        return wait();
    case PayState::Expired:
        return m_till.wish(!m_finishing && happens(50) ? Wish::Kind::NewCode : Wish::Kind::Cancel);
    case PayState::CallManager:
        return leaveManager();
    case PayState::Paid:
        return m_till.wish(Wish::Kind::NextSale);
    case PayState::Creating:
        if (m_looks > 100)
            m_till.cancelTwice();
        return;
    case PayState::Cancelling:
    case PayState::Cancelled:
    case PayState::Checking:
        return; // they end by themselves
    }
}

void RobotCashier::wait()
{
    if (m_looks == 0)
        m_patience = 10 + int(m_dice() % 60);
    if (m_finishing || m_looks == m_patience)
        return m_till.cancelTwice();
    if (happens(1))
        m_till.wish(Wish::Kind::Query);
    else if (happens(1))
        m_till.wish(Wish::Kind::NewCode);
}

void RobotCashier::leaveManager()
{
    m_till.cancelTwice();
}
