// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/CaseRows.h"
#include "server/store/OrderRows.h"
#include "server/store/RefundRows.h"
#include "server/store/RefundStore.h"

/// What a refund's new state does to its order and to the cases, inside a job of Database.
class RefundLedger
{
public:
    RefundLedger(SqlConnection &database, const QString &shopId, const QDateTime &now);

    Result<RefundChange> settle(const RefundEvent &seen);
    Result<RefundChange> refuse(const OutRefundNo &number, const QString &code);
    /// Writes down a refund that is done as it is asked for, out of the till.
    Result<RefundChange> handOut(const Refund &refund);
    Result<RefundChange> countIn(const OutTradeNo &number);
    /// An abnormal refund is on its way again, by WeChat's answer to its redirection.
    Result<RefundChange> redirected(const RefundEvent &seen);

private:
    /// Where a word comes from, and what its event says beside the refund.
    struct Word
    {
        QString source;
        QString refusedWith = {};
    };
    Result<RefundChange> takeIn(const RefundEvent &seen);
    Result<RefundChange> keep(const Refund &before, const Refund &after, const Word &word);
    Result<void> tellOrder(RefundChange &change, const Word &word);
    Result<void> tellCases(RefundChange &change, const Refund &before, const Word &word);
    Result<void> decide(RefundChange &change, PaymentCase decided, const Word &word);
    void say(RefundChange &change, EventType type, const Word &word, const QJsonObject &detail) const;
    Result<void> write(RefundChange &change);

    OrderRows m_orders;
    RefundRows m_refunds;
    CaseRows m_cases;
    const QString &m_shopId;
    QDateTime m_now;
};
