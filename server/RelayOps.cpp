// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/RelayOps.h"

#include "server/domain/Clock.h"
#include "server/relay/RelayPeers.h"
#include "server/relay/RelayRoute.h"

namespace {

using Kind = Metrics::Kind;

/// As RelayRoute::Outcome has them.
constexpr std::array outcomes{"kept",         "repeat",    "malformed", "too_long",     "probe",
                              "unknown_shop", "too_often", "no_room",   "store_failure"};
static_assert(outcomes.size() == size_t(RelayRoute::Outcome::Count));

} // namespace

RelayOps::RelayOps(const Watched &watched)
    : m_watched(watched), m_desk(watched.house, [this] { return lookIntoBooks(); },
                                 {.waiting = [] { return 0; }, .sendHome = [this] { m_watched.peers.goAway(); }})
{
    askPosts();
    askLinks();
    askWaiting();
}

void RelayOps::askPosts()
{
    m_desk.metrics().ask(Kind::Counter, "scantill_relay_posts_total",
                         "What was posted for shops, by what became of it.", [&route = m_watched.route] {
                             QList<Metrics::Sample> samples;
                             for (size_t i = 0; i < outcomes.size(); ++i)
                                 samples.append({{{"outcome", outcomes[i]}}, double(route.counts()[i])});
                             return samples;
                         });
}

void RelayOps::askLinks()
{
    auto &metrics = m_desk.metrics();
    const RelayPeers &peers = m_watched.peers;
    metrics.ask(Kind::Gauge, "scantill_relay_shops_connected", "Shops whose link is open.",
                [&peers] { return double(peers.count()); });
    metrics.ask(Kind::Counter, "scantill_relay_handed_down_total",
                "Notifications that went down a link, again ones too.",
                [&peers] { return double(peers.counts().handedDown); });
    metrics.ask(Kind::Counter, "scantill_relay_acknowledged_total", "Notifications that shops said they have.",
                [&peers] { return double(peers.counts().acknowledged); });
    metrics.ask(Kind::Counter, "scantill_relay_links_refused_total", "Links that were ended for what came, by why.",
                [&peers] {
                    const LineCounts &counts = peers.counts();
                    return QList<Metrics::Sample>{{{{"reason", "stranger"}}, double(counts.strangers)},
                                                  {{{"reason", "no_hello"}}, double(counts.lateHellos)},
                                                  {{{"reason", "not_understood"}}, double(counts.notUnderstood)},
                                                  {{{"reason", "too_many"}}, double(counts.tooMany)}};
                });
}

void RelayOps::askWaiting()
{
    const auto ask = [this](const char *name, const char *help, double (*figure)(const RelayWaiting &)) {
        m_desk.metrics().ask(Kind::Gauge, name, help, [this, figure] {
            return Metrics::maybe(m_waiting ? std::optional(figure(*m_waiting)) : std::nullopt);
        });
    };
    ask("scantill_relay_shops", "Shops that are served.", [](const RelayWaiting &all) { return double(all.shops); });
    ask("scantill_relay_waiting", "Notifications that no shop has acknowledged.",
        [](const RelayWaiting &all) { return double(all.notifications); });
    ask("scantill_relay_waiting_bytes", "How long those are.",
        [](const RelayWaiting &all) { return double(all.bytes); });
    ask("scantill_relay_longest_line", "Notifications that wait for the shop that has most.",
        [](const RelayWaiting &all) { return double(all.longestLine); });
    m_desk.metrics().ask(Kind::Gauge, "scantill_relay_oldest_waiting_seconds",
                         "For how long the oldest has waited; 0: none waits.", [this] {
                             if (!m_waiting)
                                 return QList<Metrics::Sample>();
                             const auto &oldest = m_waiting->oldest;
                             const auto ms = oldest.isValid()
                                                 ? std::max<qint64>(0, oldest.msecsTo(m_watched.house.clock.now()))
                                                 : 0;
                             return Metrics::maybe(double(ms) / 1000);
                         });
}

QFuture<void> RelayOps::lookIntoBooks()
{
    m_waiting.reset(); // what comes too late is left out
    return m_watched.store.waiting().then(this, [this](const Result<RelayWaiting> &waiting) {
        m_waiting = waiting ? std::optional(*waiting) : std::nullopt;
    });
}
