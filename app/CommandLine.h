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
    QStringList m_withValue; ///< the names of the options that take one
};

/// "127.0.0.1:8081", "[::1]:0", as the value of that option.
Result<std::pair<QHostAddress, quint16>> parseAddressAndPort(const char *option, const QString &text);

/// NAME=VALUE of --limit, into the config.
Result<void> applyLimit(const QString &text, ServerConfig &config);

/// The token a file holds, for a program that asks a server elsewhere. Configuration: others may read it; InvalidInput:
/// it holds none. option: the one that named the file.
Result<QByteArray> tokenFrom(const QString &file, const QString &option);

/// Prints the sentence on stderr and answers the exit code that fits.
int failWith(const Error &error);

/// One JSON line on stdout.
void sayLine(const QJsonObject &what);
/// The one that says a program is ready.
void sayReady(QJsonObject what);
