// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/ShiftedClock.h"
#include "tests/simulation/TillLink.h"
#include "tests/support/SeededRandom.h"
#include "ui/SaleFlow.h"

/// One till without its window: the real flow and journal. It can lose its power at any moment; its file then holds
/// what was synced, and perhaps a part of the line that was being written.
class ShopTill : public QObject
{
    Q_OBJECT
public:
    ShopTill(int number, const QString &folder, Clock &clock, Trace &trace, quint64 seed,
             std::function<SimulatedServer *()> server);
    ~ShopTill() override;

    bool isOn() const { return m_flow && m_power.isOn(); }
    /// Power was lost in the last step and its parts are still there.
    bool hasCrashed() const { return m_flow && !m_power.isOn(); }
    void powerOn();
    void cutAfter(qint64 points) { m_power.cutAfter(points); }
    /// Takes the dead till apart.
    void bury();

    const QString &name() const { return m_name; }
    const TillView &view() const { return m_flow->view(); }
    Wire &wire() { return m_wire; }
    ShiftedClock &wallClock() { return m_clock; }
    /// Since when (steady ms) it is connected by a wire that carries well; none: it is not.
    std::optional<qint64> soundSinceMs() const;
    /// Attempts of which it does not know the end.
    QList<OutTradeNo> openAttempts() const;
    bool hasAnnounced(const OutTradeNo &number) const { return isOn() && m_journal->wasAnnounced(number); }

    void press(Wish::Kind kind, const QString &text = {});
    void type(const QString &keys);

signals:
    /// What can be seen or heard of it has changed.
    void changed();
    void announced(const QString &outTradeNo, Money amount);

private:
    bool point();

    QString m_name;
    QString m_journalFile;
    Trace &m_trace;
    Dice m_dice;
    Wire m_wire;
    ShiftedClock m_clock;
    std::function<SimulatedServer *()> m_server;
    Power m_power;
    SeededRandom m_random;
    qint64 m_bytesAtCut = 0;
    std::unique_ptr<TillLink> m_link;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<SaleFlow> m_flow;
};
