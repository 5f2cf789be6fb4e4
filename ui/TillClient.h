// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/OrdersApi.h"
#include "ui/PaymentDesk.h"
#include "ui/ServerSocket.h"

#include <QHash>

/// The server over HTTP and one WebSocket (api.md), embedded or far away. What is watched is resumed from the last
/// event seen over any loss; while the socket is down, or a watch is refused, the order is asked for every 2 s.
class TillClient final : public PaymentDesk
{
    Q_OBJECT
public:
    static constexpr qint64 pollMs = 2'000;
    static constexpr qint64 offlineAfterMs = 1'000; ///< a short loss is not told
    static constexpr qint64 casesMs = 30'000; ///< cases are asked for so often, and whenever an order changes
    static constexpr qsizetype mostWatches = 256;

    /// server: http(s)://host:port, without a path's end slash.
    TillClient(const ServerPlace &server, const QByteArray &terminalToken, Clock &clock, Random &random,
               QObject *parent = nullptr);

    /// Connects, and from then on stays connected as well as it can.
    void start();
    /// Who is signed in asks from now on; empty: the terminal itself.
    void useSession(const QByteArray &session);

    QFuture<Result<Order>> place(const NewSale &sale) override;
    QFuture<Result<Order>> order(const OutTradeNo &number) override;
    QFuture<Result<Order>> query(const OutTradeNo &number) override;
    QFuture<Result<Order>> close(const OutTradeNo &number) override;
    QFuture<Result<void>> mockPay(const OutTradeNo &number) override;
    void watch(const OutTradeNo &number) override;
    void unwatch(const OutTradeNo &number) override;

signals:
    /// The server takes no call with this session any more (empty: none without one).
    void sessionRefused(const QByteArray &session);

private:
    struct Watch
    {
        qint64 seq = -1; ///< of the newest state told; -1: nothing yet
        bool refused = false; ///< the socket will not tell of it
        bool asking = false; ///< a poll is on its way
    };
    void upChanged(bool up);
    void received(const QJsonObject &message);
    void subscribe(const OutTradeNo &number, const Watch &watch);
    void tell(const Order &order);
    void poll(const OutTradeNo &number);
    void pollWhatIsDark();
    void pollSoon();
    void askCases();
    void keepAskingCases();

    Clock &m_clock;
    QByteArray m_token;
    OrdersApi m_api;
    ServerSocket m_socket;
    QHash<OutTradeNo, Watch> m_watches;
    bool m_pollPlanned = false;
    bool m_toldOnline = true;
    bool m_askingCases = false;
    bool m_askCasesAgain = false; ///< something changed while the answer was under way
    int m_cases = 0;
    int m_ups = 0; ///< connections so far: a loss that is over by then is not told
};
