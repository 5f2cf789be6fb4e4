// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/DataFolder.h"
#include "server/Listeners.h"
#include "server/LoginParts.h"
#include "server/OpsParts.h"
#include "server/Server.h"
#include "server/TerminalParts.h"
#include "server/checkout/Cases.h"
#include "server/checkout/Checkout.h"
#include "server/checkout/PaymentChecks.h"
#include "server/checkout/RecordedProvider.h"
#include "server/checkout/Refunds.h"
#include "server/login/OfficialAccount.h"
#include "server/push/LongPoll.h"
#include "server/push/WatchTokens.h"
#include "server/push/WebSocketWatch.h"
#include "server/relay/RelayLink.h"
#include "server/runtime/WorkPool.h"
#include "server/simulator/Simulator.h"
#include "server/store/Database.h"
#include "server/store/GoodsStore.h"
#include "server/wechatpay/WeChatPay.h"

/// In the order they are made; what is asked from outside goes first at the end.
struct Server::Parts
{
    explicit Parts(DataFolder dataFolder) : folder(std::move(dataFolder)) {}
    /// The store's thread must not answer into what is being taken apart.
    ~Parts()
    {
        if (recorder)
            (void)recorder->flush();
        if (database)
            database->drain();
    }

    DataFolder folder;
    QString profileFile; ///< what a reload reads
    ServerAddresses addresses;
    QByteArray watchSecret;
    std::unique_ptr<Database> database;
    std::unique_ptr<OrderStore> store;
    std::unique_ptr<RefundStore> refundStore;
    std::unique_ptr<CaseStore> caseStore;
    std::unique_ptr<GoodsStore> goods;
    std::unique_ptr<Simulator> simulator;
    std::unique_ptr<WeChatPay> wechatpay;
    std::unique_ptr<MarkStore> markStore;
    std::unique_ptr<FlightRecorder> recorder;
    std::unique_ptr<RecordedProvider> provider; ///< wechatpay's, with marks
    std::unique_ptr<Checkout> checkout;
    std::unique_ptr<CheckStore> checkStore;
    std::unique_ptr<PaymentChecks> checks;
    std::unique_ptr<Refunds> refunds;
    std::unique_ptr<Cases> cases;
    std::unique_ptr<WatchTokens> tokens;
    std::unique_ptr<Watchers> watchers;
    std::unique_ptr<WebSocketWatch> webSockets;
    std::unique_ptr<LongPoll> polls;
    std::unique_ptr<LineLimit> notifyLines;
    std::unique_ptr<WorkPool> pool; ///< for what blocks; only in training
    std::unique_ptr<TerminalParts> terminals;
    std::unique_ptr<LoginParts> login;
    std::unique_ptr<OfficialAccount> account; ///< none where the profile has none
    std::optional<OfficialAccountProfile> accountProfile; ///< what it was made from
    std::unique_ptr<OpsParts> ops;
    std::unique_ptr<RelayPositionStore> relayPositions;
    std::unique_ptr<RelayLink> relay; ///< none where WeChat reaches us itself
    Listeners listeners;

    Result<void> useTls(const ServerConfig &config, const QDateTime &now);
    Result<void> openBooks(const ServerConfig &config, Random &random);
    Result<void> openSimulator(const ServerConfig &config, Clock &clock, Random &random, HttpTransport &transport);
    Result<void> openDesk(const MerchantProfile &profile, int queriesPerSecond, Clock &clock, Random &random,
                          HttpTransport &transport);
    void openAccount(const MerchantProfile &profile, LoginBy loginBy, Clock &clock, HttpTransport &transport);
    void openPush(const WatchLimits &limits, Clock &clock);
    void openOps(Clock &clock);
    void openRelay(const RelayAccess &access, Clock &clock, Random &random);
    WatchRight mayWatch(const WatchKey &key, const QString &token) const;
    void addTrainingRoutes(Clock &clock, Random &random, HttpTransport &transport);
    void addProviderRoutes(HttpListener &http); ///< where WeChat calls in
    void addRoutes(Clock &clock, Random &random, HttpTransport &transport);
    void addMoneyBackRoutes(Money cashiersLimit, Clock &clock, Random &random);
};
