// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/CaseRows.h"
#include "server/store/CaseStore.h"
#include "server/store/OrderRows.h"

/// One person's decision about one case, inside a job of Database.
class CaseLedger
{
public:
    CaseLedger(SqlConnection &database, const QString &shopId, const CaseDecision &decision, const QDateTime &now);

    Result<CaseChange> honour();
    Result<CaseChange> refund(const OutRefundNo &number);
    Result<CaseChange> redirected(const RefundEvent &seen);

private:
    /// The case, or that somebody has decided it otherwise; with that decision already it is answered as it is.
    Result<CaseRow> find(const QString &decision);
    static bool isDecided(const CaseRow &found);
    PaymentCase decidedAs(const CaseRow &found, const QString &decision, const QString &outRefundNo) const;
    /// The decision, said in the log of the order as it is now; nothing is written before written().
    Result<CaseChange> decide(const CaseRow &found, const QString &decision, const QString &outRefundNo);
    Result<Refund> giveBack(const CaseRow &found, const OutRefundNo &number);
    void receive(CaseChange &change, const CaseRow &found) const;
    void end(CaseChange &change) const; ///< unpaid
    void say(CaseChange &change, EventType type, const QJsonObject &detail) const;
    Result<CaseChange> written(CaseChange change);

    SqlConnection &m_database;
    const QString &m_shopId;
    CaseDecision m_decision;
    QDateTime m_now;
    OrderRows m_orders;
    CaseRows m_cases;
};
