// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Server.h"

#include "server/PracticeGoods.h"
#include "server/ProfileReload.h"
#include "server/ServerParts.h"
#include "server/ServerTls.h"
#include "server/domain/Clock.h"
#include "server/net/HttpTransport.h"
#include "server/routes/NotifyIntake.h"

#include <QDir>

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

QString Server::working() const
{
    return QStringLiteral("takes payments for shop %1 at %2").arg(addresses().shopId, addresses().http);
}

QString Server::readAgain() const
{
    return m_config.usesTls() ? QStringLiteral("the merchant profile and the certificate")
                              : QStringLiteral("the merchant profile");
}

Result<void> Server::reload()
{
    const auto profile = readProfileAgain(m_parts->profileFile, *m_parts->wechatpay);
    // All that may be refused comes before the first thing has changed.
    const auto certificate = profile ? reloadTls() : Result<QByteArray>(profile.error());
    m_parts->ops->desk().countReload(certificate.has_value());
    if (!certificate)
        return certificate.error();
    m_parts->wechatpay->exchange(*profile);
    m_parts->checkout->setOrderLifetime(profile->orderLifetime());
    sayWhatWaits(*profile, m_parts->accountProfile);
    return {};
}

void Server::stop()
{
    connect(&m_parts->ops->desk(), &OpsDesk::stopped, this, &Server::stopped);
    if (m_parts->relay)
        m_parts->relay->stop();
    m_parts->ops->desk().stop();
}

QFuture<void> Server::storeReached()
{
    return m_parts->database->reached();
}

Result<std::unique_ptr<Server>> Server::start(const ServerConfig &config, Clock &clock, Random &random,
                                              HttpTransport &transport)
{
    // Everything that can be refused is refused before the first byte is written.
    std::optional<MerchantProfile> profile;
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
    if (config.tlsFiles) {
        if (const auto read = ServerTls::read(*config.tlsFiles, clock.now()); !read)
            return read.error();
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
    server->m_config = config;
    server->m_clock = &clock;
    if (const auto used = parts.useTls(config, clock.now()); !used)
        return used.error();
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
    if (const auto opened = parts.openDesk(*profile, config.queriesPerSecond, clock, random, transport); !opened)
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

Result<void> Server::Parts::useTls(const ServerConfig &config, const QDateTime &now)
{
    const auto fingerprint = ServerTls::serve(listeners, config, folder, now);
    if (!fingerprint)
        return fingerprint.error();
    addresses.tlsFingerprint = *fingerprint;
    return {};
}

Result<QByteArray> Server::reloadTls()
{
    if (const auto used = m_parts->useTls(m_config, m_clock->now()); !used)
        return used.error();
    return m_parts->addresses.tlsFingerprint;
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
    // It calls in on this machine's own port: our certificate is for others, and nobody's it could know.
    const QString own = config.usesTls() ? listeners.simulator.address : listeners.main.address;
    Simulator::Settings settings{.folder = folder.file(QStringLiteral("simulator")),
                                 .cents = true,
                                 .eventsUrl = own + QStringLiteral("/wechat/events")};
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
    const auto exported = simulator->keys().exportProfile(folder.file(profileName), listeners.simulator.address,
                                                          own + QStringLiteral("/wechatpay/notify"));
    if (!exported)
        return Error{ErrorCode::Configuration, QStringLiteral("simulator: ") + exported.error().message};
    return {};
}

Result<void> Server::Parts::openDesk(const MerchantProfile &profile, int queriesPerSecond, Clock &clock, Random &random,
                                     HttpTransport &transport)
{
    const CheckoutSettings settings{.shopId = profile.mchid(),
                                    .training = !profile.isProduction(),
                                    .orderLifetime = profile.orderLifetime(),
                                    .queriesPerSecond = queriesPerSecond};
    addresses.http = listeners.main.address;
    addresses.phone = listeners.phone.address;
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
    terminals = std::make_unique<TerminalParts>(*database, settings.shopId, folder.file(PairingCodes::dropBoxName),
                                                clock, random);
    return terminals->open(*listeners.main.guard);
}

void Server::Parts::openAccount(const MerchantProfile &profile, LoginBy loginBy, Clock &clock, HttpTransport &transport)
{
    const auto &given = profile.officialAccount();
    accountProfile = given;
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
    QObject::connect(&terminals->terminals(), &Terminals::revoked, watchers.get(), &Watchers::drop);
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
    ops->desk().addRoutes();
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
