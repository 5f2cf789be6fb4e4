// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/SimulatedServer.h"

#include "server/routes/NotifyRoute.h"
#include "server/store/Database.h"

SimulatedServer::SimulatedServer(const Outside &outside, std::shared_ptr<Power> power, quint64 seed)
    : m_power(std::move(power)), m_random(seed), m_transport(outside.api, m_power, outside.provider)
{
    open(outside);
}

SimulatedServer::~SimulatedServer()
{
    if (m_database)
        m_database->drain();
}

void SimulatedServer::open(const Outside &outside)
{
    auto opened =
        Database::open(QStringLiteral("books.sqlite"), {.fileSystem = outside.fileSystem, .ownThread = false});
    if (!opened) {
        if (m_power->isOn())
            m_startFault = opened.error().message;
        m_power->cut();
        return;
    }
    m_database = std::move(opened).value();
    const CheckoutSettings settings{.shopId = outside.profile.mchid(), .training = true};
    m_orders = std::make_unique<OrderStore>(*m_database, settings.shopId);
    m_refundStore = std::make_unique<RefundStore>(*m_database, settings.shopId);
    m_caseStore = std::make_unique<CaseStore>(*m_database, settings.shopId);
    m_wechatpay = std::make_unique<WeChatPay>(outside.profile, m_transport, outside.clock, m_random);
    m_wechatpay->start();
    PaymentProvider &provider = m_wechatpay->provider();
    m_checkout = std::make_unique<Checkout>(*m_orders, provider, outside.clock, settings);
    m_refunds = std::make_unique<Refunds>(*m_refundStore, provider, outside.clock, settings);
    m_cases = std::make_unique<Cases>(*m_caseStore, *m_refunds, provider, outside.clock, m_random);
    const auto recall = [this](const OutTradeNo &number, qint64 after) {
        return m_checkout->history(number, after)
            .then(m_checkout.get(), [](const Result<OrderHistory> &past) -> Result<Watchers::Past> {
                if (!past)
                    return past.error();
                return Watchers::Past{past->order, past->events};
            });
    };
    m_watchers = std::make_unique<Watchers>(recall);
    const auto hear = [this](const auto &source) {
        using Source = std::remove_cvref_t<decltype(source)>;
        connect(&source, &Source::happened, m_watchers.get(), &Watchers::announce);
        connect(&source, &Source::happened, this, &SimulatedServer::happened);
    };
    hear(*m_checkout);
    hear(*m_refunds);
    hear(*m_cases);
    connect(m_checkout.get(), &Checkout::happened, m_refunds.get(), &Refunds::noticePayment);
    connect(m_cases.get(), &Cases::happened, m_refunds.get(), &Refunds::noticePayment);
    m_checkout->start();
    m_refunds->start();
}

QFuture<HttpReply> SimulatedServer::notified(const HttpRequest &request)
{
    return NotifyRoute{{*m_wechatpay, *m_checkout, *m_refunds}}.answer(request);
}
