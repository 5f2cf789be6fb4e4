// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/GatewayReply.h"
#include "server/simulator/GatewaySigner.h"

#include <QFuture>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

template <class T> class QPromise;
class BillCalls;
class Clock;
class Faults;
class OrderCalls;
class RefundCalls;
struct HttpReply;
struct HttpRequest;

/// WeChat Pay API v3 as a merchant meets it: looks at headers and signature, has the work done, signs the answer
/// (reference 12.1, 12.2, 12.11). Each public call is one route; in captures stands what its <arg> stood for.
class GatewayApi final : public QObject
{
    Q_OBJECT
public:
    /// Replies that are never sent (a fault of Faults) are kept open until their client goes away, but no more than
    /// these; further ones are answered 504.
    static constexpr qsizetype maxLostReplies = 1000;

    /// realClock: neither the age of a signature nor a delayed reply follows the simulator's moved clock.
    GatewayApi(const SimulatorKeys &keys, Faults &faults, Clock &realClock, Random &random,
               const SimulatorSwitches &switches, OrderCalls &orders, RefundCalls &refunds, BillCalls &bills,
               QObject *parent = nullptr);
    ~GatewayApi() override;

    QFuture<HttpReply> createNative(const HttpRequest &request);
    QFuture<HttpReply> queryByNumber(const HttpRequest &request);
    QFuture<HttpReply> queryByTransactionId(const HttpRequest &request);
    QFuture<HttpReply> closeOrder(const HttpRequest &request);
    QFuture<HttpReply> certificates(const HttpRequest &request);
    QFuture<HttpReply> refund(const HttpRequest &request);
    QFuture<HttpReply> queryRefund(const HttpRequest &request);
    QFuture<HttpReply> redirectRefund(const HttpRequest &request);
    QFuture<HttpReply> tradeBill(const HttpRequest &request);
    QFuture<HttpReply> fundFlowBill(const HttpRequest &request);
    QFuture<HttpReply> billFile(const HttpRequest &request);

private:
    using Work = std::function<GatewayReply()>;
    /// Everything around the work; defaultSerial signs where the request does not choose.
    QFuture<HttpReply> answer(const HttpRequest &request, const QByteArray &defaultSerial, const Work &work);
    QFuture<HttpReply> answer(const HttpRequest &request, const Work &work);
    /// What stands against the request beside its content; none: it may be worked on.
    std::optional<GatewayReply> refusalFor(const HttpRequest &request);
    bool isTooFast();
    std::optional<GatewayReply> headerFault(const HttpRequest &request) const;
    GatewayReply certificateList(const HttpRequest &request) const;
    HttpReply written(const GatewayReply &reply, const QByteArray &serial) const;
    HttpReply unsignedReply(const GatewayReply &reply) const;
    QFuture<HttpReply> sent(HttpReply reply);
    QFuture<HttpReply> lost(const HttpRequest &request);

    const SimulatorKeys &m_keys;
    Faults &m_faults;
    Clock &m_realClock;
    Random &m_random;
    const SimulatorSwitches &m_switches;
    GatewaySigner m_signer;
    OrderCalls &m_orders;
    RefundCalls &m_refunds;
    BillCalls &m_bills;
    qint64 m_second = 0; ///< the one that is counted, by the real clock
    int m_inSecond = 0; ///< requests
    std::vector<std::shared_ptr<QPromise<HttpReply>>> m_lost;
};
