// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "server/domain/PaymentProvider.h"
#include "server/store/CaseStore.h"

#include <QObject>

class Random;
class Refunds;

/// The two moves for money that did not come, or go back, the way it should: honour and refund. Each decision is
/// written once, with who, when and why; the same one again answers the case. Errors: the store's.
class Cases : public QObject
{
    Q_OBJECT
public:
    Cases(CaseStore &store, Refunds &refunds, PaymentProvider &provider, Clock &clock, Random &random);

    QFuture<Result<QList<PaymentCase>>> list(const QString &state);
    /// The payment counts as received; an abnormal refund as settled by hand.
    QFuture<Result<PaymentCase>> honour(const CaseDecision &decision);
    /// The payment goes back where it came from; an abnormal refund to the shop's own card, which is decided only once
    /// WeChat has taken it: until then its error.
    QFuture<Result<PaymentCase>> refund(const CaseDecision &decision);

signals:
    /// Something that is in the books now.
    void happened(const Order &order, const OrderEvent &event);

private:
    QFuture<Result<PaymentCase>> redirect(const CaseDecision &decision, const PaymentCase &found);
    QFuture<Result<PaymentCase>> written(QFuture<Result<CaseChange>> change);

    CaseStore &m_store;
    Refunds &m_refunds;
    PaymentProvider &m_provider;
    Clock &m_clock;
    Random &m_random;
};
