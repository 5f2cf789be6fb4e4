// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Server.h"

#include "server/DataFolder.h"
#include "server/Exposure.h"
#include "server/Listeners.h"
#include "server/LoginParts.h"
#include "server/OpsParts.h"
#include "server/PracticeGoods.h"
#include "server/ProfileReload.h"
#include "server/checkout/Cases.h"
#include "server/checkout/Checkout.h"
#include "server/checkout/PaymentChecks.h"
#include "server/checkout/RecordedProvider.h"
#include "server/checkout/Refunds.h"
#include "server/domain/Clock.h"
#include "server/login/OfficialAccount.h"
#include "server/net/HttpTransport.h"
#include "server/push/LongPoll.h"
#include "server/push/WatchTokens.h"
#include "server/push/WebSocketWatch.h"
#include "server/relay/RelayLink.h"
#include "server/routes/BlockingRoutes.h"
#include "server/routes/CaseRoutes.h"
#include "server/routes/CheckRoutes.h"
#include "server/routes/GoodsRoutes.h"
#include "server/routes/LongPollRoutes.h"
#include "server/routes/NotifyRoute.h"
#include "server/routes/OfficialAccountRoute.h"
#include "server/routes/OrderRoutes.h"
#include "server/routes/PayPage.h"
#include "server/routes/RefundRoutes.h"
#include "server/routes/TimelineRoutes.h"
#include "server/routes/TrainingRoutes.h"
#include "server/runtime/WorkPool.h"
#include "server/simulator/Simulator.h"
#include "server/store/Database.h"
#include "server/store/GoodsStore.h"
#include "server/wechatpay/WeChatPay.h"

#include <QDir>

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
    std::unique_ptr<LoginParts> login;
    std::unique_ptr<OfficialAccount> account; ///< none where the profile has none
    std::unique_ptr<OpsParts> ops;
    std::unique_ptr<RelayPositionStore> relayPositions;
    std::unique_ptr<RelayLink> relay; ///< none where WeChat reaches us itself
    Listeners listeners;

    Result<void> openBooks(const ServerConfig &config, Random &random);
    Result<void> openSimulator(const ServerConfig &config, Clock &clock, Random &random, HttpTransport &transport);
    Result<void> openDesk(const MerchantProfile &profile, Clock &clock, Random &random, HttpTransport &transport);
    void openAccount(const MerchantProfile &profile, LoginBy loginBy, Clock &clock, HttpTransport &transport);
    void openPush(const WatchLimits &limits, Clock &clock);
    void openOps(Clock &clock);
    void openRelay(const RelayAccess &access, Clock &clock, Random &random);
    bool mayWatch(const WatchKey &key, const QString &token) const;
    void addTrainingRoutes(Clock &clock, Random &random, HttpTransport &transport);
    void addRoutes(Clock &clock, Random &random, HttpTransport &transport);
    void addMoneyBackRoutes(Money cashiersLimit, Clock &clock, Random &random);
};

namespace {

const QString profileName = QStringLiteral("merchant_profile.json");

Result<MerchantProfile> configuredProfile(const ServerConfig &config)
{
    if (config.profileFile.isEmpty())
        return Error{ErrorCode::Configuration,
                     QStringLiteral("a merchant profile is needed (--profile FILE), or --training")};
    return MerchantProfile::read(config.profileFile);
}

Result<Watchers::Past> pastOf(const Result<OrderHistory> &history)
{
    if (!history)
        return history.error();
    return Watchers::Past{history->order, history->events};
}

} // namespace

Server::Server() = default;
Server::~Server() = default;

const ServerAddresses &Server::addresses() const
{
    return m_parts->addresses;
}

Result<void> Server::reload()
{
    const auto profile = readProfileAgain(m_parts->profileFile, *m_parts->wechatpay);
    m_parts->ops->countReload(profile.has_value());
    if (!profile)
        return profile.error();
    // Whatever else is exchanged at a reload and may be refused belongs here: before the first thing has changed.
    m_parts->wechatpay->exchange(*profile);
    return {};
}

void Server::stop()
{
    connect(m_parts->ops.get(), &OpsParts::stopped, this, &Server::stopped);
    if (m_parts->relay)
        m_parts->relay->stop();
    m_parts->ops->stop();
}

QFuture<void> Server::storeReached()
{
    return m_parts->database->reached();
}

Result<std::unique_ptr<Server>> Server::start(const ServerConfig &config, Clock &clock, Random &random,
                                              HttpTransport &transport)
{
    // Everything that can be refused is refused before the first byte is written.
    if (const auto safe = refuseInTheClear(config); !safe)
        return safe.error();
    std::optional<MerchantProfile> profile;
    if (!config.training && config.phoneListen)
        return Error{ErrorCode::Configuration,
                     QStringLiteral("--phone-listen needs TLS outside training, which is not there yet; leave it out")};
    if (!config.training) {
        auto read = configuredProfile(config);
        if (!read)
            return read.error();
        profile = *std::move(read);
        if (config.loginBy == LoginBy::OfficialAccount && !profile->officialAccount())
            return Error{ErrorCode::Configuration,
                         QStringLiteral("--login-by official-account needs official_account in the merchant profile")};
    }
    std::optional<RelayAccess> relay;
    if (!config.relayTokenFile.isEmpty()) {
        auto access = RelayAccess::read(config.relayUrl, config.relayTokenFile);
        if (!access)
            return access.error();
        relay = *std::move(access);
    }
    auto listeners = Listeners::bind(config, clock);
    if (!listeners)
        return listeners.error();
    const bool real = profile && profile->isProduction();
    auto folder =
        DataFolder::open(QDir(config.dataDir).filePath(real ? QStringLiteral("live") : QStringLiteral("training")));
    if (!folder)
        return folder.error();

    std::unique_ptr<Server> server(new Server);
    server->m_parts = std::make_unique<Parts>(std::move(folder).value());
    auto &parts = *server->m_parts;
    parts.listeners = std::move(listeners).value();
    parts.profileFile = config.training ? parts.folder.file(profileName) : config.profileFile;
    if (const auto opened = parts.openBooks(config, random); !opened)
        return opened.error();
    if (config.training) {
        if (const auto opened = parts.openSimulator(config, clock, random, transport); !opened)
            return opened.error();
        auto own = MerchantProfile::read(parts.profileFile);
        if (!own)
            return own.error();
        profile = *std::move(own);
    }
    if (const auto opened = parts.openDesk(*profile, clock, random, transport); !opened)
        return opened.error();
    parts.openAccount(*profile, config.loginBy, clock, transport);
    parts.openPush(config.watchLimits, clock);
    parts.openOps(clock);
    parts.addRoutes(clock, random, transport);
    parts.addMoneyBackRoutes(config.refundLimit, clock, random);
    parts.checkout->start();
    parts.refunds->start();
    if (relay)
        parts.openRelay(*relay, clock, random);
    return server;
}

/// What a folder has from earlier and may be refused for comes first, so that a refusal leaves it as it was.
Result<void> Server::Parts::openBooks(const ServerConfig &config, Random &random)
{
    auto opened =
        Database::open(config.storeFile.isEmpty() ? folder.file(QStringLiteral("books.sqlite")) : config.storeFile);
    if (!opened)
        return opened.error();
    database = std::move(opened).value();
    const auto terminal = folder.secret(QStringLiteral("terminal_token"), random);
    if (!terminal)
        return terminal.error();
    addresses.terminalToken = *terminal;
    const auto watch = folder.secret(QStringLiteral("watch_secret"), random);
    if (!watch)
        return watch.error();
    watchSecret = *watch;
    return {};
}

Result<void> Server::Parts::openSimulator(const ServerConfig &config, Clock &clock, Random &random,
                                          HttpTransport &transport)
{
    Simulator::Settings settings{.folder = folder.file(QStringLiteral("simulator")),
                                 .cents = true,
                                 .eventsUrl = listeners.main.address + QStringLiteral("/wechat/events")};
    if (!config.genuineCodeUrl)
        settings.codeUrl = Simulator::phoneCodeUrl(listeners.phone.address);
    auto opened = Simulator::open(settings, clock, random, transport);
    if (!opened)
        return Error{ErrorCode::Configuration, QStringLiteral("simulator: ") + opened.error().message};
    simulator = std::move(opened).value();
    simulator->addGatewayRoutes(*listeners.simulator.http);
    simulator->addPhoneRoutes(*listeners.simulator.http);
    simulator->addPhoneRoutes(*listeners.phone.http);
    addresses.simulator = listeners.simulator.address;
    addresses.phone = listeners.phone.address;
    const auto exported = simulator->keys().exportProfile(folder.file(profileName), listeners.simulator.address,
                                                          listeners.main.address + QStringLiteral("/wechatpay/notify"));
    if (!exported)
        return Error{ErrorCode::Configuration, QStringLiteral("simulator: ") + exported.error().message};
    return {};
}

Result<void> Server::Parts::openDesk(const MerchantProfile &profile, Clock &clock, Random &random,
                                     HttpTransport &transport)
{
    const CheckoutSettings settings{
        .shopId = profile.mchid(), .training = !profile.isProduction(), .orderLifetime = profile.orderLifetime()};
    addresses.http = listeners.main.address;
    addresses.shopId = settings.shopId;
    addresses.training = settings.training;
    addresses.dataFolder = folder.path();
    listeners.main.guard->setTerminalToken(addresses.terminalToken);

    store = std::make_unique<OrderStore>(*database, settings.shopId);
    wechatpay = std::make_unique<WeChatPay>(profile, transport, clock, random);
    wechatpay->start();
    markStore = std::make_unique<MarkStore>(*database, settings.shopId);
    recorder = std::make_unique<FlightRecorder>(*markStore, clock);
    provider = std::make_unique<RecordedProvider>(wechatpay->provider(), *recorder, clock);
    checkout = std::make_unique<Checkout>(*store, *provider, clock, settings);
    checkStore = std::make_unique<CheckStore>(*database, settings.shopId);
    checks = std::make_unique<PaymentChecks>(*checkStore, *checkout, clock, settings.patience);
    refundStore = std::make_unique<RefundStore>(*database, settings.shopId);
    refunds = std::make_unique<Refunds>(*refundStore, *provider, clock, settings);
    caseStore = std::make_unique<CaseStore>(*database, settings.shopId);
    cases = std::make_unique<Cases>(*caseStore, *refunds, *provider, clock, random);
    QObject::connect(checkout.get(), &Checkout::happened, refunds.get(), &Refunds::noticePayment);
    QObject::connect(cases.get(), &Cases::happened, refunds.get(), &Refunds::noticePayment);
    goods = std::make_unique<GoodsStore>(*database, settings.shopId);
    if (settings.training)
        (void)goods->insertWhereThereNeverWereAny(practiceGoods());
    tokens = std::make_unique<WatchTokens>(watchSecret, settings.shopId);
    login = std::make_unique<LoginParts>(
        *database, clock, random, LoginParts::Settings{settings.shopId, settings.training, listeners.phone.address});
    return {};
}

void Server::Parts::openAccount(const MerchantProfile &profile, LoginBy loginBy, Clock &clock, HttpTransport &transport)
{
    const auto &given = profile.officialAccount();
    if (!given)
        return;
    const bool phonesReachUs = !listeners.phone.address.isEmpty();
    const OfficialAccount::Login parts{
        .scanned = [this](const QString &scene,
                          const QString &openid) { return login->phoneSignIn().scannedByWeChat(scene, openid); },
        .linkFor = [this, phonesReachUs](
                       const LoginTicket &ticket) { return phonesReachUs ? login->linkFor(ticket) : QUrl(); },
        .pageQr = [this](const LoginTicket &ticket) { return ready(Result<QString>(login->pageOf(ticket))); }};
    account = std::make_unique<OfficialAccount>(
        OfficialAccount::Settings{{given->appid, given->appSecret, given->apiBase}, given->token}, parts, transport,
        clock);
    // Without a page nobody could confirm what they have scanned.
    if (loginBy == LoginBy::OfficialAccount && phonesReachUs)
        login->setQrFor([this](const LoginTicket &ticket) { return account->qrFor(ticket); });
}

void Server::Parts::openPush(const WatchLimits &limits, Clock &clock)
{
    const auto recall = [this](const OutTradeNo &number, qint64 after) {
        return checkout->history(number, after).then(checkout.get(), &pastOf);
    };
    watchers = std::make_unique<Watchers>(recall, limits);
    QObject::connect(checkout.get(), &Checkout::happened, watchers.get(), &Watchers::announce);
    QObject::connect(refunds.get(), &Refunds::happened, watchers.get(), &Watchers::announce);
    QObject::connect(cases.get(), &Cases::happened, watchers.get(), &Watchers::announce);
    QObject::connect(watchers.get(), &Watchers::pushed, recorder.get(), [this](const OutTradeNo &number, qint64 seq) {
        recorder->repeated({.number = number,
                            .at = recorder->now(),
                            .source = QStringLiteral("server"),
                            .what = QStringLiteral("pushed"),
                            .detail = {.seq = seq}});
    });
    webSockets = std::make_unique<WebSocketWatch>(
        *watchers, clock, [this](const WatchKey &key, const QString &token) { return mayWatch(key, token); }, limits,
        [this](const QHostAddress &peer) { return listeners.main.rates->mayErrAgain(peer); });
    polls = std::make_unique<LongPoll>(*watchers, clock);
}

void Server::Parts::openOps(Clock &clock)
{
    addresses.ops = listeners.ops.address;
    ops = std::make_unique<OpsParts>(OpsParts::Watched{listeners, *database, addresses.shopId, *wechatpay, *provider,
                                                       *checkout, *refunds, *cases, *watchers, *webSockets, *polls,
                                                       clock});
    ops->addRoutes();
}

void Server::Parts::openRelay(const RelayAccess &access, Clock &clock, Random &random)
{
    relayPositions = std::make_unique<RelayPositionStore>(*database, addresses.shopId);
    const NotifyIntake intake{*wechatpay, *checkout, *refunds, recorder.get(), &ops->notifyNews(), notifyLines.get()};
    const auto take = [intake](const HttpHeaders &headers, const QByteArray &body) {
        return intake.take(headers, body, Freshness::AnyAge);
    };
    relay = std::make_unique<RelayLink>(access, *relayPositions, take, clock, random);
    ops->watchRelay(*relay);
    relay->start();
}

bool Server::Parts::mayWatch(const WatchKey &key, const QString &token) const
{
    if (token.isEmpty())
        return simulator != nullptr; // the seeds' pages send none; in training they may
    return tokens->opens(key, token) || listeners.main.guard->isTerminalToken(token);
}

void Server::Parts::addTrainingRoutes(Clock &clock, Random &random, HttpTransport &transport)
{
    auto &http = *listeners.main.http;
    TrainingRoutes{*checkout, *watchers, transport, QUrl(listeners.simulator.address)}.addTo(http);
    PayPage{*checkout, *tokens, clock, random}.addTo(http);
    pool = std::make_unique<WorkPool>(4, 64);
    BlockingRoutes{*pool, clock, *watchers, BlockingRoutes::blockFor(std::chrono::seconds(5))}.addTo(http);
}

void Server::Parts::addRoutes(Clock &clock, Random &random, HttpTransport &transport)
{
    auto &http = *listeners.main.http;
    notifyLines = std::make_unique<LineLimit>(NotifyIntake::refusalLinesAMinute, clock);
    OrderRoutes{*listeners.main.guard, login->operators(), *checkout, *tokens, clock, random, recorder.get()}.addTo(
        http);
    CheckRoutes{*listeners.main.guard, *checks}.addTo(http);
    TimelineRoutes{*listeners.main.guard, *checkout, *recorder, *markStore, clock}.addTo(http);
    login->addRoutes(http, *listeners.main.guard, *watchers, *polls);
    if (listeners.phone.http)
        login->addPhoneRoutes(*listeners.phone.http);
    NotifyRoute{{*wechatpay, *checkout, *refunds, recorder.get(), &ops->notifyNews(), notifyLines.get()}}.addTo(http);
    if (account)
        OfficialAccountRoute{*account}.addTo(http);
    const LongPollRoutes scans{*polls, *watchers, clock,
                               [this](const WatchKey &key, const QString &token) { return mayWatch(key, token); }};
    scans.addTo(http);
    if (simulator) {
        scans.addSeedsTo(http);
        addTrainingRoutes(clock, random, transport);
    }
    http.webSocket(QStringLiteral("/websocket/myHandler"),
                   [this](std::unique_ptr<QWebSocket> socket, const HttpRequest &request) {
                       webSockets->add(std::move(socket), request.peer);
                   });
}

void Server::Parts::addMoneyBackRoutes(Money cashiersLimit, Clock &clock, Random &random)
{
    auto &http = *listeners.main.http;
    RefundRoutes{*listeners.main.guard, login->operators(), *refunds, clock, random, cashiersLimit}.addTo(http);
    CaseRoutes{*listeners.main.guard, login->operators(), *cases}.addTo(http);
    GoodsRoutes{*listeners.main.guard, login->operators(), *goods, *checkout}.addTo(http);
}
