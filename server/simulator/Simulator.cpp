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
    Base base{.keys = *keys,
              .clock = std::make_unique<SimulatorClock>(clock),
              .switches = std::make_unique<SimulatorSwitches>(settings.switches),
              .books = {}};
    auto books = Books::open(settings.folder, settings.memory, *base.clock, random, *base.switches);
    if (!books)
        return books.error();
    base.books = std::move(books).value();
    std::unique_ptr<Simulator> simulator(new Simulator(settings, std::move(base), clock, random, transport));
    simulator->resumeNotifies();
    return simulator;
}

Simulator::Simulator(const Settings &settings, Base base, Clock &realClock, Random &random, HttpTransport &transport)
    : m_keys(std::move(base.keys)), m_clock(std::move(base.clock)), m_switches(std::move(base.switches)),
      m_books(std::move(base.books)), m_faults(settings.cents),
      m_notifies(m_keys, m_faults, *m_clock, realClock, random, transport, *m_switches,
                 settings.foreignNotifyAddresses),
      m_payments(m_keys, *m_books, m_faults, m_notifies, *m_clock), m_endings(*m_books, m_notifies, *m_clock),
      m_orders(m_keys, *m_books, m_faults, m_payments, *m_switches, settings.codeUrl),
      m_refunds(m_keys, *m_books, m_faults, m_endings, *m_switches),
      m_bills(m_keys, *m_books, *m_clock, random, *m_switches),
      m_api(m_keys, m_faults, realClock, random, *m_switches, m_orders, m_refunds, m_bills),
      m_controls(*m_books, m_payments, m_faults, *m_clock, m_notifies, *m_switches),
      m_replay(m_payments, m_faults, realClock, *m_clock), m_page(*m_books, m_payments, random, settings.shopName),
      m_account(m_keys, *m_clock, realClock, random, transport,
                {.url = settings.eventsUrl, .foreignAddresses = settings.foreignNotifyAddresses})
{
    connect(&m_notifies, &NotifySender::finished, this, &Simulator::noteFinished);
    makeRoutes();
}

void Simulator::noteFinished(const NotifyEvent &event)
{
    // If the disk refuses, the merchant hears of it once more after a restart, which it must bear anyway.
    [[maybe_unused]] const auto marked = event.outRefundNo.isEmpty()
                                             ? m_books->markNotified(event.transactionId)
                                             : m_books->refunds().markNotified(event.outRefundNo);
}

void Simulator::resumeNotifies()
{
    const QDateTime oldest = m_clock->now().addSecs(-notifiesEndAfterS);
    const QList<BookOrder> orders = m_books->all();
    for (const auto &order : orders) {
        if (order.isPaid() && !order.notified && order.successTime >= oldest)
            m_notifies.announce(order);
    }
    m_endings.resume(oldest);
}

Result<void> Simulator::pay(const QString &outTradeNo)
{
    const auto paid = m_payments.pay(outTradeNo);
    return paid ? Result<void>() : Result<void>(paid.error());
}

Result<void> Simulator::notifyAgain(const QString &outTradeNo)
{
    const auto *order = m_books->find(outTradeNo);
    if (!order || !order->isPaid())
        return Error{ErrorCode::NotFound, QStringLiteral("no paid order of this number")};
    m_notifies.announce(*order);
    return {};
}
