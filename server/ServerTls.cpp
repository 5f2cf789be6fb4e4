// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ServerTls.h"

#include "server/DataFolder.h"
#include "server/Listeners.h"
#include "server/crypto/PrivateFile.h"

#include <QFile>
#include <QLoggingCategory>
#include <QUrl>

namespace {

Q_LOGGING_CATEGORY(lcTls, "scantill.tls")

constexpr qint64 maxPemBytes = 64LL * 1024;

Error unfit(const QString &why)
{
    return {ErrorCode::Configuration, QStringLiteral("TLS: ") + why};
}

Result<QByteArray> certificateIn(const QString &file)
{
    auto content = PrivateFile::read(file, maxPemBytes);
    if (!content)
        return unfit(QStringLiteral("the file of --tls-certificate cannot be read"));
    return content;
}

Result<QByteArray> secretIn(const QString &file, const QString &name)
{
    auto content = PrivateFile::readSecret(file, maxPemBytes, name);
    if (content)
        return content;
    const bool unsafe = content.error().code == ErrorCode::Configuration;
    return unfit(unsafe ? content.error().message : QStringLiteral("%1 cannot be read").arg(name));
}

Result<TlsIdentity> kept(const QString &file)
{
    const QString name = QString::fromLatin1(ServerTls::generatedFile);
    const auto content = secretIn(file, name);
    if (!content)
        return content.error();
    auto identity = TlsIdentity::fromPem(*content, *content);
    if (!identity)
        return unfit(QStringLiteral("%1 in the data folder: %2").arg(name, identity.error().message));
    return identity;
}

} // namespace

Result<TlsIdentity> ServerTls::read(const TlsFiles &files, const QDateTime &now)
{
    if (files.certificate.isEmpty() || files.key.isEmpty())
        return unfit(QStringLiteral("--tls-certificate and --tls-key belong together"));
    const auto certificate = certificateIn(files.certificate);
    if (!certificate)
        return certificate.error();
    const auto key = secretIn(files.key, QStringLiteral("the file of --tls-key"));
    if (!key)
        return key.error();
    auto identity = TlsIdentity::fromPem(*certificate, *key);
    if (!identity)
        return unfit(identity.error().message);
    if (now > identity->notAfter())
        return unfit(
            QStringLiteral("the certificate is over since %1").arg(identity->notAfter().toString(Qt::ISODate)));
    if (now < identity->notBefore())
        return unfit(
            QStringLiteral("the certificate begins at %1 only").arg(identity->notBefore().toString(Qt::ISODate)));
    return identity;
}

Result<TlsIdentity> ServerTls::generatedIn(const DataFolder &folder, const QStringList &hosts, const QDateTime &now)
{
    const QString file = folder.file(QString::fromLatin1(generatedFile));
    if (QFile::exists(file)) {
        auto identity = kept(file);
        if (!identity)
            return identity;
        if (identity->notAfter() > now.addDays(renewedDaysBefore) && identity->notBefore() <= now) {
            for (const auto &host : hosts) {
                if (!identity->names(host)) // a new one would lock out every till that pins this one
                    qCWarning(lcTls).noquote()
                        << "the certificate does not name" << host << "- browsers will complain."
                        << "Remove" << generatedFile << "for a new one, which tills must pin anew";
            }
            return identity;
        }
        qCWarning(lcTls) << "the certificate is (nearly) over: there is a new one, which tills must pin anew";
    }
    auto identity = TlsIdentity::selfSigned(hosts, now.addDays(-1), now.addYears(yearsGenerated));
    if (!identity)
        return unfit(identity.error().message);
    if (const auto written = PrivateFile::write(file, identity->privateKey() + identity->certificates()); !written)
        return unfit(QStringLiteral("%1 cannot be written").arg(QString::fromLatin1(generatedFile)));
    return identity;
}

QStringList ServerTls::hostsOf(const ServerConfig &config)
{
    QStringList hosts;
    for (const auto &name : config.publicNames)
        hosts << QUrl(QStringLiteral("https://") + name).host();
    const auto add = [&hosts](const QHostAddress &address) {
        const QList<QHostAddress> everywhere{QHostAddress::AnyIPv4, QHostAddress::AnyIPv6, QHostAddress::Any};
        hosts << (everywhere.contains(address) ? addressOfDefaultRoute() : address).toString();
    };
    add(config.host);
    if (config.phoneListen)
        add(config.phoneListen->first);
    hosts << QStringLiteral("localhost") << QStringLiteral("127.0.0.1") << QStringLiteral("::1");
    hosts.removeDuplicates();
    return hosts;
}

Result<QByteArray> ServerTls::serve(Listeners &listeners, const ServerConfig &config, const DataFolder &folder,
                                    const QDateTime &now)
{
    if (!config.usesTls())
        return QByteArray();
    const auto identity = config.tlsFiles ? read(*config.tlsFiles, now) : generatedIn(folder, hostsOf(config), now);
    if (!identity)
        return identity.error();
    if (const auto used = listeners.useTls(*identity); !used)
        return used.error();
    return identity->fingerprint();
}
