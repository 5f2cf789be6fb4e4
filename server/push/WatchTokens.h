// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Ids.h"

#include <QByteArray>
#include <functional>

/// Whether somebody may watch, and as which paired terminal (empty: as none).
struct WatchRight
{
    WatchRight(bool isGranted) : granted(isGranted) {} // so that a plain yes or no is one
    WatchRight(bool isGranted, QString paired) : granted(isGranted), terminal(std::move(paired)) {}

    bool granted;
    QString terminal;
};

/// What this token (empty: none was sent) opens of the key.
using MayWatch = std::function<WatchRight(const WatchKey &, const QString &token)>;

/// Who may watch an order: the holder of its token, an HMAC-SHA256 of shop and number under a secret of this server.
class WatchTokens
{
public:
    WatchTokens(QByteArray secret, QString shopId) : m_secret(std::move(secret)), m_shopId(std::move(shopId)) {}

    QString tokenFor(const OutTradeNo &number) const;
    bool opens(const WatchKey &key, const QString &token) const;

private:
    QByteArray m_secret;
    QString m_shopId;
};
