// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/CaseStore.h"

#include "server/store/CaseLedger.h"
#include "server/store/Database.h"

CaseStore::CaseStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<QList<PaymentCase>>> CaseStore::list(const QString &state)
{
    return m_database.run<QList<PaymentCase>>(
        [shopId = m_shopId, state](SqlConnection &database) { return CaseRows(database, shopId).list(state); });
}

QFuture<Result<PaymentCase>> CaseStore::load(qint64 id)
{
    return m_database.run<PaymentCase>([shopId = m_shopId, id](SqlConnection &database) -> Result<PaymentCase> {
        const auto found = CaseRows(database, shopId).get(id);
        if (!found)
            return found.error();
        return found->value;
    });
}

QFuture<Result<CaseChange>> CaseStore::honour(const CaseDecision &decision, const QDateTime &now)
{
    return m_database.run<CaseChange>([shopId = m_shopId, decision, now](SqlConnection &database) {
        return CaseLedger(database, shopId, decision, now).honour();
    });
}

QFuture<Result<CaseChange>> CaseStore::refund(const CaseDecision &decision, const OutRefundNo &number,
                                              const QDateTime &now)
{
    return m_database.run<CaseChange>([shopId = m_shopId, decision, number, now](SqlConnection &database) {
        return CaseLedger(database, shopId, decision, now).refund(number);
    });
}

QFuture<Result<CaseChange>> CaseStore::redirected(const CaseDecision &decision, const RefundEvent &seen,
                                                  const QDateTime &now)
{
    return m_database.run<CaseChange>([shopId = m_shopId, decision, seen, now](SqlConnection &database) {
        return CaseLedger(database, shopId, decision, now).redirected(seen);
    });
}
