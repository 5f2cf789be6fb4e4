// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wechatpay/WeChatPay.h"
#include "tests/simulator/SimulatorRig.h"
#include "tests/wechatpay/TestMerchant.h"

#include <QCoreApplication>

/// The network between a merchant's client and the simulator: none, they are in one thread.
class TwinTransport final : public HttpTransport
{
public:
    QFuture<Result<HttpAnswer>> send(const HttpCall &call) override
    {
        const QByteArray target = call.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        HttpRequest request = SimulatorRig::plainRequest(call.method, target, call.body);
        request.headers = call.headers;
        request.headers.set("Host", call.url.authority().toLatin1());
        auto answer = std::make_shared<QPromise<Result<HttpAnswer>>>();
        answer->start();
        simulator->answer(request).then(&m_life, [this, answer](const HttpReply &reply) {
            statuses.append(reply.status);
            answer->addResult(HttpAnswer{reply.status, reply.headers, reply.body});
            answer->finish();
        });
        return answer->future();
    }

    Simulator *simulator = nullptr;
    QList<int> statuses; ///< of all answers, oldest first

private:
    QObject m_life;
};

/// The real client and the real simulator, with the vectors' keys on one virtual clock; notifications reach the client,
/// and what becomes of them is kept.
class TwinMerchant
{
public:
    explicit TwinMerchant(const SimulatorSwitches &switches) : TwinMerchant(switches, *std::make_unique<TestProfile>())
    {
    }
    TwinMerchant(const SimulatorSwitches &switches, TestProfile &profile)
        : simulator(opened(switches)), pay(theProfile(profile), network, clock, random)
    {
        network.simulator = simulator.get();
        toMerchant.otherwise = [this](const HttpCall &call) -> Result<HttpAnswer> {
            bodies.append(call.body);
            heard.append(pay.receive(call.headers, call.body).result());
            return HttpAnswer{refusesNotifies ? 500 : 204, {}, {}};
        };
    }

    template <class T> T finish(QFuture<T> future)
    {
        for (int i = 0; i < 600 && !future.isFinished(); ++i)
            run(std::chrono::milliseconds(100));
        if (!future.isFinished())
            qFatal("the future did not finish in a virtual minute");
        return future.takeResult();
    }
    void run(std::chrono::milliseconds span)
    {
        QCoreApplication::processEvents();
        clock.advance(span);
        QCoreApplication::processEvents();
    }

    Order order(qint64 fen = 1990) const
    {
        return {.outTradeNo = *OutTradeNo::parse(QStringLiteral("T20260101080000_000001")),
                .description = QStringLiteral("测试商品"),
                .total = *Money::fromFen(fen),
                .expiresAt = clock.now().addSecs(300)};
    }
    /// Made, and paid by the customer.
    Order paidOrder(qint64 fen = 1990)
    {
        Order order = this->order(fen);
        if (!finish(pay.provider().createNative(order)) || !simulator->pay(order.outTradeNo.text()))
            qFatal("the order could not be paid");
        order.transactionId = finish(pay.provider().query(order.outTradeNo))->transactionId;
        return order;
    }
    Refund refund(const Order &order, const char *number, qint64 fen) const
    {
        return {.shopId = {},
                .outRefundNo = *OutRefundNo::parse(QLatin1String(number)),
                .outTradeNo = order.outTradeNo.text(),
                .transactionId = order.transactionId,
                .total = order.total,
                .amount = *Money::fromFen(fen),
                .reason = QStringLiteral("部分退款")};
    }

    VirtualClock clock;
    SeededRandom random;
    ScriptedTransport toMerchant;
    TwinTransport network;
    std::unique_ptr<Simulator> simulator;
    WeChatPay pay;
    QList<Result<Notification>> heard;
    QList<QByteArray> bodies; ///< of the notifications
    bool refusesNotifies = false;

private:
    std::unique_ptr<Simulator> opened(const SimulatorSwitches &switches)
    {
        Simulator::Settings settings{.keys = SimulatorRig::vectorKeys(), .switches = switches};
        settings.foreignNotifyAddresses = true; // they go nowhere
        settings.cents = true;
        auto twin = Simulator::open(settings, clock, random, toMerchant);
        if (!twin)
            qFatal("%s", qPrintable(twin.error().message));
        return std::move(twin).value();
    }
    static MerchantProfile theProfile(TestProfile &profile)
    {
        profile.json["api_base"] = "http://127.0.0.1:18080";
        return profile.get();
    }
};
