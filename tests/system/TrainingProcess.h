// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/ServerTalk.h"
#include "tests/system/Child.h"

/// A training server as a process.
class TrainingProcess : public ServerTalk
{
public:
    TrainingProcess() : server(QStringLiteral(SERVER), config().dataDir + "/server.log"), m_root(config().dataDir) {}

    /// False when it does not come up; its log says why.
    bool start(const QStringList &more = {})
    {
        server.setArguments(QStringList{"--training", "--data-dir", m_root, "--port", "0", "--simulator-port", "0",
                                        "--phone-listen", "127.0.0.1:0"}
                            + more);
        const auto ready = server.start();
        started(ServerAddresses{.http = ready["http"].toString(),
                                .simulator = ready["simulator"].toString(),
                                .phone = ready["phone"].toString(),
                                .shopId = {},
                                .training = true,
                                .dataFolder = m_root + "/training",
                                .terminalToken = ready["terminal_token"].toString().toLatin1()});
        return !ready.isEmpty();
    }
    quint16 port() const { return quint16(QUrl(at().http).port()); }

    Child server;

private:
    QString m_root;
};
