// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ServerConfig.h"

#include <QObject>
#include <memory>

class Clock;
class HttpTransport;
class Random;

/// Builds and owns everything a server is made of, and alone picks the provider. Lives in one thread, whose event loop
/// runs it.
class Server : public QObject
{
    Q_OBJECT
public:
    /// Binds every port before anything is written. Configuration: one clear sentence (or several, a line each);
    /// AddressInUse: a port, or the data folder, is another's.
    static Result<std::unique_ptr<Server>> start(const ServerConfig &config, Clock &clock, Random &random,
                                                 HttpTransport &transport);
    ~Server() override;

    const ServerAddresses &addresses() const;
    /// Reads certificate and key again, for connections from now on; those there are stay. The fingerprint, empty
    /// without TLS. Configuration: they cannot be used, and the old ones go on.
    Result<QByteArray> reloadTls();

    /// The profile is read again and, if it is good and the same shop's, used from now on, and so is the certificate;
    /// nobody who waits notices. Configuration: why both go on as before.
    Result<void> reload();
    /// Ends in order (GracefulStop), and then says stopped(). What is left is to destroy it. Once.
    void stop();
    /// Ends when the store's thread has come so far.
    QFuture<void> storeReached();

signals:
    /// storeAnswers: false when the store hangs: to destroy this would be to wait for it.
    void stopped(bool storeAnswers);

private:
    struct Parts;
    Server();
    ServerConfig m_config;
    Clock *m_clock = nullptr;
    std::unique_ptr<Parts> m_parts;
};
