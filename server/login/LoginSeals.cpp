// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/LoginSeals.h"

#include "server/crypto/ConstantTime.h"

#include <QMessageAuthenticationCode>

QByteArray LoginSeals::csrf(const QString &key, const PhoneId &phone) const
{
    return seal(phone.kind == PhoneId::Kind::WeChat ? "csrf wechat" : "csrf browser", key, phone.subject);
}

bool LoginSeals::isCsrf(const QByteArray &token, const QString &key, const PhoneId &phone) const
{
    return equalInConstantTime(token, csrf(key, phone));
}

QByteArray LoginSeals::via(const QString &key, const QString &openid) const
{
    return seal("via", key, openid);
}

bool LoginSeals::isVia(const QByteArray &token, const QString &key, const QString &openid) const
{
    return equalInConstantTime(token, via(key, openid));
}

QByteArray LoginSeals::seal(const char *purpose, const QString &key, const QString &whose) const
{
    const QByteArray message = QByteArray(purpose) + '\n' + key.toUtf8() + '\n' + whose.toUtf8();
    return QMessageAuthenticationCode::hash(message, m_secret, QCryptographicHash::Sha256).toHex();
}
