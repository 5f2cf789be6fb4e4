// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/WatchTokens.h"

#include "server/crypto/ConstantTime.h"

#include <QMessageAuthenticationCode>

namespace {

QByteArray mac(const QByteArray &secret, const QString &shopId, const QString &key)
{
    const QByteArray message = shopId.toUtf8() + '\n' + key.toUtf8();
    return QMessageAuthenticationCode::hash(message, secret, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QString WatchTokens::tokenFor(const OutTradeNo &number) const
{
    return QString::fromLatin1(mac(m_secret, m_shopId, number.text()));
}

bool WatchTokens::opens(const WatchKey &key, const QString &token) const
{
    return equalInConstantTime(mac(m_secret, m_shopId, key.text()), token.toLatin1());
}
