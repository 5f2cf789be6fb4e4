// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/Cases.h"
#include "server/checkout/Checkout.h"
#include "server/checkout/Refunds.h"
#include "server/push/Watchers.h"
#include "server/wechatpay/WeChatPay.h"
#include "tests/simulation/Wire.h"
#include "tests/support/SeededRandom.h"

class Database;

/// The server as Server.cpp puts it together, without its sockets: one run of it, from power on to its end.
class SimulatedServer : public QObject
{
    Q_OBJECT
public:
    struct Outside
    {
        QString fileSystem; ///< where its books are
        Clock &clock;
        Wire &api;
        Wire::Serve provider;
        const MerchantProfile &profile;
    };

    /// Opens its books, and takes up what is open. Without power afterwards: it did not get so far.
    SimulatedServer(const Outside &outside, std::shared_ptr<Power> power, quint64 seed);
    ~SimulatedServer() override;

    Power &power() { return *m_power; }
    bool isOn() const { return m_power->isOn(); }
    /// Why it could not start though it had power; empty otherwise.
    const QString &startFault() const { return m_startFault; }

    Checkout &checkout() { return *m_checkout; }
    Refunds &refunds() { return *m_refunds; }
    Cases &cases() { return *m_cases; }
    Watchers &watchers() { return *m_watchers; }
    QFuture<HttpReply> notified(const HttpRequest &request);

signals:
    void happened(const Order &order, const OrderEvent &event);

private:
    void open(const Outside &outside);

    std::shared_ptr<Power> m_power;
    SeededRandom m_random;
    WireTransport m_transport;
    QString m_startFault;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OrderStore> m_orders;
    std::unique_ptr<RefundStore> m_refundStore;
    std::unique_ptr<CaseStore> m_caseStore;
    std::unique_ptr<WeChatPay> m_wechatpay;
    std::unique_ptr<Checkout> m_checkout;
    std::unique_ptr<Refunds> m_refunds;
    std::unique_ptr<Cases> m_cases;
    std::unique_ptr<Watchers> m_watchers;
};
