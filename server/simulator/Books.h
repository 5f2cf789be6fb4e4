// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/BookFile.h"
#include "server/simulator/SimulatorSwitches.h"

#include <QHash>
#include <memory>

class Clock;
class Random;

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
    };

    /// An empty folder name keeps the books in memory only. clock: the simulator's.
    static Result<std::unique_ptr<Books>> open(const QString &folder, const Clock &clock, Random &random,
                                               const SimulatorSwitches &switches);

    /// A new order, or a known one with a fresh code in place of its old one. Of `wanted`, what the merchant said
    /// counts; an unset payableUntil means 7 days. Errors: Conflict (the number came with other parameters before),
    /// OrderPaid, OrderClosed, Busy (the books are full), StoreFailure.
    Result<BookOrder> place(BookOrder wanted);
    /// The customer's phone has read the code. NotFound (no such code, or a dead one), OrderPaid, OrderClosed,
    /// Forbidden (another customer was first), StoreFailure.
    Result<BookOrder> scan(const QString &code, const QString &openid);
    /// Errors as scan, and InvalidInput for a payer's total above the order's.
    Result<BookOrder> pay(const QString &outTradeNo, const Payment &payment);
    /// Closing what is closed is no error. NotFound, OrderPaid, StoreFailure.
    Result<void> close(const QString &outTradeNo);
    Result<void> markNotified(const QString &outTradeNo);

    const BookOrder *find(const QString &outTradeNo) const;
    const BookOrder *findByTransactionId(const QString &transactionId) const;
    const BookOrder *findByCode(const QString &code) const;
    /// In the order they were made.
    QList<BookOrder> all() const;

    /// What a query reads now.
    TradeState stateOf(const BookOrder &order) const;
    bool isPastExpiry(const BookOrder &order) const;
    /// "o" and 27 characters, as an openid looks.
    QString newOpenid();

private:
    Books(const Clock &clock, Random &random, const SimulatorSwitches &switches)
        : m_clock(clock), m_random(random), m_switches(switches)
    {
    }
    QDateTime clampedExpiry(const QDateTime &wanted) const;
    /// Why it can't be scanned or paid by this customer now; none: it can.
    std::optional<Error> obstacle(const BookOrder &order, const QString &openid) const;
    Result<BookOrder> keep(const BookOrder &order);
    void index(const BookOrder &order);
    QString newTransactionId();

    const Clock &m_clock;
    Random &m_random;
    SimulatorSwitches m_switches;
    BookFile m_file;
    QList<BookOrder> m_orders;
    QHash<QString, qsizetype> m_byNumber;
    QHash<QString, qsizetype> m_byTransactionId;
    QHash<QString, qsizetype> m_byCode;
};
