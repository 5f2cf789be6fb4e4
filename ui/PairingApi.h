// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/PairingDesk.h"
#include "ui/ServerHttp.h"
#include "ui/ServerLook.h"

/// PairingDesk over HTTP.
class PairingApi final : public QObject, public PairingDesk
{
    Q_OBJECT
public:
    PairingApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent = nullptr);

    QFuture<Result<QString>> makeCode(const QByteArray &session) override;
    QFuture<Result<CertificatePin>> certificate() override;

public slots:
    /// Who is signed in at the till; a secret.
    void useSession(const QByteArray &session) { m_session = session; }

signals:
    /// As ServerHttp tells it.
    void sessionRefused(const QByteArray &session);

private:
    ServerPlace m_place;
    ServerHttp m_http;
    ServerLook m_look;
    QByteArray m_session;
};
