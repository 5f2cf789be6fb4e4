// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ops/ServiceManager.h"
#include "server/ops/Watchdog.h"

class Service;
class QJsonObject;

/// A server as a service: what it is told by signals, and what systemd and the log are told of it.
class ServiceTalk : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    ServiceTalk(Service &service, Clock &clock);

    /// Says that line, and runs the service until it is told to end. The exit code.
    static int run(Service &service, Clock &clock, const QJsonObject &readyLine);

    void ready();
    void reload();
    /// Ends the event loop once the server has ended in order; with ExitFailed when its store hangs.
    void stop();

private:
    Service &m_service;
    ServiceManager m_manager;
    std::unique_ptr<Watchdog> m_watchdog; ///< none where nobody watches
    bool m_isStopping = false;
};
