// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/WeChatPay.h"

#include "server/domain/Clock.h"

namespace {

Error notThisShop(const char *why)
{
    return because(ErrorCode::Configuration, why);
}

} // namespace

WeChatPay::WeChatPay(const MerchantProfile &profile, HttpTransport &transport, Clock &clock, Random &random,
                     QObject *parent)
    : QObject(parent), m_transport(transport), m_clock(clock), m_random(random),
      m_account(std::make_unique<MerchantAccount>(profile, transport, clock, random))
{
}

void WeChatPay::start()
{
    m_started = true;
    m_account->certificates().start();
}

QFuture<Result<Notification>> WeChatPay::receive(const HttpHeaders &headers, const QByteArray &body,
                                                 Freshness freshness)
{
    auto *account = m_account.get();
    const auto read = [this, account, body](Verdict verdict) {
        auto notification = account->notifications().read(verdict, body);
        if (!notification)
            emit refused(verdict);
        return notification;
    };
    if (body.size() > NotifyVerifier::maxBodyBytes) { // refused unread
        emit refused(Verdict::Valid);
        return ready(account->notifications().verify(headers, body));
    }
    return account->certificates().check(headers, body, freshness).then(account, read);
}

Result<void> WeChatPay::accepts(const MerchantProfile &profile) const
{
    const MerchantProfile &now = m_account->profile();
    if (profile.mchid() != now.mchid())
        return notThisShop("mchid is another shop's; that needs a start with a data folder of its own");
    if (profile.appid() != now.appid())
        return notThisShop("appid is another; open orders were made with the one before, so that needs a start");
    if (profile.isProduction() != now.isProduction())
        return notThisShop("api_base would change between real money and training; that needs a start");
    if (m_old.size() >= mostOldProfiles)
        return notThisShop("the profile was exchanged too often within five minutes; try again later");
    return {};
}

void WeChatPay::exchange(const MerchantProfile &profile)
{
    m_old.push_back(std::move(m_account));
    m_account = std::make_unique<MerchantAccount>(profile, m_transport, m_clock, m_random);
    if (m_started)
        m_account->certificates().start();
    m_clock.callAfter(oldProfileStays, this, [this] { m_old.erase(m_old.begin()); });
}

QFuture<Result<QString>> WeChatPay::createNative(const Order &order)
{
    return m_account->client().createNative(order);
}

QFuture<Result<PaymentEvent>> WeChatPay::query(const OutTradeNo &number)
{
    return m_account->client().query(number);
}

QFuture<Result<PaymentEvent>> WeChatPay::queryByTransactionId(const QString &transactionId)
{
    return m_account->client().queryByTransactionId(transactionId);
}

QFuture<Result<void>> WeChatPay::close(const OutTradeNo &number)
{
    return m_account->client().close(number);
}

QFuture<Result<RefundEvent>> WeChatPay::refund(const Refund &refund)
{
    return m_account->client().refund(refund);
}

QFuture<Result<RefundEvent>> WeChatPay::queryRefund(const OutRefundNo &number)
{
    return m_account->client().queryRefund(number);
}

QFuture<Result<RefundEvent>> WeChatPay::redirectAbnormal(const Refund &refund)
{
    return m_account->client().redirectAbnormal(refund);
}
