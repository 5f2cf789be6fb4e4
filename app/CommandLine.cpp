// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "app/ExitCode.h"
#include "server/crypto/PrivateFile.h"
#include "server/runtime/Logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <cstdio>

namespace {

constexpr qint64 maxTokenFileBytes = 1024;

Error wrong(const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence};
}

Result<QtMsgType> levelOf(const QString &name)
{
    static const QHash<QString, QtMsgType> levels{
        {"debug", QtDebugMsg}, {"info", QtInfoMsg}, {"warning", QtWarningMsg}, {"error", QtCriticalMsg}};
    if (!levels.contains(name))
        return wrong("--log-level must be debug, info, warning or error");
    return levels.value(name);
}

} // namespace

CommandLine::CommandLine(const QString &description, const QList<QCommandLineOption> &own)
{
    m_parser.setApplicationDescription(description);
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    const auto all = QList<QCommandLineOption>{{"data-dir", "Where everything is kept.", "DIR"},
                                               {"log-level", "debug, info, warning or error.", "LEVEL", "info"},
                                               {"log-format", "text or json.", "FORMAT", "text"}}
                     + own;
    m_parser.addOptions(all);
    for (const QCommandLineOption &option : all) {
        if (!option.valueName().isEmpty())
            m_withValue.append(option.names().constFirst());
    }
}

Result<void> CommandLine::parse(const QStringList &arguments)
{
    const bool understood = m_parser.parse(arguments);
    if (m_parser.isSet("help"))
        m_parser.showHelp(ExitDone);
    if (m_parser.isSet("version"))
        m_parser.showVersion();
    if (!understood)
        return wrong(m_parser.errorText());
    if (!m_parser.positionalArguments().isEmpty())
        return wrong(QStringLiteral("not understood: %1").arg(m_parser.positionalArguments().first()));
    for (const auto &option : std::as_const(m_withValue)) {
        if (m_parser.isSet(option) && m_parser.values(option).contains(QString()) && !m_parser.value(option).isNull())
            return wrong(QStringLiteral("--%1 needs a value").arg(option));
    }
    const auto level = levelOf(value("log-level"));
    if (!level)
        return level.error();
    const auto format = value("log-format");
    if (format != QLatin1String("text") && format != QLatin1String("json"))
        return wrong("--log-format must be text or json");
    Logging::install(*level, format == QLatin1String("json") ? Logging::Format::Json : Logging::Format::Text);
    return {};
}

QString CommandLine::dataDir() const
{
    if (has("data-dir"))
        return QDir(value("data-dir")).absolutePath();
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath("scantill");
}

Result<quint16> CommandLine::port(const QString &option, quint16 fallback) const
{
    if (!has(option))
        return fallback;
    bool isPort = false;
    const quint16 port = value(option).toUShort(&isPort);
    if (!isPort)
        return wrong(QStringLiteral("--%1 must be a port, 0 to 65535").arg(option));
    return port;
}

Result<QHostAddress> CommandLine::host(const QString &option) const
{
    if (!has(option))
        return QHostAddress(QHostAddress::LocalHost);
    const auto name = value(option);
    const QHostAddress address(name == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : name);
    if (address.isNull())
        return wrong(QStringLiteral("--%1 must be an IP address").arg(option));
    return address;
}

Result<std::pair<QHostAddress, quint16>> parseAddressAndPort(const char *option, const QString &text)
{
    const auto colon = text.lastIndexOf(u':');
    auto name = text.left(colon);
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.mid(1, name.size() - 2);
    const QHostAddress address(name);
    bool isPort = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isPort);
    if (colon < 1 || address.isNull() || !isPort)
        return wrong(QStringLiteral("--%1 must be ADDRESS:PORT").arg(QLatin1String(option)));
    return std::pair(address, port);
}

Result<void> applyLimit(const QString &text, ServerConfig &config)
{
    HttpLimits &limits = config.limits;
    WatchLimits &watchLimits = config.watchLimits;
    const QHash<QString, int *> numbers{{"header-bytes", &limits.maxHeaderBytes},
                                        {"body-bytes", &limits.maxBodyBytes},
                                        {"large-bytes", &limits.maxLargeBytes},
                                        {"connections", &limits.maxConnections},
                                        {"connections-per-peer", &limits.maxConnectionsPerPeer},
                                        {"frame-bytes", &limits.maxWebSocketFrameBytes},
                                        {"header-fields", &limits.maxHeaderFields},
                                        {"connection-rate", &limits.rates.connections},
                                        {"connection-rate-per-peer", &limits.rates.connectionsPerPeer},
                                        {"request-rate", &limits.rates.requests},
                                        {"request-rate-per-peer", &limits.rates.requestsPerPeer},
                                        {"wrong-token-rate", &limits.rates.wrongTokens},
                                        {"wrong-token-rate-per-peer", &limits.rates.wrongTokensPerPeer},
                                        {"wrong-notification-rate", &limits.rates.wrongNotifications},
                                        {"wrong-notification-rate-per-peer", &limits.rates.wrongNotificationsPerPeer},
                                        {"unread-bytes", &watchLimits.maxUnreadBytes},
                                        {"keys-per-connection", &watchLimits.maxKeysPerSocket},
                                        {"message-rate-per-connection", &watchLimits.maxMessagesAMinute},
                                        {"waiters", &watchLimits.maxWaiters},
                                        {"waiters-per-peer", &watchLimits.maxWaitersPerPeer},
                                        {"provider-query-rate", &config.queriesPerSecond}};
    const QHash<QString, std::chrono::milliseconds *> times{
        {"header-deadline-ms", &limits.headerDeadline}, {"handshake-deadline-ms", &limits.handshakeDeadline},
        {"body-deadline-ms", &limits.bodyDeadline},     {"idle-deadline-ms", &limits.idleDeadline},
        {"linger-deadline-ms", &limits.lingerDeadline}, {"ping-interval-ms", &watchLimits.pingInterval}};
    const auto name = text.section(u'=', 0, 0);
    bool isNumber = false;
    const int value = text.section(u'=', 1).toInt(&isNumber);
    if (!isNumber || value < 1 || !(numbers.contains(name) || times.contains(name))) {
        auto names = numbers.keys() + times.keys();
        names.sort();
        return wrong(
            QStringLiteral("--limit must be NAME=VALUE, a number of 1 or more for one of: %1").arg(names.join(", ")));
    }
    if (numbers.contains(name))
        *numbers.value(name) = value;
    else
        *times.value(name) = std::chrono::milliseconds(value);
    return {};
}

Result<QByteArray> tokenFrom(const QString &file, const QString &option)
{
    const auto content =
        PrivateFile::readSecret(file, maxTokenFileBytes, QStringLiteral("the file of --%1").arg(option));
    if (!content && content.error().code == ErrorCode::Configuration)
        return content.error();
    if (!content || content->trimmed().isEmpty())
        return wrong(QStringLiteral("--%1 must name a file that holds a token").arg(option));
    return content->trimmed();
}

int failWith(const Error &error)
{
    Logging::lastWords(QCoreApplication::applicationName(), error.message);
    return exitCodeOf(error);
}

void sayLine(const QJsonObject &what)
{
    const auto line = QJsonDocument(what).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

void sayReady(QJsonObject what)
{
    what["ready"] = true;
    sayLine(what);
}
