// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/RelayServer.h"

#include "server/DataFolder.h"
#include "server/Listeners.h"
#include "server/RelayOps.h"
#include "server/ServerTls.h"
#include "server/crypto/PrivateFile.h"
#include "server/domain/Clock.h"
#include "server/relay/RelayAccess.h"
#include "server/relay/RelayPeers.h"
#include "server/relay/RelayRoute.h"
#include "server/relay/RelayedHeaders.h"
#include "server/store/Database.h"

#include <QDir>
#include <algorithm>

/// In the order they are made.
struct RelayServer::Parts
{
    Parts(DataFolder dataFolder, Listeners bound) : folder(std::move(dataFolder)), listeners(std::move(bound)) {}
    /// The store's thread must not answer into what is being taken apart.
    ~Parts()
    {
        if (database)
            database->drain();
    }

    DataFolder folder;
    ServerAddresses addresses;
    std::unique_ptr<Database> database;
    std::unique_ptr<RelayStore> store;
    std::unique_ptr<RelayPeers> peers;
    std::unique_ptr<RelayRoute> route;
    std::unique_ptr<RelayOps> ops;
    Listeners listeners;

    void addRoutes();
};

namespace {

QString folderOf(const ServerConfig &config)
{
    return QDir(config.dataDir).filePath(QStringLiteral("relay"));
}

Result<std::unique_ptr<Database>> openRelayBooks(const ServerConfig &config)
{
    DatabaseOptions options;
    options.schema = Schema::relay();
    return Database::open(config.storeFile.isEmpty() ? QDir(folderOf(config)).filePath(QStringLiteral("relay.sqlite"))
                                                     : config.storeFile,
                          options);
}

} // namespace

RelayServer::RelayServer() = default;
RelayServer::~RelayServer() = default;

const ServerAddresses &RelayServer::addresses() const
{
    return m_parts->addresses;
}

QString RelayServer::working() const
{
    return QStringLiteral("takes notifications in for shops that cannot be reached, at %1").arg(addresses().http);
}

QString RelayServer::readAgain() const
{
    return m_config.usesTls() ? QStringLiteral("the certificate")
                              : QStringLiteral("nothing, for a relay without TLS has nothing to read");
}

Result<void> RelayServer::reload()
{
    auto used = useTls();
    m_parts->ops->desk().countReload(used.has_value());
    return used;
}

void RelayServer::stop()
{
    connect(&m_parts->ops->desk(), &OpsDesk::stopped, this, &RelayServer::stopped);
    m_parts->ops->desk().stop();
}

QFuture<void> RelayServer::storeReached()
{
    return m_parts->database->reached();
}

Result<void> RelayServer::useTls()
{
    const auto fingerprint = ServerTls::serve(m_parts->listeners, m_config, m_parts->folder, m_clock->now());
    if (!fingerprint)
        return fingerprint.error();
    m_parts->addresses.tlsFingerprint = *fingerprint;
    return {};
}

Result<std::unique_ptr<RelayServer>> RelayServer::start(const ServerConfig &config, Clock &clock, Random &random)
{
    ServerConfig narrowed = config;
    narrowed.limits.maxBodyBytes = std::min<int>(config.limits.maxBodyBytes, RelayedHeaders::maxBodyBytes);
    auto listeners = Listeners::bind(narrowed, clock);
    if (!listeners)
        return listeners.error();
    auto folder = DataFolder::open(folderOf(config));
    if (!folder)
        return folder.error();
    auto books = openRelayBooks(config);
    if (!books)
        return books.error();
    std::unique_ptr<RelayServer> server(new RelayServer);
    server->m_parts = std::make_unique<Parts>(std::move(folder).value(), std::move(listeners).value());
    server->m_config = narrowed;
    server->m_clock = &clock;
    auto &parts = *server->m_parts;
    if (const auto used = server->useTls(); !used)
        return used.error();
    parts.database = std::move(books).value();
    parts.store = std::make_unique<RelayStore>(*parts.database);
    parts.peers = std::make_unique<RelayPeers>(*parts.store, clock, random);
    parts.route = std::make_unique<RelayRoute>(*parts.store, clock);
    QObject::connect(parts.route.get(), &RelayRoute::kept, parts.peers.get(), &RelayPeers::look);
    parts.ops = std::make_unique<RelayOps>(
        RelayOps::Watched{{parts.listeners, *parts.database, clock}, *parts.store, *parts.route, *parts.peers});
    parts.addresses.http = parts.listeners.main.address;
    parts.addresses.ops = parts.listeners.ops.address;
    parts.addresses.dataFolder = parts.folder.path();
    parts.addRoutes();
    return server;
}

void RelayServer::Parts::addRoutes()
{
    auto &http = *listeners.main.http;
    listeners.main.rates->isRelays();
    route->addTo(http);
    ops->desk().addRoutes();
    http.webSocket(QStringLiteral("/relay/link"),
                   [this](std::unique_ptr<QWebSocket> socket, const HttpRequest &) { peers->add(std::move(socket)); });
}

Result<QByteArray> RelayServer::addShop(const ServerConfig &config, const QString &name, Clock &clock, Random &random)
{
    if (!RelayAccess::isShopName(name))
        return wrongInput("a relay's shop has a name of 1 to 64 of 0-9, a-z, _ and -");
    if (const auto made = PrivateFile::makeFolder(folderOf(config)); !made)
        return because(ErrorCode::Configuration, "the data folder cannot be made or written");
    auto books = openRelayBooks(config);
    if (!books)
        return books.error();
    const QByteArray token = RelayAccess::newToken(random);
    const auto added = (*books)->waitFor(RelayStore(**books).add(
        {.name = name, .tokenHash = RelayAccess::hashOf(token), .stream = RelayAccess::newStream(random)},
        clock.now()));
    return added ? Result<QByteArray>(token) : Result<QByteArray>(added.error());
}

Result<void> RelayServer::removeShop(const ServerConfig &config, const QString &name)
{
    if (!QDir(folderOf(config)).exists())
        return because(ErrorCode::NotFound, "there is no relay in this data folder");
    auto books = openRelayBooks(config);
    if (!books)
        return books.error();
    return (*books)->waitFor(RelayStore(**books).remove(name));
}
