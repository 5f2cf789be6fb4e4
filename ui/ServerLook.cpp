// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ServerLook.h"

#include <QNetworkProxy>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

namespace {

constexpr quint16 usualPort = 443;
constexpr quint16 usualPlainPort = 80;

CertificatePin pinOf(const QSslCertificate &certificate)
{
    const auto pin = CertificatePin::parse(QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex()));
    return pin ? *pin : CertificatePin();
}

} // namespace

/// One handshake, which ends itself.
class ServerLook::Hand : public QObject
{
public:
    Hand(const QUrl &url, QObject *parent) : QObject(parent)
    {
        m_promise.start();
        if (ServerPlace::isThisMachine(url))
            m_socket.setProxy(QNetworkProxy::NoProxy);
        QSslConfiguration configuration = CertificatePin().configuration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        m_socket.setSslConfiguration(configuration);
        const bool tls = url.scheme() == QLatin1String("https");
        connect(&m_socket, &QSslSocket::sslErrors, this, [this] {
            m_vouched = false;
            m_socket.ignoreSslErrors(); // it is looked at, and left
        });
        connect(&m_socket, &QSslSocket::encrypted, this, [this] { seen(pinOf(m_socket.peerCertificate())); });
        connect(&m_socket, &QSslSocket::connected, this, [this, tls] {
            m_reached = true;
            if (!tls)
                seen({});
        });
        connect(&m_socket, &QSslSocket::errorOccurred, this, [this] { fail(); });
        QTimer::singleShot(timeoutMs, this, [this] { fail(); });
        const auto port = quint16(url.port(tls ? usualPort : usualPlainPort));
        tls ? m_socket.connectToHostEncrypted(url.host(), port) : m_socket.connectToHost(url.host(), port);
    }
    QFuture<Result<SeenServer>> future() { return m_promise.future(); }

private:
    void seen(const CertificatePin &pin) { end(SeenServer{pin, m_vouched && pin.isSet()}); }
    void fail()
    {
        if (m_reached)
            return end(Error{ErrorCode::Unverified, QStringLiteral("no TLS there")});
        end(Error{ErrorCode::ProviderUnavailable, QStringLiteral("SERVER_GONE")});
    }
    void end(const Result<SeenServer> &result)
    {
        if (std::exchange(m_over, true))
            return;
        m_socket.disconnect(this);
        m_socket.abort();
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    QPromise<Result<SeenServer>> m_promise;
    QSslSocket m_socket;
    bool m_reached = false;
    bool m_vouched = true;
    bool m_over = false;
};

QFuture<Result<SeenServer>> ServerLook::look(const QUrl &url)
{
    auto *hand = new Hand(url, this);
    return hand->future();
}
