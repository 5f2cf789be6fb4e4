// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/OpsParts.h"

#include "server/checkout/Cases.h"
#include "server/checkout/Checkout.h"
#include "server/checkout/RecordedProvider.h"
#include "server/checkout/Refunds.h"
#include "server/push/LongPoll.h"
#include "server/push/WebSocketWatch.h"
#include "server/relay/RelayLink.h"
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

} // namespace

OpsParts::OpsParts(const Watched &watched)
    : m_watched(watched),
      m_desk({watched.listeners, watched.database, watched.clock}, [this] { return lookIntoBooks(); },
             {.waiting = [&polls = watched.polls] { return polls.waiting(); },
              .sendHome =
                  [this] {
                      m_watched.webSockets.goAway();
                      m_watched.polls.endAll();
                  }}),
      m_orders(m_desk.metrics()), m_notify(m_desk.metrics()), m_provider(m_desk.metrics()),
      m_providerHealth(watched.clock)
{
    joinPayments();
    joinNotifications();
    askWaiting();
    m_desk.readiness().add(QStringLiteral("provider"), [this] { return ready(m_providerHealth.look()); });
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
    auto &metrics = m_desk.metrics();
    metrics.ask(Kind::Gauge, "scantill_open_orders", "Orders that may still be paid.",
                [this] { return Metrics::maybe(m_open ? std::optional<double>(m_open->orders) : std::nullopt); });
    metrics.ask(Kind::Gauge, "scantill_open_cases", "Cases that wait for a person.",
                [this] { return Metrics::maybe(m_open ? std::optional<double>(m_open->cases) : std::nullopt); });
}

void OpsParts::joinNotifications()
{
    connect(&m_watched.wechatpay, &WeChatPay::refused, this,
            [this](Verdict verdict) { m_notify.ended(outcomeOf(verdict)); });
    connect(&m_news, &NotifyNews::verified, this,
            [this](const QString &number, NotifyFigures::Moment receivedAt) { m_notify.verified(number, receivedAt); });
    connect(&m_news, &NotifyNews::ended, this,
            [this](const QString &number, NotifyOutcome outcome) { m_notify.ended(number, outcomeOf(outcome)); });
    const auto pushes = m_desk.metrics().counter("scantill_pushes_total", "What waiting tills and pages were told.");
    connect(&m_watched.watchers, &Watchers::pushed, this, [this, pushes](const OutTradeNo &number) {
        pushes.add();
        m_notify.pushed(number.text());
    });
}

void OpsParts::askWaiting()
{
    m_desk.metrics().ask(Kind::Gauge, "scantill_websockets", "Open WebSockets.",
                         [&sockets = m_watched.webSockets] { return double(sockets.count()); });
    m_desk.metrics().ask(
        Kind::Gauge, "scantill_waiters", "Waits for an order or a login, by how their client waits.", [this] {
            const double polls = m_watched.polls.waiting();
            return QList<Metrics::Sample>{{{{"kind", "long_poll"}}, polls},
                                          {{{"kind", "websocket"}}, m_watched.watchers.count() - polls}};
        });
}

void OpsParts::watchRelay(const RelayLink &relay)
{
    m_desk.metrics().ask(Kind::Gauge, "scantill_relay_connected",
                         "Whether the relay is there and has recognised this shop.",
                         [&relay] { return relay.isUp() ? 1.0 : 0.0; });
    m_desk.metrics().ask(Kind::Counter, "scantill_relay_notifications_total",
                         "What came from the relay, by how it ended.", [&relay] {
                             return QList<Metrics::Sample>{{{{"outcome", "taken"}}, double(relay.counts().taken)},
                                                           {{{"outcome", "refused"}}, double(relay.counts().refused)}};
                         });
    m_desk.metrics().ask(Kind::Counter, "scantill_relay_left_out_total",
                         "Numbers that were missing in the relay's line.",
                         [&relay] { return double(relay.counts().missing); });
    // Without it payments are found a few seconds later, by asking: no reason to send tills away.
    m_desk.readiness().add(QStringLiteral("relay"), [&relay] {
        return ready(PartState{true, relay.isUp() ? QStringLiteral("connected") : QStringLiteral("away")});
    });
}

QFuture<void> OpsParts::lookIntoBooks()
{
    m_open.reset(); // what comes too late is left out
    return BooksState::open(m_watched.database, m_watched.shopId)
        .then(this,
              [this](const Result<BooksState::Open> &open) { m_open = open ? std::optional(*open) : std::nullopt; });
}
