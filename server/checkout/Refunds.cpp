// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/Refunds.h"

#include <QLoggingCategory>

static Q_LOGGING_CATEGORY(lcRefunds, "scantill.refunds")

    Refunds::Refunds(RefundStore &store, PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings)
    : m_store(store), m_clock(clock), m_settings(settings),
      m_carrier(
          provider, clock, settings, [this](const RefundEvent &seen) { return settle(seen); },
          [this](const OutRefundNo &number, const QString &code) { return refuse(number, code); })
{
}

void Refunds::start()
{
    m_store.unfinished(mostUnfinished).then(this, [this](const Result<QList<Refund>> &refunds) {
        if (!refunds) {
            qCCritical(lcRefunds).noquote() << "cannot be taken up:" << refunds.error().message;
            return m_clock.callAfter(m_settings.retryDelay, this, [this] { start(); });
        }
        for (const auto &refund : *refunds)
            follow(refund);
    });
    m_store.uncounted(mostUnfinished).then(this, [this](const Result<QList<OutTradeNo>> &numbers) {
        if (!numbers)
            return;
        for (const auto &number : *numbers)
            countIn(number);
    });
}

QFuture<Result<RefundStore::Requested>> Refunds::request(const NewRefund &wanted)
{
    using Requested = RefundStore::Requested;
    if (m_carrier.carrying() >= mostUnfinished)
        return ready(Result<Requested>(Error{ErrorCode::Busy, QStringLiteral("too many refunds are unfinished")}));
    return m_store.request(wanted, m_clock.now())
        .then(this,
              [this](const Result<Requested> &booked) {
                  if (!booked)
                      return ready(booked);
                  for (const auto &event : booked->events)
                      emit happened(*booked->order, event);
                  return m_carrier.carry(booked->refund)
                      .then(this, [isNew = booked->isNew](const Result<Refund> &refund) -> Result<Requested> {
                          if (!refund)
                              return refund.error();
                          return Requested{*refund, isNew};
                      });
              })
        .unwrap();
}

QFuture<Result<Refund>> Refunds::refund(const OutRefundNo &number)
{
    return m_store.load(number);
}

QFuture<Result<QList<Refund>>> Refunds::ofOrder(const OutTradeNo &number)
{
    return m_store.ofOrder(number);
}

QFuture<Result<RefundChange>> Refunds::settle(const RefundEvent &seen)
{
    return written(m_store.settle(seen, m_clock.now())).then(this, [seen](const Result<RefundChange> &change) {
        if (change && !change->fits)
            qCCritical(lcRefunds).noquote() << "what WeChat says of refund" << seen.outRefundNo << "of order"
                                            << seen.outTradeNo << "is not in our books, or otherwise";
        return change;
    });
}

QFuture<Result<RefundChange>> Refunds::refuse(const OutRefundNo &number, const QString &code)
{
    qCWarning(lcRefunds).noquote() << "refund" << number.text() << "refused:" << code;
    return written(m_store.refuse(number, code, m_clock.now()));
}

void Refunds::follow(const Refund &refund)
{
    m_carrier.learn(refund);
}

void Refunds::noticePayment(const Order &order, const OrderEvent &event)
{
    if (event.type == EventType::Success && order.tender == Tender::WeChatPay)
        countIn(order.outTradeNo);
}

void Refunds::countIn(const OutTradeNo &number)
{
    written(m_store.countIn(number, m_clock.now())).then(this, [number](const Result<RefundChange> &change) {
        if (!change)
            qCCritical(lcRefunds).noquote() << "refunds of order" << number.text() << "not counted in";
    });
}

QFuture<Result<RefundChange>> Refunds::written(QFuture<Result<RefundChange>> change)
{
    return change.then(this, [this](const Result<RefundChange> &done) {
        if (!done)
            return done;
        for (const auto &event : done->events)
            emit happened(*done->order, event);
        if (done->newCase)
            emit caseOpened(*done->newCase);
        if (done->refund)
            follow(*done->refund);
        return done;
    });
}
