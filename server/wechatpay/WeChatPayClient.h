// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentProvider.h"
#include "server/wechatpay/EventReader.h"
#include "server/wechatpay/RefundClient.h"

#include <QJsonObject>
#include <QObject>

class ApiClient;
class MerchantProfile;

/// The provider's Native pay and refunds in our words (reference 2, 4). Errors as PaymentProvider has them.
class WeChatPayClient final : public QObject, public PaymentProvider
{
    Q_OBJECT
public:
    static constexpr qsizetype maxDescriptionLength = 127; ///< reference 2.1
    static constexpr qsizetype maxCodeUrlLength = 1024; ///< far above what is documented (2.2)

    /// api must outlive the client.
    WeChatPayClient(const MerchantProfile &profile, ApiClient &api, QObject *parent = nullptr);

    QFuture<Result<QString>> createNative(const Order &order) override;
    QFuture<Result<PaymentEvent>> query(const OutTradeNo &number) override;
    QFuture<Result<PaymentEvent>> queryByTransactionId(const QString &transactionId) override;
    QFuture<Result<void>> close(const OutTradeNo &number) override;
    QFuture<Result<RefundEvent>> refund(const Refund &refund) override;
    QFuture<Result<RefundEvent>> queryRefund(const OutRefundNo &number) override;
    QFuture<Result<RefundEvent>> redirectAbnormal(const Refund &refund) override;

private:
    static QString descriptionOf(const Order &order);
    QByteArray createBody(const Order &order) const;
    Result<PaymentEvent> eventIn(const Result<QByteArray> &reply) const;

    ApiClient &m_api;
    EventReader m_events;
    RefundClient m_refunds;
    QString m_mchid, m_appid, m_notifyUrl;
};
