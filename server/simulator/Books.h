// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/RefundBook.h"

#include <QHash>
#include <memory>

/// The gateway's books: the orders and the rules of reference 2.2, 2.3, 2.5 and 2.6. What they say is the truth that a
/// shop's own books are checked against. Every change is on the disk before it counts.
class Books
{
public:
    static constexpr qsizetype maxOrders = 200'000;
    static constexpr qint64 codeLifeS = 2 * 3600; ///< reference 2.2

    /// What a customer does at the moment of paying.
    struct Payment
    {
        QString openid; ///< empty: the one who scanned it, or somebody new
        std::optional<Money> payerTotal; ///< less than the total where a coupon helped
        std::optional<Money> bookedTotal; ///< another than the order's, by a fault
        QString bookedMchid; ///< another merchant's, by a fault; empty: the order's
        QString bookedCurrency; ///< another, by a fault; empty: the order's
        bool evenClosed = false; ///< also an order that is closed or expired, or whose code is too old
        bool evenPaid = false; ///< also one that is paid: as a further transaction of that number
    };
    static constexpr int maxPaymentsPerNumber = 9;

    /// An empty folder name keeps the books in memory only; `memory`, when there is one, takes the folder's place and
    /// outlives them. clock: the simulator's.
    static Result<std::unique_ptr<Books>> open(const QString &folder, const std::shared_ptr<QByteArray> &memory,
                                               const Clock &clock, Random &random, const SimulatorSwitches &switches);

    /// A new order, or a known one with a fresh code in place of its old one. Of `wanted`, what the merchant said
    /// counts; an unset payableUntil means 7 days. Errors: Conflict (the number came with other parameters before),
    /// OrderPaid, OrderClosed, Busy (the books are full), StoreFailure.
    Result<BookOrder> place(BookOrder wanted);
    /// The customer's phone has read the code. NotFound (no such code, or a dead one), OrderPaid, OrderClosed,
    /// Forbidden (another customer was first), StoreFailure.
    Result<BookOrder> scan(const QString &code, const Payment &customer);
    Result<BookOrder> scan(const QString &code, const QString &openid) { return scan(code, Payment{.openid = openid}); }
    /// Errors as scan, and InvalidInput for a payer's total above the order's.
    Result<BookOrder> pay(const QString &outTradeNo, const Payment &payment);
    /// Closing what is closed is no error. NotFound, OrderPaid, StoreFailure.
    Result<void> close(const QString &outTradeNo);
    /// A payment of a number that no merchant ever made. Conflict when there is such an order, Busy, StoreFailure.
    Result<BookOrder> bookStray(BookOrder stray);
    Result<void> markNotified(const QString &transactionId);

    RefundBook &refunds() { return m_refunds; }
    const RefundBook &refunds() const { return m_refunds; }

    const BookOrder *find(const QString &outTradeNo) const;
    const BookOrder *findByTransactionId(const QString &transactionId) const;
    const BookOrder *findByCode(const QString &code) const;
    /// In the order they were made; a number paid twice stands there twice.
    const QList<BookOrder> &all() const { return m_orders; }

    /// What a query reads now.
    TradeState stateOf(const BookOrder &order) const;
    bool isPastExpiry(const BookOrder &order) const;
    /// "o" and 27 characters, as an openid looks.
    QString newOpenid();

private:
    Books(const Clock &clock, Random &random, const SimulatorSwitches &switches)
        : m_clock(clock), m_random(random), m_switches(switches), m_refunds(m_file, clock, random, switches)
    {
    }
    void take(const QList<BookLine> &lines);
    QDateTime clampedExpiry(const QDateTime &wanted) const;
    /// Why it can't be scanned or paid by this customer now; none: it can.
    std::optional<Error> obstacle(const BookOrder &order, const Payment &payment) const;
    Result<BookOrder> payAgain(const BookOrder &paid, const Payment &payment);
    Result<BookOrder> book(BookOrder order, const Payment &payment);
    Result<BookOrder> keep(const BookOrder &order);
    void index(const BookOrder &order);
    QString newTransactionId();

    const Clock &m_clock;
    Random &m_random;
    const SimulatorSwitches &m_switches;
    BookFile m_file;
    RefundBook m_refunds;
    QList<BookOrder> m_orders;
    QHash<QString, qsizetype> m_byKey;
    QHash<QString, qsizetype> m_byTransactionId;
    QHash<QString, qsizetype> m_byCode;
};
