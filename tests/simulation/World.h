// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Cashier.h"
#include "tests/simulation/CrashVfs.h"
#include "tests/simulation/Manager.h"
#include "tests/support/VirtualClock.h"

/// One shop with its server, tills, people, network and provider, on one clock and from one seed. Machines are started,
/// crash and are started again here; what goes wrong otherwise is Chaos's.
class World : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 startMs = 1'767'225'600'000; ///< 2026-01-01, midnight
    static constexpr int salesADay = 200;

    explicit World(quint64 seed, bool aloud = false);
    ~World() override;

    /// Plays that many days and holds the books against the provider's after each. False: something broke.
    bool play(int days);

    Trace &trace() { return m_trace; }
    const Ledger &ledger() const { return *m_ledger; }
    int crashes() const { return m_crashes; }

    // What Chaos pulls at.
    VirtualClock &clock() { return m_clock; }
    Provider &provider() { return *m_provider; }
    CrashDisk &disk() { return m_disk; }
    ShiftedClock &serverClock() { return m_serverClock; }
    const QList<ShopTill *> &tills() const { return m_tillList; }
    SimulatedServer *server() const { return m_server && m_server->isOn() ? m_server.get() : nullptr; }
    void setDiskFull(bool full);
    /// Stops it in an orderly way; it is started again soon.
    void restartServer();

private:
    void playUntil(qint64 steadyMs);
    void afterStep();
    void startServer();
    void startServerLater();
    void buryServer();
    void buryTill(ShopTill &till);
    std::optional<qint64> wellSinceMs();
    std::optional<QFuture<HttpReply>> notified(const HttpRequest &request, bool corrupted);

    VirtualClock m_clock{startMs};
    Trace m_trace;
    Dice m_dice;
    ShiftedClock m_serverClock{m_clock};
    CrashDisk m_disk;
    CrashVfs m_vfs{m_disk};
    std::unique_ptr<Provider> m_provider;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Customers> m_customers;
    std::unique_ptr<Manager> m_office;
    QTemporaryDir m_journals;
    std::unique_ptr<SimulatedServer> m_server;
    std::vector<std::unique_ptr<ShopTill>> m_tills;
    QList<ShopTill *> m_tillList;
    std::vector<std::unique_ptr<Cashier>> m_cashiers;
    quint64 m_chaosSeed;
    bool m_isDiskFull = false;
    std::optional<qint64> m_wellSinceMs;
    qint64 m_lookedMs = 0;
    int m_crashes = 0;
};
