// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ScriptedLoginDesk.h"
#include "ui/JoinDesk.h"
#include "ui/PairingDesk.h"

/// A server elsewhere that shows and says only what a test has it show and say.
class ScriptedJoinDesk final : public JoinDesk
{
public:
    QFuture<Result<SeenServer>> look(const QUrl &url) override { return looks.ask({url.toString()}); }
    QFuture<Result<void>> join(const ServerPlace &place, const QString &code, const QString &till) override
    {
        asked.append({place.url.toString(), QString::fromLatin1(place.pin.hex()), code, till});
        m_open = std::make_shared<QPromise<Result<void>>>();
        m_open->start();
        return m_open->future();
    }
    void answer(const Result<void> &answer)
    {
        const auto promise = std::exchange(m_open, {});
        promise->addResult(answer);
        promise->finish();
    }
    static CertificatePin pin(char digit) { return *CertificatePin::parse(QString(64, QLatin1Char(digit))); }

    ScriptedLoginDesk::Line<SeenServer> looks;
    QList<QStringList> asked; ///< address, fingerprint, code, name

private:
    std::shared_ptr<QPromise<Result<void>>> m_open;
};

/// The till's own server, for codes alone.
class ScriptedPairingDesk final : public PairingDesk
{
public:
    QFuture<Result<QString>> makeCode(const QByteArray &session) override
    {
        return codes.ask({QString::fromLatin1(session)});
    }
    QFuture<Result<CertificatePin>> certificate() override { return ready(Result<CertificatePin>(pin)); }

    ScriptedLoginDesk::Line<QString> codes;
    CertificatePin pin;
};
