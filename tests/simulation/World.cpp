// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/World.h"

#include "tests/simulation/Chaos.h"

#include <QCoreApplication>
#include <QPointer>

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

} // namespace

World::World(quint64 seed, bool aloud)
    : m_trace(m_clock, aloud), m_dice(seed, "world"), m_disk(m_dice.seed()), m_chaosSeed(m_dice.seed())
{
    m_provider =
        std::make_unique<Provider>(m_clock, m_trace, m_dice.seed(), [this](const HttpRequest &request, bool corrupted) {
            return notified(request, corrupted);
        });
    m_ledger = std::make_unique<Ledger>(m_clock, m_trace, *m_provider, m_vfs.name());
    m_customers = std::make_unique<Customers>(m_clock, m_trace, *m_provider, *m_ledger, m_dice.seed());
    const auto server = [this] { return this->server(); };
    m_office = std::make_unique<Manager>(m_clock, m_trace, m_dice.seed(), server);
    startServer();
    const int count = int(m_dice.between(1, 3));
    for (int number = 1; number <= count; ++number) {
        m_tills.push_back(
            std::make_unique<ShopTill>(number, m_journals.path(), m_clock, m_trace, m_dice.seed(), server));
        auto *till = m_tills.back().get();
        m_tillList.append(till);
        connect(till, &ShopTill::changed, this, [this, till] {
            if (till->isOn())
                m_ledger->shown(*till);
        });
        connect(till, &ShopTill::announced, this,
                [this, till](const QString &order, Money amount) { m_ledger->announced(*till, order, amount); });
        m_cashiers.push_back(std::make_unique<Cashier>(*till, *m_customers, m_clock, m_dice.seed()));
        till->powerOn();
    }
}

World::~World()
{
    m_cashiers.clear();
    m_tills.clear();
    m_server.reset();
}

bool World::play(int days)
{
    Chaos chaos(*this, m_chaosSeed);
    for (int day = 0; day < days && !m_trace.isBroken(); ++day) {
        const qint64 midnightMs = startMs + day * dayMs;
        playUntil(midnightMs + 9 * hourMs);
        const qint64 closingMs = midnightMs + 21 * hourMs;
        chaos.begin();
        for (const auto &cashier : m_cashiers)
            cashier->serve(closingMs,
                           12 * hourMs * m_tillList.size() * 7 / (10 * salesADay)); // the mean is above the middle
        m_office->work(closingMs + hourMs);
        playUntil(closingMs);
        if (m_trace.isBroken())
            break;
        chaos.end();
        playUntil(midnightMs + 30 * hourMs);
        if (!m_trace.isBroken())
            m_ledger->audit(true, m_tillList);
    }
    if (!m_trace.isBroken()) {
        playUntil(startMs + days * dayMs + 36 * hourMs); // the last notification has been tried the last time
        m_ledger->audit(false, m_tillList);
    }
    return !m_trace.isBroken();
}

void World::playUntil(qint64 steadyMs)
{
    while (!m_trace.isBroken() && m_clock.step(std::chrono::milliseconds(steadyMs - m_clock.steadyMs())))
        afterStep();
}

void World::afterStep()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    if (m_server && !m_server->isOn())
        buryServer();
    for (auto *till : std::as_const(m_tillList)) {
        if (till->hasCrashed())
            buryTill(*till);
    }
    const auto well = wellSinceMs();
    if (m_clock.steadyMs() - m_lookedMs < 500)
        return;
    m_lookedMs = m_clock.steadyMs();
    m_ledger->look(well, m_tillList);
}

void World::startServer()
{
    auto power = std::make_shared<Power>();
    m_disk.plugInto(power);
    if (m_dice.happens(0.15))
        power->cutAfter(m_dice.between(0, 400)); // it does not get far this time
    const SimulatedServer::Outside outside{.fileSystem = m_vfs.name(),
                                           .clock = m_serverClock,
                                           .api = m_provider->api(),
                                           .provider = m_provider->listener(),
                                           .profile = m_provider->profile()};
    m_trace.note(QStringLiteral("server starts"));
    m_server = std::make_unique<SimulatedServer>(outside, power, m_dice.seed());
    auto *started = m_server.get();
    connect(started, &SimulatedServer::happened, this, [this, started](const Order &order, const OrderEvent &event) {
        if (!started->isOn())
            return;
        m_ledger->happened(order, event);
        if (event.type == EventType::Success)
            m_office->paid(order);
    });
    if (!started->startFault().isEmpty() && !m_isDiskFull)
        m_trace.broke(QStringLiteral("the server does not start: ") + started->startFault());
    if (!m_server->isOn())
        buryServer();
}

void World::startServerLater()
{
    const qint64 delayMs = m_dice.happens(0.1) ? m_dice.between(300'000, 1'500'000) : m_dice.between(500, 120'000);
    m_clock.callAfter(std::chrono::milliseconds(delayMs), this, [this] { startServer(); });
}

void World::buryServer()
{
    ++m_crashes;
    m_trace.note(QStringLiteral("server has crashed"));
    m_server.reset();
    m_disk.settleAfterCrash();
    startServerLater();
}

void World::restartServer()
{
    if (!server())
        return;
    m_trace.note(QStringLiteral("server is stopped"));
    m_server.reset();
    startServerLater();
}

void World::buryTill(ShopTill &till)
{
    ++m_crashes;
    m_trace.note(till.name() + QStringLiteral(" has crashed"));
    till.bury();
    m_clock.callAfter(std::chrono::milliseconds(m_dice.between(2'000, 90'000)), &till, [&till] { till.powerOn(); });
}

void World::setDiskFull(bool full)
{
    m_isDiskFull = full;
    m_disk.setFull(full);
    m_trace.note(full ? QStringLiteral("disk is full") : QStringLiteral("disk has room"));
}

std::optional<qint64> World::wellSinceMs()
{
    const auto api = m_provider->api().fairSinceMs();
    const auto kind = m_provider->kindSinceMs();
    const bool isWell = server() && api && kind && m_serverClock.isRight() && !m_isDiskFull;
    if (!isWell)
        m_wellSinceMs.reset();
    else if (!m_wellSinceMs)
        m_wellSinceMs = m_clock.steadyMs();
    // What hung from before has its time-outs; then nothing excuses.
    constexpr qint64 recoveryMs = 40'000;
    return m_wellSinceMs ? std::optional(*m_wellSinceMs + recoveryMs) : std::nullopt;
}

std::optional<QFuture<HttpReply>> World::notified(const HttpRequest &request, bool corrupted)
{
    auto *at = server();
    if (!at || !at->power().point())
        return std::nullopt;
    return at->notified(request).then(this, [this, request, corrupted, server = QPointer(at)](const HttpReply &reply) {
        // An answer of a machine that has stopped meanwhile leaves nobody.
        const bool leaves = server && server->power().point();
        if (leaves)
            m_ledger->answered(request, reply.status, corrupted);
        return leaves ? reply : HttpReply{0, {}, {}};
    });
}
