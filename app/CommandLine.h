// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ServerConfig.h"

#include <QCommandLineParser>
#include <QJsonObject>

/// The command line of our programs: what all of them take, and one clear sentence for what they do not.
class CommandLine
{
public:
    CommandLine(const QString &description, const QList<QCommandLineOption> &own);

    /// Handles --help and --version by printing and exiting. InvalidInput else for what is not understood; then
    /// logging is set up.
    Result<void> parse(const QStringList &arguments);

    bool has(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    QStringList values(const QString &option) const { return m_parser.values(option); }
    QString dataDir() const;

    /// A port, 0 to 65535, or the fallback where the option is not given.
    Result<quint16> port(const QString &option, quint16 fallback) const;
    Result<QHostAddress> host(const QString &option) const; ///< loopback where it is not given

private:
    QCommandLineParser m_parser;
};

/// "127.0.0.1:8081", "[::1]:0".
Result<std::pair<QHostAddress, quint16>> parseAddressAndPort(const QString &text);

/// NAME=VALUE of --limit, into the limits.
Result<void> applyLimit(const QString &text, HttpLimits &limits, WatchLimits &watchLimits);

/// Prints the sentence on stderr and answers the exit code that fits.
int failWith(const Error &error);

/// One JSON line on stdout.
void say(const QJsonObject &what);
/// The one that says a program is ready.
void sayReady(QJsonObject what);
