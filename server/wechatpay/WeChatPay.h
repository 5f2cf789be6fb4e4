// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wechatpay/MerchantAccount.h"

#include <memory>
#include <vector>

/// WeChat Pay for one shop: what the server owns. The profile it speaks with can be exchanged; who holds a reference
/// to the provider notices nothing of it.
class WeChatPay final : public QObject, private PaymentProvider
{
    Q_OBJECT
public:
    /// So long what was begun with a profile may take to its end; a call with all its repetitions is over before.
    static constexpr std::chrono::minutes oldProfileStays{5};
    static constexpr size_t mostOldProfiles = 8;

    /// transport, clock and random must outlive this.
    WeChatPay(const MerchantProfile &profile, HttpTransport &transport, Clock &clock, Random &random,
              QObject *parent = nullptr);

    /// Begins to keep platform certificates fresh, where the profile has any.
    void start();

    PaymentProvider &provider() { return *this; }
    BillClient &bills() { return m_account->bills(); } ///< of this profile: not to be held
    const MerchantProfile &profile() const { return m_account->profile(); }

    /// What was posted to notify_url: headers and the raw body. As NotifyVerifier, and an unknown certificate is
    /// looked up once.
    QFuture<Result<Notification>> receive(const HttpHeaders &headers, const QByteArray &body,
                                          Freshness freshness = Freshness::Enforced);

    /// Whether that profile may follow the present one. Configuration, in a sentence: it is another shop's (merchant
    /// number or app), it is for another kind of money, or mostOldProfiles are still at work.
    Result<void> accepts(const MerchantProfile &profile) const;
    /// From now on its keys sign, verify and decrypt; what is under way goes to its end with those before. For a
    /// profile that was accepted.
    void exchange(const MerchantProfile &profile);

    /// Of the present profile.
    const SignatureCounts &replyCounts() const { return m_account->api().counts(); }
    const SignatureCounts &notifyCounts() const { return m_account->notifications().counts(); }

signals:
    /// A notification was refused. Valid: it was signed well, but cannot be read.
    void refused(Verdict verdict);

private:
    QFuture<Result<QString>> createNative(const Order &order) override;
    QFuture<Result<PaymentEvent>> query(const OutTradeNo &number) override;
    QFuture<Result<PaymentEvent>> queryByTransactionId(const QString &transactionId) override;
    QFuture<Result<void>> close(const OutTradeNo &number) override;
    QFuture<Result<RefundEvent>> refund(const Refund &refund) override;
    QFuture<Result<RefundEvent>> queryRefund(const OutRefundNo &number) override;
    QFuture<Result<RefundEvent>> redirectAbnormal(const Refund &refund) override;

    HttpTransport &m_transport;
    Clock &m_clock;
    Random &m_random;
    std::unique_ptr<MerchantAccount> m_account;
    std::vector<std::unique_ptr<MerchantAccount>> m_old; ///< the oldest first
    bool m_started = false;
};
