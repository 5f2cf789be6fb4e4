// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Chaos.h"

#include "tests/simulation/World.h"

#include <QJsonArray>
#include <array>

namespace {
constexpr qint64 minuteMs = 60'000;
}

void Chaos::begin()
{
    ++m_day;
    static constexpr std::array<Trouble, 12> all{&Chaos::badApi,     &Chaos::badNotifies,    &Chaos::badTillWire,
                                                 &Chaos::unkindApi,  &Chaos::unkindNotifies, &Chaos::oddPayments,
                                                 &Chaos::badRefunds, &Chaos::serverCrash,    &Chaos::serverRestart,
                                                 &Chaos::tillCrash,  &Chaos::clockJump,      &Chaos::diskFull};
    for (const Trouble trouble : all) {
        const qint64 gapMs = m_dice.between(8, 120) * minuteMs;
        if (m_dice.happens(0.6))
            plan(trouble, gapMs);
    }
}

void Chaos::end()
{
    ++m_day;
    m_faults = {};
    m_world.provider().setFaults({});
    m_world.provider().api().set({});
    m_world.provider().notifies().set({});
    for (auto *till : m_world.tills())
        till->wire().set({});
    m_world.serverClock().shiftTo(std::chrono::milliseconds(0));
    m_world.setDiskFull(false);
}

void Chaos::plan(Trouble trouble, qint64 gapMs)
{
    later(m_dice.around(gapMs), [this, trouble, gapMs] {
        (this->*trouble)();
        plan(trouble, gapMs);
    });
}

void Chaos::later(qint64 delayMs, const std::function<void()> &call)
{
    m_world.clock().callAfter(std::chrono::milliseconds(std::max<qint64>(1, delayMs)), this, [this, call, day = m_day] {
        if (day == m_day)
            call();
    });
}

void Chaos::badApi()
{
    Weather weather{.doubled = m_dice.happens(0.3) ? share(0.3) : 0};
    if (m_dice.happens(0.4))
        weather.cut = true;
    if (m_dice.happens(0.4))
        weather.lost = share(0.4);
    if (m_dice.happens(0.4))
        weather.slow = share(0.7);
    if (m_dice.happens(0.3))
        weather.corrupted = share(0.2);
    auto &wire = m_world.provider().api();
    wire.set(weather);
    later(m_dice.around(3 * minuteMs), [&wire] { wire.set({}); });
}

void Chaos::badNotifies()
{
    Weather weather{.doubled = m_dice.happens(0.5) ? share(0.5) : 0};
    weather.cut = m_dice.happens(0.4);
    weather.lost = m_dice.happens(0.4) ? share(0.6) : 0;
    weather.corrupted = m_dice.happens(0.4) ? share(0.5) : 0;
    weather.slow = m_dice.happens(0.3) ? share(0.7) : 0;
    auto &wire = m_world.provider().notifies();
    wire.set(weather);
    later(m_dice.around(25 * minuteMs), [&wire] { wire.set({}); });
}

void Chaos::badTillWire()
{
    auto &wire = m_world.tills()[m_dice.between(0, m_world.tills().size() - 1)]->wire();
    Weather weather;
    weather.cut = m_dice.happens(0.5);
    weather.lost = m_dice.happens(0.4) ? share(0.5) : 0;
    weather.slow = m_dice.happens(0.4) ? share(0.6) : 0;
    wire.set(weather);
    later(m_dice.around(2 * minuteMs), [&wire] { wire.set({}); });
}

/// One member of the provider's faults for a while.
void Chaos::fault(const QString &member, const QJsonValue &value, qint64 spanMs)
{
    m_faults[member] = value;
    m_world.provider().setFaults(m_faults);
    later(spanMs, [this, member] {
        m_faults.remove(member);
        m_world.provider().setFaults(m_faults);
    });
}

void Chaos::unkindApi()
{
    static constexpr std::array statuses{429, 500, 502, 503};
    QJsonObject api;
    if (m_dice.happens(0.5)) {
        api["error_rate"] = share(0.8);
        api["status"] = m_dice.oneOf(statuses);
    }
    if (m_dice.happens(0.5))
        api["lose_reply"] = share(0.5);
    if (m_dice.happens(0.3))
        api["signtest"] = share(0.3);
    if (m_dice.happens(0.3))
        api["delay_ms"] = QJsonArray{0, m_dice.between(100, 8000)};
    if (!api.isEmpty())
        fault(QStringLiteral("api"), api, m_dice.around(4 * minuteMs));
}

void Chaos::unkindNotifies()
{
    QJsonObject notify{{"duplicate", m_dice.happens(0.5) ? share(0.5) : 0},
                       {"corrupt", m_dice.happens(0.5) ? share(0.5) : 0},
                       {"drop", m_dice.happens(0.4) ? share(0.8) : 0},
                       {"signtest", m_dice.happens(0.3) ? share(0.4) : 0},
                       {"reorder", m_dice.happens(0.3)}};
    if (m_dice.happens(0.4)) {
        const qint64 longest = m_dice.happens(0.3) ? 240 * minuteMs : minuteMs;
        notify["delay_ms"] = QJsonArray{0, m_dice.between(1000, longest)};
    }
    if (!m_faults.contains(QLatin1String("pay_twice")) && m_dice.happens(0.3))
        notify["lose"] = share(0.9); // who pays out of turn is found by the notification alone
    fault(QStringLiteral("notify"), notify, m_dice.around(30 * minuteMs));
}

/// What the provider promises not to do, and shops tell of.
void Chaos::oddPayments()
{
    const qint64 spanMs = m_dice.around(20 * minuteMs);
    if (m_dice.happens(0.5))
        return fault(
            QStringLiteral("notify"),
            QJsonObject{{"wrong_total", share(0.5)}, {"foreign", share(0.2)}, {"foreign_currency", share(0.2)}},
            spanMs);
    if (m_faults.contains(QLatin1String("notify")))
        return;
    fault(QStringLiteral("pay_after_close"), true, spanMs);
    fault(QStringLiteral("pay_twice"), true, spanMs);
}

void Chaos::badRefunds()
{
    static constexpr std::array outcomes{"ABNORMAL", "CLOSED", "SUCCESS"};
    fault(QStringLiteral("refund"),
          QJsonObject{{"outcome", QLatin1String(m_dice.oneOf(outcomes))},
                      {"after_ms", m_dice.happens(0.5) ? m_dice.between(0, 5000) : m_dice.around(40 * minuteMs)},
                      {"not_enough", m_dice.happens(0.4) ? share(0.6) : 0}},
          m_dice.around(40 * minuteMs));
}

void Chaos::serverCrash()
{
    if (auto *server = m_world.server())
        server->power().cutAfter(m_dice.happens(0.7) ? m_dice.between(0, 120) : m_dice.between(0, 3000));
}

void Chaos::serverRestart()
{
    m_world.restartServer();
}

void Chaos::tillCrash()
{
    m_world.tills()[m_dice.between(0, m_world.tills().size() - 1)]->cutAfter(m_dice.between(0, 25));
}

/// The server's wall clock is wrong for a while; beyond five minutes no signature holds.
void Chaos::clockJump()
{
    auto &clock = m_world.serverClock();
    const qint64 mostMs = m_dice.happens(0.3) ? 40 * minuteMs : 4 * minuteMs;
    const auto shift = std::chrono::milliseconds(m_dice.between(-mostMs, mostMs));
    m_world.trace().note(QStringLiteral("server's clock is off by %1 ms").arg(shift.count()));
    clock.shiftTo(shift);
    later(m_dice.around(5 * minuteMs), [this, &clock] {
        m_world.trace().note(QStringLiteral("server's clock is right"));
        clock.shiftTo(std::chrono::milliseconds(0));
    });
}

void Chaos::diskFull()
{
    m_world.setDiskFull(true);
    later(m_dice.around(2 * minuteMs), [this] { m_world.setDiskFull(false); });
}
