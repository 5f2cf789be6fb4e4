// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PairingApi.h"

#include <QCoreApplication>

namespace {

constexpr qsizetype longestCode = 16;

Result<QString> newCodeOf(const Result<ServerHttp::Answer> &answer)
{
    if (!answer)
        return answer.error();
    if (answer->status != 201)
        return answer->error();
    const QString code = answer->json()["code"].toString();
    if (code.isEmpty() || code.size() > longestCode)
        return ServerHttp::unreadable();
    return code;
}

} // namespace

PairingApi::PairingApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent)
    : QObject(parent), m_place(server), m_http(server, terminalToken)
{
    connect(&m_http, &ServerHttp::sessionRefused, this, &PairingApi::sessionRefused);
}

QFuture<Result<QString>> PairingApi::makeCode(const QByteArray &session)
{
    ServerHttp::Call call{.method = "POST", .path = QStringLiteral("/api/v1/pairings")};
    call.session = session.isEmpty() ? m_session : session;
    return m_http.send(call).then(qApp, &newCodeOf); // Qt 6.4 asserts that the context lives, and we may not
}

QFuture<Result<CertificatePin>> PairingApi::certificate()
{
    if (m_place.pin.isSet() || m_place.url.scheme() != QLatin1String("https"))
        return ready(Result<CertificatePin>(m_place.pin));
    return m_look.look(m_place.url).then(qApp, [](const Result<SeenServer> &seen) -> Result<CertificatePin> {
        return seen ? Result<CertificatePin>(seen->pin) : Result<CertificatePin>(seen.error());
    });
}
