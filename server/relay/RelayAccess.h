// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QUrl>

class Random;

/// What a shop needs to reach its line at a relay.
struct RelayAccess
{
    QUrl url; ///< wss; ws on this machine only
    QString shop;
    QByteArray token; ///< a secret

    /// tokenFile holds the line that --relay-add-shop said, and nobody but its owner may read it. Configuration, in one
    /// sentence.
    static Result<RelayAccess> read(const QUrl &url, const QString &tokenFile);

    /// 256 random bits as text, of which the relay keeps the hash only.
    static QByteArray newToken(Random &random);
    static QByteArray hashOf(const QByteArray &token);
    /// 1 to 64 of 0-9, a-z, _ and -: it stands in the notify address.
    static bool isShopName(const QString &name);
    static bool isOnThisMachine(const QUrl &url);
    /// A name for a numbering (RelayShop::stream).
    static QString newStream(Random &random);
};
