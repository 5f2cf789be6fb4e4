// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/Cases.h"

#include "server/checkout/Refunds.h"
#include "server/domain/Random.h"

Cases::Cases(CaseStore &store, Refunds &refunds, PaymentProvider &provider, Clock &clock, Random &random)
    : m_store(store), m_refunds(refunds), m_provider(provider), m_clock(clock), m_random(random)
{
}

QFuture<Result<QList<PaymentCase>>> Cases::list(const QString &state)
{
    return m_store.list(state);
}

QFuture<Result<PaymentCase>> Cases::honour(const CaseDecision &decision)
{
    return written(m_store.honour(decision, m_clock.now()));
}

QFuture<Result<PaymentCase>> Cases::refund(const CaseDecision &decision)
{
    return m_store.load(decision.id)
        .then(this,
              [this, decision](const Result<PaymentCase> &found) {
                  if (!found)
                      return ready(found);
                  if (found->kind == CaseKind::RefundAbnormal)
                      return redirect(decision, *found);
                  return written(m_store.refund(decision, OutRefundNo::make(m_clock, m_random), m_clock.now()));
              })
        .unwrap();
}

QFuture<Result<PaymentCase>> Cases::redirect(const CaseDecision &decision, const PaymentCase &found)
{
    if (found.state != QLatin1String("open")) // answers it, or that it was decided otherwise
        return written(m_store.redirected(decision, {}, m_clock.now()));
    const auto number = OutRefundNo::parse(found.outRefundNo);
    if (!number)
        return ready(Result<PaymentCase>(number.error()));
    return m_refunds.refund(*number)
        .then(this,
              [this, decision](const Result<Refund> &refund) {
                  if (!refund)
                      return ready(Result<PaymentCase>(refund.error()));
                  return m_provider.redirectAbnormal(*refund)
                      .then(this,
                            [this, decision](const Result<RefundEvent> &seen) {
                                if (!seen)
                                    return ready(Result<PaymentCase>(seen.error()));
                                return written(m_store.redirected(decision, *seen, m_clock.now()));
                            })
                      .unwrap();
              })
        .unwrap();
}

QFuture<Result<PaymentCase>> Cases::written(QFuture<Result<CaseChange>> change)
{
    return change.then(this, [this](const Result<CaseChange> &done) -> Result<PaymentCase> {
        if (!done)
            return done.error();
        for (const auto &event : done->events)
            emit happened(*done->order, event);
        if (done->refund)
            m_refunds.follow(*done->refund);
        return done->decided;
    });
}
