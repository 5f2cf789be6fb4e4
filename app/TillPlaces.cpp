// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TillPlaces.h"

#include "app/AnswerFile.h"
#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "app/JoinedServer.h"
#include "app/PairTill.h"
#include "app/PairedServer.h"
#include "app/ServerOptions.h"
#include "app/ServerThread.h"
#include "app/TillSettings.h"
#include <QCoreApplication>
#include <QDir>
#include <QTextStream>
#include <cstdio>

namespace {

Result<ServerPlace> addressOf(const CommandLine &line)
{
    const auto url = ServerPlace::parse(line.value("server"));
    if (!url)
        return Error{ErrorCode::InvalidInput, "--server must be an https:// URL, or http:// on this machine"};
    if (!line.has("server-fingerprint"))
        return ServerPlace(*url);
    const auto pin = CertificatePin::parse(line.value("server-fingerprint"));
    if (!pin)
        return Error{ErrorCode::InvalidInput, "--server-fingerprint: " + pin.error().message};
    if (url->scheme() != "https")
        return Error{ErrorCode::InvalidInput, "--server-fingerprint needs an https:// URL"};
    return ServerPlace(*url, *pin);
}

Result<Till::Server> tokenFileServer(const CommandLine &line, const ServerPlace &place)
{
    const auto token = tokenFrom(line.value("token-file"), "token-file");
    if (!token)
        return token.error();
    return Till::Server{place, *token};
}

Result<Till::Server> pairedServer(const ServerPlace &place, const QString &folder)
{
    const auto paired = PairedServer::readFrom(folder);
    if (!paired && paired.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::InvalidInput, "--server needs --token-file with the terminal token, or --pair once"};
    if (!paired)
        return paired.error();
    if (paired->place.url != place.url)
        return Error{ErrorCode::Configuration, "this till is paired with " + paired->place.url.toString()
                                                   + "; pair it with this server (--pair)"};
    return Till::Server{place.pin.isSet() ? place : paired->place, paired->token};
}

/// A server elsewhere is where this till found it.
AddTill::Reach reachOf(const ServerPlace &place)
{
    return {{place.url.toString()}, ServerPlace::isThisMachine(place.url)};
}

/// Under the names it answers to, or where it listens.
AddTill::Reach reachOf(const ServerConfig &config, const ServerAddresses &at)
{
    const QUrl own(at.http);
    if (config.host.isLoopback() && !config.behindProxy())
        return reachOf(ServerPlace(own));
    AddTill::Reach reach;
    const bool secure = config.usesTls() || config.behindProxy();
    for (const QString &name : secure ? config.publicNames : QStringList())
        reach.addresses.append(QStringLiteral("https://") + name);
    if (reach.addresses.isEmpty())
        return reachOf(ServerPlace(own)); // in the clear, or under no name: this machine alone, as far as anybody knows
    return reach;
}

Result<DataFolder> remoteFolder(const CommandLine &line)
{
    return DataFolder::open(JoinedServer::folderIn(line.dataDir(), line.has("training")));
}

QString typed(const char *question)
{
    std::fputs(question, stderr);
    return QTextStream(stdin).readLine(200).trimmed();
}

/// With TLS the till's own server shows a certificate that the two of them know.
ServerPlace ownServer(const ServerAddresses &at)
{
    const auto pin = CertificatePin::parse(QString::fromLatin1(at.tlsFingerprint));
    return {QUrl(at.http), pin ? *pin : CertificatePin()};
}

} // namespace

Result<TillPlace> TillPlaces::remote(const CommandLine &line)
{
    const auto place = addressOf(line);
    if (!place)
        return place.error();
    auto folder = remoteFolder(line);
    if (!folder)
        return folder.error();
    const auto server = line.has("token-file") ? tokenFileServer(line, *place) : pairedServer(*place, folder->path());
    if (!server)
        return server.error();
    const QString path = folder->path();
    TillPlace till{*server, {}, path, line.has("training"), *std::move(folder)};
    till.server.reach = reachOf(till.server.place);
    return till;
}

bool TillPlaces::mayJoin(const CommandLine &line)
{
    if (line.has("server") || line.has("demo"))
        return false;
    const auto options = serverOptions(); // whoever says how its own server is to be wants that one
    return std::none_of(options.begin(), options.end(),
                        [&line](const QCommandLineOption &option) { return line.has(option.names().first()); });
}

Result<std::optional<TillPlace>> TillPlaces::joined(const CommandLine &line)
{
    const auto mark = JoinedServer::readFrom(line.dataDir());
    if (!mark)
        return mark.error();
    if (!*mark)
        return std::optional<TillPlace>();
    const bool training = (*mark)->training;
    auto folder = DataFolder::open(JoinedServer::folderIn(line.dataDir(), training));
    if (!folder)
        return folder.error();
    const auto paired = PairedServer::readFrom(folder->path());
    if (!paired)
        return paired.error();
    const QString path = folder->path();
    TillPlace till{{paired->place, paired->token, reachOf(paired->place)}, {}, path, training, *std::move(folder)};
    return std::optional(std::move(till));
}

/// The line, what was joined at the window, the shop's word, and at last a practice of its own.
Result<TillPlace> TillPlaces::of(const CommandLine &line, const AnswerFile &shop, const QString &demoFolder,
                                 ServerThread &thread)
{
    if (line.has("server"))
        return remote(line);
    if (mayJoin(line)) {
        auto found = joined(line);
        if (!found)
            return found.error();
        if (*found)
            return std::move(found).value().value();
    }
    auto found = own(line, shop, demoFolder, thread);
    if (!found)
        return found.error();
    TillPlace place = std::move(found).value();
    if (mayJoin(line))
        place.server.toJoin = shop.server();
    return place;
}

int TillPlaces::pair(const CommandLine &line)
{
    const auto place = addressOf(line);
    const auto folder = remoteFolder(line);
    for (const auto *error : {place ? nullptr : &place.error(), folder ? nullptr : &folder.error()}) {
        if (error)
            return failWith(*error);
    }
    const auto settings = TillSettings::read(QDir(folder->path()).filePath("till.json"), line.has("training"));
    if (!settings)
        return failWith(settings.error());
    PairTill pairing(*place, folder->path());
    const auto name = settings->identity.till;
    pairing.pair(typed("Code: "), name, [](const Result<QString> &terminal) {
        if (terminal)
            sayLine({{"terminal", *terminal}});
        QCoreApplication::exit(terminal ? ExitDone : failWith(terminal.error()));
    });
    return QCoreApplication::exec();
}

Result<TillPlace> TillPlaces::own(const CommandLine &line, const AnswerFile &shop, const QString &demoFolder,
                                  ServerThread &thread)
{
    const bool demo = line.has("demo");
    const bool shops = !demo && !line.has("training") && !line.has("profile");
    if (const auto profile = shops ? shop.checkProfile() : Result<void>(); !profile)
        return profile.error();
    const auto given = serverConfigFrom(line, !line.has("profile"), false, shops ? shop.profile() : QString());
    if (!given)
        return given.error();
    ServerConfig config = *given;
    config.portMayMove = !line.has("port");
    if (demo) {
        config.port = 0;
        config.simulatorPort = 0;
        config.phoneListen = std::pair(QHostAddress(QHostAddress::LocalHost), quint16(0));
        if (!line.has("data-dir"))
            config.dataDir = demoFolder;
    }
    const auto started = thread.start(config);
    if (!started)
        return started.error();
    return TillPlace{{ownServer(*started), started->terminalToken, reachOf(config, *started)},
                     started->simulator,
                     started->dataFolder,
                     started->training};
}
