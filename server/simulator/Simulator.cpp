// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/Simulator.h"

namespace {
constexpr qint64 notifiesEndAfterS = 24 * 3600 + 4 * 60; // the schedule's sum, reference 3.6
}

Result<std::unique_ptr<Simulator>> Simulator::open(const Settings &settings, Clock &clock, Random &random,
                                                   HttpTransport &transport)
{
    const auto keys =
        settings.keys ? Result<SimulatorKeys>(*settings.keys) : SimulatorKeys::open(settings.folder, clock, random);
    if (!keys)
        return keys.error();
    auto ownClock = std::make_unique<SimulatorClock>(clock);
    auto books = Books::open(settings.folder, *ownClock, random, settings.switches);
    if (!books)
        return books.error();
    std::unique_ptr<Simulator> simulator(
        new Simulator(settings, *keys, std::move(ownClock), std::move(books).value(), clock, random, transport));
    simulator->resumeNotifies();
    return simulator;
}

Simulator::Simulator(const Settings &settings, SimulatorKeys keys, std::unique_ptr<SimulatorClock> clock,
                     std::unique_ptr<Books> books, Clock &realClock, Random &random, HttpTransport &transport)
    : m_keys(std::move(keys)), m_clock(std::move(clock)), m_books(std::move(books)),
      m_notifies(m_keys, m_faults, *m_clock, realClock, random, transport,
                 {.foreignAddresses = settings.foreignNotifyAddresses, .switches = settings.switches}),
      m_api(m_keys, *m_books, m_faults, realClock, random, settings.switches, settings.codeUrl),
      m_controls(*m_books, m_faults, *m_clock, m_notifies), m_page(*m_books, random, settings.shopName),
      m_account(m_keys, *m_clock, realClock, random, transport,
                {.url = settings.eventsUrl, .foreignAddresses = settings.foreignNotifyAddresses})
{
    connect(&m_page, &PhonePage::paid, &m_notifies, &NotifySender::announce);
    connect(&m_notifies, &NotifySender::accepted, this, [this](const QString &outTradeNo) {
        // If the disk refuses, the merchant hears of it once more after a restart, which it must bear anyway.
        [[maybe_unused]] const auto marked = m_books->markNotified(outTradeNo);
    });
}

void Simulator::resumeNotifies()
{
    const QDateTime oldest = m_clock->now().addSecs(-notifiesEndAfterS);
    for (const auto &order : m_books->all()) {
        if (order.state == TradeState::Success && !order.notified && order.successTime >= oldest)
            m_notifies.announce(order);
    }
}

Result<void> Simulator::pay(const QString &outTradeNo)
{
    const auto paid = m_books->pay(outTradeNo, {});
    if (!paid)
        return paid.error();
    m_notifies.announce(*paid);
    return {};
}

Result<void> Simulator::notifyAgain(const QString &outTradeNo)
{
    const auto *order = m_books->find(outTradeNo);
    if (!order || order->state != TradeState::Success)
        return Error{ErrorCode::NotFound, QStringLiteral("no paid order of this number")};
    m_notifies.announce(*order);
    return {};
}
