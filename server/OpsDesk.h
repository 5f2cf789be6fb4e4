// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/GracefulStop.h"
#include "server/ops/Metrics.h"
#include "server/ops/Readiness.h"
#include "server/ops/StoreHealth.h"

class Clock;
class Database;
struct HttpReply;
struct Listeners;

/// What an operator sees of any server of ours, and its end in order: readiness and figures of listeners, books,
/// certificate and process. What is one server's alone its own parts add to it.
class OpsDesk : public QObject
{
    Q_OBJECT
public:
    /// How long a scrape waits for the books' own figures; they are left out then.
    static constexpr std::chrono::milliseconds booksWithin{1000};

    struct Watched
    {
        Listeners &listeners; ///< as they are served; a certificate that comes later is not seen
        Database &database;
        Clock &clock;
    };
    /// Asks the books for figures; ends when they are there.
    using Look = std::function<QFuture<void>()>;
    /// Who is here without being served at this moment, and is told to go at the end.
    struct Guests
    {
        std::function<int()> waiting; ///< requests that only wait
        std::function<void()> sendHome;
    };
    /// All must outlive this. lookIntoBooks: before each scrape.
    OpsDesk(const Watched &watched, Look lookIntoBooks, Guests guests);

    Metrics &metrics() { return m_metrics; }
    Readiness &readiness() { return m_readiness; }
    /// /healthz, /readyz and /metrics, on the main listener for this machine, on the operator's for everybody.
    void addRoutes();
    void countReload(bool taken);
    /// Ends the server in order, and then says stopped(). Once.
    void stop();

signals:
    void stopped(bool storeAnswers); ///< as GracefulStop::done

private:
    void addFigures();
    void addCertificate();
    void addReadiness();
    QFuture<HttpReply> scrape();
    GracefulStop::House house();

    Watched m_watched;
    Look m_look;
    Guests m_guests;
    Metrics m_metrics;
    StoreHealth m_storeHealth;
    Readiness m_readiness;
    bool m_isStopping = false;
    std::unique_ptr<GracefulStop> m_stop; ///< once it has begun
};
