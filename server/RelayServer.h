// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Service.h"

#include <memory>

class Clock;
class Random;

/// A public relay for shops that cannot be reached (API.md, "The relay"): no profile, no keys, no orders; a line of raw
/// notifications for each shop. Lives in one thread, whose event loop runs it.
class RelayServer : public Service
{
    Q_OBJECT
public:
    /// Configuration: one clear sentence; AddressInUse: the port, or the data folder, is another's.
    static Result<std::unique_ptr<RelayServer>> start(const ServerConfig &config, Clock &clock, Random &random);
    ~RelayServer() override;

    const ServerAddresses &addresses() const override;
    QString working() const override;
    QString readAgain() const override;
    /// The certificate. What is said on links goes on over the one they began with.
    Result<void> reload() override;
    /// What was posted is written and answered; links are closed with 1001.
    void stop() override;
    QFuture<void> storeReached() override;

    /// The same of a relay that runs, or does not: another process may do it at any time. Answers the shop's token,
    /// which nobody can read again. InvalidInput: no such name can be; Conflict, Busy, Configuration, StoreFailure.
    static Result<QByteArray> addShop(const ServerConfig &config, const QString &name, Clock &clock, Random &random);
    /// With all that waits for it. NotFound.
    static Result<void> removeShop(const ServerConfig &config, const QString &name);

private:
    struct Parts;
    RelayServer();
    Result<void> useTls();
    ServerConfig m_config;
    Clock *m_clock = nullptr;
    std::unique_ptr<Parts> m_parts;
};
