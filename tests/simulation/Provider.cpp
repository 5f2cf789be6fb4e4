// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Provider.h"

#include "server/wechatpay/MerchantProfile.h"
#include "tests/simulator/SimulatorRig.h"

Provider::Provider(Clock &clock, Trace &trace, quint64 seed, Wire::Serve notified)
    : m_clock(clock), m_trace(trace), m_random(seed), m_api(QStringLiteral("api"), clock, trace, seed),
      m_notifies(QStringLiteral("notify"), clock, trace, seed),
      m_sender(m_notifies, std::make_shared<Power>(), std::move(notified))
{
    auto opened = Simulator::open({.keys = SimulatorRig::vectorKeys()}, clock, m_random, m_sender);
    if (!opened)
        qFatal("the provider: %s", qPrintable(opened.error().message));
    m_twin = std::move(opened).value();
    const QString file = m_folder.filePath(QStringLiteral("merchant_profile.json"));
    if (!m_twin->keys().exportProfile(file, QStringLiteral("http://127.0.0.1:8090"),
                                      QStringLiteral("http://127.0.0.1:8080/wechatpay/notify")))
        qFatal("the profile cannot be written");
    auto profile = MerchantProfile::read(file);
    if (!profile)
        qFatal("the profile: %s", qPrintable(profile.error().message));
    m_profile = std::make_unique<MerchantProfile>(*std::move(profile));
}

Wire::Serve Provider::listener()
{
    return [this](const HttpRequest &request, bool) { return std::optional(m_twin->answer(request)); };
}

HttpReply Provider::control(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    HttpRequest request = SimulatorRig::plainRequest(
        method, path.toUtf8(), method == "GET" ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
    request.headers = {{"Host", "127.0.0.1:8090"}, {"Content-Type", "application/json"}};
    auto reply = m_twin->answer(request);
    return reply.isFinished() ? reply.takeResult() : HttpReply{500, {}, {}};
}

void Provider::demand(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    const HttpReply reply = control(method, path, body);
    if (reply.status != 200)
        m_trace.broke(QStringLiteral("%1 answers %2: %3").arg(path).arg(reply.status).arg(QString(reply.body)));
}

void Provider::setFaults(const QJsonObject &faults)
{
    m_trace.note(QStringLiteral("provider: %1").arg(QString(QJsonDocument(faults).toJson(QJsonDocument::Compact))));
    demand("PUT", QStringLiteral("/sim/faults"), faults);
    const bool isKind = !faults.contains(QLatin1String("api"));
    if (isKind && !m_isKind)
        m_kindSinceMs = m_clock.steadyMs();
    m_isKind = isKind;
}
