// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/BookFile.h"
#include "server/simulator/SimulatorSwitches.h"

#include <QHash>

class Clock;
class Random;

/// The refunds in the gateway's books and the rules of reference 4.6. Every change is on the disk before it counts.
class RefundBook
{
public:
    static constexpr qsizetype maxRefunds = 200'000;

    /// How a new refund will go.
    struct Course
    {
        RefundStatus outcome = RefundStatus::Success;
        qint64 afterMs = 0;
        bool notEnough = false; ///< the shop's balance does not cover it
    };

    /// clock: the simulator's.
    RefundBook(BookFile &file, const Clock &clock, Random &random, const SimulatorSwitches &switches)
        : m_file(file), m_clock(clock), m_random(random), m_switches(switches)
    {
    }

    /// A new refund of that payment, or the known one of the same number. Of `wanted`, what the merchant said counts.
    /// Errors: Conflict (the number came with other parameters before), NotPaid, InvalidInput (another total),
    /// RefundTooMuch, RefundTooMany, RefundTooLate, RateLimited (the spacing), ProviderRefused (not enough money),
    /// Busy (the books are full), StoreFailure.
    Result<BookRefund> place(BookRefund wanted, const BookOrder &order, const Course &course);
    /// An abnormal one goes to a bank card, and ends well after that time; one that has been sent there stays as it is.
    /// NotFound, Conflict (it is not abnormal), StoreFailure.
    Result<BookRefund> redirect(const QString &refundId, qint64 afterMs);
    Result<void> markNotified(const QString &outRefundNo);

    const BookRefund *find(const QString &outRefundNo) const;
    const BookRefund *findById(const QString &refundId) const;
    /// Of a payment, in the order they were made.
    QList<BookRefund> ofPayment(const QString &transactionId) const;
    const QList<BookRefund> &all() const { return m_refunds; }
    /// What a query reads now.
    RefundStatus statusOf(const BookRefund &refund) const;

    void index(const BookRefund &refund); ///< as it was read from the file

private:
    /// Of a payment: what has gone back or is on its way.
    struct Gone
    {
        qint64 fen = 0;
        int parts = 0;
    };
    Gone goneOf(const QString &transactionId) const;
    std::optional<Error> obstacle(const BookRefund &wanted, const BookOrder &order, const Gone &gone) const;
    Result<BookRefund> keep(const BookRefund &refund);
    QString newRefundId();

    BookFile &m_file;
    const Clock &m_clock;
    Random &m_random;
    const SimulatorSwitches &m_switches;
    QList<BookRefund> m_refunds;
    QHash<QString, qsizetype> m_byNumber;
    QHash<QString, qsizetype> m_byRefundId;
    QHash<QString, QList<qsizetype>> m_byPayment;
};
