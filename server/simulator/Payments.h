// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/Books.h"

#include <QObject>

class Faults;
class NotifySender;
class SimulatorKeys;

/// The customers: the one way in which money comes, with whatever the day has in store for it (Faults, BadDay). Whoever
/// pays here is booked, and the merchant is notified.
class Payments final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds lateAfterClose{5000}; ///< BadDay::PaidAfterClose
    static constexpr qint64 wrongByFen = 100; ///< BadDay::WrongTotal
    static constexpr qint64 couponFen = 200; ///< BadDay::Coupon

    struct Customer
    {
        QString openid; ///< empty: the one who scanned it, or somebody new
        std::optional<Money> payerTotal; ///< less than the total where a coupon helped
    };

    /// clock: the simulator's.
    Payments(const SimulatorKeys &keys, Books &books, Faults &faults, NotifySender &notifies, Clock &clock,
             QObject *parent = nullptr)
        : QObject(parent), m_keys(keys), m_books(books), m_faults(faults), m_notifies(notifies), m_clock(clock)
    {
    }

    /// Errors as Books::scan.
    Result<BookOrder> scan(const QString &code, const QString &openid);
    /// Errors as Books::pay.
    Result<BookOrder> pay(const QString &outTradeNo, const Customer &customer = {});
    /// Money for a number the shop never made. Empty notifyUrl: the newest order's. InvalidInput when there is none,
    /// and as Books::bookStray.
    Result<BookOrder> payStray(const BookOrder &stray);

    /// What the day wants just before an order is closed, and when it has been closed.
    void closing(const QString &outTradeNo);
    void closed(const QString &outTradeNo);

private:
    Result<BookOrder> book(const QString &outTradeNo, Books::Payment payment);
    Books::Payment allowances() const;
    void bookWrongly(const BookOrder &order, Books::Payment &payment);

    const SimulatorKeys &m_keys;
    Books &m_books;
    Faults &m_faults;
    NotifySender &m_notifies;
    Clock &m_clock;
};
