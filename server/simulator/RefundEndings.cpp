// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/RefundEndings.h"

#include "server/domain/Clock.h"
#include "server/simulator/NotifySender.h"

void RefundEndings::expect(const BookRefund &refund)
{
    const std::chrono::milliseconds delay(std::max<qint64>(0, m_clock.now().msecsTo(refund.endsAt)));
    m_clock.callAfter(delay, this,
                      [this, number = refund.outRefundNo, endsAt = refund.endsAt] { ended(number, endsAt); });
}

void RefundEndings::ended(const QString &outRefundNo, const QDateTime &endsAt)
{
    const auto *refund = m_books.refunds().find(outRefundNo);
    const auto *order = refund ? m_books.findByTransactionId(refund->transactionId) : nullptr;
    if (order && refund->endsAt == endsAt)
        m_notifies.announceRefund(*refund, *order);
}

void RefundEndings::resume(const QDateTime &notBefore)
{
    for (const auto &refund : m_books.refunds().all()) {
        if (!refund.notified && refund.endsAt >= notBefore)
            expect(refund);
    }
}
