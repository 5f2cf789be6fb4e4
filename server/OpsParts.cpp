// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/OpsParts.h"

#include "server/Listeners.h"
#include "server/checkout/Cases.h"
#include "server/checkout/Checkout.h"
#include "server/checkout/RecordedProvider.h"
#include "server/checkout/Refunds.h"
#include "server/ops/OpsRoutes.h"
#include "server/ops/ProcessFigures.h"
#include "server/push/LongPoll.h"
#include "server/push/WebSocketWatch.h"
#include "server/relay/RelayLink.h"
#include "server/runtime/Logging.h"
#include "server/store/BooksState.h"
#include "server/store/Database.h"
#include "server/wechatpay/WeChatPay.h"

namespace {

using Kind = Metrics::Kind;
using Outcome = NotifyFigures::Outcome;

Outcome outcomeOf(NotifyOutcome outcome)
{
    switch (outcome) {
    case NotifyOutcome::Settled:
        return Outcome::Verified;
    case NotifyOutcome::Repeated:
        return Outcome::Repeated;
    case NotifyOutcome::NotKnown:
        return Outcome::NotKnown;
    case NotifyOutcome::NotWritten:
        break;
    }
    return Outcome::StoreFailure;
}

Outcome outcomeOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid: // its signature; what is in it cannot be read
        return Outcome::Malformed;
    case Verdict::Stale:
        return Outcome::Stale;
    case Verdict::Probe:
        return Outcome::Probe;
    case Verdict::MissingHeaders:
    case Verdict::UnknownSerial:
    case Verdict::Forged:
        break;
    }
    return Outcome::BadSignature;
}

/// Why a request was refused, in a word; nothing for an answer that refuses nothing.
const char *reasonOf(int status)
{
    static constexpr std::pair<int, const char *> reasons[] = {
        {400, "malformed"},     {401, "unauthorized"},    {403, "forbidden"},        {404, "not_found"},
        {405, "method"},        {408, "too_slow"},        {409, "conflict"},         {411, "no_length"},
        {413, "body_too_long"}, {415, "media_type"},      {426, "not_a_web_socket"}, {429, "too_often"},
        {431, "head_too_long"}, {500, "server_failure"},  {501, "method_unknown"},   {502, "provider_refused"},
        {503, "busy"},          {504, "provider_silent"},
    };
    for (const auto &[code, reason] : reasons) {
        if (code == status)
            return reason;
    }
    return status < 400 ? nullptr : "other";
}

/// One sample, or none where nothing is known.
QList<Metrics::Sample> maybe(std::optional<double> value)
{
    return value ? QList<Metrics::Sample>{{{}, *value}} : QList<Metrics::Sample>();
}

QFuture<PartState> state(bool isReady, const char *yes, const char *no)
{
    return ready(PartState{isReady, QString::fromLatin1(isReady ? yes : no)});
}

} // namespace

OpsParts::OpsParts(const Watched &watched)
    : m_watched(watched), m_orders(m_metrics), m_notify(m_metrics), m_provider(m_metrics),
      m_providerHealth(watched.clock),
      m_storeHealth([&database = watched.database] { return BooksState::write(database); }, watched.clock)
{
    m_metrics.ask(Kind::Gauge, "scantill_build_info", "The program's version and Qt's; always 1.", [] {
        return QList<Metrics::Sample>{
            {{{"version", SCANTILL_VERSION}, {"qt_version", QString::fromLatin1(qVersion())}}, 1}};
    });
    joinPayments();
    joinNotifications();
    askWaiting();
    askHttp();
    askProcess();
    addReadiness();
}

void OpsParts::joinPayments()
{
    const auto happened = [this](const Order &order, const OrderEvent &event) { m_orders.happened(order, event); };
    const auto caseOpened = [this](CaseKind kind) { m_orders.caseOpened(kind); };
    connect(&m_watched.checkout, &Checkout::happened, this, happened);
    connect(&m_watched.refunds, &Refunds::happened, this, happened);
    connect(&m_watched.cases, &Cases::happened, this, happened);
    connect(&m_watched.checkout, &Checkout::caseOpened, this, caseOpened);
    connect(&m_watched.refunds, &Refunds::caseOpened, this, caseOpened);
    connect(&m_watched.provider, &RecordedProvider::ended, this,
            [this](const char *call, std::optional<ErrorCode> fault, std::chrono::milliseconds took) {
                m_provider.ended(call, fault, took);
                if (const auto answered = ProviderFigures::answered(fault))
                    m_providerHealth.heard(*answered);
            });
    m_metrics.ask("scantill_store_commit_seconds",
                  "How long a commit took, with its sync to the disk where something was written.",
                  m_watched.database.commits());
    m_metrics.ask(Kind::Gauge, "scantill_store_jobs_waiting", "Jobs for the store that are not done.",
                  [&database = m_watched.database] { return double(database.waiting()); });
    m_metrics.ask(Kind::Gauge, "scantill_open_orders", "Orders that may still be paid.",
                  [this] { return maybe(m_openOrders); });
    m_metrics.ask(Kind::Gauge, "scantill_open_cases", "Cases that wait for a person.",
                  [this] { return maybe(m_openCases); });
}

void OpsParts::joinNotifications()
{
    connect(&m_watched.wechatpay, &WeChatPay::refused, this,
            [this](Verdict verdict) { m_notify.ended(outcomeOf(verdict)); });
    connect(&m_news, &NotifyNews::verified, this,
            [this](const QString &number, NotifyFigures::Moment receivedAt) { m_notify.verified(number, receivedAt); });
    connect(&m_news, &NotifyNews::ended, this,
            [this](const QString &number, NotifyOutcome outcome) { m_notify.ended(number, outcomeOf(outcome)); });
    const auto pushes = m_metrics.counter("scantill_pushes_total", "What waiting tills and pages were told.");
    connect(&m_watched.watchers, &Watchers::pushed, this, [this, pushes](const OutTradeNo &number) {
        pushes.add();
        m_notify.pushed(number.text());
    });
}

void OpsParts::askWaiting()
{
    m_metrics.ask(Kind::Gauge, "scantill_websockets", "Open WebSockets.",
                  [&sockets = m_watched.webSockets] { return double(sockets.count()); });
    m_metrics.ask(Kind::Gauge, "scantill_waiters", "Waits for an order or a login, by how their client waits.", [this] {
        const double polls = m_watched.polls.waiting();
        return QList<Metrics::Sample>{{{{"kind", "long_poll"}}, polls},
                                      {{{"kind", "websocket"}}, m_watched.watchers.count() - polls}};
    });
}

void OpsParts::askHttp()
{
    const auto forEach = [this](const auto &call) {
        const Listeners &all = m_watched.listeners;
        for (const auto &[name, http] : {std::pair("main", all.main.http.get()),
                                         {"phone", all.phone.http.get()},
                                         {"simulator", all.simulator.http.get()},
                                         {"ops", all.ops.http.get()}}) {
            if (http)
                call(QString::fromLatin1(name), *http);
        }
    };
    m_metrics.ask(Kind::Gauge, "scantill_http_connections", "Open connections, WebSockets too, by listener.",
                  [forEach] {
                      QList<Metrics::Sample> samples;
                      forEach([&samples](const QString &name, const HttpListener &http) {
                          samples.append({{{"listener", name}}, double(http.connectionCount())});
                      });
                      return samples;
                  });
    m_metrics.ask(Kind::Counter, "scantill_http_replies_total", "Answers, by their status.", [forEach] {
        QMap<int, qint64> all;
        forEach([&all](const QString &, const HttpListener &http) {
            for (auto reply = http.replyCounts().begin(); reply != http.replyCounts().end(); ++reply)
                all[reply.key()] += reply.value();
        });
        QList<Metrics::Sample> samples;
        for (auto reply = all.cbegin(); reply != all.cend(); ++reply)
            samples.append({{{"code", QString::number(reply.key())}}, double(reply.value())});
        return samples;
    });
    m_metrics.ask(Kind::Counter, "scantill_http_refused_total", "Requests and connections that were refused, by why.",
                  [forEach] {
                      QMap<QString, qint64> all;
                      forEach([&all](const QString &, const HttpListener &http) {
                          for (auto reply = http.replyCounts().begin(); reply != http.replyCounts().end(); ++reply) {
                              if (const char *reason = reasonOf(reply.key()))
                                  all[QString::fromLatin1(reason)] += reply.value();
                          }
                          all[QStringLiteral("too_many_connections")] += http.turnedAwayCount();
                      });
                      QList<Metrics::Sample> samples;
                      for (auto reason = all.cbegin(); reason != all.cend(); ++reason)
                          samples.append({{{"reason", reason.key()}}, double(reason.value())});
                      return samples;
                  });
}

void OpsParts::askProcess()
{
    const auto ask = [this](Kind kind, const char *name, const char *help, std::optional<double> (*figure)()) {
        m_metrics.ask(kind, name, help, [figure] { return maybe(figure()); });
    };
    ask(Kind::Counter, "process_cpu_seconds_total", "CPU time, the kernel's for us too.", &ProcessFigures::cpuSeconds);
    ask(Kind::Gauge, "process_resident_memory_bytes", "Memory in use.", &ProcessFigures::residentBytes);
    ask(Kind::Gauge, "process_virtual_memory_bytes", "Memory asked for.", &ProcessFigures::virtualBytes);
    ask(Kind::Gauge, "process_open_fds", "Open files and sockets.", &ProcessFigures::openFiles);
    ask(Kind::Gauge, "process_max_fds", "As many files and sockets may be open.", &ProcessFigures::mostOpenFiles);
    ask(Kind::Gauge, "process_start_time_seconds", "When the process began, since the epoch.",
        &ProcessFigures::startedAt);
    m_metrics.ask(Kind::Counter, "scantill_log_lines_dropped_total", "Lines that nobody took off our hands in time.",
                  [] { return double(Logging::droppedLines()); });
    for (const char *result : {"taken", "refused"})
        (void)m_metrics.counter("scantill_reloads_total", "Reloads of the profile, by what came of them.",
                                {{"result", result}});
}

void OpsParts::watchRelay(const RelayLink &relay)
{
    m_metrics.ask(Kind::Gauge, "scantill_relay_connected", "Whether the relay is there and has recognised this shop.",
                  [&relay] { return relay.isUp() ? 1.0 : 0.0; });
    m_metrics.ask(Kind::Counter, "scantill_relay_notifications_total", "What came from the relay, by how it ended.",
                  [&relay] {
                      return QList<Metrics::Sample>{{{{"outcome", "taken"}}, double(relay.counts().taken)},
                                                    {{{"outcome", "refused"}}, double(relay.counts().refused)}};
                  });
    m_metrics.ask(Kind::Counter, "scantill_relay_left_out_total", "Numbers that were missing in the relay's line.",
                  [&relay] { return double(relay.counts().missing); });
    // Without it payments are found a few seconds later, by asking: no reason to send tills away.
    m_readiness.add(QStringLiteral("relay"), [&relay] {
        return ready(PartState{true, relay.isUp() ? QStringLiteral("connected") : QStringLiteral("away")});
    });
}

void OpsParts::countReload(bool taken)
{
    m_metrics
        .counter("scantill_reloads_total", "Reloads of the profile, by what came of them.",
                 {{"result", taken ? "taken" : "refused"}})
        .add();
}

void OpsParts::addReadiness()
{
    m_readiness.add(QStringLiteral("server"), [this] { return state(!m_isStopping, "running", "stopping"); });
    m_readiness.add(QStringLiteral("store"), [this] { return m_storeHealth.look(); });
    m_readiness.add(QStringLiteral("provider"), [this] { return ready(m_providerHealth.look()); });
    m_readiness.add(QStringLiteral("listeners"), [this] {
        const Listeners &all = m_watched.listeners;
        const bool phone = !all.phone.http || all.phone.http->isListening();
        return state(all.main.http->isListening() && phone, "listening", "closed");
    });
}

void OpsParts::addRoutes()
{
    const OpsRoutes routes{[this] { return m_readiness.answer(); }, [this] { return scrape(); }};
    routes.addTo(*m_watched.listeners.main.http, OpsRoutes::For::ThisMachine);
    if (m_watched.listeners.ops.http)
        routes.addTo(*m_watched.listeners.ops.http, OpsRoutes::For::Everybody);
}

QFuture<HttpReply> OpsParts::scrape()
{
    auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    auto future = promise->future();
    auto answered = std::make_shared<bool>(false);
    const auto answer = [this, promise, answered](const Result<BooksState::Open> &open) {
        if (std::exchange(*answered, true))
            return;
        m_openOrders = open ? std::optional(open->orders) : std::nullopt;
        m_openCases = open ? std::optional(open->cases) : std::nullopt;
        promise->addResult(HttpReply::text(200, Metrics::contentType(), m_metrics.text()));
        promise->finish();
    };
    m_watched.clock.callAfter(booksWithin, this, [answer] { answer(because(ErrorCode::Busy, "no answer")); });
    BooksState::open(m_watched.database, m_watched.shopId).then(this, answer);
    return future;
}

void OpsParts::stop()
{
    m_isStopping = true;
    m_stop = std::make_unique<GracefulStop>(house(), m_watched.clock);
    connect(m_stop.get(), &GracefulStop::done, this, &OpsParts::stopped);
    m_stop->start();
}

GracefulStop::House OpsParts::house()
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
            .busy = [this, sum] { return sum(&HttpListener::busyCount) - m_watched.polls.waiting(); },
            .storeReached = [this] { return m_watched.database.reached(); },
            .sendHome =
                [this] {
                    m_watched.webSockets.goAway();
                    m_watched.polls.endAll();
                },
            .present = [sum] { return sum(&HttpListener::connectionCount); }};
}
