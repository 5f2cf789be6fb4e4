// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ops/ServiceManager.h"
#include "server/ops/Watchdog.h"

class Server;

/// A server as a service: what it is told by signals, and what systemd and the log are told of it.
class ServiceTalk : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    ServiceTalk(Server &server, Clock &clock);

    void ready();
    void reload();
    /// Ends the event loop once the server has ended in order; with ExitFailed when its store hangs.
    void stop();

private:
    QString working() const; ///< what it does, for systemctl

    Server &m_server;
    ServiceManager m_manager;
    std::unique_ptr<Watchdog> m_watchdog; ///< none where nobody watches
    bool m_isStopping = false;
};
