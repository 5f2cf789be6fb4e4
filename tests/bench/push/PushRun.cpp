// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/PushRun.h"

#include "tests/bench/push/PeerProcess.h"

#include <algorithm>
#include <cstdio>

namespace {

/// What a push leaves for later, as an entry in a timeline, belongs to its cost.
constexpr int laterWorkMs = 1500;

} // namespace

void PushRun::heard(const QByteArray &key)
{
    const auto flight = m_flights.find(key);
    if (flight == m_flights.end() || flight->heard) {
        m_fault = QStringLiteral("a push for %1 that nobody asked for").arg(QString::fromLatin1(key));
        return;
    }
    m_latenciesNs.push_back(Loop::nowNs() - flight->sentNs);
    flight->heard = true;
    landed(key);
}

std::optional<PushRun::Outcome> PushRun::run(const std::vector<Notice> &notices, int atOnce)
{
    m_notices = &notices;
    m_next.assign(std::size_t(atOnce), 0);
    m_done = 0;
    m_latenciesNs.clear();
    m_lines.resize(std::size_t(atOnce));
    for (auto &line : m_lines) {
        if (!line || !line->isOpen()) // a server ends what has been idle for long
            line = std::make_unique<HttpLine>(m_loop, m_port);
    }
    const qint64 cpu = m_peer.cpuNs();
    const qint64 begun = Loop::nowNs();
    for (int line = 0; line < atOnce; ++line)
        sendNext(line);
    const bool whole = m_loop.runUntil([&] { return m_done == notices.size() || !m_fault.isEmpty(); }, 120'000);
    const double tookNs = double(Loop::nowNs() - begun);
    if (!whole || !m_fault.isEmpty()) {
        std::fprintf(stderr, "%zu of %zu pushes arrived. %s\n", m_done, notices.size(), qPrintable(m_fault));
        return std::nullopt;
    }
    pass(laterWorkMs);
    const double spentNs = double(m_peer.cpuNs() - cpu);
    const double count = double(notices.size());
    std::sort(m_latenciesNs.begin(), m_latenciesNs.end());
    const auto at = [this](double share) {
        return double(m_latenciesNs[std::size_t(share * double(m_latenciesNs.size() - 1))]);
    };
    return Outcome{.cpuUsPerPush = spentNs / count / 1e3,
                   .p50Ms = at(0.5) / 1e6,
                   .p99Ms = at(0.99) / 1e6,
                   .perSecond = count / tookNs * 1e9};
}

void PushRun::pass(int ms)
{
    (void)m_loop.runUntil([] { return false; }, ms);
}

void PushRun::sendNext(int line)
{
    const auto index = m_next[std::size_t(line)]++ * m_next.size() + std::size_t(line);
    if (index >= m_notices->size())
        return;
    const auto &notice = (*m_notices)[index];
    m_flights.insert(notice.key, {.sentNs = Loop::nowNs(), .line = line});
    m_lines[std::size_t(line)]->ask(notice.request, [this, key = notice.key](int status, const QByteArray &) {
        if (status < 200 || status > 204) {
            m_fault = QStringLiteral("the notice for %1 was answered %2").arg(QString::fromLatin1(key)).arg(status);
            return;
        }
        m_flights[key].answered = true;
        landed(key);
    });
}

void PushRun::landed(const QByteArray &key)
{
    const auto flight = m_flights.constFind(key);
    if (flight == m_flights.constEnd() || !flight->answered || !flight->heard)
        return;
    const int line = flight->line;
    m_flights.erase(flight);
    ++m_done;
    sendNext(line);
}
