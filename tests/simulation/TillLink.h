// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/SimulatedServer.h"
#include "ui/PaymentDesk.h"

#include <QPointer>

/// The server as a till sees it over a wire: calls with JSON in between, and one connection that pushes, breaks, falls
/// silent, comes back, and is resumed from the last event seen. It behaves as TillClient does over real sockets.
class TillLink final : public PaymentDesk
{
    Q_OBJECT
public:
    struct Ends
    {
        std::function<SimulatedServer *()> server; ///< null while there is none
        std::function<bool()> point; ///< of the till's power
    };

    TillLink(Wire &wire, Clock &clock, Dice &dice, Ends ends);

    void start();
    bool isUp() const { return m_up; }
    /// Steady milliseconds; none while it is not connected, or the connection is dead without its knowing.
    std::optional<qint64> soundSinceMs() const { return m_up && !m_silent ? std::optional(m_upSinceMs) : std::nullopt; }

    QFuture<Result<Order>> place(const NewSale &sale) override;
    QFuture<Result<Order>> order(const OutTradeNo &number) override;
    QFuture<Result<Order>> query(const OutTradeNo &number) override;
    QFuture<Result<Order>> close(const OutTradeNo &number) override;
    QFuture<Result<void>> mockPay(const OutTradeNo &number) override;
    void watch(const OutTradeNo &number) override;
    void unwatch(const OutTradeNo &number) override;

private:
    struct Watch
    {
        qint64 seq = -1;
        bool refused = false;
        bool asking = false;
    };
    using Ask = std::function<QFuture<Result<Order>>(SimulatedServer &)>;
    using Answer = std::function<void(const Result<Order> &)>;

    QFuture<Result<Order>> call(const Ask &ask);
    void reach(const Ask &ask, const Answer &finish);
    void connectLater();
    void connectNow();
    void cameUp(QObject *connection);
    void breakDown();
    void wireChanged();
    void subscribe(const OutTradeNo &number);
    void send(const std::function<void(SimulatedServer &, QObject *connection)> &message);
    void push(const QByteArray &message);
    void received(const QByteArray &message);
    void tell(const Order &order);
    void poll(const OutTradeNo &number);
    void pollWhatIsDark();

    Wire &m_wire;
    Clock &m_clock;
    Dice &m_dice;
    Ends m_ends;
    QHash<OutTradeNo, Watch> m_watches;
    QPointer<QObject> m_connection; ///< the server's end of it
    bool m_up = false;
    bool m_silent = false; ///< nothing arrives any more, and nobody has noticed
    bool m_toldOnline = true;
    int m_ups = 0;
    qint64 m_upSinceMs = 0;
    qint64 m_lastArrivalMs = 0; ///< what is pushed arrives in order
};
