// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/AccountTwin.h"
#include "server/simulator/BillCalls.h"
#include "server/simulator/Books.h"
#include "server/simulator/Faults.h"
#include "server/simulator/GatewayApi.h"
#include "server/simulator/NotifySender.h"
#include "server/simulator/OrderCalls.h"
#include "server/simulator/Payments.h"
#include "server/simulator/PhonePage.h"
#include "server/simulator/RefundCalls.h"
#include "server/simulator/RefundEndings.h"
#include "server/simulator/SimControls.h"
#include "server/simulator/SimulatorClock.h"
#include "server/simulator/SimulatorKeys.h"
#include "server/simulator/TimelineReplay.h"
#include "server/simulator/TwinRoutes.h"

class HttpListener;
class HttpTransport;

/// The provider's twin: WeChat Pay API v3 with its own books, keys, clock, notifications and bad days. Knows nothing of
/// the rest of the server. Lives in one thread; outlives the listeners its routes were added to.
class Simulator final : public QObject
{
    Q_OBJECT
public:
    struct Settings
    {
        QString folder; ///< keys and books; empty keeps them in memory only
        /// The books in memory, in place of the folder's, kept by whoever wants to open the same ones again.
        std::shared_ptr<QByteArray> memory;
        std::optional<SimulatorKeys> keys; ///< a set made elsewhere, in place of the folder's
        CodeUrlForm codeUrl;
        QString shopName; ///< on the customer's page; empty for "practice shop"
        bool foreignNotifyAddresses = false; ///< may notifications leave this machine?
        bool cents = false; ///< an amount's fen choose a bad day, as long as no other is planned
        QString eventsUrl; ///< where the Official Account's events go; empty: nowhere
        SimulatorSwitches switches;
    };

    /// Loads or makes keys and books, and goes on with notifications that were not accepted before a restart.
    /// StoreFailure or InvalidInput when the folder holds something it can't read.
    static Result<std::unique_ptr<Simulator>> open(const Settings &settings, Clock &clock, Random &random,
                                                   HttpTransport &transport);

    /// `http://host:port/pay/…` in place of weixin://, so that any phone can scan it. base is "http://host:port".
    static CodeUrlForm phoneCodeUrl(const QString &base) { return {base + QStringLiteral("/pay/")}; }

    void addGatewayRoutes(HttpListener &listener) { m_gatewayRoutes.addTo(listener); } ///< /v3/…, /cgi-bin/… and /sim/…
    void addPhoneRoutes(HttpListener &listener) { m_phoneRoutes.addTo(listener); } ///< /pay/… only
    /// The same without a listener: any request to any of those addresses. `target` says where to; for /sim/… the peer
    /// must be loopback and Host name this machine.
    QFuture<HttpReply> answer(const HttpRequest &request);

    const SimulatorKeys &keys() const { return m_keys; }
    Books &books() { return *m_books; }
    Faults &faults() { return m_faults; }
    SimulatorSwitches &switches() { return *m_switches; }
    Payments &payments() { return m_payments; }
    SimulatorClock &clock() { return *m_clock; }
    NotifySender &notifies() { return m_notifies; }
    GatewayApi &api() { return m_api; }
    SimControls &controls() { return m_controls; }
    PhonePage &phonePage() { return m_page; }
    AccountTwin &account() { return m_account; }

    /// The customer pays; the merchant is notified. Errors as Books::pay.
    Result<void> pay(const QString &outTradeNo);
    /// Notifies of a paid order once more, as the gateway may at any time. NotFound when it is not paid.
    Result<void> notifyAgain(const QString &outTradeNo);

private:
    /// What the books are opened with, before there is a simulator.
    struct Base
    {
        SimulatorKeys keys;
        std::unique_ptr<SimulatorClock> clock;
        std::unique_ptr<SimulatorSwitches> switches;
        std::unique_ptr<Books> books;
    };
    Simulator(const Settings &settings, Base base, Clock &realClock, Random &random, HttpTransport &transport);
    void resumeNotifies();
    void noteFinished(const NotifyEvent &event);
    void makeRoutes();

    SimulatorKeys m_keys;
    std::unique_ptr<SimulatorClock> m_clock;
    std::unique_ptr<SimulatorSwitches> m_switches;
    std::unique_ptr<Books> m_books;
    Faults m_faults;
    NotifySender m_notifies;
    Payments m_payments;
    RefundEndings m_endings;
    OrderCalls m_orders;
    RefundCalls m_refunds;
    BillCalls m_bills;
    GatewayApi m_api;
    SimControls m_controls;
    TimelineReplay m_replay;
    PhonePage m_page;
    AccountTwin m_account;
    TwinRoutes m_gatewayRoutes;
    TwinRoutes m_phoneRoutes;
};
