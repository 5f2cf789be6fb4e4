// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Refund.h"
#include "server/wechatpay/EventReader.h"

#include <QFuture>
#include <QObject>

class ApiClient;
class MerchantProfile;

/// The provider's refunds in our words (reference 4). Errors as PaymentProvider has them. A refund asked for again
/// sends the same bytes: its body comes from what the books hold of it, and from nothing that changes.
class RefundClient final : public QObject
{
    Q_OBJECT
public:
    /// api must outlive this.
    RefundClient(const MerchantProfile &profile, ApiClient &api, QObject *parent = nullptr);

    QFuture<Result<RefundEvent>> ask(const Refund &refund);
    QFuture<Result<RefundEvent>> query(const OutRefundNo &number);
    /// To the merchant's own bank card, which needs no bank data (reference 4.3, details unconfirmed).
    QFuture<Result<RefundEvent>> redirect(const Refund &refund);

    /// The body of ask(), in the order of members that reference 4.1 and vector 04 have.
    static QByteArray body(const Refund &refund, const QString &notifyUrl);

private:
    Result<RefundEvent> eventIn(const Result<QByteArray> &reply) const;
    Result<RefundEvent> eventAbout(const Refund &refund, const Result<QByteArray> &reply) const;

    ApiClient &m_api;
    EventReader m_events;
    QString m_notifyUrl;
};
