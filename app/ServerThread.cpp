// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServerThread.h"

#include "server/Server.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/net/NetworkTransport.h"
#include "server/runtime/ServerLoop.h"

Result<ServerAddresses> ServerThread::start(const ServerConfig &config)
{
    m_config = config;
    m_started = std::make_shared<QPromise<Result<ServerAddresses>>>();
    m_started->start();
    auto future = m_started->future();
    setObjectName(QStringLiteral("server"));
    ServerLoop::useIn(*this);
    QThread::start();
    future.waitForFinished();
    return future.takeResult();
}

ServerThread::~ServerThread()
{
    quit();
    wait();
}

void ServerThread::run()
{
    SystemClock clock;
    SystemRandom random;
    NetworkTransport transport;
    const auto server = Server::start(m_config, clock, random, transport);
    m_started->addResult(server ? Result<ServerAddresses>((*server)->addresses())
                                : Result<ServerAddresses>(server.error()));
    m_started->finish();
    if (server)
        exec();
}
