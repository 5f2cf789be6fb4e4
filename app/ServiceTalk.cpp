// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServiceTalk.h"

#include "app/CommandLine.h"
#include "app/ExitCode.h"
#include "app/QuitOnSignal.h"
#include "server/Service.h"
#include "server/runtime/Logging.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <cstdlib>

namespace {

Q_LOGGING_CATEGORY(lcService, "scantill.service")

} // namespace

int ServiceTalk::run(Service &service, Clock &clock, const QJsonObject &readyLine)
{
    ServiceTalk talk(service, clock);
    onSignals(
        QCoreApplication::instance(), [&talk] { talk.stop(); }, [&talk] { talk.reload(); });
    sayReady(readyLine);
    talk.ready();
    const int code = QCoreApplication::exec();
    if (code != ExitDone)
        std::quick_exit(code); // the store hangs: to end in peace would be to wait for it
    return code;
}

ServiceTalk::ServiceTalk(Service &service, Clock &clock) : m_service(service)
{
    if (const auto within = ServiceManager::watchdogTime())
        m_watchdog = std::make_unique<Watchdog>(
            *within, [this] { return m_service.storeReached(); }, [this] { m_manager.alive(); }, clock);
}

void ServiceTalk::ready()
{
    const ServerAddresses &at = m_service.addresses();
    m_manager.ready(m_service.working());
    QJsonObject fields{{"http", at.http}, {"version", SCANTILL_VERSION}};
    if (!at.shopId.isEmpty()) {
        fields["shop"] = at.shopId;
        fields["training"] = at.training;
    }
    if (!at.tlsFingerprint.isEmpty()) // what tills are told to pin: nobody sees the ready line of a service
        fields["tls_fingerprint"] = QString::fromLatin1(at.tlsFingerprint);
    Logging::write(lcService(), QtInfoMsg, QStringLiteral("ready"), fields);
}

void ServiceTalk::reload()
{
    if (m_isStopping)
        return;
    m_manager.reloading();
    const auto reloaded = m_service.reload();
    if (reloaded) {
        Logging::write(lcService(), QtInfoMsg, QStringLiteral("read again, and used now: ") + m_service.readAgain());
        return m_manager.ready(m_service.working());
    }
    const QString why = QStringLiteral("not reloaded, all goes on as before: ") + reloaded.error().message;
    Logging::write(lcService(), QtCriticalMsg, why);
    m_manager.ready(why);
}

void ServiceTalk::stop()
{
    m_isStopping = true;
    m_manager.stopping(QStringLiteral("finishes what was begun"));
    Logging::write(lcService(), QtInfoMsg, QStringLiteral("stops: what was begun is finished, who waits is told"));
    connect(&m_service, &Service::stopped, this, [](bool storeAnswers) {
        if (!storeAnswers)
            Logging::write(lcService(), QtCriticalMsg, QStringLiteral("the store hangs, and is left as it is"));
        QCoreApplication::exit(storeAnswers ? ExitDone : ExitFailed);
    });
    m_service.stop();
}
