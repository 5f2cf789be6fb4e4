// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/push/Waiters.h"

#include <algorithm>

namespace {

constexpr int handshakesAtOnce = 100;
constexpr int patienceMs = 30'000;

} // namespace

QByteArray Waiters::keyOf(int waiter)
{
    return 'k' + QByteArray::number(waiter, 36); // too short for an order's number: a key and nothing else
}

bool Waiters::growTo(int count)
{
    while (int(m_clients.size()) < count) {
        const auto begin = m_clients.size();
        const auto end = std::min(begin + handshakesAtOnce, std::size_t(count));
        for (auto i = begin; i < end; ++i)
            add(int(i));
        const auto upgraded = [this, begin] {
            return isAnyLost()
                   || std::all_of(m_clients.begin() + std::ptrdiff_t(begin), m_clients.end(),
                                  [](const auto &client) { return client->isUpgraded(); });
        };
        if (!m_loop.runUntil(upgraded, patienceMs) || isAnyLost())
            return false;
        for (auto i = begin; i < end; ++i) {
            if (const auto create = m_dialect.create(keyOf(int(i)), m_token); !create.isEmpty()) {
                m_clients[i]->say(create);
                m_clients[i]->say(m_dialect.probe());
                ++m_probes;
            }
        }
        if (!confirmAll())
            return false;
    }
    return true;
}

void Waiters::add(int waiter)
{
    m_clients.push_back(std::make_unique<WebSocketClient>(m_loop, m_port, m_dialect.waitPath(keyOf(waiter)),
                                                          [this](const QByteArray &message) { onMessage(message); }));
}

void Waiters::alsoWaitFor(const QByteArray &key)
{
    auto &client = *m_clients[std::size_t(m_next++) % m_clients.size()];
    client.say(m_dialect.create(key, m_token));
    client.say(m_dialect.probe());
    ++m_probes;
}

bool Waiters::confirmAll()
{
    return m_loop.runUntil([this] { return m_probes == 0; }, patienceMs);
}

void Waiters::onMessage(const QByteArray &message)
{
    const auto key = Dialect::keyOf(message);
    if (key.isEmpty())
        --m_probes;
    else
        m_heard(key);
}

bool Waiters::isAnyLost() const
{
    return std::any_of(m_clients.begin(), m_clients.end(), [](const auto &client) { return client->hasFailed(); });
}
