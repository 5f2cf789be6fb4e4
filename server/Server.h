// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Service.h"

#include <memory>

class Clock;
class HttpTransport;
class Random;

/// Builds and owns everything a server is made of, and alone picks the provider. Lives in one thread, whose event loop
/// runs it.
class Server : public Service
{
    Q_OBJECT
public:
    /// Binds every port before anything is written. Configuration: one clear sentence (or several, a line each);
    /// AddressInUse: a port, or the data folder, is another's.
    static Result<std::unique_ptr<Server>> start(const ServerConfig &config, Clock &clock, Random &random,
                                                 HttpTransport &transport);
    ~Server() override;

    const ServerAddresses &addresses() const override;
    QString working() const override;
    QString readAgain() const override;
    /// Reads certificate and key again, for connections from now on; those there are stay. The fingerprint, empty
    /// without TLS. Configuration: they cannot be used, and the old ones go on.
    Result<QByteArray> reloadTls();

    /// The profile, if it is good and the same shop's, and the certificate.
    Result<void> reload() override;
    void stop() override;
    QFuture<void> storeReached() override;

private:
    struct Parts;
    Server();
    ServerConfig m_config;
    Clock *m_clock = nullptr;
    std::unique_ptr<Parts> m_parts;
};
