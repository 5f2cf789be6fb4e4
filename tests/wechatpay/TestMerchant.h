// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpTransport.h"
#include "server/wechatpay/WeChatPay.h"
#include "tests/support/ScriptedTransport.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QJsonObject>
#include <QTemporaryDir>

/// The merchant of the vectors, as a profile on disk.
class TestProfile
{
public:
    TestProfile();

    QJsonObject json; ///< what the file will hold; change it before read()
    /// Writes the file, owner-only, and reads it.
    Result<MerchantProfile> read();
    MerchantProfile get(); ///< the same, read once; ends the test if it is refused
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content);

    /// Only the public key, or only certificates, as merchants have them.
    TestProfile &withoutPublicKey();
    TestProfile &withoutCertificates();

private:
    QTemporaryDir m_folder;
    QByteArray m_written; ///< names and contents of the files
};

/// A merchant on a virtual clock with a scripted network, and the provider's side of the signatures.
class TestMerchant
{
public:
    explicit TestMerchant(const MerchantProfile &profile, qint64 startMs = 1'767'225'600'000);

    VirtualClock clock;
    SeededRandom random;
    ScriptedTransport transport;
    WeChatPay pay;

    /// A reply signed now, in public-key mode.
    HttpAnswer reply(int status, const QByteArray &body) const;
    /// The same with any key and name.
    HttpAnswer reply(int status, const QByteArray &body, const RsaPrivateKey &key, const QByteArray &serial) const;
    /// What the provider would post now; its status means nothing.
    HttpAnswer notification(const QString &eventType, const QJsonObject &content) const;
    /// The envelope of it, to be changed and signed with reply().
    QJsonObject envelope(const QString &eventType, const QByteArray &content) const;
    static HttpAnswer unsignedReply(int status, const QByteArray &body);

    /// Moves time on until the future is done; ends the test after a virtual minute.
    template <class T> T finish(QFuture<T> future)
    {
        for (int i = 0; i < 600 && !future.isFinished(); ++i)
            clock.advance(std::chrono::milliseconds(100));
        if (!future.isFinished())
            qFatal("the future did not finish in a virtual minute");
        return future.takeResult();
    }

    Order order(const QString &number = QStringLiteral("T20260101080000_000001")) const;
};

/// The provider's and the merchant's private keys, from the vectors.
RsaPrivateKey testKey(const QString &stem);
