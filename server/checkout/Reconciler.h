// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/AskQueue.h"
#include "server/checkout/CheckoutSettings.h"
#include "server/checkout/ProviderLine.h"
#include "server/store/OrderStore.h"

/// Asks WeChat about every open order without anybody's asking, so that no payment depends on a notification: every
/// 3 s while its QR is up; at the deadline and from then on it has it closed, slower and slower, until WeChat says
/// the end. Nothing is asked before start(), about a settled order, or beyond the budget; when that is used up, the
/// newest orders are asked about first, and older QRs at WeChat's slower cadence (reference 3.8).
class Reconciler : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostAtOnce = 3; ///< questions about one order that have no answer yet

    /// What it has done, by number.
    struct Ways
    {
        /// Writes a witness's word into the books and answers the order as it is afterwards.
        std::function<QFuture<Result<Order>>(const PaymentEvent &)> settle;
        /// Asks for the QR's text of an order that has none. Its call was taken from the budget.
        std::function<void(const OutTradeNo &)> askCode;
        /// One round of the ladder, if none is running. Its first question is reserved in the budget.
        std::function<void(const OutTradeNo &)> close;
    };
    Reconciler(OrderStore &store, ProviderLine &line, QueryBudget &budget, Clock &clock,
               const CheckoutSettings &settings, Ways ways);

    /// Takes up what is open in the books, all of it at once, and whatever heard() tells from now on.
    void start();
    /// Something happened to an order.
    void heard(const Order &order, const OrderEvent &event);
    /// It is being cancelled: its ladder asks from now on.
    void closing(const OutTradeNo &number);
    /// WeChat has said the end.
    void forget(const OutTradeNo &number);
    /// How many orders it asks about.
    qsizetype open() const { return m_open.size(); }

private:
    /// Times are steady milliseconds.
    struct Open
    {
        qint64 createdMs = 0;
        qint64 deadlineMs = 0;
        qint64 untilMs = 0; ///< then nobody asks any more until the next start
        std::chrono::milliseconds pause{0}; ///< to the next round of the ladder; grows after the deadline
        int underWay = 0;
        bool hasCode = false;
        bool wantsCode = false; ///< a start found it without
        bool isClosing = false;
        bool wasHeldUp = false; ///< its turn came while too many questions were under way
    };

    void takeUp(const QString &after);
    void add(const Order &order, bool fromTheBooks);
    void askAllSoon();
    void work();
    void schedule();
    void turn(const OutTradeNo &number);
    void ask(const OutTradeNo &number, Open &open);
    void answered(const OutTradeNo &number, const Result<PaymentEvent> &seen);
    void queue(const OutTradeNo &number, const Open &open, qint64 dueMs);

    OrderStore &m_store;
    ProviderLine &m_line;
    QueryBudget &m_budget;
    Clock &m_clock;
    CheckoutSettings m_settings;
    Ways m_ways;
    QHash<OutTradeNo, Open> m_open;
    AskQueue m_queue;
    bool m_isStarted = false;
    qint64 m_askAllAfterMs = 0; ///< not again before, however often the line comes and goes
    qint64 m_scheduledForMs = -1;
    quint64 m_generation = 0; ///< of the scheduled call; one that an earlier has overtaken finds its own gone
};
