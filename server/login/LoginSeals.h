// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"

#include <QByteArray>

/// What only this run of the server can have made, for the phones' pages: HMAC-SHA256 under a secret that ends with it.
class LoginSeals
{
public:
    explicit LoginSeals(QByteArray secret) : m_secret(std::move(secret)) {}

    /// In every form: shows that it came from a page of ours, shown to that phone.
    QByteArray csrf(const QString &key, const PhoneId &phone) const;
    bool isCsrf(const QByteArray &token, const QString &key, const PhoneId &phone) const;
    /// In the link that the Official Account sends: whoever opens it acts as the WeChat that scanned.
    QByteArray via(const QString &key, const QString &openid) const;
    bool isVia(const QByteArray &token, const QString &key, const QString &openid) const;

private:
    QByteArray seal(const char *purpose, const QString &key, const QString &whose) const;

    QByteArray m_secret;
};
