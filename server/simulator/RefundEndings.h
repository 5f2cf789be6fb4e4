// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/Books.h"

#include <QObject>

class NotifySender;

/// Tells the merchant how a refund ended, at the moment it ends by the simulator's clock.
class RefundEndings final : public QObject
{
    Q_OBJECT
public:
    /// clock: the simulator's.
    RefundEndings(Books &books, NotifySender &notifies, Clock &clock, QObject *parent = nullptr)
        : QObject(parent), m_books(books), m_notifies(notifies), m_clock(clock)
    {
    }

    /// A refund that has just been taken, or sent another way.
    void expect(const BookRefund &refund);
    /// After a restart: those that were not told of and have ended since then or will.
    void resume(const QDateTime &notBefore);

private:
    void ended(const QString &outRefundNo, const QDateTime &endsAt);

    Books &m_books;
    NotifySender &m_notifies;
    Clock &m_clock;
};
