// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServiceTalk.h"

#include "app/ExitCode.h"
#include "server/Server.h"
#include "server/runtime/Logging.h"

#include <QCoreApplication>

namespace {

Q_LOGGING_CATEGORY(lcService, "scantill.service")

} // namespace

ServiceTalk::ServiceTalk(Server &server, Clock &clock) : m_server(server)
{
    if (const auto within = ServiceManager::watchdogTime())
        m_watchdog = std::make_unique<Watchdog>(
            *within, [this] { return m_server.storeReached(); }, [this] { m_manager.alive(); }, clock);
}

void ServiceTalk::ready()
{
    const ServerAddresses &at = m_server.addresses();
    m_manager.ready(working());
    Logging::write(lcService(), QtInfoMsg, QStringLiteral("ready"),
                   {{"shop", at.shopId}, {"http", at.http}, {"training", at.training}, {"version", SCANTILL_VERSION}});
}

QString ServiceTalk::working() const
{
    return QStringLiteral("takes payments for shop %1 at %2")
        .arg(m_server.addresses().shopId, m_server.addresses().http);
}

void ServiceTalk::reload()
{
    if (m_isStopping)
        return;
    m_manager.reloading();
    const auto reloaded = m_server.reload();
    if (reloaded) {
        Logging::write(lcService(), QtInfoMsg,
                       QStringLiteral("the merchant profile and the certificate were read again and are used now"));
        return m_manager.ready(working());
    }
    const QString why = QStringLiteral("not reloaded, the merchant profile and the certificate before go on: ")
                        + reloaded.error().message;
    Logging::write(lcService(), QtCriticalMsg, why);
    m_manager.ready(why);
}

void ServiceTalk::stop()
{
    m_isStopping = true;
    m_manager.stopping(QStringLiteral("finishes what was begun"));
    Logging::write(lcService(), QtInfoMsg, QStringLiteral("stops: what was begun is finished, who waits is told"));
    connect(&m_server, &Server::stopped, this, [](bool storeAnswers) {
        if (!storeAnswers)
            Logging::write(lcService(), QtCriticalMsg, QStringLiteral("the store hangs, and is left as it is"));
        QCoreApplication::exit(storeAnswers ? ExitDone : ExitFailed);
    });
    m_server.stop();
}
