// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ServerConfig.h"

#include <QPromise>
#include <QThread>
#include <memory>

/// The till's own server, on a thread of its own. The two talk over HTTP alone.
class ServerThread : private QThread
{
public:
    /// Waits until the server is ready, or has said why not.
    Result<ServerAddresses> start(const ServerConfig &config);
    ~ServerThread() override;

private:
    void run() override;

    ServerConfig m_config;
    std::shared_ptr<QPromise<Result<ServerAddresses>>> m_started;
};
