// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/OpsDesk.h"

#include "server/Listeners.h"
#include "server/domain/Clock.h"
#include "server/ops/CertificateHealth.h"
#include "server/ops/HttpFigures.h"
#include "server/ops/OpsRoutes.h"
#include "server/ops/ProcessFigures.h"
#include "server/runtime/Logging.h"
#include "server/store/BooksState.h"
#include "server/store/Database.h"

namespace {

using Kind = Metrics::Kind;

QFuture<PartState> state(bool isReady, const char *yes, const char *no)
{
    return ready(PartState{isReady, QString::fromLatin1(isReady ? yes : no)});
}

HttpFigures::Named named(const Listeners &listeners)
{
    HttpFigures::Named all;
    for (const auto &[name, http] : {std::pair("main", listeners.main.http.get()),
                                     {"phone", listeners.phone.http.get()},
                                     {"simulator", listeners.simulator.http.get()},
                                     {"ops", listeners.ops.http.get()}}) {
        if (http)
            all.append({QString::fromLatin1(name), http});
    }
    return all;
}

} // namespace

OpsDesk::OpsDesk(const Watched &watched, Look lookIntoBooks, Guests guests)
    : m_watched(watched), m_look(std::move(lookIntoBooks)), m_guests(std::move(guests)),
      m_storeHealth([&database = watched.database] { return BooksState::write(database); }, watched.clock)
{
    addFigures();
    addReadiness();
    if (m_watched.listeners.certificateEnds.isValid())
        addCertificate();
}

void OpsDesk::addFigures()
{
    m_metrics.ask(Kind::Gauge, "scantill_build_info", "The program's version and Qt's; always 1.", [] {
        return QList<Metrics::Sample>{
            {{{"version", SCANTILL_VERSION}, {"qt_version", QString::fromLatin1(qVersion())}}, 1}};
    });
    m_metrics.ask("scantill_store_commit_seconds",
                  "How long a commit took, with its sync to the disk where something was written.",
                  m_watched.database.commits());
    m_metrics.ask(Kind::Gauge, "scantill_store_jobs_waiting", "Jobs for the store that are not done.",
                  [&database = m_watched.database] { return double(database.waiting()); });
    HttpFigures::addTo(m_metrics, named(m_watched.listeners));
    ProcessFigures::addTo(m_metrics);
    m_metrics.ask(Kind::Counter, "scantill_log_lines_dropped_total", "Lines that nobody took off our hands in time.",
                  [] { return double(Logging::droppedLines()); });
    for (const char *result : {"taken", "refused"})
        (void)m_metrics.counter("scantill_reloads_total", "Reloads, by what came of them.", {{"result", result}});
}

void OpsDesk::addCertificate()
{
    const Listeners &all = m_watched.listeners;
    m_metrics.ask(Kind::Gauge, "scantill_certificate_not_after_timestamp_seconds",
                  "When the certificate we serve with ends, since the epoch.",
                  [&all] { return double(all.certificateEnds.toSecsSinceEpoch()); });
    m_readiness.add(QStringLiteral("certificate"), [this, &all] {
        return ready(CertificateHealth::look(all.certificateEnds, m_watched.clock.now()));
    });
}

void OpsDesk::addReadiness()
{
    m_readiness.add(QStringLiteral("server"), [this] { return state(!m_isStopping, "running", "stopping"); });
    m_readiness.add(QStringLiteral("store"), [this] { return m_storeHealth.look(); });
    m_readiness.add(QStringLiteral("listeners"), [this] {
        const Listeners &all = m_watched.listeners;
        const bool phone = !all.phone.http || all.phone.http->isListening();
        return state(all.main.http->isListening() && phone, "listening", "closed");
    });
}

void OpsDesk::addRoutes()
{
    const OpsRoutes routes{[this] { return m_readiness.answer(); }, [this] { return scrape(); }};
    routes.addTo(*m_watched.listeners.main.http, OpsRoutes::For::ThisMachine);
    if (m_watched.listeners.ops.http)
        routes.addTo(*m_watched.listeners.ops.http, OpsRoutes::For::Everybody);
}

void OpsDesk::countReload(bool taken)
{
    m_metrics
        .counter("scantill_reloads_total", "Reloads, by what came of them.", {{"result", taken ? "taken" : "refused"}})
        .add();
}

QFuture<HttpReply> OpsDesk::scrape()
{
    auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    auto future = promise->future();
    auto answered = std::make_shared<bool>(false);
    const auto answer = [this, promise, answered] {
        if (std::exchange(*answered, true))
            return;
        promise->addResult(HttpReply::text(200, Metrics::contentType(), m_metrics.text()));
        promise->finish();
    };
    m_watched.clock.callAfter(booksWithin, this, answer);
    m_look().then(this, answer);
    return future;
}

void OpsDesk::stop()
{
    m_isStopping = true;
    m_stop = std::make_unique<GracefulStop>(house(), m_watched.clock);
    connect(m_stop.get(), &GracefulStop::done, this, &OpsDesk::stopped);
    m_stop->start();
}

GracefulStop::House OpsDesk::house()
{
    // The simulator and the operator's port stay open to the end.
    const auto forBoth = [this](const auto &call) {
        for (auto *http : {m_watched.listeners.main.http.get(), m_watched.listeners.phone.http.get()}) {
            if (http)
                call(*http);
        }
    };
    const auto sum = [forBoth](int (HttpListener::*count)() const) {
        int all = 0;
        forBoth([&all, count](const HttpListener &http) { all += (http.*count)(); });
        return all;
    };
    return {.shutDoors = [forBoth] { forBoth([](HttpListener &http) { http.drain(); }); },
            .busy = [this, sum] { return sum(&HttpListener::busyCount) - m_guests.waiting(); },
            .storeReached = [this] { return m_watched.database.reached(); },
            .sendHome = m_guests.sendHome,
            .present = [sum] { return sum(&HttpListener::connectionCount); }};
}
