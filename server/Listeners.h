// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ServerConfig.h"
#include "server/http/HttpListener.h"
#include "server/routes/RateGate.h"
#include "server/routes/RequestGuard.h"

#include <QDateTime>
#include <memory>

class Clock;
class TlsIdentity;

/// One bound port with the guard that judges who may ask there.
struct GuardedListener
{
    std::unique_ptr<RequestGuard> guard;
    std::unique_ptr<RateGate> rates; ///< of this port alone
    std::unique_ptr<HttpListener> http;
    QString address; ///< "http://127.0.0.1:8080"
};

/// The ports of a server, bound before anything is written.
struct Listeners
{
    GuardedListener main;
    GuardedListener simulator; ///< empty outside training
    GuardedListener phone; ///< empty where phones are not served
    GuardedListener ops; ///< empty where there is none
    QDateTime certificateEnds; ///< of the one that is served with; invalid without TLS

    /// Configuration: somebody else than this machine would be served without TLS. With TLS nobody is let in before
    /// useTls; the simulator's port stays this machine's own and plain.
    static Result<Listeners> bind(const ServerConfig &config, Clock &clock);
    /// For connections from now on. What it is refused with leaves everything as it was.
    Result<void> useTls(const TlsIdentity &identity);
};

/// Binds one port. names: what it answers to beside localhost; proxies: who may stand between. The token arrives
/// later, with setTerminalToken.
Result<GuardedListener> bindListener(const HttpLimits &limits, Clock &clock, const QHostAddress &address, quint16 port,
                                     const QStringList &names, const ProxyRule &proxies = {}, bool onlyTls = false);

/// The address of the interface that leads to the network, as another device there would reach us; loopback when there
/// is none. Sends nothing.
QHostAddress addressOfDefaultRoute();
